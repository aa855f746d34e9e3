import { type Command, Option } from 'commander';
import { resume, type Resumed } from '../../runs/resume';
import { summaryOf } from '../../runs/summary';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { dryRun, type PauseAfter, pauseAfter, type WritingFlags, writing } from '../options';
import { type PausableSession, pausableSession, print, Refused, session } from '../session';
import { doneText } from '../text';
import { tellClosed } from './close';
import { archivedJson, archivedText } from './archive';
import { tellPaused } from './paused';
import { recalculatedJson, recalculatedText } from './recalculate';

interface Flags extends WritingFlags {
  readonly startOver?: boolean;
  readonly recalculateAfter?: boolean;
  readonly pauseAfter?: PauseAfter;
  readonly dryRun?: boolean;
}

/** `resume BOOK`: goes on with a run that was paused or interrupted. */
export function addResume(program: Command): void {
  const command = program
    .command('resume <workbook>')
    .description('go on with a run that was paused or interrupted, to the same rows as if it had never stopped')
    .addOption(new Option('--start-over', 'take the run back and do it anew, with the options that it had'))
    .addOption(new Option('--recalculate-after', 'after a close, recalculate all items up to today'))
    .addOption(pauseAfter())
    .addOption(dryRun())
    .addHelpText(
      'after',
      `
All that it needs is in the workbook, so that it goes on wherever the file was sent. Where the input was changed since the
run stopped, it says which cells and leaves the run as it is: put them back, or start over.

  inventory-close resume book.xlsx
  inventory-close resume book.xlsx --start-over`,
    )
    .action(run);
  writing().forEach((option) => command.addOption(option));
}

async function run(file: string, flags: Flags): Promise<void> {
  if (flags.dryRun) return showBeforehand(file, flags);
  checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = pausableSession(flags.now, flags.pauseAfter);
  const done = await resume(workbook.port, optionsOf(flags), env).finally(env.finish);
  if (!done.ok) throw new Refused(done.problems);
  const target = saveWorkbook(workbook, flags, env.now());
  if (done.paused) tellPaused(done, target, flags, env);
  else tell(done, target, flags, env);
}

const optionsOf = ({ startOver, recalculateAfter }: Flags) => ({
  startOver: startOver === true,
  recalculateAfter: recalculateAfter === true,
});

/** The workbook is brought to the end of the run in memory, and not saved. */
async function showBeforehand(file: string, flags: Flags): Promise<void> {
  const { port } = openWorkbook(file);
  const env = session(flags.now);
  const done = await resume(port, optionsOf(flags), env).finally(env.finish);
  if (!done.ok) throw new Refused(done.problems);
  if (done.paused) return;
  const { closing, instead, run, reversed } = done;
  const nothing = 'Nothing was written.';
  const over = instead === undefined ? '' : `, in place of ${instead}`;
  if (flags.json && run) print(JSON.stringify({ file: null, ...recalculatedJson(run) }, null, 2));
  else if (flags.json) print(JSON.stringify({ file: null, runs: reversed ? [reversed] : [] }, null, 2));
  else if (run) print(doneText(`${closing} would end so${over}. ${nothing}`, summaryOf(run), run.warnings));
  else print(`${closing} would reverse ${reversed?.reversed ?? ''}${over}. ${nothing}`);
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
