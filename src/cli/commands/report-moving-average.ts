import { type Command, Option } from 'commander';
import { type Day, isoDay } from '../../book/days';
import { plain, short } from '../../book/decimals';
import { keyName } from '../../book/names';
import { causeOf, type MovingAverageReport, reportMovingAverage, writeMovingAverage } from '../../runs/moving-average';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { dayArgument, dryRun, numberArgument, type WritingFlags, writing } from '../options';
import { print, Refused, session } from '../session';
import { amountText, counted, tableText } from '../text';

interface Flags extends WritingFlags {
  readonly from?: Day;
  readonly upTo?: Day;
  readonly minimum?: number;
  readonly inDateOrder?: boolean;
  readonly writeReports?: boolean;
  readonly dryRun?: boolean;
}

/** How many rows are shown on the terminal. */
const SHOWN = 50;

/** `report moving-average BOOK`: postings off the average; written into the workbook where that is asked for. */
export function addMovingAverage(reports: Command): void {
  const command = reports
    .command('moving-average <workbook>')
    .description('list where moving average items were posted at other costs than their average gave')
    .addOption(new Option('--from <date>', 'postings dated on or after it').argParser(dayArgument))
    .addOption(new Option('--up-to <date>', 'postings dated on or before it').argParser(dayArgument))
    .addOption(new Option('--minimum <amount>', 'leave out smaller differences').argParser(numberArgument))
    .addOption(new Option('--in-date-order', 'rows were posted in the order of their dates: none is backdated'))
    .addOption(new Option('--write-reports', 'write the sheet Moving average into the workbook'))
    .addOption(dryRun('list them, and write nothing'))
    .addHelpText(
      'after',
      `
Goes through the receipts and issues of each item and its dimensions in the order in which they were posted: by Sequence, then as
they stand in the table. The average of a moment is the value on hand by the quantity on hand. Listed are issues at another
cost than the average; invoices that differ from their slip, split into what was still on hand and what is to be expensed;
receipts that are dated before a row that was posted earlier, and receipts into negative stock, against the average.

  inventory-close report moving-average book.xlsx
  inventory-close report moving-average book.xlsx --from 2026-01-01 --up-to 2026-01-31 --minimum 1.00 --write-reports`,
    )
    .action(run);
  writing().forEach((option) => command.addOption(option));
}

async function run(file: string, flags: Flags): Promise<void> {
  const writes = !flags.dryRun && (flags.writeReports === true || flags.output !== undefined);
  if (writes) checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const options = {
    ...(flags.from === undefined ? {} : { from: flags.from }),
    ...(flags.upTo === undefined ? {} : { upTo: flags.upTo }),
    ...(flags.minimum === undefined ? {} : { minimum: flags.minimum }),
    inDateOrder: flags.inDateOrder === true,
  };
  const found = await reportMovingAverage(workbook.port, options, env).finally(env.finish);
  if (!found.ok) throw new Refused(found.problems);
  let target: string | null = null;
  if (writes) {
    await writeMovingAverage(workbook.port, found, env).finally(env.finish);
    target = saveWorkbook(workbook, flags, env.now());
  }
  print(flags.json ? JSON.stringify({ file: target, ...forScripts(found) }, null, 2) : forPeople(found, target));
}

function forPeople({ loaded, rows, items }: MovingAverageReport, target: string | null): string {
  const { book } = loaded.read;
  const amount = (units: number) => amountText(plain(units, book.parameters.amountDecimals));
  const split = (row: (typeof rows)[number], units: number) => (row.kind === 'Issue' ? '' : amount(units));
  const headers = [
    'Transaction',
    'Item',
    'Date',
    'Kind',
    'Quantity',
    'Posted',
    'At average',
    'Difference',
    'On hand',
    'Expensed',
  ];
  const cells = rows
    .slice(0, SHOWN)
    .map((row) => [
      book.transactions.id[row.transaction],
      keyName(book, book.transactions.key[row.transaction]),
      isoDay(row.day),
      row.backdated && row.kind === 'Issue' ? 'Issue, backdated' : row.kind,
      short(row.quantity, book.parameters.quantityDecimals),
      amount(row.posted),
      amount(row.atAverage),
      amount(row.difference),
      split(row, row.onHandPart),
      split(row, row.expensedPart),
    ]);
  const head = `${counted(items, 'item')} with moving average; ${counted(rows.length, 'posting')} at another cost than the average gives.`;
  return [
    head,
    rows.length === 0 ? '' : tableText(headers, cells, headers.slice(4)),
    rows.length > SHOWN ? `  … and ${rows.length - SHOWN} more: --json and --write-reports list them all` : '',
    target === null ? '' : `Wrote the sheet Moving average to ${target}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function forScripts({ loaded, rows, items }: MovingAverageReport) {
  const { book } = loaded.read;
  const amount = (units: number) => plain(units, book.parameters.amountDecimals);
  const quantity = (units: number) => plain(units, book.parameters.quantityDecimals);
  return {
    items,
    postings: rows.map((row) => ({
      transaction: book.transactions.id[row.transaction],
      costKey: keyName(book, book.transactions.key[row.transaction]),
      date: isoDay(row.day),
      kind: row.kind,
      backdated: row.backdated,
      quantity: quantity(row.quantity),
      onHandQuantity: quantity(row.onHandQuantity),
      onHandValue: amount(row.onHandValue),
      average: row.average ?? null,
      postedCost: amount(row.posted),
      costAtAverage: amount(row.atAverage),
      difference: amount(row.difference),
      onHandPart: row.kind === 'Issue' ? null : amount(row.onHandPart),
      expensedPart: row.kind === 'Issue' ? null : amount(row.expensedPart),
      cause: causeOf(book, row),
    })),
  };
}
