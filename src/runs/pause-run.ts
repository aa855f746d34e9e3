import type { Day } from '../book/days';
import type { RunRequest } from '../book/outcome';
import type { WorkbookPort } from '../workbook/port';
import { CLOSINGS, RESULT_TABLES } from '../workbook/tables/results';
import { type RunFacts, runningRow } from '../workbook/write/closing-row';
import type { RunIds } from '../workbook/write/outcome-rows';
import { NewRows } from '../workbook/write/rows';
import type { Environment } from './environment';
import type { Loaded } from './load';
import { ownRows, refuseSecond } from './own-run';
import { type Pausing, progressText } from './pausing';
import { requestFor } from './preview';
import type { RunPlan } from './request';
import { runInputRows } from './run-input';
import { formatsOf, linksWanted } from './write-formats';
import { ownChanges } from './write-run';

/** A run that was paused: its row says so, and resume goes on with it on any machine (A18). */
export interface PausedRun {
  readonly ok: true;
  readonly paused: true;
  readonly closing: string;
  readonly type: RunRequest['type'];
  readonly upTo: Day;
  /** "57 %: writing rows". */
  readonly progress: string;
  /** The same as a number from 0 to 1. */
  readonly share: number;
}

/** What is known of a run when it is to pause. */
interface Pausable {
  readonly plan: RunPlan;
  readonly loaded: Loaded;
  readonly ids: RunIds;
  readonly facts: RunFacts;
  /** Whether its row is there already, and in which body row. */
  readonly isWritten: boolean;
  readonly row: number;
}

/**
 * Leaves a run as Paused, with how far it is and the input that it computes from. The row is marked last: until then it says
 * Running, and can be resumed just as well.
 */
export async function pauseRun(
  port: WorkbookPort,
  { plan, loaded, ids, facts, isWritten, row }: Pausable,
  { share }: Pausing,
  env: Environment,
): Promise<PausedRun> {
  const { read, tables } = loaded;
  const formats = formatsOf(read);
  if (!isWritten) {
    const running = runningRow(read, requestFor(read, plan).request, ids, facts);
    // How many rows there will be is not known yet: about as many as transactions.
    const rows = read.book.transactions.count;
    const others = RESULT_TABLES.filter((table) => table !== CLOSINGS).map((table) =>
      new NewRows(table, read.dimensions).toWrite(linksWanted(read, table.name, rows)),
    );
    await port.write([running.toWrite(linksWanted(read, CLOSINGS.name, 1)), ...others], formats, env.progress);
    await refuseSecond(port, ids.closing, facts, formats);
  }
  const input = { ...runInputRows(tables, ids.closing).toWrite(false), replace: true };
  await port.write([input], formats, env.progress);
  const progress = progressText(share);
  const { own } = await ownRows(port, facts, { own: row }, ids.closing);
  const changes = ownChanges(tables, own, { Progress: progress, Status: 'Paused' });
  const links = linksWanted(read, CLOSINGS.name, 1);
  await port.write([{ ...new NewRows(CLOSINGS, []).toWrite(links), changes }], formats, env.progress);
  return { ok: true, paused: true, closing: ids.closing, type: plan.type, upTo: plan.options.upTo, progress, share };
}
