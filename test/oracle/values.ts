import Decimal from 'decimal.js';
import { Fraction } from './fraction';
import type { Transaction } from './objects';
import type { Pair, Pairing } from './pairing';
import { isFinancial, isPhysicalOnly, openQuantity, openValue } from './participation';

export type Rounding = (amount: Fraction) => Fraction;

/** A pair with what the second step says it is worth (A4). */
export interface Slice extends Pair {
  readonly amount: Fraction;
  readonly ownShare: Fraction;
  /** Either side is physical-only: an adjustment, never a settlement (A9). */
  readonly physical: boolean;
}

/** The second step of a run: what the pairs take from their receipts, and what they take off their issues. */
export class Values {
  private readonly amounts = new Map<Pair, Fraction>();
  private readonly ownShares = new Map<Pair, Fraction>();

  constructor(
    readonly pairing: Pairing,
    private readonly round: Rounding = (amount) => amount.rounded(),
  ) {}

  slices(): Slice[] {
    return this.pairing.pairs.map((pair) => ({
      ...pair,
      amount: this.amount(pair),
      ownShare: this.ownShare(pair),
      physical: [pair.issue, pair.receipt].some((side) => isPhysicalOnly(side, this.pairing.upTo)),
    }));
  }

  /** Cost that a pair takes from its receipt. */
  amount(pair: Pair): Fraction {
    if (!this.amounts.has(pair)) {
      const pairs = this.pairing.pairs.filter((other) => other.receipt === pair.receipt);
      const parts = inTurn(openQuantity(pair.receipt), this.openValueOf(pair.receipt), pairs, this.round);
      pairs.forEach((other, index) => this.amounts.set(other, parts[index]));
    }
    return this.amounts.get(pair) as Fraction;
  }

  /** What a pair takes off the open value of its issue. The issue leg of a transfer is worth what it takes (A8). */
  ownShare(pair: Pair): Fraction {
    if (this.transferOf(pair.issue)) return this.amount(pair);
    if (!this.ownShares.has(pair)) {
      const pairs = this.pairing.pairs.filter((other) => other.issue === pair.issue);
      const parts = inTurn(openQuantity(pair.issue), this.openValueOf(pair.issue), pairs, this.round);
      pairs.forEach((other, index) => this.ownShares.set(other, parts[index]));
    }
    return this.ownShares.get(pair) as Fraction;
  }

  /** Open value before the slices of this run; of a transfer's receipt leg, what its issue leg took. */
  openValueOf(row: Transaction): Fraction {
    const transfer = this.transferOf(row);
    return transfer ? this.taken(transfer.issueLeg) : openValue(row, this.pairing.upTo);
  }

  /** What all pairs of an issue take together. */
  taken(issue: Transaction): Fraction {
    return Fraction.sum(this.pairing.pairs.filter((pair) => pair.issue === issue).map((pair) => this.amount(pair)));
  }

  /**
   * By how much the uncovered rest of a partly covered issue becomes dearer (A10): zero with Keep estimate, for
   * slips, and where nothing or everything is covered.
   */
  uncoveredChange(issue: Transaction): Fraction {
    const { pairing } = this;
    const rest = pairing.left(issue);
    const pairs = pairing.pairs.filter((pair) => pair.issue === issue);
    const pairedNow = pairs.reduce((sum, pair) => sum.plus(pair.quantity), new Decimal(0));
    const coveredQuantity = issue.settledQuantity.plus(pairedNow);
    const asked = pairing.book.parameters.uncoveredQuantity === 'Cost of covered part';
    if (!asked || !isFinancial(issue, pairing.upTo) || rest.isZero() || coveredQuantity.isZero()) return Fraction.ZERO;
    const coveredValue = issue.settledValue.plus(this.taken(issue));
    const ownShares = Fraction.sum(pairs.map((pair) => this.ownShare(pair)));
    const stillOpen = openQuantity(issue).minus(pairedNow);
    const [own] = inTurn(stillOpen, this.openValueOf(issue).minus(ownShares), [{ quantity: rest }], this.round);
    return this.round(part(coveredValue, rest, coveredQuantity)).minus(own);
  }

  private transferOf(leg: Transaction) {
    return this.pairing.transfers.find(({ issueLeg, receiptLeg }) => issueLeg === leg || receiptLeg === leg);
  }
}

/** Each takes its part of what those before it left; the one that takes all of the quantity takes all the value (A4). */
function inTurn(
  quantity: Decimal,
  value: Fraction,
  takers: readonly { readonly quantity: Decimal }[],
  round: Rounding,
): Fraction[] {
  let [quantityLeft, valueLeft] = [quantity, value];
  return takers.map((taker) => {
    const taken = taker.quantity.eq(quantityLeft) ? valueLeft : round(part(valueLeft, taker.quantity, quantityLeft));
    quantityLeft = quantityLeft.minus(taker.quantity);
    valueLeft = valueLeft.minus(taken);
    return taken;
  });
}

/** value x quantity / whole, exactly. */
export function part(value: Fraction, quantity: Decimal, whole: Decimal): Fraction {
  return value.times(ratio(quantity, whole));
}

function ratio(quantity: Decimal, whole: Decimal): Fraction {
  return Fraction.ratio(BigInt(quantity.toFixed()), BigInt(whole.toFixed()));
}
