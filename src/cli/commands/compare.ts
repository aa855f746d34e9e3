import { type Command, Option } from 'commander';
import { type Day, isoDay } from '../../book/days';
import { plain, short } from '../../book/decimals';
import { compare, type Compared } from '../../runs/compare';
import { comparedColumns, comparedLabel, comparedRows, openingOf } from '../../runs/compare-rows';
import { writeComparison } from '../../runs/compare-sheet';
import { COMPARISON } from '../../workbook/sheets/comparison';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { dayArgument, upTo, type WritingFlags, writing } from '../options';
import { print, Refused, session } from '../session';
import { amountText, counted, tableText } from '../text';

interface Flags extends WritingFlags {
  readonly from: Day;
  readonly upTo: Day;
  readonly items?: readonly string[];
  readonly sheet?: boolean;
}

/** `compare BOOK --from DATE --up-to DATE`: a period under each inventory model. */
export function addCompare(program: Command): void {
  const command = program
    .command('compare <workbook>')
    .description('show what sales and stock would have cost under each inventory model')
    .addOption(
      new Option('--from <date>', 'the first day of the period, e.g. 2026-01-01')
        .argParser(dayArgument)
        .makeOptionMandatory(),
    )
    .addOption(upTo().makeOptionMandatory())
    .addOption(
      new Option('--items <items>', 'compare only these items, with a comma between them').argParser((text) =>
        text.split(',').filter((item) => item.trim() !== ''),
      ),
    )
    .option('--sheet', `write the comparison to the sheet "${COMPARISON.sheet}", in place of the one before`)
    .addHelpText(
      'after',
      `
The period is closed once for each model, and nothing is written but the sheet of --sheet. Every model begins with the same opening: what the runs
before the period left. Marks, slips and rows that are locked are kept as they are; items with standard cost or moving
average keep their cost. From opening to closing value each column adds up.

  inventory-close compare book.xlsx --from 2026-01-01 --up-to 2026-03-31
  inventory-close compare book.xlsx --from 2026-01-01 --up-to 2026-01-31 --items B-120,C-310 --json
  inventory-close compare book.xlsx --from 2026-01-01 --up-to 2026-01-31 --sheet --output compared.xlsx`,
    )
    .action(run);
  writing().forEach((option) => command.addOption(option));
}

async function run(file: string, flags: Flags): Promise<void> {
  if (flags.sheet) checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const options = { from: flags.from, upTo: flags.upTo, items: flags.items ?? [] };
  const found = await compare(workbook.port, options, env).finally(env.finish);
  if (!found.ok) throw new Refused(found.problems);
  if (flags.sheet) await writeComparison(workbook.port, found);
  const target = flags.sheet ? saveWorkbook(workbook, flags, env.now()) : null;
  print(flags.json ? JSON.stringify(forScripts(found, target), null, 2) : forPeople(found, target));
}

function forPeople(found: Compared, target: string | null): string {
  const { loaded, comparison } = found;
  const { parameters } = loaded.read.book;
  const { from, upTo: end, replaced, kept } = comparison;
  const columns = comparedColumns(comparison).map(({ model }) => model ?? 'As set');
  const rows = comparedRows(comparison).map((row) => [
    comparedLabel(row),
    ...row.figures.map((figure) =>
      row.kind === 'unsettled' ? `${figure} ` : amountText(plain(figure, parameters.amountDecimals)),
    ),
  ]);
  const items = `${counted(replaced, 'item')} under each model${kept === 0 ? '' : `, ${kept} with standard cost or moving average kept`}`;
  return [
    `${isoDay(from)} to ${isoDay(end)} under each inventory model, in ${parameters.currency}. ${target === null ? 'Nothing was written.' : `Written to the sheet "${COMPARISON.sheet}" of ${target}.`}`,
    `Opening: ${openingOf(found)}. ${items}.`,
    '',
    tableText(['', ...columns], rows, columns),
  ].join('\n');
}

function forScripts({ loaded, openedBy, comparison }: Compared, target: string | null) {
  const { amountDecimals, quantityDecimals, currency } = loaded.read.book.parameters;
  const amount = (units: number) => plain(units, amountDecimals);
  const totals = (list: readonly { readonly type: string; readonly amount: number }[]) =>
    Object.fromEntries(list.map(({ type, amount: units }) => [type, amount(units)]));
  return {
    ...(target === null ? {} : { file: target }),
    from: isoDay(comparison.from),
    upTo: isoDay(comparison.upTo),
    currency,
    openedBy: openedBy?.id ?? null,
    itemsCompared: comparison.replaced,
    itemsKept: comparison.kept,
    models: comparedColumns(comparison).map((one) => ({
      model: one.model ?? 'As set',
      opening: amount(one.opening),
      receipts: totals(one.receipts),
      costOfSales: amount(one.costOfSales),
      otherIssues: totals(one.otherIssues),
      changes: amount(one.changes),
      closing: amount(one.closing),
      closingQuantity: short(one.closingQuantity, quantityDecimals),
      unsettled: one.unsettled,
    })),
  };
}
