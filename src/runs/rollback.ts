import { DAYS_1904, serialOf } from '../book/days';
import { isFault, type CellValue } from '../workbook/cells';
import { headerKey } from '../workbook/headers';
import type { CellChange, OutValue, TableCells, TableWrite, WorkbookPort } from '../workbook/port';
import { readParameters } from '../workbook/read/parameters';
import { ProblemList } from '../workbook/read/problem-list';
import { rowColumn, type ResultTable } from '../workbook/tables/spec';
import { ADJUSTMENTS, CLOSINGS, COST_PRICE_CHECK, OPEN_QUANTITIES, RESULT_TABLES } from '../workbook/tables/results';
import type { Environment } from './environment';

/** What was taken back. */
export interface RolledBack {
  /** The runs that had begun and never ended. */
  readonly closings: readonly string[];
  /** Rows that are in force no longer, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Reports are no runs: their rows are replaced each time. */
const TABLES = RESULT_TABLES.filter((table) => ![CLOSINGS, OPEN_QUANTITIES, COST_PRICE_CHECK].includes(table));

/** Stands behind the id of a row in the id of the row that counters it. */
const COUNTER = '-R';
const isCounter = (id: CellValue): boolean => typeof id === 'string' && id.endsWith(COUNTER);

/**
 * Takes back what a run wrote that began and never ended. Nothing is deleted, as in a reversal: each of its rows is marked
 * Reversed and gets a counter row with opposite quantities and amounts, so that all sums are as before the run;
 * adjustments that it had taken back are in force again; at last the run itself is marked Reversed. It can be interrupted and
 * done again: a counter row is written once, by its id.
 */
export async function rollback(port: WorkbookPort, env: Environment): Promise<RolledBack> {
  const { date1904 } = await port.facts();
  const names = ['Parameters', 'DimensionGroups', ...RESULT_TABLES.map(({ name }) => name)];
  const tables = await port.read(names, env.progress);
  const closings = tables.get(CLOSINGS.name);
  const dimensions = tables.get('DimensionGroups')?.headers.slice(1) ?? [];
  const runs = closings && new Rows(CLOSINGS, closings, []);
  const unfinished = runs?.where((row) => runs.cell('Status', row) === 'Running') ?? [];
  if (!runs || unfinished.length === 0) return { closings: [], rows: {} };
  const ids = new Set(unfinished.map((row) => runs.text('Closing', row)));

  const counters: TableWrite[] = [];
  const marks: TableWrite[] = [];
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const found = tables.get(table.name);
    if (!found) continue;
    const rows = new Rows(table, found, dimensions);
    const own = rows.where((row) => ids.has(rows.text('Closing', row)) && !isCounter(rows.id(row)));
    if (own.length === 0) continue;
    const open = own.filter((row) => rows.cell('Status', row) !== 'Reversed');
    if (open.length > 0) counts[table.name] = open.length;
    counters.push(counterRows(rows, own, date1904 ? DAYS_1904 : 0));
    const inForceAgain = table === ADJUSTMENTS ? takenBackBy(rows, own) : [];
    marks.push(rows.write([...statuses(open, 'Reversed'), ...statuses(inForceAgain, 'Active')]));
  }
  const end = runs.write(
    unfinished.flatMap((row): CellChange[] => [
      { row, column: 'Result fingerprint', value: null },
      { row, column: 'Finished', value: serialOf(env.now()) },
      { row, column: 'Status', value: 'Reversed' },
    ]),
  );
  const { parameters } = readParameters(tables.get('Parameters'), {}, new ProblemList());
  await port.write([...counters, ...marks, end], parameters, env.progress);
  return { closings: [...ids], rows: counts };
}

