import fc from 'fast-check';
import type { Book } from '../../src/book/book';
import type { Day } from '../../src/book/days';
import type { Outcome, RunRequest } from '../../src/book/outcome';
import { openPartOf } from '../../src/settle/aside/open-part';
import { settle } from '../../src/settle/run';
import { afterRun } from '../support/book';
import {
  bookOf,
  describeCase,
  randomCase,
  type RandomBookOptions,
  type RandomCase,
  withModelsOf,
} from '../support/random-book';

interface Kind extends RandomBookOptions {
  readonly books: string;
  /** Invoices come in with the month that they are dated in: before that nobody knows their cost, nor what shares in it. */
  readonly invoicesComeLate?: true;
}

const KINDS: readonly Kind[] = [
  { books: 'all models', maxItems: 4 },
  { books: 'averages', models: ['Weighted average', 'Weighted average date'] },
  { books: 'models that change', modelsChange: true, maxItems: 3 },
  { books: 'recalculations between closes', recalculations: true, flows: true },
  { books: 'flows of cost', flows: true, maxItems: 4, maxRows: 30 },
  { books: 'invoices that come late', invoicesComeLate: true, flows: true, models: ['FIFO'], maxRows: 30 },
  { books: 'many circles', flows: true, models: ['FIFO', 'Weighted average'], maxItems: 1, span: 6 },
];

describe('what was closed in full is put aside', () => {
  test.each(KINDS)('$books: every run comes out as over all rows', ({ books: _, ...options }) => {
    const found = { rows: 0, aside: 0 };
    eachRun(options, (book, request) => {
      const part = openPartOf(book);
      found.rows += book.transactions.count;
      found.aside += book.transactions.count - part.book.transactions.count;
      const whole = settle(book, request);
      expect(written(part.inWhole(settle(part.book, request)))).toEqual(written(whole));
      return whole;
    });
    // The books are small and much of them is open: yet the test must have something aside.
    expect(found.aside).toBeGreaterThan(found.rows / 20);
  });
});

/** All columns of an outcome as lists: what a workspace or a buffer is does not count. */
function written(outcome: Outcome): unknown {
  return JSON.parse(
    JSON.stringify(outcome, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
    ),
  );
}

function knownBy(day: Day, book: Book, { transactions: all }: Book): Book {
  const { inputCount, financialDay, financialCost } = book.transactions;
  const isKnown = (row: number) => row >= inputCount || all.financialDay[row] <= day;
  const transactions = {
    ...book.transactions,
    financialDay: financialDay.map((leg, row) => (row >= inputCount ? leg : isKnown(row) ? all.financialDay[row] : 0)),
    financialCost: financialCost.map((leg, row) =>
      row >= inputCount ? leg : isKnown(row) ? all.financialCost[row] : 0,
    ),
  };
  return { ...book, transactions };
}

function eachRun(options: Omit<Kind, 'books'>, run: (book: Book, request: RunRequest) => Outcome): void {
  fc.assert(
    fc.property(randomCase(options), (random) => {
      const all = bookOf(random);
      let book = all;
      random.requests.forEach((request, at) => {
        book = withModelsOf(random, at, book);
        if (options.invoicesComeLate) book = knownBy(request.day, book, all);
        book = afterRun(book, run(book, request));
      });
    }),
    {
      numRuns: 150,
      seed: 20260731,
      reporter: (details) => {
        if (!details.failed) return;
        const [random] = details.counterexample as [RandomCase];
        throw new Error(`${describeCase(random)}\n${String(details.errorInstance)}`);
      },
    },
  );
}
