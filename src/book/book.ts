import type { Aside } from './aside';
import type { Day } from './days';
import type { InventoryModel } from './models';
import type { Parameters } from './parameters';
import type { ProvisionalAdjustments } from './provisional';

/** Stands in index columns for "none". */
export const NONE = -1;

/** An item, with what its model group and dimension group say of it. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly model: InventoryModel;
  /** The group's setting, else the parameter's (A2). */
  readonly includePhysicalValue: boolean;
  /** The same at the last close, where one has locked the item; else not given: as now. */
  readonly includedPhysicalValue?: boolean;
  /** No refuses a close while an on-hand quantity is negative (A16). */
  readonly allowsNegativePhysical: boolean;
  readonly allowsNegativeFinancial: boolean;
  /** Names of the dimensions that are tracked financially, in the order of the table DimensionGroups. */
  readonly financialDimensions: readonly string[];
  /** Unit cost in amount units a whole unit, as typed; undefined where the table has none. */
  readonly costPrice: number | undefined;
}

/** Item and the values of its financial dimensions: inside it issues and receipts are paired, never across. */
export interface CostKey {
  readonly item: number;
  /** One value for each of the item's financial dimensions, in their order. */
  readonly values: readonly string[];
}

/** What a row of a closing transfer is. */
export const LEG = { none: 0, issue: 1, receipt: 2 } as const;

/**
 * All transactions as columns, one position each. The input rows come first, in the order of the sheet; the legs of
 * the active closing transfers of earlier runs follow. Quantities and amounts are scaled and signed as in the
 * workbook: receipts positive, issues negative.
 */
export interface Transactions {
  readonly count: number;
  /** How many of them are rows of the table Transactions; the rest are legs. */
  readonly inputCount: number;
  readonly id: readonly string[];
  readonly item: Int32Array;
  /** Index into Book.keys. */
  readonly key: Int32Array;
  readonly quantity: Float64Array;
  readonly financialDay: Int32Array;
  readonly physicalDay: Int32Array;
  readonly financialCost: Float64Array;
  /** A blank physical cost is the financial cost already; both blank is 0 (A1). */
  readonly physicalCost: Float64Array;
  /** Index into TRANSACTION_TYPES. */
  readonly type: Uint8Array;
  /**
   * Order inside a date (A3), all different: the locked rows by their number, then the rest by Sequence and row.
   * Legs come after every row of their date, whatever this says.
   */
  readonly order: Int32Array;
  /** Position of the counterpart, or NONE. At least one side of a marked pair carries it. */
  readonly markedTo: Int32Array;
  /** Position of the issue whose cost a Transfer or Customer return receipt takes, or NONE. */
  readonly costSource: Int32Array;
  /** Index into Book.references, or NONE. */
  readonly reference: Int32Array;
  /** Indices into Book.accounts: the accounts that an adjustment of this row is posted to (A21). */
  readonly inventoryAccount: Int32Array;
  readonly offsetAccount: Int32Array;
  /** 1 where an account of the row came from the parameters' defaults. */
  readonly defaultAccount: Uint8Array;
  /** One of LEG. */
  readonly leg: Uint8Array;
  /** Sums over the active settlements of earlier runs, signed like the row. */
  readonly settledQuantity: Float64Array;
  readonly settledValue: Float64Array;
  /** Sum of the active adjustments of earlier runs that are not provisional (A1), signed. */
  readonly adjusted: Float64Array;
  /**
   * Sum of all adjustment rows, whatever their status, of the runs up to and including the last active close, and of the
   * on-hand adjustments in force that are dated at it (A20), signed: what the roll-forward of inventory value opens with.
   * All zero before the first close.
   */
  readonly adjustedAtLastClose: Float64Array;
  /** 1 where the last close saw a row without any cost, so that it was worth nothing, though its invoice is known by now. */
  readonly costlessAtLastClose: Uint8Array;
  /**
   * The part of `adjusted` that receipts got by hand (Reason Transaction) since the last active close: what of it belongs
   * to settled quantity has not reached the issues yet (A12). Signed.
   */
  readonly changedByHand: Float64Array;
  /**
   * What closes have brought each receipt that takes its cost from issues, and what they expensed for it (A11), signed
   * and scaled. Zero for all others.
   */
  readonly got: Float64Array;
}

/**
 * Active settlements of earlier runs, in the order of the runs and of their pairing. The rows of late cost (quantity 0)
 * are among them.
 */
export interface EarlierSettlements {
  readonly count: number;
  /** Index into Book.closings. */
  readonly closing: Int32Array;
  /** Positions. */
  readonly issue: Int32Array;
  readonly receipt: Int32Array;
  /** Scaled; 0 for late cost. */
  readonly quantity: Float64Array;
  readonly amount: Float64Array;
  readonly adjustment: Float64Array;
  /** Index into PRINCIPLES. */
  readonly principle: Int16Array;
  /** Body row of Settlements, from 0. */
  readonly row: Int32Array;
}

export const NO_SETTLEMENTS: EarlierSettlements = {
  count: 0,
  closing: new Int32Array(0),
  issue: new Int32Array(0),
  receipt: new Int32Array(0),
  quantity: new Float64Array(0),
  amount: new Float64Array(0),
  adjustment: new Float64Array(0),
  principle: new Int16Array(0),
  row: new Int32Array(0),
};

/** An earlier run, as the table Closings tells of it. */
export interface Closing {
  readonly id: string;
  readonly type: ClosingType;
  readonly day: Day;
  readonly status: ClosingStatus;
  readonly inputFingerprint: string;
  readonly resultFingerprint: string;
}

export const CLOSING_TYPES = [
  'Close',
  'Recalculation',
  'Reversal',
  'On-hand adjustment',
  'Transaction adjustment',
  'Archive',
] as const;
export type ClosingType = (typeof CLOSING_TYPES)[number];

export const CLOSING_STATUSES = ['Running', 'Paused', 'Completed', 'Reversed'] as const;
export type ClosingStatus = (typeof CLOSING_STATUSES)[number];

/** A fiscal period. */
export interface Period {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly status: 'Open' | 'On hold' | 'Closed';
}

/** An inventory book: everything that a run computes from. Plain data; nothing in it is ever changed. */
export interface Book {
  readonly parameters: Parameters;
  readonly items: readonly Item[];
  readonly keys: readonly CostKey[];
  readonly accounts: readonly string[];
  readonly references: readonly string[];
  readonly transactions: Transactions;
  /** Active provisional adjustments of earlier runs: a run computes as if they did not exist, then replaces them (A1). */
  readonly provisional: ProvisionalAdjustments;
  readonly settlements: EarlierSettlements;
  /** Earlier runs, oldest first. */
  readonly closings: readonly Closing[];
  readonly periods: readonly Period[];
  /** What rows amount to that were left out of `transactions`; undefined where none were. */
  readonly aside?: Aside;
}

/** The last active close: completed and not reversed; undefined before the first. */
export function lastClose(closings: readonly Closing[]): Closing | undefined {
  return closings.findLast((closing) => closing.type === 'Close' && closing.status === 'Completed');
}
