import type { Closing } from '../../book/book';
import { isoDay } from '../../book/days';
import type { Audit } from './audit';
import type { CheckLine, CheckSection } from './check-line';
import { type Condition, is, isOn, isPlainCriterion, type Live, minus, number, plus } from './live';
import { adjustedUpTo, COST, type InputFacts, moved, obstacle, type Slips } from './posted';

/** An inventory account, and what it was worth before the run that knows of it. */
export interface AccountValue {
  readonly account: string;
  /** Where a run is compared that counts in it: its id, and the value before it. */
  readonly before?: { readonly run: string; readonly value: number } | undefined;
}

/**
 * The table LedgerBalances against the inventory value of the newest run in force, account by account: what was posted to the account in
 * Transactions, and what adjusted it. Nothing where the workbook has no such balances.
 */
export function balanceChecks(
  audit: Audit,
  { accounts = [] }: InputFacts,
  run: Closing | undefined,
  slips: Slips,
): CheckSection {
  const title = 'Balances of the general ledger';
  if (!run || accounts.length === 0) return { title, lines: [] };
  const day = audit.day(run);
  const why = noBalances(audit, run);
  if (why !== undefined) return { title, lines: [untested(run, 'Balances of inventory accounts', why)] };
  const whole = obstacle(audit, slips) ?? noAccounts(audit, accounts);
  return {
    title,
    lines: accounts.map(({ account, before }): CheckLine => {
      const isAccount = is('Account', account);
      const expected = audit.live.amount('LedgerBalances', 'Balance', isAccount, isOn('Date', day));
      const line = {
        what: account,
        run: run.id,
        kind: 'amount',
        mark: '↔',
        how: 'LedgerBalances, and what was posted and adjusted up to the run. A voucher not posted to the ledger yet differs.',
      } as const;
      if (!isPlainCriterion(account)) {
        return untested(run, account, 'Formulas would take the name of the account for a pattern.');
      }
      if (whole === undefined) {
        const posted = accounts.length === 1 ? [] : [is('Inventory account', account)];
        const figures: CheckLine['figures'] = (cell) => ({
          expected,
          found: plus(
            moved(audit, day, slips, COST, ...posted),
            adjustedUpTo(audit, run, cell, is('Inventory account', account)),
          ),
        });
        return { ...line, figures };
      }
      if (before?.run !== run.id) return untested(run, account, whole);
      const figures: CheckLine['figures'] = (cell) => ({
        expected,
        found: plus(number(before.value), voucher(audit, is('Closing', run.id, cell), isAccount)),
      });
      return { ...line, how: `LedgerBalances, and the value before the run with its voucher. ${whole}`, figures };
    }),
  };
}

const voucher = ({ live }: Audit, ...where: readonly Condition[]): Live =>
  minus(live.amount('Ledger', 'Debit', ...where), live.amount('Ledger', 'Credit', ...where));

const untested = (run: Closing, what: string, why: string): CheckLine => ({
  ...{ what, run: run.id, kind: 'amount', mark: '↔', how: '' },
  figures: { notTested: why },
});

/** Why the balances of a run's date can not be compared; undefined where they can. */
export function noBalances(audit: Audit, run: Closing): string | undefined {
  const { live, tables } = audit;
  if (!tables.read('LedgerBalances')) return 'The workbook has no table LedgerBalances.';
  const dates = tables.parts('LedgerBalances', 'Date').flat();
  if (!dates.every((cell) => cell === null || typeof cell === 'number'))
    return 'Some dates in LedgerBalances are text.';
  const isOfDay = isOn('Date', audit.day(run));
  return live.count('LedgerBalances', isOfDay).value > 0
    ? undefined
    : `LedgerBalances has no balances of ${isoDay(run.day)}.`;
}

/** Why formulas can not tell which transaction is posted to which account; with one account there is nothing to tell. */
function noAccounts({ tables }: Audit, accounts: readonly AccountValue[]): string | undefined {
  if (accounts.length === 1) return undefined;
  const cells = tables.parts('Transactions', 'Inventory account').flat();
  const ids = tables.parts('Transactions', 'Transaction').flat();
  const isTyped = ids.every((id, row) => id === null || id === '' || isExact(cells[row]));
  return isTyped
    ? undefined
    : 'Some transactions have their account from Posting or Parameters, which formulas do not read.';
}

/** Whether a cell holds a text that a formula finds: spaces around it do not count for people. */
const isExact = (cell: unknown): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && cell !== '' && cell.trim() === cell);
