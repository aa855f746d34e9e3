import type { Closing, ClosingType } from '../book/book';
import { serialOf } from '../book/days';
import type { OutValue, Progress, TableWrite, WorkbookPort } from '../workbook/port';
import { CLOSINGS, RESULT_TABLES, RUN_INPUT } from '../workbook/tables/results';
import { changesOf } from '../workbook/write/closing-row';
import type { RunIds } from '../workbook/write/outcome-rows';
import { NewRows } from '../workbook/write/rows';
import type { SummaryFacts } from '../workbook/sheets/summary';
import type { ResultTable } from '../workbook/tables/spec';
import { TieOuts } from '../workbook/write/tie-outs';
import { agreementsOf, type AuditSheets, daysOf, leftBy, refuseForeignSheets, writeAuditSheets } from './audit-sheets';
import type { BegunRun, Part } from './begun';
import { changedTables } from './changed-tables';
import type { Environment } from './environment';
import { columnOf } from './find-rows';
import type { Loaded } from './load';
import { lostSummaries } from './lost-sheets';
import { claimAgain, ownRows, refuseSecond, type Token } from './own-run';
import { tableOf, type Tables, textsOf } from './unfinished';
import { formatsOf, linksWanted } from './write-formats';

/** A run that is to be written. */
export interface RunToWrite {
  readonly ids: RunIds;
  readonly token: Token;
  /** The row that it begins with. */
  readonly running: NewRows;
  readonly parts: readonly Part[];
  /** The figures in its row, once it is complete. */
  readonly completed: Readonly<Record<string, OutValue>>;
  /** The run that it reverses, and the body row of that in Closings. */
  readonly reverses?: { readonly closing: string; readonly row: number };
  /** What its summary says beside its figures, where it gets one. */
  readonly summary?: SummaryFacts | undefined;
  /** Told of the rows, and may stop the run between them: nothing is lost then, it is only unfinished. */
  readonly writing: Progress | undefined;
  /** What it has written already, where it goes on. */
  readonly begun?: BegunRun | undefined;
}

/**
 * Writes the rows of a run. Its own row comes first, with status Running, together with all tables that are not there
 * yet, so that whatever refuses to be written refuses here; then the rows; at last it is marked Completed. A crash at any
 * moment leaves a workbook that tells of it, and from which the run can be resumed or taken back. The sheets for
 * auditors follow; returned are these, and what was in their way.
 */
export async function writeRun(
  port: WorkbookPort,
  loaded: Loaded,
  run: RunToWrite,
  env: Environment,
): Promise<AuditSheets> {
  const { read, tables } = loaded;
  const { ids, running, parts, completed, token, begun } = run;
  await refuseForeignSheets(port, run.summary && ids.closing);
  const formats = formatsOf(read);
  const links = ({ table, count }: NewRows): boolean => linksWanted(read, table.name, count);
  const of = (name: string) => parts.find(({ rows }) => rows.table.name === name)?.rows.count ?? 0;
  const empty = (table: TableWrite['table']): TableWrite =>
    new NewRows(table, read.dimensions).toWrite(linksWanted(read, table.name, of(table.name)));
  const done = new NewRows(CLOSINGS, []);
  done.add({ ...completed, Closing: ids.closing });
  const added = [done, ...parts.map(({ rows }) => rows)];
  const changed = changedTables(
    tables,
    parts.map(({ rows, changes }) => ({ table: rows.table.name, changes })),
  );
  const left = leftBy(loaded, (await port.facts()).date1904, changed, added, closingsAfter(loaded, run));
  const figuresOf = await figuresAbove(new TieOuts(changed, added), await agreementsOf(left, env.turn), env);
  // Nothing is written before all of it was compared with what is there.
  const rests = begun ? parts.map((part) => begun.restOf(part)) : parts;
  const filled = rests.filter(({ rows, changes }) => rows.count > 0 || changes.length > 0);

  // Each sheet is written as seldom as can be: a large one costs seconds each time.
  const others = RESULT_TABLES.filter((table) => table !== CLOSINGS).map((table) =>
    filled.some(({ rows }) => rows.table === table) ? empty(table) : { ...empty(table), ...figuresOf(table) },
  );
  const mark = (changes: TableWrite['changes']): TableWrite => ({ ...empty(CLOSINGS), changes });
  if (begun) {
    const again = { Status: 'Running', Progress: null, ...(token.token ? { 'Result fingerprint': token.token } : {}) };
    await port.write([mark(ownChanges(tables, begun.run.row, again)), ...others], formats, env.progress);
    await claimAgain(port, ids.closing, token);
  } else {
    await port.write([running.toWrite(links(running)), ...others], formats, env.progress);
    await refuseSecond(port, ids.closing, token, formats);
  }
  if (filled.length > 0) {
    const writes = filled.map(({ rows, changes }) => ({
      ...rows.toWrite(linksWanted(read, rows.table.name, of(rows.table.name))),
      changes,
      ...figuresOf(rows.table),
    }));
    await port.write(writes, formats, run.writing ?? env.progress);
  }

  const { reverses } = run;
  const places = {
    own: begun?.run.row ?? ids.closingRow - 1,
    reversed: reverses ? (begun?.before.place(CLOSINGS.name, reverses.row) ?? reverses.row) : 0,
  };
  const rows = await ownRows(port, token, places, ids.closing, reverses?.closing);
  const end = { ...completed, Finished: serialOf(env.now()), Status: 'Completed' };
  const changes = [
    ...(reverses ? [{ row: rows.reversed, column: 'Status', value: 'Reversed' }] : []),
    ...ownChanges(tables, rows.own, begun ? { Progress: null, ...end } : end),
  ];
  const inputs = emptied(begun ? begun.before.tables : tables);
  await port.write([{ ...mark(changes), ...figuresOf(CLOSINGS) }, ...inputs], formats, env.progress);

  const row = daysOf({ ...firstRow(running), ...end }, left.date1904);
  const lost = await lostSummaries(port, loaded, left, env.turn);
  return writeAuditSheets(port, left, [...lost, ...(run.summary ? [{ facts: run.summary, row }] : [])], env.turn);
}

