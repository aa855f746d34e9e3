import type { Book, ClosingType } from './book';
import type { Day } from './days';
import type { LogEntry } from './log';
import type { Specification } from './parameters';
import { TRANSACTION_TYPES } from './transaction-types';

/** Why a transaction was adjusted, named as the table Adjustments names it. */
export const REASONS = [
  'Settlement',
  'Late cost',
  'Physical value',
  'Uncovered quantity',
  'Transfer',
  'Return',
  'Production',
  'Variance',
  'Expensed',
  'On-hand',
  'Transaction',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a person asked for. */
export interface RunRequest {
  readonly type: 'Close' | 'Recalculation';
  readonly day: Day;
  readonly specification: Specification;
  readonly maximumThroughputs: number;
  /** Scaled amount. */
  readonly minimumThroughputAdjustment: number;
  /** Indices into Book.items of those that a recalculation covers (A17); undefined for all. */
  readonly items?: readonly number[];
}

/** What was asked for, also where a person says the figures (A20). */
export interface AnyRequest extends Omit<RunRequest, 'type'> {
  readonly type: Exclude<ClosingType, 'Reversal' | 'Archive'>;
}

/** Whether a person said the figures of a run (A20), so that nothing was computed. */
export function isByHand({ type }: { readonly type: ClosingType }): boolean {
  return type === 'On-hand adjustment' || type === 'Transaction adjustment';
}

/**
 * Pairs of issue and receipt, in the order of pairing. Sides are positions: below Transactions.count a transaction,
 * from there on a leg of a closing transfer of this run (see ClosingTransfers).
 */
export interface Slices {
  readonly count: number;
  readonly issue: Int32Array;
  readonly receipt: Int32Array;
  /** Positive, scaled. */
  readonly quantity: Float64Array;
  /** Cost taken from the receipt, scaled. */
  readonly amount: Float64Array;
  /** The issue's own part of its open value, turned positive like the amount, scaled. */
  readonly ownShare: Float64Array;
  /** Index into PRINCIPLES. */
  readonly principle: Uint8Array;
  /** 1 where the slice is a settlement, 0 where it only adjusts (A9, A17). */
  readonly settles: Uint8Array;
}

/** Closing transfers that the run made: transfer t has its issue leg at position count + 2t, its receipt leg after it. */
export interface ClosingTransfers {
  readonly count: number;
  readonly key: Int32Array;
  readonly day: Int32Array;
  /** Positive, scaled; both legs have it. */
  readonly quantity: Float64Array;
  readonly value: Float64Array;
}

/** One row a transaction, reason and source, in the order in which they are written. */
export interface Adjustments {
  readonly count: number;
  readonly transaction: Int32Array;
  readonly reason: Uint8Array;
  readonly source: Int32Array;
  /** Signed effect on inventory value, scaled. */
  readonly amount: Float64Array;
  readonly expensed: Float64Array;
  /** The transaction's cost before this row, active adjustments of earlier runs included, scaled. */
  readonly costBefore: Float64Array;
  /** The first rows are counter rows: the index of the provisional adjustment that each takes back. */
  readonly takesBack: Int32Array;
  /** The accounts of each row of a run by hand; those of all other runs are found by accountsOf(). */
  readonly accounts?: { readonly inventory: Int32Array; readonly offset: Int32Array };
}

/**
 * The accounts that an adjustment is posted to (A21): those of its transaction; for a counter row those of the old row;
 * for an expensed amount the rounding account against the offset of its source (A13), for a variance the variance
 * account against the offset of the receipt (A15). Indices into Book.accounts; NONE for legs, which have none.
 */
export function accountsOf(
  book: Book,
  {
    transaction,
    takesBack,
    reason,
    source,
    accounts,
  }: Pick<Adjustments, 'transaction' | 'takesBack' | 'reason' | 'source' | 'accounts'>,
  row: number,
) {
  if (accounts) return { inventory: accounts.inventory[row], offset: accounts.offset[row] };
  const { inventoryAccount, offsetAccount } = book.transactions;
  if (row < takesBack.length) {
    const old = takesBack[row];
    return { inventory: book.provisional.inventoryAccount[old], offset: book.provisional.offsetAccount[old] };
  }
  const at = transaction[row];
  if (reason[row] === EXPENSED) {
    return { inventory: accountNamed(book, book.parameters.roundingAccount), offset: offsetAccount[source[row]] };
  }
  if (reason[row] === VARIANCE) {
    return { inventory: accountNamed(book, book.parameters.varianceAccount), offset: offsetAccount[at] };
  }
  return { inventory: inventoryAccount[at], offset: offsetAccount[at] };
}

const EXPENSED = REASONS.indexOf('Expensed');
const VARIANCE = REASONS.indexOf('Variance');

/** Whether an adjustment's cost comes from a whole production order: then its source is the order, not a component. */
export function isFromOrder({ transactions }: Book, transaction: number, reason: number): boolean {
  return FROM_ORDERS.includes(reason) && transactions.type[transaction] === PRODUCTION_TYPE;
}

const FROM_ORDERS = (['Production', 'Expensed', 'Variance'] as const).map((reason) => REASONS.indexOf(reason));
const PRODUCTION_TYPE = TRANSACTION_TYPES.indexOf('Production');

/** Accounts are the same where they differ in upper and lower case only; the book has the first spelling. */
export function accountNamed({ accounts }: Book, name: string): number {
  return accounts.findIndex((account) => account.toLowerCase() === name.toLowerCase());
}

/** Late cost that goes to issues settled by earlier runs (A12): settlements with quantity 0. */
export interface LateCosts {
  readonly count: number;
  readonly issue: Int32Array;
  readonly receipt: Int32Array;
  /** Cost taken from the receipt, scaled; the issue is adjusted by its opposite. */
  readonly amount: Float64Array;
  readonly principle: Uint8Array;
}

export const NO_LATE_COSTS: LateCosts = {
  count: 0,
  issue: new Int32Array(0),
  receipt: new Int32Array(0),
  amount: new Float64Array(0),
  principle: new Uint8Array(0),
};

export interface LedgerLine {
  readonly account: string;
  /** "" where the specification sums over them. */
  readonly itemGroup: string;
  readonly item: string;
  /** Scaled; exactly one of them is not zero. */
  readonly debit: number;
  readonly credit: number;
}

/** Inventory value of one cost key: what it was at the close before, what moved, what it is now. Scaled. */
export interface InventoryValueRow {
  readonly key: number;
  readonly openingQuantity: number;
  readonly openingValue: number;
  readonly receiptQuantity: number;
  readonly receiptValue: number;
  readonly issueQuantity: number;
  readonly issueValue: number;
  readonly adjustment: number;
  readonly closingQuantity: number;
  readonly closingValue: number;
}

/** What a run found, as columns. The workbook turns it into rows; nothing else computes. */
export interface Outcome extends Results {
  readonly request: RunRequest;
}

/** What is written of a run, whatever kind it is. */
export interface Results {
  readonly request: AnyRequest;
  readonly slices: Slices;
  readonly late: LateCosts;
  readonly transfers: ClosingTransfers;
  readonly adjustments: Adjustments;
  readonly ledger: readonly LedgerLine[];
  readonly log: readonly LogEntry[];
  readonly inventoryValue: readonly InventoryValueRow[];
  /** Rows that took part, settled or not. */
  readonly participants: number;
  readonly valueBefore: number;
  readonly adjustment: number;
  readonly valueAfter: number;
}
