import { parseIsoDay } from '../src/book/days';
import type { NewSheet } from '../src/workbook/file/create-sheet';
import { TRANSACTIONS } from '../src/workbook/tables/input';

const COLUMNS = ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'] as const;

/** Issues are posted at the running average of their day: 220.00 / 20, and 125.00 / 10. */
const ROWS = [
  ['PO123', 'Teapot', 10, '2026-01-05', 100],
  ['PO456', 'Teapot', 10, '2026-01-12', 120],
  ['SO987', 'Teapot', -15, '2026-01-20', -165],
  ['PO789', 'Teapot', 5, '2026-01-26', 70],
  ['SO988', 'Teapot', -5, '2026-01-29', -62.5],
] as const;

/** The smallest workbook that works: five rows of five columns, and nothing else. README.md works out its close. */
export function smallest(): NewSheet[] {
  return [
    {
      kind: 'table',
      table: TRANSACTIONS,
      columns: COLUMNS,
      rows: ROWS.length,
      cells: {
        Transaction: ROWS.map((row) => row[0]),
        Item: ROWS.map((row) => row[1]),
        Quantity: ROWS.map((row) => row[2]),
        'Financial date': ROWS.map((row) => parseIsoDay(row[3]) ?? null),
        'Financial cost': ROWS.map((row) => row[4]),
      },
    },
  ];
}
