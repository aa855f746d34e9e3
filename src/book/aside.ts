/**
 * What rows that a run does without amount to. They are dated by the last close, nothing of them is open, and no cost of
 * theirs can change in the run, so that their sums say all that the run needs to know of them.
 */
export interface Aside {
  /** By cost key, scaled and signed: quantity on hand. */
  readonly quantity: Float64Array;
  /** By cost key, scaled and signed: posted cost with the adjustments up to the last close. */
  readonly valueAtLastClose: Float64Array;
  /** The same with all adjustments in force. */
  readonly value: Float64Array;
  /** By item: how many of them are rows of the table Transactions. */
  readonly rows: Int32Array;
}
