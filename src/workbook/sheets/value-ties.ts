import type { Closing } from '../../book/book';
import { isoDay } from '../../book/days';
import type { Steps } from '../../book/steps';
import { TIES } from '../tables/inventory-value';
import type { Agreement } from '../write/agreements';
import { changeOf, inventoryAccounts } from './account-checks';
import type { Audit } from './audit';
import { noBalances } from './balance-checks';
import { type Condition, is, isAfterRun, isOn, isUpToRun, type Live, minus, plus } from './live';
import { adjustedUpTo, closeBefore, COST, type InputFacts, moved, obstacle, QUANTITY, slipsBy } from './posted';

type Figures = Agreement['figures'];

/**
 * The rows of InventoryValue of the newest run in force that has any, against the transactions, the ledger, and the balances of the
 * general ledger: what stands above that table, by label.
 */
export function* inventoryValueTies(audit: Audit, facts: InputFacts): Steps<Record<string, Agreement>> {
  const run = audit.inForce().findLast(({ id }) => audit.live.count('InventoryValue', is('Closing', id)).value > 0);
  if (!run) {
    const none: Agreement = { kind: 'amount', run: '', how: '', figures: { notTested: 'No run is in force.' } };
    return Object.fromEntries(Object.values(TIES).map((label) => [label, none]));
  }
  const { live } = audit;
  const day = audit.day(run);
  yield;
  const slips = slipsBy(audit, day, facts);
  yield;
  const why = obstacle(audit, slips);
  const isRun = is('Closing', run.id);
  const of = (column: string): Live => live.amount('InventoryValue', column, isRun);
  const tested = (reason: string | undefined, figures: () => Exclude<Figures, { notTested: string }>): Figures =>
    reason === undefined ? figures() : { notTested: `${run.id}: ${reason}` };
  const date = isoDay(run.day);
  const found: Record<string, Agreement> = {};
  const add = (label: string, kind: Agreement['kind'], how: string, figures: Figures): void => {
    found[label] = { kind, run: run.id, how, figures };
  };
  add(
    TIES.quantity,
    'quantity',
    `Quantities of Transactions up to ${date}, and Closing quantity.`,
    tested(why, () => ({
      expected: moved(audit, day, slips, QUANTITY),
      found: live.quantity('InventoryValue', 'Closing quantity', isRun),
    })),
  );
  yield;
  add(
    TIES.value,
    'amount',
    `Costs of Transactions up to ${date} with Adjustments up to the run, and Closing value.`,
    tested(why, () => ({
      expected: plus(moved(audit, day, slips, COST), adjustedUpTo(audit, run)),
      found: of('Closing value'),
    })),
  );
  yield;
  const accounts = inventoryAccounts(audit);
  const before = closeBefore(audit, run);
  const since = before && run.type !== 'On-hand adjustment' ? `since ${before.id}` : 'of this run';
  add(
    TIES.ledger,
    'amount',
    `Debit − credit of inventory accounts in the vouchers ${since}, and Adjustment.`,
    tested('notTested' in accounts ? accounts.notTested : undefined, () => ({
      expected: 'notTested' in accounts ? NOTHING : vouchers(audit, run, before, accounts.names),
      found: of('Adjustment'),
    })),
  );
  yield;
  const balances = noBalances(audit, run) ?? (facts.accounts ? undefined : 'No account is known.');
  add(
    TIES.balances,
    'amount',
    `Balances of inventory accounts on ${date}, and Closing value. By account: sheet Checks.`,
    tested(balances, () => ({
      expected: plus(
        NOTHING,
        ...(facts.accounts ?? []).map(({ account }) =>
          live.amount('LedgerBalances', 'Balance', is('Account', account), isOn('Date', day)),
        ),
      ),
      found: of('Closing value'),
    })),
  );
  return found;
}

const NOTHING: Live = { formula: '0', value: 0 };

/**
 * What the vouchers did to the inventory accounts from the close before up to a run. On-hand adjustments in between are dated at that
 * close, and the run opens with them (A20); one of these has its own voucher alone.
 */
function vouchers(audit: Audit, run: Closing, before: Closing | undefined, accounts: readonly string[]): Live {
  if (run.type === 'On-hand adjustment') return changeOf(audit, accounts, is('Closing', run.id));
  const since: Condition[] = before ? [isAfterRun('Closing', before.id)] : [];
  const all = changeOf(audit, accounts, ...since, isUpToRun('Closing', run.id));
  const { closings } = audit;
  const between = closings
    .slice(before ? closings.indexOf(before) + 1 : 0, closings.indexOf(run))
    .filter(({ type, status }) => type === 'On-hand adjustment' && status === 'Completed');
  return minus(
    all,
    ...between.map(({ id }) => {
      const own = changeOf(audit, accounts, is('Closing', id));
      return { ...own, formula: `(${own.formula})` };
    }),
  );
}
