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

const NO_ENTRIES = new Int32Array(0);

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
  /** Per item: 1 where the run covers it (A17). */
  readonly covered: Uint8Array;
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
  /** By issue the receipts that take its cost, but for those of `direct`; and whether there are any. */
  readonly hasTakers: boolean;
  readonly takers: Grouping;
  /** Slices of this run by receipt and by issue, in the order of pairing. Those by issue are gathered when first asked for. */
  readonly slicesOfReceipt: Grouping;
  readonly slicesOfIssue: Grouping;
  /** Whether earlier runs have settled anything; then their settlements that have a quantity, by receipt and by issue. */
  readonly hasEarlier: boolean;
  readonly earlierOfReceipt: Grouping;
  readonly earlierOfIssue: Grouping;
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

  const settled = settledBefore(book, nodeOf);
  const direct = directOf({ book, day, links, nodes, nodeOf, valued }, workspace);
  const taken = edgesOfLinks(links, direct, nodeOf, valued);
  const hasTakers = taken.from.length > 0;
  const hasEarlier = book.settlements.count > 0;
  // Where there are none, no column says so: at a million rows each costs as much as a step of the run.
  const nothing = { starts: hasTakers && hasEarlier ? NO_ENTRIES : new Int32Array(nodes + 1), entries: NO_ENTRIES };
  let slicesOfIssue: Grouping | undefined;
  return {
    book,
    day,
    covered: coveredItems(book, request),
    sides,
    pairing,
    links,
    nodes,
    firstLeg,
    firstOther,
    rowOf,
    nodeOf,
    valued,
    direct,
    hasTakers,
    takers: hasTakers ? groupEdges(nodes, [taken], workspace) : nothing,
    slicesOfReceipt: groupBy(nodes, slices.receipt.subarray(0, slices.count), workspace),
    get slicesOfIssue() {
      return (slicesOfIssue ??= groupBy(nodes, slices.issue.subarray(0, slices.count), workspace));
    },
    hasEarlier,
    earlierOfReceipt: hasEarlier ? groupBy(nodes, settled.from, workspace) : nothing,
    earlierOfIssue: hasEarlier ? groupBy(nodes, settled.to, workspace) : nothing,
  };
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

/** From each issue to the receipts that take its cost, where a receipt does not take all of one issue alone. */
function edgesOfLinks(
  { groups, sources, members }: Links,
  { taker }: Direct,
  nodeOf: Int32Array,
  valued: Uint8Array,
): Edges {
  const from: number[] = [];
  const to: number[] = [];
  for (let group = 0; group < groups; group++) {
    const first = nodeOf[sources.entries[sources.starts[group]]];
    for (let place = members.starts[group]; place < members.starts[group + 1]; place++) {
      const member = nodeOf[members.entries[place]];
      if (taker[first] === member || !takesCost({ valued }, member)) continue;
      for (let at = sources.starts[group]; at < sources.starts[group + 1]; at++) {
        from.push(nodeOf[sources.entries[at]]);
        to.push(member);
      }
    }
  }
  return { from, to };
}

/** The receipt leg that an issue leg passes its change to, in this run or of an earlier one; NONE for other issues. */
export function receiptLegOf({ book, rowOf, nodeOf, firstLeg, firstOther }: Network, node: number): number {
  if (node >= firstLeg && node < firstOther) return node + 1;
  const { inputCount, leg } = book.transactions;
  return rowOf[node] >= inputCount && leg[rowOf[node]] === LEG.issue ? nodeOf[rowOf[node] + 1] : NONE;
}

/** The nodes whose cost depends on that of a node, once for each way in which it does. */
export function dependentsOf(network: Network, node: number): number[] {
  const { valued, slicesOfReceipt, earlierOfReceipt, pairing, book, nodeOf, direct, takers } = network;
  const found: number[] = [];
  if (valued[node] !== VALUED.issue) {
    for (let at = slicesOfReceipt.starts[node]; at < slicesOfReceipt.starts[node + 1]; at++) {
      found.push(pairing.slices.issue[slicesOfReceipt.entries[at]]);
    }
    for (let at = earlierOfReceipt.starts[node]; at < earlierOfReceipt.starts[node + 1]; at++) {
      found.push(nodeOf[book.settlements.issue[earlierOfReceipt.entries[at]]]);
    }
    return found;
  }
  if (direct.taker[node] !== NONE) found.push(direct.taker[node]);
  for (let at = takers.starts[node]; at < takers.starts[node + 1]; at++) found.push(takers.entries[at]);
  const leg = receiptLegOf(network, node);
  if (leg !== NONE) found.push(leg);
  return found;
}
