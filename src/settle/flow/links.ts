import { type Book, LEG, NONE } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { TRANSACTION_TYPES } from '../../book/transaction-types';

const TRANSFER = TRANSACTION_TYPES.indexOf('Transfer');
const RETURN = TRANSACTION_TYPES.indexOf('Customer return');
const PRODUCTION = TRANSACTION_TYPES.indexOf('Production');
const LINE = TRANSACTION_TYPES.indexOf('Production line');

/** How a receipt takes cost (A11). */
export const FLOW = { transfer: 0, return: 1, production: 2 } as const;

/** One source of cost, with the receipts that take it: an issue that receipts name, or a production order. */
export interface Group {
  /** The issues whose cost is taken: one, or all components of the order. Positions. */
  readonly sources: readonly number[];
  /** All receipts that count for the shares, in the order of Financial date (none: last), Sequence, row. */
  readonly members: readonly number[];
  readonly production: boolean;
  /** What the shares are measured by, per member, and their sum: quantities of the issue, or weights of the order. */
  readonly weights: readonly number[];
  readonly whole: number;
  /** Whether the members make up the whole, so that the last of them takes the rest. */
  readonly complete: boolean;
}

/** Who takes cost from whom. Receipts dated later than the run have a place in the shares, and wait for their run. */
export interface Links {
  readonly groups: readonly Group[];
  /** Group and place in it of each receipt that takes cost, by position; NONE for all other rows. */
  readonly groupOf: Int32Array;
  readonly placeOf: Int32Array;
}

/** Whether the book has any link of cost at all: without one there is nothing to flow. */
export function hasLinks(book: Book): boolean {
  const { inputCount, costSource, type } = book.transactions;
  for (let row = 0; row < inputCount; row++) {
    if (costSource[row] !== NONE || type[row] === PRODUCTION || type[row] === LINE) return true;
  }
  return false;
}

/** Finds the links of a book (A11). Non-financial transfers (A6) are none. */
export function linksOf(book: Book): Links {
  const { count } = book.transactions;
  const groups: Group[] = [...issueGroups(book), ...orderGroups(book)];
  const groupOf = new Int32Array(count).fill(NONE);
  const placeOf = new Int32Array(count).fill(NONE);
  groups.forEach(({ members }, group) =>
    members.forEach((row, place) => {
      groupOf[row] = group;
      placeOf[row] = place;
    }),
  );
  return { groups, groupOf, placeOf };
}

function issueGroups(book: Book): Group[] {
  const { inputCount, costSource, type, key, quantity, leg } = book.transactions;
  const byIssue = new Map<number, number[]>();
  for (let row = 0; row < inputCount; row++) {
    const source = costSource[row];
    if (source === NONE || quantity[row] < 0 || leg[row] !== LEG.none) continue;
    if (type[row] !== RETURN && (type[row] !== TRANSFER || key[row] === key[source])) continue;
    const list = byIssue.get(source);
    if (list) list.push(row);
    else byIssue.set(source, [row]);
  }
  return [...byIssue].map(([issue, rows]) => {
    const members = inOrder(book, rows);
    const weights = members.map((row) => quantity[row]);
    const whole = -quantity[issue];
    return { sources: [issue], members, production: false, weights, whole, complete: sum(weights) === whole };
  });
}

function orderGroups(book: Book): Group[] {
  const { inputCount, reference, type, quantity, financialDay, financialCost } = book.transactions;
  const orders = new Map<number, { sources: number[]; rows: number[] }>();
  for (let row = 0; row < inputCount; row++) {
    const component = type[row] === LINE && quantity[row] < 0;
    const product = type[row] === PRODUCTION && quantity[row] > 0 && financialDay[row] !== NO_DAY;
    if (reference[row] === NONE || (!component && !product)) continue;
    let order = orders.get(reference[row]);
    if (!order) orders.set(reference[row], (order = { sources: [], rows: [] }));
    (component ? order.sources : order.rows).push(row);
  }
  return [...orders.values()]
    .filter(({ sources, rows }) => sources.length > 0 && rows.length > 0)
    .map(({ sources, rows }) => {
      const members = inOrder(book, rows);
      const costs = members.map((row) => financialCost[row]);
      const weights = sum(costs) === 0 ? members.map((row) => quantity[row]) : costs;
      return {
        sources: inOrder(book, sources),
        members,
        production: true,
        weights,
        whole: sum(weights),
        complete: true,
      };
    });
}

function inOrder({ transactions }: Book, rows: readonly number[]): number[] {
  const { financialDay, order } = transactions;
  const day = (row: number): Day => (financialDay[row] === NO_DAY ? Infinity : financialDay[row]);
  return [...rows].sort((a, b) => (day(a) === day(b) ? order[a] - order[b] : day(a) - day(b)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
