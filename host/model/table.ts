import type { Area } from './address';
import type { Sheet } from './sheet';

export interface TableColumn {
  readonly id: number;
  name: string;
  /** The one formula of a calculated column, as it reads in the first row of the body; null for other columns. */
  calculated: string | null;
  /** Filter criteria as office.js gives them; null where the column is not filtered. */
  filter: Record<string, unknown> | null;
}

/** A table (ListObject): a rectangle of a sheet with a header row, a body, and maybe a totals row. */
export class Table {
  readonly id: number;
  readonly sheet: Sheet;
  name: string;
  area: Area;
  columns: TableColumn[];
  style = 'TableStyleMedium2';
  showHeaders = true;
  showTotals = false;
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  /** Fields of the last sort, as office.js gives them. */
  sortFields: readonly Record<string, unknown>[] = [];
  sortMatchCase = false;
  deleted = false;

  constructor(id: number, sheet: Sheet, name: string, area: Area, columns: TableColumn[]) {
    this.id = id;
    this.sheet = sheet;
    this.name = name;
    this.area = area;
    this.columns = columns;
  }

  /** Rows of data. An empty table still shows one blank row, which counts as one here, as in Excel. */
  get bodyRows(): number {
    return this.area.rows - (this.showHeaders ? 1 : 0) - (this.showTotals ? 1 : 0);
  }

  get body(): Area {
    const { row, column, columns } = this.area;
    return { row: row + (this.showHeaders ? 1 : 0), column, rows: this.bodyRows, columns };
  }

  get header(): Area | null {
    return this.showHeaders ? { ...this.area, rows: 1 } : null;
  }

  get totals(): Area | null {
    return this.showTotals ? { ...this.area, row: this.area.row + this.area.rows - 1, rows: 1 } : null;
  }

  /** The body of the columns from first to last, counted from 0. */
  columnBody(first: number, last = first): Area {
    return { ...this.body, column: this.area.column + first, columns: last - first + 1 };
  }

  columnIndex(name: string): number {
    const key = name.toLowerCase();
    return this.columns.findIndex((column) => column.name.toLowerCase() === key);
  }
}
