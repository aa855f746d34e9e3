import type { Book } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import { exact } from '../book/decimals';
import type { InventoryValueRow } from '../book/outcome';

/**
 * Posted cost of each row that belongs to the inventory of a day: at its Financial cost from the Financial date on;
 * before that at its Physical cost, where the item includes physical value. Calls back for each row that does.
 */
export function forEachOnHand(book: Book, day: Day, visit: (row: number, posted: number) => void): void {
  const { count, item, financialDay, physicalDay, financialCost, physicalCost } = book.transactions;
  const physically = Uint8Array.from(book.items, (one) => (one.includePhysicalValue ? 1 : 0));
  for (let row = 0; row < count; row++) {
    if (financialDay[row] !== NO_DAY && financialDay[row] <= day) visit(row, financialCost[row]);
    else if (physicalDay[row] !== NO_DAY && physicalDay[row] <= day && physically[item[row]] === 1) {
      visit(row, physicalCost[row]);
    }
  }
}

/** Inventory value of a day, scaled: posted cost and all active adjustments of the rows that belong to it. */
export function inventoryValue(book: Book, day: Day): number {
  let value = 0;
  forEachOnHand(book, day, (_, posted) => (value += posted));
  const { adjusted } = book.transactions;
  for (let row = 0; row < adjusted.length; row++) value += adjusted[row];
  for (let i = 0; i < book.provisional.count; i++) value += book.provisional.amount[i];
  return exact(value, 'The inventory value');
}

/**
 * From the value at the last close to the value at this one, for each cost key that has either or a movement between
 * them. A change of posted cost of a row that was on hand before, by its invoice, counts with its receipts or issues.
 */
export function rollForward(book: Book, day: Day, lastDay: Day, adjustments: Float64Array): InventoryValueRow[] {
  const { key, quantity, adjusted, adjustedAtLastClose, count } = book.transactions;
  const keys = book.keys.length;
  const column = () => new Float64Array(keys);
  const opening = { quantity: column(), value: column() };
  const receipt = { quantity: column(), value: column() };
  const issue = { quantity: column(), value: column() };
  const closing = { quantity: column(), value: column() };
  const since = column();

  if (lastDay !== NO_DAY) {
    forEachOnHand(book, lastDay, (row, posted) => {
      const side = quantity[row] > 0 ? receipt : issue;
      opening.quantity[key[row]] += quantity[row];
      opening.value[key[row]] += posted;
      side.quantity[key[row]] -= quantity[row];
      side.value[key[row]] -= posted;
    });
  }
  forEachOnHand(book, day, (row, posted) => {
    const side = quantity[row] > 0 ? receipt : issue;
    closing.quantity[key[row]] += quantity[row];
    closing.value[key[row]] += posted;
    side.quantity[key[row]] += quantity[row];
    side.value[key[row]] += posted;
  });
  for (let row = 0; row < count; row++) {
    const k = key[row];
    opening.value[k] += adjustedAtLastClose[row];
    since[k] += adjusted[row] - adjustedAtLastClose[row] + adjustments[row];
    closing.value[k] += adjusted[row] + adjustments[row];
  }
  const { provisional } = book;
  for (let i = 0; i < provisional.count; i++) {
    const k = key[provisional.transaction[i]];
    since[k] += provisional.amount[i];
    closing.value[k] += provisional.amount[i];
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
    if (Object.values(row).some((figure, column) => column > 0 && figure !== 0)) rows.push(row);
  }
  return rows;
}
