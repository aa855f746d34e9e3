import { LEG, NONE } from '../../book/book';
import { NO_DAY } from '../../book/days';
import { exact } from '../../book/decimals';
import { mulDiv } from '../../book/muldiv';
import { isReturn, type Links } from './links';
import type { Network } from './network';

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
  /** Per node: the adjustment of what no receipt covers (A10). */
  readonly uncovered: Float64Array;
  /** Per side, legs included: what is open after the run. */
  readonly restQuantity: Float64Array;
  readonly restValue: Float64Array;

  constructor(readonly network: Network) {
    const { nodes, pairing, book, sides } = network;
    const { slices } = pairing;
    this.change = new Float64Array(nodes);
    this.uncovered = new Float64Array(nodes);
    this.amount = new Float64Array(slices.count);
    this.ownShare = new Float64Array(slices.count);
    this.late = new Float64Array(book.settlements.count);
    this.restQuantity = new Float64Array(sides.count + nodes - book.transactions.count);
    this.restValue = new Float64Array(this.restQuantity.length);
    this.shareIssues();
  }

  /** The issue's own share of each slice rests on nothing but its own open value, so it is known before any cost flows. */
  private shareIssues(): void {
    const { sides, pairing } = this.network;
    const { issue, quantity, count } = pairing.slices;
    const { restQuantity, restValue } = this;
    for (let side = 0; side < sides.count; side++) {
      restQuantity[side] = Math.abs(sides.open[side]);
      restValue[side] = sides.value[side];
    }
    for (let s = 0; s < count; s++) {
      if (issue[s] < sides.count) this.ownShare[s] = this.take(issue[s], quantity[s]);
    }
  }

  private take(side: number, quantity: number): number {
    const { restQuantity, restValue } = this;
    const open = restQuantity[side];
    const worth = restValue[side];
    const part = quantity === open ? worth : mulDiv(worth, quantity, open);
    restQuantity[side] = open - quantity;
    restValue[side] = worth - part;
    return part;
  }

  /** Values an issue from the receipts that it is paired with; a receipt with the given change of its cost. */
  value(node: number, change: number): void {
    if (this.isIssue(node)) this.valueIssue(node);
    else this.valueReceipt(node, change);
  }

  isIssue(node: number): boolean {
    const { count, quantity } = this.network.book.transactions;
    return node < count ? quantity[node] < 0 : (node - count) % 2 === 0;
  }

  /** The change that a receipt leg takes over from its issue leg. */
  passedByLeg(node: number): number {
    const { count, leg } = this.network.book.transactions;
    return node < count && leg[node] === LEG.receipt ? 0 - this.change[node - 1] : 0;
  }

  private valueReceipt(node: number, change: number): void {
    const { book, sides, sideOf, slicesOfReceipt, pairing } = this.network;
    const { quantity, settledQuantity, count } = book.transactions;
    this.change[node] = change;
    let openPart = change;
    if (node < count && settledQuantity[node] !== 0) {
      const settled = settledQuantity[node];
      const late = settled === quantity[node] ? change : mulDiv(change, settled, quantity[node]);
      this.shareLate(node, late, settled);
      openPart -= late;
    }
    const side = sideOf[node];
    if (side === NONE) return;
    const ofLeg = node >= count;
    this.restQuantity[side] = ofLeg ? pairing.transfers.quantity[(node - count) >> 1] : sides.open[side];
    this.restValue[side] = ofLeg
      ? 0 - this.change[node - 1]
      : exact(sides.value[side] + openPart, `The cost of ${book.transactions.id[node]}`);
    for (let at = slicesOfReceipt.starts[node]; at < slicesOfReceipt.starts[node + 1]; at++) {
      const slice = slicesOfReceipt.entries[at];
      this.amount[slice] = this.take(side, pairing.slices.quantity[slice]);
    }
  }

  /** Shares the settled part of a change over the earlier settlements, by quantity, the last taking the rest (A12). */
  private shareLate(node: number, late: number, settled: number): void {
    const { book, earlierOfReceipt } = this.network;
    let rest = late;
    const end = earlierOfReceipt.starts[node + 1];
    for (let at = earlierOfReceipt.starts[node]; at < end; at++) {
      const j = earlierOfReceipt.entries[at];
      const part = at === end - 1 ? rest : mulDiv(late, book.settlements.quantity[j], settled);
      this.late[j] = part;
      rest -= part;
    }
  }

  private valueIssue(node: number): void {
    const { slicesOfIssue, earlierOfIssue } = this.network;
    let change = 0;
    for (let at = slicesOfIssue.starts[node]; at < slicesOfIssue.starts[node + 1]; at++) {
      const slice = slicesOfIssue.entries[at];
      change += this.ownShare[slice] - this.amount[slice];
    }
    for (let at = earlierOfIssue.starts[node]; at < earlierOfIssue.starts[node + 1]; at++) {
      change -= this.late[earlierOfIssue.entries[at]];
    }
    this.uncovered[node] = this.revaluation(node);
    this.change[node] = exact(change + this.uncovered[node], 'The change of a cost');
  }

  /** What no receipt covers of a partly covered issue, at the unit cost of its covered part (A10). */
  private revaluation(node: number): number {
    const { book, sides, sideOf, pairing } = this.network;
    if (book.parameters.uncoveredQuantity !== 'Cost of covered part' || node >= book.transactions.count) return 0;
    const side = sideOf[node];
    if (side === NONE || sides.physical[side] === 1 || pairing.free[side] === 0) return 0;
    const covered = this.covered(node);
    if (covered.quantity === 0) return 0;
    const rest = pairing.free[side];
    const openQuantity = this.restQuantity[side];
    const own = rest === openQuantity ? this.restValue[side] : mulDiv(this.restValue[side], rest, openQuantity);
    return own - mulDiv(exact(covered.value, 'The covered value of an issue'), rest, covered.quantity);
  }

  /** Everything that an issue is paired with: settlements of earlier runs, their late cost, and slices of this run. */
  private covered(node: number): { quantity: number; value: number } {
    const { book, slicesOfIssue, earlierOfIssue, pairing } = this.network;
    let quantity = -book.transactions.settledQuantity[node];
    let value = -book.transactions.settledValue[node];
    for (let at = slicesOfIssue.starts[node]; at < slicesOfIssue.starts[node + 1]; at++) {
      quantity += pairing.slices.quantity[slicesOfIssue.entries[at]];
      value += this.amount[slicesOfIssue.entries[at]];
    }
    for (let at = earlierOfIssue.starts[node]; at < earlierOfIssue.starts[node + 1]; at++) {
      value += this.late[earlierOfIssue.entries[at]];
    }
    return { quantity, value };
  }

  /** What a receipt that takes cost should have got by now (A11), from its sources as they are valued. */
  due(node: number): number {
    const { links, book } = this.network;
    const { starts, entries } = links.sources;
    const group = links.groupOf[node];
    const returned = isReturn(book, links, node);
    let whole = 0;
    for (let at = starts[group]; at < starts[group + 1]; at++) {
      const source = entries[at];
      whole -= book.transactions.adjusted[source] + this.change[source] + (returned ? this.posted(source) : 0);
    }
    const part = shareOf(links, group, links.placeOf[node], exact(whole, 'A cost that is passed on'));
    return returned ? part - this.posted(node) : part;
  }

  /** Posted cost of a row in this run (A1). */
  posted(row: number): number {
    const { book, day } = this.network;
    const { financialDay, financialCost, physicalCost } = book.transactions;
    return financialDay[row] !== NO_DAY && financialDay[row] <= day ? financialCost[row] : physicalCost[row];
  }
}

/** A member's part of the whole, by itself; the last takes the rest where the members make up the whole (A11). */
function shareOf({ members, weight, whole, complete }: Links, group: number, place: number, amount: number): number {
  const all = whole[group];
  const part = (one: number) => (all > 0 ? mulDiv(amount, weight[one], all) : mulDiv(amount, -weight[one], -all));
  if (complete[group] === 0 || place < members.starts[group + 1] - 1) return part(place);
  let rest = amount;
  for (let before = members.starts[group]; before < place; before++) rest -= part(before);
  return rest;
}
