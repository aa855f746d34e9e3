import type { Command } from 'commander';
import { preview } from '../../runs/preview';
import { summaryOf } from '../../runs/summary';
import { openWorkbook } from '../files';
import { type RunFlags, runOptions, runOptionsOf } from '../options';
import { print, Refused, session } from '../session';
import { doneText } from '../text';

/** `preview BOOK --up-to DATE`: the same outcome, nothing written. */
export function addPreview(program: Command): void {
  const command = program
    .command('preview <workbook>')
    .description('show what a close would do, and write nothing')
    .addHelpText(
      'after',
      `
Takes what a close takes, computes all that it would compute, and refuses where it would be refused.

  inventory-close preview book.xlsx --up-to 2026-01-31
  inventory-close preview book.xlsx --up-to 2026-01-31 --json > preview.json`,
    );
  runOptions().forEach((option) => command.addOption(option));
  command.action(async (file: string, flags: RunFlags) => {
    const workbook = openWorkbook(file);
    const env = session(flags.now);
    const found = await preview(workbook.port, runOptionsOf(flags), env).finally(env.finish);
    if (!found.ok) throw new Refused(found.problems);
    const summary = summaryOf(found);
    if (flags.json) return print(JSON.stringify({ ...summary, warnings: found.warnings }, null, 2));
    print(doneText(`A close up to ${summary.upTo} would do this. Nothing was written.`, summary, found.warnings));
  });
}
