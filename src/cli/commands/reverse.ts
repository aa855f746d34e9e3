import { type Command, Option } from 'commander';
import { reverse, type Reversed } from '../../runs/reverse';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { dryRun, type WritingFlags, writing } from '../options';
import { problemText } from '../refusals';
import { print, Refused, session } from '../session';
import { sheetsText, tableText } from '../text';

interface Flags extends WritingFlags {
  readonly withLater?: boolean;
  readonly dryRun?: boolean;
  readonly note?: string;
}

/** `reverse BOOK [CLOSING]`: takes back the newest run, or an older one with all that follow it. */
export function addReverse(program: Command): void {
  const command = program
    .command('reverse <workbook> [closing]')
    .description('take a run back: counter rows and a reversing voucher; the period is open again')
    .addOption(new Option('--with-later', 'reverse the runs that came after it too, newest first'))
    .addOption(dryRun('say what would be reversed, and write nothing'))
    .addOption(new Option('--note <text>', 'your own note, kept with the reversal'))
    .addHelpText(
      'after',
      `
Nothing is deleted: the rows of the run are marked Reversed, and rows with opposite quantities and amounts are added,
with a voucher of their own. Afterwards open quantities, costs and balances are as before the run.

  inventory-close reverse book.xlsx
  inventory-close reverse book.xlsx IC-0002 --with-later --dry-run`,
    )
    .action(run);
  writing().forEach((option) => command.addOption(option));
}

async function run(file: string, closing: string | undefined, flags: Flags): Promise<void> {
  if (!flags.dryRun) checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const options = {
    ...(closing === undefined ? {} : { closing }),
    withLater: flags.withLater === true,
    dryRun: flags.dryRun === true,
    note: flags.note ?? '',
  };
  const found = await reverse(workbook.port, options, env).finally(env.finish);
  if (!found.ok) throw new Refused(found.problems);
  const target = flags.dryRun ? null : saveWorkbook(workbook, flags, env.now());
  if (flags.json) print(JSON.stringify({ file: target, runs: found.runs, changes: found.changes }, null, 2));
  else print(text(found, target));
}

function text({ runs, changes }: Reversed, target: string | null): string {
  const rows = runs.map((one) => [
    one.reversed,
    one.type,
    one.upTo,
    target === null ? '' : one.by,
    String(one.marked),
    String(one.added),
  ]);
  const headers = ['Run', 'Type', 'Up to', 'Reversed by', 'Rows marked', 'Counter rows'];
  const head =
    target === null
      ? 'This would be reversed, newest first. Nothing was written.'
      : `Reversed, newest first. Written to ${target}.`;
  const still = target === null ? 'Locked rows were changed' : 'Rows that are still locked were changed';
  const sheets = runs.at(-1)?.sheets ?? [];
  const parts = [
    head,
    tableText(headers, rows, ['Rows marked', 'Counter rows']),
    sheets.length === 0 ? '' : sheetsText(sheets),
    changes.length === 0 ? '' : `${still}, and other runs are refused:\n${changes.map(problemText).join('\n')}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
