import fc from 'fast-check';
import type { Book } from '../../src/book/book';
import { REASONS, type Outcome, type RunRequest } from '../../src/book/outcome';
import { settle } from '../../src/settle/run';
import { afterRun } from '../support/book';
import { bookOf, describeCase, randomCase, type RandomCase } from '../support/random-book';

test.each([
  { books: 'all models', options: { maxItems: 4 } },
  { books: 'flows of cost', options: { flows: true, maxItems: 3 } },
  { books: 'circles', options: { flows: true, models: ['FIFO'] as const, maxItems: 1, span: 6 } },
])('a recalculation right after a close writes nothing: $books', ({ options }) => {
  fc.assert(
    fc.property(randomCase(options), (random) => {
      let book = bookOf(random);
      for (const request of random.requests) {
        const close = { ...request, type: 'Close' as const, minimumThroughputAdjustment: 0 };
        book = afterRun(book, settle(book, close));
        const { adjustments } = settle(book, { ...close, type: 'Recalculation' });
        expect(adjustments.count).toBe(0);
      }
    }),
    { numRuns: 200, seed: 20260331, reporter: report },
  );
});

/** "transaction reason amount", sorted, of the rows of some items that are no counter rows. */
function made(book: Book, { adjustments }: Outcome, items: readonly number[]): string[] {
  const rows = Array.from({ length: adjustments.count }, (_, row) => row).slice(adjustments.takesBack.length);
  return rows
    .filter((row) => items.includes(book.transactions.item[adjustments.transaction[row]] ?? -1))
    .map((row) =>
      [
        book.transactions.id[adjustments.transaction[row]],
        REASONS[adjustments.reason[row]],
        adjustments.amount[row],
      ].join(' '),
    )
    .sort();
}

const allItems = (book: Book): number[] => [...book.items.keys()];

/** The even items of a book, then the odd ones. */
const halves = (book: Book): number[][] => [0, 1].map((rest) => allItems(book).filter((at) => at % 2 === rest));

const recalculation = (request: RunRequest, items?: readonly number[]): RunRequest => ({
  ...request,
  type: 'Recalculation',
  minimumThroughputAdjustment: 0,
  ...(items ? { items } : {}),
});

describe('a recalculation of chosen items', () => {
  test('gives them what one of all items does, where no cost passes between items; the others nothing', () => {
    fc.assert(
      fc.property(randomCase({ maxItems: 4 }), (random) => {
        const book = bookOf(random);
        for (const request of random.requests) {
          const all = settle(book, recalculation(request));
          for (const items of halves(book)) {
            const some = settle(book, recalculation(request, items));
            expect(made(book, some, items)).toEqual(made(book, all, items));
            expect(some.adjustments.count).toBe(made(book, some, items).length);
          }
        }
      }),
      { numRuns: 150, seed: 20260401, reporter: report },
    );
  });

  test('with flows of cost: done one after the other and again, the second round writes nothing; a close does not mind', () => {
    fc.assert(
      fc.property(randomCase({ flows: true, maxItems: 4 }), (random) => {
        let book = bookOf(random);
        for (const request of random.requests) {
          const close = { ...request, minimumThroughputAdjustment: 0 };
          const wanted = costs(afterRun(book, settle(book, close)));
          let tried = book;
          for (const items of halves(book)) tried = afterRun(tried, settle(tried, recalculation(request, items)));
          for (const items of halves(book)) {
            const again = settle(tried, recalculation(request, items));
            expect(again.adjustments.count).toBe(0);
            expect(again.ledger).toEqual([]);
          }
          book = afterRun(tried, settle(tried, close));
          expect(costs(book)).toEqual(wanted);
        }
      }),
      { numRuns: 150, seed: 20260402, reporter: report },
    );
  });
});

/** What every transaction is worth, its provisional adjustments included. */
function costs({ transactions, provisional }: Book): number[] {
  const sums = Array.from(transactions.adjusted);
  for (let i = 0; i < provisional.count; i++) sums[provisional.transaction[i]] += provisional.amount[i];
  return sums;
}

function report(run: fc.RunDetails<[RandomCase]>): void {
  if (!run.failed || !run.counterexample) return;
  throw new Error(`${describeCase(run.counterexample[0])}\n${String(run.errorInstance)}`);
}
