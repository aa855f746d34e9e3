import { type Closing, lastClose } from '../book/book';
import { serialOf } from '../book/days';
import type { Results } from '../book/outcome';
import type { Problem } from '../book/problem';
import type { CellChange, Formats, TableWrite, WorkbookPort } from '../workbook/port';
import type { ReadBook } from '../workbook/read/read-book';
import { ADJUSTMENTS, CLOSINGS, RESULT_TABLES } from '../workbook/tables/results';
import { changesOf, completedValues, type RunFacts, runningRow } from '../workbook/write/closing-row';
import { fingerprint } from '../workbook/write/fingerprints';
import { lockedRows } from '../workbook/write/locked-rows';
import { resultRows, type RunIds } from '../workbook/write/result-rows';
import { NewRows } from '../workbook/write/rows';
import { TieOuts } from '../workbook/write/tie-outs';
import { refuseForeignSheets, summaryFacts, writeAuditSheets } from './audit-sheets';
import { changedTables } from './changed-tables';
import type { Environment } from './environment';
import type { Loaded } from './load';
import { ownRows, refuseSecond } from './own-run';

/** Above so many rows a table gets no link columns when it is made ("Trace links" = Auto). */
export const MOST_LINKED_ROWS = 50_000;

/**
 * Writes the rows of a run. The run's own row comes first, with status Running, together with all tables that are not
 * there yet, so that whatever refuses to be written refuses here; then the rows; at last the run is marked Completed.
 * A crash at any moment leaves a workbook that tells of it. Returns the rows written, by table. The sheets for auditors
 * follow; `notes` gets what was in their way.
 */
export async function writeResults(
  port: WorkbookPort,
  { read, tables }: Loaded,
  outcome: Results,
  ids: RunIds,
  run: RunFacts,
  env: Environment,
  notes: Problem[] = [],
): Promise<Record<string, number>> {
  const facts = summaryFacts({ read, tables }, outcome, ids.closing, env);
  await refuseForeignSheets(port, facts && ids.closing);
  const running = runningRow(read, outcome.request, ids, run);
  // What a close locks is what a run computed from, whether it locks or not.
  const input = lockedRows(read, outcome, ids);
  const results = [...resultRows(read, outcome, ids), ...(outcome.request.type === 'Close' ? [input] : [])];
  const counts = Object.fromEntries(results.map(({ table, count }) => [table.name, count]));
  const formats = formatsOf(read);
  const links = (table: string) => linksWanted(read, (read.existing.rows.get(table) ?? 0) + (counts[table] ?? 0));
  const empty = (table: TableWrite['table']) => new NewRows(table, read.dimensions).toWrite(links(table.name));

  const last = lastClose(read.book.closings);
  const completed = completedValues(read, outcome, {
    settlements: counts.Settlements,
    adjustments: counts.Adjustments,
    logEntries: counts.CloseLog,
    inputFingerprint: fingerprint(last?.inputFingerprint ?? '', outcome.request, [input]),
    resultFingerprint: fingerprint(last?.resultFingerprint ?? '', outcome.request, results),
  });
  const done = new NewRows(CLOSINGS, []);
  done.add({ ...completed, Closing: ids.closing });
  const tieOuts = new TieOuts(tables, [done, ...results]);
  const filled = results.filter(({ count }) => count > 0);

  // Each sheet is written as seldom as can be: a large one costs seconds each time.
  const others = RESULT_TABLES.filter((table) => table !== CLOSINGS).map((table) =>
    filled.some((rows) => rows.table === table) ? empty(table) : { ...empty(table), tieOuts: tieOuts.of(table) },
  );
  await port.write([running.toWrite(links(CLOSINGS.name)), ...others], formats, env.progress);
  await refuseSecond(port, ids.closing, run, formats);
  await port.write(
    filled.map((rows) => ({
      ...rows.toWrite(links(rows.table.name)),
      tieOuts: tieOuts.of(rows.table),
      changes: rows.table === ADJUSTMENTS ? takenBack(read, outcome) : [],
    })),
    formats,
    env.progress,
  );
  const rows = await ownRows(port, run, { own: ids.closingRow - 1 }, ids.closing);
  const ended = { ...completed, Finished: serialOf(env.now()), Status: 'Completed' };
  const marked = changesOf(rows.own, ended);
  const mark = { ...empty(CLOSINGS), tieOuts: tieOuts.of(CLOSINGS), changes: marked };
  await port.write([mark], formats, env.progress);
  const begun = Object.fromEntries(Object.entries(running.columns).map(([column, [value]]) => [column, value]));
  const own: Closing = {
    ...{ id: ids.closing, type: outcome.request.type, day: outcome.request.day, status: 'Completed' },
    inputFingerprint: String(completed['Input fingerprint']),
    resultFingerprint: String(completed['Result fingerprint']),
  };
  const left = {
    closings: [...read.book.closings, own],
    tables: changedTables(tables, [{ table: ADJUSTMENTS.name, changes: takenBack(read, outcome) }]),
    added: [done, ...results],
  };
  notes.push(
    ...(await writeAuditSheets(port, { read, tables }, left, facts && { facts, row: { ...begun, ...ended } })),
  );
  return counts;
}

/** Adjustments of earlier runs that this one takes back are in force no longer (A1). */
function takenBack({ book }: ReadBook, { adjustments }: Results): CellChange[] {
  return Array.from(adjustments.takesBack, (old) => ({
    row: book.provisional.row[old],
    column: 'Status',
    value: 'Reversed',
  }));
}

/** Whether a table of so many rows has link columns ("Trace links"). */
export function linksWanted({ book }: ReadBook, rows: number): boolean {
  if (book.parameters.traceLinks === 'Auto') return rows <= MOST_LINKED_ROWS;
  return book.parameters.traceLinks === 'Yes';
}

/** How the figures of this workbook are shown. */
export function formatsOf({ book }: ReadBook): Formats {
  const { currency, amountDecimals, quantityDecimals } = book.parameters;
  return { currency, amountDecimals, quantityDecimals };
}
