import { parseArea, type Area } from '../area';
import { columnLetters } from '../cells';
import { headerKey } from '../headers';
import type { TableWrite } from '../port';
import { occupied, sheetProtected, tooManyRows, totalsRow } from '../write/refusals';
import type { BodyColumn } from '../write/result-body';
import { BodyWriter, formulaCell } from './body-writer';
import { LIMITS } from './limits';
import type { Looks } from './looks';
import { attributeOf, childrenOf } from './scan';
import { SheetPatch, type RowBlock } from './sheet-patch';
import type { SheetRows } from './sheet-rows';
import { bodyRows, type TablePart } from './table-part';

/** A result table that is there, and what is written to it. */
export interface ResultAppend {
  readonly write: TableWrite;
  readonly table: TablePart;
  /** One for each of the table's columns, in the order of the sheet, those of other people included. */
  readonly body: readonly BodyColumn[];
  /** Columns whose formula is to be written anew in the old rows too, because it leads to where nothing is any more. */
  readonly repairs: ReadonlySet<number>;
  readonly looks: Looks;
  readonly date1904: boolean;
  /** Other tables of the same sheet. */
  readonly neighbours: readonly TablePart[];
}

export interface Appended {
  readonly patch: SheetPatch;
  readonly area: Area;
}

/**
 * Plans the change of the sheet of a result table: rows below the last one (or in place of the old ones), changes of
 * cells, formulas that lead right again. Throws WorkbookRefusal where something else stands in the way; nothing is
 * changed before the plan is carried out.
 */
export function appendRows(append: ResultAppend, rows: SheetRows): Appended {
  const { table, write } = append;
  const protection = rows.child('sheetProtection');
  if (protection && isOn(attributeOf(rows.xml, protection, 'sheet')?.text)) throw sheetProtected(table.sheet);
  if (table.totalsRows > 0) throw totalsRow(table.name, table.sheet);

  const old = bodyRows(table);
  const fresh = write.replace || isBlank(append, rows);
  const first = fresh ? old.first : old.last + 1;
  const bottom = Math.max(first + write.rows - 1, write.replace ? old.first : Math.max(old.last, old.first));
  if (bottom > LIMITS.rows) throw tooManyRows(table.name, bottom);
  refuseOccupied(append, rows, bottom);

  const patch = new SheetPatch(rows);
  changeCells(append, patch);
  if (append.repairs.size > 0 && !write.replace) repairFormulas(append, rows, patch);
  const body = append.body.map((column, index) => ({
    ...column,
    style: styleOf(rows, old.last, table.area.left + index),
  }));
  const writer = new BodyWriter(body, table.area.left, append.looks, append.date1904, table.sheet);
  // Without rows a table that is replaced keeps one, which is blank.
  const count = write.rows === 0 && write.replace ? 1 : write.rows;
  if (count > 0) {
    const block = (skip: number): RowBlock => ({
      first: first + skip,
      count: count - skip,
      left: table.area.left,
      cells: (index) => writer.cells(first + skip + index, skip + index),
      attributes: (index) => writer.attributes(skip + index),
    });
    if (fresh && !write.replace) {
      // What people have typed into their own columns stays in the row, which had nothing of ours yet.
      patch.describe(first, writer.attributes(0));
      writer.cells(first, 0).forEach((xml, at) => {
        if (body[at].column !== undefined || body[at].formula !== '') patch.set(first, table.area.left + at, xml);
      });
      patch.write(block(1));
    } else patch.write(block(0));
  }
  for (let row = bottom + 1; row <= old.last; row++) {
    for (let column = table.area.left; column <= table.area.right; column++) patch.set(row, column, '');
  }
  const area = { ...table.area, bottom };
  patch.extend(area);
  return { patch, area };
}

/** Whether the table has one row at most, and nothing in the columns of the contract. */
function isBlank({ table, body }: ResultAppend, rows: SheetRows): boolean {
  const { first, last } = bodyRows(table);
  if (last > first) return false;
  const index = rows.find(first);
  if (index < 0 || last < first) return true;
  return !rows.cells(index).some((cell) => isOurs(body[cell.column - table.area.left]) && rows.hasContent(cell));
}

