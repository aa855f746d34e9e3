import { rowsOnSheet } from '../body-address';
import { cellAddress, contentOf } from '../cells';
import type { TableCells, TablePlace } from '../port';
import { isBlank } from './ids';
import type { ColumnView, ProblemList } from './problem-list';

/** A table as the readers see it: known columns by name, and the rows that hold anything. */
export interface TableView {
  readonly place: TablePlace;
  /** Body rows that are not blank, from 0: blank rows in the middle are skipped. */
  readonly rows: Int32Array;
  /** The column of this name, or undefined where the table has none. */
  column(name: string): ColumnView | undefined;
}

/** How headers are compared: case and surrounding space do not count. */
export function headerKey(header: string): string {
  return header.trim().toLowerCase();
}

/**
 * Finds the known columns of a table by their headers, in any order. Columns that nobody asks for are left alone.
 * Problems: a known header that stands twice, a required one that is missing, filled cells below an input table.
 */
export function viewTable(
  table: TableCells,
  role: 'input' | 'result',
  names: readonly string[],
  required: readonly string[],
  problems: ProblemList,
): TableView {
  const places = new Map<string, number[]>();
  table.headers.forEach((header, index) => {
    const key = headerKey(header);
    const same = places.get(key);
    if (same) same.push(index);
    else places.set(key, [index]);
  });
  const columns = new Map<string, ColumnView>();
  for (const name of names) {
    const found = places.get(headerKey(name));
    if (!found) continue;
    const [index] = found;
    if (found.length > 1) duplicateHeader(table, name, found, problems);
    columns.set(headerKey(name), {
      table,
      name,
      index,
      cells: table.cells[index] ?? [],
      result: role === 'result',
    });
  }
  for (const name of required) if (!columns.has(headerKey(name))) missingColumn(table, role, name, problems);
  if (role === 'input') cellsBelow(table, problems);
  const rows = inOldOrder(table, filledRows(table.rows, [...columns.values()]));
  return { place: table, rows, column: (name) => columns.get(headerKey(name)) };
}

/** The rows of a sheet with those between them that were archived, where they stood. */
function inOldOrder(table: TablePlace, rows: Int32Array): Int32Array {
  const { archived } = table;
  if (!archived) return rows;
  const onSheet = rowsOnSheet(table);
  const placeOf = (row: number) => (row < onSheet ? row : archived[row - onSheet].before);
  // Of one place the archived rows come first: they stand behind all others.
  return Int32Array.from(rows).sort(
    (a, b) => placeOf(a) - placeOf(b) || Number(a < onSheet) - Number(b < onSheet) || a - b,
  );
}

/** Rows in which at least one known column holds something. */
function filledRows(count: number, columns: readonly ColumnView[]): Int32Array {
  const rows = new Int32Array(count);
  let filled = 0;
  for (let row = 0; row < count; row += 1) {
    for (const { cells } of columns) {
      const value = cells[row] ?? null;
      if (value === null || (typeof value === 'string' && isBlank(value))) continue;
      rows[filled] = row;
      filled += 1;
      break;
    }
  }
  return rows.slice(0, filled);
}

/** What people call it: where something else stands for the table, both. */
const nameOf = ({ name, mapped }: TablePlace): string => (mapped === undefined ? name : `${name} (${mapped})`);

function headerCell(table: TablePlace, index: number): string {
  return cellAddress(table.sheet, table.headerRow, table.firstColumn + index);
}

function duplicateHeader(table: TablePlace, name: string, found: readonly number[], problems: ProblemList): void {
  const [first, second] = found;
  problems.add({
    code: 'DUPLICATE_HEADER',
    severity: 'Error',
    cell: headerCell(table, second),
    content: `"${table.headers[second]}"`,
    message: `The table ${nameOf(table)} has the column ${name} more than once, also in ${headerCell(table, first)}: it is not clear which one counts.`,
    remedy: 'Rename or remove one of the two columns.',
  });
}

/** Tells that a table lacks a column that it must have. */
export function missingColumn(
  table: TablePlace,
  role: 'input' | 'result',
  name: string,
  problems: ProblemList,
  note = '',
): void {
  problems.add({
    code: role === 'input' ? 'MISSING_COLUMN' : 'RESULT_DAMAGED',
    severity: 'Error',
    cell: headerCell(table, 0),
    content: '',
    message: `The table ${nameOf(table)} has no column ${name}${note}.`,
    remedy:
      table.mapped !== undefined
        ? `Map a column of your data to ${name} (in the pane, or in the table Mapping).`
        : role === 'input'
          ? `Add a column with the header ${name}, or correct the header that stands for it.`
          : `Put the column back; or, where this is a table of your own, give it another name: ${table.name} is a table of results.`,
  });
}

function cellsBelow(table: TableCells, problems: ProblemList): void {
  const filled = table.below.flatMap((value, index) => (isBlank(value) ? [] : [{ value, index }]));
  if (filled.length === 0) return;
  const [{ value, index }] = filled;
  const onSheet = rowsOnSheet(table) + (table.totalsRows ?? 0);
  problems.add({
    code: 'CELLS_BELOW',
    severity: 'Error',
    cell: cellAddress(table.sheet, table.headerRow + onSheet + 1, table.firstColumn + index),
    content: contentOf(value),
    message: `Directly below ${table.mapped === undefined ? `the table ${table.name}` : nameOf(table)} ${filled.length === 1 ? 'a cell is' : `${filled.length} cells are`} filled: rows that the table does not include would be left out.`,
    remedy:
      table.mapped === undefined
        ? 'Extend the table over these rows (drag its lower right corner), or leave a blank row below the table.'
        : 'Extend your table, or map the range anew with these rows; or leave a blank row below it.',
  });
}
