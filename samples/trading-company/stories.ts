import { NO_DAY } from '../../src/book/days';
import { NORTHPORT } from './company';
import type { Movement } from './movement';
import { units } from './movement';
import { story } from './telling';

/** Sold before it came, and covered in the same month. */
const TUBES = story('TUBE', 'P-210', [
  ['2025-12-31', 25, { at: 3 }],
  ['01-12', -40],
  ['01-16', 60, { at: 3.3 }],
  ['01-23', -15],
  ['02-10', -18],
  ['02-20', 50, { at: 3.4 }],
  ['03-11', -30],
]);

/** Sold before it came, and six pieces of HEADSET-3 are not covered by the end of January. */
const HEADSETS = story('HEADSET', 'P-250', [
  ['2025-12-31', 6, { at: 22 }],
  ['01-14', -4],
  ['01-28', -8],
  ['02-05', 20, { at: 23.1 }],
  ['02-17', -7],
  ['03-05', -3],
]);

/** Sold before anything was ever received: posted at the cost price. On 18 March the sale stands above its receipt. */
const PRESSES = story('PRESS', 'C-325', [
  ['01-21', -3],
  ['01-26', 24, { at: 13.8, invoiced: '01-30' }],
  ['02-12', -18],
  ['03-04', 1, { type: 'Customer return' }],
  ['03-18', -9, { sequence: 20 }],
  ['03-18', 12, { at: 14.1, sequence: 10 }],
]);

/** TAMPER-3 was invoiced at 185.00 a piece instead of 18.50. */
const TAMPERS = story('TAMPER', 'C-310', [
  ['2025-12-31', 12, { at: 18.2 }],
  ['01-09', -5],
  ['01-15', 20, { at: 185 }],
  ['01-22', -6],
  ['02-03', 20, { at: 18.6 }],
  ['02-16', -8],
  ['03-12', -10],
]);

/** Bought for a customer: marked before posting (4), after posting (6), over the end of the month (7), by the receipt (9). */
const CARGO_BIKES = story('CARGO', 'B-120', [
  ['2025-12-31', 4, { at: 1450 }],
  ['01-07', 2, { at: 1520 }],
  ['01-10', -1],
  ['01-13', -2, { markedTo: 2, costOfMark: true }],
  ['01-19', 3, { at: 1480 }],
  ['01-24', -2, { markedTo: 5 }],
  ['01-29', -1, { markedTo: 8 }],
  ['02-04', 1, { at: 1560 }],
  ['02-18', 3, { at: 1510, markedTo: 11 }],
  ['02-25', -2],
  ['03-10', -1],
]);

/** ESPRESSO-6 came in January for a customer who takes it in February: it is kept back at the close of January. */
const ESPRESSO_MACHINES = story('ESPRESSO', 'C-300', [
  ['2025-12-31', 3, { at: 2300 }],
  ['01-08', 2, { at: 2380 }],
  ['01-15', -1],
  ['01-20', 1, { at: 2290, markedTo: 5 }],
  ['01-22', -1],
  ['01-26', 1, { at: 2365, markedTo: 7 }],
  ['02-06', -1, { costOfMark: true }],
  ['02-09', 2, { at: 2410 }],
  ['02-13', -2],
  ['03-17', -1],
]);

/** Slips of January whose invoices came in February, one of them dearer; GRINDER-7 was never invoiced. */
const GRINDERS = story('GRINDER', 'C-305', [
  ['2025-12-31', 8, { at: 470 }],
  ['01-14', -6],
  ['01-19', 10, { at: 490, invoiced: '02-05', invoicedAt: 498 }],
  ['01-23', -5],
  ['01-28', 4, { at: 495, invoiced: '02-03' }],
  ['01-30', -3, { invoiced: '02-02' }],
  ['02-10', 5, { at: 500, invoiced: 'never' }],
  ['02-24', -4],
  ['03-16', 6, { at: 505 }],
  ['03-20', -6],
]);

/** Ordered for April: neither slip nor invoice yet, so no date and no cost. */
const ORDERS: readonly Movement[] = (
  [
    ['P-200', 'Purchase', 60],
    ['C-320', 'Purchase', 18],
    ['B-100', 'Sale', -2],
  ] as const
).map(([item, type, quantity], index) => ({
  id: `ORDER-${index + 1}`,
  item,
  type,
  quantity: units(quantity),
  place: NORTHPORT[0],
  slip: NO_DAY,
  invoice: NO_DAY,
  reference: `${quantity > 0 ? 'PO' : 'SO'}?ORDER-${index + 1}`,
}));

/** What does not happen in ordinary trading, each told by the rows of one item. */
export const STORIES: readonly Movement[] = [
  ...TUBES,
  ...HEADSETS,
  ...PRESSES,
  ...TAMPERS,
  ...CARGO_BIKES,
  ...ESPRESSO_MACHINES,
  ...GRINDERS,
  ...ORDERS,
];
