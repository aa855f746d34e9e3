import { type Book, NONE } from '../book/book';
import { NO_DAY } from '../book/days';
import { settles, takesPhysical } from '../book/models';
import type { RunRequest } from '../book/outcome';
import { byDateAndOrder } from './order';

/** The state of a row in a run (A2). */
export const STATE = { out: 0, physical: 1, financial: 2 } as const;

/**
 * The rows that take part in a run, sorted by cost key and inside it by date and order (A3). A side is a place in this
 * sorting; legs of the run's own closing transfers get the numbers after the last.
 */
export interface Sides {
  readonly count: number;
  /** Position of the transaction. */
  readonly row: Int32Array;
  readonly day: Int32Array;
  /** Open quantity, signed, as the run found it. */
  readonly open: Float64Array;
  /** 1 for a physical-only row, whose pairs only adjust (A9). */
  readonly physical: Uint8Array;
  /** The keys that have sides, ascending, and where the sides of each start; one more start closes the last. */
  readonly keys: Int32Array;
  readonly starts: Int32Array;
}

/** For each transaction one of STATE, seen from the run date. Items that are not settled are out. */
export function statesOf(book: Book, request: RunRequest): Uint8Array {
  const { count, item, financialDay, physicalDay } = book.transactions;
  const settling = Uint8Array.from(book.items, (one) => (settles(one.model) ? 1 : 0));
  const physically = Uint8Array.from(book.items, (one) =>
    one.includePhysicalValue && takesPhysical(one.model) ? 1 : 0,
  );
  const state = new Uint8Array(count);
  for (let t = 0; t < count; t++) {
    if (settling[item[t]] === 0) continue;
    if (financialDay[t] !== NO_DAY && financialDay[t] <= request.day) state[t] = STATE.financial;
    else if (physically[item[t]] === 1 && physicalDay[t] !== NO_DAY && physicalDay[t] <= request.day) {
      state[t] = STATE.physical;
    }
  }
  return state;
}

/** The rows with open quantity whose state is not out, sorted. */
export function sidesOf(book: Book, state: Uint8Array): Sides {
  const { count, key, quantity, settledQuantity, financialDay, physicalDay } = book.transactions;
  const chosen = new Int32Array(count);
  const dayOf = new Int32Array(count);
  let taking = 0;
  for (let t = 0; t < count; t++) {
    if (state[t] === STATE.out || quantity[t] === settledQuantity[t]) continue;
    dayOf[t] = state[t] === STATE.financial ? financialDay[t] : physicalDay[t];
    chosen[taking++] = t;
  }
  const sorted = byDateAndOrder(chosen.subarray(0, taking), dayOf, book.transactions);
  const { rows, keys, starts } = byKey(sorted, key, book.keys.length);
  const day = new Int32Array(taking);
  const open = new Float64Array(taking);
  const physical = new Uint8Array(taking);
  for (let side = 0; side < taking; side++) {
    const t = rows[side];
    day[side] = dayOf[t];
    open[side] = quantity[t] - settledQuantity[t];
    physical[side] = state[t] === STATE.physical ? 1 : 0;
  }
  return { count: taking, row: rows, day, open, physical, keys, starts };
}

/** Side of each transaction, or NONE. */
export function sideOfRows(book: Book, sides: Sides): Int32Array {
  const side = new Int32Array(book.transactions.count).fill(NONE);
  for (let s = 0; s < sides.count; s++) side[sides.row[s]] = s;
  return side;
}

/** A stable counting sort by cost key. */
function byKey(sorted: Int32Array, key: Int32Array, keyCount: number) {
  const next = new Int32Array(keyCount + 1);
  for (let i = 0; i < sorted.length; i++) next[key[sorted[i]] + 1]++;
  let used = 0;
  for (let k = 0; k < keyCount; k++) if (next[k + 1] > 0) used++;
  const keys = new Int32Array(used);
  const starts = new Int32Array(used + 1);
  for (let k = 0, place = 0; k < keyCount; k++) {
    if (next[k + 1] > 0) {
      keys[place] = k;
      starts[place++] = next[k];
    }
    next[k + 1] += next[k];
  }
  starts[used] = sorted.length;
  const rows = new Int32Array(sorted.length);
  for (let i = 0; i < sorted.length; i++) rows[next[key[sorted[i]]]++] = sorted[i];
  return { rows, keys, starts };
}
