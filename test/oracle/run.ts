import Decimal from 'decimal.js';
import type { Book } from '../../src/book/book';
import type { LedgerLine, RunRequest } from '../../src/book/outcome';
import { adjustmentsOf, isProvisional, replaceProvisional, type Adjustment } from './adjustments';
import { Flows, type Arrival } from './flows';
import { Fraction } from './fraction';
import { ledgerOf } from './ledger';
import { provisionalOf, settlementsOf, transactionsOf, type Transaction } from './objects';
import { Pairing, type ClosingTransfer } from './pairing';
import { isFinancial, openQuantity, openValue, postedCost } from './participation';
import type { LateCost, Slice } from './values';

/** What a row is after the run: sizes as in objects.ts, provisional adjustments not counted (A1). */
export interface Standing {
  readonly transaction: Transaction;
  readonly openQuantity: Decimal;
  readonly openValue: Fraction;
  readonly cost: Fraction;
}

/** What the run says, as plain objects. */
export interface OracleResult {
  readonly request: RunRequest;
  readonly slices: readonly (Slice & { readonly settles: boolean })[];
  readonly transfers: readonly (ClosingTransfer & { readonly value: Fraction })[];
  readonly adjustments: readonly Adjustment[];
  /** Settlements of quantity 0 (A12), in a close only. */
  readonly lateCosts: readonly LateCost[];
  /** What came to the receipts that take their cost from issues (A11). */
  readonly arrivals: ReadonlyMap<Transaction, Arrival>;
  /** Circles without a unique solution (A14). */
  readonly unsolved: readonly (readonly Transaction[])[];
  readonly ledger: readonly LedgerLine[];
  readonly standing: readonly Standing[];
  /** Quantity of invoiced issues that is neither paired nor reserved (A10). */
  readonly unsettled: ReadonlyMap<Transaction, Decimal>;
  /** Quantity of issues that waits for a marked counterpart (A5). */
  readonly waiting: ReadonlyMap<Transaction, Decimal>;
}

/** Runs a close or a recalculation the slow way, from the text of the domain alone. */
export function runOracle(book: Book, request: RunRequest): OracleResult {
  const transactions = transactionsOf(book);
  const pairing = new Pairing(book, request.day, transactions);
  const flows = new Flows(pairing, request, settlementsOf(book, transactions), provisionalOf(book));
  const { values } = flows;
  const made = adjustmentsOf(request, pairing, flows);
  const adjustments = replaceProvisional(request, provisionalOf(book), made);
  const isClose = request.type === 'Close';
  const slices = values.slices().map((slice) => ({ ...slice, settles: isClose && !slice.physical }));
  const lateCosts = transactions
    .filter((row) => isClose && row.kind === 'receipt')
    .flatMap((receipt) => values.lateCosts(receipt))
    .filter((late) => !late.amount.isZero());
  const issues = pairing.participants.filter((row) => row.kind === 'issue');
  return {
    request,
    slices,
    transfers: pairing.transfers.map((transfer) => ({ ...transfer, value: values.taken(transfer.issueLeg) })),
    adjustments,
    lateCosts,
    arrivals: flows.arrivals,
    unsolved: flows.unsolved,
    ledger: ledgerOf(book, adjustments, request.specification),
    standing: standingAfter(request, transactions, slices, lateCosts, made),
    unsettled: new Map(
      issues
        .filter((issue) => isFinancial(issue, request.day) && pairing.left(issue).gt(0))
        .map((issue) => [issue, pairing.left(issue)]),
    ),
    waiting: new Map([...pairing.reserved].filter(([row]) => row.kind === 'issue')),
  };
}

function standingAfter(
  request: RunRequest,
  transactions: readonly Transaction[],
  slices: OracleResult['slices'],
  lateCosts: readonly LateCost[],
  made: readonly Adjustment[],
): Standing[] {
  return transactions.map((transaction) => {
    const settled = slices.filter(
      (slice) => slice.settles && (slice.issue === transaction || slice.receipt === transaction),
    );
    const settledLate = lateCosts.filter(
      ({ settlement }) => settlement.issue === transaction || settlement.receipt === transaction,
    );
    const change = Fraction.sum(
      made
        .filter((row) => row.transaction === transaction.position && !isProvisional(request, row.reason))
        .map((row) => (transaction.kind === 'issue' ? row.amount.negated() : row.amount)),
    );
    return {
      transaction,
      openQuantity: settled.reduce((open, slice) => open.minus(slice.quantity), openQuantity(transaction)),
      openValue: [...settled, ...settledLate].reduce(
        (open, taken) => open.minus(taken.amount),
        openValue(transaction, request.day).plus(change),
      ),
      cost: postedCost(transaction, request.day).plus(transaction.adjusted).plus(change),
    };
  });
}
