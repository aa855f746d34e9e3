import { serialOf } from '../book/days';
import type { CellChange, TableCells, TableWrite, WorkbookPort } from '../workbook/port';
import { headerKey } from '../workbook/headers';
import { readParameters } from '../workbook/read/parameters';
import { ProblemList } from '../workbook/read/problem-list';
import type { ResultTable } from '../workbook/tables/spec';
import { CLOSINGS, REPORTS, RESULT_TABLES, RUN_INPUT } from '../workbook/tables/results';
import { counterOf, View, ROLLED_BACK } from '../workbook/write/counter-rows';
import { NewRows } from '../workbook/write/rows';
import type { Environment } from './environment';
import { columnOf } from './find-rows';
import { tableOf, textsOf, tracesOf, type UnfinishedRun, unfinishedIn } from './unfinished';
import { noInput } from './write-run';

/** What was taken back. */
export interface RolledBack {
  readonly ok: true;
  /** The runs that had begun and never ended; none where there was none. */
  readonly runs: readonly Omit<UnfinishedRun, 'row'>[];
  /** Their ids. */
  readonly closings: readonly string[];
  /** Rows that are in force no longer, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Reports are no runs: their rows are replaced each time. */
const TABLES = RESULT_TABLES.filter((table) => table !== CLOSINGS && !REPORTS.includes(table));

/**
 * Takes back what a run wrote that began and never ended, Running or Paused. Nothing is deleted, as in a reversal: each of its
 * rows is marked Reversed and gets a counter row with opposite quantities and amounts, so that all sums are as before the run;
 * what it had marked of other runs is in force again; at last the run itself is marked Reversed. It can be interrupted and
 * done again: a counter row is written once, by its id.
 */
export async function rollback(port: WorkbookPort, env: Environment): Promise<RolledBack> {
  const { date1904 } = await port.facts();
  const names = ['Parameters', 'DimensionGroups', ...[...RESULT_TABLES, RUN_INPUT].map(({ name }) => name)];
  const tables = await port.read(names, env.progress);
  const unfinished = unfinishedIn(tables);
  const closings = tableOf(tables, CLOSINGS.name);
  if (!closings || unfinished.length === 0) return { ok: true, runs: [], closings: [], rows: {} };
  const { own, marked } = tracesOf(tables, unfinished);
  const dimensions = tables.get('DimensionGroups')?.headers.slice(1) ?? [];

  const counters: TableWrite[] = [];
  const marks: TableWrite[] = [];
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const found = tableOf(tables, table.name);
    if (!found) continue;
    const rows = new Rows(table, found, dimensions);
    const written = (own.get(table.name) ?? []).filter((row) => !rows.isCounter(row));
    const restored = marked.get(table.name) ?? [];
    if (written.length === 0 && restored.length === 0) continue;
    const open = written.filter((row) => rows.status(row) !== 'Reversed');
    if (open.length > 0) counts[table.name] = open.length;
    counters.push(rows.countersOf(written, date1904));
    marks.push(rows.write([...statuses(open, 'Reversed'), ...statuses(restored, 'Active')]));
  }
  const hasProgress = columnOf(closings, 'Progress') >= 0;
  const end = new Rows(CLOSINGS, closings, []).write([
    ...statuses(marked.get(CLOSINGS.name) ?? [], 'Completed'),
    ...unfinished.flatMap(({ row }): CellChange[] => [
      { row, column: 'Input fingerprint', value: null },
      { row, column: 'Result fingerprint', value: null },
      ...(hasProgress ? [{ row, column: 'Progress', value: null }] : []),
      { row, column: 'Finished', value: serialOf(env.now()) },
      { row, column: 'Status', value: 'Reversed' },
    ]),
  ]);
  const input = tableOf(tables, RUN_INPUT.name) ? [noInput()] : [];
  const { parameters } = readParameters(tables.get('Parameters'), {}, new ProblemList());
  await port.write([...counters, ...marks, end, ...input], parameters, env.progress);
  const runs = unfinished.map(({ closing, type, status, progress, reverses }) => {
    return { closing, type, status, progress, reverses };
  });
  return { ok: true, runs, closings: runs.map(({ closing }) => closing), rows: counts };
}

const statuses = (rows: readonly number[], value: string): CellChange[] =>
  rows.map((row) => ({ row, column: 'Status', value }));

/** A result table as it was read. */
class Rows {
  private readonly dimensions: readonly string[];
  private readonly ids: readonly string[];
  private readonly states: readonly string[];

  constructor(
    private readonly table: ResultTable,
    private readonly found: TableCells,
    dimensions: readonly string[],
  ) {
    const headers = new Set(found.headers.map(headerKey));
    this.dimensions = table.dimensions ? dimensions.filter((name) => headers.has(headerKey(name))) : [];
    this.ids = textsOf(found, table.columns[0].name);
    this.states = textsOf(found, 'Status');
  }

  status(row: number): string {
    return this.states[row];
  }

  /** Whether a row was written to counter another one of an unfinished run. */
  isCounter(row: number): boolean {
    return this.ids[row].endsWith(ROLLED_BACK);
  }

  /** Counter rows of those rows that have figures and no counter row yet. */
  countersOf(rows: readonly number[], date1904: boolean): TableWrite {
    const known = new Set(this.ids);
    const counters = new NewRows(this.table, this.dimensions);
    const view = new View(this.found, date1904);
    for (const row of rows) {
      const id = `${this.ids[row]}${ROLLED_BACK}`;
      const counter = known.has(id) ? undefined : counterOf(this.table, this.dimensions, view, row);
      if (counter) counters.add({ ...counter, [this.table.columns[0].name]: id, Status: 'Reversal' });
    }
    return counters.toWrite(true);
  }

  /** A write of changes and no rows. */
  write(changes: readonly CellChange[]): TableWrite {
    return { ...new NewRows(this.table, this.dimensions).toWrite(true), changes };
  }
}
