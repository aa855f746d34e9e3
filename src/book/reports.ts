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
