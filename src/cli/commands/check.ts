import { type Command, Option } from 'commander';
import type { Day } from '../../book/days';
import { isoDay, NO_DAY } from '../../book/days';
import { plain, short } from '../../book/decimals';
import { keyName } from '../../book/names';
import { COST_BASES, type CostBase } from '../../book/reports';
import { check, type Checked, writeReports } from '../../runs/check';
import { DEFAULT_COST_PRICE_OPTIONS } from '../../settle/reports/cost-prices';
import { checkTarget, openWorkbook, saveWorkbook, type Target } from '../files';
import { force, json, now, numberArgument, output, upTo } from '../options';
import { problemText } from '../refusals';
import { print, Refused, session, UNCHANGED } from '../session';
import { amountText, counted, tableText } from '../text';

interface Flags extends Target {
  readonly upTo?: Day;
  readonly showReceipts?: boolean;
  readonly base: CostBase;
  readonly maxDeviation: number;
  readonly minDeviation: number;
  readonly ignoreProduction?: boolean;
  readonly writeReports?: boolean;
  readonly json?: boolean;
  readonly now?: number;
}

const D = DEFAULT_COST_PRICE_OPTIONS;
/** How many rows of a report are shown on the terminal. */
const SHOWN = 20;

/** `check BOOK --up-to DATE`: is the workbook ready for a close? */
export function addCheck(program: Command): void {
  program
    .command('check <workbook>')
    .description('say whether a close can run, what it would leave open, and which receipts have a strange cost')
    .addOption(upTo())
    .addOption(new Option('--show-receipts', 'list the receipts too that stay open or are not invoiced'))
    .addOption(
      new Option('--base <base>', 'what unit costs of receipts are compared with').choices(COST_BASES).default(D.base),
    )
    .addOption(
      new Option('--max-deviation <percent>', 'list receipts that are more than this off')
        .argParser(numberArgument)
        .default(D.maximumDeviation),
    )
    .addOption(
      new Option('--min-deviation <amount>', 'and at least this much a unit')
        .argParser(numberArgument)
        .default(D.minimumDeviation),
    )
    .addOption(new Option('--ignore-production', 'leave out receipts from production'))
    .addOption(new Option('--write-reports', 'write the sheets Open quantities and Cost price check into the workbook'))
    .addOption(output())
    .addOption(force())
    .addOption(json())
    .addOption(now())
    .addHelpText(
      'after',
      `
Open quantities are the issues that the receipts invoiced by the date do not cover. The check of cost prices lists
receipts whose cost a unit is far from the item's cost price, or from the median of its receipts: typing errors,
mostly. Exit code 1 where a close would be refused: rows of a closed period that were added, changed or deleted, say.
Without a date it is checked for the next close that is due.

  inventory-close check book.xlsx
  inventory-close check book.xlsx --up-to 2026-01-31
  inventory-close check book.xlsx --up-to 2026-01-31 --base Median --max-deviation 50
  inventory-close check book.xlsx --up-to 2026-01-31 --write-reports`,
    )
    .action(run);
}

async function run(file: string, flags: Flags): Promise<void> {
  const writes = flags.writeReports === true || flags.output !== undefined;
  if (writes) checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const costPrices = {
    base: flags.base,
    maximumDeviation: flags.maxDeviation,
    minimumDeviation: flags.minDeviation,
    ignoreProduction: flags.ignoreProduction === true,
  };
  const found = await check(
    workbook.port,
    {
      ...(flags.upTo === undefined ? {} : { upTo: flags.upTo }),
      showReceipts: flags.showReceipts === true,
      costPrices,
    },
    env,
  ).finally(env.finish);
  if (!found.ok) throw new Refused(found.problems);
  let written = '';
  if (writes) {
    await writeReports(workbook.port, found, found.upTo, env).finally(env.finish);
    written = saveWorkbook(workbook, flags, env.now());
  }
  if (flags.json) print(JSON.stringify(forScripts(found, written), null, 2));
  else print(forPeople(found, written));
  const errors = found.obstacles.filter(({ severity }) => severity === 'Error');
  if (errors.length > 0) {
    const kept = written === '' ? UNCHANGED : 'Only the two reports were written.';
    throw new Refused(errors, flags.json === true, kept);
  }
}

