import Decimal from 'decimal.js';
import type { Reason } from '../../src/book/outcome';
import { Fraction } from './fraction';
import type { Settlement, Transaction } from './objects';
import type { Pair, Pairing } from './pairing';
import { isFinancial, isPhysicalOnly, openQuantity, openValue } from './participation';

/** How a part of what a transaction is worth is rounded: to a minor unit, inside a circle not at all (A14). */
export type Rounding = (amount: Fraction, of: Transaction) => Fraction;

/** What this run brings to the receipts that take their cost from issues (A11). */
export type Brought = ReadonlyMap<Transaction, Fraction>;

/** A pair with what the second step says it is worth (A4). */
export interface Slice extends Pair {
  readonly amount: Fraction;
  readonly ownShare: Fraction;
  /** Either side is physical-only: an adjustment, never a settlement (A9). */
  readonly physical: boolean;
}

/** Reason and source of an adjustment that may stand in the workbook already. */
export interface Standing {
  readonly reason: Reason;
  readonly source: Transaction | undefined;
}

export const UNCOVERED: Standing = { reason: 'Uncovered quantity', source: undefined };

/** A part of a receipt's change that belongs to what an earlier close settled (A12). */
export interface LateCost {
  readonly settlement: Settlement;
  readonly amount: Fraction;
}

/** What reaches an issue so from one receipt: one row of the table Adjustments. */
export interface LateChange {
  readonly issue: Transaction;
  readonly receipt: Transaction;
  readonly amount: Fraction;
}

/** The second step of a run: what everything is worth, given what flows brought to the receipts. */
export class Values {
  private readonly amounts = new Map<Pair, Fraction>();
  private readonly ownShares = new Map<Pair, Fraction>();
  private readonly changes = new Map<Transaction, Fraction>();
  private readonly late = new Map<Transaction, LateCost[]>();

  constructor(
    readonly pairing: Pairing,
    private readonly earlier: readonly Settlement[],
    private readonly brought: Brought,
    private readonly made: (adjustment: Fraction, issue: Transaction, standing?: Standing) => boolean,
    private readonly round: Rounding = (amount) => amount.rounded(),
  ) {}

  slices(): Slice[] {
    return this.pairing.pairs.map((pair) => this.sliceOf(pair));
  }

  private sliceOf(pair: Pair): Slice {
    return {
      ...pair,
      amount: this.amount(pair),
      ownShare: this.ownShare(pair),
      physical: [pair.issue, pair.receipt].some((side) => isPhysicalOnly(side, this.pairing.upTo)),
    };
  }

  /** Cost that a pair takes from its receipt. */
  amount(pair: Pair): Fraction {
    if (!this.amounts.has(pair)) {
      const pairs = this.pairing.pairs.filter((other) => other.receipt === pair.receipt);
      const parts = this.inTurn(pair.receipt, openQuantity(pair.receipt), this.openValueOf(pair.receipt), pairs);
      pairs.forEach((other, index) => this.amounts.set(other, parts[index]));
    }
    return this.amounts.get(pair) as Fraction;
  }

  /** What a pair takes off the open value of its issue. The issue leg of a transfer is worth what it takes (A8). */
  ownShare(pair: Pair): Fraction {
    if (this.transferOf(pair.issue)) return this.amount(pair);
    if (!this.ownShares.has(pair)) {
      const pairs = this.pairsOf(pair.issue);
      const parts = this.inTurn(pair.issue, openQuantity(pair.issue), this.openValueOf(pair.issue), pairs);
      pairs.forEach((other, index) => this.ownShares.set(other, parts[index]));
    }
    return this.ownShares.get(pair) as Fraction;
  }

  /** What all pairs of an issue take together. */
  taken(issue: Transaction): Fraction {
    return Fraction.sum(this.pairsOf(issue).map((pair) => this.amount(pair)));
  }

  /** By how much an issue becomes dearer in this run: by its pairs, by late cost, and by its uncovered rest. */
  changeOfIssue(issue: Transaction): Fraction {
    if (!this.changes.has(issue)) this.changes.set(issue, this.sumOfChanges(issue));
    return this.changes.get(issue) as Fraction;
  }

  private sumOfChanges(issue: Transaction): Fraction {
    const byPairs = this.pairsOf(issue)
      .map((pair) => this.sliceOf(pair))
      .filter((slice) => this.made(changeOf(slice), issue, standingOf(slice)))
      .map(changeOf);
    const byLateCost = this.lateChangesOf(issue).map((late) => late.amount);
    const uncovered = this.uncoveredChange(issue);
    return Fraction.sum([
      ...byPairs,
      ...byLateCost.filter((change) => this.made(change, issue)),
      ...(this.made(uncovered, issue, UNCOVERED) ? [uncovered] : []),
    ]);
  }

  /** By how much a receipt becomes dearer in this run: by A11, or with its issue leg (A12). */
  changeOfReceipt(receipt: Transaction): Fraction {
    if (receipt.isLeg && receipt.costSource) return this.changeOfIssue(receipt.costSource);
    return this.brought.get(receipt) ?? Fraction.ZERO;
  }

