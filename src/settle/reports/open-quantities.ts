import { type Book, LEG } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { messageOf } from '../../book/log';
import type { RunRequest } from '../../book/outcome';
import type { OpenQuantity } from '../../book/reports';
import { pair } from '../pairing';
import { sidesOf, STATE, statesOf } from '../sides';
import { logUnsettled, logWaiting } from '../unsettled';

/**
 * Issues that are financially updated by a day and that the receipts financially updated by then do not cover, after
 * marking: what a close of that day would leave open. With receipts: also the receipts that could cover them and do
 * not, because they are only physically updated, and the receipts that would stay open.
 */
export function openQuantities(book: Book, day: Day, withReceipts: boolean): OpenQuantity[] {
  const request: RunRequest = {
    type: 'Close',
    day,
    specification: 'Total',
    maximumThroughputs: 1,
    minimumThroughputAdjustment: 0,
  };
  // Physical receipts cover nothing for good: the report looks at what a close would settle.
  const financially: Book = { ...book, items: book.items.map((item) => ({ ...item, includePhysicalValue: false })) };
  const state = statesOf(financially, request);
  const sides = sidesOf(financially, state);
  const steps = pair(financially, request, sides);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const pairing = step.value;

  const { quantity } = book.transactions;
  const rows: OpenQuantity[] = [];
  const entries = [
    ...logUnsettled(financially, request, state, sides, pairing),
    ...logWaiting(book, request, pairing.waiting),
  ];
  for (const { transaction, quantity: open, code, words } of entries) {
    rows.push({
      transaction,
      kind: 'Issue',
      updated: 'Financial',
      quantity: quantity[transaction],
      open: open ?? 0,
      cause: messageOf(code, words),
    });
  }
  if (!withReceipts) return rows;
  for (let side = 0; side < sides.count; side++) {
    if (sides.open[side] < 0 || pairing.free[side] === 0) continue;
    const row = sides.row[side];
    rows.push({
      transaction: row,
      kind: 'Receipt',
      updated: 'Financial',
      quantity: quantity[row],
      open: pairing.free[side],
      cause: 'Stays in stock.',
    });
  }
  return [...rows, ...physicalReceipts(book, day, state)];
}

function physicalReceipts(book: Book, day: Day, state: Uint8Array): OpenQuantity[] {
  const { count, quantity, physicalDay, financialDay, leg } = book.transactions;
  const rows: OpenQuantity[] = [];
  for (let row = 0; row < count; row++) {
    if (leg[row] !== LEG.none || quantity[row] <= 0 || state[row] === STATE.financial) continue;
    if (
      physicalDay[row] === NO_DAY ||
      physicalDay[row] > day ||
      (financialDay[row] !== NO_DAY && financialDay[row] <= day)
    )
      continue;
    rows.push({
      transaction: row,
      kind: 'Receipt',
      updated: 'Physical',
      quantity: quantity[row],
      open: quantity[row],
      cause: 'Received, not invoiced: it can not be settled with.',
    });
  }
  return rows;
}
