import { type Book, LEG, NONE } from '../../book/book';
import { plain } from '../../book/decimals';
import type { LogEntry } from '../../book/log';
import type { LateCosts, Reason, RunRequest } from '../../book/outcome';
import { type AdjustmentBuffer, reasonCode } from '../adjustments';
import type { Values } from '../values';
import type { Flow, Passed } from './flow';
import { isOrder, isReturn } from './links';

/** The values of the slices, as a run without links of cost would give them. */
export function valuesOf({ valuation }: Flow): Values {
  const { network, amount, ownShare, change } = valuation;
  const { pairing, sides, book } = network;
  const { slices, transfers } = pairing;
  for (let s = 0; s < slices.count; s++) if (slices.issue[s] >= sides.count) ownShare[s] = amount[s];
  const transferValue = Float64Array.from(transfers.key, (_, t) => 0 - change[book.transactions.count + 2 * t]);
  return { amount, ownShare, transferValue };
}

const UNCOVERED = reasonCode('Uncovered quantity');
const LATE = reasonCode('Late cost');
/** Adds the adjustments that the flow of cost made beside those of the slices: what receipts got, late cost, uncovered quantity. */
export function addFlowAdjustments({ valuation, passed }: Flow, into: AdjustmentBuffer): void {
  const { network, late, uncovered, change } = valuation;
  const { book } = network;
  const { count, leg } = book.transactions;
  for (let row = 0; row < count; row++) {
    if (uncovered[row] !== 0) into.add(row, UNCOVERED, NONE, uncovered[row]);
  }
  for (const one of [...passed].sort((a, b) => a.receipt - b.receipt)) addPassed(valuation, one, into);
  const { settlements } = book;
  for (let j = 0; j < settlements.count; j++) {
    if (late[j] !== 0) into.add(settlements.issue[j], LATE, settlements.receipt[j], 0 - late[j]);
  }
  for (let row = 0; row < count; row++) {
    if (leg[row] === LEG.receipt && change[row] !== 0) into.add(row, LATE, row - 1, change[row]);
  }
}

function addPassed(
  { network }: Flow['valuation'],
  { receipt, amount, expensed, why }: Passed,
  into: AdjustmentBuffer,
): void {
  const { links, book } = network;
  const group = links.groupOf[receipt];
  const flow: Reason = isOrder(links, group) ? 'Production' : isReturn(book, links, receipt) ? 'Return' : 'Transfer';
  const reason: Reason = why === 'flow' ? flow : why === 'variance' ? 'Variance' : 'Expensed';
  into.add(receipt, reasonCode(reason), links.sources.entries[links.sources.starts[group]], amount, expensed);
}

/** The settlements of late cost, in the order of the settlements that they follow (A12). A recalculation settles nothing. */
export function lateCostsOf({ valuation }: Flow, request: RunRequest): LateCosts {
  const { late, network } = valuation;
  const { settlements } = network.book;
  const rows: number[] = [];
  for (let j = 0; j < settlements.count; j++) if (late[j] !== 0 && request.type === 'Close') rows.push(j);
  return {
    count: rows.length,
    issue: Int32Array.from(rows, (j) => settlements.issue[j]),
    receipt: Int32Array.from(rows, (j) => settlements.receipt[j]),
    amount: Float64Array.from(rows, (j) => late[j]),
    principle: Uint8Array.from(rows, (j) => settlements.principle[j]),
  };
}

/** How many amounts were expensed because they are below the minimum (A13), and how much in all. */
export function logMinimum(book: Book, request: RunRequest, { passed }: Flow): LogEntry[] {
  const small = passed.filter(({ why }) => why === 'minimum');
  if (small.length === 0) return [];
  const total = small.reduce((sum, { expensed }) => sum + expensed, 0);
  const amount = (units: number) => plain(units, book.parameters.amountDecimals);
  const words = {
    count: String(small.length),
    minimum: amount(request.minimumThroughputAdjustment),
    amount: amount(total),
  };
  return [{ code: 'MIN_EXPENSED', item: NONE, key: NONE, transaction: NONE, amount: total, words }];
}
