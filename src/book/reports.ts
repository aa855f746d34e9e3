/** Rows of the reports to be run before a close. Positions of transactions; quantities scaled and signed like them. */
export interface OpenQuantity {
  readonly transaction: number;
  readonly kind: 'Issue' | 'Receipt';
  readonly updated: 'Financial' | 'Physical';
  readonly quantity: number;
  readonly open: number;
  readonly cause: string;
}

/** What unit costs of receipts are compared with. */
export const COST_BASES = ['Item cost price', 'Item cost price or median', 'Median'] as const;
export type CostBase = (typeof COST_BASES)[number];

/** A receipt whose unit cost is far from its base. Unit costs are in amount units a unit, rounded for people. */
export interface CostDeviation {
  readonly transaction: number;
  readonly unitCost: number;
  readonly base: number;
  readonly baseIs: 'Item cost price' | 'Median';
  /** Unit cost less base. */
  readonly deviation: number;
  /** Of the base, without sign. */
  readonly percent: number;
}

/** What made a difference to the moving average. */
export const MOVING_AVERAGE_KINDS = ['Issue', 'Invoice', 'Backdated receipt', 'Negative stock'] as const;

/**
 * A posting of a moving average item at another cost than its average gave. Quantities and amounts scaled and signed; the
 * average in amount units a unit, rounded for people.
 */
export interface MovingAverageRow {
  readonly transaction: number;
  readonly kind: (typeof MOVING_AVERAGE_KINDS)[number];
  /** Of the posting: of an invoice its own. */
  readonly day: number;
  /** Dated before a row that was posted earlier. */
  readonly backdated: boolean;
  readonly quantity: number;
  /** On hand before the posting. */
  readonly onHandQuantity: number;
  readonly onHandValue: number;
  /** Undefined before the first receipt. */
  readonly average: number | undefined;
  /** What it was posted at; of an invoice, its difference to the slip. */
  readonly posted: number;
  readonly atAverage: number;
  /** Posted less at average. */
  readonly difference: number;
  /** Of a receipt: what of the difference belongs to stock, and what is to be expensed. Zero for issues. */
  readonly onHandPart: number;
  readonly expensedPart: number;
}

/** An issue that was posted at a running average which negative stock had spoilt. Scaled. */
export interface InflatedIssue {
  readonly transaction: number;
  readonly updated: 'Financial' | 'Physical';
  /** Quantity on hand before it, and its value as posted: together the running average. */
  readonly onHand: number;
  readonly value: number;
  /** What that stock cost. */
  readonly worth: number;
  /** What the issue was posted at, turned positive, and how much more that is than what the stock cost. */
  readonly posted: number;
  readonly excess: number;
  /** The issue that took more than there was, and the receipt that brought the quantity above zero again. Positions. */
  readonly startedBy: number;
  readonly coveredBy: number;
}
