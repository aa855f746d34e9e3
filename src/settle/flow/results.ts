import { type Book, LEG, NONE } from '../../book/book';
import { plain } from '../../book/decimals';
import type { LogEntry } from '../../book/log';
import type { LateCosts, RunRequest } from '../../book/outcome';
import { type AdjustmentBuffer, reasonCode } from '../adjustments';
import type { Values } from '../values';
import { lateOf } from './beside-slices';
import type { Flow } from './flow';
import { isOrder, isReturn } from './links';

/** The values of the slices, as a run without links of cost would give them. */
export function valuesOf({ valuation }: Flow): Values {
  const { network, amount, ownShare, change } = valuation;
  const { pairing, firstLeg } = network;
  const { slices, transfers } = pairing;
  for (let s = 0; s < slices.count; s++) if (slices.issue[s] >= firstLeg) ownShare[s] = amount[s];
  const transferValue = Float64Array.from(transfers.key, (_, t) => 0 - change[firstLeg + 2 * t]);
  return { amount, ownShare, transferValue };
}

const UNCOVERED = reasonCode('Uncovered quantity');
const LATE = reasonCode('Late cost');
const TRANSFER = reasonCode('Transfer');
const RETURN = reasonCode('Return');
const PRODUCTION = reasonCode('Production');
const EXPENSED = reasonCode('Expensed');
const VARIANCE = reasonCode('Variance');
/** Room for one adjustment of each receipt that takes cost; late and uncovered cost may need more, and then rows grow. */
export function mostArrivals({ valuation }: Flow): number {
  return valuation.network.links.members.entries.length;
}

/** Adds the adjustments that the flow of cost made beside those of the slices: what receipts got, late cost, uncovered quantity. */
export function addFlowAdjustments(flow: Flow, into: AdjustmentBuffer): void {
  const { uncovered, change, network } = flow.valuation;
  const { book, nodeOf, rowOf, firstLeg } = network;
  const { count, inputCount, leg } = book.transactions;
  // In the order of the sides, as where no cost flows: which rows flow must not show in the order of others.
  for (let side = 0; uncovered && side < firstLeg; side++) {
    if (uncovered[side] !== 0) into.add(rowOf[side], UNCOVERED, NONE, uncovered[side]);
  }
  addArrivals(flow, into);
  addLateCosts(flow, into);
  for (let row = inputCount; row < count; row++) {
    const moved = change[nodeOf[row]];
    if (leg[row] === LEG.receipt && moved !== 0) into.add(row, LATE, row - 1, moved);
  }
}

/** One adjustment for each issue and receipt between which late cost went, however many settlements they have (A12). */
function addLateCosts({ valuation }: Flow, into: AdjustmentBuffer): void {
  const { late, network } = valuation;
  const { settlements } = network.book;
  const done = new Set<number>();
  for (let j = 0; j < settlements.count; j++) {
    const issue = settlements.issue[j];
    if (late[j] === 0 || done.has(issue)) continue;
    done.add(issue);
    const node = network.nodeOf[issue];
    for (const [receipt, amount] of lateOf(valuation, node)) {
      if (amount !== 0 && valuation.isMade(node, LATE, receipt, 0 - amount)) into.add(issue, LATE, receipt, 0 - amount);
    }
  }
}

/** What each receipt got, and what was expensed for it. */
function addArrivals({ valuation, expensed }: Flow, into: AdjustmentBuffer): void {
  const { network, change } = valuation;
  const { links, book, nodeOf } = network;
  const { inputCount } = book.transactions;
  const someExpensed = expensed.size > 0;
  for (let row = 0; row < inputCount; row++) {
    const group = links.groupOf[row];
    if (group === NONE) continue;
    const source = links.sources.entries[links.sources.starts[group]];
    const got = change[nodeOf[row]];
    if (got !== 0) {
      const reason = isOrder(links, group) ? PRODUCTION : isReturn(book, links, row) ? RETURN : TRANSFER;
      into.add(row, reason, source, got);
    }
    const gone = someExpensed ? expensed.get(row) : undefined;
    if (gone) into.add(row, gone.as === 'variance' ? VARIANCE : EXPENSED, source, 0, gone.amount);
  }
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
export function logMinimum(book: Book, request: RunRequest, { expensed }: Flow): LogEntry[] {
  let count = 0;
  let total = 0;
  for (const { amount, as } of expensed.values()) {
    if (as !== 'minimum') continue;
    count++;
    total += amount;
  }
  if (count === 0) return [];
  const amount = (units: number) => plain(units, book.parameters.amountDecimals);
  const words = {
    count: String(count),
    minimum: amount(request.minimumThroughputAdjustment),
    amount: amount(total),
  };
  return [{ code: 'MIN_EXPENSED', item: NONE, key: NONE, transaction: NONE, amount: total, words }];
}
