import { LEG } from '../../book/book';
import { type Grouping, groupEdges } from '../../settle/flow/grouping';
import { isOrder, isReturn, type Links } from '../../settle/flow/links';
import { shareOf } from '../../settle/flow/due';
import { Workspace } from '../../settle/workspace';
import { sumOf } from './cost-origins';
import { type CostPart, part, partsOfPairs } from './cost-part';
import type { Evidence } from './evidence';

/**
 * Where the cost of transactions went: from a receipt to the issues that it was paired with, from an issue to the receipts
 * that take its cost. The parts of a transaction make up its cost to the minor unit; what is in stock still, or left the
 * inventory, stands as a part of its own.
 */
export class CostUses {
  /** By issue the groups that take its cost. */
  private readonly groupsOf: Grouping;

  constructor(
    private readonly evidence: Evidence,
    private readonly links: Links,
  ) {
    const { starts, entries } = links.sources;
    const groups = new Int32Array(entries.length);
    for (let group = 0; group < links.groups; group++) groups.fill(group, starts[group], starts[group + 1]);
    this.groupsOf = groupEdges(
      evidence.book.transactions.count,
      [{ from: entries.subarray(0, groups.length), to: groups }],
      new Workspace(),
    );
  }

  /** Whether any of a transaction's cost went on to another. */
  leadsOn(position: number): boolean {
    const { evidence, groupsOf } = this;
    if (evidence.quantityOf(position) > 0) return evidence.hasPairs(position);
    if (evidence.legOf(position) === LEG.issue) return true;
    return groupsOf.starts[position] < groupsOf.starts[position + 1];
  }

  partsOf(position: number): CostPart[] {
    const { evidence } = this;
    if (evidence.quantityOf(position) > 0) return this.ofReceipt(position);
    if (evidence.legOf(position) === LEG.issue) return [this.ofLeg(position)];
    return this.ofIssue(position);
  }

  private ofReceipt(position: number): CostPart[] {
    const { evidence } = this;
    const parts = partsOfPairs(evidence.pairsOfReceipt(position), 'issue', 'settled').map((one): CostPart => {
      // Through the issue leg of a closing transfer to its receipt leg: the two are one for who follows a cost.
      const gathered = evidence.legOf(one.position) === LEG.issue;
      return gathered ? { ...one, kind: 'gathered', position: evidence.otherLeg(one.position) } : one;
    });
    const quantity = evidence.quantityOf(position) - sumOf(parts, 'quantity');
    const amount = evidence.costOf(position) - sumOf(parts, 'amount');
    if (quantity === 0 && amount === 0) return parts;
    // All of it is settled: what people changed since goes on in the next close (A12, A20).
    return [...parts, part(quantity === 0 ? 'pending' : 'open', position, amount, { quantity })];
  }

  private ofLeg(position: number): CostPart {
    const { evidence } = this;
    const quantity = -evidence.quantityOf(position);
    return part('carried on', evidence.otherLeg(position), 0 - evidence.costOf(position), { quantity });
  }

  /** The receipts that take the cost of an issue with their shares of it; what none of them takes left the inventory. */
  private ofIssue(position: number): CostPart[] {
    const { evidence, links } = this;
    const { members } = links;
    const cost = 0 - evidence.costOf(position);
    const parts: CostPart[] = [];
    let [left, inOrder] = [-evidence.quantityOf(position), false];
    for (const group of this.takenBy(position)) {
      const order = isOrder(links, group);
      inOrder ||= order;
      for (let place = members.starts[group]; place < members.starts[group + 1]; place++) {
        const taker = members.entries[place];
        const quantity = evidence.quantityOf(taker);
        const kind = order ? 'product' : isReturn(evidence.book, links, taker) ? 'returned' : 'transferred';
        if (!order) left -= quantity;
        parts.push(part(kind, taker, shareOf(links, group, place, cost), { quantity }));
      }
    }
    const amount = cost - sumOf(parts, 'amount');
    if (inOrder) left = 0;
    return left === 0 && amount === 0 ? parts : [...parts, part('used', position, amount, { quantity: left })];
  }

  private takenBy(position: number): Int32Array {
    const { starts, entries } = this.groupsOf;
    return entries.subarray(starts[position], starts[position + 1]);
  }
}