  /**
   * A12: of a change of a receipt that earlier closes settled in part, by this run or by hand since the last close, the
   * settled part by quantity, shared over the settlements by quantity, the last taking the rest.
   */
  lateCosts(receipt: Transaction): LateCost[] {
    if (!this.late.has(receipt)) this.late.set(receipt, this.shareLateCost(receipt));
    return this.late.get(receipt) as LateCost[];
  }

  lateChangesOf(issue: Transaction): LateChange[] {
    const settled = this.earlier.filter((settlement) => settlement.issue === issue);
    const receipts = [...new Set(settled.map((settlement) => settlement.receipt))];
    return receipts.map((receipt) => {
      const parts = this.lateCosts(receipt).filter((late) => late.settlement.issue === issue);
      return { issue, receipt, amount: Fraction.sum(parts.map((late) => late.amount)) };
    });
  }

  /**
   * By how much the uncovered rest of a partly covered issue becomes dearer (A10): zero with Keep estimate, for
   * slips, and where nothing or everything is covered.
   */
  uncoveredChange(issue: Transaction): Fraction {
    const { pairing } = this;
    const rest = pairing.left(issue);
    const pairs = this.pairsOf(issue);
    const pairedNow = pairs.reduce((sum, pair) => sum.plus(pair.quantity), new Decimal(0));
    const coveredQuantity = issue.settledQuantity.plus(pairedNow);
    const asked = pairing.book.parameters.uncoveredQuantity === 'Cost of covered part';
    if (!asked || !pairing.participants.includes(issue) || !isFinancial(issue, pairing.upTo)) return Fraction.ZERO;
    if (rest.isZero() || coveredQuantity.isZero()) return Fraction.ZERO;
    const lateCost = Fraction.sum(this.lateChangesOf(issue).map((late) => late.amount));
    const coveredValue = issue.settledValue.plus(lateCost).plus(this.taken(issue));
    const ownShares = Fraction.sum(pairs.map((pair) => this.ownShare(pair)));
    const stillOpen = openQuantity(issue).minus(pairedNow);
    const [own] = this.inTurn(issue, stillOpen, this.openValueOf(issue).minus(ownShares), [{ quantity: rest }]);
    return this.round(part(coveredValue, rest, coveredQuantity), issue).minus(own);
  }

  /** Open value before the slices of this run; of a new transfer's receipt leg, what its issue leg took. */
  private openValueOf(row: Transaction): Fraction {
    const transfer = this.transferOf(row);
    if (transfer) return this.taken(transfer.issueLeg);
    const before = openValue(row, this.pairing.upTo);
    if (row.kind === 'issue') return before;
    const late = Fraction.sum(this.lateCosts(row).map((share) => share.amount));
    return before.plus(this.changeOfReceipt(row)).minus(late);
  }

  private shareLateCost(receipt: Transaction): LateCost[] {
    const settlements = this.earlier.filter((settlement) => settlement.receipt === receipt);
    const settled = Decimal.sum(0, ...settlements.map((settlement) => settlement.quantity));
    if (settled.isZero()) return [];
    const change = this.changeOfReceipt(receipt).plus(receipt.changedByHand);
    const whole = this.round(part(change, settled, receipt.quantity), receipt);
    let rest = whole;
    return settlements.map((settlement, index) => {
      const share = this.round(part(whole, settlement.quantity, settled), receipt);
      const amount = index === settlements.length - 1 ? rest : share;
      rest = rest.minus(amount);
      return { settlement, amount };
    });
  }

  private pairsOf(issue: Transaction): Pair[] {
    return this.pairing.pairs.filter((pair) => pair.issue === issue);
  }

  private transferOf(leg: Transaction) {
    return this.pairing.transfers.find(({ issueLeg, receiptLeg }) => issueLeg === leg || receiptLeg === leg);
  }

  /** Each takes its part of what those before it left; one that takes all of the quantity takes all the value (A4). */
  private inTurn(
    of: Transaction,
    quantity: Decimal,
    value: Fraction,
    takers: readonly { readonly quantity: Decimal }[],
  ): Fraction[] {
    let [quantityLeft, valueLeft] = [quantity, value];
    return takers.map((taker) => {
      const share = (): Fraction => this.round(part(valueLeft, taker.quantity, quantityLeft), of);
      const taken = taker.quantity.eq(quantityLeft) ? valueLeft : share();
      quantityLeft = quantityLeft.minus(taker.quantity);
      valueLeft = valueLeft.minus(taken);
      return taken;
    });
  }
}

/** By how much a slice makes its issue dearer. */
export function changeOf(slice: Slice): Fraction {
  return slice.amount.minus(slice.ownShare);
}

/** What an earlier run may have written of a slice that settles nothing. */
export function standingOf({ physical, receipt }: Slice): Standing | undefined {
  return physical ? { reason: 'Physical value', source: receipt } : undefined;
}

/** value x quantity / whole, exactly. */
function part(value: Fraction, quantity: Decimal, whole: Decimal): Fraction {
  return value.times(Fraction.ratio(BigInt(quantity.toFixed()), BigInt(whole.toFixed())));
}
