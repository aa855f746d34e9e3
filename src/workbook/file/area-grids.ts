import type { Area } from '../area';
import type { CellValue } from '../cells';
import { LIMITS } from './limits';
import type { SheetGrid } from './sheet-reader';

const LAST_COLUMN = 16_384;

/** The cells of a rectangle, column by column, while its sheet is read. */
export class AreaGrid implements SheetGrid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly cells: CellValue[][];

  constructor({ top, bottom, left, right }: Area) {
    this.top = top;
    this.bottom = bottom;
    this.left = left;
    this.right = right;
    const rows = Math.max(0, bottom - top + 1);
    this.cells = Array.from({ length: right - left + 1 }, () => new Array<CellValue>(rows).fill(null));
  }

  set(row: number, column: number, value: CellValue): void {
    this.cells[column - this.left][row - this.top] = value;
  }
}

/** Finds the rectangle around all cells of a sheet that hold something. */
export class UsedGrid implements SheetGrid {
  readonly top = 1;
  readonly bottom = LIMITS.rows;
  readonly left = 1;
  readonly right = LAST_COLUMN;
  used: Area | undefined;

  set(row: number, column: number, value: CellValue): void {
    if (value === null || value === '') return;
    const { top, left, bottom, right } = this.used ?? { top: row, left: column, bottom: row, right: column };
    this.used = {
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    };
  }
}
