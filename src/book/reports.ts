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
