import { NONE } from '../../book/book';
import { exact } from '../../book/decimals';
import { Workspace } from '../workspace';
import { type Network, receiptLegOf, VALUED } from './network';
import type { Valuation } from './valuation';

const TAKEN = -1;

/** What a receipt that takes cost gets of what it is due. */
type Receive = (node: number, due: number) => number;

/**
 * Values every node after all that it depends on, each once, and returns the order in which that was done; what is left
 * depends on a circle. What a node made ready comes next, before other beginnings: a purchase is followed to where its
 * cost ends, through the same few cost keys, whose figures are then at hand.
 */
export class FirstPass {
  /** The valued nodes, in their order. */
  readonly order: Int32Array;
  /** The nodes that depend on a circle, ascending. */
  readonly left: readonly number[];
  /** Per node: how many ways in which it depends on others are not valued yet. */
  private readonly pending: Int32Array;
  private readonly ready: number[] = [];
  private readonly hasLegs: boolean;
  private end = 0;

  constructor(
    private readonly network: Network,
    private readonly valuation: Valuation,
    private readonly receive: Receive,
    workspace = new Workspace(),
  ) {
    const { book, nodes, firstLeg, firstOther } = network;
    this.hasLegs = firstOther > firstLeg || book.transactions.count > book.transactions.inputCount;
    this.pending = workspace.integers(nodes).fill(0);
    this.order = workspace.integers(nodes);
    this.countPending();
    for (let root = 0; root < nodes; root++) {
      if (this.pending[root] !== 0) continue;
      this.pending[root] = TAKEN;
      this.ready.push(root);
      for (let node = this.ready.pop(); node !== undefined; node = this.ready.pop()) this.value(node);
    }
    this.order = this.order.subarray(0, this.end);
    this.left = this.unvalued();
  }

  private countPending(): void {
    const { pending } = this;
    const { pairing, book, nodeOf, direct, takers, nodes, hasEarlier } = this.network;
    const { issue, count } = pairing.slices;
    for (let s = 0; s < count; s++) pending[issue[s]]++;
    for (let node = 0; node < nodes; node++) {
      if (direct.taker[node] !== NONE) pending[direct.taker[node]]++;
    }
    for (let at = 0; at < takers.entries.length; at++) pending[takers.entries[at]]++;
    if (hasEarlier) {
      const { settlements } = book;
      for (let j = 0; j < settlements.count; j++)
        if (settlements.quantity[j] > 0) pending[nodeOf[settlements.issue[j]]]++;
    }
    if (!this.hasLegs) return;
    for (let node = 0; node < nodes; node++) {
      const leg = this.network.valued[node] === VALUED.issue ? receiptLegOf(this.network, node) : NONE;
      if (leg !== NONE) pending[leg]++;
    }
  }

  private value(node: number): void {
    const { network, valuation } = this;
    this.order[this.end++] = node;
    if (network.valued[node] === VALUED.issue) this.valueIssue(node);
    else if (network.valued[node] === VALUED.taking || network.valued[node] === VALUED.variance) {
      this.valueReceipt(node, this.receive(node, valuation.due(node)));
    } else this.valueReceipt(node, valuation.passedOn(node));
  }

  private valueIssue(node: number): void {
    const { network, valuation } = this;
    if (valuation.isPlain(node)) exact(valuation.change[node], 'The change of a cost');
    else valuation.value(node, 0);
    const { direct, takers } = network;
    for (let at = takers.starts[node]; at < takers.starts[node + 1]; at++) this.release(takers.entries[at]);
    if (this.hasLegs) {
      const leg = receiptLegOf(network, node);
      if (leg !== NONE) this.release(leg);
    }
    const taker = direct.taker[node];
    if (taker === NONE) return;
    // It depends on this issue alone.
    this.pending[taker] = TAKEN;
    this.order[this.end++] = taker;
    const due = exact(direct.known[taker] - valuation.change[node], 'A cost that is passed on');
    this.valueReceipt(taker, due === 0 ? 0 : this.receive(taker, due));
  }

  private valueReceipt(node: number, change: number): void {
    const { slicesOfReceipt, earlierOfReceipt, hasEarlier, pairing, book, nodeOf } = this.network;
    this.valuation.valueReceipt(node, change, true);
    const { issue } = pairing.slices;
    for (let at = slicesOfReceipt.starts[node]; at < slicesOfReceipt.starts[node + 1]; at++) {
      this.release(issue[slicesOfReceipt.entries[at]]);
    }
    if (!hasEarlier) return;
    for (let at = earlierOfReceipt.starts[node]; at < earlierOfReceipt.starts[node + 1]; at++) {
      this.release(nodeOf[book.settlements.issue[earlierOfReceipt.entries[at]]]);
    }
  }

  private release(node: number): void {
    if (--this.pending[node] > 0) return;
    this.pending[node] = TAKEN;
    this.ready.push(node);
  }

  private unvalued(): number[] {
    const left: number[] = [];
    if (this.end === this.network.nodes) return left;
    for (let node = 0; node < this.network.nodes; node++) if (this.pending[node] > 0) left.push(node);
    return left;
  }
}
