import type { Book } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import { exact } from '../book/decimals';
import type { InventoryValueRow } from '../book/outcome';

/**
 * What each row is worth in the inventory of a day, scaled and signed: its Financial cost from the Financial date on,
 * before that its Physical cost where the item includes physical value, and its active adjustments. Other rows are 0.
 */
export function worthOf(book: Book, day: Day): Float64Array {
  const { count, adjusted } = book.transactions;
  const worth = new Float64Array(count);
  const physically = physicalItems(book);
  for (let row = 0; row < count; row++) worth[row] = postedAt(book, physically, row, day) + adjusted[row];
  const { provisional } = book;
  for (let i = 0; i < provisional.count; i++) worth[provisional.transaction[i]] += provisional.amount[i];
  return worth;
}

/**
 * From the value at the last close to the value at this one, for each cost key that has either or a movement between
 * them. A change of posted cost of a row that was on hand before, by its invoice, counts with its receipts or issues.
 * `worth` is what the rows are worth on the day, after the run.
 */
export function rollForward(book: Book, day: Day, lastDay: Day, worth: Float64Array): InventoryValueRow[] {
  const { key, quantity, adjustedAtLastClose, count } = book.transactions;
  const physically = physicalItems(book);
  const keys = book.keys.length;
  const column = () => new Float64Array(keys);
  const opening = { quantity: column(), value: column() };
  const receipt = { quantity: column(), value: column() };
  const issue = { quantity: column(), value: column() };
  const closing = { quantity: column(), value: column() };
  const since = column();

  for (let row = 0; row < count; row++) {
    const k = key[row];
    const posted = postedAt(book, physically, row, day);
    closing.value[k] += worth[row];
    since[k] += worth[row] - posted - adjustedAtLastClose[row];
    const side = quantity[row] > 0 ? receipt : issue;
    if (isOnHand(book, physically, row, day)) {
      closing.quantity[k] += quantity[row];
      side.quantity[k] += quantity[row];
      side.value[k] += posted;
    }
    if (lastDay === NO_DAY) continue;
    opening.value[k] += adjustedAtLastClose[row];
    if (isOnHand(book, physically, row, lastDay)) {
      const then = postedAt(book, physically, row, lastDay);
      opening.quantity[k] += quantity[row];
      opening.value[k] += then;
      side.quantity[k] -= quantity[row];
      side.value[k] -= then;
    }
  }
  const rows: InventoryValueRow[] = [];
  for (let k = 0; k < keys; k++) {
    const row: InventoryValueRow = {
      key: k,
      openingQuantity: opening.quantity[k],
      openingValue: opening.value[k],
      receiptQuantity: receipt.quantity[k],
      receiptValue: receipt.value[k],
      issueQuantity: issue.quantity[k],
      issueValue: issue.value[k],
      adjustment: since[k],
      closingQuantity: exact(closing.quantity[k], 'The quantity on hand'),
      closingValue: exact(closing.value[k], 'The inventory value'),
    };
    if (Object.values(row).some((figure, at) => at > 0 && figure !== 0)) rows.push(row);
  }
  return rows;
}

function physicalItems(book: Book): Uint8Array {
  return Uint8Array.from(book.items, (one) => (one.includePhysicalValue ? 1 : 0));
}

function isOnHand(book: Book, physically: Uint8Array, row: number, day: Day): boolean {
  const { item, financialDay, physicalDay } = book.transactions;
  if (financialDay[row] !== NO_DAY && financialDay[row] <= day) return true;
  return physicalDay[row] !== NO_DAY && physicalDay[row] <= day && physically[item[row]] === 1;
}

function postedAt(book: Book, physically: Uint8Array, row: number, day: Day): number {
  const { item, financialDay, physicalDay, financialCost, physicalCost } = book.transactions;
  if (financialDay[row] !== NO_DAY && financialDay[row] <= day) return financialCost[row];
  return physicalDay[row] !== NO_DAY && physicalDay[row] <= day && physically[item[row]] === 1 ? physicalCost[row] : 0;
}
