import { type Book, LEG, NONE } from '../../book/book';
import type { RunRequest } from '../../book/outcome';
import { pair, type Pairing } from '../pairing';
import { type Sides, sidesOf, statesOf } from '../sides';
import { Workspace } from '../workspace';
import { FlowRun, type Steps } from './flow';
import { dependentsOf, networkOf } from './network';

/** A transaction whose cost in the run changes with the cost of a receipt. Signed, scaled. */
export interface Recosted {
  readonly transaction: number;
  readonly before: number;
  readonly after: number;
}

/**
 * A settled book that says what would follow if a receipt had another cost. Pairing does not depend on cost (Part A), so
 * only what the receipt feeds is valued again, in the order of what depends on what; the rest stays as it is.
 */
export class Recosting {
  private readonly run: FlowRun;
  private readonly steps: Steps;
  private readonly sides: Sides;

  constructor(book: Book, request: RunRequest) {
    this.sides = sidesOf(book, statesOf(book, request));
    const network = networkOf(book, request, this.sides, paired(book, request, this.sides));
    this.run = new FlowRun(network, request, new Workspace(), true).run();
    this.steps = this.run.steps();
  }

  /** Whether the cost of this row can be changed: an open receipt that takes no cost from issues, and gives no weight. */
  canChange(row: number): boolean {
    const { nodeOf, firstOther, links, book } = this.run.network;
    return nodeOf[row] < firstOther && links.groupOf[row] === NONE && book.transactions.quantity[row] > 0;
  }

  /**
   * Adds an amount to the posted cost of a receipt (see canChange) and returns every other transaction whose cost
   * follows. The change stays; adding its opposite takes it back.
   */
  add(row: number, amount: number): Recosted[] {
    const { valuation, network } = this.run;
    const { nodeOf, rowOf, book } = network;
    const { count, leg } = book.transactions;
    const start = nodeOf[row];
    this.sides.value[start] += amount;
    const queue = new StepQueue();
    queue.push(this.steps.of[start]);
    const found: Recosted[] = [];
    for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
      const nodes = this.steps.nodesOf(step);
      const before = nodes.map((node) => valuation.change[node]);
      this.run.again(step);
      nodes.forEach((node, at) => {
        const moved = valuation.change[node] !== before[at];
        // A receipt leg of the run itself has no change of its own: it holds what its issue leg holds.
        const transaction = rowOf[node];
        if (!moved && node !== start && transaction < count) return;
        if (moved && transaction < count && leg[transaction] === LEG.none) {
          found.push({ transaction, ...this.costs(transaction, before[at], valuation.change[node]) });
        }
        for (const dependent of dependentsOf(network, node)) {
          const next = this.steps.of[dependent];
          if (next !== step) queue.push(next);
        }
      });
    }
    return found;
  }

  /** Sum of all adjustments of the run as it stands now, signed and scaled. */
  adjustment(): number {
    const { valuation, network } = this.run;
    let sum = 0;
    for (let row = 0; row < network.book.transactions.count; row++) sum += valuation.change[network.nodeOf[row]];
    return sum;
  }

  private costs(row: number, before: number, after: number): Omit<Recosted, 'transaction'> {
    const { valuation, network } = this.run;
    const cost = valuation.posted(row) + network.book.transactions.adjusted[row];
    return { before: cost + before, after: cost + after };
  }
}

function paired(book: Book, request: RunRequest, sides: Sides): Pairing {
  const steps = pair(book, request, sides);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps to be valued again, the first of them first, each once however often it is pushed. */
class StepQueue {
  private readonly heap: number[] = [];
  private readonly waiting = new Set<number>();

  push(step: number): void {
    if (this.waiting.has(step)) return;
    this.waiting.add(step);
    let at = this.heap.push(step) - 1;
    while (at > 0 && this.heap[(at - 1) >> 1] > step) {
      this.heap[at] = this.heap[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    this.heap[at] = step;
  }

  pop(): number | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined) return undefined;
    this.waiting.delete(first);
    if (this.heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.heap.length) break;
      if (child + 1 < this.heap.length && this.heap[child + 1] < this.heap[child]) child++;
      if (this.heap[child] >= last) break;
      this.heap[at] = this.heap[child];
      at = child;
    }
    this.heap[at] = last;
    return first;
  }
}
