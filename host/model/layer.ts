import { type Area, MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from './address';

/**
 * One kind of content (values, formulas, number formats ...) over the cells of a sheet: rows of sparse arrays, and
 * defaults for whole columns and rows, so that formatting column A:A does not touch a million cells.
 */
export class Layer<T> {
  /** To be read only; every change goes through the methods. */
  readonly rows: ((T | undefined)[] | undefined)[] = [];
  private readonly ofColumns = new Map<number, T>();
  private readonly ofRows = new Map<number, T>();
  /** The extent, until something changes. */
  private known: Area | null | undefined = undefined;

  get(row: number, column: number): T | undefined {
    const own = this.rows[row]?.[column];
    if (own !== undefined) return own;
    if (this.ofRows.size === 0 && this.ofColumns.size === 0) return undefined;
    return this.ofRows.get(row) ?? this.ofColumns.get(column);
  }

  set(row: number, column: number, value: T | undefined): void {
    this.known = undefined;
    let cells = this.rows[row];
    if (cells === undefined) {
      if (value === undefined) return;
      cells = this.rows[row] = [];
    }
    cells[column] = value;
  }

  /** The same value in a whole rectangle; whole columns and rows become defaults. */
  fill(area: Area, value: T | undefined): void {
    const defaults = area.rows === MAX_ROWS ? this.ofColumns : area.columns === MAX_COLUMNS ? this.ofRows : null;
    if (defaults) {
      const first = defaults === this.ofColumns ? area.column : area.row;
      const count = defaults === this.ofColumns ? area.columns : area.rows;
      for (let index = first; index < first + count; index++) {
        if (value === undefined) defaults.delete(index);
        else defaults.set(index, value);
      }
      this.each(area, (row, column) => this.set(row, column, undefined));
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) this.set(row, column, value);
    }
  }

  /** Visits the cells of the area that have content of their own (defaults are not visited). */
  each(area: Area, visit: (row: number, column: number, value: T) => void): void {
    const lastRow = Math.min(area.row + area.rows, this.rows.length);
    for (let row = area.row; row < lastRow; row++) {
      const cells = this.rows[row];
      if (cells === undefined) continue;
      const last = Math.min(area.column + area.columns, cells.length);
      for (let column = area.column; column < last; column++) {
        const value = cells[column];
        if (value !== undefined) visit(row, column, value);
      }
    }
  }

  isEmpty(area: Area): boolean {
    const lastRow = Math.min(area.row + area.rows, this.rows.length);
    for (let row = area.row; row < lastRow; row++) {
      const cells = this.rows[row];
      if (cells === undefined) continue;
      const last = Math.min(area.column + area.columns, cells.length);
      for (let column = area.column; column < last; column++) if (cells[column] !== undefined) return false;
    }
    return true;
  }

  /** The smallest rectangle around all cells with content of their own. */
  extent(): Area | null {
    if (this.known === undefined) this.known = this.measure();
    return this.known;
  }

  private measure(): Area | null {
    let top = -1;
    let bottom = -1;
    let left = MAX_COLUMNS;
    let right = -1;
    this.rows.forEach((cells, row) => {
      if (cells === undefined) return;
      let first = 0;
      let last = cells.length - 1;
      while (first <= last && cells[first] === undefined) first++;
      while (last >= first && cells[last] === undefined) last--;
      if (first > last) return;
      if (top < 0) top = row;
      bottom = row;
      left = Math.min(left, first);
      right = Math.max(right, last);
    });
    return top < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Makes room: what stands in the area and below (or right of) it moves down (or right) by the size of the area. */
  insert(area: Area, direction: 'down' | 'right'): void {
    this.known = undefined;
    if (direction === 'down' && area.columns === MAX_COLUMNS) {
      if (area.row >= this.rows.length) return;
      const moved = this.rows.splice(area.row);
      this.rows.length = area.row + area.rows;
      for (const cells of moved) this.rows.push(cells);
      return;
    }
    if (direction === 'right') {
      for (let row = area.row; row < Math.min(area.row + area.rows, this.rows.length); row++) {
        const cells = this.rows[row];
        if (cells && area.column < cells.length) {
          cells.splice(area.column, 0, ...new Array<undefined>(area.columns));
        }
      }
      return;
    }
    for (let row = this.rows.length - 1; row >= area.row; row--) this.moveBand(row, row + area.rows, area);
  }

  /** Closes the gap that deleting the area leaves. */
  remove(area: Area, direction: 'up' | 'left'): void {
    this.known = undefined;
    if (direction === 'up' && area.columns === MAX_COLUMNS) {
      this.rows.splice(area.row, area.rows);
      return;
    }
    if (direction === 'left') {
      for (let row = area.row; row < Math.min(area.row + area.rows, this.rows.length); row++) {
        this.rows[row]?.splice(area.column, area.columns);
      }
      return;
    }
    const last = this.rows.length;
    for (let row = area.row; row < last; row++) this.moveBand(row + area.rows, row, area);
  }

  private moveBand(from: number, to: number, area: Area): void {
    const source = this.rows[from];
    const last = Math.min(area.column + area.columns, Math.max(source?.length ?? 0, this.rows[to]?.length ?? 0));
    for (let column = area.column; column < last; column++) {
      this.set(to, column, source?.[column]);
      if (source) source[column] = undefined;
    }
  }

  /** A copy that shares nothing but the values. */
  copy(): Layer<T> {
    const copy = new Layer<T>();
    this.each(WHOLE_SHEET, (row, column, value) => copy.set(row, column, value));
    for (const [column, value] of this.ofColumns) copy.ofColumns.set(column, value);
    for (const [row, value] of this.ofRows) copy.ofRows.set(row, value);
    return copy;
  }
}
