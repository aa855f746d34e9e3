import { type Closing, lastClose } from '../../book/book';
import type { Steps } from '../../book/steps';
import type { Audit } from './audit';
import type { AccountValue } from './balance-checks';
import type { CheckLine, CheckSection } from './check-line';
import { ARCHIVED, hasArchived } from './row-checks';
import {
  type Condition,
  is,
  isAfter,
  isAfterRun,
  isBlank,
  isPlainCriterion,
  isUpTo,
  isUpToRun,
  type Live,
  plus,
} from './live';

/** What formulas can not see in the table Transactions. */
export interface InputFacts {
  /** Whether packing slips of an item (its id in lower case) count like invoices until these come (A2). */
  readonly includesSlips: (item: string) => boolean;
  /** Where the ledger's balances are known: the run that they are compared after, and the values of the accounts before it. */
  readonly balances?: { readonly run: string; readonly values: readonly AccountValue[] } | undefined;
}

/** Packing slips that count in the inventory of a day: none, all, or those of these items. */
type Slips = 'none' | 'all' | readonly string[];

/** More items than these would make formulas that nobody reads. */
const MOST_ITEMS = 10;

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
        'Costs of Transactions up to the date with Adjustments of runs up to this one, and Closings.',
        (cell) => ({
          expected: plus(moved(audit, day, slips, 'Financial cost', 'Physical cost'), adjustedUpTo(audit, run, cell)),
          found: live.amount('Closings', 'Value after', isRun(cell)),
        }),
      ),
    );
  }
  const close = audit.inForce().findLast(({ type }) => type === 'Close');
  if (close) lines.push(yield* lockedRows(audit, close.id, audit.day(close)));
  return { title: 'Against the input', lines };
}

/**
 * What the adjustments were that a run counts in the inventory: those of all runs up to it, of which reversed ones cancel out and what
 * they had taken back stays so. An on-hand adjustment is dated at the last close (A20): it counts those up to that close, and others of
 * its kind.
 */
export function adjustedUpTo({ live, closings }: Audit, run: Closing, cell?: string): Live {
  const upTo = isUpToRun('Closing', run.id, cell);
  if (run.type !== 'On-hand adjustment') return live.amount('Adjustments', 'Adjustment', upTo);
  const close = lastClose(closings.slice(0, closings.indexOf(run)));
  if (!close) return live.amount('Adjustments', 'Adjustment', upTo, is('Reason', 'On-hand'));
  return plus(
    live.amount('Adjustments', 'Adjustment', isUpToRun('Closing', close.id)),
    live.amount('Adjustments', 'Adjustment', isAfterRun('Closing', close.id), upTo, is('Reason', 'On-hand')),
  );
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
function moved(audit: Audit, day: Live, slips: Slips, column: string, slipColumn: string | undefined): Live {
  const { live, tables } = audit;
  const sum = (name: string, ...where: Condition[]): Live =>
    column === 'Quantity' ? live.quantity('Transactions', name, ...where) : live.amount('Transactions', name, ...where);
  const has = (name: string): boolean => tables.header('Transactions', name) !== undefined;
  const terms = [sum(column, isUpTo('Financial date', day))];
  if (slips === 'none' || !has('Physical date')) return plus(...terms);
  const slip = isUpTo('Physical date', day);
  const items: Condition[][] = slips === 'all' ? [[]] : slips.map((item) => [is('Item', item)]);
  const notInvoiced = [isAfter('Financial date', day), isBlank('Financial date')];
  for (const where of items.flatMap((item) => notInvoiced.map((one) => [...item, one]))) {
    if (slipColumn === undefined || !has(slipColumn)) terms.push(sum(column, slip, ...where));
    else {
      terms.push(sum(slipColumn, slip, ...where));
      terms.push(sum(column, slip, ...where, isBlank(slipColumn)));
    }
  }
  return plus(...terms);
}

/** Which packing slips count on a day, of those that are there: where all do, or none, no formula needs to name items. */
function slipsBy({ tables }: Audit, day: Live, { includesSlips }: InputFacts): Slips {
  const [items, physical, financial] = ['Item', 'Physical date', 'Financial date'].map((column) =>
    tables.parts('Transactions', column),
  );
  const isBy = (cell: unknown): boolean => typeof cell === 'number' && cell <= day.value;
  const [counting, others] = [new Map<string, string>(), new Set<string>()];
  for (const [at, part] of items.entries()) {
    for (let row = 0; row < part.length; row++) {
      if (!isBy(physical[at]?.[row]) || isBy(financial[at]?.[row])) continue;
      const key = String(part[row]).trim().toLowerCase();
      if (includesSlips(key)) counting.set(key, String(part[row]));
      else others.add(key);
    }
  }
  if (counting.size === 0) return 'none';
  return others.size === 0 ? 'all' : [...counting.values()];
}

/** Why formulas can not recompute from the table Transactions; undefined where they can. */
function obstacle(audit: Audit, slips: Slips): string | undefined {
  const { tables } = audit;
  if (hasArchived(audit)) return ARCHIVED;
  for (const column of ['Financial date', 'Financial cost']) {
    if (tables.header('Transactions', column) === undefined) return `Transactions has no ${column}.`;
  }
  for (const column of ['Quantity', 'Financial date', 'Physical date', 'Financial cost', 'Physical cost']) {
    const isNumeric = tables
      .parts('Transactions', column)
      .every((part) => part.every((cell) => cell === null || typeof cell === 'number'));
    if (!isNumeric) return `Some cells of ${column} in Transactions hold text, which formulas do not add up.`;
  }
  if (slips.length > MOST_ITEMS && typeof slips !== 'string')
    return `${slips.length} items with packing slips include physical value and others do not: too many for a formula.`;
  if (typeof slips !== 'string' && !slips.every(isPlainCriterion))
    return 'Formulas would take the number of some item for a pattern or a comparison.';
  return undefined;
}
