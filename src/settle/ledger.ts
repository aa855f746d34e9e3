import { type Book, NONE } from '../book/book';
import { exact } from '../book/decimals';
import { accountsOf, type Adjustments, type LedgerLine } from '../book/outcome';
import type { Specification } from '../book/parameters';

/**
 * The lines of the run's voucher (A21): a signed adjustment a > 0 debits the inventory account and credits the offset
 * account. Summed by account, and by item group or item as the specification says; sums of zero have no line.
 * `before` and `after` are what each row is worth: their difference is what the run posts to its accounts. Counter rows
 * go to the accounts of the row that they take back; expensed amounts (A13, A15) are added; legs have no lines.
 */
export function ledgerOf(
  book: Book,
  before: Float64Array,
  after: Float64Array,
  adjustments: Adjustments,
  specification: Specification,
): LedgerLine[] {
  const { count, inventoryAccount, offsetAccount } = book.transactions;
  const { provisional } = book;
  const { transaction, amount, takesBack } = adjustments;
  const { post, lines } = voucherOf(book, specification);
  for (let row = 0; row < count; row++) {
    const change = after[row] - before[row];
    // Posting a zero is cheaper than to ask for it, as receipts and issues mix; only legs have no account.
    if (inventoryAccount[row] !== NONE) post(inventoryAccount[row], offsetAccount[row], row, change);
  }
  for (let i = 0; i < takesBack.length; i++) {
    const row = transaction[i];
    post(inventoryAccount[row], offsetAccount[row], row, -amount[i]);
    post(provisional.inventoryAccount[takesBack[i]], provisional.offsetAccount[takesBack[i]], row, amount[i]);
  }
  for (let i = 0; i < adjustments.count; i++) {
    if (adjustments.expensed[i] === 0) continue;
    const { inventory, offset } = accountsOf(book, adjustments, i);
    post(inventory, offset, transaction[i], adjustments.expensed[i]);
  }
  return lines();
}

/** The voucher of a run by hand: each row on the accounts that it carries (A20). */
export function ledgerOfRows(book: Book, adjustments: Adjustments, specification: Specification): LedgerLine[] {
  const { post, lines } = voucherOf(book, specification);
  for (let i = 0; i < adjustments.count; i++) {
    const { inventory, offset } = accountsOf(book, adjustments, i);
    post(inventory, offset, adjustments.transaction[i], adjustments.amount[i]);
  }
  return lines();
}

/** Sums what is posted, and makes the lines of it. */
function voucherOf(book: Book, specification: Specification) {
  const groups = specification === 'Item group' ? indexGroups(book) : undefined;
  const width = specification === 'Item' ? book.items.length : groups ? groups.names.length : 1;
  const sums = new Map<number, number>();
  const { item } = book.transactions;
  const dense = width === 1 ? new Float64Array(book.accounts.length) : undefined;
  const post = (inventory: number, offset: number, row: number, change: number) => {
    if (dense) {
      dense[inventory] += change;
      dense[offset] -= change;
      return;
    }
    if (change === 0) return;
    const part = groups ? groups.of[item[row]] : item[row];
    sums.set(inventory * width + part, (sums.get(inventory * width + part) ?? 0) + change);
    sums.set(offset * width + part, (sums.get(offset * width + part) ?? 0) - change);
  };
  const lines = (): LedgerLine[] => {
    dense?.forEach((total, account) => sums.set(account, total));

    const found: LedgerLine[] = [];
    for (const [place, sum] of sums) {
      if (sum === 0) continue;
      exact(sum, 'A line of the voucher');
      const part = place % width;
      found.push({
        account: book.accounts[Math.floor(place / width)],
        itemGroup: groups ? groups.names[part] : specification === 'Item' ? book.items[part].group : '',
        item: specification === 'Item' ? book.items[part].id : '',
        debit: sum > 0 ? sum : 0,
        credit: sum < 0 ? -sum : 0,
      });
    }
    return found.sort(
      (a, b) => byText(a.account, b.account) || byText(a.itemGroup, b.itemGroup) || byText(a.item, b.item),
    );
  };
  return { post, lines };
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
