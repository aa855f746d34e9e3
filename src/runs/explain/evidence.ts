import { type Book, LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { type Principle, PRINCIPLES } from '../../book/models';
import { type Outcome, type Reason, REASONS } from '../../book/outcome';
import { type Grouping, groupBy } from '../../settle/flow/grouping';
import { Workspace } from '../../settle/workspace';
import type { EarlierAdjustments } from '../../workbook/read/read-book';
import { adjustmentRows, type AdjustmentRows } from './adjustment-rows';
import { pairRows, type PairRows } from './pair-rows';

/**
 * A pair of issue and receipt, from an earlier run or from the one that is previewed; or late cost that went from one to
 * the other, with quantity 0. Positions; scaled.
 */
export interface PairedWith {
  /** Index into Book.closings; PREVIEW for the run that is previewed. */
  readonly run: number;
  readonly issue: number;
  readonly receipt: number;
  readonly quantity: number;
  readonly amount: number;
  /** Effect on the signed amount of the issue. */
  readonly adjustment: number;
  readonly principle: Principle;
  readonly settles: boolean;
}

/** An adjustment that no pair tells of: physical value, uncovered quantity, a change of a cost source and so on. */
export interface OtherAdjustment {
  readonly run: number;
  readonly transaction: number;
  readonly reason: Reason;
  /** Position, or NONE. */
  readonly source: number;
  readonly amount: number;
  /** What counts as got but was expensed. */
  readonly expensed: number;
}

/**
 * All that speaks of the costs of a book: what earlier runs wrote, and what a previewed run would add. Gathered once, by
 * transaction, so that any of them can be asked about at once, in a book of any size.
 */
export class Evidence {
  private readonly pairs: PairRows;
  private readonly byIssue: Grouping;
  private readonly byReceipt: Grouping;
  private readonly others: AdjustmentRows;
  private readonly byTransaction: Grouping;
  private readonly adjusted: Float64Array;

  constructor(
    readonly book: Book,
    earlier: EarlierAdjustments,
    readonly outcome: Outcome | undefined,
    /** As seen from this day (A2): the date of the previewed run, or of the last close; undefined where there is none. */
    readonly day: Day | undefined,
  ) {
    const positions = book.transactions.count + 2 * (outcome?.transfers.count ?? 0);
    this.pairs = pairRows(book, outcome);
    this.byIssue = groupBy(positions, this.pairs.issue, new Workspace());
    this.byReceipt = groupBy(positions, this.pairs.receipt, new Workspace());
    this.others = adjustmentRows(book, earlier, outcome);
    this.byTransaction = groupBy(positions, this.others.transaction, new Workspace());
    this.adjusted = adjustedBy(book, outcome, positions);
  }

  /** What an issue was paired with, in the order of the runs and of their pairing. */
  pairsOfIssue(position: number): PairedWith[] {
    return this.pairsAt(this.byIssue, position);
  }

  pairsOfReceipt(position: number): PairedWith[] {
    return this.pairsAt(this.byReceipt, position);
  }

  hasPairs(position: number): boolean {
    return isFilled(this.byIssue, position) || isFilled(this.byReceipt, position);
  }

  /** The adjustments of a transaction that no pair tells of. */
  othersOf(position: number): OtherAdjustment[] {
    const { starts, entries } = this.byTransaction;
    const { run, reason, source, amount, expensed } = this.others;
    return Array.from(entries.subarray(starts[position], starts[position + 1]), (at) => ({
      run: run[at],
      transaction: position,
      reason: REASONS[reason[at]],
      source: source[at],
      amount: amount[at],
      expensed: expensed[at],
    }));
  }

  hasOthers(position: number): boolean {
    return isFilled(this.byTransaction, position);
  }

  /** Sum of the adjustments of a transaction that are in force, those of the previewed run included; signed, scaled. */
  adjustedOf(position: number): number {
    return this.adjusted[position];
  }

  /** What a transaction was posted at, as seen from the day (A1); a leg that the preview makes has its value. Signed. */
  postedOf(position: number): number {
    const { count, financialCost, physicalCost } = this.book.transactions;
    if (position < count) return this.isSlip(position) ? physicalCost[position] : financialCost[position];
    const value = this.outcome?.transfers.value[(position - count) >> 1] ?? 0;
    return (position - count) % 2 === 0 ? 0 - value : value;
  }

  /** Posted cost and adjustments, signed as in the workbook. */
  costOf(position: number): number {
    return this.postedOf(position) + this.adjustedOf(position);
  }

  /** Signed, scaled; a leg that the preview makes has that of its transfer. */
  quantityOf(position: number): number {
    const { count, quantity } = this.book.transactions;
    if (position < count) return quantity[position];
    const whole = this.outcome?.transfers.quantity[(position - count) >> 1] ?? 0;
    return (position - count) % 2 === 0 ? 0 - whole : whole;
  }

  /** One of LEG. */
  legOf(position: number): number {
    const { count, leg } = this.book.transactions;
    if (position < count) return leg[position];
    return (position - count) % 2 === 0 ? LEG.issue : LEG.receipt;
  }

  /** The other leg of a closing transfer, for one of its legs; NONE for everything else. */
  otherLeg(position: number): number {
    const leg = this.legOf(position);
    return leg === LEG.none ? NONE : leg === LEG.issue ? position + 1 : position - 1;
  }

  /** Whether the row is financially updated as seen from the day. */
  isFinancial(position: number): boolean {
    const { count, financialDay } = this.book.transactions;
    if (position >= count) return true;
    return financialDay[position] !== NO_DAY && (this.day === undefined || financialDay[position] <= this.day);
  }

  /** Whether it is a slip by the day, and no more. */
  isSlip(position: number): boolean {
    const slip = this.book.transactions.physicalDay[position];
    return !this.isFinancial(position) && slip !== NO_DAY && (this.day === undefined || slip <= this.day);
  }

  private pairsAt({ starts, entries }: Grouping, position: number): PairedWith[] {
    const { run, issue, receipt, quantity, amount, adjustment, principle, settles } = this.pairs;
    return Array.from(entries.subarray(starts[position], starts[position + 1]), (at) => ({
      run: run[at],
      issue: issue[at],
      receipt: receipt[at],
      quantity: quantity[at],
      amount: amount[at],
      adjustment: adjustment[at],
      principle: PRINCIPLES[principle[at]],
      settles: settles[at] === 1,
    }));
  }
}

const isFilled = ({ starts }: Grouping, position: number): boolean => starts[position] < starts[position + 1];

function adjustedBy({ transactions, provisional }: Book, outcome: Outcome | undefined, positions: number) {
  const sum = new Float64Array(positions);
  sum.set(transactions.adjusted);
  for (let i = 0; i < provisional.count; i++) sum[provisional.transaction[i]] += provisional.amount[i];
  const { count, transaction, amount } = outcome?.adjustments ?? { count: 0, transaction: [], amount: [] };
  for (let a = 0; a < count; a++) sum[transaction[a]] += amount[a];
  return sum;
}
