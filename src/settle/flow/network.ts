import { type Book, LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { settles } from '../../book/models';
import type { RunRequest } from '../../book/outcome';
import { coveredItems } from '../covered';
import type { Pairing } from '../pairing';
import type { Sides } from '../sides';
import { Workspace } from '../workspace';
import { type Direct, directOf } from './direct';
import { type Edges, type Grouping, groupBy, groupEdges } from './grouping';
import { type Links, linksOf } from './links';

/** How a node comes to its cost. */
export const VALUED = {
  /** From the receipts that it is paired with. */
  issue: 0,
  /** As posted: nothing in this run changes it. */
  receipt: 1,
  /** From the issues whose cost it takes (A11). */
  taking: 2,
  /** As one that takes cost, but its item keeps its cost: the change is a variance (A15). */
  variance: 3,
  /** A receipt leg of a closing transfer: from its issue leg. */
  leg: 4,
} as const;

/**
 * Along what cost flows: from a receipt to the issues that it is paired with, in this run or an earlier one; from an
 * issue to the receipts that take its cost; from the issue leg of a closing transfer to its receipt leg.
 *
 * Nodes have the numbers of the sides, the legs of the run's own closing transfers included; behind them stand the rows
 * that take no part in the pairing. What is paired with each other so stands together in every column, which the rows of
 * a cost key do not: valuing by position would wait for memory at each figure.
 */
export interface Network {
  readonly book: Book;
  readonly day: Day;
  readonly sides: Sides;
  readonly pairing: Pairing;
  readonly links: Links;
  readonly nodes: number;
  /** Nodes from here on are legs of the run's own closing transfers, issue leg and receipt leg in turn. */
  readonly firstLeg: number;
  /** Nodes from here on take no part in the pairing, and are no sides. */
  readonly firstOther: number;
  /** Position of each node, and node of each position; the run's own legs have positions behind the transactions. */
  readonly rowOf: Int32Array;
  readonly nodeOf: Int32Array;
  /** Per node: one of VALUED. */
  readonly valued: Uint8Array;
  readonly direct: Direct;
  /** Slices of this run by receipt and by issue, in the order of pairing. */
  readonly slicesOfReceipt: Grouping;
  readonly slicesOfIssue: Grouping;
  /** Settlements of earlier runs that have a quantity, by receipt and by issue. */
  readonly earlierOfReceipt: Grouping;
  readonly earlierOfIssue: Grouping;
  /** By node the nodes whose cost depends on it, once for each way in which it does. */
  readonly dependents: Grouping;
}

export function networkOf(
  book: Book,
  request: Pick<RunRequest, 'day' | 'items'>,
  sides: Sides,
  pairing: Pairing,
  workspace = new Workspace(),
): Network {
  const { day } = request;
  const { slices, transfers } = pairing;
  const nodes = book.transactions.count + 2 * transfers.key.length;
  const firstLeg = sides.count;
  const firstOther = firstLeg + 2 * transfers.key.length;
  const { rowOf, nodeOf } = numberNodes(book, sides, firstOther, workspace);
  const links = linksOf(book, workspace);
  const valued = valuedAs(book, request, links, nodeOf, workspace);

  const paired = { from: slices.receipt.subarray(0, slices.count), to: slices.issue.subarray(0, slices.count) };
  const settled = settledBefore(book, nodeOf);
  const legs = edgesOfLegs(book, nodeOf, firstLeg, firstOther);
  const taken = edgesOfLinks(links, nodeOf, valued, workspace);
  const network = {
    book,
    day,
    sides,
    pairing,
    links,
    nodes,
    firstLeg,
    firstOther,
    rowOf,
    nodeOf,
    valued,
    slicesOfReceipt: groupBy(nodes, paired.from, workspace),
    slicesOfIssue: groupBy(nodes, paired.to, workspace),
    earlierOfReceipt: groupBy(nodes, settled.from, workspace),
    earlierOfIssue: groupBy(nodes, settled.to, workspace),
    dependents: groupEdges(nodes, [paired, settled, taken, legs], workspace),
  };
  return { ...network, direct: directOf(network, workspace) };
}

function numberNodes({ transactions }: Book, sides: Sides, firstOther: number, workspace: Workspace) {
  const { count } = transactions;
  const legs = firstOther - sides.count;
  const rowOf = workspace.integers(count + legs);
  const nodeOf = workspace.integers(count + legs).fill(NONE);
  rowOf.set(sides.row);
  for (let leg = 0; leg < legs; leg++) rowOf[sides.count + leg] = count + leg;
  for (let node = 0; node < firstOther; node++) nodeOf[rowOf[node]] = node;
  let next = firstOther;
  for (let row = 0; row < count; row++) {
    if (nodeOf[row] !== NONE) continue;
    rowOf[next] = row;
    nodeOf[row] = next++;
  }
  return { rowOf, nodeOf };
}

/** A receipt takes cost in this run if it is financially updated by the run date (A11), and its item is covered. */
function valuedAs(
  book: Book,
  request: Pick<RunRequest, 'day' | 'items'>,
  { groupOf }: Links,
  nodeOf: Int32Array,
  workspace: Workspace,
): Uint8Array {
  const { day } = request;
  const covered = coveredItems(book, request);
  const { count, quantity, leg, item, financialDay } = book.transactions;
  const keepsCost = Uint8Array.from(book.items, ({ model }) => (settles(model) ? 0 : 1));
  const valued = workspace.bytes(nodeOf.length);
  for (let row = 0; row < count; row++) {
    if (quantity[row] < 0) continue;
    const isBy = financialDay[row] !== NO_DAY && financialDay[row] <= day;
    const takes = isBy && groupOf[row] !== NONE && covered[item[row]] === 1;
    if (takes) valued[nodeOf[row]] = keepsCost[item[row]] === 1 ? VALUED.variance : VALUED.taking;
    else valued[nodeOf[row]] = leg[row] === LEG.receipt ? VALUED.leg : VALUED.receipt;
  }
  for (let row = count + 1; row < nodeOf.length; row += 2) valued[nodeOf[row]] = VALUED.leg;
  return valued;
}

/** Whether a row is a receipt that gets cost from issues in this run. */
export function takesCost({ valued }: Pick<Network, 'valued'>, node: number): boolean {
  return valued[node] === VALUED.taking || valued[node] === VALUED.variance;
}

/** From receipt to issue of the settlements of earlier runs, in their order; NONE for those without quantity. */
function settledBefore({ settlements }: Book, nodeOf: Int32Array): Edges<Int32Array> {
  const nodesOf = (rows: Int32Array) => rows.map((row, j) => (settlements.quantity[j] > 0 ? nodeOf[row] : NONE));
  return { from: nodesOf(settlements.receipt), to: nodesOf(settlements.issue) };
}

/** From each issue to the receipts that take its cost. */
function edgesOfLinks(
  { groups, sources, members }: Links,
  nodeOf: Int32Array,
  valued: Uint8Array,
  workspace: Workspace,
): Edges {
  let most = 0;
  for (let group = 0; group < groups; group++) {
    most += (sources.starts[group + 1] - sources.starts[group]) * (members.starts[group + 1] - members.starts[group]);
  }
  const from = workspace.integers(most);
  const to = workspace.integers(most);
  let count = 0;
  for (let group = 0; group < groups; group++) {
    for (let place = members.starts[group]; place < members.starts[group + 1]; place++) {
      const member = nodeOf[members.entries[place]];
      if (!takesCost({ valued }, member)) continue;
      for (let at = sources.starts[group]; at < sources.starts[group + 1]; at++) {
        from[count] = nodeOf[sources.entries[at]];
        to[count++] = member;
      }
    }
  }
  return { from: from.subarray(0, count), to: to.subarray(0, count) };
}

/** From the issue leg to the receipt leg of closing transfers, of earlier runs and of this one. */
function edgesOfLegs({ transactions }: Book, nodeOf: Int32Array, firstLeg: number, firstOther: number): Edges {
  const { inputCount, count, leg } = transactions;
  const from: number[] = [];
  const to: number[] = [];
  for (let row = inputCount; row < count; row++) {
    if (leg[row] !== LEG.issue) continue;
    from.push(nodeOf[row]);
    to.push(nodeOf[row + 1]);
  }
  for (let node = firstLeg; node < firstOther; node += 2) {
    from.push(node);
    to.push(node + 1);
  }
  return { from, to };
}
