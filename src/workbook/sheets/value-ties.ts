import type { Closing } from '../../book/book';
import { isoDay } from '../../book/days';
import type { Steps } from '../../book/steps';
import { TIES } from '../tables/inventory-value';
import type { Agreement } from '../write/agreements';
import { changeOf, inventoryAccounts } from './account-checks';
import type { Audit } from './audit';
import { noBalances } from './balance-checks';
import { type Condition, is, isAfterRun, isOn, isUpToRun, type Live, minus, number, plus } from './live';
import { adjustedUpTo, closeBefore, COST, type InputFacts, moved, obstacle, QUANTITY, slipsBy } from './posted';

/**
 * The rows of InventoryValue of the newest run in force that has any, against the transactions, the ledger, and the balances of the
 * general ledger: what stands above that table, by label. Where formulas can not tell, the sheet Checks says why.
 */
export function* inventoryValueTies(audit: Audit, facts: InputFacts): Steps<Record<string, Agreement>> {
  const run = audit.inForce().findLast(({ id }) => audit.live.count('InventoryValue', is('Closing', id)).value > 0);
  if (!run) return Object.fromEntries(Object.values(TIES).map((label) => [label, NO_RUN]));
  const { live } = audit;
  const day = audit.day(run);
  yield;
  const slips = slipsBy(audit, day, facts);
  yield;
  const isRun = is('Closing', run.id);
  const of = (column: string): Live => live.amount('InventoryValue', column, isRun);
  const found: Record<string, Agreement> = {};
  const add = (label: string, kind: Agreement['kind'], why: string | undefined, figures: () => Tested): void => {
    const told = { kind, run: run.id, note: `${run.id}${why === undefined ? `, ${isoDay(run.day)}` : `: ${why}`}` };
    found[label] = { ...told, figures: why === undefined ? figures() : 'not tested' };
  };
  const why = obstacle(audit, slips) === undefined ? undefined : SEE_CHECKS;
  yield;
  add(TIES.quantity, 'quantity', why, () => ({
    expected: moved(audit, day, slips, QUANTITY),
    found: live.quantity('InventoryValue', 'Closing quantity', isRun),
  }));
  yield;
  const adjusted = why === undefined ? adjustedUpTo(audit, run) : number(0);
  yield;
  add(TIES.value, 'amount', why, () => ({
    expected: plus(moved(audit, day, slips, COST), adjusted),
    found: of('Closing value'),
  }));
  yield;
  const accounts = inventoryAccounts(audit);
  const names = 'names' in accounts ? accounts.names : [];
  add(TIES.ledger, 'amount', 'names' in accounts ? undefined : SEE_CHECKS, () => ({
    expected: vouchers(audit, run, names),
    found: of('Adjustment'),
  }));
  yield;
  const { accounts: known = [] } = facts;
  const balances = known.map(({ account }) =>
    live.amount('LedgerBalances', 'Balance', is('Account', account), isOn('Date', day)),
  );
  const isKnown = known.length > 0 && noBalances(audit, run) === undefined;
  add(TIES.balances, 'amount', isKnown ? undefined : NO_BALANCES, () => ({
    expected: plus(...balances),
    found: of('Closing value'),
  }));
  return found;
}

type Tested = Exclude<Agreement['figures'], string>;

const NO_RUN: Agreement = { kind: 'amount', run: '', note: 'No run is in force', figures: 'not tested' };
const SEE_CHECKS = 'see Checks';
const NO_BALANCES = 'no balances';

/**
 * What the vouchers did to the inventory accounts from the close before up to a run. On-hand adjustments in between are dated at that
 * close, and the run opens with them (A20); one of these has its own voucher alone.
 */
function vouchers(audit: Audit, run: Closing, accounts: readonly string[]): Live {
  if (run.type === 'On-hand adjustment') return changeOf(audit, accounts, is('Closing', run.id));
  const before = closeBefore(audit, run);
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
