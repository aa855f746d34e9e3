import type { Audit } from './audit';
import type { CheckLine, CheckSection } from './check-line';
import { type Condition, is, isAfter, isBlank, isUpTo, type Live, plus } from './live';

/** What a run's figures come to when they are recomputed from the table Transactions. */
export interface InputFacts {
  /** Whether items include physical value: in some, packing slips count like invoices until these come (A2). */
  readonly slips: 'none' | 'all' | 'some';
}

/** The newest run in force against the input: on-hand quantity, inventory value, and the rows that were locked. */
export function againstInput(audit: Audit, { slips }: InputFacts): CheckSection {
  const run = audit.inForce().at(-1);
  const lines: CheckLine[] = [];
  if (run) {
    const why = obstacle(audit, slips);
    const day = audit.day(run);
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
            expected: moved(audit, day, slips, 'Quantity', undefined),
            found: live.quantity('InventoryValue', 'Closing quantity', isRun(cell)),
          }),
        ),
      );
    }
    lines.push(
      line(
        'Posted cost + adjustments = value after',
        'amount',
        'Costs of Transactions up to the date with all Adjustments, and Closings.',
        (cell) => ({
          expected: plus(
            moved(audit, day, slips, 'Financial cost', 'Physical cost'),
            live.amount('Adjustments', 'Adjustment'),
          ),
          found: live.amount('Closings', 'Value after', isRun(cell)),
        }),
      ),
    );
  }
  const close = audit.inForce().findLast(({ type }) => type === 'Close');
  if (close) lines.push(lockedRows(audit, close.id, audit.day(close)));
  return { title: 'Against the input', lines };
}

/** Rows in = rows out: as many transactions are locked as there are up to the date of the last close. */
function lockedRows(audit: Audit, run: string, day: Live): CheckLine {
  const { live } = audit;
  const line = {
    what: 'Rows in = rows locked',
    run,
    kind: 'count',
    mark: '#',
    how: 'Rows of Transactions dated up to the last close, and of LockedRows in force.',
  } as const;
  const why = obstacle(audit, 'all');
  if (why !== undefined) return { ...line, figures: { notTested: why } };
  const financial = isUpTo('Financial date', day);
  const terms = [live.count('Transactions', financial)];
  if (audit.tables.header('Transactions', 'Physical date') !== undefined) {
    const slip = isUpTo('Physical date', day);
    terms.push(live.count('Transactions', slip, isAfter('Financial date', day)));
    terms.push(live.count('Transactions', slip, isBlank('Financial date')));
  }
  const locks = live.count('LockedRows', is('Kind', 'Transaction'), is('Status', 'Active'));
  const expected = plus(...terms);
  if (locks.value > expected.value) {
    const updates = `${locks.value - expected.value} rows were invoiced since they were locked, and are locked twice.`;
    return { ...line, figures: { notTested: `${updates} The command verify tests each of them.` } };
  }
  return { ...line, figures: () => ({ expected, found: locks }) };
}

/**
 * The sum of a column of Transactions over what counts in the inventory of a day: rows invoiced by then and, where items
 * include physical value, slips that were not, with the amount of the slip where there is one.
 */
function moved(
  audit: Audit,
  day: Live,
  slips: InputFacts['slips'],
  column: string,
  slipColumn: string | undefined,
): Live {
  const { live, tables } = audit;
  const sum = (name: string, ...where: Condition[]): Live =>
    column === 'Quantity' ? live.quantity('Transactions', name, ...where) : live.amount('Transactions', name, ...where);
  const has = (name: string): boolean => tables.header('Transactions', name) !== undefined;
  const terms = has('Financial date') ? [sum(column, isUpTo('Financial date', day))] : [];
  if (slips === 'none' || !has('Physical date')) return plus(...terms);
  const slip = isUpTo('Physical date', day);
  const notInvoiced = has('Financial date')
    ? [[isAfter('Financial date', day)], [isBlank('Financial date')]]
    : [[] as Condition[]];
  for (const where of notInvoiced) {
    if (slipColumn === undefined || !has(slipColumn)) terms.push(sum(column, slip, ...where));
    else {
      terms.push(sum(slipColumn, slip, ...where));
      terms.push(sum(column, slip, ...where, isBlank(slipColumn)));
    }
  }
  return plus(...terms);
}

/** Why formulas can not recompute from the table Transactions; undefined where they can. */
function obstacle({ tables }: Audit, slips: InputFacts['slips']): string | undefined {
  if (tables.header('Transactions', 'Financial date') === undefined) return 'Transactions has no Financial date.';
  for (const column of ['Quantity', 'Financial date', 'Physical date', 'Financial cost', 'Physical cost']) {
    const isNumeric = tables
      .parts('Transactions', column)
      .every((part) => part.every((cell) => cell === null || typeof cell === 'number'));
    if (!isNumeric) return `Some cells of ${column} in Transactions hold text, which formulas do not add up.`;
  }
  if (slips === 'some') return 'Some items include physical value and others do not; formulas do not tell them apart.';
  return undefined;
}
