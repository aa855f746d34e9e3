import type { Command } from 'commander';
import { close } from '../../runs/close';
import { type Summary, summaryOf } from '../../runs/summary';
import { checkTarget, openWorkbook, saveWorkbook, type Target } from '../files';
import { force, output, type RunFlags, runOptions, runOptionsOf } from '../options';
import { print, Refused, session } from '../session';
import { listText, logText, summaryText, warningText } from '../text';

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

Look before you close: inventory-close preview does the same and writes nothing.

  inventory-close close book.xlsx --up-to 2026-01-31
  inventory-close close book.xlsx --up-to 2026-01-31 --output closed.xlsx --json
  inventory-close close book.xlsx --up-to 2026-01-31 --specification Item --note "January, after the count"`,
    );
  runOptions().forEach((option) => command.addOption(option));
  command.addOption(output()).addOption(force());
  command.action(async (file: string, flags: RunFlags & Target) => {
    checkTarget(file, flags);
    const workbook = openWorkbook(file);
    const env = session(flags.now);
    const closed = await close(workbook.port, runOptionsOf(flags), env).finally(env.finish);
    if (!closed.ok) throw new Refused(closed.problems);
    const summary = summaryOf(closed);
    const target = saveWorkbook(workbook, flags, env.now());
    const { closing, voucher } = closed.ids;
    if (flags.json) {
      const { rows, warnings } = closed;
      return print(JSON.stringify({ closing, voucher, file: target, rows, ...summary, warnings }, null, 2));
    }
    print(
      [
        headline(summary, closing, voucher),
        summaryText(summary),
        logText(summary.log),
        warningText(closed.warnings),
        writtenText(closed.rows, target),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    );
  });
}

function headline({ upTo, ledger }: Summary, closing: string, voucher: string): string {
  const posted = ledger.length === 0 ? 'there is nothing to post' : `voucher ${voucher}`;
  return `Closed inventory up to ${upTo} as ${closing}, ${posted}.`;
}

function writtenText(rows: Readonly<Record<string, number>>, target: string): string {
  const parts = Object.entries(rows).filter(([, count]) => count > 0);
  return `Written to ${target}: rows of ${listText(parts.map(([table, count]) => `${table} (${count})`))}.`;
}
