import type { Book } from '../../book/book';
import type { Outcome } from '../../book/outcome';

/** In place of an index into Book.closings: the run that is previewed. It comes after all others. */
export const PREVIEW = 2 ** 31 - 1;

/** Pairs of earlier runs and of a previewed one as columns, in the order of the runs and of their pairing. */
export interface PairRows {
  readonly run: Int32Array;
  readonly issue: Int32Array;
  readonly receipt: Int32Array;
  readonly quantity: Float64Array;
  readonly amount: Float64Array;
  readonly adjustment: Float64Array;
  /** Index into PRINCIPLES. */
  readonly principle: Int16Array;
  readonly settles: Uint8Array;
}

/** The settlements of the book, behind them the slices and the late cost of the outcome. */
export function pairRows({ settlements }: Book, outcome: Outcome | undefined): PairRows {
  const slices = outcome?.slices.count ?? 0;
  const late = outcome?.late.count ?? 0;
  const first = settlements.count;
  const count = first + slices + late;
  const rows: PairRows = {
    run: new Int32Array(count).fill(PREVIEW),
    issue: new Int32Array(count),
    receipt: new Int32Array(count),
    quantity: new Float64Array(count),
    amount: new Float64Array(count),
    adjustment: new Float64Array(count),
    principle: new Int16Array(count),
    settles: new Uint8Array(count).fill(1),
  };
  rows.run.set(settlements.closing);
  rows.issue.set(settlements.issue);
  rows.receipt.set(settlements.receipt);
  rows.quantity.set(settlements.quantity);
  rows.amount.set(settlements.amount);
  rows.adjustment.set(settlements.adjustment);
  rows.principle.set(settlements.principle);
  if (outcome) {
    addSlices(outcome, rows, first);
    addLate(outcome, rows, first + slices);
  }
  return rows;
}

function addSlices({ slices }: Outcome, rows: PairRows, at: number): void {
  rows.issue.set(slices.issue.subarray(0, slices.count), at);
  rows.receipt.set(slices.receipt.subarray(0, slices.count), at);
  rows.quantity.set(slices.quantity.subarray(0, slices.count), at);
  rows.amount.set(slices.amount.subarray(0, slices.count), at);
  rows.principle.set(slices.principle.subarray(0, slices.count), at);
  rows.settles.set(slices.settles.subarray(0, slices.count), at);
  for (let s = 0; s < slices.count; s++) rows.adjustment[at + s] = slices.ownShare[s] - slices.amount[s];
}

function addLate({ late }: Outcome, rows: PairRows, at: number): void {
  rows.issue.set(late.issue, at);
  rows.receipt.set(late.receipt, at);
  rows.amount.set(late.amount, at);
  rows.principle.set(late.principle, at);
  for (let j = 0; j < late.count; j++) rows.adjustment[at + j] = 0 - late.amount[j];
}
