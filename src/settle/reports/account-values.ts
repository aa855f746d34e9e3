import { type Book, NONE } from '../../book/book';
import type { Day } from '../../book/days';
import { worthOf } from '../inventory-value';

/**
 * The inventory value of a day by inventory account (A21), scaled, by index into Book.accounts: what every transaction is worth, on
 * the account that it was posted to. Accounts that no transaction is posted to are missing. Legs of closing transfers have no account and no value together.
 */
export function valuesByAccount(book: Book, day: Day): Map<number, number> {
  const worth = worthOf(book, day);
  const values = new Map<number, number>();
  const { count, inventoryAccount } = book.transactions;
  for (let row = 0; row < count; row++) {
    const account = inventoryAccount[row];
    if (account !== NONE) values.set(account, (values.get(account) ?? 0) + worth[row]);
  }
  return values;
}
