import type { Refusal } from '../book/problem';
import type { WorkbookPort } from '../workbook/port';
import { carryOut, type RunDone } from './carry-out';
import type { Environment, Unpaused } from './environment';
import type { PausedRun } from './pause-run';
import { type Recalculated, recalculate } from './recalculate';
import { type CloseOptions, dayOfFollowing } from './request';

/** What a close wrote. */
export interface Closed extends RunDone {
  /** What became of the recalculation that was to follow. A refusal of it leaves the close as it is. */
  readonly recalculated?: Recalculated | PausedRun | Refusal;
}

/**
 * Closes inventory up to a day and writes the result tables (A16), or says why not; then nothing is changed. Where that was
 * asked for, a recalculation up to today follows, as a run of its own.
 */
export function close(port: WorkbookPort, options: CloseOptions, env: Unpaused): Promise<Closed | Refusal>;
export function close(
  port: WorkbookPort,
  options: CloseOptions,
  env: Environment,
): Promise<Closed | PausedRun | Refusal>;
export async function close(
  port: WorkbookPort,
  options: CloseOptions,
  env: Environment,
): Promise<Closed | PausedRun | Refusal> {
  const closed = await carryOut(port, { type: 'Close', options }, env);
  return closed.ok && !closed.paused ? followUp(port, closed, options, env) : closed;
}

/** Carries out the recalculation that is to follow a close, where one is. */
export async function followUp(
  port: WorkbookPort,
  closed: RunDone,
  options: CloseOptions,
  env: Environment,
): Promise<Closed> {
  if (!options.recalculateAfter) return closed;
  const following = { ...options, upTo: dayOfFollowing(options.upTo, env.now()) };
  return { ...closed, recalculated: await recalculate(port, following, env) };
}
