import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { CLOSING_TRANSFERS } from '../tables/results';
import { type OutcomeRows, ROW } from './outcome-rows';
import type { NewRows } from './rows';

/** Both legs of each closing transfer (A8). */
export function transferRows(on: OutcomeRows): NewRows {
  const rows = on.rows(CLOSING_TRANSFERS);
  const { transfers } = on.outcome;
  const highest = on.read.book.transactions.count - on.read.book.transactions.inputCount;
  for (let t = 0; t < transfers.count; t++) {
    for (const [leg, sign] of [
      [0, -1],
      [1, 1],
    ]) {
      rows.add({
        ...on.places.dimensionsOfKey(transfers.key[t]),
        Closing: on.ids.closing,
        [ROW.closing]: on.ids.closingRow,
        Transaction: on.places.legIds[2 * t + leg],
        Item: on.places.item(on.read.book.keys[transfers.key[t]].item),
        Quantity: on.figures.quantity(sign * transfers.quantity[t]),
        'Financial date': transfers.day[t],
        'Physical date': transfers.day[t],
        'Financial cost': on.figures.amount(sign * transfers.value[t]),
        'Physical cost': on.figures.amount(sign * transfers.value[t]),
        Type: 'Transfer' satisfies (typeof TRANSACTION_TYPES)[number],
        Reference: on.ids.closing,
        'Cost source': leg === 1 ? on.places.legIds[2 * t] : null,
        Sequence: highest + 2 * t + leg + 1,
        Status: 'Active',
      });
    }
  }
  return rows;
}
