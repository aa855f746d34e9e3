import { LEG, NONE } from '../../book/book';
import { money, short } from '../../book/decimals';
import { linksOf, type Links } from '../../settle/flow/links';
import type { ReadBook } from '../../workbook/read/read-book';
import type { Evidence, PairedWith } from './evidence';

/** One line of a trace: how deep it stands, and what it says. */
export interface TraceLine {
  readonly depth: number;
  readonly text: string;
}

/** A trace is cut after so many lines: what a person still reads. */
const MOST_LINES = 200;

/**
 * Follows cost along the pairs and the links of cost: from an issue to the receipts that it was paired with, from a
 * receipt to the issues whose cost it takes, down to invoices; or the other way round, where a receipt's cost went.
 * A row that stands above itself already is a circle and is not opened again.
 */
export class Trace {
  private readonly links: Links;
  private readonly byIssue = new Map<number, PairedWith[]>();
  private readonly byReceipt = new Map<number, PairedWith[]>();
  private lines: TraceLine[] = [];

  constructor(
    private readonly read: ReadBook,
    private readonly evidence: Evidence,
  ) {
    this.links = linksOf(read.book);
    for (const pair of withLateCost(evidence.pairs)) {
      push(this.byIssue, pair.issue, pair);
      push(this.byReceipt, pair.receipt, pair);
    }
  }

  /** Where the cost of a transaction comes from. */
  down(position: number): readonly TraceLine[] {
    return this.follow(position, (node) => this.origins(node));
  }

  /** Where the cost of a transaction went. */
  up(position: number): readonly TraceLine[] {
    return this.follow(position, (node) => this.uses(node));
  }

  private follow(position: number, next: (node: number) => Step[]): readonly TraceLine[] {
    this.lines = [];
    const above = new Set([position]);
    const open = (node: number, depth: number) => {
      for (const { to, text } of next(node)) {
        if (this.lines.length >= MOST_LINES) return;
        const again = above.has(to);
        this.lines.push({ depth, text: again ? `${text} (a circle: it stands above already)` : text });
        if (again) continue;
        above.add(to);
        open(to, depth + 1);
        above.delete(to);
      }
    };
    open(position, 0);
    if (this.lines.length >= MOST_LINES) this.lines.push({ depth: 0, text: `… cut after ${MOST_LINES} lines` });
    return this.lines;
  }

  private origins(node: number): Step[] {
    const pairs = this.byIssue.get(node);
    if (pairs) {
      return pairs.map((pair) => ({ to: pair.receipt, text: `${this.amounts(pair)} from ${this.name(pair.receipt)}` }));
    }
    if (this.isReceiptLeg(node)) return this.origins(this.evidence.otherLeg(node));
    const group = node < this.links.groupOf.length ? this.links.groupOf[node] : NONE;
    if (group === NONE) return [];
    const { starts, entries } = this.links.sources;
    return Array.from(entries.subarray(starts[group], starts[group + 1]), (issue) => ({
      to: issue,
      text: `takes its cost from ${this.name(issue)}, which costs ${this.cost(issue)}`,
    }));
  }

  private uses(node: number): Step[] {
    const pairs = this.byReceipt.get(node);
    const taken = (pairs ?? []).map((pair) => ({
      to: pair.issue,
      text: `${this.amounts(pair)} to ${this.name(pair.issue)}`,
    }));
    if (this.isIssueLeg(node)) return this.uses(this.evidence.otherLeg(node));
    return [...taken, ...this.takers(node).map((row) => ({ to: row, text: `gives its cost to ${this.name(row)}` }))];
  }

  private takers(issue: number): number[] {
    const { groups, sources, members } = this.links;
    const rows: number[] = [];
    for (let group = 0; group < groups; group++) {
      if (!sources.entries.subarray(sources.starts[group], sources.starts[group + 1]).includes(issue)) continue;
      rows.push(...members.entries.subarray(members.starts[group], members.starts[group + 1]));
    }
    return rows;
  }

  private amounts({ quantity, amount }: PairedWith): string {
    const { quantityDecimals, amountDecimals } = this.read.book.parameters;
    return `${short(quantity, quantityDecimals)} for ${money(amount, amountDecimals)}`;
  }

  private cost(row: number): string {
    const { parameters, transactions } = this.read.book;
    const cost = transactions.financialCost[row] + this.evidence.adjustedOf(row);
    return money(Math.abs(cost), parameters.amountDecimals);
  }

  private name(node: number): string {
    const { transactions, references, items, keys } = this.read.book;
    const id = this.evidence.idOf(node);
    if (node >= transactions.count || transactions.leg[node] !== LEG.none) return `closing transfer ${id}`;
    const reference = transactions.reference[node] === NONE ? '' : `, ${references[transactions.reference[node]]}`;
    return `${id} (${items[keys[transactions.key[node]].item].id}${reference})`;
  }

  private isReceiptLeg(node: number): boolean {
    const { count, leg } = this.read.book.transactions;
    return node < count ? leg[node] === LEG.receipt : (node - count) % 2 === 1;
  }

  private isIssueLeg(node: number): boolean {
    const { count, leg } = this.read.book.transactions;
    return node < count ? leg[node] === LEG.issue : (node - count) % 2 === 0;
  }
}

/** The pairs with the late cost that followed them; late cost of a pair has quantity 0 and comes after it. */
function withLateCost(pairs: readonly PairedWith[]): PairedWith[] {
  const found = new Map<string, PairedWith>();
  for (const pair of pairs) {
    const name = `${pair.issue} ${pair.receipt}`;
    const before = found.get(name);
    const quantity = pair.quantity + (before?.quantity ?? 0);
    found.set(name, { ...pair, quantity, amount: pair.amount + (before?.amount ?? 0) });
  }
  return [...found.values()];
}

interface Step {
  readonly to: number;
  readonly text: string;
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
