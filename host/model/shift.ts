import { type Area, covers, intersection, MAX_COLUMNS, MAX_ROWS, overlaps } from './address';
import type { ChangeType } from './changes';
import { insertDeleteConflict, invalidOperation, notImplemented } from '../errors';
import { type Shift, shifted, shiftFormulas } from './rewrite';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** Objects that remember an area of a sheet and move with it (ranges that an add-in holds on to). */
export type Follower = (shift: Shift) => void;

/** The cells that a shift moves: from the gap to the edge of the sheet. */
function movingArea({ area, direction }: Shift): Area {
  return direction === 'down' || direction === 'up'
    ? { ...area, rows: MAX_ROWS - area.row }
    : { ...area, columns: MAX_COLUMNS - area.column };
}

/** Throws where a shift would tear a table apart, or push cells with data over the edge. */
function checkShift(shift: Shift): void {
  const { sheet, area, direction } = shift;
  const moving = movingArea(shift);
  for (const table of sheet.workbook.tables) {
    if (table.sheet !== sheet || !overlaps(moving, table.area)) continue;
    const vertical = direction === 'down' || direction === 'up';
    const across = vertical
      ? area.column <= table.area.column && area.column + area.columns >= table.area.column + table.area.columns
      : area.row <= table.area.row && area.row + area.rows >= table.area.row + table.area.rows;
    if (!across) {
      throw invalidOperation('This operation is not allowed: it would shift cells in a table on the worksheet.');
    }
    if (
      direction === 'right' &&
      area.column > table.area.column &&
      area.column < table.area.column + table.area.columns
    ) {
      throw notImplemented('Inserting a sheet column inside a table');
    }
    const cutsHeader = (direction === 'up' || direction === 'left') && table.header && overlaps(area, table.header);
    if (cutsHeader && direction === 'up' && !covers(area, table.area)) {
      throw invalidOperation('This operation is not allowed: the header row of a table can not be deleted.');
    }
  }
  if (direction === 'down' || direction === 'right') {
    const edge: Area =
      direction === 'down' ? { ...area, row: MAX_ROWS - area.rows } : { ...area, column: MAX_COLUMNS - area.columns };
    if (!sheet.isBlank(edge)) throw insertDeleteConflict();
  }
}

function changeTypeOf({ area, direction }: Shift): ChangeType {
  const inserts = direction === 'down' || direction === 'right';
  if (area.columns === MAX_COLUMNS) return inserts ? 'RowInserted' : 'RowDeleted';
  if (area.rows === MAX_ROWS) return inserts ? 'ColumnInserted' : 'ColumnDeleted';
  return inserts ? 'CellInserted' : 'CellDeleted';
}

function moveSizes(sizes: Map<number, number>, first: number, by: number): void {
  const moved = [...sizes].filter(([index]) => index >= first);
  for (const [index] of moved) sizes.delete(index);
  for (const [index, size] of moved) if (by > 0 || index >= first - by) sizes.set(index + by, size);
}

const followers = new WeakMap<Workbook, Set<Follower>>();

/** Asks to be told of every shift in a workbook, before anybody reads the cells again. */
export function follow(workbook: Workbook, follower: Follower): () => void {
  const present = followers.get(workbook) ?? new Set();
  followers.set(workbook, present.add(follower));
  return () => present.delete(follower);
}

/** What stands over the cells moves with them: merged areas, rules, print titles. */
function moveObjects(sheet: Sheet, shift: Shift): void {
  const move = <T extends { readonly area: Area }>(objects: readonly T[]): T[] =>
    objects.flatMap((object) => {
      const area = shifted(object.area, shift);
      return area ? [{ ...object, area }] : [];
    });
  sheet.merged = sheet.merged.flatMap((area) => shifted(area, shift) ?? []);
  sheet.validations = move(sheet.validations);
  sheet.conditionalFormats = move(sheet.conditionalFormats);
}

/** Inserts or deletes cells, rows or columns; tables, formulas, names and held ranges move along. */
export function shiftCells(shift: Shift): void {
  const { sheet, area, direction } = shift;
  const { workbook } = sheet;
  checkShift(shift);
  workbook.aboutToChange();
  for (const layer of sheet.layers) {
    if (direction === 'down' || direction === 'right') layer.insert(area, direction);
    else layer.remove(area, direction);
  }
  const by = direction === 'down' || direction === 'right' ? 1 : -1;
  if (area.columns === MAX_COLUMNS) moveSizes(sheet.heights, area.row, by * area.rows);
  if (area.rows === MAX_ROWS) moveSizes(sheet.widths, area.column, by * area.columns);
  for (const table of [...workbook.tables]) {
    if (table.sheet !== sheet) continue;
    const lost = direction === 'left' ? intersection(area, table.area) : null;
    const moved = shifted(table.area, shift);
    if (lost) table.columns.splice(lost.column - table.area.column, lost.columns);
    if (moved) table.area = moved;
    else {
      table.deleted = true;
      workbook.tables = workbook.tables.filter((other) => other !== table);
    }
  }
  shiftFormulas(workbook, shift);
  moveObjects(sheet, shift);
  for (const follower of followers.get(workbook) ?? []) follower(shift);
  workbook.changes.report({ kind: 'cells', sheet, area, changeType: changeTypeOf(shift) });
}
