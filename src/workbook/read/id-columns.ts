/** Columns of ids and texts: as columns.ts, for what is compared by its letters. */
import { NONE } from '../../book/book';
import { finish, ROWS_A_STEP, type Steps } from '../../book/steps';
import type { CellValue } from '../cells';
import { FAULTY, plainCell, type Need } from './columns';
import { idKey, idText, isBlank, LONGEST_ID, type IdCell, type Names } from './ids';
import { addressIn, type ColumnView, type ProblemList } from './problem-list';

/** Texts as they are, trimmed; "" where the cell is blank. */
export function readTexts(
  column: ColumnView | undefined,
  rows: Int32Array,
  need: Need,
  problems: ProblemList,
): string[] {
  const out = new Array<string>(rows.length).fill('');
  if (!column) return out;
  for (let i = 0; i < rows.length; i += 1) {
    const cell = plainCell(column, rows[i], need, problems);
    if (typeof cell === 'string') continue;
    const { value } = cell;
    out[i] = typeof value === 'boolean' ? String(value).toUpperCase() : idText(value);
  }
  return out;
}

/** The id in a cell as typed; "" where it is blank, undefined where it can not be one. */
function idCell(column: ColumnView, row: number, need: Need, problems: ProblemList): IdCell | undefined {
  const raw: CellValue | undefined = column.cells[row];
  if (typeof raw === 'number') return raw;
  if (typeof raw === 'string' && raw.length <= LONGEST_ID && !isBlank(raw)) return raw;
  const cell = plainCell(column, row, need, problems);
  if (typeof cell === 'string') return cell === 'blank' ? '' : undefined;
  if (typeof cell.value === 'boolean') {
    problems.at(column, row, 'NOT_AN_ID', `${column.name} is TRUE or FALSE.`, 'Type a text or a number.');
    return undefined;
  }
  if (idText(cell.value).length <= LONGEST_ID) return cell.value;
  const message = `${column.name} is longer than ${LONGEST_ID} characters.`;
  problems.at(column, row, 'NOT_AN_ID', message, 'Use a shorter one.');
  return undefined;
}

/** Ids as typed, "" where blank or faulty. */
export function readIdCells(
  column: ColumnView | undefined,
  rows: Int32Array,
  need: Need,
  problems: ProblemList,
): IdCell[] {
  const out = new Array<IdCell>(rows.length).fill('');
  if (!column) return out;
  for (let i = 0; i < rows.length; i += 1) out[i] = idCell(column, rows[i], need, problems) ?? '';
  return out;
}

/** Ids as numbers of the names; NONE where the cell is blank, FAULTY where it can not be one. */
export function readNames(
  column: ColumnView | undefined,
  rows: Int32Array,
  names: Names,
  need: Need,
  problems: ProblemList,
): Int32Array {
  return finish(readNameSteps(column, rows, names, need, problems));
}

/** The same in steps, for columns with many different names. */
export function* readNameSteps(
  column: ColumnView | undefined,
  rows: Int32Array,
  names: Names,
  need: Need,
  problems: ProblemList,
): Steps<Int32Array> {
  const out = new Int32Array(rows.length).fill(NONE);
  if (!column) return out;
  for (let i = 0; i < rows.length; i += 1) {
    if (i % ROWS_A_STEP === 0) yield;
    const cell = idCell(column, rows[i], need, problems);
    out[i] = cell === undefined ? FAULTY : cell === '' ? NONE : names.add(cell);
  }
  return out;
}

/** Ids that must differ: their keys with their places in rows. An id that stands twice is a problem of the second. */
export function uniqueIds(
  column: ColumnView,
  rows: Int32Array,
  cells: readonly IdCell[],
  problems: ProblemList,
): Map<string, number> {
  return finish(uniqueIdSteps(column, rows, cells, problems));
}

/** The same in steps. */
export function* uniqueIdSteps(
  column: ColumnView,
  rows: Int32Array,
  cells: readonly IdCell[],
  problems: ProblemList,
): Steps<Map<string, number>> {
  const places = new Map<string, number>();
  for (let i = 0; i < rows.length; i += 1) {
    if (i % ROWS_A_STEP === 0) yield;
    if (cells[i] === '') continue;
    const key = idKey(idText(cells[i]));
    const first = places.get(key);
    if (first === undefined) places.set(key, i);
    else duplicate(column, rows[i], addressIn(column, rows[first]), problems);
  }
  return places;
}

/** Tells that an id stands twice, with the other cell. */
export function duplicate(column: ColumnView, row: number, other: string, problems: ProblemList): void {
  const message = `This ${column.name} stands in ${other} too (upper and lower case do not count).`;
  problems.at(column, row, 'DUPLICATE_ID', message, 'Give every row an id of its own.');
}
