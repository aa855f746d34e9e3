/** Result tables as verification sees them: columns of values in the days of the book, and rows by the run that wrote them. */
import { DAYS_1904, FIRST_DAY, isoDay, LAST_DAY } from '../../book/days';
import { cellAddress, isFault, type CellValue } from '../../workbook/cells';
import { headerKey } from '../../workbook/headers';
import type { OutValue, TableCells } from '../../workbook/port';
import { idKey, trailingNumber } from '../../workbook/read/ids';
import { CLOSING_TRANSFERS } from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import { canonical } from '../../workbook/write/fingerprints';

/** A result table by columns, its own first, then the dimensions. */
export interface RowTable {
  readonly spec: ResultTable;
  readonly dimensions: readonly string[];
  readonly columns: Readonly<Record<string, readonly OutValue[]>>;
}

/** The names of the columns that count: links are no state. */
export function namesOf({ spec, dimensions }: Pick<RowTable, 'spec' | 'dimensions'>): string[] {
  return [...spec.columns.map(({ name }) => name), ...dimensions];
}

/** The text of a cell as fingerprints see it. */
export function textAt({ columns }: RowTable, name: string, row: number): string {
  return canonical(columns[name]?.[row]);
}

/** The text of a cell as a person reads it: dates as dates. */
export function shownAt(table: RowTable, name: string, row: number): string {
  const value = table.columns[name]?.[row];
  const isDate = table.spec.columns.some((column) => column.name === name && column.kind === 'date');
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;
  return isDate && isWhole ? isoDay(value) : textAt(table, name, row);
}

/** The id in the first column of a row. */
export function idAt(table: RowTable, row: number): string {
  return textAt(table, table.spec.columns[0].name, row);
}

/** Rows in the order in which their run wrote them: people may have sorted the table. */
function inWrittenOrder(table: RowTable, rows: readonly number[]): number[] {
  const number = (row: number) =>
    table.spec === CLOSING_TRANSFERS ? Number(textAt(table, 'Sequence', row)) : trailingNumber(idAt(table, row));
  return [...rows].sort((a, b) => number(a) - number(b) || a - b);
}

/** A result table as the workbook has it now. */
export class StoredTable implements RowTable {
  readonly columns: Record<string, readonly OutValue[]> = {};
  readonly dimensions: readonly string[];
  private readonly byClosing = new Map<string, number[]>();
  private readonly places = new Map<string, number>();

  constructor(
    readonly spec: ResultTable,
    private readonly found: TableCells | undefined,
    dimensions: readonly string[],
    date1904: boolean,
  ) {
    found?.headers.forEach((header, at) => this.places.set(headerKey(header), at));
    this.dimensions = spec.dimensions ? dimensions.filter((name) => this.places.has(headerKey(name))) : [];
    const days = new Set(
      spec.columns.filter(({ kind }) => kind === 'date' || kind === 'moment').map(({ name }) => name),
    );
    for (const name of namesOf(this)) {
      const cells = found?.cells[this.places.get(headerKey(name)) ?? -1] ?? [];
      const shift = date1904 && days.has(name) ? DAYS_1904 : 0;
      this.columns[name] = Array.from({ length: found?.rows ?? 0 }, (_, row) => valueOf(cells[row] ?? null, shift));
    }
    for (let row = 0; row < (found?.rows ?? 0); row++) {
      if (namesOf(this).every((name) => this.columns[name][row] === null)) continue;
      const closing = idKey(textAt(this, 'Closing', row));
      const list = this.byClosing.get(closing);
      if (list) list.push(row);
      else this.byClosing.set(closing, [row]);
    }
  }

  /** The rows that a run wrote, in the order in which it wrote them. */
  rowsOf(closing: string): number[] {
    return inWrittenOrder(this, this.byClosing.get(idKey(closing)) ?? []);
  }

  /** All rows that hold anything. */
  rows(): number[] {
    return [...this.byClosing.values()].flat();
  }

  /** Every run that a row names, as keys of ids. */
  closings(): string[] {
    return [...this.byClosing.keys()];
  }

  address(row: number, column: string): string {
    if (!this.found) return '';
    const { sheet, headerRow, firstColumn } = this.found;
    return cellAddress(sheet, headerRow + 1 + row, firstColumn + (this.places.get(headerKey(column)) ?? 0));
  }
}

function valueOf(cell: CellValue, shift: number): OutValue {
  if (isFault(cell)) return cell.text;
  if (typeof cell === 'boolean') return String(cell).toUpperCase();
  if (typeof cell === 'string') return cell.trim() === '' ? null : cell.trim();
  return cell === null ? null : cell + shift;
}
