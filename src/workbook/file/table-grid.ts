import { cellAddress, contentOf, type CellValue } from '../cells';
import { headerKey } from '../headers';
import type { TableCells } from '../port';
import { refuse } from '../refusal';
import { LIMITS } from './limits';
import { tooLarge } from './refusals';
import type { SheetGrid } from './sheet-reader';
import { bodyRows, type TablePart } from './table-part';

/** The cells of one table while its sheet is read: header, body column by column, and the row below. */
export class TableGrid implements SheetGrid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  private readonly firstBody: number;
  private readonly lastBody: number;
  private readonly header: CellValue[];
  private readonly cells: CellValue[][];
  private readonly below: CellValue[];

  constructor(private readonly table: TablePart) {
    const body = bodyRows(table);
    const width = table.columns.length;
    this.firstBody = body.first;
    this.lastBody = body.last;
    this.top = table.area.top;
    this.bottom = body.last + table.totalsRows + 1;
    this.left = table.area.left;
    this.right = table.area.right;
    const rows = Math.max(0, body.last - body.first + 1);
    this.header = blanks(width);
    this.below = blanks(width);
    this.cells = table.columns.map(() => blanks(rows));
  }

  set(row: number, column: number, value: CellValue): void {
    const index = column - this.left;
    if (row < this.firstBody) this.header[index] = value;
    else if (row === this.bottom) this.below[index] = value;
    // A totals row is no data.
    else if (row <= this.lastBody) this.cells[index][row - this.firstBody] = value;
  }

  /** The finished table. Throws WorkbookRefusal where its header cells are not those that its part names. */
  finish(): TableCells {
    const { name, sheet, columns, area, totalsRows } = this.table;
    const headers = columns.map((column, index) => {
      const cell = this.header[index];
      if (cell === null || cell === '') return column.name;
      const text = typeof cell === 'string' ? cell : contentOf(cell);
      if (headerKey(text) === headerKey(column.name)) return text;
      const address = cellAddress(sheet, area.top, area.left + index);
      throw refuse(
        'TABLE_MISMATCH',
        `The table ${name} has a column "${column.name}" but the header cell ${address} says ${contentOf(cell)}. Nothing was changed.`,
        'Open the file in Excel, let Excel repair it if it asks, check the headers of the table, and save it.',
        address,
        contentOf(cell),
      );
    });
    return {
      name,
      sheet,
      headerRow: area.top,
      firstColumn: area.left,
      headers,
      rows: this.cells[0]?.length ?? 0,
      cells: this.cells,
      below: this.below,
      ...(totalsRows > 0 ? { totalsRows } : {}),
    };
  }
}

/** Makes the grids of tables that are to be read, where they have a header row and memory can hold them. */
export function makeGrids(tables: readonly TablePart[], file: string): TableGrid[] {
  let cells = 0;
  for (const table of tables) {
    const { first, last } = bodyRows(table);
    if (table.headerRows !== 1) {
      throw refuse(
        'NO_HEADER_ROW',
        `The table ${table.name} on the sheet "${table.sheet}" has no header row. Nothing was changed.`,
        'Turn the header row on (Table Design > Header Row).',
      );
    }
    cells += Math.max(0, last - first + 1) * table.columns.length;
    if (cells > LIMITS.cells || table.area.bottom > LIMITS.rows) throw tooLarge(file, `the table ${table.name}`);
  }
  return tables.map((table) => new TableGrid(table));
}

/** "AB12" to 28: the column of a reference, without a search for where its letters end. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65) break;
    column = column * 26 + (code & 31);
  }
  return column;
}

function blanks(length: number): CellValue[] {
  return new Array<CellValue>(length).fill(null);
}
