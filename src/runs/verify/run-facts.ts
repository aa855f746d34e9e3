import { CLOSING_TYPES, type ClosingType } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { SPECIFICATIONS, type Specification } from '../../book/parameters';
import { idKey, trailingNumber } from '../../workbook/read/ids';
import { RESULT_TABLES } from '../../workbook/tables/results';
import { namesOfList } from '../chosen-items';
import { idAt, type StoredTable, textAt } from './rows';

/** A run as its row in Closings tells of it: what was asked for, and what came of it. */
export interface RunFacts {
  readonly id: string;
  readonly type: ClosingType;
  readonly day: Day;
  /** Days that it may have had, the likeliest first: what its row in Closings says, and what its other rows do. */
  readonly days: readonly Day[];
  readonly status: string;
  readonly reverses: string;
  readonly specification: Specification;
  readonly maximumThroughputs: number;
  /** Amount units, not scaled; undefined where only the parameter can tell. */
  readonly minimum: number | undefined;
  /** What a recalculation was asked for; empty for all. */
  readonly items: readonly string[];
  readonly itemGroups: readonly string[];
  readonly inputFingerprint: string;
  readonly resultFingerprint: string;
  readonly version: string;
  /** Row in the table Closings; -1 where it is gone, and only the rows of the run tell of it. */
  readonly row: number;
  /** Neither finished nor given up: Running or Paused. */
  readonly unfinished: boolean;
  /** It never ended, and was taken back by itself: no run reverses it. */
  readonly takenBack: boolean;
}

/** The runs of a workbook, oldest first. */
export function runsOf(closings: StoredTable, tables: readonly StoredTable[]): RunFacts[] {
  const rows = Array.from(closings.columns['Closing'].keys()).filter((row) => idAt(closings, row) !== '');
  const text = (name: string) => (row: number) => textAt(closings, name, row);
  const reversed = new Set(rows.map(text('Reverses')).filter(Boolean).map(idKey));
  const facts = rows.map((row): RunFacts => {
    const id = idAt(closings, row);
    const status = text('Status')(row);
    const inputFingerprint = text('Input fingerprint')(row);
    const own = tables.filter((table) => table.rowsOf(id).length > 0);
    // Figures, fingerprint, moment and status come with its end, in this order; a rollback takes the fingerprint away.
    const ended = text('Finished')(row) !== '';
    const days = daysOf(closings.columns['Date'][row], id, own);
    const complete = text('Value after')(row) !== '' && text('Result fingerprint')(row) !== '';
    return {
      id,
      type: typeOf(text('Type')(row), text('Reverses')(row), own),
      day: days[0],
      days,
      status,
      reverses: text('Reverses')(row),
      specification: SPECIFICATIONS.find((one) => one === text('Specification')(row)) ?? 'Total',
      maximumThroughputs: Number(text('Maximum throughputs')(row)),
      minimum: Number(text('Minimum throughput adjustment')(row)),
      items: namesOfList(text('Items')(row)) ?? [],
      itemGroups: namesOfList(text('Item groups')(row)) ?? [],
      inputFingerprint,
      resultFingerprint: text('Result fingerprint')(row),
      version: text('Version')(row),
      row,
      unfinished: !ended && (status === 'Running' || status === 'Paused'),
      takenBack: !complete && status === 'Reversed' && !reversed.has(idKey(id)),
    };
  });
  facts.push(...lostRuns(facts, tables));
  return facts.sort((a, b) => trailingNumber(a.id) - trailingNumber(b.id) || a.row - b.row);
}

/** Runs that rows name and Closings does not have: what was asked for is guessed from the rows. */
function lostRuns(known: readonly RunFacts[], tables: readonly StoredTable[]): RunFacts[] {
  const ids = new Map<string, string>();
  for (const table of tables) {
    for (const closing of table.closings()) {
      if (known.some(({ id }) => idKey(id) === closing)) continue;
      ids.set(closing, textAt(table, 'Closing', table.rowsOf(closing)[0]));
    }
  }
  return [...ids.values()].map((id): RunFacts => {
    const own = tables.filter((table) => table.rowsOf(id).length > 0);
    const ledger = own.find(({ spec }) => spec.name === 'Ledger');
    const days = daysOf(undefined, id, own);
    const names = (column: string) => ledger?.rowsOf(id).some((row) => textAt(ledger, column, row) !== '') ?? false;
    return {
      id,
      type: typeOf('', '', own),
      day: days[0],
      days,
      status: '',
      reverses: '',
      specification: names('Item') ? 'Item' : names('Item group') ? 'Item group' : 'Total',
      maximumThroughputs: 100,
      minimum: undefined,
      items: [],
      itemGroups: [],
      inputFingerprint: '',
      resultFingerprint: '',
      version: '',
      row: -1,
      unfinished: false,
      takenBack: false,
    };
  });
}

/** What the cell says; where it can not be, what the rows of the run do: only a close locks. */
function typeOf(text: string, reverses: string, own: readonly StoredTable[]): ClosingType {
  const known = CLOSING_TYPES.find((one) => one === text);
  if (known) return known;
  if (reverses !== '') return 'Reversal';
  return own.some(({ spec }) => spec.name === 'LockedRows') ? 'Close' : 'Recalculation';
}

/** The dates that rows of the run carry, its own among them: most of them first, of as many what its own row says. */
function daysOf(cell: unknown, id: string, own: readonly StoredTable[]): readonly Day[] {
  const counts = new Map<Day, number>(typeof cell === 'number' ? [[cell, 1]] : []);
  for (const table of own.filter(({ spec }) => spec.columns.some(({ name }) => name === 'Date'))) {
    for (const row of table.rowsOf(id)) {
      const day = table.columns['Date'][row];
      if (typeof day === 'number') counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  const days = [...counts].sort((a, b) => b[1] - a[1]).map(([day]) => day);
  return days.length > 0 ? days : [NO_DAY];
}

/** Tables whose rows belong to runs, in the order in which fingerprints take them. */
export const RUN_TABLES = [
  'Settlements',
  'Adjustments',
  'Ledger',
  'CloseLog',
  'InventoryValue',
  'ClosingTransfers',
  'LockedRows',
].flatMap((name) => RESULT_TABLES.filter((table) => table.name === name));
