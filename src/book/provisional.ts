/** Adjustments that rest on no settlement and that later runs replace, as columns, in the order of their rows. */
export interface ProvisionalAdjustments {
  readonly count: number;
  /** Position of the transaction. */
  readonly transaction: Int32Array;
  /** Index into REASONS. */
  readonly reason: Uint8Array;
  /** Position of the source, or NONE. */
  readonly source: Int32Array;
  /**
   * What the row says of its source, as it was written; "" for nothing. It may be gone from the input since, and a counter row
   * says it all the same. A book that was not read from a workbook has none.
   */
  readonly sourceId?: readonly (string | number)[];
  /** Signed, scaled. */
  readonly amount: Float64Array;
  /** Signed, scaled: amount that counts as passed on but was expensed. */
  readonly expensed: Float64Array;
  /** Indices into Book.accounts: the accounts that the row itself carries. */
  readonly inventoryAccount: Int32Array;
  readonly offsetAccount: Int32Array;
  /** Row of the table Adjustments, from 0. */
  readonly row: Int32Array;
}

export const NO_PROVISIONAL: ProvisionalAdjustments = {
  count: 0,
  transaction: new Int32Array(0),
  reason: new Uint8Array(0),
  source: new Int32Array(0),
  amount: new Float64Array(0),
  expensed: new Float64Array(0),
  inventoryAccount: new Int32Array(0),
  offsetAccount: new Int32Array(0),
  row: new Int32Array(0),
};
