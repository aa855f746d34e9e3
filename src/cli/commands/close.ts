import type { Command } from 'commander';
import { isoDay } from '../../book/days';
import { close } from '../../runs/close';
import { preview } from '../../runs/preview';
import type { RunOptions } from '../../runs/request';
import { summaryOf } from '../../runs/summary';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { output, type RunFlags, runOptions } from '../options';
import { Refused, session } from '../session';
import { logText, summaryText } from '../text';

function optionsOf(flags: RunFlags): RunOptions {
  return {
    upTo: flags.upTo,
    ...(flags.specification ? { specification: flags.specification } : {}),
    ...(flags.maxThroughputs === undefined ? {} : { maximumThroughputs: flags.maxThroughputs }),
    ...(flags.minThroughputAdjustment === undefined
      ? {}
      : { minimumThroughputAdjustment: flags.minThroughputAdjustment }),
    ...(flags.note ? { note: flags.note } : {}),
  };
}

/** `close BOOK --up-to DATE`: settles and writes. */
export function addClose(program: Command): void {
  const command = program
    .command('close <workbook>')
    .description('settle issues with receipts up to a date, and write the results into the workbook')
    .addOption(output())
    .addHelpText(
      'after',
      `
Reads the tables of the workbook, pairs the issues with receipts by each item's inventory model, adjusts each issue
to the cost of what it was paired with, and writes the sheets Closings, Settlements, Adjustments, Ledger, Close log,
Inventory value, Closing transfers and Locked rows. Everything dated on or before the date is locked afterwards.
Your own tables are never changed. Look before you close: inventory-close preview does the same and writes nothing.

  inventory-close close book.xlsx --up-to 2026-01-31
  inventory-close close book.xlsx --up-to 2026-01-31 --output closed.xlsx --json`,
    );
  runOptions().forEach((option) => command.addOption(option));
  command.action(async (file: string, flags: RunFlags & { output?: string }) => {
    checkTarget(file, flags.output);
    const workbook = openWorkbook(file);
    const env = session(flags.now);
    const closed = await close(workbook.port, optionsOf(flags), env).finally(env.finish);
    if (!closed.ok) throw new Refused(closed.problems);
    const target = saveWorkbook(workbook, flags.output, env.now());
    const summary = summaryOf(closed);
    if (flags.json) {
      print(
        JSON.stringify(
          { closing: closed.ids.closing, file: target, rows: closed.rows, ...summary, warnings: closed.warnings },
          null,
          2,
        ),
      );
      return;
    }
    print(`Closed inventory up to ${summary.upTo} as ${closed.ids.closing}, voucher ${closed.ids.voucher}.\n`);
    print(`${summaryText(summary)}\n\n${logText(summary.log)}\n${warningText(closed.warnings)}`);
    print(
      `Written to ${target}: ${Object.entries(closed.rows)
        .filter(([, rows]) => rows > 0)
        .map(([table, rows]) => `${table} ${rows}`)
        .join(', ')} rows.`,
    );
  });
}

/** `preview BOOK --up-to DATE`: the same outcome, nothing written. */
export function addPreview(program: Command): void {
  const command = program
    .command('preview <workbook>')
    .description('show what a close would do, and write nothing')
    .addHelpText('after', '\n  inventory-close preview book.xlsx --up-to 2026-01-31');
  runOptions().forEach((option) => command.addOption(option));
  command.action(async (file: string, flags: RunFlags) => {
    const workbook = openWorkbook(file);
    const env = session(flags.now);
    const found = await preview(workbook.port, optionsOf(flags), env).finally(env.finish);
    if (!found.ok) throw new Refused(found.problems);
    const summary = summaryOf(found);
    if (flags.json) {
      print(JSON.stringify({ ...summary, warnings: found.warnings }, null, 2));
      return;
    }
    print(`A close up to ${isoDay(flags.upTo)} would do this. Nothing was written.\n`);
    print(`${summaryText(summary)}\n\n${logText(summary.log)}\n${warningText(found.warnings)}`);
  });
}

export function warningText(warnings: readonly { cell: string; message: string }[]): string {
  if (warnings.length === 0) return '';
  const lines = warnings.slice(0, 10).map(({ cell, message }) => `  ${cell === '' ? '' : `${cell}: `}${message}`);
  if (warnings.length > 10) lines.push(`  … and ${warnings.length - 10} more: inventory-close check lists them all`);
  return `\nTo look at in the input:\n${lines.join('\n')}\n`;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
