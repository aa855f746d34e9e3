import { CLOSING_TYPES, type ClosingType } from '../book/book';
import { isFault, type CellValue } from '../workbook/cells';
import type { TableCells, WorkbookFacts } from '../workbook/port';
import { idKey } from '../workbook/read/ids';
import { ADJUSTMENTS, CLOSINGS, REPORTS, RESULT_TABLES } from '../workbook/tables/results';
import { columnOf } from './find-rows';

export type Tables = ReadonlyMap<string, TableCells>;

/** A run that has begun and not ended, by its row in Closings. */
export interface UnfinishedRun {
  readonly closing: string;
  readonly type: ClosingType;
  readonly status: 'Running' | 'Paused';
  /** How far it was when it was paused: "57 %: writing rows"; "" where nothing is known. */
  readonly progress: string;
  /** Id of the run that it reverses, or "". */
  readonly reverses: string;
  /** Body row in Closings, from 0. */
  readonly row: number;
}

/** What unfinished runs have left in the result tables: body rows, from 0, by the name of the table. */
export interface Traces {
  /** Rows that they wrote, in Closings their own. */
  readonly own: ReadonlyMap<string, readonly number[]>;
  /** Rows of other runs that they marked: in force again once the run is taken back. */
  readonly marked: ReadonlyMap<string, readonly number[]>;
}

export function unfinishedIn(tables: Tables): UnfinishedRun[] {
  const closings = tableOf(tables, CLOSINGS.name);
  if (!closings) return [];
  const [ids, types, statuses, reverses, progress] = ['Closing', 'Type', 'Status', 'Reverses', 'Progress'].map((name) =>
    textsOf(closings, name),
  );
  return statuses.flatMap((text, row): UnfinishedRun[] => {
    const status = (['Running', 'Paused'] as const).find((one) => one.toLowerCase() === text.toLowerCase());
    const type = CLOSING_TYPES.find((one) => one.toLowerCase() === types[row].toLowerCase());
    if (!status || !type) return [];
    return [{ closing: ids[row], type, status, progress: progress[row], reverses: reverses[row], row }];
  });
}

/** Finds what unfinished runs have left. */
export function tracesOf(tables: Tables, runs: readonly UnfinishedRun[]): Traces {
  const own = new Map<string, readonly number[]>();
  const marked = new Map<string, readonly number[]>();
  const ids = new Set(runs.map(({ closing }) => idKey(closing)));
  const reversed = new Set(runs.filter(({ reverses }) => reverses !== '').map(({ reverses }) => idKey(reverses)));
  const computes = runs.some(({ reverses }) => reverses === '');
  for (const { name } of RESULT_TABLES.filter((table) => !REPORTS.includes(table))) {
    const table = tableOf(tables, name);
    if (!table || runs.length === 0) continue;
    const closings = textsOf(table, 'Closing').map(idKey);
    const statuses = textsOf(table, 'Status');
    const rows = [...closings.keys()];
    own.set(
      name,
      rows.filter((row) => ids.has(closings[row])),
    );
    const isReversed = (row: number): boolean => statuses[row] === 'Reversed' && !ids.has(closings[row]);
    if (name === ADJUSTMENTS.name) {
      const count = withoutCounter(table, statuses, (row) => ids.has(closings[row]));
      const isTheirs = (row: number): boolean => computes || reversed.has(closings[row]);
      marked.set(name, count(rows.filter((row) => isReversed(row) && isTheirs(row))));
    } else {
      // Nothing but a reversal marks rows of these tables, and the row of the run that it reverses.
      marked.set(
        name,
        rows.filter((row) => isReversed(row) && reversed.has(closings[row])),
      );
    }
  }
  return { own, marked };
}

/**
 * Tells the adjustments that unfinished runs have marked Reversed from those that finished ones did: of a finished run each
 * has a counter row, with the opposite figures. Where several have the same content it says the last ones, since it makes no
 * difference which.
 */
