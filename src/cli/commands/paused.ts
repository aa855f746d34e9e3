import { isoDay } from '../../book/days';
import type { PausedRun } from '../../runs/pause-run';
import { EXIT, type PausableSession, print } from '../session';

/** Tells of a run that was paused. Asked for with --pause-after it is done so far; after Ctrl-C a script is to stop. */
export function tellPaused(
  run: PausedRun,
  target: string,
  { json }: { readonly json?: boolean },
  env: PausableSession,
): void {
  const { closing, type, progress } = run;
  const upTo = isoDay(run.upTo);
  if (json) print(JSON.stringify({ paused: true, closing, type, upTo, progress, file: target }, null, 2));
  else {
    print(`The ${type.toLowerCase()} ${closing} up to ${upTo} is paused at ${progress}. Written to ${target}.

Nothing else runs in this workbook until it is resumed or taken back:
  inventory-close resume ${target}
  inventory-close rollback ${target}`);
  }
  if (env.isInterrupted()) process.exitCode = EXIT.interrupted;
}
