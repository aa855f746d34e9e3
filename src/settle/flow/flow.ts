import type { Book } from '../../book/book';
import type { LogEntry } from '../../book/log';
import { exact, plain } from '../../book/decimals';
import type { RunRequest } from '../../book/outcome';
import { Bound } from '../bound';
import type { Pairing } from '../pairing';
import type { Sides } from '../sides';
import { Workspace } from '../workspace';
import { CircleSystem } from './circle-system';
import { circlesOf } from './circles';
import type { WideNumber } from './equations';
import { FirstPass } from './first-pass';
import { solve } from './linear-system';
import { networkOf, type Network, takesCost, VALUED } from './network';
import { circleEntry } from './notices';
import { Valuation } from './valuation';

/**
 * A valued run. What a receipt got is its change in the valuation; what was expensed for it stands here, by position.
 */
export interface Flow {
  readonly valuation: Valuation;
  readonly expensed: ReadonlyMap<number, Expensed>;
  readonly log: readonly LogEntry[];
}

/** An amount that a receipt was due and that did not change its cost, signed and scaled, and what became of it. */
export interface Expensed {
  readonly amount: number;
  readonly as: 'minimum' | 'circle' | 'variance';
}

/** Values a run along the network of its costs: in one pass where there is no circle, circles as linear systems. */
export function flow(book: Book, request: RunRequest, sides: Sides, pairing: Pairing, workspace: Workspace): Flow {
  return new FlowRun(networkOf(book, request, sides, pairing, workspace), request, workspace).run();
}

/** What is valued at a time: a node, or all nodes of a circle. Steps are numbered in the order of what depends on what. */
export interface Steps {
  readonly count: number;
  /** Step of each node. */
  readonly of: Int32Array;
  readonly nodesOf: (step: number) => readonly number[];
}

/** Values the steps of a network; a step may be valued again after something that it depends on. */
export class FlowRun implements Flow {
  readonly valuation: Valuation;
  readonly expensed = new Map<number, Expensed>();
  readonly log: LogEntry[] = [];
  private order: Int32Array = new Int32Array(0);
  private behind: readonly { readonly members: number[]; readonly circle: boolean }[] = [];

  constructor(
    readonly network: Network,
    private readonly request: RunRequest,
    private readonly workspace = new Workspace(),
    /** Whether steps() will be asked for. */
    private readonly keepsOrder = false,
  ) {
    this.valuation = new Valuation(network, new Bound(network.book, request), workspace);
  }

  run(): this {
    const receive = (node: number) => this.receive(node);
    const pass = new FirstPass(this.network, this.valuation, receive, this.keepsOrder, this.workspace);
    this.order = pass.order;
    this.behind = circlesOf(this.network, pass.left);
    for (const { members, circle } of this.behind) if (circle) members.forEach((node) => this.valuation.free(node));
    for (const { members, circle } of this.behind) this.settleGroup(members, circle);
    return this;
  }

  steps(): Steps {
    const of = new Int32Array(this.network.nodes);
    const first = this.order.length;
    for (let at = 0; at < first; at++) of[this.order[at]] = at;
    this.behind.forEach(({ members }, at) => members.forEach((node) => (of[node] = first + at)));
    return {
      count: first + this.behind.length,
      of,
      nodesOf: (step) => (step < first ? [this.order[step]] : this.behind[step - first].members),
    };
  }

  /** Values a step again. What was expensed for its nodes before is forgotten. */
  again(step: number): void {
    const first = this.order.length;
    if (step < first) {
      this.forgetExpensed(this.order[step]);
      this.settle(this.order[step]);
      return;
    }
    const { members, circle } = this.behind[step - first];
    for (const node of members) this.forgetExpensed(node);
    this.settleGroup(members, circle);
  }

  private settleGroup(members: readonly number[], circle: boolean): void {
    if (circle) this.settleCircle(members);
    else this.settle(members[0]);
  }

  private settle(node: number): void {
    const { network, valuation } = this;
    if (!takesCost(network, node)) {
      valuation.value(node, valuation.passedOn(node));
      return;
    }
    valuation.change[node] = valuation.due(node);
    this.receive(node);
    valuation.value(node, valuation.change[node]);
  }

