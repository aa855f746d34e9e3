import { NONE } from '../../book/book';
import type { Principle } from '../../book/models';
import type { Reason } from '../../book/outcome';
import type { PairedWith } from './evidence';

/** Which way a cost is followed: back to where it comes from, or on to where it went. */
export type Direction = 'from' | 'to';

/** Parts that lead on to another transaction. */
export const LEADING = [
  /** An issue and a receipt that were paired. */
  'settled',
  /** A receipt that was gathered in a closing transfer. */
  'gathered',
  /** A closing transfer, from its issue leg to its receipt leg. */
  'carried on',
  /** Cost that a receipt takes from an issue (A11), or an issue gives. */
  'transferred',
  'returned',
  'component',
  'product',
] as const;

/** Parts at which a cost begins or ends. */
export const ENDS = [
  /** A receipt at what it was invoiced or posted at; an issue of an item that keeps its cost. */
  'posted',
  /** What no receipt covers of an issue, at the estimate that it was posted at. */
  'estimate',
  /** An adjustment that no other part tells of. */
  'adjusted',
  /** What a production receipt was posted at beyond its components: labour, machines, overhead. */
  'labour',
  /** What a transfer receipt was posted at beyond its issue. */
  'difference',
  /** A change of the source that has not come to the receipt yet. */
  'pending',
  /** A change of the source that was expensed, and never came to the receipt. */
  'expensed',
  /** Where cost went: it is in stock still. */
  'open',
  /** Where cost went: it left the inventory, as the type of the transaction says. */
  'used',
  /** What can not be told apart, of a transaction without cost. */
  'unshared',
  /** A transaction that stands above already. */
  'circle',
] as const;

export type PartKind = (typeof LEADING)[number] | (typeof ENDS)[number];

/** One part of the cost of a transaction. */
export interface CostPart {
  readonly kind: PartKind;
  /** The transaction that the part leads to; at an end that which it is about; NONE for none. */
  readonly position: number;
  /** Scaled, without sign; 0 where a part has no quantity. */
  readonly quantity: number;
  /** Scaled; positive where it makes the whole dearer. */
  readonly amount: number;
  /** The run that made it, and the last that changed it; indices into Book.closings or PREVIEW, NONE for no run. */
  readonly run: number;
  readonly lastRun: number;
  readonly principle: Principle | undefined;
  readonly reason: Reason | undefined;
  /** False for a pair that only adjusts (A9). */
  readonly settles: boolean;
}

/** A part with what is not said of it blank. */
export function part(kind: PartKind, position: number, amount: number, more: Partial<CostPart> = {}): CostPart {
  const { run = NONE, quantity = 0, settles = true } = more;
  const { lastRun = run, principle, reason } = more;
  return { kind, position, quantity, amount, run, lastRun, principle, reason, settles };
}

/** Parts of pairs, one for each of them; late cost (quantity 0) is added to the pair that it followed. */
export function partsOfPairs(
  pairs: readonly PairedWith[],
  side: 'issue' | 'receipt',
  kind: 'settled' | 'gathered',
): CostPart[] {
  const parts: CostPart[] = [];
  const places = new Map<number, number>();
  for (const pair of pairs) {
    const { run, quantity, amount, principle, settles } = pair;
    const before = quantity === 0 ? places.get(pair[side]) : undefined;
    if (before === undefined) {
      places.set(pair[side], parts.length);
      parts.push(part(kind, pair[side], amount, { run, quantity, principle, settles }));
    } else {
      const known = parts[before];
      parts[before] = { ...known, amount: known.amount + amount, lastRun: run };
    }
  }
  return parts;
}
