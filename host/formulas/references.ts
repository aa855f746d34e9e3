import { parseA1Ref, parseStructRef, type ReferenceStruct } from '@borgar/fx';
import { type Area, MAX_COLUMNS, MAX_ROWS } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { BAD_REFERENCE, BAD_VALUE } from '../model/values';
import type { Workbook } from '../model/workbook';
import { Reference } from './results';

/** "'My sheet'!$A$1:B2", taken apart: the sheet (null: the formula's own) and the rectangle. */
export interface CellReference {
  readonly sheet: string | null;
  readonly area: Area;
}

export function cellReference(text: string): CellReference | null {
  const parsed = parseA1Ref(text, { allowNamed: false });
  if (!parsed || !('range' in parsed)) return null;
  const { top, left, bottom, right } = parsed.range;
  const row = top ?? 0;
  const column = left ?? 0;
  return {
    sheet: parsed.context?.at(-1) ?? null,
    area: {
      row,
      column,
      rows: (bottom ?? (top === null ? MAX_ROWS - 1 : row)) - row + 1,
      columns: (right ?? (left === null ? MAX_COLUMNS - 1 : column)) - column + 1,
    },
  };
}

export const structuredReference = (text: string): ReferenceStruct | null => parseStructRef(text) ?? null;

/** Where a formula stands: its own row decides what [@Column] is. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The table of a structured reference; without a name it is the one around the cell. Null where there is none. */
export function tableOf(reference: ReferenceStruct, workbook: Workbook, place: Place): Table | null {
  if (reference.table) return workbook.findTable(reference.table);
  return workbook.tableAt(place.sheet, place.row, place.column);
}

/** The cells of Table[Column], Table[[#Headers],[Column]], [@Column] and the like. */
export function structuredCells(
  reference: ReferenceStruct,
  table: Table,
  place: Place,
  indexOf: (table: Table, name: string) => number,
): Reference {
  const names = reference.columns ?? [];
  const first = names.length ? indexOf(table, names[0]) : 0;
  const last =
    names.length > 1 ? indexOf(table, names[names.length - 1]) : names.length ? first : table.columns.length - 1;
  if (first < 0 || last < 0) throw BAD_REFERENCE;
  const rows = sectionRows(reference.sections ?? [], table, place);
  return new Reference(table.sheet, {
    row: rows.row,
    rows: rows.rows,
    column: table.area.column + Math.min(first, last),
    columns: Math.abs(last - first) + 1,
  });
}

function sectionRows(sections: readonly string[], table: Table, place: Place): { row: number; rows: number } {
  const { body, header, totals, area } = table;
  if (sections.includes('all')) return area;
  if (sections.includes('this row')) {
    const inside = place.sheet === table.sheet && place.row >= body.row && place.row < body.row + body.rows;
    if (!inside) throw BAD_VALUE;
    return { row: place.row, rows: 1 };
  }
  const parts = (sections.length ? sections : ['data']).map((section) =>
    section === 'headers' ? header : section === 'totals' ? totals : body,
  );
  const present = parts.filter((part): part is Area => part !== null);
  if (!present.length) throw BAD_REFERENCE;
  const row = Math.min(...present.map((part) => part.row));
  return { row, rows: Math.max(...present.map((part) => part.row + part.rows)) - row };
}