/** Counter rows of those rows that have figures and no counter row yet. */
function counterRows(rows: Rows, own: readonly number[], shift: number): TableWrite {
  const { table } = rows;
  const write = rows.write([]);
  if (!table.columns.some(({ kind }) => kind === 'quantity' || kind === 'amount')) return write;
  const known = rows.ids();
  const missing = own.filter((row) => !known.has(`${rows.id(row)}${COUNTER}`));
  const kinds = new Map(table.columns.map(({ name, kind }) => [name, kind] as const));
  const value = (name: string, row: number): OutValue => {
    if (name === table.columns[0].name) return `${rows.id(row)}${COUNTER}`;
    if (name === 'Status') return 'Reversal';
    const cell = rows.cell(name, row);
    if (isFault(cell)) return cell.text;
    if (typeof cell === 'boolean') return String(cell).toUpperCase();
    const kind = kinds.get(name);
    if (typeof cell !== 'number') return cell;
    if (kind === 'quantity' || kind === 'amount') return 0 - cell;
    return kind === 'date' || kind === 'moment' ? cell + shift : cell;
  };
  const columns = Object.keys(write.columns).map((name) => [name, missing.map((row) => value(name, row))] as const);
  return { ...write, rows: missing.length, columns: Object.fromEntries(columns) };
}

/**
 * Rows of earlier runs that the unfinished run has marked, because its own rows took them back. Where several have the
 * same content, those that finished runs took back have counter rows of those runs: the others were marked now.
 */
function takenBackBy(rows: Rows, own: readonly number[]): number[] {
  const ours = new Set(own);
  const ids = rows.ids();
  const key = (row: number, sign: 1 | -1): string =>
    ['Transaction', 'Item', 'Reason', 'Source', 'Inventory account', 'Offset account']
      .map((name) => rows.text(name, row))
      .concat(String(sign * Number(rows.cell('Adjustment', row) ?? 0)))
      .join('\u001f');
  const left = new Map<string, number>();
  const add = (text: string, count: number): unknown => left.set(text, (left.get(text) ?? 0) + count);
  for (const row of own) if (rows.cell('Status', row) === 'Reversal') add(key(row, -1), 0);
  if (left.size === 0) return [];
  const others = (status: string): number[] =>
    rows.where((row) => rows.cell('Status', row) === status && !ours.has(row) && !isCounter(rows.id(row)));
  const marked = others('Reversed').filter((row) => left.has(key(row, 1)) && !ids.has(`${rows.id(row)}${COUNTER}`));
  for (const row of marked) add(key(row, 1), 1);
  for (const row of others('Reversal')) if (left.has(key(row, -1))) add(key(row, -1), -1);
  return marked.reverse().filter((row) => {
    const count = left.get(key(row, 1)) ?? 0;
    add(key(row, 1), -1);
    return count > 0;
  });
}

const statuses = (rows: readonly number[], value: string): CellChange[] =>
  rows.map((row) => ({ row, column: 'Status', value }));

/** A result table as it was read, its columns found by their names. */
class Rows {
  private readonly columns = new Map<string, readonly CellValue[]>();

  constructor(
    readonly table: ResultTable,
    private readonly found: TableCells,
    private readonly dimensions: readonly string[],
  ) {
    const places = new Map(found.headers.map((header, at) => [headerKey(header), at] as const));
    for (const name of this.names()) this.columns.set(name, found.cells[places.get(headerKey(name)) ?? -1] ?? []);
  }

  cell(name: string, row: number): CellValue {
    return this.columns.get(name)?.[row] ?? null;
  }

  text(name: string, row: number): string {
    const cell = this.cell(name, row);
    return isFault(cell) ? cell.text : String(cell ?? '');
  }

  /** What stands in the table's first column: the row's own id. */
  id(row: number): string {
    return this.text(this.table.columns[0].name, row);
  }

  ids(): Set<string> {
    return new Set(this.where(() => true).map((row) => this.id(row)));
  }

  where(wanted: (row: number) => boolean): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.found.rows; row++) if (wanted(row)) rows.push(row);
    return rows;
  }

  /** The columns that are ours, in the order of the sheet; those of other people are left alone. */
  private names(): string[] {
    const { columns, links } = this.table;
    return [
      ...columns.map(({ name }) => name),
      ...(this.table.dimensions ? this.dimensions : []),
      ...links.map(({ column }) => rowColumn(column)),
    ];
  }

  /** A write of changes and no rows. */
  write(changes: readonly CellChange[]): TableWrite {
    const { table } = this;
    const dimensions = table.dimensions ? this.dimensions : [];
    const columns = Object.fromEntries(this.names().map((name) => [name, []]));
    return { table, rows: 0, columns, changes, replace: false, tieOuts: {}, links: true, dimensions };
  }
}
