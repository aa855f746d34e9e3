import { columnsOf, rowsOf } from '../area';
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

/** Reads the bodies of tables and the row below each. Rows that a filter hides are read like all others. */
export async function readTables(
  session: Session,
  tables: readonly TableState[],
  size: ChunkSize,
  progress: Progress | undefined,
): Promise<TableCells[]> {
  const cells = await readParts(session, tables.map(partOf), size, progress);
  return tables.map((table, at) => {
    const place = placeOf(table);
    const { totalsRows } = table;
    const below = cells[at].map((column) => column.splice(place.rows)[totalsRows] ?? null);
    return { ...place, cells: cells[at], below, ...(totalsRows > 0 ? { totalsRows } : {}) };
  });
}

/** The body of a table, its totals row where it has one, and the row below. */
function partOf(table: TableState): Part {
  if (table.headerRows !== 1) throw noHeaderRow(table);
  const body = bodyOf(table);
  const bottom = Math.min(body.bottom + table.totalsRows + 1, SHEET_ROWS);
  return { sheetId: table.sheetId, sheet: table.sheet, area: { ...body, bottom } };
}

/** Reads rectangles, column by column. An answer holds as many rows as fit, of one rectangle or of several. */
export async function readParts(
  session: Session,
  wanted: readonly Part[],
  size: ChunkSize,
  progress: Progress | undefined,
): Promise<CellValue[][][]> {
  const readings = wanted.map((part) => new Reading(part));
  const total = readings.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  const left = () => readings.filter(({ isDone }) => !isDone);
  for (let pending = left(); pending.length > 0; pending = left()) {
    await progress?.('Reading', done, total);
    const parts = nextParts(pending, size);
    const grids = await readGrids(session, parts);
    if (!grids) {
      const rows = parts.reduce((sum, { area }) => sum + rowsOf(area), 0);
      if (!size.halve(rows)) throw unreadable(parts[0]);
      continue;
    }
    const faults = await readFaults(session, parts, grids);
    parts.forEach((part, at) => part.owner.take(grids[at], faults[at]));
    done += grids.reduce((sum, grid) => sum + grid.length, 0);
  }
  await progress?.('Reading', total, total);
  return readings.map(({ cells }) => cells);
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

/** One rectangle while it is read. */
class Reading {
  readonly cells: CellValue[][];
  readonly rows: number;
  private bytesEach: number;
  /** Rows that were read. */
  private done = 0;

  constructor(private readonly part: Part) {
    const width = columnsOf(part.area);
    this.rows = Math.max(0, rowsOf(part.area));
    this.cells = Array.from({ length: width }, () => new Array<CellValue>(this.rows).fill(null));
    this.bytesEach = width * FIRST_GUESS;
  }

  get isDone(): boolean {
    return this.done >= this.rows;
  }

  /** The next rows that fit into so many bytes; undefined where none do, unless one row has to. */
  next(bytes: number, atLeastOne: boolean): (ReadingPart & { bytes: number; isLast: boolean }) | undefined {
    const left = this.rows - this.done;
    const rows = Math.min(left, Math.max(Math.floor(bytes / this.bytesEach), atLeastOne ? 1 : 0));
    if (rows === 0) return undefined;
    const { area } = this.part;
    const top = area.top + this.done;
    return {
      ...this.part,
      owner: this,
      area: { ...area, top, bottom: top + rows - 1 },
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
        this.cells[column][row] = value;
      }
    }
    this.done += grid.length;
    this.bytesEach = bytesOfRow(grid);
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
