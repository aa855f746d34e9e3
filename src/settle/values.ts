import { exact } from '../book/decimals';
import { mulDiv } from '../book/muldiv';
import type { Pairing } from './pairing';
import type { Sides } from './sides';
import { copyInto } from './slices';

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

/**
 * Values all slices in the order of pairing: amount = open value x quantity / open quantity as both stand after the
 * slices before, all of the value with all of the quantity. An issue leg takes what it is given as its own share, and
 * passes its value to the receipt leg, so a closing transfer changes no value.
 */
export function value(sides: Sides, { slices, transfers }: Pairing): Values {
  const firstLeg = sides.count;
  const all = firstLeg + 2 * transfers.key.length;
  const restQuantity = new Float64Array(all);
  const restValue = all === firstLeg ? sides.value : copyInto(new Float64Array(all), sides.value);
  for (let side = 0; side < firstLeg; side++) restQuantity[side] = Math.abs(sides.open[side]);
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
