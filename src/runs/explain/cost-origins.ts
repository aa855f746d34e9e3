import { LEG, NONE } from '../../book/book';
import { settles } from '../../book/models';
import { isOrder, isReturn, type Links } from '../../settle/flow/links';
import { shareOf } from '../../settle/flow/due';
import { type CostPart, part, partsOfPairs } from './cost-part';
import type { Evidence, OtherAdjustment } from './evidence';

/** By these a receipt gets cost from issues (A11). */
const ARRIVALS: ReadonlySet<string> = new Set(['Transfer', 'Return', 'Production']);

/**
 * Where the cost of transactions comes from. The parts of a transaction make up its cost to the minor unit; what no
 * rule explains stands as a part of its own and is never spread over the others.
 */
export class CostOrigins {
  constructor(
    private readonly evidence: Evidence,
    private readonly links: Links,
  ) {}

  /** Whether there is more to say of a transaction than what it was posted at. */
  leadsOn(position: number): boolean {
    const { evidence } = this;
    if (evidence.hasOthers(position)) return true;
    if (evidence.quantityOf(position) < 0) return evidence.hasPairs(position);
    return evidence.legOf(position) === LEG.receipt || this.groupOf(position) !== NONE;
  }

  partsOf(position: number): CostPart[] {
    const { evidence } = this;
    if (evidence.quantityOf(position) < 0) return this.ofIssue(position);
    if (evidence.legOf(position) === LEG.receipt) return this.ofLeg(position);
    return this.groupOf(position) === NONE ? this.ofReceipt(position) : this.ofTaking(position);
  }

  /** What an issue was paired with, and what of it is open: at the estimate that it was posted at (A10). */
  private ofIssue(position: number): CostPart[] {
    const { evidence } = this;
    const paired = partsOfPairs(evidence.pairsOfIssue(position), 'receipt', this.kindOfPairs(position));
    const others = evidence.othersOf(position).map((other) => adjusted(other, -1));
    const parts = [...paired, ...others];
    const quantity = -evidence.quantityOf(position) - sumOf(paired, 'quantity');
    const amount = 0 - evidence.costOf(position) - sumOf(parts, 'amount');
    if (quantity !== 0 || amount !== 0) parts.push(part(this.kindOfOpen(position), position, amount, { quantity }));
    return parts;
  }

  private kindOfPairs(position: number): 'settled' | 'gathered' {
    return this.evidence.legOf(position) === LEG.none ? 'settled' : 'gathered';
  }

  private kindOfOpen(position: number): 'posted' | 'estimate' {
    const { items, transactions } = this.evidence.book;
    return settles(items[transactions.item[position]].model) ? 'estimate' : 'posted';
  }

  /** The receipt leg of a closing transfer has the cost of all that was gathered in its issue leg (A8). */
  private ofLeg(position: number): CostPart[] {
    const { evidence } = this;
    const gathered = partsOfPairs(evidence.pairsOfIssue(evidence.otherLeg(position)), 'receipt', 'gathered');
    const parts = [...gathered, ...evidence.othersOf(position).map((other) => adjusted(other, 1))];
    const rest = evidence.costOf(position) - sumOf(parts, 'amount');
    return rest === 0 ? parts : [...parts, part('posted', position, rest)];
  }

  private ofReceipt(position: number): CostPart[] {
    const { evidence } = this;
    const quantity = evidence.quantityOf(position);
    return [
      part('posted', position, evidence.postedOf(position), { quantity }),
      ...evidence.othersOf(position).map((other) => adjusted(other, 1)),
    ];
  }

  /**
   * A receipt that takes its cost from issues: its share of each, as they cost now; what it was posted at beyond that; and
   * what of their changes was expensed or has yet to come.
   */
  private ofTaking(position: number): CostPart[] {
    const { evidence } = this;
    const returned = isReturn(evidence.book, this.links, position);
    const others = evidence.othersOf(position);
    const arrived = others.filter(({ reason }) => ARRIVALS.has(reason)).reduce((sum, { amount }) => sum + amount, 0);
    const expensed = others.reduce((sum, one) => sum + one.expensed, 0);
    const own = others.filter(({ reason, amount }) => !ARRIVALS.has(reason) && amount !== 0);
    const sources = this.sourcesOf(position);
    const whole = (figure: (source: number) => number) =>
      this.share(
        position,
        sources.reduce((sum, source) => sum - figure(source), 0),
      );
    const due = returned
      ? whole((source) => evidence.costOf(source)) - evidence.postedOf(position)
      : whole((source) => evidence.adjustedOf(source));
    const parts = [...this.partsOfSources(position, sources), ...own.map((other) => adjusted(other, 1))];
    const pending = arrived + expensed - due;
    if (pending !== 0) parts.push(part('pending', position, pending));
    if (expensed !== 0) parts.push(part('expensed', position, 0 - expensed));
    const rest = evidence.costOf(position) - sumOf(parts, 'amount');
    if (rest === 0) return parts;
    const order = isOrder(this.links, this.groupOf(position));
    return [...parts, part(order ? 'labour' : 'difference', position, rest)];
  }

  /** The parts of all sources together are the share of all together: what rounding moves stays among them. */
  private partsOfSources(position: number, sources: readonly number[]): CostPart[] {
    const { evidence } = this;
    const order = isOrder(this.links, this.groupOf(position));
    const kind = order ? 'component' : isReturn(evidence.book, this.links, position) ? 'returned' : 'transferred';
    let [cost, before] = [0, 0];
    return sources.map((source) => {
      cost -= evidence.costOf(source);
      const share = this.share(position, cost);
      const quantity = this.share(position, -evidence.quantityOf(source));
      const found = part(kind, source, share - before, { quantity });
      before = share;
      return found;
    });
  }

  private sourcesOf(position: number): number[] {
    const { starts, entries } = this.links.sources;
    const group = this.groupOf(position);
    return Array.from(entries.subarray(starts[group], starts[group + 1]));
  }

  private share(position: number, whole: number): number {
    return shareOf(this.links, this.groupOf(position), this.links.placeOf[position], whole);
  }

  private groupOf(position: number): number {
    return position < this.links.groupOf.length ? this.links.groupOf[position] : NONE;
  }
}

/** An adjustment as a part of a cost: that of an issue is signed the other way. */
function adjusted({ run, reason, source, amount }: OtherAdjustment, sign: 1 | -1): CostPart {
  return part('adjusted', source, sign * amount, { run, reason });
}

export function sumOf(parts: readonly CostPart[], figure: 'amount' | 'quantity'): number {
  return parts.reduce((sum, one) => sum + one[figure], 0);
}
