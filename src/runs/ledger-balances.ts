import { isoDay, type Day } from '../book/days';
import { plain } from '../book/decimals';
import type { Problem } from '../book/problem';
import { valuesByAccount } from '../settle/reports/account-values';
import { idKey } from '../workbook/read/ids';
import type { ReadBook } from '../workbook/read/read-book';
import { about } from './about';

/**
 * Where the ledger and the inventory value of a day differ: a warning for each inventory account. The balances are those with
 * the vouchers of all runs that are complete; accounts that no transaction is posted to are not asked for. Nothing is said of a day
 * that has no balances.
 */
export function ledgerDifferences(read: ReadBook, day: Day): Problem[] {
  const balances = new Map(
    read.ledgerBalances.filter((one) => one.day === day).map((one) => [idKey(one.account), one] as const),
  );
  if (balances.size === 0) return [];
  const { book } = read;
  const text = (units: number): string => plain(units, book.parameters.amountDecimals);
  return [...valuesByAccount(book, day)].flatMap(([account, value]): Problem[] => {
    const name = book.accounts[account];
    const found = balances.get(idKey(name));
    const balance = found?.balance ?? 0;
    if (balance === value) return [];
    const words = {
      account: name,
      date: isoDay(day),
      balance: found ? text(balance) : 'no balance',
      value: text(value),
      difference: text(balance - value),
    };
    return [about('LEDGER_DIFFERS', words, found?.cell ?? '', found ? text(balance) : '')];
  });
}
