import fc from 'fast-check';
import { type Book, LEG, NONE } from '../../../src/book/book';
import { settles } from '../../../src/book/models';
import type { Outcome } from '../../../src/book/outcome';
import type { Direction } from '../../../src/runs/explain/cost-part';
import { type CostNode, CostTree } from '../../../src/runs/explain/cost-tree';
import type { Evidence } from '../../../src/runs/explain/evidence';
import { settle } from '../../../src/settle/run';
import { afterRun } from '../../support/book';
import { evidenceOf } from '../../support/evidence';
import { bookOf, describeCase, randomCase, type RandomBookOptions } from '../../support/random-book';

/**
 * Whatever the book: closed before or not, in the results or as a preview, with circles, slips, returns and production.
 * A check says what is wrong with a tree, "" where nothing is: there are too many nodes to expect something of each.
 */
describe('every tree of costs', () => {
  test.each<Direction>(['from', 'to'])(
    '%s: begins with the cost of its transaction, and every node is the sum of those below it',
    (direction) => {
      eachTree(direction, ({ evidence, root, nodes }) => {
        const cost = evidence.costOf(root.position);
        if (root.amount !== (evidence.quantityOf(root.position) < 0 ? 0 - cost : cost)) return 'another cost';
        for (const [node, below] of nodes) {
          const sum = below.reduce((all, { amount }) => all + amount, 0);
          if (node.opens ? sum !== node.amount : below.length > 0) return `${node.kind} of ${node.amount} has ${sum}`;
          if (!Number.isSafeInteger(node.amount) || !Number.isSafeInteger(node.quantity)) return 'no whole units';
        }
        return '';
      });
    },
  );

  test('opens no transaction below itself, and names the circle where one comes again', () => {
    eachTree('from', ({ nodes }) => {
      for (const [node] of nodes) {
        const above: number[] = [];
        for (let one = node.above; one; one = one.above) above.unshift(one.position);
        const again = above.lastIndexOf(node.position);
        if (node.opens && again >= 0) return `${node.position} is opened again`;
        if (node.kind !== 'circle') continue;
        if (again < 0 || String(node.circle) !== String(above.slice(again))) return `a circle of ${node.circle.join()}`;
      }
      return '';
    });
  });

  test('puts no estimate on what is settled in full, and nothing beside the pairs of a closing transfer', () => {
    eachTree('from', ({ evidence, root, nodes }) => {
      const parts = nodes[0][1];
      const paired = parts.filter(({ kind }) => kind === 'settled' || kind === 'gathered');
      const quantity = paired.reduce((sum, one) => sum + one.quantity, 0);
      const whole = Math.abs(evidence.quantityOf(root.position));
      if (quantity > whole) return 'more than its quantity is paired';
      if (evidence.quantityOf(root.position) < 0) {
        const open = parts.some(({ kind }) => kind === 'estimate' || kind === 'posted');
        return open === quantity < whole ? '' : `${quantity} of ${whole} is paired`;
      }
      if (evidence.legOf(root.position) !== LEG.receipt) return '';
      return quantity === whole && parts.length === paired.length ? '' : 'a leg has more than its pairs';
    });
  });

  test('has nothing that waits to be passed on after a close, but where a circle has no solution', () => {
    eachTree('from', ({ evidence, root, nodes }) => {
      const { outcome, book } = evidence;
      if (outcome?.log.some(({ code }) => code === 'CIRCULAR_LIMIT') ?? true) return '';
      const { count, costSource, item } = book.transactions;
      if (root.position >= count || !evidence.isFinancial(root.position)) return '';
      const source = costSource[root.position];
      const early = source !== NONE && !evidence.isFinancial(source);
      if (early || !settles(book.items[item[root.position]].model)) return '';
      return nodes[0][1].some(({ kind }) => kind === 'pending') ? 'something is pending' : '';
    });
  });

  test('says from both ends the same of a pair', () => {
    eachBook((evidence) => {
      const tree = new CostTree(evidence);
      const pairs = (direction: Direction) =>
        positionsOf(evidence).flatMap((position) =>
          tree
            .below(tree.root(position, direction))
            .filter(({ kind }) => kind === 'settled')
            .map(({ position: other, amount, quantity }) => {
              const [issue, receipt] = direction === 'from' ? [position, other] : [other, position];
              return `${issue} ${receipt} ${quantity} ${amount}`;
            }),
        );
      return String(pairs('from').sort()) === String(pairs('to').sort()) ? '' : 'the ends differ';
    });
  });
});

interface Grown {
  readonly evidence: Evidence;
  readonly root: CostNode;
  /** Nodes with those below them, the root first. */
  readonly nodes: readonly (readonly [CostNode, readonly CostNode[]])[];
}

/** A tree with many ways through it is not walked to its end. */
const MOST_NODES = 100;

function eachTree(direction: Direction, check: (grown: Grown) => string): void {
  eachBook((evidence) => {
    const tree = new CostTree(evidence);
    for (const position of positionsOf(evidence)) {
      const root = tree.root(position, direction);
      const nodes: [CostNode, CostNode[]][] = [];
      const waiting = [root];
      for (let at = 0; at < waiting.length && at < MOST_NODES; at++) {
        const below = tree.below(waiting[at]);
        nodes.push([waiting[at], below]);
        waiting.push(...below);
      }
      const wrong = check({ evidence, root, nodes });
      if (wrong !== '') return `${direction} ${position}: ${wrong}`;
    }
    return '';
  });
}

/** Every row, every leg of an earlier closing transfer, and those that the preview would make. */
function positionsOf({ book, outcome }: Evidence): number[] {
  return Array.from(
    { length: book.transactions.count + 2 * (outcome?.transfers.count ?? 0) },
    (_, position) => position,
  );
}

const BOOKS: readonly RandomBookOptions[] = [
  { flows: true, maxItems: 3 },
  { flows: true, models: ['Weighted average', 'Weighted average date'], span: 6 },
  { flows: true, models: ['FIFO', 'LIFO', 'LIFO date'] },
];

/** Random books: before each close as a preview of it, and after it as its results tell. */
function eachBook(check: (evidence: Evidence) => string): void {
  for (const options of BOOKS) {
    fc.assert(
      fc.property(randomCase(options), (random) => {
        let book: Book = bookOf(random);
        const closes: Outcome[] = [];
        for (const request of random.requests) {
          const outcome = settle(book, request);
          const asPreview = check(evidenceOf(book, closes, outcome));
          closes.push(outcome);
          book = afterRun(book, outcome);
          const wrong = asPreview || check(evidenceOf(book, closes));
          if (wrong !== '') throw new Error(`${wrong}\n${describeCase(random)}`);
        }
      }),
      { seed: 6, numRuns: 80 },
    );
  }
}
