import type { Audit } from './audit';
import type { CheckLine, CheckSection } from './check-line';
import { is, isOn, isPlainCriterion, type Live, minus, number, plus } from './live';

/** What an inventory account was worth before a run, by the transactions posted to it. */
export interface AccountValue {
  readonly account: string;
  /** Amount units. */
  readonly before: number;
}

/** The table LedgerBalances against the inventory value by account: that before the run, which the program knows, and its voucher. */
export function balanceChecks(audit: Audit, run: string, values: readonly AccountValue[]): CheckSection {
  const { live, tables } = audit;
  const closing = audit.closings.find(({ id }) => id === run);
  const day = closing && audit.day(closing);
  const areDays = tables
    .parts('LedgerBalances', 'Date')
    .every((part) => part.every((cell) => cell === null || typeof cell === 'number'));
  const line = ({ account, before }: AccountValue): CheckLine => ({
    what: account,
    run,
    kind: 'amount',
    mark: '↔',
    how: `LedgerBalances, and the value before the run with its voucher. A difference of the voucher: it is not posted yet.`,
    figures:
      !day || !areDays || !isPlainCriterion(account)
        ? {
            notTested: areDays
              ? 'Formulas would take the name of the account for a pattern.'
              : 'Some dates in LedgerBalances are text.',
          }
        : (cell) => {
            const isAccount = is('Account', account);
            const voucher = (column: string): Live =>
              live.amount('Ledger', column, is('Closing', run, cell), isAccount);
            return {
              expected: live.amount('LedgerBalances', 'Balance', isAccount, isOn('Date', day)),
              found: minus(plus(number(before), voucher('Debit')), voucher('Credit')),
            };
          },
  });
  return { title: 'Balances of the general ledger', lines: values.map(line) };
}
