import type { Reason } from '../../src/book/outcome';
import { Fraction } from './fraction';
import type { Transaction } from './objects';
import { isFinancial, isPaired, postedCost } from './participation';
import { isNonFinancialTransfer } from './transfers';

/** Where a receipt takes its cost from (A11): the issues, all receipts that share it, and what their weights add up to. */
export interface CostFlow {
  readonly receipt: Transaction;
  readonly reason: Extract<Reason, 'Transfer' | 'Return' | 'Production'>;
  readonly issues: readonly Transaction[];
  /** In the order of Financial date (none: last), then number. */
  readonly sharers: readonly Transaction[];
  readonly weightOf: (sharer: Transaction) => Fraction;
  readonly allWeights: Fraction;
}

/** The flows into the receipts that are financially updated in a run. */
export function costFlows(transactions: readonly Transaction[], upTo: number): CostFlow[] {
  return transactions
    .filter((row) => row.kind === 'receipt' && !row.isLeg && isFinancial(row, upTo))
    .flatMap((receipt) => fromIssue(receipt, transactions) ?? fromOrder(receipt, transactions) ?? []);
}

/** Transfers and returns name an issue; all that name it count, whatever their date. */
function fromIssue(receipt: Transaction, transactions: readonly Transaction[]): CostFlow | undefined {
  const issue = receipt.costSource;
  if (issue === undefined || !takesFromIssue(receipt)) return undefined;
  return {
    receipt,
    reason: receipt.type === 'Transfer' ? 'Transfer' : 'Return',
    issues: [issue],
    sharers: transactions.filter((row) => takesFromIssue(row) && row.costSource === issue).sort(byFinancialDate),
    weightOf: quantityOf,
    allWeights: quantityOf(issue),
  };
}

function takesFromIssue(row: Transaction): boolean {
  const isKind = row.type === 'Transfer' || row.type === 'Customer return';
  return isKind && row.kind === 'receipt' && !row.isLeg && !isNonFinancialTransfer(row);
}

/** A production receipt shares the changes of all components by Financial cost, by quantity where that sums to zero. */
function fromOrder(receipt: Transaction, transactions: readonly Transaction[]): CostFlow | undefined {
  if (receipt.type !== 'Production' || receipt.reference === undefined) return undefined;
  const order = transactions.filter((row) => row.reference === receipt.reference);
  const issues = order.filter((row) => row.type === 'Production line' && row.kind === 'issue').sort(byFinancialDate);
  if (issues.length === 0) return undefined;
  const sharers = order
    .filter((row) => row.type === 'Production' && row.kind === 'receipt' && row.financialDay !== undefined)
    .sort(byFinancialDate);
  const costs = Fraction.sum(sharers.map((sharer) => sharer.financialCost));
  const weightOf = costs.isZero() ? quantityOf : (sharer: Transaction): Fraction => sharer.financialCost;
  return {
    receipt,
    reason: 'Production',
    issues,
    sharers,
    weightOf,
    allWeights: Fraction.sum(sharers.map(weightOf)),
  };
}

/**
 * What the receipt should have got by now (A11), from the changes of its issues against their posted costs. Where the
 * sharers make up the whole, the last of them takes the rest.
 */
export function shouldHaveGot(
  flow: CostFlow,
  upTo: number,
  changeOf: (issue: Transaction) => Fraction,
  round: (amount: Fraction) => Fraction,
): Fraction {
  const changes = Fraction.sum(flow.issues.map(changeOf));
  const isReturn = flow.reason === 'Return';
  const whole = isReturn ? changes.plus(postedCost(flow.issues[0], upTo)) : changes;
  const shareOf = (sharer: Transaction): Fraction => round(whole.times(flow.weightOf(sharer)).div(flow.allWeights));
  const isWhole = Fraction.sum(flow.sharers.map(flow.weightOf)).equals(flow.allWeights);
  const others = flow.sharers.filter((sharer) => sharer !== flow.receipt);
  const isLast = flow.sharers[flow.sharers.length - 1] === flow.receipt;
  const share = isWhole && isLast ? whole.minus(Fraction.sum(others.map(shareOf))) : shareOf(flow.receipt);
  return isReturn ? share.minus(postedCost(flow.receipt, upTo)) : share;
}

/** Standard cost and Moving average keep their cost: what would come to them is a variance (A15). */
export function keepsItsCost(receipt: Transaction): boolean {
  return !isPaired(receipt);
}

function quantityOf(row: Transaction): Fraction {
  return Fraction.of(BigInt(row.quantity.toFixed()));
}

function byFinancialDate(a: Transaction, b: Transaction): number {
  const [dayOfA, dayOfB] = [a.financialDay ?? Infinity, b.financialDay ?? Infinity];
  return dayOfA === dayOfB ? a.order - b.order : dayOfA - dayOfB;
}
