import { type Command, Option } from 'commander';
import { close, type Closed } from '../../runs/close';
import { type Summary, summaryOf } from '../../runs/summary';
import { checkTarget, openWorkbook, saveWorkbook, type Target } from '../files';
import { force, output, type PauseAfter, pauseAfter, type RunFlags, runOptions, runOptionsOf } from '../options';
import { type PausableSession, pausableSession, print, Refused } from '../session';
import { doneText } from '../text';
import { tellPaused } from './paused';
import { recalculatedJson, recalculatedText } from './recalculate';

/** `close BOOK --up-to DATE`: settles and writes. */
export function addClose(program: Command): void {
  const command = program
    .command('close <workbook>')
    .description('settle issues with receipts up to a date, and write the results into the workbook')
    .addHelpText(
      'after',
      `
Reads the tables of the workbook, pairs the issues with receipts by each item's inventory model, adjusts each issue to
the cost of what it was paired with, and writes the sheets Closings, Settlements, Adjustments, Ledger, Close log,
Inventory value, Closing transfers and Locked rows. Everything dated on or before the date is locked afterwards: add
rows with later dates, and close up to a later date. Your own tables are never changed.
Ctrl-C pauses the close; inventory-close resume goes on with it, on any machine.

Look before you close: inventory-close preview does the same and writes nothing.

  inventory-close close book.xlsx --up-to 2026-01-31
  inventory-close close book.xlsx --up-to 2026-01-31 --recalculate-after
  inventory-close close book.xlsx --up-to 2026-01-31 --output closed.xlsx --json
  inventory-close close book.xlsx --up-to 2026-01-31 --specification Item --note "January, after the count"`,
    );
  runOptions().forEach((option) => command.addOption(option));
  command
    .addOption(new Option('--recalculate-after', 'recalculate all items up to today afterwards, as a run of its own'))
    .addOption(pauseAfter())
    .addOption(output())
    .addOption(force())
    .action(run);
}

interface Flags extends RunFlags, Target {
  readonly recalculateAfter?: boolean;
  readonly pauseAfter?: PauseAfter;
}

async function run(file: string, flags: Flags): Promise<void> {
  checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = pausableSession(flags.now, flags.pauseAfter);
  const options = { ...runOptionsOf(flags), recalculateAfter: flags.recalculateAfter === true };
  const closed = await close(workbook.port, options, env).finally(env.finish);
  if (!closed.ok) throw new Refused(closed.problems);
  const target = saveWorkbook(workbook, flags, env.now());
  if (closed.paused) tellPaused(closed, target, flags, env);
  else tellClosed(closed, target, flags, env);
}

/** Tells what a close did, and what became of the recalculation after it. */
export function tellClosed(
  closed: Closed,
  target: string,
  flags: { readonly json?: boolean },
  env: PausableSession,
): void {
  const summary = summaryOf(closed);
  const { closing, voucher } = closed.ids;
  const { rows, sheets, warnings, recalculated } = closed;
  if (flags.json) {
    const more = recalculated ? { recalculated: afterJson(recalculated) } : {};
    print(JSON.stringify({ closing, voucher, file: target, rows, sheets, ...summary, warnings, ...more }, null, 2));
  } else {
    print(doneText(headline(summary, closing, voucher), summary, warnings, { rows, sheets, target }));
    if (recalculated?.ok && !recalculated.paused) print(`\n${recalculatedText(recalculated, target)}`);
  }
  if (recalculated?.ok === false) {
    throw new Refused(recalculated.problems, true, `The recalculation was not done; the close was, in ${target}.`);
  }
  if (recalculated?.paused && !flags.json) tellPaused(recalculated, target, flags, env);
}

function afterJson(after: NonNullable<Closed['recalculated']>) {
  if (!after.ok) return { refused: true, problems: after.problems };
  return after.paused ? { paused: true, closing: after.closing, progress: after.progress } : recalculatedJson(after);
}

function headline({ upTo, ledger }: Summary, closing: string, voucher: string): string {
  const posted = ledger.length === 0 ? 'there is nothing to post' : `voucher ${voucher}`;
  return `Closed inventory up to ${upTo} as ${closing}, ${posted}.`;
}
