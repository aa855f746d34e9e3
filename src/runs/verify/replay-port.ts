import type { OutValue, TableCells, TablePlace, TableWrite, WorkbookFacts, WorkbookPort } from '../../workbook/port';
import { RESULT_TABLES } from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import { namesOf, type RowTable } from './rows';

/** A result table that grows in memory. */
export class ReplayTable implements RowTable {
  readonly columns: Record<string, OutValue[]> = {};
  rows = 0;

  constructor(
    readonly spec: ResultTable,
    readonly dimensions: readonly string[],
  ) {
    for (const name of namesOf(this)) this.columns[name] = [];
  }

  /** Adds a row; what is not named is blank. Returns its place. */
  add(values: Readonly<Record<string, OutValue>>): number {
    for (const [name, cells] of Object.entries(this.columns)) cells.push(values[name] ?? null);
    return this.rows++;
  }
}

/**
 * A workbook in memory into which runs are written again, one after the other. Its result tables begin empty; its input
 * is set anew for each run. Days are those of the 1900 system.
 */
export class ReplayPort implements WorkbookPort {
  readonly isShared = false;
  input: ReadonlyMap<string, TableCells> = new Map();
  private readonly tables: ReadonlyMap<string, ReplayTable>;

  constructor(dimensions: readonly string[]) {
    this.tables = new Map(
      RESULT_TABLES.map((spec) => [spec.name, new ReplayTable(spec, spec.dimensions ? dimensions : [])] as const),
    );
  }

  table({ name }: ResultTable): ReplayTable {
    const found = this.tables.get(name);
    if (!found) throw new Error(`${name} is no result table`);
    return found;
  }

  facts(): Promise<WorkbookFacts> {
    const tables = [...this.input.values(), ...[...this.tables.values()].map(placeOf)];
    return Promise.resolve({ date1904: false, sheets: tables.map(({ sheet }) => sheet), tables });
  }

  read(names: readonly string[]): Promise<ReadonlyMap<string, TableCells>> {
    const found = new Map<string, TableCells>();
    for (const name of names) {
      const table = this.tables.get(name);
      const input = this.input.get(name);
      if (table) found.set(name, cellsOf(table));
      else if (input) found.set(name, input);
    }
    return Promise.resolve(found);
  }

  /** Runs look at tables only. */
  usedArea(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  readArea(): Promise<never> {
    return Promise.reject(new Error('a workbook in memory has tables and no sheets'));
  }

  write(writes: readonly TableWrite[]): Promise<void> {
    for (const { table, rows, columns, changes } of writes) {
      const to = this.table(table);
      for (const [name, cells] of Object.entries(to.columns)) {
        for (let row = 0; row < rows; row++) cells.push(columns[name]?.[row] ?? null);
      }
      to.rows += rows;
      for (const { row, column, value } of changes) to.columns[column][row] = value;
    }
    return Promise.resolve();
  }
}

/** Dimensions stand behind the other columns here: readers find them by their header. */
function placeOf(table: ReplayTable): TablePlace {
  const { spec, rows } = table;
  return { name: spec.name, sheet: spec.sheet, headerRow: 1, firstColumn: 1, headers: namesOf(table), rows };
}

function cellsOf(table: ReplayTable): TableCells {
  const names = namesOf(table);
  return { ...placeOf(table), cells: names.map((name) => table.columns[name]), below: names.map(() => null) };
}
