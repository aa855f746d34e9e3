import { NONE } from '../../book/book';
import { exact, LARGEST } from '../../book/decimals';
import { mulDiv } from '../../book/muldiv';
import { reasonCode } from '../adjustments';
import type { Bound } from '../bound';
import { sliceReason } from '../slice-adjustments';
import { Workspace } from '../workspace';
import { lateOf, revaluation } from './beside-slices';
import { dueOf } from './due';
import { isReturn, postedCost } from './links';
import { type Network, VALUED } from './network';

const LATE = reasonCode('Late cost');
const UNCOVERED = reasonCode('Uncovered quantity');

/**
 * The values of a run along the network: each node is valued from the ones that it depends on, with the rounding of A4
 * and A11, and can be valued again when they change. Receipts hold their change in this run, issues the sum of their
 * adjustments.
 */
export class Valuation {
  /** Per node, signed: what this run changes of its cost. */
  readonly change: Float64Array;
  /** Per slice: cost taken from the receipt, and the issue's own share turned positive. */
  readonly amount: Float64Array;
  readonly ownShare: Float64Array;
  /** Per settlement of an earlier run: late cost that goes to its issue (A12). */
  readonly late: Float64Array;
  /** Per side: the adjustment of what no receipt covers (A10); no column where such quantities keep their estimate. */
  readonly uncovered: Float64Array | undefined;

  /** Per node: 1 where every adjustment is made, however small: members of circles, and legs. No column without a bound. */
  private readonly unbound: Uint8Array | undefined;

  constructor(
    readonly network: Network,
    private readonly bound: Bound,
    workspace = new Workspace(),
  ) {
    const { nodes, pairing, book, firstOther } = network;
    const { slices } = pairing;
    this.change = workspace.figures(nodes).fill(0);
    this.uncovered =
      book.parameters.uncoveredQuantity === 'Cost of covered part' ? new Float64Array(firstOther) : undefined;
    this.amount = workspace.figures(slices.count);
    this.ownShare = workspace.figures(slices.count);
    this.late = workspace.figures(book.settlements.count).fill(0);
    this.unbound = bound.least > 0 ? new Uint8Array(nodes) : undefined;
    this.freeLegs();
    this.shareIssues();
  }

  private freeLegs(): void {
    if (!this.unbound) return;
    const { book, nodeOf, firstLeg, firstOther } = this.network;
    const { inputCount, count } = book.transactions;
    for (let row = inputCount; row < count; row++) this.free(nodeOf[row]);
    this.unbound.fill(1, firstLeg, firstOther);
  }

  /** From now on every adjustment of a node is made, however small. */
  free(node: number): void {
    if (this.unbound) this.unbound[node] = 1;
  }

  /** Whether the run makes an adjustment of a node, by its reason, source (position) and amount (A13). */
  isMade(node: number, reason: number, source: number, adjustment: number): boolean {
    const { unbound, bound, network } = this;
    return unbound?.[node] !== 0 || bound.makes(network.rowOf[node], reason, source, adjustment);
  }

  private isSliceMade(slice: number, adjustment: number): boolean {
    const { sides, pairing, rowOf } = this.network;
    const issue = pairing.slices.issue[slice];
    const receipt = pairing.slices.receipt[slice];
    return this.isMade(issue, sliceReason(sides, issue, receipt), rowOf[receipt], adjustment);
  }

  /**
   * The issue's own share of each slice rests on nothing but its own open value, so it is known before any cost flows. A
   * leg of the run itself has none. Shares are taken from the issues' sides, which afterwards say what the run leaves
   * open of them; a copy of the columns would cost more than the arithmetic.
   */
  private shareIssues(): void {
    const { sides, pairing } = this.network;
    const { issue, quantity, count } = pairing.slices;
    const { open, value } = sides;
    for (let s = 0; s < count; s++) {
      const side = issue[s];
      if (side >= sides.count) {
        this.ownShare[s] = 0;
        continue;
      }
      const has = open[side];
      const worth = value[side];
      const part = mulDiv(worth, quantity[s], -has);
      open[side] = has + quantity[s];
      value[side] = worth - part;
      this.ownShare[s] = part;
    }
  }

  /** Whether the change of an issue is the sum over its slices and nothing more, each of which is made. */
  isPlain(node: number): boolean {
    const { hasEarlier, earlierOfIssue } = this.network;
    if (this.unbound || this.uncovered) return false;
    return !hasEarlier || earlierOfIssue.starts[node] === earlierOfIssue.starts[node + 1];
  }

  /** Values an issue from the receipts that it is paired with; a receipt with the given change of its cost. */
  value(node: number, change: number): void {
    if (this.isIssue(node)) this.valueIssue(node);
    else {
      this.change[node] = change;
      this.valueReceipt(node, false);
    }
  }

  isIssue(node: number): boolean {
    return this.network.valued[node] === VALUED.issue;
  }

  /** The issue leg of a receipt leg. */
  issueLegOf(node: number): number {
    const { nodeOf, rowOf } = this.network;
    return nodeOf[rowOf[node] - 1];
  }

