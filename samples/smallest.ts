import type { NewSheet } from '../src/workbook/file/create-sheet';
import { type PlainRow, plainTable } from './plain-table';

/** Issues are posted at the running average of their day: 220.00 / 20, and 125.00 / 10. */
const ROWS: readonly PlainRow[] = [
  ['PO123', 'Teapot', 10, '2026-01-05', 100],
  ['PO456', 'Teapot', 10, '2026-01-12', 120],
  ['SO987', 'Teapot', -15, '2026-01-20', -165],
  ['PO789', 'Teapot', 5, '2026-01-26', 70],
  ['SO988', 'Teapot', -5, '2026-01-29', -62.5],
];

/** The smallest workbook that works: five rows of five columns, and nothing else. README.md works out its close. */
export const smallest = (): NewSheet[] => plainTable(ROWS);
