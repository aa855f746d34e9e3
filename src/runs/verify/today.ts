/** The input of the workbook as it stands now, in the days of the 1900 system. */
import { DAYS_1904 } from '../../book/days';
import type { CellValue } from '../../workbook/cells';
import { headerKey } from '../../workbook/headers';
import { type ArchivedRow, parseArchived, withArchivedRows } from '../../workbook/archived';
import { contentOfTransaction, type LockedItem } from '../../workbook/locked';
import type { TableCells, WorkbookFacts } from '../../workbook/port';
import { readBook } from '../../workbook/read/book';
import { idKey } from '../../workbook/read/ids';
import type { ReadBook } from '../../workbook/read/read-book';
import { DIMENSION_GROUPS, INPUT_TABLES, PARAMETERS, TRANSACTIONS } from '../../workbook/tables/input';
import { recordsIn } from './locks-then';
import { type StoredTable, textAt } from './rows';

/** What stands in the input tables, in which archived rows are still there. */
export class Today {
  readonly tables: ReadonlyMap<string, TableCells>;
  /** The dimensions that have a column in Transactions, in the order of DimensionGroups. */
  readonly dimensions: readonly string[];
  /** The input by itself, without any result; undefined where cells of it are wrong. */
  readonly read: ReadBook | undefined;
  readonly items: ReadonlyMap<string, LockedItem>;
  private readonly rows = new Map<string, number>();
  private readonly transactions: TableCells | undefined;

  /** `locked` is LockedRows as the workbook has it: archived rows that left their table count as if they stood there. */
  constructor(facts: WorkbookFacts, tables: ReadonlyMap<string, TableCells>, locked: StoredTable) {
    const own = new Map<string, TableCells>();
    for (const { name, columns } of INPUT_TABLES) {
      const found = [...tables.values()].find((table) => table.name.toLowerCase() === name.toLowerCase());
      const days = columns.filter(({ kind }) => kind === 'date').map((column) => column.name);
      if (found) own.set(name, facts.date1904 ? in1900({ ...found, name }, days) : { ...found, name });
    }
    this.tables = own;
    const onSheet = own.get(TRANSACTIONS.name);
    this.transactions = onSheet && withArchivedRows(onSheet, archivedRows(locked));
    const headers = this.transactions?.headers ?? [];
    this.dimensions = (own.get(DIMENSION_GROUPS.name)?.headers ?? []).filter(
      (name) =>
        headerKey(name) !== headerKey('Dimension group') &&
        headers.some((header) => headerKey(header) === headerKey(name)),
    );
    this.cells('Transaction').forEach((cell, row) => {
      if (cell !== null) this.rows.set(idKey(String(cell).trim()), row);
    });
    const all = new Map(own);
    if (this.transactions) all.set(TRANSACTIONS.name, this.transactions);
    const read = readBook({ date1904: false, sheets: facts.sheets, tables: [...own.values()] }, all);
    this.read = read.ok ? read.value : undefined;
    this.items = new Map(this.read?.book.items.map((item) => [idKey(item.id), item] as const));
  }

  /** Body row of a transaction, from 0; -1 where it is not there. */
  rowOf(id: string | number): number {
    return this.rows.get(idKey(String(id).trim())) ?? -1;
  }

  dimensionAt(name: string, row: number): CellValue {
    return this.cells(name)[row] ?? null;
  }

  /** The value of a parameter as typed; null where the table has none. */
  parameter(name: string): CellValue {
    const table = this.tables.get(PARAMETERS.name);
    const column = (header: string) =>
      table?.cells[table.headers.findIndex((one) => headerKey(one) === headerKey(header))] ?? [];
    const row = column('Parameter').findIndex((cell) => headerKey(String(cell)) === headerKey(name));
    return column('Value')[row] ?? null;
  }

  /** The content of a transaction as a close of today would lock it; undefined where it is gone or can not be read. */
  contentOf(id: string | number): string | undefined {
    const position = this.read?.positions.get(idKey(String(id).trim()));
    return this.read && position !== undefined ? contentOfTransaction(this.read, position) : undefined;
  }

  private cells(header: string): readonly CellValue[] {
    const at = this.transactions?.headers.findIndex((one) => headerKey(one) === headerKey(header)) ?? -1;
    return this.transactions?.cells[at] ?? [];
  }
}

function archivedRows(locked: StoredTable): ArchivedRow[] {
  const active = locked.rows().filter((row) => textAt(locked, 'Status', row) === 'Active');
  return recordsIn(locked, active).flatMap(({ kind, key, content, id }) => {
    const kept = kind === 'Archived' ? parseArchived(content) : undefined;
    return kept ? [{ key, closing: '', kept, cell: id }] : [];
  });
}

function in1900(table: TableCells, days: readonly string[]): TableCells {
  const isDay = table.headers.map((header) => days.some((name) => headerKey(name) === headerKey(header)));
  const shifted = (cell: CellValue) => (typeof cell === 'number' ? cell + DAYS_1904 : cell);
  return { ...table, cells: table.cells.map((cells, at) => (isDay[at] ? cells.map(shifted) : cells)) };
}