  /**
   * Leaves in the change of a receipt what it gets of what it is due and what stands there: passed on, below the minimum
   * expensed or left out (A13), or gone to the variance (A15).
   */
  private receive(node: number): void {
    const { change } = this.valuation;
    const due = exact(change[node], 'A cost that is passed on');
    const small = Math.abs(due) < this.request.minimumThroughputAdjustment;
    const isVariance = this.network.valued[node] === VALUED.variance;
    if (due === 0 || (!small && !isVariance)) return;
    change[node] = 0;
    if (small && this.request.type === 'Recalculation') return;
    this.expense(node, due, isVariance ? 'variance' : 'minimum');
  }

  private settleCircle(members: readonly number[]): void {
    const order = this.insideOrder(members);
    const taking = members.filter((node) => takesCost(this.network, node));
    this.valueCircle(order, new Map());
    if (taking.every((node) => this.valuation.due(node) === 0)) return;

    const system = new CircleSystem(this.valuation, members);
    const solution = solve(system.equations(), this.request.maximumThroughputs);
    if (!solution) {
      this.log.push(circleEntry(this.network, 'CIRCULAR_LIMIT', members, {}));
      return;
    }
    const changes = new Map<number, number>();
    system.receipts.forEach((node, unknown) => {
      if (!system.isLeg(node)) changes.set(node, roundWide(solution[unknown]));
    });
    this.valueCircle(order, changes);
    let rest = 0;
    let rounded = 0;
    for (const node of taking) {
      const left = this.valuation.due(node) - changes.get(node)!;
      if (left === 0) continue;
      this.expense(node, left, 'circle');
      rest += left;
      rounded += 1;
    }
    if (rounded > 0) {
      const amount = plain(rest, this.network.book.parameters.amountDecimals);
      const words = { amount, receipts: String(rounded) };
      this.log.push({ ...circleEntry(this.network, 'CIRCULAR_ROUNDED', members, words), amount: rest });
    }
  }

  private expense(node: number, amount: number, as: Expensed['as']): void {
    this.expensed.set(this.network.rowOf[node], { amount, as });
  }

  private forgetExpensed(node: number): void {
    this.expensed.delete(this.network.rowOf[node]);
  }

  /** Values the members of a circle with given changes of the receipts that take cost; the others follow. */
  private valueCircle(order: readonly number[], changes: ReadonlyMap<number, number>): void {
    for (const node of order) {
      this.valuation.value(
        node,
        takesCost(this.network, node) ? (changes.get(node) ?? 0) : this.valuation.passedOn(node),
      );
    }
  }

  /** An order of the members in which each stands after those inside that it is valued from, once changes are given. */
  private insideOrder(members: readonly number[]): number[] {
    const inside = new Set(members);
    const done = new Set<number>();
    const order: number[] = [];
    const valued = (node: number) => !inside.has(node) || done.has(node);
    const visit = (start: number) => {
      const path = [start];
      while (path.length > 0) {
        const node = path[path.length - 1];
        const before = this.valuedFrom(node).find((one) => !valued(one));
        if (before !== undefined) {
          path.push(before);
          continue;
        }
        path.pop();
        if (valued(node)) continue;
        done.add(node);
        order.push(node);
      }
    };
    members.forEach((node) => visit(node));
    return order;
  }

  /** The nodes that a node is valued from, but for the links of cost: they are cut where changes are given. */
  private valuedFrom(node: number): number[] {
    const { slicesOfIssue, earlierOfIssue, pairing, book, nodeOf, valued } = this.network;
    if (!this.valuation.isIssue(node)) return valued[node] === VALUED.leg ? [this.valuation.issueLegOf(node)] : [];
    const from: number[] = [];
    for (let at = slicesOfIssue.starts[node]; at < slicesOfIssue.starts[node + 1]; at++) {
      from.push(pairing.slices.receipt[slicesOfIssue.entries[at]]);
    }
    for (let at = earlierOfIssue.starts[node]; at < earlierOfIssue.starts[node + 1]; at++) {
      from.push(nodeOf[book.settlements.receipt[earlierOfIssue.entries[at]]]);
    }
    return from;
  }
}

/**
 * Half away from zero, once. The solution is exact to far more digits than a minor unit has parts; what lies that near
 * to a half is one.
 */
function roundWide(value: WideNumber): number {
  const size = value.abs();
  const rounded = size.plus('0.5').plus('1e-25').floor().toNumber();
  return value.isNegative() ? 0 - rounded : rounded;
}
