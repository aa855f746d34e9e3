import type { Closing } from '../../book/book';
import type { Audit } from './audit';
import type { CheckLine, CheckSection } from './check-line';
import { type Condition, is, isNotZero, type Live, plus } from './live';

type Line = Omit<CheckLine, 'run' | 'figures'>;
type Figures = (isRun: Condition) => { readonly expected: Live; readonly found: Live };

/** For every run that ended: its row in Closings against the rows that it wrote. One section a check, one line a run. */
export function runByRun(audit: Audit): CheckSection[] {
  const { live } = audit;
  const ended = audit.closings.filter(({ resultFingerprint }) => resultFingerprint !== '');
  const section = (
    title: string,
    runs: readonly Closing[],
    line: Omit<Line, 'what'>,
    figures: Figures,
  ): CheckSection => ({
    title,
    lines: runs.map(({ id }) => ({
      ...line,
      what: title,
      run: id,
      figures: (cell) => figures(is('Closing', id, cell)),
    })),
  });
  const counted = (table: string, column: string): CheckSection =>
    section(
      `Rows of ${table}`,
      ended,
      { kind: 'count', mark: '#', how: `${column} in Closings, and rows of ${table} that name the run.` },
      (isRun) => ({ expected: live.whole('Closings', column, isRun), found: live.count(table, isRun) }),
    );
  const valued = ended.filter(({ id, type }) => {
    return type !== 'Reversal' && live.count('InventoryValue', is('Closing', id)).value > 0;
  });
  return [
    section(
      'Value before + adjustment = value after',
      ended,
      { kind: 'amount', mark: '√', how: 'The row of the run in Closings.' },
      (isRun) => ({
        expected: live.amount('Closings', 'Value after', isRun),
        found: plus(live.amount('Closings', 'Value before', isRun), live.amount('Closings', 'Adjustment', isRun)),
      }),
    ),
    section(
      'Adjustments of the run',
      ended,
      { kind: 'amount', mark: '√', how: 'Adjustment in Closings, and the rows of Adjustments that name the run.' },
      (isRun) => ({
        expected: live.amount('Closings', 'Adjustment', isRun),
        found: live.amount('Adjustments', 'Adjustment', isRun),
      }),
    ),
    section(
      'Settlements = adjustments by settlement',
      audit.inForce().filter(({ type }) => type === 'Close'),
      { kind: 'amount', mark: '√', how: 'Adjustment in Settlements, and in Adjustments with Reason Settlement.' },
      // Late cost has no quantity, and a reason of its own. What a run takes back of others is not active.
      (isRun) => ({
        expected: live.amount('Settlements', 'Adjustment', isRun, is('Status', 'Active'), isNotZero('Quantity')),
        found: live.amount('Adjustments', 'Adjustment', isRun, is('Status', 'Active'), is('Reason', 'Settlement')),
      }),
    ),
    section(
      'Voucher of the run balances',
      ended,
      { kind: 'amount', mark: '↔', how: 'Debit and Credit in the lines of Ledger that name the run.' },
      (isRun) => ({
        expected: live.amount('Ledger', 'Debit', isRun),
        found: live.amount('Ledger', 'Credit', isRun),
      }),
    ),
    counted('Settlements', 'Settlements'),
    counted('Adjustments', 'Adjustments'),
    counted('CloseLog', 'Log entries'),
    section(
      'Inventory value of the run',
      valued,
      { kind: 'amount', mark: '√', how: 'Value after in Closings, and Closing value in InventoryValue.' },
      (isRun) => ({
        expected: live.amount('Closings', 'Value after', isRun),
        found: live.amount('InventoryValue', 'Closing value', isRun),
      }),
    ),
    ...carriedForward(audit),
  ];
}

/** What a close ended with is what the next one in force began with; on-hand adjustments go between (A20). */
function carriedForward(audit: Audit): CheckSection[] {
  const { live } = audit;
  const closes = audit.inForce().filter(({ type }) => type === 'Close' || type === 'On-hand adjustment');
  const pairs = closes.slice(1).map((next, at) => ({ next, before: closes[at] }));
  const section = (title: string, kind: 'amount' | 'quantity', from: string, to: string): CheckSection => ({
    title,
    lines: pairs.map(({ next, before }) => ({
      what: title,
      run: next.id,
      kind,
      mark: '→',
      how: `${from} of ${before.id} and ${to} of ${next.id} in InventoryValue.`,
      figures: (cell) => ({
        expected: live[kind]('InventoryValue', from, is('Closing', before.id)),
        found: live[kind]('InventoryValue', to, is('Closing', next.id, cell)),
      }),
    })),
  });
  return [
    section('Closing quantity = next opening', 'quantity', 'Closing quantity', 'Opening quantity'),
    section('Closing value = next opening', 'amount', 'Closing value', 'Opening value'),
  ].filter(({ lines }) => lines.length > 0);
}
