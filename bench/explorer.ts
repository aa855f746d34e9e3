import type { Book } from '../src/book/book';
import { NONE } from '../src/book/book';
import type { RunRequest } from '../src/book/outcome';
import { TRANSACTION_TYPES } from '../src/book/transaction-types';
import type { Direction } from '../src/runs/explain/cost-part';
import { type CostNode, CostTree } from '../src/runs/explain/cost-tree';
import { Evidence } from '../src/runs/explain/evidence';
import { settle } from '../src/settle/run';
import { NO_ADJUSTMENTS } from '../src/workbook/read/results/adjustments';
import { levels } from './flow';
import { median, time, type Timing } from './timing';
import { bookOf, RUN_DAY, usualMix } from './workload';

const LINE = TRANSACTION_TYPES.indexOf('Production line');
const PRODUCT = TRANSACTION_TYPES.indexOf('Production');

const REQUEST: RunRequest = {
  type: 'Close',
  day: RUN_DAY,
  specification: 'Total',
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
};
/** A node must be there before a person notices that it was not, in milliseconds; and nodes of the tree that is opened. */
const PATIENCE = 100;
const TREE = 10_000;

/** One product of an order with so many components, half of them bought, each with a receipt of its own. */
function wideOrder(components: number): Book {
  const rows = 2 * components + 1;
  const load = usualMix(rows, components + 1);
  const item = Int32Array.from({ length: rows }, (_, row) => row >> 1);
  const quantity = Float64Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 1000 : -1000));
  const amount = Float64Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 5000 + row : -5000));
  amount[rows - 1] = 6000 * components;
  const book = bookOf({ ...load, items: components + 1, item, quantity, amount }, 'FIFO');
  const type = Uint8Array.from({ length: rows }, (_, row) => (row === rows - 1 ? PRODUCT : row % 2 === 1 ? LINE : 0));
  const reference = Int32Array.from({ length: rows }, (_, row) => (type[row] === 0 ? NONE : 0));
  return { ...book, references: ['ORDER'], transactions: { ...book.transactions, type, reference } };
}

function opened(book: Book): { evidence: Evidence; tree: CostTree } {
  const evidence = new Evidence(book, NO_ADJUSTMENTS, settle(book, REQUEST), RUN_DAY);
  return { evidence, tree: new CostTree(evidence) };
}

/** Opens a tree node by node; returns how long each took: of five times the shortest, for others use the machine too. */
function walk(tree: CostTree, position: number, direction: Direction, most: number): number[] {
  const waiting: CostNode[] = [tree.root(position, direction)];
  const times: number[] = [];
  for (let at = 0; at < waiting.length && waiting.length < most; at++) {
    let below: CostNode[] = [];
    times.push(Math.min(...Array.from({ length: 5 }, () => time(() => (below = tree.below(waiting[at]))))));
    waiting.push(...below);
  }
  return times;
}

/** Trees of costs: reading the evidence once, and the slowest node of large trees. */
export function benchExplorer(rows: number): Timing[] {
  const book = levels(rows, true);
  const outcome = settle(book, REQUEST);
  let tree: CostTree | undefined;
  const ready = time(() => (tree = new CostTree(new Evidence(book, NO_ADJUSTMENTS, outcome, RUN_DAY))));
  const closing = median(Array.from({ length: 3 }, () => time(() => settle(book, REQUEST))));
  const last = rows - 1;
  const deep = [...walk(tree!, last, 'from', TREE), ...walk(tree!, 0, 'to', TREE)];
  const wide = wideOrder(TREE / 2);
  const order = opened(wide);
  const product = walk(order.tree, wide.transactions.count - 1, 'from', TREE + 1);
  const worst = (name: string, times: readonly number[]): Timing => ({
    name: `${name}, slowest of ${times.length} nodes`,
    ms: Math.max(...times),
    ratio: Math.max(...times) / PATIENCE,
    of: `${PATIENCE} ms`,
    limit: 1,
  });
  return [
    { name: `trees of ${rows} rows made ready`, ms: ready, ratio: ready / closing, of: 'its close', limit: 2 },
    worst('transfers over five levels', deep),
    worst(`an order of ${TREE / 2} components`, product),
  ];
}
