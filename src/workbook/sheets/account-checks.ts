import type { Audit } from './audit';
import type { CheckLine, CheckSection } from './check-line';
import { type Condition, is, isPlainCriterion, type Live, minus, plus } from './live';

/** More inventory accounts than this would make formulas that nobody reads. */
const MOST_ACCOUNTS = 12;

/**
 * Adjustments against the ledger (A21), account by account and run by run: a row of Adjustments debits its inventory
 * account and credits its offset account with Adjustment and Expensed.
 */
export function accountChecks(audit: Audit): CheckSection[] {
  const { inventory, others } = accountsOf(audit);
  const accounts = inventoryAccounts(audit);
  return [
    {
      title: 'Adjustments and ledger, by account',
      lines: [...inventory, ...others].map((account): CheckLine => ({
        what: account,
        run: '',
        kind: 'amount',
        mark: '↔',
        how: 'Adjustment and Expensed in Adjustments, and debit − credit in Ledger.',
        figures: isPlainCriterion(account)
          ? () => ({ expected: posted(audit, account), found: netDebit(audit, is('Account', account)) })
          : { notTested: 'Formulas would take the name of the account for a pattern or a comparison.' },
      })),
    },
    {
      title: 'Adjustments = change of the inventory accounts',
      lines: audit.closings
        .filter(({ resultFingerprint }) => resultFingerprint !== '')
        .map(({ id }): CheckLine => ({
          what: 'Adjustments = change of the inventory accounts',
          run: id,
          kind: 'amount',
          mark: '↔',
          how: `Adjustment in Adjustments, and debit − credit in Ledger on ${list(inventory)}.`,
          figures:
            'notTested' in accounts
              ? { notTested: `${accounts.notTested} See the accounts above.` }
              : (cell) => ({
                  expected: audit.live.amount('Adjustments', 'Adjustment', is('Closing', id, cell)),
                  found: changeOf(audit, inventory, is('Closing', id, cell)),
                }),
        })),
    },
  ];
}

const list = (accounts: readonly string[]): string =>
  accounts.length === 0 ? 'no account' : accounts.length > 3 ? `${accounts.length} accounts` : accounts.join(', ');

const netDebit = ({ live }: Audit, ...where: readonly Condition[]): Live =>
  minus(live.amount('Ledger', 'Debit', ...where), live.amount('Ledger', 'Credit', ...where));

/** Debit − credit of accounts in the ledger, over the rows for which the conditions hold. */
export const changeOf = (audit: Audit, accounts: readonly string[], ...where: readonly Condition[]): Live =>
  accounts.length === 0
    ? { formula: '0', value: 0 }
    : plus(...accounts.map((account) => netDebit(audit, ...where, is('Account', account))));

/** The accounts whose balances adjustments change as the inventory value changes; or why formulas can not tell. */
export function inventoryAccounts(
  audit: Audit,
): { readonly names: readonly string[] } | { readonly notTested: string } {
  const { inventory, others, isShared } = accountsOf(audit);
  const isOdd = [...inventory, ...others].some((account) => !isPlainCriterion(account));
  return isOdd || isShared || inventory.length > MOST_ACCOUNTS ? { notTested: SHARED } : { names: inventory };
}

const SHARED = 'Some account is an inventory account here and an offset account there.';

function posted({ live }: Audit, account: string): Live {
  const sum = (column: string, side: string): Live => live.amount('Adjustments', column, is(side, account));
  return minus(
    plus(sum('Adjustment', 'Inventory account'), sum('Expensed', 'Inventory account')),
    sum('Adjustment', 'Offset account'),
    sum('Expensed', 'Offset account'),
  );
}

/** The accounts of all adjustments: inventory accounts first, in the order in which they come. */
function accountsOf({ tables }: Audit): { inventory: string[]; others: string[]; isShared: boolean } {
  const [inventory, others] = [new Map<string, string>(), new Map<string, string>()];
  const [own, offset, amount, expensed] = ['Inventory account', 'Offset account', 'Adjustment', 'Expensed'].map(
    (column) => tables.parts('Adjustments', column),
  );
  own.forEach((part, at) =>
    part.forEach((account, row) => {
      const adjusts = Number(amount[at]?.[row] ?? 0) !== 0;
      if (!adjusts && Number(expensed[at]?.[row] ?? 0) === 0) return;
      note(adjusts ? inventory : others, account);
      note(others, offset[at]?.[row]);
    }),
  );
  for (const part of tables.parts('Ledger', 'Account')) {
    for (const account of part) if (!inventory.has(keyOf(account))) note(others, account);
  }
  const isShared = [...others.keys()].some((key) => inventory.has(key));
  return {
    inventory: [...inventory.values()],
    others: [...others].filter(([key]) => !inventory.has(key)).map(([, account]) => account),
    isShared,
  };
}

const keyOf = (account: unknown): string =>
  typeof account === 'string' || typeof account === 'number' ? String(account).toLowerCase() : '';

function note(accounts: Map<string, string>, account: unknown): void {
  const key = keyOf(account);
  if (key !== '' && !accounts.has(key)) accounts.set(key, String(account));
}
