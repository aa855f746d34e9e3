import type { CellValue } from '../../src/workbook/cells';
import { headerKey } from '../../src/workbook/headers';
import type {
  Formats,
  OutValue,
  Progress,
  TableCells,
  TablePlace,
  TableWrite,
  WorkbookFacts,
  WorkbookPort,
} from '../../src/workbook/port';
import { resultColumns } from '../../src/workbook/write/result-columns';
import type { Grid } from './workbooks';

/** A table in memory: its rows as people see them. */
export interface MemoryTable {
  readonly name: string;
  readonly headers: readonly string[];
  rows: CellValue[][];
}

/** What is thrown where the power goes. */
export class PowerCut extends Error {}

/** So many rows, or marks, are written at a time. */
const PIECE = 2;
/** Tables stand below a title, as they do in our files. */
const HEADER_ROW = 3;

/**
 * A workbook in memory that writes as Excel does: tables first, then rows and marks, piece by piece, so that it can be
 * broken off between any two of them. Without sheets, links or formats, and therefore quick: for tests that make hundreds of runs.
 */
export class MemoryPort implements WorkbookPort {
  readonly isShared = false;
  /** How many pieces are still written until the power goes. */
  piecesLeft = Infinity;
  /** How many pieces were written. */
  pieces = 0;
  private tables: MemoryTable[];

  constructor(grids: readonly Grid[]) {
    this.tables = grids.map(({ name, headers, rows }) => ({ name, headers, rows: rows.map((row) => [...row]) }));
  }

  /** The same workbook once more, with power. */
  copy(): MemoryPort {
    return new MemoryPort(this.tables.map((table) => ({ ...table, sheet: table.name })));
  }

  /** The tables as they stand, to be looked at and to be changed by hand. */
  table(name: string): MemoryTable | undefined {
    return this.tables.find((table) => headerKey(table.name) === headerKey(name));
  }

  /** The filled rows of a table as records by header; none where there is no such table. */
  records(name: string): Record<string, CellValue>[] {
    const table = this.table(name);
    if (!table) return [];
    const filled = table.rows.filter((row) => row.some((cell) => cell !== null));
    return filled.map((row) => Object.fromEntries(table.headers.map((header, at) => [header, row[at]])));
  }

  /** The names of all tables. */
  names(): string[] {
    return this.tables.map(({ name }) => name);
  }

  /** Every table with every cell, to be compared with another moment. */
  contents(): Record<string, CellValue[][]> {
    return Object.fromEntries(this.tables.map(({ name, rows }) => [name, rows.map((row) => [...row])]));
  }

  facts(): Promise<WorkbookFacts> {
    return Promise.resolve({
      date1904: false,
      sheets: this.tables.map(({ name }) => name),
      tables: this.tables.map(placeOf),
    });
  }

  read(names: readonly string[]): Promise<ReadonlyMap<string, TableCells>> {
    const found = names.flatMap((name) => {
      const table = this.table(name);
      return table ? [[name, cellsOf(table)] as const] : [];
    });
    return Promise.resolve(new Map(found));
  }

  usedArea(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  readArea(): Promise<never> {
    return Promise.reject(new Error('there are tables here, and no sheets'));
  }

  async write(writes: readonly TableWrite[], _: Formats, progress?: Progress): Promise<void> {
    const total = writes.reduce((sum, { rows }) => sum + rows, 0);
    await progress?.('Writing', 0, total);
    for (const write of writes) this.make(write);
    let done = 0;
    for (const write of writes) {
      const table = this.table(write.table.name)!;
      if (write.replace) this.piece(() => (table.rows = [blank(table)]));
      for (let row = 0; row < write.rows; row += PIECE) {
        this.piece(() => addRows(table, write, row, Math.min(row + PIECE, write.rows)));
        done += Math.min(PIECE, write.rows - row);
        await progress?.('Writing', done, total);
      }
      // The row of a run is changed in one request, and so that of the run that it reverses.
      const together = write.table.name === 'Closings' ? write.changes.length : PIECE;
      for (let at = 0; at < write.changes.length; at += together) {
        this.piece(() => {
          for (const { row, column, value } of write.changes.slice(at, at + together)) {
            table.rows[row][columnOf(table, column)] = value;
          }
        });
      }
    }
  }

  private make({ table, dimensions }: TableWrite): void {
    if (this.table(table.name)) return;
    const headers = resultColumns(table, dimensions, false).map(({ header }) => header);
    this.piece(() => this.tables.push({ name: table.name, headers, rows: [headers.map(() => null)] }));
  }

  private piece(write: () => void): void {
    if (this.piecesLeft <= 0) throw new PowerCut('the power is gone');
    this.piecesLeft -= 1;
    this.pieces += 1;
    write();
  }
}

const blank = ({ headers }: MemoryTable): CellValue[] => headers.map(() => null);

/** Rows of a write, below those that are there; a table of one blank row has none. */
function addRows(table: MemoryTable, { columns }: TableWrite, from: number, to: number): void {
  const [first] = table.rows;
  if (table.rows.length === 1 && first.every((cell) => cell === null)) table.rows = [];
  const named = new Map(Object.entries(columns).map(([name, cells]) => [headerKey(name), cells] as const));
  for (let row = from; row < to; row++) {
    table.rows.push(table.headers.map((header): OutValue => named.get(headerKey(header))?.[row] ?? null));
  }
}

function columnOf({ name, headers }: MemoryTable, column: string): number {
  const at = headers.findIndex((header) => headerKey(header) === headerKey(column));
  if (at < 0) throw new Error(`${name} has no column ${column}`);
  return at;
}

function placeOf({ name, headers, rows }: MemoryTable): TablePlace {
  return { name, sheet: name, headerRow: HEADER_ROW, firstColumn: 1, headers, rows: rows.length };
}

function cellsOf(table: MemoryTable): TableCells {
  const cells = table.headers.map((_, at) => table.rows.map((row) => row[at]));
  return { ...placeOf(table), cells, below: table.headers.map(() => null) };
}
