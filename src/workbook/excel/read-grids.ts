/// <reference types="office-js" />
import type { Area } from '../area';
import type { CellValue } from '../cells';
import { couldBeError, faultOrText } from './cell-values';
import { isTooLarge } from './failures';
import { cellsOf } from './ranges';
import type { Session } from './session';

/** Values row by row, as Excel gives them. */
export type Grid = readonly (readonly unknown[])[];

/** Cells that are asked for. */
export interface Part {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Area;
}

/**
 * The values of several areas, in one request. Undefined where they are too many for one answer: Excel says so, or gives
 * null instead of values, which never means that the cells are empty.
 */
export async function readGrids(session: Session, parts: readonly Part[]): Promise<readonly Grid[] | undefined> {
  try {
    return await session.run(async (context) => {
      const ranges = parts.map(({ sheetId, area }) =>
        cellsOf(context.workbook.worksheets.getItem(sheetId), area).load('values'),
      );
      await context.sync();
      const grids = ranges.map(({ values }) => values as Grid | null);
      return grids.every((grid) => grid !== null) ? grids : undefined;
    });
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
}

/**
 * The error values among the values of each part, by row x columns + column. Errors and texts that look like them are told
 * apart by asking again, for the columns that have such texts.
 */
export async function readFaults(
  session: Session,
  parts: readonly Part[],
  grids: readonly Grid[],
): Promise<readonly ReadonlyMap<number, CellValue>[]> {
  const faults = parts.map(() => new Map<number, CellValue>());
  for (const [at, { sheetId, area }] of parts.entries()) {
    const grid = grids[at];
    const width = area.right - area.left + 1;
    for (const column of suspectColumns(grid, width)) {
      const one = { ...area, left: area.left + column, right: area.left + column };
      await session.run(async (context) => {
        const range = cellsOf(context.workbook.worksheets.getItem(sheetId), one).load('valueTypes,formulas');
        await context.sync();
        grid.forEach((row, line) => {
          const value = row[column];
          if (typeof value !== 'string' || !couldBeError(value)) return;
          const fault = faultOrText(value, range.valueTypes[line][0], range.formulas[line][0]);
          faults[at].set(line * width + column, fault);
        });
      });
    }
  }
  return faults;
}

function suspectColumns(grid: Grid, width: number): Set<number> {
  const columns = new Set<number>();
  for (const row of grid) {
    for (let column = 0; column < width; column++) if (couldBeError(row[column])) columns.add(column);
  }
  return columns;
}
