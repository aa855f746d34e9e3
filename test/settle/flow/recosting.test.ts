import fc from 'fast-check';
import type { Book } from '../../../src/book/book';
import type { Outcome, RunRequest } from '../../../src/book/outcome';
import { Recosting } from '../../../src/settle/flow/recosting';
import { settle } from '../../../src/settle/run';
import { afterRun } from '../../support/book';
import { bookOf, describeCase, randomCase, type RandomCase } from '../../support/random-book';

/** What a run changes of each transaction, and in all, without the rows that only take older ones back. */
function changes(book: Book, { adjustments: a }: Outcome): number[] {
  const sums = new Array<number>(book.transactions.count).fill(0);
  for (let i = a.takesBack.length; i < a.count; i++) sums[a.transaction[i]] += a.amount[i];
  return sums;
}

function withCost(book: Book, row: number, more: number): Book {
  const financialCost = book.transactions.financialCost.slice();
  financialCost[row] += more;
  return { ...book, transactions: { ...book.transactions, financialCost } };
}

/** Every receipt that can be changed, one after the other: the same costs as a run from the beginning. */
function compare(book: Book, request: RunRequest, more: number): void {
  // What provisional rows of earlier runs stay is not told apart from what is made now: leave them out.
  if (book.provisional.count > 0) return;
  const recosting = new Recosting(book, request);
  const base = changes(book, settle(book, request));
  for (let row = 0; row < book.transactions.inputCount; row++) {
    if (!recosting.canChange(row) || book.transactions.settledQuantity[row] !== 0) continue;
    if (book.transactions.financialDay[row] === 0 || book.transactions.financialDay[row] > request.day) continue;
    const expected = changes(book, settle(withCost(book, row, more), request));
    const found = recosting.add(row, more);
    const moved = new Map(found.map(({ transaction, before, after }) => [transaction, after - before]));
    expected.forEach((change, other) => {
      if (book.transactions.leg[other] === 0)
        expect([other, moved.get(other) ?? 0]).toEqual([other, change - base[other]]);
    });
    recosting.add(row, -more);
  }
}

test.each([
  { books: 'flows', options: { flows: true, models: ['FIFO', 'LIFO'] as const } },
  { books: 'circles', options: { flows: true, models: ['FIFO'] as const, maxItems: 1, span: 6 } },
  { books: 'all models', options: { flows: true, maxItems: 3, maxRows: 16 } },
])('another cost of one receipt changes the same costs as a run from the beginning: $books', ({ options }) => {
  fc.assert(
    fc.property(randomCase(options), fc.integer({ min: -700, max: 900 }), (random, more) => {
      let book = bookOf(random);
      for (const request of random.requests) {
        compare(book, request, more);
        book = afterRun(book, settle(book, request));
      }
    }),
    { numRuns: 120, seed: 20260228, reporter: report },
  );
});

function report(run: fc.RunDetails<[RandomCase, number]>): void {
  if (!run.failed || !run.counterexample) return;
  throw new Error(
    `${describeCase(run.counterexample[0])}\nmore ${run.counterexample[1]}\n${String(run.errorInstance)}`,
  );
}