type FiguresAbove = Pick<TableWrite, 'tieOuts' | 'agreements'>;

/** What stands above the tables, worked out with turns for others between them: each adds up whole columns. */
async function figuresAbove(
  tieOuts: TieOuts,
  agreements: TableWrite['agreements'],
  env: Environment,
): Promise<(table: ResultTable) => FiguresAbove> {
  const found = new Map<string, FiguresAbove>();
  for (const table of RESULT_TABLES) {
    found.set(table.name, { tieOuts: tieOuts.of(table), ...(table.agreements && agreements ? { agreements } : {}) });
    await env.turn?.();
  }
  return (table) => found.get(table.name) ?? { tieOuts: tieOuts.of(table) };
}

const firstRow = ({ columns }: NewRows): Record<string, OutValue | undefined> =>
  Object.fromEntries(Object.entries(columns).map(([column, [value]]) => [column, value]));

/** All runs as they are once this one has ended. */
function closingsAfter({ read }: Loaded, { ids, running, completed, reverses }: RunToWrite): Closing[] {
  const { Type: type, Date: day } = firstRow(running);
  const own: Closing = {
    ...{ id: ids.closing, type: type as ClosingType, day: Number(day), status: 'Completed' },
    inputFingerprint: String(completed['Input fingerprint']),
    resultFingerprint: String(completed['Result fingerprint']),
  };
  const others = read.book.closings.map((one): Closing =>
    one.id === reverses?.closing ? { ...one, status: 'Reversed' } : one,
  );
  return [...others, own];
}

/**
 * What a paused run had kept of its input is needed no longer: of this run, or of one that ended just before the power went,
 * so that it was left.
 */
function emptied(tables: Tables): TableWrite[] {
  const kept = tableOf(tables, RUN_INPUT.name);
  return kept && textsOf(kept, 'Closing').some((closing) => closing !== '') ? [noInput()] : [];
}

/** Empties the table RunInput. */
export function noInput(): TableWrite {
  return { ...new NewRows(RUN_INPUT, []).toWrite(false), replace: true };
}

/** Changes of the row of a run; a table Closings of an earlier version lacks the columns that came later. */
export function ownChanges(
  tables: Tables,
  row: number,
  values: Readonly<Record<string, OutValue>>,
): ReturnType<typeof changesOf> {
  const closings = tableOf(tables, CLOSINGS.name);
  const later = CLOSINGS.columns.filter((column) => column.later && closings && columnOf(closings, column.name) < 0);
  return changesOf(row, values).filter(({ column }) => !later.some(({ name }) => name === column));
}
