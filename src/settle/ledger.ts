import type { Book } from '../book/book';
import { exact } from '../book/decimals';
import type { LedgerLine } from '../book/outcome';
import type { Specification } from '../book/parameters';

/** What the ledger needs of an adjustment: a signed amount on two accounts, for an item. Columns of one length. */
export interface Postings {
  readonly count: number;
  readonly transaction: Int32Array;
  readonly amount: Float64Array;
  readonly inventoryAccount: Int32Array;
  readonly offsetAccount: Int32Array;
}

/**
 * The lines of the run's voucher (A21): a signed adjustment a > 0 debits the inventory account and credits the offset
 * account. Summed by account, and by item group or item as the specification says; sums of zero have no line.
 */
export function ledgerOf(book: Book, postings: Postings, specification: Specification): LedgerLine[] {
  const groups = specification === 'Item group' ? indexGroups(book) : undefined;
  const width = specification === 'Item' ? book.items.length : groups ? groups.names.length : 1;
  const sums = new Map<number, number>();
  const dense = new Float64Array(specification === 'Total' ? book.accounts.length : 0);
  const { item } = book.transactions;
  const post = (account: number, row: number, amount: number) => {
    if (specification === 'Total') {
      dense[account] += amount;
      return;
    }
    const part = groups ? groups.of[item[row]] : item[row];
    const place = account * width + part;
    sums.set(place, (sums.get(place) ?? 0) + amount);
  };
  for (let i = 0; i < postings.count; i++) {
    if (postings.amount[i] === 0) continue;
    post(postings.inventoryAccount[i], postings.transaction[i], postings.amount[i]);
    post(postings.offsetAccount[i], postings.transaction[i], 0 - postings.amount[i]);
  }
  dense.forEach((sum, account) => sums.set(account, sum));

  const lines: LedgerLine[] = [];
  for (const [place, sum] of sums) {
    if (sum === 0) continue;
    exact(sum, 'A line of the voucher');
    const part = place % width;
    lines.push({
      account: book.accounts[Math.floor(place / width)],
      itemGroup: groups ? groups.names[part] : specification === 'Item' ? book.items[part].group : '',
      item: specification === 'Item' ? book.items[part].id : '',
      debit: sum > 0 ? sum : 0,
      credit: sum < 0 ? -sum : 0,
    });
  }
  return lines.sort(
    (a, b) => byText(a.account, b.account) || byText(a.itemGroup, b.itemGroup) || byText(a.item, b.item),
  );
}

function indexGroups(book: Book): { names: string[]; of: Int32Array } {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(book.items, ({ group }) => {
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group)!;
  });
  return { names: [...numbers.keys()], of };
}

/** The same order on every machine and in every language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
