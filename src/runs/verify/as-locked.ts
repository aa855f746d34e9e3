import type { Book } from '../../book/book';
import { parsePostsTo } from '../../workbook/locked';
import { idKey } from '../../workbook/read/ids';
import type { ReadBook } from '../../workbook/read/read-book';
import type { LocksThen } from './locks-then';

/**
 * A book that was read from locked rows, with what a sheet can not say: the order that each row had among those of its
 * date (A3), and the accounts that it is posted to (A21), whatever the table Posting says today.
 */
export function asLocked(read: ReadBook, locks: LocksThen): ReadBook {
  const { transactions } = read.book;
  const order = new Int32Array(transactions.order);
  const inventoryAccount = new Int32Array(transactions.inventoryAccount);
  const offsetAccount = new Int32Array(transactions.offsetAccount);
  const accounts = [...read.book.accounts];
  const places = new Map(accounts.map((name, at) => [idKey(name), at] as const));
  const placeOf = (name: string): number => {
    const known = places.get(idKey(name));
    if (known !== undefined) return known;
    places.set(idKey(name), accounts.length);
    return accounts.push(name) - 1;
  };
  let highest = 0;
  const taken = new Set<number>();
  const numbered = new Uint8Array(transactions.inputCount);
  const records = Array.from({ length: transactions.inputCount }, (_, row) => {
    const key = idKey(transactions.id[row]);
    return locks.transactions.get(key) ?? locks.later.get(key);
  });
  records.forEach((record, row) => {
    const number = Number(record?.order);
    // Two rows can not have the same place: the second is put behind all, and comparing tells it.
    if (!record || !Number.isInteger(number) || number < 0 || taken.has(number)) return;
    taken.add(number);
    numbered[row] = 1;
    order[row] = number;
    highest = Math.max(highest, number);
  });
  records.forEach((record, row) => {
    if (numbered[row] === 0) order[row] = ++highest;
    const postsTo = record && parsePostsTo(record.content);
    if (!postsTo) return;
    inventoryAccount[row] = placeOf(postsTo[0]);
    offsetAccount[row] = placeOf(postsTo[1]);
  });
  for (let leg = transactions.inputCount; leg < transactions.count; leg++) order[leg] = ++highest;
  const book: Book = {
    ...read.book,
    accounts,
    transactions: { ...transactions, order, inventoryAccount, offsetAccount },
  };
  return { ...read, book };
}
