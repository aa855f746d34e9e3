import type { Book } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import { exact } from '../book/decimals';
import { mulDiv } from '../book/muldiv';
import type { Pairing } from './pairing';
import type { Sides } from './sides';

/** The second step of a run: what each slice takes from its receipt and gives back of its issue (A4). */
export interface Values {
  /** Per slice, scaled: cost taken from the receipt, and the issue's own share turned positive. */
  readonly amount: Float64Array;
  readonly ownShare: Float64Array;
  /** Per side, legs included: quantity and value still open after all slices of the run, turned positive for issues. */
  readonly restQuantity: Float64Array;
  readonly restValue: Float64Array;
  /** Per closing transfer: the value of each of its legs. */
  readonly transferValue: Float64Array;
}

/** Posted cost of a row as the run sees it: Financial cost if it is financially updated by then, else Physical cost (A1). */
export function postedInRun(book: Book, row: number, day: Day): number {
  const { financialDay, financialCost, physicalCost } = book.transactions;
  return financialDay[row] !== NO_DAY && financialDay[row] <= day ? financialCost[row] : physicalCost[row];
}

/**
 * Values all slices in the order of pairing: amount = open value x quantity / open quantity as both stand after the
 * slices before, all of the value with all of the quantity. An issue leg takes what it is given as its own share, and
 * passes its value to the receipt leg, so a closing transfer changes no value.
 */
export function value(book: Book, sides: Sides, { slices, transfers }: Pairing): Values {
  const firstLeg = sides.count;
  const all = firstLeg + 2 * transfers.key.length;
  const restQuantity = new Float64Array(all);
  const restValue = new Float64Array(all);
  openSides(book, sides, restQuantity, restValue);
  for (let t = 0; t < transfers.key.length; t++) restQuantity[firstLeg + 2 * t + 1] = transfers.quantity[t];

  const { count, issue, receipt, quantity } = slices;
  const amount = new Float64Array(count);
  const ownShare = new Float64Array(count);
  const transferValue = new Float64Array(transfers.key.length);
  for (let s = 0; s < count; s++) {
    const from = receipt[s];
    const to = issue[s];
    const q = quantity[s];
    const taken = share(restQuantity, restValue, from, q);
    amount[s] = taken;
    if (to < firstLeg) {
      ownShare[s] = share(restQuantity, restValue, to, q);
    } else {
      ownShare[s] = taken;
      restValue[to + 1] = exact(restValue[to + 1] + taken, 'The value of a closing transfer');
      transferValue[(to - firstLeg) >> 1] = restValue[to + 1];
    }
  }
  return { amount, ownShare, restQuantity, restValue, transferValue };
}

/** Takes a quantity off a side and returns the value that goes with it (A4). */
function share(restQuantity: Float64Array, restValue: Float64Array, side: number, quantity: number): number {
  const open = restQuantity[side];
  const worth = restValue[side];
  const part = quantity === open ? worth : mulDiv(worth, quantity, open);
  restQuantity[side] = open - quantity;
  restValue[side] = worth - part;
  return part;
}

function openSides(book: Book, sides: Sides, restQuantity: Float64Array, restValue: Float64Array): void {
  const { settledValue, financialCost, physicalCost, adjusted } = book.transactions;
  const { count, row, open, physical } = sides;
  for (let side = 0; side < count; side++) {
    const t = row[side];
    const posted = physical[side] === 1 ? physicalCost[t] : financialCost[t];
    const openValue = posted + adjusted[t] - settledValue[t];
    if (open[side] < 0) {
      restQuantity[side] = -open[side];
      restValue[side] = 0 - openValue;
    } else {
      restQuantity[side] = open[side];
      restValue[side] = openValue;
    }
  }
}
