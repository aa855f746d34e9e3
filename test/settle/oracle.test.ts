import fc from 'fast-check';
import type { Book } from '../../src/book/book';
import { short } from '../../src/book/decimals';
import type { LogCode } from '../../src/book/log-codes';
import type { Outcome, RunRequest } from '../../src/book/outcome';
import { settle } from '../../src/settle/run';
import { asColumns } from '../oracle/columns';
import { signed, type Transaction } from '../oracle/objects';
import { runOracle, type OracleResult, type Standing } from '../oracle/run';
import { afterRun } from '../support/book';
import {
  bookOf,
  describeCase,
  randomCase,
  withModelsOf,
  type RandomBookOptions,
  type RandomCase,
} from '../support/random-book';
import { openOf, readable } from '../support/readable';

interface Kind extends RandomBookOptions {
  readonly books: string;
  readonly runs: number;
}

const KINDS: readonly Kind[] = [
  { books: 'FIFO', models: ['FIFO'], runs: 350 },
  { books: 'LIFO', models: ['LIFO'], runs: 350 },
  { books: 'LIFO date', models: ['LIFO date'], runs: 350 },
  { books: 'weighted average', models: ['Weighted average'], runs: 350 },
  { books: 'weighted average date', models: ['Weighted average date'], runs: 350 },
  { books: 'averages on few days', models: ['Weighted average', 'Weighted average date'], span: 6, runs: 350 },
  { books: 'all models together', maxItems: 5, runs: 300 },
  { books: 'models that change between closes', modelsChange: true, span: 8, runs: 350 },
  { books: 'flows of cost', flows: true, models: ['FIFO', 'LIFO', 'Standard cost'], runs: 300 },
  { books: 'many circles', flows: true, models: ['FIFO'], maxItems: 1, span: 6, runs: 300 },
  { books: 'flows of cost, all models', flows: true, maxItems: 3, maxRows: 16, runs: 300 },
  { books: 'recalculations between closes', recalculations: true, maxItems: 3, runs: 250 },
  {
    books: 'recalculations of averages',
    recalculations: true,
    models: ['Weighted average', 'Weighted average date'],
    span: 10,
    runs: 250,
  },
  { books: 'recalculations of flows of cost', recalculations: true, flows: true, maxItems: 3, maxRows: 16, runs: 300 },
  {
    books: 'recalculations of circles',
    recalculations: true,
    flows: true,
    models: ['FIFO', 'Weighted average'],
    maxItems: 1,
    span: 6,
    runs: 250,
  },
  { books: 'very large amounts and quantities', large: true, maxRows: 12, runs: 300 },
];

describe('the engine and the oracle agree to the cent, through up to five runs', () => {
  test.each(KINDS)('$books', ({ runs, ...options }) => {
    fc.assert(
      fc.property(randomCase(options), (random) => {
        let book = bookOf(random);
        for (const [run, request] of random.requests.entries()) {
          book = withModelsOf(random, run, book);
          const outcome = settle(book, request);
          const after = afterRun(book, outcome);
          expect(byEngine(book, outcome, after)).toEqual(byOracle(book, request));
          book = after;
        }
      }),
      { numRuns: runs, seed: 20260131, reporter: report },
    );
  });
});

function byEngine(book: Book, outcome: Outcome, after: Book) {
  return {
    ...readable(book, outcome, outcome.ledger, after),
    standing: openOf(after, outcome.request.day, book.transactions.count),
    unsettled: loggedQuantities(book, outcome, ['NOT_SETTLED', 'NO_FIN_RECEIPT']),
    waiting: loggedQuantities(book, outcome, ['MARKED_LATER']),
    unsolved: outcome.log.filter((entry) => entry.code === 'CIRCULAR_LIMIT').length,
  };
}

function byOracle(book: Book, request: RunRequest) {
  const result = runOracle(book, request);
  const columns = asColumns(result);
  return {
    ...readable(book, columns, result.ledger, afterRun(book, columns)),
    standing: result.standing.map((row) => standingLine(book, row)).sort(),
    unsettled: quantities(book, result.unsettled),
    waiting: quantities(book, result.waiting),
    unsolved: result.unsolved.length,
  };
}

function standingLine(book: Book, { transaction, openQuantity, openValue, cost }: Standing): string {
  const sign = transaction.kind === 'issue' ? -1 : 1;
  const quantity = short(sign * openQuantity.toNumber() || 0, book.parameters.quantityDecimals);
  const value = signed(transaction, openValue).toUnits();
  return `${transaction.id}: ${quantity} for ${value} of ${signed(transaction, cost).toUnits()}`;
}

/** What the log says could not be settled, one line an issue. */
function loggedQuantities(book: Book, outcome: Outcome, codes: readonly LogCode[]): string[] {
  const sums = new Map<number, number>();
  for (const entry of outcome.log) {
    if (!codes.includes(entry.code)) continue;
    sums.set(entry.transaction, (sums.get(entry.transaction) ?? 0) + (entry.quantity ?? 0));
  }
  return [...sums]
    .map(([at, units]) => `${book.transactions.id[at]}: ${short(units, book.parameters.quantityDecimals)}`)
    .sort();
}

function quantities(book: Book, sizes: OracleResult['unsettled']): string[] {
  const line = ([row, size]: [Transaction, { toNumber(): number }]): string =>
    `${row.id}: ${short(-size.toNumber(), book.parameters.quantityDecimals)}`;
  return [...sizes].map(line).sort();
}

function report(details: fc.RunDetails<[RandomCase]>): void {
  if (!details.failed) return;
  const [random] = details.counterexample as [RandomCase];
  throw new Error(`${describeCase(random)}\n${String(details.errorInstance)}`);
}
