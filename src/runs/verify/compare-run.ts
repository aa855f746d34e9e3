/** Compares the rows that a run must have written with those that the workbook has of it. */
import type { OutValue } from '../../workbook/port';
import { idKey, trailingNumber } from '../../workbook/read/ids';
import { CLOSE_LOG, CLOSING_TRANSFERS, LEDGER } from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import type { CanonicalRows } from '../../workbook/write/fingerprints';
import { type Matched, matchRows, type Rows } from './match-rows';
import type { ReplayTable } from './replay-port';
import type { Difference } from './result';
import { idAt, namesOf, type RowTable, shownAt, type StoredTable, textAt } from './rows';

/**
 * How much is put right before the fingerprint decides whether that is what the run wrote: nothing; what the run computes;
 * the texts too, which a later version may word in another way; at last the dimensions that keep no costs apart, and that
 * no close locks.
 */
export const LEVELS = ['stored', 'figures', 'words', 'dimensions'] as const;
export type Level = (typeof LEVELS)[number];

/** Columns in words. */
const WORDS = new Map<ResultTable, readonly string[]>([
  [CLOSE_LOG, ['Message', 'Remedy']],
  [LEDGER, ['Text']],
]);

/** Entries of the log that tell of rows and settings that no close locks: they are as the fingerprint says. */
const LOOSE_CODES = ['DEFAULT_ACCOUNTS', 'ORDER_LINES'];

/** The rows of a run in one table: those that it must have written, against those that are there. */
export class TableComparison {
  readonly matched: Matched;
  /** The ids that the expected rows had before they took those of the workbook. */
  private readonly ids: readonly OutValue[];

  constructor(
    private readonly closing: string,
    readonly expected: Rows,
    private readonly stored: { readonly table: StoredTable; readonly rows: readonly number[] },
    /** Whether a dimension keeps the costs of an item apart. */
    private readonly isFinancial: (dimension: string, item: string) => boolean,
  ) {
    const { table, rows } = expected;
    this.ids = rows.map((row) => table.columns[table.spec.columns[0].name][row]);
    this.matched = matchRows(expected, stored, (column, item) => this.isFigure(column, item));
  }

  get spec(): ResultTable {
    return this.expected.table.spec;
  }

  /** What is not as it must be, up to a level. */
  differences(level: Level): Difference[] {
    const { matched, expected, stored } = this;
    const found: Difference[] = [];
    for (const [one, other] of matched.pairs) found.push(...this.cells(one, other, level));
    for (const row of matched.missing) {
      if (this.isLoose(expected.table, row)) continue;
      found.push({
        ...this.about('missing', idAt(expected.table, row)),
        expected: rowText(expected.table, row),
        found: '',
      });
    }
    for (const row of matched.added) {
      if (!this.isLoose(stored.table, row)) found.push(this.added(row));
    }
    return found;
  }

  /** The entries that nothing but the fingerprint can vouch for. */
  looseRows(): Difference[] {
    return this.matched.added.filter((row) => this.isLoose(this.stored.table, row)).map((row) => this.added(row));
  }

  private added(row: number): Difference {
    const { table } = this.stored;
    const about = this.about('added', idAt(table, row));
    return { ...about, cell: table.address(row, this.spec.columns[0].name), expected: '', found: rowText(table, row) };
  }

  private cells(one: number, other: number, level: Level): Difference[] {
    const { expected, stored } = this;
    const item = textAt(expected.table, 'Item', one);
    return namesOf(expected.table).flatMap((name) => {
      if (!this.counts(name, item, level)) return [];
      const [must, is] = [textAt(expected.table, name, one), textAt(stored.table, name, other)];
      if (idKey(must) === idKey(is)) return [];
      const about = this.about('changed', idAt(stored.table, other), name);
      const texts = { expected: shownAt(expected.table, name, one), found: shownAt(stored.table, name, other) };
      return [{ ...about, cell: stored.table.address(other, name), ...texts }];
    });
  }

  /** Gives the expected rows the ids that the workbook gave them. Returns the new ids by the old. */
  takeIds(table: ReplayTable): ReadonlyMap<string, OutValue> {
    const renamed = new Map<string, OutValue>();
    const id = this.spec.columns[0].name;
    const names = this.spec === CLOSING_TRANSFERS ? [id, 'Sequence'] : [id];
    for (const [one, other] of this.matched.pairs) {
      const [must, is] = [table.columns[id][one], this.stored.table.columns[id][other]];
      if (must !== is) renamed.set(String(must), is);
      for (const name of names) table.columns[name][one] = this.stored.table.columns[name][other];
    }
    return renamed;
  }

