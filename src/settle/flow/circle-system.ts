import { LEG } from '../../book/book';
import { type Equation, Wide, type WideNumber } from './equations';
import { isReturn } from './links';
import { takesCost } from './network';
import type { Valuation } from './valuation';

const ONE = new Wide(1);
const MINUS_ONE = new Wide(-1);

/** A cost that depends on unknowns: constant + the sum of coefficient x unknown. */
interface Linear {
  constant: WideNumber;
  readonly terms: Map<number, WideNumber>;
}

/** What was open of an issue before the run: its quantity, positive, and its value. */
interface Open {
  readonly quantity: number;
  readonly value: WideNumber;
}

/**
 * The equations of a circle of costs (A14): one unknown for each receipt in it, the change of its cost in this run (for
 * a leg of the run's own closing transfer: its value). Slices, own shares and parts inside the circle are not rounded;
 * what comes from outside is taken as it was valued.
 */
export class CircleSystem {
  /** The receipts of the circle: unknown u is the change of receipts[u]. */
  readonly receipts: readonly number[];
  private readonly unknown: ReadonlyMap<number, number>;
  private readonly members: ReadonlySet<number>;
  private readonly issues = new Map<number, Linear>();

  constructor(
    private readonly valuation: Valuation,
    members: readonly number[],
  ) {
    this.members = new Set(members);
    this.receipts = members.filter((node) => !valuation.isIssue(node));
    this.unknown = new Map(this.receipts.map((node, at) => [node, at]));
  }

  equations(): Equation[] {
    return this.receipts.map((node, at) => {
      const right = takesCost(this.valuation.network, node) ? this.due(node) : this.ofLeg(node);
      const terms = new Map(right.terms);
      const own = new Wide(1).minus(terms.get(at) ?? 0);
      if (own.isZero()) terms.delete(at);
      else terms.set(at, own.neg());
      return { terms: new Map([...terms].map(([u, coefficient]) => [u, coefficient.neg()])), constant: right.constant };
    });
  }

  /** What a receipt should get, less what it has got. */
  private due(node: number): Linear {
    const { network } = this.valuation;
    const { links, book, rowOf, nodeOf } = network;
    const { adjusted, got } = book.transactions;
    const row = rowOf[node];
    const group = links.groupOf[row];
    const returned = isReturn(book, links, row);
    const part = new Wide(links.weight[links.placeOf[row]]).div(links.whole[group]);
    const due = linear(-got[row] - (returned ? this.valuation.posted(row) : 0));
    for (let at = links.sources.starts[group]; at < links.sources.starts[group + 1]; at++) {
      const source = links.sources.entries[at];
      const before = adjusted[source] + (returned ? this.valuation.posted(source) : 0);
      due.constant = due.constant.minus(part.times(before));
      add(due, this.changeOf(nodeOf[source]), part.neg());
    }
    return due;
  }

  private ofLeg(node: number): Linear {
    const leg = linear(0);
    add(leg, this.changeOf(this.valuation.issueLegOf(node)), MINUS_ONE);
    return leg;
  }

  /** The change of an issue: known outside the circle, a sum over its slices and late costs inside. */
  private changeOf(node: number): Linear {
    if (!this.members.has(node)) return linear(this.valuation.change[node]);
    const known = this.issues.get(node);
    if (known) return known;
    const { network } = this.valuation;
    const { slicesOfIssue, earlierOfIssue, book, rowOf } = network;
    const { count, settledValue, settledQuantity } = book.transactions;
    const row = rowOf[node];
    const change = linear(0);
    const covered = linear(row < count ? -settledValue[row] : 0);
    let quantity = row < count ? -settledQuantity[row] : 0;
    const open = this.openBefore(node);
    const valuesRest = book.parameters.uncoveredQuantity === 'Cost of covered part';
    for (let at = slicesOfIssue.starts[node]; at < slicesOfIssue.starts[node + 1]; at++) {
      const slice = slicesOfIssue.entries[at];
      const amount = this.amountOf(slice);
      if (valuesRest) add(covered, amount, ONE);
      quantity += network.pairing.slices.quantity[slice];
      add(change, amount, MINUS_ONE);
      if (row < count)
        change.constant = change.constant.plus(
          open.value.times(network.pairing.slices.quantity[slice]).div(open.quantity),
        );
    }
    for (let at = earlierOfIssue.starts[node]; at < earlierOfIssue.starts[node + 1]; at++) {
      const late = this.lateOf(earlierOfIssue.entries[at]);
      if (valuesRest) add(covered, late, ONE);
      add(change, late, MINUS_ONE);
    }
    this.addUncovered(node, change, covered, quantity, open);
    this.issues.set(node, change);
    return change;
  }

