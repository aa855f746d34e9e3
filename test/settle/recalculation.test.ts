import fc from 'fast-check';
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

function report(run: fc.RunDetails<[RandomCase]>): void {
  if (!run.failed || !run.counterexample) return;
  throw new Error(`${describeCase(run.counterexample[0])}\n${String(run.errorInstance)}`);
}
