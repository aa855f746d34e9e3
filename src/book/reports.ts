import type { Day } from './days';
import type { InventoryModel } from './models';
import type { TransactionType } from './transaction-types';

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

/** A sum over the transactions of a type. */
export interface TypeTotal {
  readonly type: TransactionType;
  /** Scaled; positive as its column says: what came, or what went. */
  readonly amount: number;
}

/**
 * A period under one inventory model. Scaled amounts: opening + receipts - cost of sales - other issues + changes =
 * closing.
 */
export interface ComparedModel {
  /** Undefined: each item with its own model. */
  readonly model: InventoryModel | undefined;
  readonly opening: number;
  readonly receipts: readonly TypeTotal[];
  /** What the issues of type Sale cost that came in the period. */
  readonly costOfSales: number;
  /** The issues of all other types. */
  readonly otherIssues: readonly TypeTotal[];
  /** What the run changes of transactions from before the period: late cost, invoices of slips, issues left open. */
  readonly changes: number;
  readonly closing: number;
  readonly closingQuantity: number;
  /** Issues that stay open, or wait for their mark. */
  readonly unsettled: number;
}

/** A period under every inventory model. */
export interface ModelComparison {
  readonly from: Day;
  readonly upTo: Day;
  /** Items whose model was replaced, and chosen items that keep theirs (standard cost, moving average). */
  readonly replaced: number;
  readonly kept: number;
  readonly asSet: ComparedModel;
  readonly models: readonly ComparedModel[];
}
