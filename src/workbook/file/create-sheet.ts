import type { OutValue } from '../port';
import type { Column, InputColumn, InputTable } from '../tables/spec';

/** A sheet of a new workbook: an input table below its title, or a page of text. */
export type NewSheet = NewTable | NewPage;

/** An input table with its rows. */
export interface NewTable {
  readonly kind: 'table';
  readonly table: InputTable;
  /** Which of the table's columns it has, by header; all where this is left out. */
  readonly columns?: readonly string[];
  /** Dimension columns (Site, Warehouse, Batch): they stand after "Item", or at the end where there is none. */
  readonly dimensions?: readonly string[];
  /** Further columns at the right, which the product leaves alone. */
  readonly extra?: readonly Column[];
  readonly rows: number;
  /** Cells by header, one array each of `rows` values; a header that is missing here is a blank column. */
  readonly cells: Readonly<Record<string, readonly OutValue[]>>;
  /** Rows below the table that have validation already, for a table that people will fill. */
  readonly spareRows?: number;
  /** What single cells may hold, where that is more than their column says: the values of parameters. */
  readonly rules?: readonly CellRule[];
}

export interface CellRule {
  readonly column: string;
  /** Row of the table's body, from 0. */
  readonly row: number;
  readonly rule: Rule;
}

/** What a cell may hold. */
export type Rule =
  | { readonly kind: 'list'; readonly choices: readonly string[] }
  | { readonly kind: 'date' }
  /** A date after the last close. */
  | { readonly kind: 'open date' }
  | { readonly kind: 'number' }
  | { readonly kind: 'not zero' }
  | { readonly kind: 'not negative' }
  | { readonly kind: 'whole'; readonly from: number; readonly to: number };

/** A page of text: a title and lines below it. */
export interface NewPage {
  readonly kind: 'page';
  readonly sheet: string;
  readonly title: string;
  readonly lines: readonly PageLine[];
}

/** A line of a page: a heading, a paragraph, a command to type, or a row of two or three columns. */
export type PageLine =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly command: string }
  | { readonly blank: true }
  | {
      readonly cells: readonly string[];
      readonly bold?: boolean;
      /** Name of the sheet that a click on the first cell leads to. */
      readonly link?: string;
    };

/** Rows above the body of a table: its title, what it is, a blank row, and the header. */
export const HEADER_ROW = 4;

/** The columns of a new table in the order of the sheet, with what the dimension columns are. */
export function columnsOf(sheet: NewTable): readonly InputColumn[] {
  const wanted = sheet.columns && new Set(sheet.columns);
  const columns = sheet.table.columns.filter((column) => !wanted || wanted.has(column.name));
  const after = columns.findIndex((column) => column.name === 'Item') + 1 || columns.length;
  const dimensions = (sheet.dimensions ?? []).map((name) => dimensionColumn(sheet.table, name));
  const extra = (sheet.extra ?? []).map((column) => ({ ...column, required: false }));
  return [...columns.slice(0, after), ...dimensions, ...columns.slice(after), ...extra];
}

/** Columns grow with their longest text up to here; what is longer is cut off at the next filled cell. */
const WIDEST = 40;

/** Width of a column in characters: that of its kind, or what its longest text needs. */
export function widthOf(column: Column, sheet: NewTable): number {
  if (column.kind !== 'id' && column.kind !== 'text') return column.width;
  const longest = (sheet.cells[column.name] ?? []).reduce<number>(
    (most, value) => (typeof value === 'string' ? Math.max(most, value.length) : most),
    0,
  );
  return Math.max(column.width, Math.min(longest + 3, WIDEST));
}

/** In DimensionGroups a dimension is a Yes/No column, everywhere else it holds the values. */
function dimensionColumn(table: InputTable, name: string): InputColumn {
  const lower = name.toLowerCase();
  return table.name === 'DimensionGroups'
    ? {
        name,
        kind: 'yes/no',
        width: 12,
        required: false,
        note: `Yes: each ${lower} has its own costs, and issues are settled inside it only. No or blank: all of them share one cost.`,
      }
    : {
        name,
        kind: 'id',
        width: 12,
        required: false,
        note: `The ${lower}. It keeps costs apart where the item's dimension group says Yes to ${name}.`,
      };
}
