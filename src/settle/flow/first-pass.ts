import { NONE } from '../../book/book';
import { exact } from '../../book/decimals';
import { Workspace } from '../workspace';
import { type Network, receiptLegOf, takesCost, VALUED } from './network';
import type { Valuation } from './valuation';

const TAKEN = -1;

/**
 * Values every node after all that it depends on, each once, and returns the order in which that was done; what is left
 * depends on a circle. What a node made ready comes next, before other beginnings: a purchase is followed to where its
 * cost ends, through the same few cost keys, whose figures are then at hand.
 */
export class FirstPass {
  /** The valued nodes in their order, if it is kept. */
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
    /** Puts into the change of a receipt what it gets of what it is due; that stands there. */
    private readonly receive: (node: number) => void,
    private readonly keepsOrder: boolean,
    workspace = new Workspace(),
  ) {
    const { book, nodes, firstLeg, firstOther } = network;
    this.hasLegs = firstOther > firstLeg || book.transactions.count > book.transactions.inputCount;
    this.pending = workspace.integers(nodes).fill(0);
    this.order = workspace.integers(keepsOrder ? nodes : 0);
    this.countPending();
    for (let root = 0; root < nodes; root++) {
      // A receipt that takes cost waits for an issue; one that alone takes it does so without being counted.
      if (this.pending[root] !== 0 || takesCost(network, root)) continue;
      this.pending[root] = TAKEN;
      this.ready.push(root);
      for (let node = this.ready.pop(); node !== undefined; node = this.ready.pop()) this.value(node);
    }
    this.order = this.order.subarray(0, keepsOrder ? this.end : 0);
    this.left = this.unvalued();
  }

  private countPending(): void {
    const { pending } = this;
    const { pairing, book, nodeOf, takers, nodes, hasEarlier } = this.network;
    const { issue, count } = pairing.slices;
    for (let s = 0; s < count; s++) pending[issue[s]]++;
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
    this.count(node);
    if (network.valued[node] === VALUED.issue) {
      this.valueIssue(node);
      return;
    }
    if (takesCost(network, node)) {
      valuation.change[node] = valuation.due(node);
      this.receive(node);
    } else if (network.valued[node] === VALUED.leg) valuation.change[node] = valuation.passedOn(node);
    this.valueReceipt(node);
  }

  private valueIssue(node: number): void {
    const { network, valuation } = this;
    if (valuation.isPlain(node)) exact(valuation.change[node], 'The change of a cost');
    else valuation.value(node, 0);
    const { direct, takers, hasTakers } = network;
    if (hasTakers) {
      for (let at = takers.starts[node]; at < takers.starts[node + 1]; at++) this.release(takers.entries[at]);
    }
    if (this.hasLegs) {
      const leg = receiptLegOf(network, node);
      if (leg !== NONE) this.release(leg);
    }
    const taker = direct.taker[node];
    if (taker === NONE) return;
    // It depends on this issue alone.
    this.pending[taker] = TAKEN;
    this.count(taker);
    valuation.change[taker] = direct.known[taker] - valuation.change[node];
    if (valuation.change[taker] !== 0) this.receive(taker);
    this.valueReceipt(taker);
  }

  private count(node: number): void {
    if (this.keepsOrder) this.order[this.end] = node;
    this.end++;
  }

  private valueReceipt(node: number): void {
    const { slicesOfReceipt, earlierOfReceipt, hasEarlier, pairing, book, nodeOf } = this.network;
    this.valuation.valueReceipt(node, true);
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
    for (let node = 0; node < this.network.nodes; node++) if (this.pending[node] !== TAKEN) left.push(node);
    return left;
  }
}
