import Decimal from 'decimal.js';
import type { RunRequest } from '../../src/book/outcome';
import { Fraction } from './fraction';
import type { Transaction } from './objects';
import type { Pairing } from './pairing';
import type { Slice } from './values';

/** What a slice makes an issue dearer by, or a part of it, and the receipt that is named for it. */
export interface NamedChange {
  readonly issue: Transaction;
  readonly receipt: Transaction;
  readonly dearer: Fraction;
  readonly physical: boolean;
}

interface Part {
  readonly receipt: Transaction;
  readonly quantity: Decimal;
}

const MOST = 10;

/**
 * A17: a recalculation keeps no closing transfer, so what comes through one is shared over the receipts in it by
 * quantity. Ten of them at most, the largest; and none for a part that is nothing or below the minimum.
 */
export function namedReceipts(request: RunRequest, pairing: Pairing, slice: Slice): NamedChange[] {
  const { issue, receipt, physical } = slice;
  const dearer = slice.amount.minus(slice.ownShare);
  const isOwnLeg = pairing.transfers.some(({ receiptLeg }) => receiptLeg === receipt);
  if (request.type === 'Close' || !isOwnLeg || dearer.isZero()) return [{ issue, receipt, dearer, physical }];
  const bound = Fraction.of(Math.max(1, request.minimumThroughputAdjustment));
  let named = receiptsIn(pairing, receipt);
  let parts = shared(named, dearer);
  while (named.length > 1 && parts.some((part) => part.abs().isLessThan(bound))) {
    const smallest = Decimal.min(...named.map((one) => one.quantity));
    const last = named.findLastIndex((one) => one.quantity.eq(smallest));
    named = named.filter((_, at) => at !== last);
    parts = shared(named, dearer);
  }
  return named.map((one, at) => ({ issue, receipt: one.receipt, dearer: parts[at], physical }));
}

/** What stands behind a receipt: itself, or the receipts behind the leg that it is, with their parts of the quantity. */
function receiptsIn(pairing: Pairing, leg: Transaction): Part[] {
  const transfer = pairing.transfers.find(({ receiptLeg }) => receiptLeg === leg);
  const gathered = pairing.pairs.filter(({ issue }) => issue === transfer?.issueLeg);
  const all = gathered.flatMap(({ receipt, quantity }): Part[] => {
    if (!pairing.transfers.some(({ receiptLeg }) => receiptLeg === receipt)) return [{ receipt, quantity }];
    const behind = receiptsIn(pairing, receipt);
    const parts = shared(behind, Fraction.of(BigInt(quantity.toFixed())));
    return behind.map((one, at) => ({ receipt: one.receipt, quantity: new Decimal(parts[at].toUnits()) }));
  });
  const present = all.filter((one) => one.quantity.gt(0));
  const bySize = present.map((_, at) => at).sort((a, b) => present[b].quantity.cmp(present[a].quantity) || a - b);
  const kept = bySize.slice(0, MOST);
  return present.filter((_, at) => kept.includes(at));
}

function shared(named: readonly Part[], whole: Fraction): Fraction[] {
  let amount = whole;
  let quantity = Decimal.sum(...named.map((one) => one.quantity));
  return named.map((one) => {
    const ratio = Fraction.ratio(BigInt(one.quantity.toFixed()), BigInt(quantity.toFixed()));
    const part = amount.times(ratio).rounded();
    amount = amount.minus(part);
    quantity = quantity.minus(one.quantity);
    return part;
  });
}
