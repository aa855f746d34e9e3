import fc from 'fast-check';
import type { Book } from '../../src/book/book';
import { short } from '../../src/book/decimals';
import type { LogCode } from '../../src/book/log-codes';
import type { Outcome, RunRequest } from '../../src/book/outcome';
import { settle } from '../../src/settle/run';
import { asColumns } from '../oracle/columns';
import { signed, type Transaction } from '../oracle/objects';
import { runOracle, type OracleResult, type Standing } from '../oracle/run';
import { afterRun } from './book';
import { bookOf, describeCase, randomCase, withModelsOf, type RandomBookOptions, type RandomCase } from './random-book';
import { openOf, readable } from './readable';

export interface Kind extends RandomBookOptions {
  readonly books: string;
  readonly runs: number;
}

/** The engine and the oracle, run after run on random books: the same to the cent. */
export function expectAgreement({ runs, ...options }: Kind): void {
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
}

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
