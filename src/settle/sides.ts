import { type Book, LEG, NONE } from '../book/book';
import { NO_DAY } from '../book/days';
import { looksAtDates, settles, takesPhysical } from '../book/models';
import type { RunRequest } from '../book/outcome';
import { coveredItems } from './covered';
import { byDateAndOrder } from './order';
import { Workspace } from './workspace';

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
  /** The date of each side; no column where no model of the book looks at dates. */
  readonly day: Int32Array | undefined;
  /** Open quantity, signed: as the run found it until valuing takes from it, then what the run leaves open. */
  readonly open: Float64Array;
  /** Open value, turned positive for issues: as the run found it until valuing takes from it, like `open`. */
  readonly value: Float64Array;
  /** 1 for a physical-only row, whose pairs only adjust (A9). */
  readonly physical: Uint8Array;
  /** The keys that have sides, ascending, and where the sides of each start; one more start closes the last. */
  readonly keys: Int32Array;
  readonly starts: Int32Array;
}

/** For each transaction one of STATE, seen from the run date. Items that are not settled, or not covered, are out. */
export function statesOf(book: Book, request: RunRequest, workspace = new Workspace()): Uint8Array {
  const { count, item, financialDay, physicalDay } = book.transactions;
  const covered = coveredItems(book, request);
  const settling = Uint8Array.from(book.items, (one, at) => (settles(one.model) ? covered[at] : 0));
  const physically = Uint8Array.from(book.items, (one) =>
    one.includePhysicalValue && takesPhysical(one.model) ? 1 : 0,
  );
  const state = workspace.bytes(count);
  for (let t = 0; t < count; t++) {
    if (settling[item[t]] === 0) continue;
    if (financialDay[t] !== NO_DAY && financialDay[t] <= request.day) state[t] = STATE.financial;
    else if (physically[item[t]] === 1 && physicalDay[t] !== NO_DAY && physicalDay[t] <= request.day) {
      state[t] = STATE.physical;
    }
  }
  return state;
}

/**
 * The rows with open quantity whose state is not out, sorted. The columns are read in the order of the rows and each
 * row is put straight into its place: reading them in the order of the places would cost a cache miss a figure. Rows
 * mostly stand in the order of their dates already; then nothing is sorted but the keys.
 */
export function sidesOf(book: Book, state: Uint8Array, workspace = new Workspace()): Sides {
  const next = new Int32Array(book.keys.length + 1);
  const { count, inOrder } = countByKey(book, state, next);
  const sorted = inOrder
    ? undefined
    : byDateAndOrder(takingPart(book, state, count), dayOf(book, state), book.transactions);
  const { keys, starts } = startsOf(next);
  const row = workspace.integers(count);
  const open = workspace.figures(count);
  const value = workspace.figures(count);
  const physical = workspace.bytes(count);
  const day = book.items.some((item) => looksAtDates(item.model)) ? workspace.integers(count) : undefined;
  const sides = { count, row, day, open, value, physical, keys, starts };
  putInPlace(book, state, sorted, next, sides);
  return sides;
}

/** Counts the rows that take part, also one place after each key, and says whether they stand in order (A3) already. */
function countByKey(book: Book, state: Uint8Array, next: Int32Array): { count: number; inOrder: boolean } {
  const { count: rows, key, quantity, settledQuantity, financialDay, physicalDay, order, leg } = book.transactions;
  let count = 0;
  let inOrder = true;
  let lastDay = 0;
  let lastOrder = -1;
  for (let t = 0; t < rows; t++) {
    if (state[t] === STATE.out || quantity[t] === settledQuantity[t]) continue;
    const day = state[t] === STATE.financial ? financialDay[t] : physicalDay[t];
    if (day < lastDay || (day === lastDay && (order[t] < lastOrder || leg[t] !== LEG.none))) inOrder = false;
    lastDay = day;
    lastOrder = order[t];
    next[key[t] + 1]++;
    count++;
  }
  return { count, inOrder };
}

/** Fills the columns of the sides; `next` has the first place of each key, and `sorted` the order of the rows if not theirs. */
function putInPlace(
  book: Book,
  state: Uint8Array,
  sorted: Int32Array | undefined,
  next: Int32Array,
  { row, day, open, value, physical }: Sides,
): void {
  const { count, key, quantity, settledQuantity, financialDay, physicalDay } = book.transactions;
  const { financialCost, physicalCost, adjusted, settledValue } = book.transactions;
  const rows = sorted ? sorted.length : count;
  for (let i = 0; i < rows; i++) {
    const t = sorted ? sorted[i] : i;
    if (state[t] === STATE.out) continue;
    const quantityLeft = quantity[t] - settledQuantity[t];
    if (quantityLeft === 0) continue;
    const side = next[key[t]]++;
    row[side] = t;
    open[side] = quantityLeft;
    const financially = state[t] === STATE.financial;
    if (day) day[side] = financially ? financialDay[t] : physicalDay[t];
    const left = (financially ? financialCost[t] : physicalCost[t]) + adjusted[t] - settledValue[t];
    value[side] = quantityLeft < 0 ? 0 - left : left;
    if (!financially) physical[side] = 1;
  }
}

function takingPart(book: Book, state: Uint8Array, taking: number): Int32Array {
  const { count, quantity, settledQuantity } = book.transactions;
  const rows = new Int32Array(taking);
  for (let t = 0, next = 0; t < count; t++) {
    if (state[t] !== STATE.out && quantity[t] !== settledQuantity[t]) rows[next++] = t;
  }
  return rows;
}

function dayOf(book: Book, state: Uint8Array): Int32Array {
  const { physicalDay, financialDay } = book.transactions;
  return financialDay.map((day, t) => (state[t] === STATE.physical ? physicalDay[t] : day));
}

/** Side of each transaction, or NONE. */
export function sideOfRows(book: Book, sides: Sides): Int32Array {
  const side = new Int32Array(book.transactions.count).fill(NONE);
  for (let s = 0; s < sides.count; s++) side[sides.row[s]] = s;
  return side;
}

/** Turns counts, each one place after its key, into first places; lists the keys that have any. */
function startsOf(next: Int32Array): { keys: Int32Array; starts: Int32Array } {
  const keys: number[] = [];
  const starts: number[] = [];
  for (let k = 0; k + 1 < next.length; k++) {
    if (next[k + 1] > 0) {
      keys.push(k);
      starts.push(next[k]);
    }
    next[k + 1] += next[k];
  }
  starts.push(next[next.length - 1]);
  return { keys: Int32Array.from(keys), starts: Int32Array.from(starts) };
}
