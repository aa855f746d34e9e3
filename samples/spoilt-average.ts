import type { NewSheet } from '../src/workbook/file/create-sheet';
import { type PlainRow, plainTable } from './plain-table';

/**
 * Issues are posted at the running average of their day. SO401 takes 30 more than there are, at 5.00 each: 150.00 more leave than
 * there were. PO402 fills them up at 6.00 and leaves two, with the difference in their value: 42.00 for what cost 12.00.
 */
const ROWS: readonly PlainRow[] = [
  ['PO401', 'Jam jar', 20, '2026-01-05', 100],
  ['SO401', 'Jam jar', -50, '2026-01-09', -250],
  ['PO402', 'Jam jar', 32, '2026-01-13', 192],
  ['SO402', 'Jam jar', -1, '2026-01-16', -21],
  ['PO403', 'Jam jar', 20, '2026-01-20', 122],
  ['SO403', 'Jam jar', -5, '2026-01-27', -34.05],
];

/** A running average that negative stock has spoilt: README.md works out what the issues after it are posted at. */
export const spoiltAverage = (): NewSheet[] => plainTable(ROWS);
