import type { WorkbookPort } from '../workbook/port';
import { CLOSINGS } from '../workbook/tables/results';
import type { Unpaused } from './environment';
import { type TableChanges, TrialPort } from './trial-port';

/** What a piece of work would come to, and what it would write. */
export interface Beforehand<T> {
  readonly done: T;
  /** By table; tables in which nothing changes are left out. */
  readonly changes: readonly TableChanges[];
}

/**
 * Tries a piece of work out on a copy in memory and writes nothing (A22): for runs that go on from what stands in the workbook,
 * which can not be told without carrying them out.
 */
export async function beforehand<T>(
  port: WorkbookPort,
  env: Unpaused,
  work: (port: WorkbookPort, env: Unpaused) => Promise<T>,
): Promise<Beforehand<T>> {
  const trial = new TrialPort(port, env.turn);
  const done = await work(trial, env);
  const changes = trial
    .changes()
    .filter(({ added, marked }) => added + marked > 0)
    // Every run changes its own row at last: it is told first.
    .sort((a, b) => Number(b.table === CLOSINGS.name) - Number(a.table === CLOSINGS.name));
  return { done, changes };
}
