import { type Book, LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { Workspace } from '../workspace';
import { type Edges, type Grouping, groupBy, groupEdges } from './grouping';

const TRANSFER = TRANSACTION_TYPES.indexOf('Transfer');
const RETURN = TRANSACTION_TYPES.indexOf('Customer return');
const PRODUCTION = TRANSACTION_TYPES.indexOf('Production');
const LINE = TRANSACTION_TYPES.indexOf('Production line');

/**
 * Who takes cost from whom (A11). A group is a source of cost with the receipts that take it: an issue that receipts
 * name, or a production order with all its components. Receipts dated later than the run have a place in the shares,
 * and wait for their run.
 */
export interface Links {
  readonly groups: number;
  /** Groups from here on are production orders. */
  readonly firstOrder: number;
  /** By group: the issues whose cost is taken. Positions. */
  readonly sources: Grouping;
  /** By group: all receipts that count for the shares, in the order of Financial date (none: last), Sequence, row. */
  readonly members: Grouping;
  /** Per member, in the order of members.entries: quantity, or in an order its weight. */
  readonly weight: Float64Array;
  /** Per group: what the weights are parts of. */
  readonly whole: Float64Array;
  /** Per group: 1 where the members make up the whole, so that the last of them takes the rest. */
  readonly complete: Uint8Array;
  /** Of each receipt that takes cost, by position: its group, and its place in members.entries; NONE for other rows. */
  readonly groupOf: Int32Array;
  readonly placeOf: Int32Array;
}

/** Whether cost flows in the book at all: along a link, or to issues that were settled before (A12). */
export function hasFlow(book: Book): boolean {
  const { inputCount, costSource, type, changedByHand } = book.transactions;
  for (let row = 0; row < inputCount; row++) {
    if (costSource[row] !== NONE || type[row] === PRODUCTION || type[row] === LINE) return true;
    if (changedByHand[row] !== 0) return true;
  }
  return false;
}

/** Whether a group is a production order. */
export function isOrder({ firstOrder }: Links, group: number): boolean {
  return group >= firstOrder;
}

/** Whether a receipt of a group is a customer return: it takes the cost of the sale, not the change of it. */
export function isReturn({ transactions }: Book, links: Links, row: number): boolean {
  return !isOrder(links, links.groupOf[row]) && transactions.type[row] === RETURN;
}

/** Posted cost of a row in a run up to a day (A1). */
export function postedCost({ transactions }: Book, day: Day, row: number): number {
  const { financialDay, financialCost, physicalCost } = transactions;
  return financialDay[row] !== NO_DAY && financialDay[row] <= day ? financialCost[row] : physicalCost[row];
}

/** Finds the links of a book. Non-financial transfers (A6) are none, and a blank Reference joins nothing. */
export function linksOf(book: Book, workspace = new Workspace()): Links {
  const { count, quantity, financialCost } = book.transactions;
  const { groups, firstOrder, memberGroup, sources } = numberGroups(book, workspace);
  const members = groupBy(groups, memberGroup, workspace);
  const weight = workspace.figures(members.entries.length);
  const whole = workspace.figures(groups);
  const complete = workspace.bytes(groups).fill(1);
  const placeOf = workspace.integers(count).fill(NONE);
  for (let group = 0; group < groups; group++) {
    const start = members.starts[group];
    const end = members.starts[group + 1];
    sortMembers(book, members.entries, start, end);
    if (group >= firstOrder) sortMembers(book, sources.entries, sources.starts[group], sources.starts[group + 1]);
    let quantities = 0;
    let costs = 0;
    for (let place = start; place < end; place++) {
      const row = members.entries[place];
      placeOf[row] = place;
      quantities += quantity[row];
      costs += financialCost[row];
    }
    const byCost = group >= firstOrder && costs !== 0;
    for (let place = start; place < end; place++) {
      weight[place] = byCost ? financialCost[members.entries[place]] : quantity[members.entries[place]];
    }
    if (group >= firstOrder) whole[group] = byCost ? costs : quantities;
    else {
      whole[group] = -quantity[sources.entries[sources.starts[group]]];
      complete[group] = quantities === whole[group] ? 1 : 0;
    }
  }
  return { groups, firstOrder, sources, members, weight, whole, complete, groupOf: memberGroup, placeOf };
}

/** Numbers the groups: the issues that receipts name first, then the production orders that have both sides. */
function numberGroups(book: Book, workspace: Workspace) {
  const { inputCount, count, costSource, type, key, quantity, leg } = book.transactions;
  const memberGroup = workspace.integers(count).fill(NONE);
  const groupOfIssue = workspace.integers(inputCount).fill(NONE);
  const named = workspace.integers(inputCount);
  let groups = 0;
  for (let row = 0; row < inputCount; row++) {
    const source = costSource[row];
    if (source === NONE || quantity[row] < 0 || leg[row] !== LEG.none) continue;
    if (type[row] !== RETURN && (type[row] !== TRANSFER || key[row] === key[source])) continue;
    if (groupOfIssue[source] === NONE) {
      named[groups] = source;
      groupOfIssue[source] = groups++;
    }
    memberGroup[row] = groupOfIssue[source];
  }
  const orders = numberOrders(book, groups, memberGroup);
  // An issue may be named by receipts and be a component too: it is a source of both groups.
  const sources = sourcesOf(named.subarray(0, groups), orders, workspace);
  return { groups: orders.end, firstOrder: groups, memberGroup, sources };
}

/** The sources by group: one issue for each of the first groups, the components for those of orders behind them. */
function sourcesOf(
  named: Int32Array,
  { end, components }: { readonly end: number; readonly components: Edges },
  workspace: Workspace,
): Grouping {
  const groups = named.length;
  const ofOrders = groupEdges(end - groups, [components], workspace);
  const starts = workspace.integers(end + 1);
  const entries = workspace.integers(groups + ofOrders.entries.length);
  for (let group = 0; group < groups; group++) starts[group] = group;
  for (let order = 0; order <= end - groups; order++) starts[groups + order] = groups + ofOrders.starts[order];
  entries.set(named);
  entries.set(ofOrders.entries, groups);
  return { starts, entries };
}

/** Gives the products of each order its group, from the first number on; returns the components by order, from 0. */
function numberOrders(book: Book, first: number, memberGroup: Int32Array) {
  const { inputCount, type, quantity, reference, financialDay } = book.transactions;
  const isComponent = (row: number) => type[row] === LINE && quantity[row] < 0;
  const isProduct = (row: number) => type[row] === PRODUCTION && quantity[row] > 0 && financialDay[row] !== NO_DAY;
  const hasComponent = new Uint8Array(book.references.length);
  const groupOfOrder = new Int32Array(book.references.length).fill(NONE);
  for (let row = 0; row < inputCount; row++) {
    if (reference[row] !== NONE && isComponent(row)) hasComponent[reference[row]] = 1;
  }
  let end = first;
  for (let row = 0; row < inputCount; row++) {
    const order = reference[row];
    if (order === NONE || hasComponent[order] === 0 || !isProduct(row)) continue;
    if (groupOfOrder[order] === NONE) groupOfOrder[order] = end++;
    memberGroup[row] = groupOfOrder[order];
  }
  const components: { from: number[]; to: number[] } = { from: [], to: [] };
  for (let row = 0; row < inputCount; row++) {
    if (reference[row] === NONE || groupOfOrder[reference[row]] === NONE || !isComponent(row)) continue;
    components.from.push(groupOfOrder[reference[row]] - first);
    components.to.push(row);
  }
  return { end, components };
}

/** Sorts a stretch of rows by Financial date (none: last), Sequence, row. Mostly it is one row, or in order already. */
function sortMembers({ transactions }: Book, rows: Int32Array, start: number, end: number): void {
  const { financialDay, order } = transactions;
  const day = (row: number) => (financialDay[row] === NO_DAY ? Infinity : financialDay[row]);
  const compare = (a: number, b: number) => (day(a) === day(b) ? order[a] - order[b] : day(a) - day(b));
  for (let at = start + 1; at < end; at++) {
    if (compare(rows[at - 1], rows[at]) > 0) {
      rows.subarray(start, end).sort(compare);
      return;
    }
  }
}