  private amountOf(slice: number): Linear {
    const { network, amount } = this.valuation;
    const { pairing, sides, book, firstLeg, rowOf } = network;
    const node = pairing.slices.receipt[slice];
    const unknown = this.unknown.get(node);
    if (unknown === undefined) return linear(amount[slice]);
    const quantity = new Wide(pairing.slices.quantity[slice]);
    if (node >= firstLeg) return term(unknown, quantity.div(pairing.transfers.quantity[(node - firstLeg) >> 1]));
    // The open part of a change is spread over the whole quantity, as the open value is over the open one. The open value
    // has all that people changed of the receipt; what of it belongs to settled quantity leaves it as late cost.
    const { quantity: quantities, settledQuantity } = book.transactions;
    const whole = quantities[rowOf[node]];
    const found = term(unknown, quantity.div(whole));
    const late = new Wide(this.valuation.byHand(node)).times(settledQuantity[rowOf[node]]).div(whole);
    found.constant = quantity.times(new Wide(sides.value[node]).minus(late)).div(sides.open[node]);
    return found;
  }

  /** Sides say what the run leaves open of an issue; its own shares are what it has taken. Legs of the run have none. */
  private openBefore(node: number): Open {
    const { network, ownShare } = this.valuation;
    const { sides, slicesOfIssue, pairing } = network;
    if (node >= sides.count) return { quantity: 0, value: new Wide(0) };
    let quantity = -sides.open[node];
    let value = sides.value[node];
    for (let at = slicesOfIssue.starts[node]; at < slicesOfIssue.starts[node + 1]; at++) {
      const slice = slicesOfIssue.entries[at];
      quantity += pairing.slices.quantity[slice];
      value += ownShare[slice];
    }
    return { quantity, value: new Wide(value) };
  }

  private lateOf(settlement: number): Linear {
    const { book, nodeOf } = this.valuation.network;
    const row = book.settlements.receipt[settlement];
    const unknown = this.unknown.get(nodeOf[row]);
    if (unknown === undefined) return linear(this.valuation.late[settlement]);
    const part = new Wide(book.settlements.quantity[settlement]).div(book.transactions.quantity[row]);
    const found = term(unknown, part);
    found.constant = part.times(this.valuation.byHand(nodeOf[row]));
    return found;
  }

  private addUncovered(side: number, change: Linear, covered: Linear, quantity: number, open: Open): void {
    const { book, sides, firstLeg, pairing } = this.valuation.network;
    if (book.parameters.uncoveredQuantity !== 'Cost of covered part' || side >= firstLeg) return;
    if (sides.physical[side] === 1 || pairing.free[side] === 0 || quantity === 0) return;
    const rest = new Wide(pairing.free[side]);
    change.constant = change.constant.plus(rest.times(open.value).div(open.quantity));
    add(change, covered, rest.div(quantity).neg());
  }

  /** Whether a node is a leg of a closing transfer, whose change is not rounded by itself. */
  isLeg(node: number): boolean {
    const { book, rowOf } = this.valuation.network;
    const { count, leg } = book.transactions;
    return rowOf[node] >= count || leg[rowOf[node]] !== LEG.none;
  }
}

function linear(constant: number): Linear {
  return { constant: new Wide(constant), terms: new Map() };
}

function term(unknown: number, coefficient: WideNumber): Linear {
  return { constant: new Wide(0), terms: new Map([[unknown, coefficient]]) };
}

function add(to: Linear, what: Linear, times: WideNumber): void {
  to.constant = to.constant.plus(what.constant.times(times));
  for (const [unknown, coefficient] of what.terms) {
    to.terms.set(unknown, (to.terms.get(unknown) ?? new Wide(0)).plus(coefficient.times(times)));
  }
}
