import { type Book, NONE } from '../book/book';
import { isoDay, NO_DAY } from '../book/days';
import { short } from '../book/decimals';
import type { LogEntry } from '../book/log';
import { keyName, listOf } from '../book/names';
import type { RunRequest } from '../book/outcome';
import type { Waiting } from './marking';
import type { Pairing } from './pairing';
import { type Sides, STATE } from './sides';

/** An entry for each financially updated issue with a quantity that is neither paired nor reserved, with its cause (A10). */
export function logUnsettled(
  book: Book,
  request: RunRequest,
  state: Uint8Array,
  sides: Sides,
  pairing: Pairing,
): LogEntry[] {
  const unsettled = unsettledIssues(sides, pairing);
  if (unsettled.length === 0) return [];
  const causes = findCauses(book, request, state, sides, pairing);
  const entries: LogEntry[] = [];
  for (const side of unsettled) {
    const row = sides.row[side];
    const key = book.transactions.key[row];
    const item = book.transactions.item[row];
    const quantity = short(pairing.free[side], book.parameters.quantityDecimals);
    const words = { transaction: book.transactions.id[row], quantity };
    const where = { item, key, transaction: row, quantity: 0 - pairing.free[side] };
    const uninvoiced = causes.uninvoiced.get(key);
    if (uninvoiced) {
      const receipts = listOf(uninvoiced.map((receipt) => book.transactions.id[receipt]));
      entries.push({ ...where, code: 'NO_FIN_RECEIPT', words: { ...words, receipts } });
    } else {
      entries.push({ ...where, code: 'NOT_SETTLED', words: { ...words, cause: causeOf(book, causes, key, item) } });
    }
  }
  return entries;
}

function unsettledIssues({ count, open, physical }: Sides, { free }: Pairing): number[] {
  const issues: number[] = [];
  for (let side = 0; side < count; side++) {
    if (free[side] !== 0 && open[side] < 0 && physical[side] === 0) issues.push(side);
  }
  return issues;
}

/** An entry for each marked issue whose counterpart takes no part in the run (A5). */
export function logWaiting(book: Book, request: RunRequest, waiting: readonly Waiting[]): LogEntry[] {
  const { id, item, key, financialDay, physicalDay } = book.transactions;
  return waiting.map(({ issue, counterpart, quantity }) => {
    const financial = financialDay[counterpart];
    const physical = physicalDay[counterpart];
    const state =
      financial > request.day && (physical === NO_DAY || physical > request.day)
        ? `dated ${isoDay(financial)}`
        : financial > request.day
          ? `invoiced only on ${isoDay(financial)}`
          : physical === NO_DAY
            ? 'an order line without a date'
            : physical > request.day
              ? `dated ${isoDay(physical)}`
              : 'not invoiced';
    return {
      code: 'MARKED_LATER',
      item: item[issue],
      key: key[issue],
      transaction: issue,
      quantity: 0 - quantity,
      words: {
        transaction: id[issue],
        counterpart: id[counterpart],
        quantity: short(quantity, book.parameters.quantityDecimals),
        state,
      },
    };
  });
}

/** What could have covered an issue and did not: receipts, by cost key. */
interface Causes {
  /** Received by the run date, but not invoiced by then, and of no use to the model. */
  readonly uninvoiced: ReadonlyMap<number, number[]>;
  /** The first receipt dated after the run date. */
  readonly later: ReadonlyMap<number, number>;
  /** Keys of an item with free receipts, and how much. */
  readonly elsewhere: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

function findCauses(book: Book, request: RunRequest, state: Uint8Array, sides: Sides, pairing: Pairing): Causes {
  const { count, item, key, quantity, settledQuantity, financialDay, physicalDay } = book.transactions;
  const uninvoiced = new Map<number, number[]>();
  const later = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    if (state[row] !== STATE.out || quantity[row] <= 0 || quantity[row] === settledQuantity[row]) continue;
    if (physicalDay[row] !== NO_DAY && physicalDay[row] <= request.day) {
      const list = uninvoiced.get(key[row]);
      if (list) list.push(row);
      else uninvoiced.set(key[row], [row]);
    } else if (firstDay(financialDay[row], physicalDay[row]) !== NO_DAY) {
      const before = later.get(key[row]);
      const day = (one: number) => firstDay(financialDay[one], physicalDay[one]);
      if (before === undefined || day(row) < day(before)) later.set(key[row], row);
    }
  }
  const elsewhere = new Map<number, Map<number, number>>();
  for (let side = 0; side < sides.count; side++) {
    if (sides.open[side] < 0 || pairing.free[side] === 0) continue;
    addFree(elsewhere, item[sides.row[side]], key[sides.row[side]], pairing.free[side]);
  }
  // What a closing transfer holds is free in its receipt leg, which is no side.
  const { transfers, slices } = pairing;
  const legs = Float64Array.from(transfers.quantity);
  for (let s = 0; s < slices.count; s++) {
    if (slices.receipt[s] >= sides.count) legs[(slices.receipt[s] - sides.count) >> 1] -= slices.quantity[s];
  }
  legs.forEach((left, t) => {
    if (left > 0) addFree(elsewhere, book.keys[transfers.key[t]].item, transfers.key[t], left);
  });
  return { uninvoiced, later, elsewhere };
}

function firstDay(financial: number, physical: number): number {
  if (financial === NO_DAY || physical === NO_DAY) return financial || physical;
  return Math.min(financial, physical);
}

function addFree(elsewhere: Map<number, Map<number, number>>, item: number, key: number, quantity: number): void {
  const keys = elsewhere.get(item) ?? new Map<number, number>();
  keys.set(key, (keys.get(key) ?? 0) + quantity);
  elsewhere.set(item, keys);
}

function causeOf(book: Book, causes: Causes, key: number, item: number): string {
  const others = [...(causes.elsewhere.get(item) ?? [])].filter(([other]) => other !== key);
  if (others.length > 0) {
    const places = others.map(
      ([other, quantity]) => `${short(quantity, book.parameters.quantityDecimals)} of ${keyName(book, other)}`,
    );
    return `no receipt is left in its cost key ${keyName(book, key)}, but there is stock under another cost key: ${listOf(places)}`;
  }
  const next = causes.later.get(key);
  if (next !== undefined && next !== NONE) {
    const { id, financialDay, physicalDay } = book.transactions;
    return `no receipt is left; the next one, ${id[next]}, is dated ${isoDay(firstDay(financialDay[next], physicalDay[next]))}, after the run`;
  }
  return 'no receipt is left';
}
