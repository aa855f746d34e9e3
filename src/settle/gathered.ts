import { mulDiv } from '../book/muldiv';
import type { Pairing } from './pairing';
import type { Sides } from './sides';

/** A receipt behind a closing transfer, as a side, and how much of it stands there. */
interface Gathered {
  readonly receipt: number;
  readonly quantity: number;
}

/** So many receipts are named for an adjustment at most: a pool of hundreds would give each of its issues hundreds of rows. */
const MOST_NAMED = 10;

/**
 * The receipts behind the closing transfers of a run. A recalculation keeps no leg, so an adjustment that comes through
 * one names the receipts that were gathered in it (A17): the largest, where there are many.
 */
export class GatheredReceipts {
  private readonly ofTransfer: Gathered[][] = [];

  constructor(
    private readonly sides: Sides,
    { slices }: Pairing,
  ) {
    const { count, issue, receipt, quantity } = slices;
    for (let s = 0; s < count; s++) {
      if (issue[s] < sides.count) continue;
      const into = (this.ofTransfer[this.transferOf(issue[s])] ??= []);
      if (receipt[s] < sides.count) into.push({ receipt: receipt[s], quantity: quantity[s] });
      else this.addThrough(this.transferOf(receipt[s]), quantity[s], into);
    }
    this.ofTransfer.forEach((all, transfer) => (this.ofTransfer[transfer] = largest(all)));
  }

  /** What a leg holds of an earlier leg stands for the receipts of that one, each with its part of the quantity. */
  private addThrough(earlier: number, quantity: number, into: Gathered[]): void {
    const named = (this.ofTransfer[earlier] = largest(this.ofTransfer[earlier]));
    inTurn(named, quantity).forEach((part, at) => {
      if (part > 0) into.push({ receipt: named[at].receipt, quantity: part });
    });
  }

  private transferOf(leg: number): number {
    return (leg - this.sides.count) >> 1;
  }

  /**
   * An amount that came through a receipt leg, shared over the receipts behind it by quantity, each part rounded from
   * what those before it left. A receipt whose part would be nothing, or less than `least`, is not named.
   */
  share(leg: number, amount: number, least: number): { receipt: number; amount: number }[] {
    let named = this.ofTransfer[this.transferOf(leg)];
    for (;;) {
      const parts = inTurn(named, amount);
      if (named.length === 1 || parts.every((part) => Math.abs(part) >= Math.max(least, 1))) {
        return named.map(({ receipt }, at) => ({ receipt, amount: parts[at] }));
      }
      named = withoutSmallest(named);
    }
  }
}

/** A whole shared by quantity, each part rounded from what those before it left. */
function inTurn(named: readonly Gathered[], whole: number): number[] {
  let rest = whole;
  let quantity = named.reduce((sum, one) => sum + one.quantity, 0);
  return named.map((one) => {
    const part = mulDiv(rest, one.quantity, quantity);
    rest -= part;
    quantity -= one.quantity;
    return part;
  });
}

/** The largest of them, in their order; of equal ones the first. */
function largest(all: Gathered[]): Gathered[] {
  if (all.length <= MOST_NAMED) return all;
  const chosen = new Set([...all].sort((a, b) => b.quantity - a.quantity).slice(0, MOST_NAMED));
  return all.filter((one) => chosen.has(one));
}

/** Without the smallest of them; of equal ones the last goes. */
function withoutSmallest(named: readonly Gathered[]): Gathered[] {
  let smallest = 0;
  named.forEach((one, at) => {
    if (one.quantity <= named[smallest].quantity) smallest = at;
  });
  return named.filter((_, at) => at !== smallest);
}
