import type { Book } from '../../src/book/book';
import { parseIsoDay } from '../../src/book/days';
import { plain } from '../../src/book/decimals';
import { type Outcome, REASONS } from '../../src/book/outcome';
import { settle } from '../../src/settle/run';

export const JANUARY = parseIsoDay('2026-01-31')!;
export const FEBRUARY = parseIsoDay('2026-02-28')!;

/** A close of a book, to the end of January unless another day is named. */
export function close(book: Book, day = JANUARY, minimum = 0): Outcome {
  return settle(book, {
    type: 'Close',
    day,
    specification: 'Total',
    maximumThroughputs: 100,
    minimumThroughputAdjustment: minimum,
  });
}

/** Adjustments as lines, "T-in Transfer +2.00" or "T-in Expensed 0.00 (0.03)", sorted. */
export function adjusted(book: Book, { adjustments: a }: Outcome): string[] {
  const amount = (units: number) => (units > 0 ? '+' : '') + plain(units, 2);
  return Array.from({ length: a.count }, (_, i) => {
    const expensed = a.expensed[i] === 0 ? '' : ` (${amount(a.expensed[i])})`;
    return `${book.transactions.id[a.transaction[i]]} ${REASONS[a.reason[i]]} ${amount(a.amount[i])}${expensed}`;
  }).sort();
}

/** Item A keeps its costs apart by site. */
export const SITES = { items: [{ id: 'A', financialDimensions: ['Site'] }] };
export const site = (Site: string) => ({ dims: { Site } });
