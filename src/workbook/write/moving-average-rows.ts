import type { MovingAverageRow } from '../../book/reports';
import type { TableWrite } from '../port';
import type { ReadBook } from '../read/read-book';
import { MOVING_AVERAGE } from '../tables/results';
import { rowColumn } from '../tables/spec';
import { Places } from './places';
import { Figures, NewRows, numbering } from './rows';

/** The report on moving average items as rows that take the place of the old ones. */
export function movingAverageRows(
  read: ReadBook,
  found: readonly MovingAverageRow[],
  causeOf: (row: MovingAverageRow) => string,
): TableWrite {
  const { transactions, parameters } = read.book;
  const places = new Places(read, 0, '');
  const figures = new Figures(parameters.amountDecimals, parameters.quantityDecimals);
  const rows = new NewRows(MOVING_AVERAGE, read.dimensions);
  const number = numbering('M', 0, 4);
  for (const row of found) {
    const receipt = row.kind !== 'Issue';
    rows.add({
      ...places.dimensionsOf(row.transaction),
      Line: number(),
      Date: row.day,
      Item: places.item(transactions.item[row.transaction]),
      Transaction: places.id(row.transaction),
      [rowColumn('Transaction')]: places.row(row.transaction),
      Kind: row.kind,
      Backdated: row.backdated ? 'Yes' : 'No',
      Quantity: figures.quantity(row.quantity),
      'On hand quantity': figures.quantity(row.onHandQuantity),
      'On hand value': figures.amount(row.onHandValue),
      Average: row.average ?? null,
      'Posted cost': figures.amount(row.posted),
      'Cost at average': figures.amount(row.atAverage),
      Difference: figures.amount(row.difference),
      'On hand part': receipt ? figures.amount(row.onHandPart) : null,
      'Expensed part': receipt ? figures.amount(row.expensedPart) : null,
      Cause: causeOf(row),
      Status: 'Active',
    });
  }
  const sum = (of: (row: MovingAverageRow) => number) => figures.amount(found.reduce((all, row) => all + of(row), 0));
  return {
    ...rows.toWrite(true),
    replace: true,
    tieOuts: {
      Difference: sum((row) => row.difference),
      'On hand part': sum((row) => row.onHandPart),
      'Expensed part': sum((row) => row.expensedPart),
    },
  };
}