function withoutCounter(
  table: TableCells,
  statuses: readonly string[],
  isOwn: (row: number) => boolean,
): (candidates: readonly number[]) => number[] {
  const parts = ['Transaction', 'Item', 'Reason', 'Source', 'Inventory account', 'Offset account'].map((name) =>
    textsOf(table, name),
  );
  const figures = ['Adjustment', 'Expensed'].map((name) => table.cells[columnOf(table, name)] ?? []);
  const key = (row: number, sign: 1 | -1): string =>
    [...parts.map((texts) => texts[row]), ...figures.map((cells) => String(sign * Number(cells[row] ?? 0)))].join(
      '\u001f',
    );
  const left = new Map<string, number>();
  const add = (text: string, count: number) => left.set(text, (left.get(text) ?? 0) + count);
  statuses.forEach((status, row) => {
    if (isOwn(row)) return;
    if (status === 'Reversed') add(key(row, 1), 1);
    else if (status === 'Reversal') add(key(row, -1), -1);
  });
  return (candidates) =>
    [...candidates]
      .reverse()
      .filter((row) => {
        const count = left.get(key(row, 1)) ?? 0;
        add(key(row, 1), -1);
        return count > 0;
      })
      .reverse();
}

/** A workbook without what unfinished runs have left in it. */
export interface Before {
  readonly facts: WorkbookFacts;
  readonly tables: Tables;
  /** Where a body row of these tables stands in the workbook. */
  readonly place: (table: string, row: number) => number;
}

/** The workbook as it was before unfinished runs began; with `keepsRuns` their own rows in Closings are still there. */
export function beforeRuns(facts: WorkbookFacts, tables: Tables, traces: Traces, keepsRuns: boolean): Before {
  const places = new Map<string, readonly number[]>();
  const before = new Map(unmarked(tables, traces));
  for (const [key, table] of before) {
    const name = resultName(table);
    const gone = new Set(name === CLOSINGS.name && keepsRuns ? [] : traces.own.get(name));
    if (gone.size === 0) continue;
    const kept = [...Array(table.rows).keys()].filter((row) => !gone.has(row));
    places.set(name, kept);
    before.set(key, {
      ...table,
      rows: kept.length,
      cells: table.cells.map((column) => kept.map((row) => column[row])),
    });
  }
  const rowsOf = (name: string): number | undefined => tableOf(before, name)?.rows;
  return {
    facts: { ...facts, tables: facts.tables.map((table) => ({ ...table, rows: rowsOf(table.name) ?? table.rows })) },
    tables: before,
    place: (table, row) => places.get(table)?.[row] ?? row,
  };
}

/** The tables with all their rows, in which what unfinished runs have marked of others is in force again. */
export function unmarked(tables: Tables, { marked }: Traces): Tables {
  const found = new Map(tables);
  for (const [key, table] of tables) {
    const name = resultName(table);
    const restored = new Set(marked.get(name));
    if (restored.size === 0) continue;
    const status = columnOf(table, 'Status');
    const inForce = name === CLOSINGS.name ? 'Completed' : 'Active';
    const cells = table.cells.map((column, at) =>
      at === status ? column.map((cell, row) => (restored.has(row) ? inForce : cell)) : column,
    );
    found.set(key, { ...table, cells });
  }
  return found;
}

const resultName = (table: TableCells): string =>
  RESULT_TABLES.find((one) => one.name.toLowerCase() === table.name.toLowerCase())?.name ?? '';

/** A table by its name, whatever the case. */
export function tableOf(tables: Tables, name: string): TableCells | undefined {
  return tables.get(name) ?? [...tables.values()].find((table) => table.name.toLowerCase() === name.toLowerCase());
}

/** The cells of a column as texts; blank ones, and those of a column that is not there, as "". */
export function textsOf(table: TableCells, name: string): string[] {
  const cells = table.cells[columnOf(table, name)] ?? [];
  return Array.from({ length: table.rows }, (_, row) => textOf(cells[row] ?? null));
}

export function textOf(value: CellValue): string {
  return isFault(value) ? value.text : String(value ?? '').trim();
}
