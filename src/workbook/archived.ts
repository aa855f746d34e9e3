/**
 * Rows of Transactions that were archived: closed in full, so that people may move them out of the table. LockedRows keeps
 * each as it was locked, and readers put those that are gone from the sheet behind the rows that are there.
 */
import type { CellValue } from './cells';
import { headerKey } from './headers';
import { type LockedTransaction, parseTransaction } from './locked';
import type { TableCells } from './port';
import { idKey, idText, type IdCell } from './read/ids';
import type { ReadBook } from './read/read-book';

/** A row of LockedRows that keeps an archived transaction. */
export interface ArchivedRow {
  readonly key: IdCell;
  /** Id of the run that archived it. */
  readonly closing: string;
  readonly kept: KeptRow;
  /** Address of the content. */
  readonly cell: string;
}

/** The content of an archived row, parsed. */
export interface KeptRow extends LockedTransaction {
  /** Cells that the locked content has not, or has as text only: all dimensions, and an item that is a number. */
  readonly typed: Readonly<Record<string, IdCell>>;
}

const TYPED = ',"As typed":';
const TAIL = ',"Posts to":';

/** The content that an archived row keeps: as it was locked, with the cells that this says nothing of. */
export function contentOfArchived(locked: string, typed: KeptRow['typed']): string {
  const end = locked.lastIndexOf(TAIL);
  if (Object.keys(typed).length === 0 || end < 0) return locked;
  return `${locked.slice(0, end)}${TYPED}${JSON.stringify(typed)}${locked.slice(end)}`;
}

/** The cells of a row that its locked content has not as they were typed. */
export function typedCellsOf(read: ReadBook, position: number): KeptRow['typed'] {
  const { dimensions, dimensionValues, itemCells, book } = read;
  const cells = dimensions.map((name, d) => [name, dimensionValues[d][position]] as const);
  const item = itemCells[book.transactions.item[position]];
  return Object.fromEntries([
    ...(typeof item === 'number' ? [['Item', item] as const] : []),
    ...cells.filter(([, value]) => value !== ''),
  ]);
}

/** The content of an archived row, parsed; undefined where the text is no such content. */
export function parseArchived(content: string): KeptRow | undefined {
  const locked = parseTransaction(content);
  if (!locked) return undefined;
  const { 'As typed': typed = {} } = JSON.parse(content) as Readonly<Record<string, unknown>>;
  return isTyped(typed) ? { ...locked, typed } : undefined;
}

function isTyped(value: unknown): value is Record<string, IdCell> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number');
}

/** The table Transactions with the archived rows that are gone from its sheet behind those that are there. */
export function withArchivedRows(table: TableCells, archived: Iterable<ArchivedRow>): TableCells {
  const rows = [...archived];
  if (rows.length === 0) return table;
  const ids = table.cells[table.headers.findIndex((header) => headerKey(header) === headerKey('Transaction'))] ?? [];
  const there = new Set(ids.flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? [keyOf(id)] : [])));
  const gone = rows.filter(({ key }) => !there.has(keyOf(key)));
  if (gone.length === 0) return table;
  const cells = gone.map(({ key, kept }) => new Map([...cellsOf(kept), [headerKey('Transaction'), key]]));
  // A column that was removed since is there for the archived rows alone.
  const known = new Set(table.headers.map(headerKey));
  const more = new Set(gone.flatMap(({ kept }) => namesOf(kept)).filter((name) => !known.has(headerKey(name))));
  const headers = [...table.headers, ...more];
  const blank = new Array<CellValue>(table.rows).fill(null);
  return {
    ...table,
    headers,
    rows: table.rows + gone.length,
    cells: headers.map((header, at) => [
      ...(table.cells[at] ?? blank),
      ...cells.map((row) => row.get(headerKey(header)) ?? null),
    ]),
    below: headers.map((_, at) => table.below[at] ?? null),
    archived: gone.map(({ cell }) => cell),
  };
}

const keyOf = (id: IdCell): string => idKey(idText(id));

const FIGURES: ReadonlySet<string> = new Set(['Quantity', 'Financial cost', 'Physical cost']);

const namesOf = ({ values, dimensions, typed }: KeptRow): string[] =>
  [values, dimensions, typed].flatMap((part) => Object.keys(part));

/** By header: dates stay text, which reads the same in both date systems. */
function cellsOf({ values, dimensions, typed }: KeptRow): [string, CellValue][] {
  const figure = (name: string, text: string): CellValue => {
    const value = Number(text);
    return FIGURES.has(name) && Number.isFinite(value) ? value : text;
  };
  return [
    ...Object.entries(values).map(([name, text]): [string, CellValue] => [headerKey(name), figure(name, text)]),
    ...Object.entries({ ...dimensions, ...typed }).map(([name, value]): [string, CellValue] => [
      headerKey(name),
      value,
    ]),
  ];
}
