import type { Command } from 'commander';
import { about } from '../../runs/obstacles';
import { rollback, type RolledBack } from '../../runs/rollback';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { dryRun, type WritingFlags, writing } from '../options';
import { print, Refused, session } from '../session';
import { counted, listText, tableText } from '../text';

interface Flags extends WritingFlags {
  readonly dryRun?: boolean;
}

/** `rollback BOOK`: takes back a run that was paused or interrupted. */
export function addRollback(program: Command): void {
  const command = program
    .command('rollback <workbook>')
    .description('take a run back that was paused or interrupted')
    .addOption(dryRun('show what would be taken back, and write nothing'))
    .addHelpText(
      'after',
      `
Nothing is deleted: what the run had written is marked Reversed and countered, what it had marked is in force again, and the
run is marked Reversed. Afterwards everything is as before it. A run that has ended is taken back with inventory-close reverse.

  inventory-close rollback book.xlsx`,
    )
    .action(run);
  writing().forEach((option) => command.addOption(option));
}

async function run(file: string, flags: Flags): Promise<void> {
  if (!flags.dryRun) checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const done = await rollback(workbook.port, env).finally(env.finish);
  if (done.runs.length === 0) throw new Refused([about('NOTHING_UNFINISHED', {})]);
  // What was written so far is in memory only: a dry run ends here.
  const target = flags.dryRun ? null : saveWorkbook(workbook, flags, env.now());
  if (flags.json) print(JSON.stringify({ file: target, runs: done.runs, rows: done.rows }, null, 2));
  else print(text(done, target));
}

function text({ runs, rows }: RolledBack, target: string | null): string {
  const names = runs.map(({ closing, type, status, progress }) => {
    const state = progress === '' ? status.toLowerCase() : `${status.toLowerCase()} at ${progress}`;
    return `${closing} (${type}, ${state})`;
  });
  const head =
    target === null
      ? `This would take back ${listText(names)}. Nothing was written.`
      : `Took back ${listText(names)}. Written to ${target}.`;
  const taken = Object.entries(rows).map(([table, count]) => [table, counted(count, 'row')]);
  return taken.length === 0 ? head : `${head}\n\n${tableText(['Table', 'Taken back'], taken, ['Taken back'])}`;
}
