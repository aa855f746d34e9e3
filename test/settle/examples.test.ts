import type { Book } from '../../src/book/book';
import { short } from '../../src/book/decimals';
import type { RunRequest } from '../../src/book/outcome';
import { settle } from '../../src/settle/run';
import { asColumns } from '../oracle/columns';
import { runOracle } from '../oracle/run';
import { afterRun, type RunColumns } from '../support/after-run';
import { AVERAGE_EXAMPLES } from './examples/average';
import { AVERAGE_DATE_EXAMPLES } from './examples/average-date';
import { linesOf } from './examples/example';
import { FIFO_EXAMPLES } from './examples/fifo';
import { FLOW_EXAMPLES } from './examples/flows';
import { FURTHER_EXAMPLES } from './examples/further';
import { LIFO_EXAMPLES } from './examples/lifo';
import { bookOf, requestOf, told } from './examples/run-example';

interface Told {
  readonly run: RunColumns;
  readonly unsettled: string[];
}

const EXAMPLES = [
  ...FIFO_EXAMPLES,
  ...LIFO_EXAMPLES,
  ...AVERAGE_EXAMPLES,
  ...AVERAGE_DATE_EXAMPLES,
  ...FURTHER_EXAMPLES,
  ...FLOW_EXAMPLES,
];

describe.each([
  ['the engine', byEngine],
  ['the oracle', byOracle],
])('worked examples by %s', (_, runIt) => {
  test.each(EXAMPLES)('$name', (example) => {
    let book = bookOf(example);
    for (const close of example.closes) {
      const { run, unsettled } = runIt(book, requestOf(example, close));
      const after = afterRun(book, run);
      const { pairs, adjusted, open, stock } = told(book, run, after);
      expect(pairs.sort()).toEqual(linesOf(close.pairs).sort());
      expect(adjusted.sort()).toEqual(linesOf(close.adjusted).sort());
      expect(open.sort()).toEqual(linesOf(close.open).sort());
      expect(stock).toBe(close.stock);
      expect(unsettled.sort()).toEqual(close.unsettled);
      book = after;
    }
  });
});

function byEngine(book: Book, request: RunRequest): Told {
  const run = settle(book, request);
  const unsettled = run.log
    .filter((entry) => entry.code === 'NOT_SETTLED' || entry.code === 'NO_FIN_RECEIPT')
    .map((entry) => `${book.transactions.id[entry.transaction]}: ${short(entry.quantity ?? 0, 6)}`);
  return { run, unsettled };
}

function byOracle(book: Book, request: RunRequest): Told {
  const result = runOracle(book, request);
  const unsettled = [...result.unsettled].map(([issue, size]) => `${issue.id}: ${short(-size.toNumber(), 6)}`);
  return { run: asColumns(result), unsettled };
}
