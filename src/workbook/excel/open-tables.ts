import { columnsOf, overlap, rowsOf, type Area } from '../area';
import { cellAddress } from '../cells';
import { headerKey } from '../headers';
import type { StandIn, TableWrite } from '../port';
import { occupied, sheetProtected, tooLongText, tooManyRows, totalsRow } from '../write/refusals';
import { knownStandIn, type KnownTable, type OldColumn } from '../write/result-body';
import { resultColumns } from '../write/result-columns';
import { bodyOf, type Snapshot, type TableState } from './snapshot';

const SHEET_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;

/** A result table that is being written to. It changes with every request that Excel has carried out. */
export interface OpenTable {
  readonly name: string;
  readonly sheet: string;
  readonly sheetId: string;
  /** With the formulas that calculated columns of ours have now. */
  columns: readonly OldColumn[];
  /** Header and body. */
  area: Area;
  /** Whether its one row is blank but for columns of other people: the first new row takes its place. */
  isBlank: boolean;
}

export const bodyAreaOf = ({ area }: OpenTable): Area => ({ ...area, top: area.top + 1 });

/** The table after new rows were written: its new last row. */
export function lastRowAfter(table: Pick<OpenTable, 'area' | 'isBlank'>, write: TableWrite): number {
  const first = table.area.top + 1;
  if (write.replace) return first + Math.max(write.rows, 1) - 1;
  if (write.rows === 0) return table.area.bottom;
  return (table.isBlank ? first - 1 : table.area.bottom) + write.rows;
}

/** Refuses a table that is there but can not take new rows: a protected sheet, a totals row, other tables below. */
export function refuseClosed(snapshot: Snapshot, table: TableState, writes: readonly TableWrite[]): void {
  const sheet = snapshot.sheets.find(({ id }) => id === table.sheetId);
  if (sheet?.isProtected) throw sheetProtected(table.sheet);
  if (table.totalsRows > 0) throw totalsRow(table.name, table.sheet);
  for (const { changes } of writes) {
    for (const { row, column } of changes) {
      const isThere = table.columns.some(({ name }) => headerKey(name) === headerKey(column));
      if (!isThere) throw new Error(`${table.name} has no column ${column}`);
      if (row < 0) throw new Error(`${table.name} has no row ${row}`);
    }
  }
}

/** Where rows of a table will come to stand that it does not have yet; undefined where it does not grow. */
export function newRowsOf(
  snapshot: Snapshot,
  table: TableState,
  isBlank: boolean,
  writes: readonly TableWrite[],
): Area | undefined {
  const area = { ...table.area };
  let state = { area, isBlank };
  let bottom = area.bottom;
  for (const write of writes) {
    const last = lastRowAfter(state, write);
    state = { area: { ...state.area, bottom: last }, isBlank: isBlankAfter(state.isBlank, write) };
    bottom = Math.max(bottom, last);
  }
  if (bottom > SHEET_ROWS) throw tooManyRows(table.name, bottom);
  if (bottom === area.bottom) return undefined;
  const fresh = { ...area, top: area.bottom + 1, bottom };
  const other = snapshot.tables.find(
    (one) => one.id !== table.id && one.sheetId === table.sheetId && overlap(one.area, fresh),
  );
  if (other) {
    const row = Math.max(other.area.top, fresh.top);
    throw occupied(table.name, table.sheet, row, Math.max(other.area.left, fresh.left), `the table ${other.name}`);
  }
  return fresh;
}

const isBlankAfter = (before: boolean, { rows, replace }: TableWrite): boolean =>
  replace ? rows === 0 : before && rows === 0;

/** Refuses texts that no cell holds. Only sentences can be so long. */
export function refuseLongTexts({ table, columns }: TableWrite): void {
  for (const { name, kind } of table.columns) {
    if (kind !== 'text') continue;
    for (const text of columns[name] ?? []) {
      if (typeof text === 'string' && text.length > LONGEST_TEXT) throw tooLongText(`${table.name}[${name}]`, text);
    }
  }
}

/** Whether the first row of a body has nothing in the columns that are ours and not calculated. */
export function isBlankRow(write: TableWrite, table: TableState, cells: readonly unknown[]): boolean {
  const ours = new Set(
    resultColumns(write.table, write.dimensions, true)
      .filter(({ link }) => !link)
      .map(({ header }) => headerKey(header)),
  );
  return table.columns.every(({ name }, at) => !ours.has(headerKey(name)) || cells[at] === '');
}

/** All tables by name in lower case, those that are still to be made included: what formulas can name. */
export function knownTables(
  snapshot: Snapshot,
  writes: readonly TableWrite[],
  standIns: readonly StandIn[] = [],
): Map<string, KnownTable> {
  const known = new Map<string, KnownTable>();
  for (const { table } of writes) known.set(table.name.toLowerCase(), table);
  for (const table of snapshot.tables) known.set(table.name.toLowerCase(), table);
  for (const standIn of standIns) known.set(standIn.table.toLowerCase(), knownStandIn(standIn));
  return known;
}

/** Where the body stands, as a message says it. */
export const addressOf = (table: OpenTable, row: number, column: number): string =>
  cellAddress(table.sheet, row, table.area.left + column);

export const hasOneRow = (table: TableState): boolean => rowsOf(bodyOf(table)) <= 1;
export const widthOf = ({ area }: OpenTable): number => columnsOf(area);
