/** What the readers of result tables share: which rows count, in which order, and which run wrote them. */
import { NONE } from '../../../book/book';
import type { TableCells, TablePlace } from '../../port';
import { ALL_RESULT_TABLES } from '../../tables/results';
import type { ResultTable } from '../../tables/spec';
import { readChoices, REQUIRED } from '../columns';
import { readIdCells } from '../id-columns';
import { type IdCell, idKey, idText, isBlank, trailingNumber } from '../ids';
import type { ColumnView, ProblemList } from '../problem-list';
import { headerKey, missingColumn, viewTable, type TableView } from '../table-view';

const STATUSES = ['Active', 'Reversed', 'Reversal'] as const;

/** Tells the columns that result tables of the workbook lack: such a table may not be ours, and is never written to. */
export function checkResultTables(places: readonly TablePlace[], problems: ProblemList): void {
  for (const place of places) {
    const spec = ALL_RESULT_TABLES.find((one) => one.name.toLowerCase() === place.name.toLowerCase());
    const headers = new Set(place.headers.map(headerKey));
    for (const { name, later } of spec?.columns ?? []) {
      if (!later && !headers.has(headerKey(name))) missingColumn(place, 'result', name, problems);
    }
  }
}

/** Finds the columns of a result table. That they are all there is checked for all result tables (checkResultTables). */
export function viewResults(
  table: TableCells,
  spec: ResultTable,
  extra: readonly string[],
  problems: ProblemList,
): TableView {
  const names = spec.columns.map((column) => column.name);
  return viewTable(table, 'result', [...names, ...extra], [], problems);
}

/** The columns of these names; undefined where one is missing, which was told: the reader gives up. */
export function columnsOf(view: TableView, names: readonly string[]): ColumnView[] | undefined {
  const found = names.flatMap((name) => view.column(name) ?? []);
  return found.length === names.length ? found : undefined;
}

/** The rows in the order in which they were written: people may have sorted the table. */
export function inOrder(rows: Int32Array, ids: ColumnView): Int32Array {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) numbers[i] = numberIn(ids, rows[i]);
  let sorted = true;
  for (let i = 1; i < rows.length && sorted; i += 1) sorted = numbers[i] >= numbers[i - 1];
  if (sorted) return rows;
  const places = Uint32Array.from(rows.keys()).sort((a, b) => numbers[a] - numbers[b] || rows[a] - rows[b]);
  return Int32Array.from(places, (place) => rows[place]);
}

/** 0 for each row whose Status is Active, another number for the rest. */
export function readStatus(rows: Int32Array, status: ColumnView, problems: ProblemList): Int16Array {
  return readChoices(status, rows, STATUSES, REQUIRED, problems);
}

/** The rows whose Status is Active: the present state. */
export function activeRows(rows: Int32Array, status: ColumnView, problems: ProblemList): Int32Array {
  const found = readStatus(rows, status, problems);
  return rows.filter((_, i) => found[i] === 0);
}

/** The highest number at the end of an id of the table; 0 where it has none. */
export function highestNumber(table: TableCells, idColumn: string): number {
  const index = table.headers.findIndex((header) => header.trim().toLowerCase() === idColumn.toLowerCase());
  let highest = 0;
  for (const cell of table.cells[index] ?? []) {
    if ((typeof cell === 'string' || typeof cell === 'number') && !isBlank(cell)) {
      highest = Math.max(highest, trailingNumber(idText(cell)));
    }
  }
  return highest;
}

/** Places of the runs that the rows name; NONE and a problem where there is no such run. */
export function readClosingPlaces(
  column: ColumnView,
  rows: Int32Array,
  places: ReadonlyMap<string, number>,
  problems: ProblemList,
): Int32Array {
  const cells = readIdCells(column, rows, REQUIRED, problems);
  // The rows of a run stand together: its id is looked up once.
  let [last, place]: [IdCell, number | undefined] = ['', undefined];
  return Int32Array.from(cells, (cell, i) => {
    if (cell === '') return NONE;
    if (cell !== last) [last, place] = [cell, places.get(idKey(idText(cell)))];
    if (place === undefined) {
      problems.at(column, rows[i], 'UNKNOWN_ID', `There is no run "${idText(cell)}" in the table Closings.`, '');
    }
    return place ?? NONE;
  });
}

function numberIn(column: ColumnView, row: number): number {
  const cell = column.cells[row] ?? null;
  return typeof cell === 'string' || typeof cell === 'number' ? trailingNumber(idText(cell)) : 0;
}
