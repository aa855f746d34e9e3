import { lastClose } from '../book/book';
import { inTurns } from '../book/steps';
import type { Results } from '../book/outcome';
import type { CellChange, Progress, WorkbookPort } from '../workbook/port';
import type { ReadBook } from '../workbook/read/read-book';
import { ADJUSTMENTS } from '../workbook/tables/results';
import { completedValues, type RunFacts, runningRow } from '../workbook/write/closing-row';
import { fingerprintSteps } from '../workbook/write/fingerprints';
import { lockedRowSteps } from '../workbook/write/locked-rows';
import type { RunIds } from '../workbook/write/outcome-rows';
import { resultRows } from '../workbook/write/result-rows';
import type { NewRows } from '../workbook/write/rows';
import { type AuditSheets, summaryFacts } from './audit-sheets';
import type { BegunRun } from './begun';
import type { Environment } from './environment';
import type { Loaded } from './load';
import { writeRun } from './write-run';

/** How far a run is that goes on, and who may stop it. */
export interface GoingOn {
  readonly writing?: Progress;
  readonly begun?: BegunRun | undefined;
}

/** What a run has left in the workbook. */
export interface Left extends AuditSheets {
  /** Rows of the run, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Writes the rows of any run but a reversal (see writeRun). Returns how many rows it has; where it goes on
 * after an interruption some of them were there already.
 */
export async function writeResults(
  port: WorkbookPort,
  loaded: Loaded,
  outcome: Results,
  ids: RunIds,
  run: RunFacts,
  env: Environment,
  { writing, begun }: GoingOn = {},
): Promise<Left> {
  const { read } = loaded;
  // What a close locks is what a run computed from, whether it locks or not.
  const input = await inTurns(lockedRowSteps(read, outcome, ids), env.turn);
  const results = [
    ...(await inTurns(resultRows(read, outcome, ids), env.turn)),
    ...(outcome.request.type === 'Close' ? [input] : []),
  ];
  const counts = Object.fromEntries(results.map(({ table, count }) => [table.name, count]));
  const last = lastClose(read.book.closings);
  const hash = (before: string | undefined, rows: readonly NewRows[]) =>
    inTurns(fingerprintSteps(before ?? '', outcome.request, rows), env.turn);
  const completed = completedValues(read, outcome, {
    settlements: counts.Settlements,
    adjustments: counts.Adjustments,
    logEntries: counts.CloseLog,
    inputFingerprint: await hash(last?.inputFingerprint, [input]),
    resultFingerprint: await hash(last?.resultFingerprint, results),
  });
  const running = runningRow(read, outcome.request, ids, run);
  const parts = results.map((rows) => ({
    rows,
    changes: rows.table === ADJUSTMENTS ? takenBack(read, outcome) : [],
  }));
  await env.turn?.();
  const summary = summaryFacts(loaded, outcome, ids.closing, env);
  const toWrite = { ids, token: run, running, parts, completed, summary, writing, begun };
  return { rows: counts, ...(await writeRun(port, loaded, toWrite, env)) };
}

/** Adjustments of earlier runs that this one takes back are in force no longer (A1). */
function takenBack({ book }: ReadBook, { adjustments }: Results): CellChange[] {
  return Array.from(adjustments.takesBack, (old) => ({
    row: book.provisional.row[old],
    column: 'Status',
    value: 'Reversed',
  }));
}
