/** What reaches an issue beside the slices of a run: late cost, and the revaluation of what no receipt covers. */
import { exact } from '../../book/decimals';
import { mulDiv } from '../../book/muldiv';
import type { Network } from './network';

/** Figures of a valuation: cost taken by each slice, late cost of each settlement of an earlier run. */
interface Figures {
  readonly network: Network;
  readonly amount: Float64Array;
  readonly late: Float64Array;
}

/** The late cost that reaches an issue (A12), by the receipt that it comes from (positions): an adjustment each. */
export function lateOf({ network, late }: Figures, node: number): Map<number, number> {
  const { book, earlierOfIssue } = network;
  const byReceipt = new Map<number, number>();
  for (let at = earlierOfIssue.starts[node]; at < earlierOfIssue.starts[node + 1]; at++) {
    const j = earlierOfIssue.entries[at];
    if (late[j] === 0) continue;
    const receipt = book.settlements.receipt[j];
    byReceipt.set(receipt, (byReceipt.get(receipt) ?? 0) + late[j]);
  }
  return byReceipt;
}

/** What no receipt covers of a partly covered issue, at the unit cost of its covered part (A10). */
export function revaluation(figures: Figures, side: number): number {
  const { sides, pairing, firstLeg } = figures.network;
  if (side >= firstLeg || sides.physical[side] === 1 || pairing.free[side] === 0) return 0;
  const covered = coveredOf(figures, side);
  if (covered.quantity === 0) return 0;
  const rest = pairing.free[side];
  const openQuantity = -sides.open[side];
  const own = rest === openQuantity ? sides.value[side] : mulDiv(sides.value[side], rest, openQuantity);
  return own - mulDiv(exact(covered.value, 'The covered value of an issue'), rest, covered.quantity);
}

/** Everything that an issue is paired with: settlements of earlier runs, their late cost, and slices of this run. */
function coveredOf({ network, amount, late }: Figures, node: number): { quantity: number; value: number } {
  const { book, rowOf, slicesOfIssue, earlierOfIssue, pairing } = network;
  let quantity = -book.transactions.settledQuantity[rowOf[node]];
  let value = -book.transactions.settledValue[rowOf[node]];
  for (let at = slicesOfIssue.starts[node]; at < slicesOfIssue.starts[node + 1]; at++) {
    quantity += pairing.slices.quantity[slicesOfIssue.entries[at]];
    value += amount[slicesOfIssue.entries[at]];
  }
  for (let at = earlierOfIssue.starts[node]; at < earlierOfIssue.starts[node + 1]; at++) {
    value += late[earlierOfIssue.entries[at]];
  }
  return { quantity, value };
}