const isOurs = (body: BodyColumn | undefined): boolean => body?.column !== undefined && body.formula === '';

/** New rows go where nothing stands: cells, merged cells and other tables below are told by their place. */
function refuseOccupied({ table, neighbours }: ResultAppend, rows: SheetRows, bottom: number): void {
  const { left, right } = table.area;
  const top = table.area.bottom + 1;
  if (bottom < top) return;
  for (let index = rows.from(top); index < rows.numbers.length && rows.numbers[index] <= bottom; index++) {
    const filled = rows
      .cells(index)
      .find((cell) => cell.column >= left && cell.column <= right && rows.hasContent(cell));
    if (filled) throw occupied(table.name, table.sheet, rows.numbers[index], filled.column, 'what stands');
  }
  const inTheWay = ({ area }: { readonly area: Area }): boolean =>
    area.top <= bottom && area.bottom >= top && area.left <= right && area.right >= left;
  const refuseAt = ({ area }: { readonly area: Area }, what: string): never => {
    throw occupied(table.name, table.sheet, Math.max(area.top, top), Math.max(area.left, left), what);
  };
  const other = neighbours.find(inTheWay);
  if (other) refuseAt(other, `the table ${other.name}`);
  const merges = rows.child('mergeCells');
  const merged = (merges ? childrenOf(rows.xml, merges) : [])
    .flatMap((merge) => parseArea(attributeOf(rows.xml, merge, 'ref')?.text ?? '') ?? [])
    .find((area) => inTheWay({ area }));
  if (merged) refuseAt({ area: merged }, 'merged cells');
}

function changeCells({ write, table, body, looks, date1904 }: ResultAppend, patch: SheetPatch): void {
  const { first, last } = bodyRows(table);
  const { rows } = patch;
  const places = new Map(body.map(({ header }, index) => [headerKey(header), index]));
  for (const change of write.changes) {
    const at = places.get(headerKey(change.column));
    if (at === undefined) throw new Error(`${table.name} has no column ${change.column}`);
    const row = first + change.row;
    if (row < first || row > last) throw new Error(`${table.name} has no row ${change.row}`);
    const column = table.area.left + at;
    const single = new BodyWriter(
      [{ ...body[at], formula: '', values: [change.value], style: styleOf(rows, row, column) }],
      column,
      looks,
      date1904,
      table.sheet,
    );
    patch.set(row, column, single.cells(row, 0)[0]);
  }
}

function repairFormulas({ table, body, repairs }: ResultAppend, rows: SheetRows, patch: SheetPatch): void {
  const { first, last } = bodyRows(table);
  const inner = new RegExp(`<${rows.prefix}v>[^<]*</${rows.prefix}v>`);
  for (let row = first; row <= last; row++) {
    const index = rows.find(row);
    if (index < 0) continue;
    for (const cell of rows.cells(index)) {
      const at = cell.column - table.area.left;
      if (!repairs.has(at)) continue;
      const text = inner.exec(cell.xml)?.[0].replace(/<[^>]*>/g, '') ?? '';
      const reference = `${columnLetters(cell.column)}${row}`;
      patch.set(row, cell.column, formulaCell(reference, styleOf(rows, row, cell.column) ?? 0, body[at].formula, text));
    }
  }
}

/** The style of a cell, or undefined where there is none. */
function styleOf(rows: SheetRows, row: number, column: number): number | undefined {
  const index = rows.find(row);
  const cell = index < 0 ? undefined : rows.cells(index).find((other) => other.column === column);
  const style = cell && /\ss\s*=\s*["'](\d+)["']/.exec(cell.xml.slice(0, cell.xml.indexOf('>')))?.[1];
  return style === undefined ? undefined : Number(style);
}

const isOn = (text: string | undefined): boolean => text === '1' || text === 'true';
