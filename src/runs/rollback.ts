import { serialOf } from '../book/days';
import { isFault, type CellValue } from '../workbook/cells';
import { headerKey } from '../workbook/headers';
import type { CellChange, TableCells, TableWrite, WorkbookPort } from '../workbook/port';
import { readParameters } from '../workbook/read/parameters';
import { ProblemList } from '../workbook/read/problem-list';
import type { ResultTable } from '../workbook/tables/spec';
import { ADJUSTMENTS, CLOSINGS, COST_PRICE_CHECK, OPEN_QUANTITIES, RESULT_TABLES } from '../workbook/tables/results';
import { counterOf, View } from '../workbook/write/counter-rows';
import { NewRows } from '../workbook/write/rows';
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

  // A reversal that did not end has marked rows of the run that it was to reverse: these count again.
  const reversed = new Set(unfinished.map((row) => runs.text('Reverses', row)).filter((id) => id !== ''));

  const counters: TableWrite[] = [];
  const marks: TableWrite[] = [];
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const found = tables.get(table.name);
    if (!found) continue;
    const rows = new Rows(table, found, dimensions);
    const own = rows.where((row) => ids.has(rows.text('Closing', row)) && !isCounter(rows.id(row)));
    const inForceAgain = table === ADJUSTMENTS ? takenBackBy(rows, own) : reversedIn(rows, reversed);
    if (own.length === 0 && inForceAgain.length === 0) continue;
    const open = own.filter((row) => rows.cell('Status', row) !== 'Reversed');
    if (open.length > 0) counts[table.name] = open.length;
    counters.push(counterRows(rows, own, date1904));
    marks.push(rows.write([...statuses(open, 'Reversed'), ...statuses(inForceAgain, 'Active')]));
  }
  const end = runs.write([
    ...statuses(reversedIn(runs, reversed), 'Completed'),
    ...unfinished.flatMap((row): CellChange[] => [
      { row, column: 'Result fingerprint', value: null },
      { row, column: 'Finished', value: serialOf(env.now()) },
      { row, column: 'Status', value: 'Reversed' },
    ]),
  ]);
  const { parameters } = readParameters(tables.get('Parameters'), {}, new ProblemList());
  await port.write([...counters, ...marks, end], parameters, env.progress);
  return { closings: [...ids], rows: counts };
}

/** Counter rows of those rows that have figures and no counter row yet. */
function counterRows(rows: Rows, own: readonly number[], date1904: boolean): TableWrite {
  const known = rows.ids();
  const counters = new NewRows(rows.table, rows.dimensions);
  const view = new View(rows.found, date1904);
  for (const row of own) {
    const id = `${rows.id(row)}${COUNTER}`;
    const counter = known.has(id) ? undefined : counterOf(rows.table, rows.dimensions, view, row);
    if (counter) counters.add({ ...counter, [rows.table.columns[0].name]: id, Status: 'Reversal' });
  }
  return counters.toWrite(true);
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

/** Rows of runs that were being reversed, marked so: nothing but a reversal marks them. */
function reversedIn(rows: Rows, closings: ReadonlySet<string>): number[] {
  if (closings.size === 0) return [];
  const ids = rows.ids();
  return rows.where(
    (row) =>
      closings.has(rows.text('Closing', row)) &&
      rows.cell('Status', row) === 'Reversed' &&
      !ids.has(`${rows.id(row)}${COUNTER}`),
  );
}

const statuses = (rows: readonly number[], value: string): CellChange[] =>
  rows.map((row) => ({ row, column: 'Status', value }));

/** A result table as it was read, its columns found by their names. */
class Rows {
  readonly dimensions: readonly string[];
  private readonly columns = new Map<string, readonly CellValue[]>();

  constructor(
    readonly table: ResultTable,
    readonly found: TableCells,
    dimensions: readonly string[],
  ) {
    this.dimensions = table.dimensions ? dimensions : [];
    const places = new Map(found.headers.map((header, at) => [headerKey(header), at] as const));
    for (const { name } of table.columns) this.columns.set(name, found.cells[places.get(headerKey(name)) ?? -1] ?? []);
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

  /** A write of changes and no rows. */
  write(changes: readonly CellChange[]): TableWrite {
    return { ...new NewRows(this.table, this.dimensions).toWrite(true), changes };
  }
}
