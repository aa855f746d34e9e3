/** What a workbook holds, as far as later runs and the accounts depend on it. */
import { lastClose } from '../../../src/book/book';
import { isoDay } from '../../../src/book/days';
import { load, type Loaded } from '../../../src/runs/load';
import type { CellValue } from '../../../src/workbook/cells';
import type { MemoryPort } from '../../support/memory-port';
import { ENV } from '../../support/workbooks';

export type Row = Readonly<Record<string, CellValue>>;

/** Sums in minor units by account, debit positive; those of zero are left out. */
export type Balances = Readonly<Record<string, number>>;

export interface State {
  /** "settled quantity, settled value, adjustments, got from issues, changed by hand" by the id of a transaction or leg. */
  readonly transactions: ReadonlyMap<string, string>;
  /** Key, order number and content of what is locked. */
  readonly locks: readonly string[];
  readonly lastClose: string;
  readonly balances: Balances;
  /** Adjustments in force that rest on no settlement (A1), by their number. */
  readonly provisional: ReadonlyMap<string, Row>;
}

export async function stateOf(port: MemoryPort): Promise<State> {
  const { read } = await loadedFrom(port);
  const { id, inputCount, settledQuantity, settledValue, adjusted, got, changedByHand } = read.book.transactions;
  const figures = (t: number) =>
    [settledQuantity[t], settledValue[t], adjusted[t], t < inputCount ? got[t] : 0, changedByHand[t]].join(' ');
  return {
    transactions: new Map(id.map((one, t) => [one, figures(t)] as const)),
    locks: [...read.locks.transactions.values()].map(({ key, content }) => `${String(key)} ${content}`).sort(),
    lastClose: isoDay(lastClose(read.book.closings)?.day ?? 0),
    balances: sumOf(port.records('Ledger')),
    provisional: provisionalIn(port),
  };
}

export async function loadedFrom(port: MemoryPort): Promise<Loaded> {
  const found = await load(port, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n'));
  return found.value;
}

/** Balances over all rows of the ledger, whatever their status. */
export function sumOf(ledger: readonly Row[]): Balances {
  const sums = new Map<string, number>();
  for (const row of ledger) post(sums, row['Account'], cents(row['Debit']) - cents(row['Credit']));
  return balancesOf(sums);
}

/** What the rows of Adjustments came to on their accounts: a positive one debits the inventory account (A21). */
export function postingsOf(adjustments: Iterable<Row>): Balances {
  const sums = new Map<string, number>();
  for (const row of adjustments) {
    const units = cents(row['Adjustment']) + cents(row['Expensed']);
    if (!row['Inventory account']) continue;
    post(sums, row['Inventory account'], units);
    post(sums, row['Offset account'], -units);
  }
  return balancesOf(sums);
}

/** Balances less others. */
export function less(balances: Balances, others: Balances): Balances {
  const sums = new Map(Object.entries(balances));
  for (const [account, units] of Object.entries(others)) sums.set(account, (sums.get(account) ?? 0) - units);
  return balancesOf(sums);
}

function post(sums: Map<string, number>, account: CellValue, units: number): void {
  sums.set(String(account), (sums.get(String(account)) ?? 0) + units);
}

const balancesOf = (sums: ReadonlyMap<string, number>): Balances =>
  Object.fromEntries([...sums].filter(([, units]) => units !== 0).sort());

export const cents = (cell: CellValue | undefined): number => Math.round(Number(cell ?? 0) * 100);

function provisionalIn(port: MemoryPort): Map<string, Row> {
  const types = new Map(port.records('Closings').map((row) => [row['Closing'], row['Type']]));
  const rows = port
    .records('Adjustments')
    .filter((row) => row['Status'] === 'Active')
    .filter(
      (row) =>
        types.get(row['Closing'] ?? null) === 'Recalculation' ||
        ['Physical value', 'Uncovered quantity'].includes(String(row['Reason'])),
    );
  return new Map(rows.map((row) => [String(row['Adjustment no.']), row] as const));
}
