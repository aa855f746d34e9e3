import { type Book, LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { settles } from '../../book/models';
import type { Pairing } from '../pairing';
import type { Sides } from '../sides';
import { type Grouping, groupBy } from './grouping';
import { type Links, linksOf } from './links';

/**
 * Along what cost flows. Nodes are the positions of the transactions; after the last of them stand the legs of the
 * run's own closing transfers, issue leg and receipt leg in turn. Cost goes from a receipt to the issues that it is
 * paired with, in this run or an earlier one; from an issue to the receipts that take its cost; from the issue leg of
 * a closing transfer to its receipt leg.
 */
export interface Network {
  readonly book: Book;
  readonly day: Day;
  readonly sides: Sides;
  readonly pairing: Pairing;
  readonly links: Links;
  readonly nodes: number;
  /** Nodes of the issue and the receipt of each slice of this run. */
  readonly issueOf: Int32Array;
  readonly receiptOf: Int32Array;
  /** Side of each node, or NONE where it takes no part in the pairing. */
  readonly sideOf: Int32Array;
  /** Slices of this run by receipt and by issue, in the order of pairing. */
  readonly slicesOfReceipt: Grouping;
  readonly slicesOfIssue: Grouping;
  /** Settlements of earlier runs that have a quantity, by receipt and by issue. */
  readonly earlierOfReceipt: Grouping;
  readonly earlierOfIssue: Grouping;
  /** By node the nodes whose cost depends on it, once for each way in which it does. */
  readonly dependents: Grouping;
}

export function networkOf(book: Book, day: Day, sides: Sides, pairing: Pairing): Network {
  const { transactions, settlements } = book;
  const { count } = transactions;
  const { slices } = pairing;
  const nodes = count + 2 * pairing.transfers.key.length;
  const sideOf = new Int32Array(nodes).fill(NONE);
  for (let side = 0; side < sides.count; side++) sideOf[sides.row[side]] = side;
  for (let node = count; node < nodes; node++) sideOf[node] = node - count + sides.count;
  const nodeOf = (side: number) => (side < sides.count ? sides.row[side] : count + side - sides.count);
  const issueOf = slices.issue.subarray(0, slices.count).map(nodeOf);
  const receiptOf = slices.receipt.subarray(0, slices.count).map(nodeOf);
  const withQuantity = (of: Int32Array) => of.map((node, j) => (settlements.quantity[j] > 0 ? node : NONE));
  const earlierReceipt = withQuantity(settlements.receipt);
  const links = linksOf(book);
  const network = {
    book,
    day,
    sides,
    pairing,
    links,
    nodes,
    issueOf,
    receiptOf,
    sideOf,
    slicesOfReceipt: groupBy(nodes, receiptOf),
    slicesOfIssue: groupBy(nodes, issueOf),
    earlierOfReceipt: groupBy(nodes, earlierReceipt),
    earlierOfIssue: groupBy(nodes, withQuantity(settlements.issue)),
  };
  return { ...network, dependents: dependentsOf(network, earlierReceipt) };
}

/** Whether a row is a receipt that gets cost from issues in this run: financially updated by the run date (A11). */
export function takesCost({ book, day, links }: Pick<Network, 'book' | 'day' | 'links'>, node: number): boolean {
  const { count, financialDay } = book.transactions;
  if (node >= count || links.groupOf[node] === NONE) return false;
  return financialDay[node] !== NO_DAY && financialDay[node] <= day;
}

/** Whether a change of the row's cost goes anywhere: items that are not settled keep theirs (A15). */
export function passesOn({ book }: Network, row: number): boolean {
  return settles(book.items[book.transactions.item[row]].model);
}

function dependentsOf(network: Omit<Network, 'dependents'>, earlierReceipt: Int32Array): Grouping {
  const { book, nodes, links, issueOf, receiptOf } = network;
  const { count, leg } = book.transactions;
  const { sources, members } = links;
  let most = receiptOf.length + earlierReceipt.length + nodes;
  for (let group = 0; group < links.groups; group++) {
    most += (sources.starts[group + 1] - sources.starts[group]) * (members.starts[group + 1] - members.starts[group]);
  }
  const from = new Int32Array(most).fill(NONE);
  const to = new Int32Array(most);
  from.set(receiptOf);
  to.set(issueOf);
  from.set(earlierReceipt, receiptOf.length);
  to.set(book.settlements.issue, receiptOf.length);
  let end = receiptOf.length + earlierReceipt.length;
  const add = (one: number, dependent: number) => {
    from[end] = one;
    to[end++] = dependent;
  };
  for (let group = 0; group < links.groups; group++) {
    for (let place = members.starts[group]; place < members.starts[group + 1]; place++) {
      const member = members.entries[place];
      if (!takesCost(network, member)) continue;
      for (let at = sources.starts[group]; at < sources.starts[group + 1]; at++) add(sources.entries[at], member);
    }
  }
  for (let row = 0; row < count; row++) if (leg[row] === LEG.issue) add(row, row + 1);
  for (let node = count; node < nodes; node += 2) add(node, node + 1);
  return groupBy(nodes, from.subarray(0, end), to);
}
