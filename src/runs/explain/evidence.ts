import { type Book, LEG, NONE } from '../../book/book';
import type { Outcome } from '../../book/outcome';
import { type Principle, PRINCIPLES } from '../../book/models';
import { REASONS, type Reason } from '../../book/outcome';
import { Places } from '../../workbook/write/places';
import type { ReadBook } from '../../workbook/read/read-book';

/**
 * A pair of issue and receipt, from an earlier run or from the one that is previewed; or late cost that went from one to
 * the other, with quantity 0. Positions; scaled.
 */
export interface PairedWith {
  /** Id of the run, "" for the preview. */
  readonly run: string;
  readonly issue: number;
  readonly receipt: number;
  readonly quantity: number;
  readonly amount: number;
  /** Effect on the signed amount of the issue. */
  readonly adjustment: number;
  readonly principle: Principle;
  readonly settles: boolean;
}

/** An adjustment that is no settlement: physical value, uncovered quantity, late cost and so on. */
export interface OtherAdjustment {
  readonly run: string;
  readonly transaction: number;
  readonly reason: Reason;
  readonly source: number;
  readonly amount: number;
  /** What counts as got but was expensed. */
  readonly expensed: number;
}

/** All that speaks of the costs of a book: what earlier runs wrote, and what a previewed run would add. */
export interface Evidence {
  readonly pairs: readonly PairedWith[];
  readonly others: readonly OtherAdjustment[];
  /** Sum of the adjustments of a transaction that are in force, those of the previewed run included; signed, scaled. */
  readonly adjustedOf: (position: number) => number;
  /** Id of any position, legs of the preview included. */
  readonly idOf: (position: number) => string;
  /** The other leg of a closing transfer, for one of its legs; NONE for everything else. */
  readonly otherLeg: (position: number) => number;
}

export function evidenceOf(read: ReadBook, outcome: Outcome | undefined): Evidence {
  const { book, earlier } = read;
  const pairs: PairedWith[] = [];
  const others: OtherAdjustment[] = [];
  const { adjustments } = earlier;
  const { settlements } = book;
  for (let i = 0; i < settlements.count; i++) {
    pairs.push({
      run: book.closings[settlements.closing[i]].id,
      issue: settlements.issue[i],
      receipt: settlements.receipt[i],
      quantity: settlements.quantity[i],
      amount: settlements.amount[i],
      adjustment: settlements.adjustment[i],
      principle: PRINCIPLES[settlements.principle[i]],
      settles: true,
    });
  }
  for (let i = 0; i < adjustments.count; i++) {
    const reason = REASONS[adjustments.reason[i]];
    if (reason === 'Settlement') continue;
    const run = book.closings[adjustments.closing[i]].id;
    others.push({
      run,
      transaction: adjustments.transaction[i],
      reason,
      source: adjustments.source[i],
      amount: adjustments.amount[i],
      expensed: adjustments.expensed[i],
    });
  }
  if (outcome) addOutcome(outcome, pairs, others);
  const places = outcome ? new Places(read, outcome.transfers.count, 'preview') : undefined;
  const count = book.transactions.count;
  return {
    pairs,
    others,
    adjustedOf: (position) => adjustedOf(book, outcome, position),
    idOf: (position) => (position < count ? book.transactions.id[position] : String(places?.id(position) ?? '')),
    otherLeg: (position) => (position < count ? otherLegOf(book, position) : count + ((position - count) ^ 1)),
  };
}

function addOutcome({ slices, late, adjustments }: Outcome, pairs: PairedWith[], others: OtherAdjustment[]): void {
  for (let s = 0; s < slices.count; s++) {
    pairs.push({
      run: '',
      issue: slices.issue[s],
      receipt: slices.receipt[s],
      quantity: slices.quantity[s],
      amount: slices.amount[s],
      adjustment: slices.ownShare[s] - slices.amount[s],
      principle: PRINCIPLES[slices.principle[s]],
      settles: slices.settles[s] === 1,
    });
  }
  for (let j = 0; j < late.count; j++) {
    const amount = late.amount[j];
    const principle = PRINCIPLES[late.principle[j]];
    const [issue, receipt] = [late.issue[j], late.receipt[j]];
    pairs.push({ run: '', issue, receipt, quantity: 0, amount, adjustment: 0 - amount, principle, settles: true });
  }
  for (let a = 0; a < adjustments.count; a++) {
    const reason = REASONS[adjustments.reason[a]];
    if (reason === 'Settlement' || reason === 'Physical value') continue;
    others.push({
      run: '',
      transaction: adjustments.transaction[a],
      reason,
      source: adjustments.source[a],
      amount: adjustments.amount[a],
      expensed: adjustments.expensed[a],
    });
  }
}

function adjustedOf({ transactions, provisional }: Book, outcome: Outcome | undefined, position: number): number {
  let sum = transactions.adjusted[position];
  for (let i = 0; i < provisional.count; i++) {
    if (provisional.transaction[i] === position) sum += provisional.amount[i];
  }
  const { count, transaction, amount } = outcome?.adjustments ?? { count: 0, transaction: [], amount: [] };
  for (let a = 0; a < count; a++) if (transaction[a] === position) sum += amount[a];
  return sum;
}

/** Legs stand in pairs, issue leg first, in the order in which they were written. */
function otherLegOf({ transactions }: Book, position: number): number {
  if (transactions.leg[position] === LEG.none) return NONE;
  return transactions.leg[position] === LEG.issue ? position + 1 : position - 1;
}
