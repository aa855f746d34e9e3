/// <reference types="office-js" />
import type { Area } from '../area';
import type { CellValue } from '../cells';
import type { Progress, TableCells } from '../port';
import { refuse } from '../refusal';
import { cellOf, couldBeError, faultOrText } from './cell-values';
import { bytesOfRow, type ChunkSize } from './chunks';
import { isTooLarge } from './failures';
import { cellsOf } from './ranges';
import type { Session } from './session';
import { bodyOf, placeOf, type TableState } from './snapshot';

const SHEET_ROWS = 1_048_576;
/** Bytes of a cell before any was seen. */
const FIRST_GUESS = 24;

type Grid = readonly (readonly unknown[])[];

/** Reads the bodies of tables and the row below each, chunk by chunk. Rows that a filter hides are read like all others. */
export async function readTables(
  session: Session,
  tables: readonly TableState[],
  size: ChunkSize,
  progress: Progress | undefined,
): Promise<TableCells[]> {
  for (const table of tables) refuseHeadless(table);
  const total = tables.reduce((sum, table) => sum + placeOf(table).rows, 0);
  const read: TableCells[] = [];
  let done = 0;
  for (const table of tables) {
    read.push(await readTable(session, table, size, (rows) => progress?.('Reading', done + rows, total)));
    done += placeOf(table).rows;
  }
  await progress?.('Reading', total, total);
  return read;
}

async function readTable(
  session: Session,
  table: TableState,
  size: ChunkSize,
  progress: (rows: number) => void | Promise<void>,
): Promise<TableCells> {
  const place = placeOf(table);
  const body = bodyOf(table);
  const cells = place.headers.map(() => new Array<CellValue>(place.rows).fill(null));
  const below = new Array<CellValue>(cells.length).fill(null);
  // The row below belongs to the table only where no totals row stands in it; it comes with the last chunk.
  const bottom = table.totalsRows > 0 ? body.bottom : Math.min(body.bottom + 1, SHEET_ROWS);
  await readRows(session, table.sheetId, { ...body, bottom }, size, async (first, grid, faults) => {
    await progress(first);
    for (let at = 0; at < grid.length; at++) {
      for (let column = 0; column < cells.length; column++) {
        const value = faults.get(at * cells.length + column) ?? cellOf(grid[at][column]);
        if (first + at < place.rows) cells[column][first + at] = value;
        else below[column] = value;
      }
    }
  });
  return { ...place, cells, below };
}

/** What a chunk of rows holds: its first row, from 0, its values, and its error values by row x columns + column. */
export type TakeRows = (first: number, grid: Grid, faults: ReadonlyMap<number, CellValue>) => void | Promise<void>;

/** Reads the rows of an area in chunks, each as large as the size allows. */
export async function readRows(
  session: Session,
  sheetId: string,
  area: Area,
  size: ChunkSize,
  take: TakeRows,
): Promise<void> {
  let bytesEach = (area.right - area.left + 1) * FIRST_GUESS;
  for (let top = area.top; top <= area.bottom;) {
    const rows = Math.min(size.rows(bytesEach), area.bottom - top + 1);
    const part = { ...area, top, bottom: top + rows - 1 };
    const grid = await readGrid(session, sheetId, part);
    if (!grid) {
      if (!size.halve(rows)) throw unreadable(sheetId, top);
      continue;
    }
    bytesEach = bytesOfRow(grid);
    await take(top - area.top, grid, await readFaults(session, sheetId, part, grid));
    top += rows;
  }
}

/** The values of an area; undefined where they are too many for one answer (null values are never "empty"). */
async function readGrid(session: Session, sheetId: string, area: Area): Promise<Grid | undefined> {
  try {
    return await session.run(async (context) => {
      const range = cellsOf(context.workbook.worksheets.getItem(sheetId), area).load('values');
      await context.sync();
      return (range.values as Grid | null) ?? undefined;
    });
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
}

/** Tells errors from texts that look like them; asks Excel only where there are such texts. */
async function readFaults(
  session: Session,
  sheetId: string,
  area: Area,
  grid: Grid,
): Promise<ReadonlyMap<number, CellValue>> {
  const width = area.right - area.left + 1;
  const columns = new Set<number>();
  for (const row of grid) {
    for (let column = 0; column < width; column++) if (couldBeError(row[column])) columns.add(column);
  }
  const faults = new Map<number, CellValue>();
  for (const column of columns) {
    const part = { ...area, left: area.left + column, right: area.left + column };
    await session.run(async (context) => {
      const range = cellsOf(context.workbook.worksheets.getItem(sheetId), part).load('valueTypes,formulas');
      await context.sync();
      grid.forEach((row, at) => {
        const value = row[column];
        if (typeof value !== 'string' || !couldBeError(value)) return;
        faults.set(at * width + column, faultOrText(value, range.valueTypes[at][0], range.formulas[at][0]));
      });
    });
  }
  return faults;
}

function refuseHeadless({ name, sheet, headerRows }: TableState): void {
  if (headerRows === 1) return;
  throw refuse(
    'NO_HEADER_ROW',
    `The table ${name} on the sheet "${sheet}" has no header row. Nothing was changed.`,
    'Turn the header row on (Table Design > Header Row).',
  );
}

const unreadable = (sheet: string, row: number) =>
  refuse(
    'TOO_LARGE',
    `Excel does not give out row ${row} of a table on the sheet ${sheet}: it has too much text. Nothing was changed.`,
    'Shorten the texts in that row.',
  );
