import { type Book, lastClose } from '../book/book';
import { type Day, isBy, NO_DAY } from '../book/days';
import { exact } from '../book/decimals';
import type { InventoryValueRow } from '../book/outcome';
import { Workspace } from './workspace';

/**
 * What each row is worth in the inventory of a day, scaled and signed: its Financial cost from the Financial date on,
 * before that its Physical cost where the item includes physical value, and its active adjustments. Other rows are 0.
 */
export function worthOf(book: Book, day: Day, workspace = new Workspace()): Float64Array {
  return worthAs(book, seenOn(book, day), workspace);
}

/** The same on the day of the last close, as that saw it: settings and invoices that came later count for nothing. */
export function worthAsClosed(book: Book, day: Day): Float64Array {
  return worthAs(book, seenAtLastClose(book, day), new Workspace());
}

function worthAs(book: Book, seen: Seen, workspace: Workspace): Float64Array {
  const { count, adjusted } = book.transactions;
  const worth = workspace.figures(count);
  for (let row = 0; row < count; row++) worth[row] = (seen.counts(row) ? seen.cost(row) : 0) + adjusted[row];
  const { provisional } = book;
  for (let i = 0; i < provisional.count; i++) worth[provisional.transaction[i]] += provisional.amount[i];
  return worth;
}

/** The figures of a cost key stand side by side in one column, so that a row touches one place in memory and not six. */
const FIGURES = 8;
const OPENING_QUANTITY = 0;
const OPENING_VALUE = 1;
const RECEIPT_QUANTITY = 2;
const RECEIPT_VALUE = 3;
const ISSUE_QUANTITY = 4;
const ISSUE_VALUE = 5;
const CLOSING_VALUE = 6;

/** Place of a row's quantity among its key's figures, its value next to it. Without a branch: receipts and issues mix. */
function quantityPlace(quantity: number): number {
  return RECEIPT_QUANTITY + (ISSUE_QUANTITY - RECEIPT_QUANTITY) * Number(quantity <= 0);
}

/**
 * From the value at the last close to the value at this one, for each cost key that has either or a movement between
 * them. A change of posted cost of a row that was on hand before, by its invoice, counts with its receipts or issues;
 * what no movement explains is the adjustment. `worth` is what the rows are worth on the day, after the run.
 */
export function rollForward(
  book: Book,
  day: Day,
  lastDay: Day,
  worth: Float64Array,
  seen = seenOn(book, day),
): InventoryValueRow[] {
  const figures = new Float64Array(FIGURES * book.keys.length);
  addAside(book, figures);
  addMovements(book, worth, seen, figures);
  if (lastDay !== NO_DAY) takeOutOpening(book, lastDay, figures);
  const rows: InventoryValueRow[] = [];
  for (let key = 0; key < book.keys.length; key++) {
    const at = FIGURES * key;
    if (isNothing(figures, at)) continue;
    const openingQuantity = figures[at + OPENING_QUANTITY];
    const openingValue = figures[at + OPENING_VALUE];
    const receiptQuantity = figures[at + RECEIPT_QUANTITY];
    const receiptValue = figures[at + RECEIPT_VALUE];
    const issueQuantity = figures[at + ISSUE_QUANTITY];
    const issueValue = figures[at + ISSUE_VALUE];
    const closingValue = exact(figures[at + CLOSING_VALUE], 'The inventory value');
    rows.push({
      key,
      openingQuantity,
      openingValue,
      receiptQuantity,
      receiptValue,
      issueQuantity,
      issueValue,
      adjustment: closingValue - openingValue - receiptValue - issueValue,
      closingQuantity: exact(openingQuantity + receiptQuantity + issueQuantity, 'The quantity on hand'),
      closingValue,
    });
  }
  return rows;
}

/**
 * Quantity and value of each cost key that has either at the last active close, on-hand adjustments dated at it included:
 * what the next close opens with. Empty before the first close.
 */
