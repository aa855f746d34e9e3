import { headerKey } from '../headers';
import type { CellValue } from '../cells';
import type { LinkPlace, OutValue, TableCells } from '../port';
import { filledPlace, formulaPlace } from './formula-place';
import type { NewRows } from './rows';

/** A column in the pieces that it is made of: as it was read, and as rows were added. */
export type ColumnParts = readonly (readonly (CellValue | OutValue)[])[];

/** The tables of a workbook as they are with the rows that a run adds, without reading them again. */
export class TableColumns {
  private readonly before: ReadonlyMap<string, TableCells>;

  /** The tables as they were read, by name, and the rows that are added. */
  constructor(
    before: ReadonlyMap<string, TableCells>,
    private readonly added: readonly NewRows[],
  ) {
    this.before = new Map([...before].map(([name, table]) => [name.toLowerCase(), table] as const));
  }

  /** The column's pieces; one empty piece where there is no such table or column. */
  parts(table: string, column: string): ColumnParts {
    const parts: (readonly (CellValue | OutValue)[])[] = [];
    const read = this.read(table);
    const at = read?.headers.findIndex((header) => headerKey(header) === headerKey(column)) ?? -1;
    if (read && at >= 0) parts.push(read.cells[at]);
    for (const rows of this.added) {
      const cells = rows.table.name === table ? rows.columns[column] : undefined;
      if (cells) parts.push(cells);
    }
    return parts.length === 0 ? [[]] : parts;
  }

  /** A column's header as the workbook spells it; undefined where the table was not there, or has no such column. */
  header(table: string, column: string): string | undefined {
    return this.read(table)?.headers.find((header) => headerKey(header) === headerKey(column));
  }

  /**
   * Where a column stands, as formulas name it: in the table itself where it was not there yet. `which` are all rows that it will ever
   * have, or those that it has now.
   */
  place(table: string, column: string, which: 'all rows' | 'rows now' = 'all rows'): LinkPlace {
    const read = this.read(table);
    const at = read?.headers.findIndex((header) => headerKey(header) === headerKey(column)) ?? -1;
    if (!read || at < 0) return { sheet: '', table, column };
    return which === 'all rows' ? formulaPlace(read, at) : filledPlace(read, at);
  }

  /** The table as it was read; undefined where it was not there. */
  read(table: string): TableCells | undefined {
    return this.before.get(table.toLowerCase());
  }
}
