import type { Period } from '../../book/book';
import { isoDay } from '../../book/days';
import type { TableCells } from '../port';
import { PERIODS } from '../tables/input';
import { readChoices, readDays, REQUIRED } from './columns';
import { readTexts } from './id-columns';
import { addressIn, type ProblemList } from './problem-list';
import { viewTable } from './table-view';

const STATUSES = ['Open', 'On hold', 'Closed'] as const;

/** Reads the table Periods, in the order of time. A period that ends before it begins, or overlaps another, is a problem. */
export function readPeriods(table: TableCells | undefined, date1904: boolean, problems: ProblemList): Period[] {
  if (!table) return [];
  const names = PERIODS.columns.map((column) => column.name);
  const { rows, column } = viewTable(table, 'input', names, names, problems);
  const labels = readTexts(column('Period'), rows, REQUIRED, problems);
  const from = readDays(column('From'), rows, date1904, REQUIRED, problems);
  const to = readDays(column('To'), rows, date1904, REQUIRED, problems);
  const status = readChoices(column('Status'), rows, STATUSES, REQUIRED, problems);
  const fromColumn = column('From');
  const toColumn = column('To');
  if (!fromColumn || !toColumn) return [];

  const sound = [...rows.keys()].filter((i) => from[i] > 0 && to[i] > 0);
  sound.sort((a, b) => from[a] - from[b] || a - b);
  let latest = -1;
  for (const i of sound) {
    if (to[i] < from[i]) {
      const message = `Period ${labels[i]} ends on ${isoDay(to[i])}, before it begins on ${isoDay(from[i])}.`;
      problems.at(toColumn, rows[i], 'PERIOD', message, 'Correct the two dates.');
    } else if (latest >= 0 && from[i] <= to[latest]) {
      const message = `Period ${labels[i]} begins before period ${labels[latest]} ends (${addressIn(toColumn, rows[latest])}, ${isoDay(to[latest])}).`;
      problems.at(
        fromColumn,
        rows[i],
        'PERIOD',
        message,
        'Correct the dates so that every day lies in one period only.',
      );
    }
    if (latest < 0 || to[i] > to[latest]) latest = i;
  }
  return sound.map((i) => ({ name: labels[i], from: from[i], to: to[i], status: STATUSES[Math.max(status[i], 0)] }));
}