function forPeople(found: Checked, written: string): string {
  const { book } = found.loaded.read;
  const { id, key } = book.transactions;
  const name = (transaction: number) => [id[transaction], keyName(book, key[transaction])];
  const quantity = (units: number) => short(units, book.parameters.quantityDecimals);
  const warnings = found.obstacles.filter(({ severity }) => severity === 'Warning');
  const errors = found.obstacles.length - warnings.length;
  const cut = <T>(rows: readonly T[]) => rows.slice(0, SHOWN);
  const more = (rows: readonly unknown[]) => (rows.length > SHOWN ? `\n  … and ${rows.length - SHOWN} more` : '');
  const parts = [
    `${counted(book.transactions.inputCount, 'transaction')} of ${counted(book.items.length, 'item')} ${book.transactions.inputCount === 1 ? 'was' : 'were'} read. ${verdict(found, errors)}`,
    warnings.length === 0
      ? ''
      : `Warnings: ${warnings.length}\n${cut(warnings).map(problemText).join('\n')}${more(warnings)}`,
    found.openQuantities.length === 0
      ? 'Open quantities: none, every issue is covered.'
      : `Open quantities: ${found.openQuantities.length}\n${tableText(
          ['Transaction', 'Item', 'Kind', 'Updated', 'Open', 'Cause'],
          cut(found.openQuantities).map((row) => [
            ...name(row.transaction),
            row.kind,
            row.updated,
            quantity(row.open),
            row.cause,
          ]),
          ['Open'],
        )}${more(found.openQuantities)}`,
    found.costPrices.length === 0
      ? 'Cost prices: no receipt is further off its base than allowed.'
      : `Cost prices: ${counted(found.costPrices.length, 'receipt')} far off\n${tableText(
          ['Receipt', 'Item', 'Unit cost', 'Base', 'Base is', 'Deviation %'],
          cut(found.costPrices).map((row) => [
            ...name(row.transaction),
            amountText(row.unitCost.toFixed(book.parameters.amountDecimals + 2)),
            amountText(row.base.toFixed(book.parameters.amountDecimals + 2)),
            row.baseIs,
            row.percent.toFixed(1),
          ]),
          ['Unit cost', 'Base', 'Deviation %'],
        )}${more(found.costPrices)}`,
    written === '' ? '' : `Wrote the sheets Open quantities and Cost price check to ${written}.`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function verdict({ upTo }: Checked, errors: number): string {
  const refused = errors === 0 ? 'can run.' : `would be refused for ${counted(errors, 'reason')}, told at the end.`;
  return upTo === NO_DAY ? 'None has a date, so no close is due.' : `A close up to ${isoDay(upTo)} ${refused}`;
}

function forScripts(found: Checked, written: string) {
  const { book } = found.loaded.read;
  const { id, key } = book.transactions;
  const name = (transaction: number) => ({ transaction: id[transaction], costKey: keyName(book, key[transaction]) });
  return {
    upTo: isoDay(found.upTo),
    transactions: book.transactions.inputCount,
    refused: found.obstacles.some(({ severity }) => severity === 'Error'),
    problems: found.obstacles,
    openQuantities: found.openQuantities.map(({ transaction, open, ...row }) => ({
      ...name(transaction),
      ...row,
      quantity: plain(row.quantity, book.parameters.quantityDecimals),
      open: plain(open, book.parameters.quantityDecimals),
    })),
    costPrices: found.costPrices.map(({ transaction, ...row }) => ({ ...name(transaction), ...row })),
    file: written || null,
  };
}
