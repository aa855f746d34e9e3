import type { Steps } from '../../book/steps';
import type { Audit } from './audit';
import type { CheckLine, CheckSection } from './check-line';
import { type Condition, is, isAfter, isBlank, isUpTo, type Live, plus } from './live';
import { adjustedUpTo, COST, type InputFacts, moved, obstacle, QUANTITY, slipsBy } from './posted';

/** The newest run in force against the input: on-hand quantity, inventory value, and the rows that were locked. */
export function* againstInput(audit: Audit, facts: InputFacts): Steps<CheckSection> {
  const run = audit.inForce().at(-1);
  const lines: CheckLine[] = [];
  if (run) {
    const day = audit.day(run);
    const slips = slipsBy(audit, day, facts);
    yield;
    const why = obstacle(audit, slips);
    const isRun = (cell: string): Condition => is('Closing', run.id, cell);
    const { live } = audit;
    const line = (what: string, kind: CheckLine['kind'], how: string, figures: CheckLine['figures']): CheckLine => ({
      ...{ what, kind, how, run: run.id, mark: '≡' },
      figures: why === undefined ? figures : { notTested: why },
    });
    if (live.count('InventoryValue', isRun('')).value > 0) {
      lines.push(
        line(
          'Receipts − issues = on hand',
          'quantity',
          'Quantities of Transactions up to the date, and of InventoryValue.',
          (cell) => ({
            expected: moved(audit, day, slips, QUANTITY),
            found: live.quantity('InventoryValue', 'Closing quantity', isRun(cell)),
          }),
        ),
      );
    }
    lines.push(
      line(
        'Posted cost + adjustments = value after',
        'amount',
        'Costs of Transactions up to the date with Adjustments of runs up to this one, and Closings.',
        (cell) => ({
          expected: plus(moved(audit, day, slips, COST), adjustedUpTo(audit, run, cell)),
          found: live.amount('Closings', 'Value after', isRun(cell)),
        }),
      ),
    );
  }
  const close = audit.inForce().findLast(({ type }) => type === 'Close');
  if (close) lines.push(yield* lockedRows(audit, close.id, audit.day(close)));
  return { title: 'Against the input', lines };
}

/** Rows in = rows out: as many transactions are locked as there are up to the date of the last close. */
function* lockedRows(audit: Audit, run: string, day: Live): Steps<CheckLine> {
  const { live } = audit;
  const line = {
    what: 'Rows in = rows locked',
    run,
    kind: 'count',
    mark: '#',
    how: 'Rows of Transactions dated up to the last close, and of LockedRows in force.',
  } as const;
  yield;
  const why = obstacle(audit, 'all');
  yield;
  if (why !== undefined) return { ...line, figures: { notTested: why } };
  const financial = isUpTo('Financial date', day);
  const terms = [live.count('Transactions', financial)];
  if (audit.tables.header('Transactions', 'Physical date') !== undefined) {
    const slip = isUpTo('Physical date', day);
    yield;
    terms.push(live.count('Transactions', slip, isAfter('Financial date', day)));
    yield;
    terms.push(live.count('Transactions', slip, isBlank('Financial date')));
  }
  yield;
  const locks = live.count('LockedRows', is('Kind', 'Transaction'), is('Status', 'Active'));
  const expected = plus(...terms);
  // Rows that were invoiced since they were locked are locked twice.
  const found = locks.value > expected.value ? lockedOnce(audit) : locks;
  return { ...line, figures: () => ({ expected, found }) };
}

/**
 * How many transactions have a lock in force: each keeps the number of its order (A3), so that as many numbers stand there. FREQUENCY
 * sorts them, and counts a number once; that of all other rows is zero.
 */
function lockedOnce({ live, tables }: Audit): Live {
  const [kind, status, order] = ['Kind', 'Status', 'Order'].map((column) => live.reference('LockedRows', column));
  const numbers = `(${kind}="Transaction")*(${status}="Active")*(${order}+1)`;
  const [kinds, statuses, orders] = ['Kind', 'Status', 'Order'].map((column) => tables.parts('LockedRows', column));
  const known = new Set<unknown>();
  for (const [at, part] of orders.entries()) {
    for (let row = 0; row < part.length; row++) {
      if (kinds[at]?.[row] === 'Transaction' && statuses[at]?.[row] === 'Active') known.add(part[row]);
    }
  }
  return {
    formula: `SUMPRODUCT(--(FREQUENCY(${numbers},${numbers})>0))-(SUMPRODUCT(--(${numbers}=0))>0)`,
    value: known.size,
  };
}
