import { exact } from '../book/decimals';
import { mulDiv } from '../book/muldiv';
import type { Pairing } from './pairing';
import type { Sides } from './sides';
import { Workspace } from './workspace';

/** The second step of a run: what each slice takes from its receipt and gives back of its issue (A4). */
export interface Values {
  /** Per slice, scaled: cost taken from the receipt, and the issue's own share turned positive. */
  readonly amount: Float64Array;
  readonly ownShare: Float64Array;
  /** Per closing transfer: the value of each of its legs. */
  readonly transferValue: Float64Array;
}

/**
 * Values all slices in the order of pairing: amount = open value x quantity / open quantity as both stand after the
 * slices before, all of the value with all of the quantity. An issue leg takes what it is given as its own share, and
 * passes its value to the receipt leg, so a closing transfer changes no value.
 *
 * Takes from the open quantities and values of the sides themselves: afterwards they say what the run leaves open. At a
 * million rows a copy of the two columns would cost more than the arithmetic.
 */
export function value(sides: Sides, { slices, transfers }: Pairing, workspace = new Workspace()): Values {
  const { count: firstLeg, open, value: worth } = sides;
  const legOpen = new Float64Array(transfers.quantity);
  const legWorth = new Float64Array(legOpen.length);
  const transferValue = new Float64Array(legOpen.length);

  const { count, issue, receipt, quantity } = slices;
  const amount = workspace.figures(count);
  const ownShare = workspace.figures(count);
  for (let s = 0; s < count; s++) {
    const from = receipt[s];
    const to = issue[s];
    const q = quantity[s];
    const taken = from < firstLeg ? share(open, worth, from, -q) : share(legOpen, legWorth, (from - firstLeg) >> 1, -q);
    amount[s] = taken;
    if (to < firstLeg) {
      ownShare[s] = share(open, worth, to, q);
    } else {
      const t = (to - firstLeg) >> 1;
      ownShare[s] = taken;
      legWorth[t] = exact(legWorth[t] + taken, 'The value of a closing transfer');
      transferValue[t] = legWorth[t];
    }
  }
  return { amount, ownShare, transferValue };
}

/**
 * Moves what is open towards zero by a quantity, negative for a receipt and positive for an issue, and returns the value
 * that goes with it (A4). All of the quantity takes all of the value: the division leaves no rest then.
 */
function share(open: Float64Array, worth: Float64Array, at: number, quantity: number): number {
  const has = open[at];
  const left = has + quantity;
  const all = worth[at];
  const part = mulDiv(all, Math.abs(quantity), Math.abs(has));
  open[at] = left;
  worth[at] = all - part;
  return part;
}
