import Decimal from 'decimal.js';
import type { Book } from '../../src/book/book';
import type { LedgerLine } from '../../src/book/outcome';
import type { Specification } from '../../src/book/parameters';
import type { Adjustment } from './adjustments';

/** A21: one balanced voucher, net by account and what the specification keeps apart; nothing is no line. */
export function ledgerOf(book: Book, adjustments: readonly Adjustment[], specification: Specification): LedgerLine[] {
  const nets = new Map<string, Decimal>();
  const post = (account: string, transaction: number, debit: Decimal): void => {
    if (account === '') return; // a leg: value neutral, no ledger lines (A8)
    const item = book.items[book.transactions.item[transaction]];
    const line = [account, specification === 'Total' ? '' : item.group, specification === 'Item' ? item.id : ''];
    const name = JSON.stringify(line);
    nets.set(name, debit.plus(nets.get(name) ?? 0));
  };
  for (const row of adjustments) {
    const amount = new Decimal(row.amount.plus(row.expensed).toUnits());
    post(row.inventoryAccount, row.transaction, amount);
    post(row.offsetAccount, row.transaction, amount.negated());
  }
  return [...nets]
    .filter(([, net]) => !net.isZero())
    .map(([name, net]) => {
      const [account, itemGroup, item] = JSON.parse(name) as [string, string, string];
      const size = net.abs().toNumber();
      return { account, itemGroup, item, debit: net.gt(0) ? size : 0, credit: net.gt(0) ? 0 : size };
    });
}
