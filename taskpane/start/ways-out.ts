import { beforehand, type Beforehand } from '../../src/runs/beforehand';
import type { Unpaused } from '../../src/runs/environment';
import { resume } from '../../src/runs/resume';
import { rollback } from '../../src/runs/rollback';
import { summaryOf, type Summary } from '../../src/runs/summary';
import type { WorkbookPort } from '../../src/workbook/port';
import { WorkbookRefusal } from '../../src/workbook/refusal';

/** What can be done with a run that did not end. */
export type WayOut = 'resume' | 'rollBack' | 'startOver';

/** Where a way out has led to, or would lead to. */
export interface WentOut {
  /** The run that has ended, or the runs that were taken back. */
  readonly closings: readonly string[];
  /** Of a close or a recalculation that ends: its figures. */
  readonly summary: Summary | undefined;
}

/** Goes a way out. Where it is closed, it throws the refusal. */
export async function goOut(way: WayOut, port: WorkbookPort, env: Unpaused): Promise<WentOut> {
  if (way === 'rollBack') return { closings: (await rollback(port, env)).closings, summary: undefined };
  const done = await resume(port, { startOver: way === 'startOver' }, env);
  if (!done.ok) throw new WorkbookRefusal(done.problems);
  const run = done.paused ? undefined : done.run;
  return { closings: [done.closing], summary: run && summaryOf(run) };
}

/** What a way out would come to, and what it would write. Nothing is written. */
export const lookAhead = (way: WayOut, port: WorkbookPort, env: Unpaused): Promise<Beforehand<WentOut>> =>
  beforehand(port, env, (trial, on) => goOut(way, trial, on));
