import { type Command, Option } from 'commander';
import { resume, type Resumed } from '../../runs/resume';
import { checkTarget, openWorkbook, saveWorkbook, type Target } from '../files';
import { force, json, now, output, type PauseAfter, pauseAfter } from '../options';
import { type PausableSession, pausableSession, print, Refused } from '../session';
import { tellClosed } from './close';
import { archivedJson, archivedText } from './archive';
import { tellPaused } from './paused';
import { recalculatedJson, recalculatedText } from './recalculate';

interface Flags extends Target {
  readonly startOver?: boolean;
  readonly recalculateAfter?: boolean;
  readonly pauseAfter?: PauseAfter;
  readonly json?: boolean;
  readonly now?: number;
}

/** `resume BOOK`: goes on with a run that was paused or interrupted. */
export function addResume(program: Command): void {
  program
    .command('resume <workbook>')
    .description('go on with a run that was paused or interrupted, to the same rows as if it had never stopped')
    .addOption(new Option('--start-over', 'take the run back and do it anew, with the options that it had'))
    .addOption(new Option('--recalculate-after', 'after a close, recalculate all items up to today'))
    .addOption(pauseAfter())
    .addOption(output())
    .addOption(force())
    .addOption(json())
    .addOption(now())
    .addHelpText(
      'after',
      `
All that it needs is in the workbook, so that it goes on wherever the file was sent. Where the input was changed since the
run stopped, it says which cells and leaves the run as it is: put them back, or start over.

  inventory-close resume book.xlsx
  inventory-close resume book.xlsx --start-over`,
    )
    .action(run);
}

async function run(file: string, flags: Flags): Promise<void> {
  checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = pausableSession(flags.now, flags.pauseAfter);
  const options = { startOver: flags.startOver === true, recalculateAfter: flags.recalculateAfter === true };
  const done = await resume(workbook.port, options, env).finally(env.finish);
  if (!done.ok) throw new Refused(done.problems);
  const target = saveWorkbook(workbook, flags, env.now());
  if (done.paused) tellPaused(done, target, flags, env);
  else tell(done, target, flags, env);
}

function tell(
  { instead, closing, type, run, reversed, archived }: Resumed,
  target: string,
  flags: Flags,
  env: PausableSession,
): void {
  if (instead !== undefined && !flags.json) print(`Took ${instead} back and started over.\n`);
  if (run && type === 'Close') tellClosed(run, target, flags, env);
  else if (run && flags.json) print(JSON.stringify({ file: target, ...recalculatedJson(run) }, null, 2));
  else if (run) print(recalculatedText(run, target));
  else if (archived && flags.json) print(JSON.stringify({ file: target, ...archivedJson(archived) }, null, 2));
  else if (archived) print(archivedText(archived, target));
  else if (flags.json) print(JSON.stringify({ file: target, runs: reversed ? [reversed] : [] }, null, 2));
  else print(`${closing} has reversed ${reversed?.reversed ?? ''}. Written to ${target}.`);
}
