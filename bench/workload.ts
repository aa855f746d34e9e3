import type { Book, Item, Transactions } from '../src/book/book';
import { NO_SETTLEMENTS, NONE } from '../src/book/book';
import { parseIsoDay } from '../src/book/days';
import type { InventoryModel } from '../src/book/models';
import { DEFAULT_PARAMETERS } from '../src/book/parameters';
import { NO_PROVISIONAL } from '../src/book/provisional';

/** The columns that every bench settles: 40 % receipts, skewed items, three years, never negative. */
export interface Workload {
  readonly count: number;
  readonly items: number;
  readonly item: Int32Array;
  /** From 0. */
  readonly day: Int32Array;
  /** Hundredths, receipts positive. */
  readonly quantity: Float64Array;
  /** Cents, zero for issues. */
  readonly amount: Float64Array;
}

/** A generator of numbers in [0, 1) that gives the same ones on every machine. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The usual mix: N transactions over N/200 items, chronological, quantities with two decimals, unit costs with four. */
export function usualMix(count: number, items = Math.max(10, Math.floor(count / 200))): Workload {
  const next = numbers(12345);
  const price = Float64Array.from({ length: items }, () => Math.floor(5000 + next() * 2000000));
  const onHand = new Float64Array(items);
  const item = new Int32Array(count);
  const day = new Int32Array(count);
  const quantity = new Float64Array(count);
  const amount = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const k = Math.floor(items * Math.pow(next(), 1.5));
    item[i] = k;
    day[i] = Math.floor((i * 1095) / count);
    if (next() < 0.4 || onHand[k] <= 0) {
      const q = 1000 + Math.floor(next() * 19000);
      quantity[i] = q;
      amount[i] = Math.round((q * Math.max(100, Math.floor(price[k] * (0.8 + next() * 0.4)))) / 10000);
      onHand[k] += q;
    } else {
      const q = Math.min(onHand[k], 100 + Math.floor(next() * 13900));
      quantity[i] = -q;
      onHand[k] -= q;
    }
  }
  return { count, items, item, day, quantity, amount };
}

/** One item, all receipts before all issues: what a queue that shifts its head would choke on. */
export function receiptsFirst(count: number): Workload {
  const half = count / 2;
  const quantity = Float64Array.from({ length: count }, (_, i) =>
    i < half ? 1000 + (i % 7) : -1000 - ((i - half) % 7),
  );
  const amount = Float64Array.from(quantity, (q, i) => (i < half ? q * 3 + (i % 11) : 0));
  const day = Int32Array.from({ length: count }, (_, i) => Math.floor((i * 1095) / count));
  return { count, items: 1, item: new Int32Array(count), day, quantity, amount };
}

const FIRST_DAY = parseIsoDay('2024-01-01')!;

/** The workload as a book, one cost key an item. */
export function bookOf(load: Workload, model: InventoryModel): Book {
  const { count } = load;
  const none = () => new Int32Array(count).fill(NONE);
  const items: Item[] = Array.from({ length: load.items }, (_, k) => ({
    id: `I${k}`,
    name: '',
    group: '',
    model,
    includePhysicalValue: false,
    allowsNegativePhysical: true,
    allowsNegativeFinancial: true,
    financialDimensions: [],
    costPrice: undefined,
  }));
  const transactions: Transactions = {
    count,
    inputCount: count,
    id: Array.from({ length: count }, (_, i) => String(i)),
    item: load.item,
    key: load.item,
    quantity: load.quantity,
    financialDay: load.day.map((day) => FIRST_DAY + day),
    physicalDay: new Int32Array(count),
    financialCost: load.amount,
    physicalCost: load.amount,
    type: new Uint8Array(count),
    order: Int32Array.from({ length: count }, (_, i) => i),
    markedTo: none(),
    costSource: none(),
    reference: none(),
    inventoryAccount: new Int32Array(count),
    offsetAccount: new Int32Array(count).fill(1),
    defaultAccount: new Uint8Array(count),
    leg: new Uint8Array(count),
    settledQuantity: new Float64Array(count),
    settledValue: new Float64Array(count),
    adjusted: new Float64Array(count),
    adjustedAtLastClose: new Float64Array(count),
    costlessAtLastClose: new Uint8Array(count),
    changedByHand: new Float64Array(count),
    got: new Float64Array(count),
  };
  return {
    parameters: DEFAULT_PARAMETERS,
    items,
    keys: items.map((_, item) => ({ item, values: [] })),
    accounts: ['Inventory', 'Cost of goods sold'],
    references: [],
    transactions,
    provisional: NO_PROVISIONAL,
    settlements: NO_SETTLEMENTS,
    closings: [],
    periods: [],
  };
}

/** The day after which nothing of the workload is dated. */
export const RUN_DAY = FIRST_DAY + 1095;
