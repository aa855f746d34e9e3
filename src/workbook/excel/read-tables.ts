import type { CellValue } from '../cells';
import type { Progress, TableCells } from '../port';
import { refuse } from '../refusal';
import { cellOf } from './cell-values';
import { bytesOfRow, type ChunkSize } from './chunks';
import { readFaults, readGrids, type Grid, type Part } from './read-grids';
import type { Session } from './session';
import { bodyOf, placeOf, type TableState } from './snapshot';

const SHEET_ROWS = 1_048_576;
/** Bytes of a cell before any was seen. */
const FIRST_GUESS = 24;

/**
 * Reads the bodies of tables and the row below each. An answer holds as many rows as fit, of one table or of several. Rows
 * that a filter hides are read like all others.
 */
export async function readTables(
  session: Session,
  tables: readonly TableState[],
  size: ChunkSize,
  progress: Progress | undefined,
): Promise<TableCells[]> {
  const total = tables.reduce((sum, table) => sum + placeOf(table).rows, 0);
  const readings = tables.map((table) => new Reading(table));
  let done = 0;
  for (let pending = readings; pending.length > 0; pending = pending.filter(({ isDone }) => !isDone)) {
    await progress?.('Reading', Math.min(done, total), total);
    const parts = nextParts(pending, size);
    const grids = await readGrids(session, parts);
    if (!grids) {
      const rows = parts.reduce((sum, { area }) => sum + area.bottom - area.top + 1, 0);
      if (!size.halve(rows)) throw unreadable(parts[0]);
      continue;
    }
    const faults = await readFaults(session, parts, grids);
    parts.forEach((part, at) => part.owner.take(grids[at], faults[at]));
    done += grids.reduce((sum, grid) => sum + grid.length, 0);
  }
  await progress?.('Reading', total, total);
  return readings.map((reading) => reading.finish());
}

type ReadingPart = Part & { readonly owner: Reading };

/** The rows that come next: of the first table as many as fit, and where these are all, of the ones after it. */
function nextParts(readings: readonly Reading[], size: ChunkSize): ReadingPart[] {
  const parts: ReadingPart[] = [];
  let bytes = size.bytes;
  for (const reading of readings) {
    const part = reading.next(bytes, parts.length === 0);
    if (!part) break;
    parts.push(part);
    bytes -= part.bytes;
    if (!part.isLast) break;
  }
  return parts;
}

/** One table while it is read. */
class Reading {
  private readonly cells: CellValue[][];
  private readonly below: CellValue[];
  private readonly rows: number;
  private bytesEach: number;
  /** Rows that were read; the one below the body is the last. */
  private done = 0;
  private readonly all: number;

  constructor(private readonly table: TableState) {
    if (table.headerRows !== 1) throw noHeaderRow(table);
    const { rows, headers } = placeOf(table);
    const body = bodyOf(table);
    this.rows = rows;
    // The row below counts only where no totals row stands in it.
    this.all = rows + (table.totalsRows > 0 || body.bottom === SHEET_ROWS ? 0 : 1);
    this.cells = headers.map(() => new Array<CellValue>(rows).fill(null));
    this.below = new Array<CellValue>(headers.length).fill(null);
    this.bytesEach = headers.length * FIRST_GUESS;
  }

  get isDone(): boolean {
    return this.done >= this.all;
  }

  /** The next rows that fit into so many bytes; undefined where none do, unless one row has to. */
  next(bytes: number, atLeastOne: boolean): (ReadingPart & { bytes: number; isLast: boolean }) | undefined {
    const left = this.all - this.done;
    const rows = Math.min(left, Math.max(Math.floor(bytes / this.bytesEach), atLeastOne ? 1 : 0));
    if (rows === 0) return undefined;
    const body = bodyOf(this.table);
    const top = body.top + this.done;
    return {
      owner: this,
      sheetId: this.table.sheetId,
      sheet: this.table.sheet,
      area: { ...body, top, bottom: top + rows - 1 },
      bytes: rows * this.bytesEach,
      isLast: rows === left,
    };
  }

  take(grid: Grid, faults: ReadonlyMap<number, CellValue>): void {
    const width = this.cells.length;
    for (let at = 0; at < grid.length; at++) {
      const row = this.done + at;
      for (let column = 0; column < width; column++) {
        const value = faults.get(at * width + column) ?? cellOf(grid[at][column]);
        if (row < this.rows) this.cells[column][row] = value;
        else this.below[column] = value;
      }
    }
    this.done += grid.length;
    this.bytesEach = bytesOfRow(grid);
  }

  finish(): TableCells {
    return { ...placeOf(this.table), cells: this.cells, below: this.below };
  }
}

const noHeaderRow = ({ name, sheet }: TableState) =>
  refuse(
    'NO_HEADER_ROW',
    `The table ${name} on the sheet "${sheet}" has no header row. Nothing was changed.`,
    'Turn the header row on (Table Design > Header Row).',
  );

const unreadable = ({ sheet, area }: Part) =>
  refuse(
    'TOO_LARGE',
    `Excel does not give out row ${area.top} of the sheet "${sheet}": it has too much text. Nothing was changed.`,
    'Shorten the texts in that row.',
  );
