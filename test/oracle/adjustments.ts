import type { RunRequest, Reason } from '../../src/book/outcome';
import { NONE } from '../../src/book/book';
import type { Fraction } from './fraction';
import { signed, type ProvisionalRow, type Transaction } from './objects';
import type { Pairing } from './pairing';
import type { Slice, Values } from './values';

/** A row of the table Adjustments, amounts signed as there. */
export interface Adjustment {
  readonly transaction: number;
  readonly reason: Reason;
  readonly source: number;
  readonly amount: Fraction;
  readonly expensed: Fraction;
  readonly inventoryAccount: string;
  readonly offsetAccount: string;
  /** Index of the provisional adjustment that a counter row takes back. */
  readonly takesBack: number | undefined;
}

const PROVISIONAL_REASONS: readonly Reason[] = ['Physical value', 'Uncovered quantity'];

/** Adjustments that rest on no settlement (A1). */
export function isProvisional(request: RunRequest, reason: Reason): boolean {
  return request.type === 'Recalculation' || PROVISIONAL_REASONS.includes(reason);
}

/** What the slices and the uncovered rests do to the issues (A4, A9, A10). A change of nothing is no row. */
export function issueAdjustments(
  pairing: Pairing,
  values: Values,
  slices: readonly Slice[],
  zero: Fraction,
): Adjustment[] {
  const bySlice = slices.map((slice) =>
    adjustment(
      slice.issue,
      slice.physical ? 'Physical value' : 'Settlement',
      slice.receipt.position,
      slice.amount.minus(slice.ownShare),
      zero,
    ),
  );
  const issues = pairing.participants.filter((row) => row.kind === 'issue');
  const uncovered = issues.map((issue) =>
    adjustment(issue, 'Uncovered quantity', NONE, values.uncoveredChange(issue), zero),
  );
  return [...bySlice, ...uncovered].filter((row) => !row.amount.isZero());
}

/** A row from the change of the turned cost (dearer is positive for issues, too). */
export function adjustment(
  transaction: Transaction,
  reason: Reason,
  source: number,
  dearer: Fraction,
  expensed: Fraction,
): Adjustment {
  return {
    transaction: transaction.position,
    reason,
    source,
    amount: signed(transaction, dearer),
    expensed,
    inventoryAccount: transaction.inventoryAccount,
    offsetAccount: transaction.offsetAccount,
    takesBack: undefined,
  };
}

/**
 * A1: provisional rows of earlier runs that come out the same stay and are not written again; the others are taken
 * back by counter rows on their own accounts.
 */
export function replaceProvisional(
  request: RunRequest,
  old: readonly ProvisionalRow[],
  found: readonly Adjustment[],
): Adjustment[] {
  const toWrite = [...found];
  const counterRows: Adjustment[] = [];
  for (const row of old) {
    const same = toWrite.findIndex((made) => isProvisional(request, made.reason) && isSame(row, made));
    if (same >= 0) toWrite.splice(same, 1);
    else
      counterRows.push({
        ...row,
        amount: row.amount.negated(),
        expensed: row.expensed.negated(),
        takesBack: row.index,
      });
  }
  return [...counterRows, ...toWrite];
}

function isSame(row: ProvisionalRow, made: Adjustment): boolean {
  return (
    row.transaction === made.transaction &&
    row.reason === made.reason &&
    row.source === made.source &&
    row.amount.equals(made.amount) &&
    row.expensed.equals(made.expensed) &&
    row.inventoryAccount === made.inventoryAccount &&
    row.offsetAccount === made.offsetAccount
  );
}
