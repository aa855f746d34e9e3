import { type Command, Option } from 'commander';
import { type Day, isoDay } from '../../book/days';
import { plain, short } from '../../book/decimals';
import { compare, type Compared } from '../../runs/compare';
import { comparedColumns, type ComparedRow, comparedRows } from '../../runs/compare-rows';
import { openWorkbook } from '../files';
import { dayArgument, json, upTo } from '../options';
import { print, Refused, session } from '../session';
import { amountText, counted, tableText } from '../text';

interface Flags {
  readonly from: Day;
  readonly upTo: Day;
  readonly items?: readonly string[];
  readonly json?: boolean;
}

/** `compare BOOK --from DATE --up-to DATE`: a period under each inventory model. */
export function addCompare(program: Command): void {
  program
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
        text.split(','),
      ),
    )
    .addOption(json())
    .addHelpText(
      'after',
      `
The period is closed once for each model, and nothing is written. Every model begins with the same opening: what the runs
before the period left. Marks, slips and rows that are locked are kept as they are; items with standard cost or moving
average keep their cost. From opening to closing value each column adds up.

  inventory-close compare book.xlsx --from 2026-01-01 --up-to 2026-03-31
  inventory-close compare book.xlsx --from 2026-01-01 --up-to 2026-01-31 --items B-120,C-310 --json`,
    )
    .action(async (file: string, flags: Flags) => {
      const { port } = openWorkbook(file);
      const env = session(undefined);
      const options = { from: flags.from, upTo: flags.upTo, items: flags.items ?? [] };
      const found = await compare(port, options, env).finally(env.finish);
      if (!found.ok) throw new Refused(found.problems);
      print(flags.json ? JSON.stringify(forScripts(found), null, 2) : forPeople(found));
    });
}

function forPeople({ loaded, openedBy, comparison }: Compared): string {
  const { parameters } = loaded.read.book;
  const { from, upTo: end, replaced, kept } = comparison;
  const columns = comparedColumns(comparison).map(({ model }) => model ?? 'As set');
  const rows = comparedRows(comparison).map((row) => [
    labelOf(row),
    ...row.figures.map((figure) =>
      row.kind === 'unsettled' ? `${figure} ` : amountText(plain(figure, parameters.amountDecimals)),
    ),
  ]);
  const opening =
    openedBy === undefined ? 'no close is dated before it' : `as ${openedBy.id} of ${isoDay(openedBy.day)} left it`;
  const items = `${counted(replaced, 'item')} under each model${kept === 0 ? '' : `, ${kept} with standard cost or moving average kept`}`;
  return [
    `${isoDay(from)} to ${isoDay(end)} under each inventory model, in ${parameters.currency}. Nothing was written.`,
    `Opening: ${opening}. ${items}.`,
    '',
    tableText(['', ...columns], rows, columns),
  ].join('\n');
}

/** A line of the comparison, as a person calls it. */
function labelOf(row: ComparedRow): string {
  switch (row.kind) {
    case 'opening':
      return 'Opening value';
    case 'receipts':
      return `+ ${row.type}`;
    case 'costOfSales':
      return '- Cost of sales';
    case 'issues':
      return `- ${row.type}`;
    case 'changes':
      return '+ Changes of earlier rows';
    case 'closing':
      return '= Closing value';
    case 'saving':
      return 'Cost of sales lower by';
    case 'unsettled':
      return 'Issues left open';
  }
}

function forScripts({ loaded, openedBy, comparison }: Compared) {
  const { amountDecimals, quantityDecimals, currency } = loaded.read.book.parameters;
  const amount = (units: number) => plain(units, amountDecimals);
  const totals = (list: readonly { readonly type: string; readonly amount: number }[]) =>
    Object.fromEntries(list.map(({ type, amount: units }) => [type, amount(units)]));
  return {
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