  /**
   * The change that a receipt takes over that does not take cost by A11: a leg of an earlier run that of its issue leg;
   * a leg of this run has a value and no change.
   */
  passedOn(node: number): number {
    const { valued, book, rowOf } = this.network;
    if (valued[node] !== VALUED.leg || rowOf[node] >= book.transactions.count) return 0;
    return 0 - this.change[this.issueLegOf(node)];
  }

  /**
   * Values what each slice of a receipt takes from it, with the change of its cost that stands in `change`. With `adding`
   * each is added to the change of its issue: once for each slice of the run.
   */
  valueReceipt(node: number, adding: boolean): void {
    const { sides, hasEarlier, earlierOfReceipt, slicesOfReceipt, pairing, firstLeg, firstOther } = this.network;
    // Numbers that are no small integers go from function to function as objects. Read from the column they do not.
    const change = this.change[node];
    let openPart = change;
    if (hasEarlier && earlierOfReceipt.starts[node] < earlierOfReceipt.starts[node + 1]) {
      // What people changed since the last close is a part of its cost already, also of what is settled.
      openPart -= this.passLate(node, change + this.byHand(node));
    }
    if (node >= firstOther) return;
    const isLeg = node >= firstLeg;
    let open = isLeg ? pairing.transfers.quantity[(node - firstLeg) >> 1] : sides.open[node];
    let worth = isLeg ? 0 - this.change[node - 1] : this.exactCost(sides.value[node] + openPart, node);
    const { issue, quantity } = pairing.slices;
    const end = slicesOfReceipt.starts[node + 1];
    for (let at = slicesOfReceipt.starts[node]; at < end; at++) {
      const slice = slicesOfReceipt.entries[at];
      const part = mulDiv(worth, quantity[slice], open);
      open -= quantity[slice];
      worth -= part;
      this.amount[slice] = part;
      if (adding) this.change[issue[slice]] += this.ownShare[slice] - part;
    }
  }

  /** The words are made up only where they are needed. */
  private exactCost(cost: number, node: number): number {
    if (cost <= LARGEST && cost >= -LARGEST) return cost;
    const { book, rowOf } = this.network;
    return exact(cost, `The cost of ${book.transactions.id[rowOf[node]]}`);
  }

  /** What people have changed of a receipt since the last close (A20), where the run covers its item. */
  byHand(node: number): number {
    const { book, rowOf, covered } = this.network;
    const row = rowOf[node];
    if (row >= book.transactions.count || covered[book.transactions.item[row]] === 0) return 0;
    return book.transactions.changedByHand[row];
  }

  /** Shares the settled part of a change over the earlier settlements, by quantity, the last taking the rest (A12). */
  private passLate(node: number, change: number): number {
    const { book, rowOf, earlierOfReceipt } = this.network;
    const quantity = book.transactions.quantity[rowOf[node]];
    const settled = book.transactions.settledQuantity[rowOf[node]];
    const late = settled === quantity ? change : mulDiv(change, settled, quantity);
    let rest = late;
    const end = earlierOfReceipt.starts[node + 1];
    for (let at = earlierOfReceipt.starts[node]; at < end; at++) {
      const j = earlierOfReceipt.entries[at];
      const part = at === end - 1 ? rest : mulDiv(late, book.settlements.quantity[j], settled);
      this.late[j] = part;
      rest -= part;
    }
    return late;
  }

  private valueIssue(node: number): void {
    const { slicesOfIssue, earlierOfIssue } = this.network;
    const { ownShare, amount, uncovered } = this;
    const bounded = this.unbound?.[node] === 0;
    let change = 0;
    const end = slicesOfIssue.starts[node + 1];
    for (let at = slicesOfIssue.starts[node]; at < end; at++) {
      const slice = slicesOfIssue.entries[at];
      const adjustment = ownShare[slice] - amount[slice];
      if (!bounded || this.isSliceMade(slice, adjustment)) change += adjustment;
    }
    if (earlierOfIssue.starts[node] < earlierOfIssue.starts[node + 1]) {
      for (const [receipt, late] of lateOf(this, node)) if (this.isMade(node, LATE, receipt, 0 - late)) change -= late;
    }
    if (uncovered && node < uncovered.length) {
      const adjustment = revaluation(this, node);
      uncovered[node] = this.isMade(node, UNCOVERED, NONE, adjustment) ? adjustment : 0;
      change += uncovered[node];
    }
    this.change[node] = exact(change, 'The change of a cost');
  }

  /** What a receipt that takes cost is due now: what it should have got (A11), from its sources as they are valued, less what it got. */
  due(node: number): number {
    const { links, book, rowOf, nodeOf } = this.network;
    const { starts, entries } = links.sources;
    const { adjusted } = book.transactions;
    const row = rowOf[node];
    const group = links.groupOf[row];
    const returned = isReturn(book, links, row);
    let whole = 0;
    for (let at = starts[group]; at < starts[group + 1]; at++) {
      const source = entries[at];
      whole -= adjusted[source] + this.change[nodeOf[source]] + (returned ? this.posted(source) : 0);
    }
    return dueOf(book, links, row, exact(whole, 'A cost that is passed on'), returned ? this.posted(row) : 0);
  }

  /** Posted cost of a row in this run (A1). */
  posted(row: number): number {
    const { book, day } = this.network;
    return postedCost(book, day, row);
  }
}
