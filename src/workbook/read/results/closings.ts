import { CLOSING_STATUSES, CLOSING_TYPES, type Closing } from '../../../book/book';
import type { TableCells } from '../../port';
import { CLOSINGS } from '../../tables/results';
import { OPTIONAL, readChoices, readDays, REQUIRED } from '../columns';
import { readIdCells, readTexts, uniqueIds } from '../id-columns';
import { idKey, idText } from '../ids';
import type { ProblemList } from '../problem-list';
import { columnsOf, inOrder, viewResults } from './result-table';

/** Earlier runs, oldest first. */
export interface ReadClosings {
  readonly closings: readonly Closing[];
  /** Body row of each, from 0. */
  readonly rows: Int32Array;
  /** Place of each, by the key of its id. */
  readonly places: ReadonlyMap<string, number>;
}

const NO_CLOSINGS: ReadClosings = { closings: [], rows: new Int32Array(0), places: new Map() };

/** Reads the table Closings. The numbers of the runs, not the rows, say which is older. */
export function readClosings(table: TableCells | undefined, date1904: boolean, problems: ProblemList): ReadClosings {
  if (!table) return NO_CLOSINGS;
  const view = viewResults(table, CLOSINGS, [], problems);
  const columns = columnsOf(view, ['Closing', 'Type', 'Date', 'Status', 'Input fingerprint', 'Result fingerprint']);
  if (!columns) return NO_CLOSINGS;
  const [id, type, date, status, input, result] = columns;
  const rows = inOrder(view.rows, id);
  const ids = readIdCells(id, rows, REQUIRED, problems);
  const types = readChoices(type, rows, CLOSING_TYPES, REQUIRED, problems);
  const days = readDays(date, rows, date1904, REQUIRED, problems);
  const statuses = readChoices(status, rows, CLOSING_STATUSES, REQUIRED, problems);
  const inputs = readTexts(input, rows, OPTIONAL, problems);
  const results = readTexts(result, rows, OPTIONAL, problems);
  uniqueIds(id, rows, ids, problems);
  const closings = ids.map((cell, i) => ({
    id: idText(cell),
    type: CLOSING_TYPES[Math.max(types[i], 0)],
    day: days[i],
    status: CLOSING_STATUSES[Math.max(statuses[i], 0)],
    inputFingerprint: inputs[i],
    resultFingerprint: results[i],
  }));
  return { closings, rows, places: new Map(closings.map((closing, i) => [idKey(closing.id), i] as const)) };
}
