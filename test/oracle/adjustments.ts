import { NONE } from '../../src/book/book';
import type { Reason, RunRequest } from '../../src/book/outcome';
import type { Parameters } from '../../src/book/parameters';
import type { Arrival, Flows } from './flows';
import { Fraction } from './fraction';
import { signed, type ProvisionalRow, type Transaction } from './objects';
import { namedReceipts, type NamedChange } from './named-receipts';
import { changeOf, standingOf, UNCOVERED } from './values';
import type { Pairing } from './pairing';

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

/** All that the run changes, row by row; a change of nothing is no row. */
export function adjustmentsOf(request: RunRequest, pairing: Pairing, flows: Flows): Adjustment[] {
  const { values } = flows;
  const issues = pairing.transactions.filter((row) => row.kind === 'issue');
  const legs = pairing.transactions.filter((row) => row.kind === 'receipt' && row.isLeg);
  return [
    ...[...flows.arrivals.values()].flatMap((arrival) => ofArrival(pairing.book.parameters, arrival)),
    ...legs.map((leg) => adjustment(leg, 'Late cost', leg.costSource, values.changeOfReceipt(leg))),
    ...issues
      .flatMap((issue) => values.lateChangesOf(issue))
      .filter((late) => flows.isMade(late.amount, late.issue))
      .map((late) => adjustment(late.issue, 'Late cost', late.receipt, late.amount)),
    ...values
      .slices()
      .filter((slice) => flows.isMade(changeOf(slice), slice.issue, standingOf(slice)))
      .flatMap((slice) => namedReceipts(request, pairing, slice))
      .map(ofSlice),
    ...issues
      .filter((issue) => flows.isMade(values.uncoveredChange(issue), issue, UNCOVERED))
      .map((issue) => adjustment(issue, 'Uncovered quantity', undefined, values.uncoveredChange(issue))),
  ].filter((row) => !row.amount.isZero() || !row.expensed.isZero());
}

function ofSlice({ issue, receipt, dearer, physical }: NamedChange): Adjustment {
  return adjustment(issue, physical ? 'Physical value' : 'Settlement', receipt, dearer);
}

/** What came, and what was expensed: rounding against the offset of the source, a variance against the receipt's. */
function ofArrival(parameters: Parameters, { flow, brought, expensed, expensedAs }: Arrival): Adjustment[] {
  const [source] = flow.issues;
  const accounts =
    expensedAs === 'Variance'
      ? { inventoryAccount: parameters.varianceAccount, offsetAccount: flow.receipt.offsetAccount }
      : { inventoryAccount: parameters.roundingAccount, offsetAccount: source.offsetAccount };
  return [
    adjustment(flow.receipt, flow.reason, source, brought),
    { ...adjustment(flow.receipt, expensedAs, source, Fraction.ZERO), expensed, ...accounts },
  ];
}

/** A row from the change of the turned cost (dearer is positive for issues, too). */
function adjustment(
  transaction: Transaction,
  reason: Reason,
  source: Transaction | undefined,
  dearer: Fraction,
): Adjustment {
  return {
    transaction: transaction.position,
    reason,
    source: source?.position ?? NONE,
    amount: signed(transaction, dearer),
    expensed: Fraction.ZERO,
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
