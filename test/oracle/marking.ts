import type { Transaction } from './objects';
import { inOrder } from './order';
import type { Pairing } from './pairing';
import { isPaired } from './participation';

/**
 * A5: all marked pairs, present in the run or not, in the order of the issue, then of the receipt. Where both take
 * part they are paired; where one does, it keeps the quantity back; either way the quantity is gone.
 */
export function pairMarked(pairing: Pairing): void {
  for (const { issue, receipt } of markedPairs(pairing)) {
    const present = [issue, receipt].filter((side) => pairing.participants.includes(side));
    if (present.length === 2) {
      pairing.pair(issue, receipt, 'Marking');
    } else {
      const quantity = pairing.take(issue, receipt);
      if (quantity.gt(0)) present.forEach((side) => pairing.reserve(side, quantity));
    }
  }
}

/** Each pair once, though both sides may name each other. */
function markedPairs({ transactions, upTo }: Pairing): { issue: Transaction; receipt: Transaction }[] {
  const pairs: { issue: Transaction; receipt: Transaction }[] = [];
  for (const row of transactions) {
    const other = row.markedTo;
    if (other === undefined || !isPaired(row)) continue;
    const [issue, receipt] = row.kind === 'issue' ? [row, other] : [other, row];
    if (!pairs.some((pair) => pair.issue === issue && pair.receipt === receipt)) pairs.push({ issue, receipt });
  }
  const compare = inOrder(upTo);
  return pairs.sort((a, b) => compare(a.issue, b.issue) || compare(a.receipt, b.receipt));
}
