/// <reference types="office-js" />
import type { Area } from '../area';
import type { TableWrite } from '../port';
import { occupied } from '../write/refusals';
import { refuseUnready } from '../write/result-body';
import type { ChunkSize } from './chunks';
import { hasOneRow, isBlankRow, newRowsOf, refuseClosed, refuseLongTexts, type OpenTable } from './open-tables';
import { cellsOf } from './ranges';
import { readGrids } from './read-grids';
import type { Session } from './session';
import { findUnfinished } from './unfinished';
import { bodyOf, type SheetState, type Snapshot, type TableState } from './snapshot';

/** What is to be done, after everything that could refuse it was looked at. Nothing has been changed yet. */
export interface Plan {
  /** The tables that are there, by name in lower case, with the rows above their headers. */
  readonly open: Map<string, OpenTable>;
  readonly heads: Map<string, Head>;
  /** One write for each table that is to be made, in the order of the sheets. */
  readonly toMake: readonly TableWrite[];
  /** Sheets that an interrupted run began and left without its table, by table name in lower case. */
  readonly unfinished: ReadonlyMap<string, SheetState>;
}

/** Formulas and texts of the rows above a table's header, as Excel gives them. */
export type Head = readonly (readonly unknown[])[];

/** Blank cells have three, and most of what is looked at here is blank. */
const BYTES_A_CELL = 6;

const keyOf = ({ table }: TableWrite): string => table.name.toLowerCase();

/** Looks at everything that could stand in the way. Throws WorkbookRefusal; nothing is changed. */
export async function makePlan(
  session: Session,
  snapshot: Snapshot,
  writes: readonly TableWrite[],
  size: ChunkSize,
): Promise<Plan> {
  const there = new Map(snapshot.tables.map((table) => [table.name.toLowerCase(), table] as const));
  const toMake = writes.filter((write, at) => !there.has(keyOf(write)) && writes.findIndex(same(write)) === at);
  const unfinished = await findUnfinished(session, snapshot, toMake);
  const inTheWay = {
    ...snapshot,
    sheets: snapshot.sheets.filter((sheet) => ![...unfinished.values()].includes(sheet)),
  };
  refuseUnready(snapshot.name, inTheWay, writes);
  for (const write of writes) refuseLongTexts(write);

  const open = new Map<string, OpenTable>();
  const heads = new Map<string, Head>();
  const names = new Set(writes.map(keyOf).filter((name) => there.has(name)));
  for (const name of names) {
    const table = there.get(name);
    if (table) refuseClosed(snapshot, table, writesOf(writes, name));
  }
  const details = await loadDetails(
    session,
    [...names].flatMap((name) => there.get(name) ?? []),
  );
  const grown: { table: TableState; area: Area }[] = [];
  for (const { table, head, first } of details) {
    const own = writesOf(writes, table.name.toLowerCase());
    const isBlank = hasOneRow(table) && isBlankRow(own[0], table, first);
    const area = newRowsOf(snapshot, table, isBlank, own);
    if (area) grown.push({ table, area });
    const columns = table.columns.map(({ name }, at) => ({ name, formula: formulaOf(first[at]) }));
    const { name, sheet, sheetId } = table;
    open.set(name.toLowerCase(), { name, sheet, sheetId, columns, area: table.area, isBlank });
    heads.set(name.toLowerCase(), head);
  }
  await refuseOccupied(session, grown, size);
  return { open, heads, toMake, unfinished };
}

const same =
  (write: TableWrite) =>
  (other: TableWrite): boolean =>
    keyOf(other) === keyOf(write);
const writesOf = (writes: readonly TableWrite[], name: string): TableWrite[] =>
  writes.filter((write) => keyOf(write) === name);

/** "=SUM(A1)" to "SUM(A1)". A text that begins with = reads alike, but stands in no column that is asked for. */
const formulaOf = (cell: unknown): string => (typeof cell === 'string' && cell.startsWith('=') ? cell.slice(1) : '');

interface Details {
  readonly table: TableState;
  readonly head: Head;
  /** The first row of the body. */
  readonly first: readonly unknown[];
}

async function loadDetails(session: Session, tables: readonly TableState[]): Promise<Details[]> {
  if (tables.length === 0) return [];
  return session.run(async (context) => {
    const asked = tables.map((table) => {
      const sheet = context.workbook.worksheets.getItem(table.sheetId);
      const { top, left, right } = table.area;
      const head = top > 1 ? cellsOf(sheet, { top: 1, left, bottom: top - 1, right }).load('formulas') : undefined;
      const body = bodyOf(table);
      const first = cellsOf(sheet, { ...body, bottom: body.top }).load('formulas');
      return { table, head, first };
    });
    await context.sync();
    return asked.map(({ table, head, first }) => ({
      table,
      head: head?.formulas ?? [],
      first: first.formulas[0] as unknown[],
    }));
  });
}

/** New rows go where nothing stands: filled cells and merged cells below are told by their place. */
async function refuseOccupied(
  session: Session,
  grown: readonly { readonly table: TableState; readonly area: Area }[],
  size: ChunkSize,
): Promise<void> {
  if (grown.length === 0) return;
  const used = await session.run(async (context) => {
    const asked = grown.map(({ table, area }) => {
      const range = cellsOf(context.workbook.worksheets.getItem(table.sheetId), area);
      return {
        filled: range.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
        merged: range.getMergedAreasOrNullObject().load('address'),
      };
    });
    await context.sync();
    return asked.map(({ filled, merged }) => ({
      merged: merged.isNullObject ? undefined : merged.address,
      filled: filled.isNullObject
        ? undefined
        : {
            top: filled.rowIndex + 1,
            left: filled.columnIndex + 1,
            bottom: filled.rowIndex + filled.rowCount,
            right: filled.columnIndex + filled.columnCount,
          },
    }));
  });
  for (const [at, { filled, merged }] of used.entries()) {
    const { table, area } = grown[at];
    if (merged !== undefined) throw occupied(table.name, table.sheet, area.top, area.left, `merged cells (${merged})`);
    // What Excel calls used is a rectangle: it may be blank where our rows belong.
    if (filled) await refuseFilled(session, table, filled, size);
  }
}

async function refuseFilled(session: Session, table: TableState, area: Area, size: ChunkSize): Promise<void> {
  const { sheetId, sheet } = table;
  for (let top = area.top; top <= area.bottom;) {
    const rows = Math.min(size.rows((area.right - area.left + 1) * BYTES_A_CELL), area.bottom - top + 1);
    const grids = await readGrids(session, [{ sheetId, sheet, area: { ...area, top, bottom: top + rows - 1 } }]);
    if (!grids && size.halve(rows)) continue;
    // What can not be given out is something, at any rate.
    const grid = grids?.[0] ?? [['?']];
    grid.forEach((row, at) => {
      const column = row.findIndex((value) => value !== '');
      if (column >= 0) throw occupied(table.name, sheet, top + at, area.left + column, 'what stands');
    });
    top += rows;
  }
}
