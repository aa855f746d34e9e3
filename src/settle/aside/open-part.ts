import type { Aside } from '../../book/aside';
import {
  type Book,
  type EarlierSettlements,
  lastClose,
  NO_SETTLEMENTS,
  NONE,
  type Transactions,
} from '../../book/book';
import type { Outcome } from '../../book/outcome';
import { inWhole } from './in-whole';
import { keptRows } from './kept-rows';

/** What a run needs of a book: what is open and what is new. */
export interface OpenPart {
  /** The book without the rows that were put aside, and with what they amount to. */
  readonly book: Book;
  /** What the whole book would have given: an outcome of this one with the positions of the whole. */
  inWhole(outcome: Outcome): Outcome;
}

/**
 * Puts aside the rows of a book that say nothing to a run but their sums (see keptRows), so that the work of the run grows
 * with what is open and new, and not with all that was closed before. For runs up to the last close or later; each gives the
 * same outcome as over the whole book.
 */
export function openPartOf(book: Book): OpenPart {
  const last = lastClose(book.closings);
  if (!last) return { book, inWhole: (outcome) => outcome };
  const { kept, moving } = keptRows(book, last.day);
  const rows = rowsWhere(kept);
  const { count } = book.transactions;
  if (rows.length === count) return { book, inWhole: (outcome) => outcome };
  const place = new Int32Array(count).fill(NONE);
  rows.forEach((row, at) => (place[row] = at));
  const { provisional } = book;
  const part: Book = {
    ...book,
    transactions: transactionsOf(book.transactions, rows, place),
    provisional: {
      ...provisional,
      transaction: provisional.transaction.map((row) => place[row]),
      source: provisional.source.map((row) => placeOf(place, row)),
    },
    settlements: settlementsOf(book, moving, place),
    aside: asideOf(book, kept),
  };
  return { book: part, inWhole: (outcome) => inWhole(outcome, rows, count) };
}

function rowsWhere(kept: Uint8Array): Int32Array {
  let count = 0;
  for (let row = 0; row < kept.length; row++) count += kept[row];
  const rows = new Int32Array(count);
  for (let row = 0, next = 0; row < kept.length; row++) if (kept[row] === 1) rows[next++] = row;
  return rows;
}

const placeOf = (place: Int32Array, row: number): number => (row === NONE ? NONE : place[row]);

function transactionsOf(whole: Transactions, rows: Int32Array, place: Int32Array): Transactions {
  const count = rows.length;
  const figures = (column: Float64Array) => gathered(new Float64Array(count), column, rows);
  const integers = (column: Int32Array) => gathered(new Int32Array(count), column, rows);
  const bytes = (column: Uint8Array) => gathered(new Uint8Array(count), column, rows);
  /** A counterpart that was put aside has nothing open and no cost that could change: it is as good as none. */
  const positions = (column: Int32Array) => integers(column).map((row) => placeOf(place, row));
  return {
    count,
    inputCount: rows.findLastIndex((row) => row < whole.inputCount) + 1,
    id: Array.from(rows, (row) => whole.id[row]),
    item: integers(whole.item),
    key: integers(whole.key),
    quantity: figures(whole.quantity),
    financialDay: integers(whole.financialDay),
    physicalDay: integers(whole.physicalDay),
    financialCost: figures(whole.financialCost),
    physicalCost: figures(whole.physicalCost),
    type: bytes(whole.type),
    order: ranksOf(integers(whole.order)),
    markedTo: positions(whole.markedTo),
    costSource: positions(whole.costSource),
    reference: integers(whole.reference),
    inventoryAccount: integers(whole.inventoryAccount),
    offsetAccount: integers(whole.offsetAccount),
    defaultAccount: bytes(whole.defaultAccount),
    leg: bytes(whole.leg),
    settledQuantity: figures(whole.settledQuantity),
    settledValue: figures(whole.settledValue),
    adjusted: figures(whole.adjusted),
    adjustedAtLastClose: figures(whole.adjustedAtLastClose),
    costlessAtLastClose: bytes(whole.costlessAtLastClose),
    changedByHand: figures(whole.changedByHand),
    got: figures(whole.got),
  };
}

function gathered<Column extends Int32Array | Float64Array | Uint8Array>(into: Column, from: Column, rows: Int32Array) {
  for (let at = 0; at < rows.length; at++) into[at] = from[rows[at]];
  return into;
}

/** The same order with the smallest whole numbers: sorting by it then takes no longer than there are rows. */
function ranksOf(order: Int32Array): Int32Array {
  const rank = new Int32Array(order.reduce((highest, one) => Math.max(highest, one), -1) + 1);
  for (const one of order) rank[one] = 1;
  let next = 0;
  for (let one = 0; one < rank.length; one++) if (rank[one] === 1) rank[one] = next++;
  return order.map((one) => rank[one]);
}

/** The settlements of earlier runs along which cost can flow in this one: those of receipts whose cost may change (A12). */
function settlementsOf({ settlements }: Book, moving: Uint8Array | undefined, place: Int32Array): EarlierSettlements {
  if (!moving) return NO_SETTLEMENTS;
  const kept = new Uint8Array(settlements.count);
  for (let j = 0; j < kept.length; j++) if (settlements.quantity[j] > 0) kept[j] = moving[settlements.receipt[j]];
  const rows = rowsWhere(kept);
  const count = rows.length;
  const figures = (column: Float64Array) => gathered(new Float64Array(count), column, rows);
  const integers = (column: Int32Array) => gathered(new Int32Array(count), column, rows);
  return {
    count,
    closing: integers(settlements.closing),
    issue: integers(settlements.issue).map((row) => place[row]),
    receipt: integers(settlements.receipt).map((row) => place[row]),
    quantity: figures(settlements.quantity),
    amount: figures(settlements.amount),
    adjustment: figures(settlements.adjustment),
    principle: Int16Array.from(rows, (j) => settlements.principle[j]),
    row: integers(settlements.row),
  };
}

/** What the rows that are not kept amount to: all of them are invoiced by the last close. */
function asideOf({ items, keys, transactions }: Book, kept: Uint8Array): Aside {
  const { count, inputCount, item, key, quantity, financialCost, adjusted, adjustedAtLastClose } = transactions;
  const aside: Aside = {
    quantity: new Float64Array(keys.length),
    valueAtLastClose: new Float64Array(keys.length),
    value: new Float64Array(keys.length),
    rows: new Int32Array(items.length),
  };
  for (let row = 0; row < count; row++) {
    if (kept[row] === 1) continue;
    aside.quantity[key[row]] += quantity[row];
    aside.valueAtLastClose[key[row]] += financialCost[row] + adjustedAtLastClose[row];
    aside.value[key[row]] += financialCost[row] + adjusted[row];
    if (row < inputCount) aside.rows[item[row]]++;
  }
  return aside;
}
