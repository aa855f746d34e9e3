import { closing, column, count, status } from './result-parts';
import type { ResultTable } from './spec';

/** What LockedRows keeps. */
export const LOCK_KINDS = ['Transaction', 'Item', 'Parameter', 'Later', 'Archived'] as const;

export const LOCKED_ROWS: ResultTable = {
  name: 'LockedRows',
  sheet: 'Locked rows',
  about: 'What was locked by the closes, as it was then. Commands find rows that were added, changed or deleted since.',
  dimensions: false,
  columns: [
    column('Lock', 'id', 13, 'The number of the row.'),
    closing,
    column(
      'Kind',
      'choice',
      12,
      'What was locked. Later: a transaction of a later date that had a say in the run; kept as it was, not locked. Archived: a transaction that may leave its table; what follows reads it from here.',
      LOCK_KINDS,
    ),
    column('Key', 'id', 16, 'Its id.'),
    column('Order', 'count', 10, 'Its place in the order inside a date.'),
    column('Content', 'text', 90, 'Every value that affects costing.'),
    status,
  ],
  links: [{ column: 'Closing', target: 'closing' }],
  tieOuts: [count('Rows in force', 'LockedRows', { Status: 'Active' })],
};

/** What a paused run computes from. It is made by the first pause, and empty while no run is paused. */
export const RUN_INPUT: ResultTable = {
  name: 'RunInput',
  sheet: 'Run input',
  about:
    'What the paused run computes from, so that what is changed meanwhile can be told. Emptied when the run has ended.',
  dimensions: false,
  columns: [
    column('Line', 'id', 10, 'The number of the row.'),
    closing,
    column('Table', 'text', 18, 'The input table.'),
    column('Row', 'count', 8, 'The row among those of the table; 0 for its headers.'),
    column('Content', 'text', 90, 'The cells of the row that count.'),
    status,
  ],
  links: [],
  tieOuts: [],
};
