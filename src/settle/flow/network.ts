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
  /** Node of each side of a slice. */
  readonly nodeOf: (side: number) => number;
  /** Side of each node, or NONE where it takes no part in the pairing. */
  readonly sideOf: Int32Array;
  /** Slices of this run by receipt and by issue, in the order of pairing. */
  readonly slicesOfReceipt: Grouping;
  readonly slicesOfIssue: Grouping;
  /** Settlements of earlier runs that have a quantity, by receipt and by issue. */
  readonly earlierOfReceipt: Grouping;
  readonly earlierOfIssue: Grouping;
  /** Groups of links by each issue that is a source of them. */
  readonly groupsOfSource: Grouping;
  readonly groupOfEntry: Int32Array;
}

export function networkOf(book: Book, day: Day, sides: Sides, pairing: Pairing): Network {
  const { transactions, settlements } = book;
  const { count } = transactions;
  const nodes = count + 2 * pairing.transfers.key.length;
  const nodeOf = (side: number) => (side < sides.count ? sides.row[side] : count + side - sides.count);
  const sideOf = new Int32Array(nodes).fill(NONE);
  const sidesAndLegs = sides.count + nodes - count;
  for (let side = 0; side < sidesAndLegs; side++) sideOf[nodeOf(side)] = side;

  const { slices } = pairing;
  const withQuantity = (of: Int32Array) => (j: number) => (settlements.quantity[j] > 0 ? of[j] : NONE);
  const links = linksOf(book);
  const sources: number[] = [];
  const groupOfEntry: number[] = [];
  links.groups.forEach((group, number) =>
    group.sources.forEach((issue) => {
      sources.push(issue);
      groupOfEntry.push(number);
    }),
  );
  return {
    book,
    day,
    sides,
    pairing,
    links,
    nodes,
    nodeOf,
    sideOf,
    slicesOfReceipt: groupBy(nodes, slices.count, (s) => nodeOf(slices.receipt[s])),
    slicesOfIssue: groupBy(nodes, slices.count, (s) => nodeOf(slices.issue[s])),
    earlierOfReceipt: groupBy(nodes, settlements.count, withQuantity(settlements.receipt)),
    earlierOfIssue: groupBy(nodes, settlements.count, withQuantity(settlements.issue)),
    groupsOfSource: groupBy(nodes, sources.length, (entry) => sources[entry]),
    groupOfEntry: Int32Array.from(groupOfEntry),
  };
}

/** Whether a row is a receipt that gets cost from issues in this run: financially updated by the run date (A11). */
export function takesCost({ book, day, links }: Network, node: number): boolean {
  const { count, financialDay } = book.transactions;
  if (node >= count || links.groupOf[node] === NONE) return false;
  return financialDay[node] !== NO_DAY && financialDay[node] <= day;
}

/** Whether a change of the row's cost goes anywhere: items that are not settled keep theirs (A15). */
export function passesOn({ book }: Network, row: number): boolean {
  return settles(book.items[book.transactions.item[row]].model);
}

/** The receipt leg that belongs to an issue leg, of this run or an earlier one; NONE for all other nodes. */
export function receiptLegOf({ book, nodes }: Network, node: number): number {
  const { count, leg } = book.transactions;
  if (node >= count) return (node - count) % 2 === 0 && node + 1 < nodes ? node + 1 : NONE;
  return leg[node] === LEG.issue ? node + 1 : NONE;
}

/** Calls back with every node whose cost depends on this one's, once for each way in which it does. */
export function forEachDependent(network: Network, node: number, visit: (dependent: number) => void): void {
  const { pairing, book, links, nodeOf } = network;
  const { slicesOfReceipt, earlierOfReceipt, groupsOfSource, groupOfEntry } = network;
  for (let at = slicesOfReceipt.starts[node]; at < slicesOfReceipt.starts[node + 1]; at++) {
    visit(nodeOf(pairing.slices.issue[slicesOfReceipt.entries[at]]));
  }
  for (let at = earlierOfReceipt.starts[node]; at < earlierOfReceipt.starts[node + 1]; at++) {
    visit(book.settlements.issue[earlierOfReceipt.entries[at]]);
  }
  for (let at = groupsOfSource.starts[node]; at < groupsOfSource.starts[node + 1]; at++) {
    for (const member of links.groups[groupOfEntry[groupsOfSource.entries[at]]].members) {
      if (takesCost(network, member)) visit(member);
    }
  }
  const leg = receiptLegOf(network, node);
  if (leg !== NONE) visit(leg);
}
