/** Which transactions nothing is left to do about: their rows may leave the table Transactions. */
import { type Book, LEG, NONE } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import { settles } from '../book/models';
import { isProduction, TRANSACTION_TYPES } from '../book/transaction-types';
import { type Edges, groupEdges } from './flow/grouping';
import { Workspace } from './workspace';

/** Why a transaction stays. */
export const STAYS = {
  /** It need not: it is invoiced, settled in full, and nothing that it hangs together with is open. */
  no: 0,
  /** It is not invoiced by the day. */
  later: 1,
  /** Its item's model settles nothing, so that nothing of it is ever closed in full. */
  unsettled: 2,
  /** A part of it is not settled. */
  open: 3,
  /** Its cost can still change: a run has adjusted it until the next one, or what its cost comes from is not whole. */
  changing: 4,
  /** It is whole, and something that is not needs it: a mark, a receipt that takes its cost, its production order. */
  needed: 5,
} as const;

const TRANSFER = TRANSACTION_TYPES.indexOf('Transfer');
const PRODUCTION = TRANSACTION_TYPES.indexOf('Production');

/**
 * Why each transaction of the input stays, as of a day that is not after the last close: a value of STAYS, by position. It
 * errs on the side of staying. What people may still enter, a return of a sale long ago, say, nobody knows.
 */
export function closedInFull(book: Book, day: Day): Uint8Array {
  const stays = byThemselves(book, day);
  // Nodes behind those of the transactions are production orders.
  const nodes = book.transactions.count + book.references.length;
  const why = new Uint8Array(nodes);
  why.set(stays);
  // Items that nothing is settled of keep their costs: nothing goes on from there.
  spread(nodes, costEdges(book), why, [STAYS.later, STAYS.open, STAYS.changing], STAYS.changing);
  for (const node of incomplete(book)) if (why[node] === STAYS.no) why[node] = STAYS.needed;
  const { later, unsettled, open, changing, needed } = STAYS;
  spread(nodes, joined(book), why, [later, unsettled, open, changing, needed], needed);
  return why.slice(0, book.transactions.inputCount);
}

/** What each transaction, leg of a closing transfer included, says by itself. */
function byThemselves(book: Book, day: Day): Uint8Array {
  const { count, inputCount, financialDay, financialCost, item, ...columns } = book.transactions;
  const { quantity, settledQuantity, settledValue, adjusted, changedByHand } = columns;
  const why = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const isOpen = quantity[row] !== settledQuantity[row] || financialCost[row] + adjusted[row] !== settledValue[row];
    if (row < inputCount && (financialDay[row] === NO_DAY || financialDay[row] > day)) why[row] = STAYS.later;
    else if (!settles(book.items[item[row]].model)) why[row] = STAYS.unsettled;
    else if (isOpen) why[row] = STAYS.open;
    else if (changedByHand[row] !== 0) why[row] = STAYS.changing;
  }
  for (const row of book.provisional.transaction) if (why[row] === STAYS.no) why[row] = STAYS.changing;
  return why;
}

/** How a change of cost would go on: by what was settled, along cost sources, through orders and closing transfers. */
function costEdges({ transactions, settlements }: Book): Edges[] {
  const { count, inputCount, costSource, leg } = transactions;
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  const orders = orderOf(transactions);
  const isReceipt = (row: number) => transactions.type[row] === PRODUCTION;
  return [
    { from: settlements.receipt, to: settlements.issue },
    { from: costSource, to: rows },
    { from: rows.map((row) => (orders[row] === NONE || isReceipt(row) ? NONE : row)), to: orders },
    { from: orders.map((order, row) => (isReceipt(row) ? order : NONE)), to: rows },
    {
      from: rows.map((row) => (row >= inputCount && leg[row] === LEG.issue ? row : NONE)),
      to: rows.map((row) => row + 1),
    },
  ];
}

/** What stays or goes together: both sides of a mark, an issue with all that take its cost, an order. Either way. */
function joined({ transactions }: Book): Edges[] {
  const { count, markedTo, costSource } = transactions;
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  const both = [markedTo, costSource, orderOf(transactions)];
  return both.flatMap((to) => [
    { from: rows.map((row) => (to[row] === NONE ? NONE : row)), to },
    { from: to, to: rows },
  ]);
}

/** The node of each row's production order, or NONE. */
function orderOf({ count, type, reference }: Book['transactions']): Int32Array {
  return Int32Array.from({ length: count }, (_, row) =>
    reference[row] !== NONE && isProduction(TRANSACTION_TYPES[type[row]]) ? count + reference[row] : NONE,
  );
}

/** Orders without components or products, and moves of which no receipt, or not all of it, is there: more will come. */
function incomplete({ transactions }: Book): number[] {
  const { inputCount, type, quantity, costSource } = transactions;
  const orders = orderOf(transactions);
  const [used, made] = [new Set<number>(), new Set<number>()];
  const received = new Map<number, number>();
  for (let row = 0; row < inputCount; row++) {
    if (orders[row] !== NONE) (type[row] === PRODUCTION ? made : used).add(orders[row]);
    const source = costSource[row];
    if (source !== NONE && type[row] === TRANSFER) received.set(source, (received.get(source) ?? 0) + quantity[row]);
  }
  const found = [...used, ...made].filter((order) => !used.has(order) || !made.has(order));
  for (let row = 0; row < inputCount; row++) {
    if (type[row] === TRANSFER && quantity[row] < 0 && received.get(row) !== -quantity[row]) found.push(row);
  }
  return found;
}

/** Gives all that can be reached from nodes with one of these reasons the reason `then`, where they have none. */
function spread(
  nodes: number,
  edges: readonly Edges[],
  why: Uint8Array,
  starts: readonly number[],
  then: number,
): void {
  const next = groupEdges(nodes, edges, new Workspace());
  const open = Array.from(why.keys()).filter((node) => starts.includes(why[node]));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let at = next.starts[node]; at < next.starts[node + 1]; at++) {
      const other = next.entries[at];
      if (why[other] !== STAYS.no) continue;
      why[other] = then;
      open.push(other);
    }
  }
}
