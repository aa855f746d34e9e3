/** The workbook into which runs are written again, and what it knows of them. */
import { type Closing, lastClose } from '../../book/book';
import { parseItemDimensions } from '../../workbook/locked';
import type { OutValue } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import { ProblemList } from '../../workbook/read/problem-list';
import { readClosings } from '../../workbook/read/results/closings';
import {
  ADJUSTMENTS,
  CLOSE_LOG,
  CLOSING_TRANSFERS,
  CLOSINGS,
  LOCKED_ROWS,
  SETTLEMENTS,
} from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import type { Bystander } from './input-then';
import { LocksThen } from './locks-then';
import { ReplayPort } from './replay-port';
import { type RunFacts, RUN_TABLES } from './run-facts';
import { idAt, type StoredTable, textAt } from './rows';

/** How many rows each table has before a run is written. */
export type Starts = ReadonlyMap<ResultTable, number>;

/** Where legs of closing transfers are named. */
const NAMING: readonly (readonly [ResultTable, readonly string[]])[] = [
  [CLOSING_TRANSFERS, ['Cost source']],
  [SETTLEMENTS, ['Issue', 'Receipt']],
  [ADJUSTMENTS, ['Transaction', 'Source']],
  [CLOSE_LOG, ['Transaction']],
];

export class ReplayState {
  readonly port: ReplayPort;

  constructor(
    private readonly stored: (table: ResultTable) => StoredTable,
    dimensions: readonly string[],
  ) {
    this.port = new ReplayPort(dimensions);
  }

  /** Takes the rows of a run as the workbook has them, with the status that they were written with. */
  takeOver(facts: RunFacts, status: string): Starts {
    const starts = this.starts();
    const closings = this.stored(CLOSINGS);
    const row = (table: StoredTable, at: number) =>
      Object.fromEntries(Object.entries(table.columns).map(([name, cells]) => [name, cells[at]]));
    const own = facts.row < 0 ? { Closing: facts.id } : row(closings, facts.row);
    this.port.table(CLOSINGS).add({ ...own, Status: status, Type: facts.type, Date: facts.day });
    for (const table of RUN_TABLES) {
      const stored = this.stored(table);
      for (const at of stored.rowsOf(facts.id)) {
        const values = row(stored, at);
        const written = values['Status'] === 'Reversal' ? 'Reversal' : 'Active';
        this.port.table(table).add(status === 'Completed' ? { ...values, Status: written } : values);
        if (table === ADJUSTMENTS && written === 'Reversal' && status === 'Completed') this.takeBack(values);
      }
    }
    return starts;
  }

  /**
   * A counter row of a run that replaced provisional adjustments: the row that it takes back is in force no longer (A1). Of
   * several that are alike it is one that is in force no longer today.
   */
  private takeBack(counter: Readonly<Record<string, OutValue>>): void {
    const { columns, rows } = this.port.table(ADJUSTMENTS);
    const same = ['Transaction', 'Reason', 'Source', 'Inventory account', 'Offset account'];
    const alike = Array.from({ length: rows }, (_, row) => row).filter(
      (row) =>
        columns['Status'][row] === 'Active' &&
        same.every((name) => columns[name][row] === counter[name]) &&
        Number(columns['Adjustment'][row]) === -Number(counter['Adjustment']),
    );
    const stored = this.stored(ADJUSTMENTS);
    const gone = new Set(
      stored
        .rows()
        .filter((row) => textAt(stored, 'Status', row) !== 'Active')
        .map((row) => idAt(stored, row)),
    );
    const row = alike.find((one) => gone.has(String(columns['Adjustment no.'][one]))) ?? alike[0];
    if (row !== undefined) columns['Status'][row] = 'Reversed';
  }

  renameLegs(starts: Starts, renamed: ReadonlyMap<string, OutValue>): void {
    for (const [spec, names] of NAMING) {
      const { columns, rows } = this.port.table(spec);
      for (const name of names) {
        for (let row = starts.get(spec) ?? 0; row < rows; row++) {
          columns[name][row] = renamed.get(String(columns[name][row])) ?? columns[name][row];
        }
      }
    }
  }

  /** The run has the number that the workbook gave it, also where the row of one before it is gone. */
  rename(starts: Starts, from: string, to: string): void {
    if (from === to) return;
    for (const spec of [CLOSINGS, ...RUN_TABLES]) {
      const { columns, rows } = this.port.table(spec);
      for (let row = starts.get(spec) ?? 0; row < rows; row++) {
        for (const name of ['Closing', 'Voucher']) {
          const value = columns[name]?.[row];
          if (typeof value !== 'string') continue;
          columns[name][row] = value === from ? to : value.replace(from.replace('IC', 'V'), to.replace('IC', 'V'));
        }
      }
    }
  }

  starts(): Starts {
    return new Map([CLOSINGS, ...RUN_TABLES].map((table) => [table, this.port.table(table).rows] as const));
  }

  setClosing(column: string, value: string): void {
    const { columns, rows } = this.port.table(CLOSINGS);
    columns[column][rows - 1] = value;
  }

  /** The run that a reversal takes back at this point: the newest in force (A19). */
  newestInForce(): Closing | undefined {
    return this.closings().findLast(({ type, status }) => type !== 'Reversal' && status === 'Completed');
  }

  lastClose(): Closing | undefined {
    return lastClose(this.closings());
  }

  /** The last close in force when a run began: a reversal takes one back that then was. */
  lastCloseBefore({ reverses, type }: RunFacts): Closing | undefined {
    const before = this.closings().slice(0, -1);
    const then = before.map((one) =>
      type === 'Reversal' && idKey(one.id) === idKey(reverses) ? { ...one, status: 'Completed' as const } : one,
    );
    return lastClose(then);
  }

  private closings(): readonly Closing[] {
    const table = this.port.table(CLOSINGS);
    const names = table.spec.columns.map(({ name }) => name);
    const cells = names.map((name) => table.columns[name]);
    const place = { name: CLOSINGS.name, sheet: CLOSINGS.sheet, headerRow: 1, firstColumn: 1, headers: names };
    const found = { ...place, rows: table.rows, cells, below: names.map(() => null) };
    return readClosings(found, false, new ProblemList()).closings;
  }

  /** Whether a dimension keeps the costs of an item apart, by the items that are locked. */
  financialDimensions(): (dimension: string, item: string) => boolean {
    const { items } = LocksThen.inForce(this.port.table(LOCKED_ROWS));
    const known = new Map<string, ReadonlySet<string>>();
    for (const [key, { content }] of items) {
      known.set(key, new Set((parseItemDimensions(content) ?? []).map((name) => idKey(name))));
    }
    return (dimension, item) => known.get(idKey(item))?.has(idKey(dimension)) ?? false;
  }

  /** Transactions that earlier adjustments name and no close has locked: rows of a recalculation past the last close. */
  bystanders(locks: LocksThen): Bystander[] {
    const { columns, rows, dimensions } = this.port.table(ADJUSTMENTS);
    const legs = new Set(this.port.table(CLOSING_TRANSFERS).columns['Transaction'].map((id) => idKey(String(id))));
    const found = new Map<string, Bystander>();
    for (let row = 0; row < rows; row++) {
      const id = columns['Transaction'][row];
      if (columns['Status'][row] !== 'Active' || id === null) continue;
      const key = idKey(String(id));
      if (locks.transactions.has(key) || locks.later.has(key) || legs.has(key)) continue;
      const values = Object.fromEntries(dimensions.map((name) => [name, columns[name][row]]));
      found.set(key, { id, item: columns['Item'][row], dimensions: values });
    }
    return [...found.values()];
  }
}
