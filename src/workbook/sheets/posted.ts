import { type Closing, lastClose } from '../../book/book';
import type { Audit } from './audit';
import type { AccountValue } from './balance-checks';
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
  /** The inventory accounts, where the workbook has balances of the general ledger. */
  readonly accounts?: readonly AccountValue[] | undefined;
}

/** Packing slips that count in the inventory of a day: none, all, or those of these items. */
export type Slips = 'none' | 'all' | readonly string[];

/** More items than these would make formulas that nobody reads. */
const MOST_ITEMS = 10;

/**
 * What the adjustments were that a run counts in the inventory: those of all runs up to it, of which reversed ones cancel out and what
 * they had taken back stays so. An on-hand adjustment is dated at the last close (A20): it counts those up to that close, and others of
 * its kind.
 */
export function adjustedUpTo(audit: Audit, run: Closing, cell?: string, ...where: readonly Condition[]): Live {
  const sum = (...more: Condition[]): Live => audit.live.amount('Adjustments', 'Adjustment', ...more, ...where);
  const upTo = isUpToRun('Closing', run.id, cell);
  if (run.type !== 'On-hand adjustment') return sum(upTo);
  const close = closeBefore(audit, run);
  if (!close) return sum(upTo, is('Reason', 'On-hand'));
  return plus(sum(isUpToRun('Closing', close.id)), sum(isAfterRun('Closing', close.id), upTo, is('Reason', 'On-hand')));
}

/** The close in force before a run: what it closed with is what the run opens with. */
export const closeBefore = ({ closings }: Audit, run: Closing): Closing | undefined =>
  lastClose(closings.slice(0, closings.indexOf(run)));

/** What is summed: a column, and that which packing slips have in its place. */
type Moved = readonly [column: string, slipColumn?: string];
export const QUANTITY: Moved = ['Quantity'];
export const COST: Moved = ['Financial cost', 'Physical cost'];

/**
 * The sum of a column of Transactions over what counts in the inventory of a day: rows invoiced by then and, where items
 * include physical value, slips that were not, with the amount of the slip where there is one.
 */
export function moved(
  { live, tables }: Audit,
  day: Live,
  slips: Slips,
  [column, slipColumn]: Moved,
  ...only: readonly Condition[]
): Live {
  const kind = column === 'Quantity' ? 'quantity' : 'amount';
  const sum = (name: string, ...where: Condition[]): Live => live[kind]('Transactions', name, ...where, ...only);
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
export function slipsBy({ tables }: Audit, day: Live, { includesSlips }: InputFacts): Slips {
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
export function obstacle(audit: Audit, slips: Slips): string | undefined {
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
