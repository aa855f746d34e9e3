import { mulDiv } from '../../book/muldiv';
import { linksOf } from '../../settle/flow/links';
import { CostOrigins, sumOf } from './cost-origins';
import { type CostPart, type Direction, LEADING, part } from './cost-part';
import { CostUses } from './cost-uses';
import type { Evidence } from './evidence';

/** A node of a tree of costs: a part of the cost of the node above it, whose parts are computed when it is opened. */
export interface CostNode extends Omit<CostPart, 'kind'> {
  readonly kind: CostPart['kind'] | 'root';
  readonly direction: Direction;
  readonly above: CostNode | undefined;
  /** Whether there are nodes below it. */
  readonly opens: boolean;
  /** Where it closes a circle: the transactions of the circle, this one first; else empty. */
  readonly circle: readonly number[];
}

/**
 * Trees of costs over the evidence of a book. A node's cost is the sum of those below it, to the minor unit: a part of a
 * transaction is made up of the same parts as the whole of it, in proportion. A transaction that stands above itself is
 * a circle and is not opened again.
 */
export class CostTree {
  private readonly origins: CostOrigins;
  private readonly uses: CostUses;

  constructor(private readonly evidence: Evidence) {
    const links = linksOf(evidence.book);
    this.origins = new CostOrigins(evidence, links);
    this.uses = new CostUses(evidence, links);
  }

  /** The cost of a transaction as a whole. */
  root(position: number, direction: Direction): CostNode {
    const sign = this.evidence.quantityOf(position) < 0 ? -1 : 1;
    return {
      ...part('posted', position, 0 + sign * this.evidence.costOf(position), {
        quantity: sign * this.evidence.quantityOf(position),
      }),
      kind: 'root',
      direction,
      above: undefined,
      opens: true,
      circle: [],
    };
  }

  /** The nodes below a node; none where it does not open. */
  below(node: CostNode): CostNode[] {
    if (!node.opens) return [];
    const { position, direction } = node;
    const whole = this.sharing(node, this.side(direction).partsOf(position));
    const quantity = Math.abs(this.evidence.quantityOf(position));
    return shared(whole, node.amount, position).map((one) =>
      this.node(one, node, partOf(one.quantity, node.quantity, quantity)),
    );
  }

  /** Field by field: spreading one object into another takes longer than all that is computed for a node. */
  private node(one: CostPart, above: CostNode, quantity: number): CostNode {
    const { position, amount, run, lastRun, principle, reason, settles } = one;
    const { direction } = above;
    const leads = LEADS.has(one.kind);
    const circle = leads ? circleOf(position, above) : NO_CIRCLE;
    const kind = circle.length > 0 ? 'circle' : one.kind;
    const opens = leads && circle.length === 0 && this.side(direction).leadsOn(position);
    return {
      kind,
      position,
      quantity,
      amount,
      run,
      lastRun,
      principle,
      reason,
      settles,
      direction,
      above,
      circle,
      opens,
    };
  }

  /**
   * The weights in which a part of a transaction is made up. A pair knows nothing of adjustments that came after it; an
   * adjustment of what was on hand is only in what was open then, and weighs there as though all had been adjusted so.
   */
  private sharing(node: CostNode, parts: readonly CostPart[]): readonly CostPart[] {
    if (node.direction !== 'from' || (node.kind !== 'settled' && node.kind !== 'gathered')) return parts;
    return parts
      .filter(({ reason, run }) => !BY_HAND.has(reason ?? '') || run < node.lastRun)
      .map((one) => {
        if (one.reason !== 'On-hand') return one;
        const whole = this.evidence.quantityOf(node.position);
        const open = whole - this.settledBy(node.position, one.run);
        return open <= 0 ? one : { ...one, amount: mulDiv(one.amount, whole, open) };
      });
  }

  private settledBy(receipt: number, run: number): number {
    return this.evidence
      .pairsOfReceipt(receipt)
      .filter((pair) => pair.settles && pair.run <= run)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  }

  private side(direction: Direction): CostOrigins | CostUses {
    return direction === 'from' ? this.origins : this.uses;
  }
}

const NO_CIRCLE: readonly number[] = [];
const LEADS: ReadonlySet<string> = new Set(LEADING);
/** Adjustments made by hand: what was settled before them has its share only by late cost. */
const BY_HAND: ReadonlySet<string> = new Set(['On-hand', 'Transaction']);

/** The transactions from the one that comes again down to the node; empty where it does not come again. */
function circleOf(position: number, above: CostNode): readonly number[] {
  let again: CostNode | undefined = above;
  while (again && again.position !== position) again = again.above;
  if (!again) return NO_CIRCLE;
  const members: number[] = [];
  for (let node: CostNode | undefined = above; node !== again.above; node = node?.above) members.push(node!.position);
  return members.reverse();
}

/** Shares an amount over parts in their proportion. What rounding moves goes from one part to the next; none is lost. */
function shared(parts: readonly CostPart[], amount: number, position: number): CostPart[] {
  const whole = sumOf(parts, 'amount');
  if (whole === amount) return [...parts];
  if (whole === 0) return [part('unshared', position, amount)];
  let [upTo, before] = [0, 0];
  return parts.map((one) => {
    upTo += one.amount;
    const share = partOf(amount, upTo, whole);
    const { kind, position: leadsTo, quantity, run, lastRun, principle, reason, settles } = one;
    const found = {
      kind,
      position: leadsTo,
      quantity,
      amount: share - before,
      run,
      lastRun,
      principle,
      reason,
      settles,
    };
    before = share;
    return found;
  });
}

function partOf(value: number, of: number, whole: number): number {
  if (whole === 0) return 0;
  return whole > 0 ? mulDiv(value, of, whole) : mulDiv(value, -of, -whole);
}