  /** What is in force and what is not, as the runs after this one have left it. */
  statuses(): Difference[] {
    const { expected, stored } = this;
    return this.matched.pairs.flatMap(([one, other]) => {
      const [must, is] = [textAt(expected.table, 'Status', one), textAt(stored.table, 'Status', other)];
      if (must === is) return [];
      const about = this.about('changed', idAt(stored.table, other), 'Status');
      return [{ ...about, cell: stored.table.address(other, 'Status'), expected: must, found: is }];
    });
  }

  /** The rows of the run at a level, in the order in which it wrote them. */
  rowsAt(level: Level): CanonicalRows {
    const { matched, expected, stored } = this;
    const names = namesOf(expected.table);
    const rows: Record<string, OutValue>[] = [];
    const take = (row: number, other: number) => {
      const item = textAt(expected.table, 'Item', row);
      const values: Record<string, OutValue> = {};
      for (const name of names) {
        const right = level !== 'stored' && this.counts(name, item, level);
        const [must, is] = [expected.table.columns[name][row], stored.table.columns[name]?.[other] ?? null];
        values[name] = right && idKey(String(must)) !== idKey(String(is)) ? must : is;
      }
      rows.push(values);
    };
    for (const [one, other] of matched.pairs) take(one, other);
    for (const row of matched.added) {
      if (level === 'stored' || this.isLoose(stored.table, row)) {
        rows.push(record(stored.table, names, row));
      }
    }
    const lost = matched.missing.filter((row) => !this.isLoose(expected.table, row));
    if (level !== 'stored') rows.push(...this.withFreeIds(lost, rows));
    const id = this.spec.columns[0].name;
    const place = (row: Record<string, OutValue>) =>
      this.spec === CLOSING_TRANSFERS ? Number(row['Sequence']) : trailingNumber(String(row[id]));
    rows.sort((a, b) => place(a) - place(b));
    return {
      table: this.spec,
      dimensions: expected.table.dimensions,
      columns: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])),
      count: rows.length,
    };
  }

  /** Rows that are gone had the numbers that are missing among those of the run. */
  private withFreeIds(lost: readonly number[], there: readonly Record<string, OutValue>[]): Record<string, OutValue>[] {
    const { table } = this.expected;
    const id = this.spec.columns[0].name;
    const taken = new Set(there.map((row) => idKey(String(row[id]))));
    const free = this.ids.filter((one) => !taken.has(idKey(String(one))));
    return lost.map((row, at) => ({ ...record(table, namesOf(table), row), [id]: free[at] ?? table.columns[id][row] }));
  }

  private counts(column: string, item: string, level: Level): boolean {
    if (this.isFigure(column, item)) return true;
    const at = LEVELS.indexOf(level);
    if (this.isWord(column)) return at >= LEVELS.indexOf('words');
    return this.expected.table.dimensions.includes(column) && at >= LEVELS.indexOf('dimensions');
  }

  private isFigure(column: string, item: string): boolean {
    const { table } = this.expected;
    if (column === 'Status' || column === this.spec.columns[0].name || this.isWord(column)) return false;
    if (this.spec === CLOSING_TRANSFERS && column === 'Sequence') return false;
    return !table.dimensions.includes(column) || this.isFinancial(column, item);
  }

  private isWord(column: string): boolean {
    return WORDS.get(this.spec)?.includes(column) ?? false;
  }

  private isLoose(table: RowTable, row: number): boolean {
    return this.spec === CLOSE_LOG && LOOSE_CODES.includes(textAt(table, 'Code', row));
  }

  private about(kind: Difference['kind'], row: string, column = '') {
    return { kind, closing: this.closing, table: this.spec.name, row, column, cell: '' };
  }
}

function record(table: RowTable, names: readonly string[], row: number): Record<string, OutValue> {
  return Object.fromEntries(names.map((name) => [name, table.columns[name]?.[row] ?? null]));
}

/** A row in one line: its headers and values. */
function rowText(table: RowTable, row: number): string {
  return namesOf(table)
    .map((name) => [name, shownAt(table, name, row)])
    .filter(([name, text]) => text !== '' && name !== 'Status')
    .map(([name, text]) => `${name} ${text}`)
    .join(', ');
}
