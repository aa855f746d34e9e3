import { type Command, Option } from 'commander';
import { type Day, isoDay, NO_DAY } from '../../book/days';
import { plain, short } from '../../book/decimals';
import { archivable, type Archivable, STAY_WORDS } from '../../runs/archive/archivable';
import { archive, type Archived } from '../../runs/archive/archive';
import { addressOfTransaction } from '../../runs/find-rows';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { by, dayArgument, dryRun, type WritingFlags, writing } from '../options';
import { problemText } from '../refusals';
import { print, Refused, session } from '../session';
import { amountText, counted, tableText } from '../text';

interface Flags extends WritingFlags {
  readonly upTo?: Day;
  readonly dryRun?: boolean;
  readonly note?: string;
  readonly by?: string;
}

/** How many rows are listed on the terminal; scripts get them all. */
const SHOWN = 50;

/** `archive BOOK`: which rows are closed in full, and that they may leave the table Transactions. */
export function addArchive(program: Command): void {
  const command = program
    .command('archive <workbook>')
    .description('keep the rows that are closed in full, so that you can move them out of the table Transactions')
    .addOption(
      new Option('--up-to <date>', 'only rows that are dated on or before it; else up to the last close').argParser(
        dayArgument,
      ),
    )
    .addOption(dryRun('show which rows, and write nothing'))
    .addOption(new Option('--note <text>', 'your own note, kept with the run'))
    .addOption(by())
    .addHelpText(
      'after',
      `
A row is closed in full when it is invoiced and settled in full, and nothing that it hangs together with is open. The command
keeps such rows in the table LockedRows and does not touch the table Transactions: you delete them there, best after you
have copied them to a workbook of their own. Closing, verifying and explaining go on as if they were there, rows that name
them included. inventory-close reverse takes it back, once the rows stand in their table again.

  inventory-close archive book.xlsx --dry-run
  inventory-close archive book.xlsx --up-to 2025-12-31`,
    )
    .action(run);
  writing().forEach((option) => command.addOption(option));
}

async function run(file: string, flags: Flags): Promise<void> {
  const { upTo, note } = flags;
  const options = { ...(upTo === undefined ? {} : { upTo }), ...(note === undefined ? {} : { note }) };
  if (flags.dryRun) {
    const env = session(flags.now);
    const found = await archivable(openWorkbook(file).port, options, env).finally(env.finish);
    if (!found.ok) throw new Refused(found.problems);
    print(flags.json ? JSON.stringify({ file: null, closing: null, ...figuresJson(found) }, null, 2) : preview(found));
    return;
  }
  checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now, flags.by);
  const done = await archive(workbook.port, options, env).finally(env.finish);
  if (!done.ok) throw new Refused(done.problems);
  const target = saveWorkbook(workbook, flags, env.now());
  print(flags.json ? JSON.stringify({ file: target, ...archivedJson(done) }, null, 2) : archivedText(done, target));
}

/** An archive as scripts get it. */
export function archivedJson(done: Archived) {
  return { closing: done.ids.closing, ...figuresJson(done), warnings: done.warnings };
}

function figuresJson({ loaded, upTo, rows, items, staying, archived }: Archivable) {
  const { read } = loaded;
  const { transactions: t, parameters, items: all } = read.book;
  return {
    upTo: upTo === NO_DAY ? null : isoDay(upTo),
    rows: rows.map((row) => ({
      transaction: t.id[row],
      item: all[t.item[row]].id,
      date: isoDay(t.financialDay[row]),
      quantity: short(t.quantity[row], parameters.quantityDecimals),
      cost: plain(t.financialCost[row], parameters.amountDecimals),
      cell: addressOfTransaction(read, row),
    })),
    items: items.map((one) => ({ ...one, firstDay: isoDay(one.firstDay), lastDay: isoDay(one.lastDay) })),
    staying: Object.fromEntries(staying.map(({ why, rows: count }) => [why, count])),
    archivedBefore: {
      rows: archived.rows,
      onSheet: archived.onSheet.map((row) => ({ transaction: t.id[row], cell: addressOfTransaction(read, row) })),
    },
  };
}

/** An archive as a person reads it. */
export function archivedText(done: Archived, target: string): string {
  const { rows, upTo, ids, warnings } = done;
  const head =
    `Archived ${counted(rows.length, 'row')} up to ${isoDay(upTo)} as ${ids.closing}. Written to ${target}.\n` +
    `You can delete ${rows.length === 1 ? 'it' : 'them'} in the table Transactions now, best after copying to a workbook of their own: everything goes on as if they were there.`;
  return join([head, listText(done), stayingText(done), warnings.map(problemText).join('\n')]);
}

function preview(found: Archivable): string {
  if (found.upTo === NO_DAY) return 'No close is in force in this workbook, so nothing is closed in full.';
  const head = `${counted(found.rows.length, 'row')} of Transactions up to ${isoDay(found.upTo)} could be archived. Nothing was written.`;
  return join([head, listText(found), stayingText(found)]);
}

function listText({ loaded: { read }, rows, items }: Archivable): string {
  if (rows.length === 0) return '';
  const { transactions: t, parameters, items: all } = read.book;
  const byItem = items.map((one) => [one.item, String(one.rows), isoDay(one.firstDay), isoDay(one.lastDay)]);
  const list = rows
    .slice(0, SHOWN)
    .map((row) => [
      addressOfTransaction(read, row),
      t.id[row],
      all[t.item[row]].id,
      isoDay(t.financialDay[row]),
      short(t.quantity[row], parameters.quantityDecimals),
      amountText(plain(t.financialCost[row], parameters.amountDecimals)),
    ]);
  const headers = ['Cell', 'Transaction', 'Item', 'Financial date', 'Quantity', 'Financial cost'];
  const more = rows.length > SHOWN ? `\n  … and ${rows.length - SHOWN} more: --json lists them all` : '';
  return join([
    tableText(['Item', 'Rows', 'First', 'Last'], byItem, ['Rows']),
    tableText(headers, list, ['Quantity', 'Financial cost']) + more,
  ]);
}

function stayingText({ staying, archived, rows }: Archivable): string {
  const before = archived.rows;
  const still = archived.onSheet.length;
  const lines = [
    ...staying.map(({ why, rows: count }) => `  ${count} ${STAY_WORDS[why]}`),
    ...(before === 0 ? [] : [`  ${before} archived by earlier runs, ${still} of them still in the table`]),
  ];
  if (lines.length === 0) return '';
  return `${rows.length === 0 ? 'Of its rows' : 'Of the others'} are\n${lines.join('\n')}`;
}

const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
