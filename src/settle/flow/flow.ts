import { type Book, LEG, NONE } from '../../book/book';
import type { LogEntry } from '../../book/log';
import { listOf } from '../../book/names';
import { plain } from '../../book/decimals';
import type { RunRequest } from '../../book/outcome';
import { Bound } from '../bound';
import type { Pairing } from '../pairing';
import type { Sides } from '../sides';
import { Workspace } from '../workspace';
import { CircleSystem } from './circle-system';
import { solve, type WideNumber } from './linear-system';
import { networkOf, type Network, takesCost, VALUED } from './network';
import { circlesOf, orderOf } from './order';
import { Valuation } from './valuation';

/** What became of an amount that a receipt was due and that did not change its cost. */
export const EXPENSED_AS = { nothing: 0, minimum: 1, circle: 2, variance: 3 } as const;

/**
 * A valued run. What a receipt got is its change in the valuation; what was expensed for it stands here, by position,
 * signed and scaled, with one of EXPENSED_AS.
 */
export interface Flow {
  readonly valuation: Valuation;
  readonly expensed: Float64Array;
  readonly expensedAs: Uint8Array;
  readonly log: readonly LogEntry[];
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
  readonly expensed: Float64Array;
  readonly expensedAs: Uint8Array;
  readonly log: LogEntry[] = [];
  private readonly order: Int32Array;
  private readonly behind: readonly { readonly members: number[]; readonly circle: boolean }[];

  constructor(
    readonly network: Network,
    private readonly request: RunRequest,
    workspace = new Workspace(),
  ) {
    this.valuation = new Valuation(network, new Bound(network.book, request), workspace);
    this.expensed = workspace.figures(network.book.transactions.count).fill(0);
    this.expensedAs = workspace.bytes(network.book.transactions.count);
    const { order, left } = orderOf(network, workspace);
    this.order = order;
    this.behind = circlesOf(network, left);
    for (const { members, circle } of this.behind) if (circle) members.forEach((node) => this.valuation.free(node));
  }

  run(): this {
    for (let at = 0; at < this.order.length; at++) this.settle(this.order[at]);
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
    this.valuation.value(node, takesCost(this.network, node) ? this.pass(node) : this.valuation.passedOn(node));
  }

  /** What a receipt is due now: passed on, below the minimum expensed or left out (A13), or gone to the variance (A15). */
  private pass(node: number): number {
    const amount = this.valuation.due(node);
    if (amount === 0) return 0;
    const small = Math.abs(amount) < this.request.minimumThroughputAdjustment;
    if (small && this.request.type === 'Recalculation') return 0;
    if (this.network.valued[node] === VALUED.variance) {
      this.expense(node, amount, EXPENSED_AS.variance);
      return 0;
    }
    if (!small) return amount;
    this.expense(node, amount, EXPENSED_AS.minimum);
    return 0;
  }

  private settleCircle(members: readonly number[]): void {
    const order = this.insideOrder(members);
    const taking = members.filter((node) => takesCost(this.network, node));
    this.valueCircle(order, new Map());
    if (taking.every((node) => this.valuation.due(node) === 0)) return;

    const system = new CircleSystem(this.valuation, members);
    const solution = solve(system.equations());
    if (!solution) {
      this.log.push(this.circleEntry('CIRCULAR_LIMIT', members, {}));
      return;
    }
    const changes = new Map<number, number>();
    system.receipts.forEach((node, unknown) => {
      if (!system.isLeg(node)) changes.set(node, roundWide(solution[unknown]));
    });
    this.valueCircle(order, changes);
    let rest = 0;
    let rounded = false;
    for (const node of taking) {
      const left = this.valuation.due(node) - changes.get(node)!;
      if (left === 0) continue;
      this.expense(node, left, EXPENSED_AS.circle);
      rest += left;
      rounded = true;
    }
    if (rounded) {
      const amount = plain(rest, this.network.book.parameters.amountDecimals);
      this.log.push({ ...this.circleEntry('CIRCULAR_ROUNDED', members, { amount }), amount: rest });
    }
  }

  private expense(node: number, amount: number, as: number): void {
    const row = this.network.rowOf[node];
    this.expensed[row] = amount;
    this.expensedAs[row] = as;
  }

  private forgetExpensed(node: number): void {
    if (takesCost(this.network, node)) this.expense(node, 0, EXPENSED_AS.nothing);
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

  private circleEntry(
    code: 'CIRCULAR_LIMIT' | 'CIRCULAR_ROUNDED',
    members: readonly number[],
    words: Record<string, string>,
  ): LogEntry {
    const { id, item, key, count, leg } = this.network.book.transactions;
    const rows = members.map((node) => this.network.rowOf[node]);
    const named = rows.filter((row) => row < count && leg[row] === LEG.none);
    return {
      code,
      item: item[named[0]] ?? NONE,
      key: key[named[0]] ?? NONE,
      transaction: named[0] ?? NONE,
      words: {
        ...words,
        count: String(named.length),
        members: listOf(
          named.map((row) => id[row]),
          12,
        ),
      },
    };
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
