import { LEG, type Book } from '../../../src/book/book';
import { isoDay } from '../../../src/book/days';
import { plain, short } from '../../../src/book/decimals';
import { PRINCIPLES } from '../../../src/book/models';
import { REASONS, type RunRequest } from '../../../src/book/outcome';
import type { TransactionType } from '../../../src/book/transaction-types';
import type { RunColumns } from '../../support/after-run';
import { makeBook, scaled, type Row } from '../../support/book';
import { costOf } from '../../support/readable';
import { tableOf, type Example, type ExampleClose } from './example';

const DAY_ZERO = 46022; // 2025-12-31

/** The book of an example before its first close. */
export function bookOf(example: Example): Book {
  const { model, includePhysicalValue = false, uncoveredQuantity = 'Keep estimate' } = example;
  const table = tableOf(example.before);
  const book = makeBook({
    parameters: { defaultModel: model, includePhysicalValue, uncoveredQuantity },
    items: table.some((cells) => cells['warehouse']) ? [{ id: 'A', model, financialDimensions: ['Warehouse'] }] : [],
    rows: table.map((cells): Row => {
      const date = isoDay(DAY_ZERO + Number(cells['day']));
      const cost = cells['cost'] as string;
      const isSlip = cells['update'] === 'slip';
      return {
        id: cells['transaction'] as string,
        qty: cells['quantity'] as string,
        physicalDate: date,
        ...(isSlip ? { physicalCost: cost } : { date, cost }),
        ...(cells['slip cost'] ? { physicalCost: cells['slip cost'] } : {}),
        ...(cells['marked to'] ? { markedTo: cells['marked to'] } : {}),
        ...(cells['warehouse'] ? { dims: { Warehouse: cells['warehouse'] } } : {}),
        ...(cells['item'] ? { item: cells['item'] } : {}),
        ...(cells['type'] ? { type: cells['type'] as TransactionType } : {}),
        ...(cells['cost source'] ? { costSource: cells['cost source'] } : {}),
        ...(cells['reference'] ? { reference: cells['reference'] } : {}),
      };
    }),
  });
  table.forEach((cells, row) => (book.transactions.adjusted[row] = scaled(cells['adjusted'] ?? 0, 2)));
  return book;
}

export function requestOf(example: Example, close: ExampleClose): RunRequest {
  return {
    type: 'Close',
    day: DAY_ZERO + close.upTo,
    specification: 'Total',
    maximumThroughputs: 100,
    minimumThroughputAdjustment: scaled(example.minimum ?? 0, 2),
  };
}

/** What a close did, in the words of an example. */
export function told(book: Book, run: RunColumns, after: Book) {
  const { slices, adjustments, request } = run;
  const { transactions } = after;
  const name = (row: number): string => {
    if (row < 0) return '·';
    if (transactions.leg[row] === LEG.none) return transactions.id[row];
    return `${transactions.leg[row] === LEG.issue ? 'out' : 'in'}@${transactions.financialDay[row] - DAY_ZERO}`;
  };
  const isFinancial = (row: number): boolean =>
    transactions.financialDay[row] !== 0 && transactions.financialDay[row] <= request.day;
  const isOnHand = (row: number): boolean =>
    isFinancial(row) ||
    (book.parameters.includePhysicalValue &&
      transactions.physicalDay[row] !== 0 &&
      transactions.physicalDay[row] <= request.day);

  const rows = range(transactions.count);
  const onHand = rows.filter(isOnHand);
  const provisional = [...after.provisional.amount].reduce((sum, amount) => sum + amount, 0);
  const value = onHand.reduce((sum, row) => sum + costOf(after, row, request.day), provisional);
  const quantity = onHand.reduce((sum, row) => sum + transactions.quantity[row], 0);
  return {
    pairs: range(slices.count).map((at) =>
      line(
        name(slices.issue[at]),
        name(slices.receipt[at]),
        short(slices.quantity[at], 6),
        plain(slices.amount[at], 2),
        PRINCIPLES[slices.principle[at]],
        slices.settles[at] === 1 ? 'settled' : 'adjusted only',
      ),
    ),
    adjusted: range(adjustments.count).map((at) =>
      line(
        name(adjustments.transaction[at]),
        plain(adjustments.amount[at], 2),
        REASONS[adjustments.reason[at]],
        name(adjustments.source[at]),
      ),
    ),
    open: rows
      .filter((row) => isFinancial(row) && transactions.quantity[row] !== transactions.settledQuantity[row])
      .map((row) =>
        line(
          name(row),
          short(transactions.quantity[row] - transactions.settledQuantity[row], 6),
          plain(costOf(after, row, request.day) - transactions.settledValue[row], 2),
        ),
      ),
    stock: `${short(quantity, 6)} for ${plain(value, 2)}`,
  };
}

function line(...cells: string[]): string {
  return cells.join(' | ');
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