export function valueAtLastClose(book: Book): InventoryValueRow[] {
  const last = lastClose(book.closings);
  if (!last) return [];
  const { adjustedAtLastClose, count } = book.transactions;
  const seen = seenAtLastClose(book, last.day);
  const worth = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    worth[row] = (seen.counts(row) ? seen.cost(row) : 0) + adjustedAtLastClose[row];
  }
  return rollForward(book, last.day, last.day, worth, seen);
}

/** Whether a cost key has nothing at either close and no movement between them. */
function isNothing(figures: Float64Array, at: number): boolean {
  for (let figure = 0; figure < FIGURES; figure++) if (figures[at + figure] !== 0) return false;
  return true;
}

/** Rows that were put aside are on hand at both closes: they open, and none of them moves. */
function addAside({ keys, aside }: Book, figures: Float64Array): void {
  if (!aside) return;
  for (let key = 0; key < keys.length; key++) {
    const at = FIGURES * key;
    figures[at + OPENING_QUANTITY] = aside.quantity[key];
    figures[at + OPENING_VALUE] = aside.valueAtLastClose[key];
    figures[at + CLOSING_VALUE] = aside.value[key];
  }
}

/** Everything that is on hand on the day, as receipts and issues. */
function addMovements(book: Book, worth: Float64Array, seen: Seen, figures: Float64Array): void {
  const { key, quantity, count } = book.transactions;
  for (let row = 0; row < count; row++) {
    const at = FIGURES * key[row];
    figures[at + CLOSING_VALUE] += worth[row];
    if (!seen.counts(row)) continue;
    const side = at + quantityPlace(quantity[row]);
    figures[side] += quantity[row];
    figures[side + 1] += seen.cost(row);
  }
}

/** Moves what was on hand at the last close, at its cost of then, from the receipts and issues to the opening. */
function takeOutOpening(book: Book, lastDay: Day, figures: Float64Array): void {
  const { key, quantity, count, adjustedAtLastClose } = book.transactions;
  const seen = seenAtLastClose(book, lastDay);
  for (let row = 0; row < count; row++) {
    const at = FIGURES * key[row];
    figures[at + OPENING_VALUE] += adjustedAtLastClose[row];
    if (!seen.counts(row)) continue;
    const then = seen.cost(row);
    const side = at + quantityPlace(quantity[row]);
    figures[at + OPENING_QUANTITY] += quantity[row];
    figures[at + OPENING_VALUE] += then;
    figures[side] -= quantity[row];
    figures[side + 1] -= then;
  }
}

/** Which rows are in the inventory of a day, invoiced or as slips of an item that includes physical value, and their cost there. */
interface Seen {
  readonly counts: (row: number) => boolean;
  /** As posted; of a row that counts. */
  readonly cost: (row: number) => number;
}

function seenOn({ items, transactions }: Book, day: Day): Seen {
  const { item, financialDay, physicalDay, financialCost, physicalCost } = transactions;
  const includes = Uint8Array.from(items, ({ includePhysicalValue }) => (includePhysicalValue ? 1 : 0));
  return {
    counts: (row) => isBy(financialDay[row], day) || (isBy(physicalDay[row], day) && includes[item[row]] === 1),
    cost: (row) => (isBy(financialDay[row], day) ? financialCost[row] : physicalCost[row]),
  };
}

/**
 * The same as the last close saw it. Where settings changed since, or a slip without a cost got its invoice, that is a movement
 * after it, and what opens is what closed.
 */
function seenAtLastClose(book: Book, day: Day): Seen {
  const { costlessAtLastClose } = book.transactions;
  const items = book.items.map((item) => ({
    ...item,
    includePhysicalValue: item.includedPhysicalValue ?? item.includePhysicalValue,
  }));
  const seen = seenOn({ ...book, items }, day);
  return { counts: seen.counts, cost: (row) => (costlessAtLastClose[row] === 1 ? 0 : seen.cost(row)) };
}
