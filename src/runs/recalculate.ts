import type { Refusal } from '../book/problem';
import type { WorkbookPort } from '../workbook/port';
import { carryOut, type RunDone } from './carry-out';
import type { Environment, Unpaused } from './environment';
import type { PausedRun } from './pause-run';
import { type Preview, previewRun } from './preview';
import type { RecalculationOptions } from './request';

/** What a recalculation wrote. */
export type Recalculated = RunDone;

/**
 * Computes what a close up to a day would, for all or chosen items, and writes it as provisional adjustments (A17): nothing is
 * settled or locked, no closing transfer is kept. What earlier recalculations gave and comes out the same stays as it is.
 */
export function recalculate(
  port: WorkbookPort,
  options: RecalculationOptions,
  env: Unpaused,
): Promise<Recalculated | Refusal>;
export function recalculate(
  port: WorkbookPort,
  options: RecalculationOptions,
  env: Environment,
): Promise<Recalculated | PausedRun | Refusal>;
export function recalculate(
  port: WorkbookPort,
  options: RecalculationOptions,
  env: Environment,
): Promise<Recalculated | PausedRun | Refusal> {
  return carryOut(port, { type: 'Recalculation', options }, env);
}

/** What a recalculation would write (A22). */
export function previewRecalculation(
  port: WorkbookPort,
  options: RecalculationOptions,
  env: Environment,
): Promise<Preview | Refusal> {
  return previewRun(port, { type: 'Recalculation', options }, env);
}
