import type { Day } from '../../book/days';
import type { CostDeviation, OpenQuantity } from '../../book/reports';
import type { TableWrite } from '../port';
import type { ReadBook } from '../read/read-book';
import { COST_PRICE_CHECK, OPEN_QUANTITIES } from '../tables/results';
import { rowColumn } from '../tables/spec';
import { Places } from './places';
import { Figures, NewRows, numbering } from './rows';

/** The two reports as rows that take the place of the old ones. */
export function reportRows(
  read: ReadBook,
  day: Day,
  open: readonly OpenQuantity[],
  deviations: readonly CostDeviation[],
): TableWrite[] {
  const places = new Places(read, 0, '');
  const { transactions, parameters } = read.book;
  const figures = new Figures(parameters.amountDecimals, parameters.quantityDecimals);
  const common = (number: string, transaction: number) => ({
    ...places.dimensionsOf(transaction),
    Line: number,
    Date: day,
    Item: places.item(transactions.item[transaction]),
    Transaction: places.id(transaction),
    [rowColumn('Transaction')]: places.row(transaction),
    Quantity: figures.quantity(transactions.quantity[transaction]),
    Status: 'Active',
  });

  const openRows = new NewRows(OPEN_QUANTITIES, read.dimensions);
  const openNumber = numbering('Q', 0, 4);
  let openIssues = 0;
  for (const row of open) {
    openRows.add({
      ...common(openNumber(), row.transaction),
      Kind: row.kind,
      Updated: row.updated,
      'Open quantity': figures.quantity(row.open),
      Cause: row.cause,
    });
    openIssues += row.open;
  }

  const priceRows = new NewRows(COST_PRICE_CHECK, read.dimensions);
  const priceNumber = numbering('P', 0, 4);
  for (const row of deviations) {
    priceRows.add({
      ...common(priceNumber(), row.transaction),
      Cost: figures.amount(transactions.financialCost[row.transaction]),
      'Unit cost': row.unitCost,
      Base: row.base,
      'Base is': row.baseIs,
      Deviation: row.deviation,
      'Deviation %': row.percent,
    });
  }
  return [
    { ...openRows.toWrite(true), replace: true, tieOuts: { 'Open quantity': figures.quantity(openIssues) } },
    { ...priceRows.toWrite(true), replace: true, tieOuts: { 'Receipts listed': deviations.length } },
  ];
}
