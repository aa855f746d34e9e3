import Decimal from 'decimal.js';
import type { Book } from '../../src/book/book';
import type { LedgerLine, RunRequest } from '../../src/book/outcome';
import { issueAdjustments, isProvisional, replaceProvisional, type Adjustment } from './adjustments';
import { Fraction } from './fraction';
import { ledgerOf } from './ledger';
import { provisionalOf, transactionsOf, type Transaction } from './objects';
import { Pairing, type ClosingTransfer } from './pairing';
import { isFinancial, openQuantity, openValue, postedCost } from './participation';
import { Values, type Slice } from './values';

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
  const values = new Values(pairing);
  const valued = values.slices();
  const made = issueAdjustments(pairing, values, valued, Fraction.ZERO);
  const adjustments = replaceProvisional(request, provisionalOf(book), made);
  const slices = valued.map((slice) => ({ ...slice, settles: request.type === 'Close' && !slice.physical }));
  const issues = pairing.participants.filter((row) => row.kind === 'issue');
  return {
    request,
    slices,
    transfers: pairing.transfers.map((transfer) => ({ ...transfer, value: values.taken(transfer.issueLeg) })),
    adjustments,
    ledger: ledgerOf(book, adjustments, request.specification),
    standing: standingAfter(request, transactions, slices, made),
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
  made: readonly Adjustment[],
): Standing[] {
  return transactions.map((transaction) => {
    const settled = slices.filter(
      (slice) => slice.settles && (slice.issue === transaction || slice.receipt === transaction),
    );
    const change = Fraction.sum(
      made
        .filter((row) => row.transaction === transaction.position && !isProvisional(request, row.reason))
        .map((row) => (transaction.kind === 'issue' ? row.amount.negated() : row.amount)),
    );
    return {
      transaction,
      openQuantity: settled.reduce((open, slice) => open.minus(slice.quantity), openQuantity(transaction)),
      openValue: settled.reduce(
        (open, slice) => open.minus(slice.amount),
        openValue(transaction, request.day).plus(change),
      ),
      cost: postedCost(transaction, request.day).plus(transaction.adjusted).plus(change),
    };
  });
}
