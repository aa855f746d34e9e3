import { parseIsoDay } from '../src/book/days';
import type { NewSheet } from '../src/workbook/file/create-sheet';
import { TRANSACTIONS } from '../src/workbook/tables/input';

const COLUMNS = ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'] as const;

/** A transaction with what every one must say. Cost in dollars, signed as the quantity. */
export type PlainRow = readonly [id: string, item: string, quantity: number, date: string, cost: number];

/** A workbook with the table Transactions, the columns that it needs, and nothing else. */
export function plainTable(rows: readonly PlainRow[]): NewSheet[] {
  return [
    {
      kind: 'table',
      table: TRANSACTIONS,
      columns: COLUMNS,
      rows: rows.length,
      cells: {
        Transaction: rows.map(([id]) => id),
        Item: rows.map(([, item]) => item),
        Quantity: rows.map(([, , quantity]) => quantity),
        'Financial date': rows.map(([, , , date]) => parseIsoDay(date) ?? null),
        'Financial cost': rows.map(([, , , , cost]) => cost),
      },
    },
  ];
}
