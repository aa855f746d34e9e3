import { type Book, LEG } from '../../../src/book/book';
import type { Outcome } from '../../../src/book/outcome';
import { asColumns } from '../../oracle/columns';
import { runOracle } from '../../oracle/run';
import { afterRun } from '../../support/book';
import { readable } from '../../support/readable';

/** A run of a workbook with a past is what the second implementation says of the same book. */
export function expectOracle(book: Book, outcome: Outcome): void {
  const after = afterRun(book, outcome);
  const oracle = runOracle(withLegSources(book), outcome.request);
  const columns = asColumns(oracle);
  expect(readable(book, outcome, outcome.ledger, after)).toEqual(
    readable(book, columns, oracle.ledger, afterRun(book, columns)),
  );
}

/** The second implementation asks a receipt leg for its issue leg; the engine knows that it stands before it. */
function withLegSources(book: Book): Book {
  const { leg, costSource } = book.transactions;
  const sources = costSource.map((source, at) => (leg[at] === LEG.receipt ? at - 1 : source));
  return { ...book, transactions: { ...book.transactions, costSource: sources } };
}
