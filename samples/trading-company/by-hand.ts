import type { Movement } from './movement';
import { on, price, units } from './movement';
import { EASTMERE, NORTHPORT } from './company';
import { story } from './telling';

type Row = readonly [id: string, date: string, quantity: number, dollars?: number];

/** All of it in one warehouse, slip and invoice on the same day: five rows an item, so that a reader can follow. */
function byHand(item: string, rows: readonly Row[]): Movement[] {
  return rows.map(([id, date, quantity, dollars], index) => ({
    id,
    item,
    type: index === 0 ? 'Movement' : quantity > 0 ? 'Purchase' : 'Sale',
    quantity: units(quantity),
    place: NORTHPORT[0],
    slip: on(date),
    invoice: on(date),
    ...(dollars === undefined ? {} : { price: price(dollars) }),
    reference: index === 0 ? 'OPENING' : `${quantity > 0 ? 'PO' : 'SO'}?${id}`,
  }));
}

/** The items that samples/README.md works out. */
export const BY_HAND: readonly Movement[] = [
  ...byHand('HAND-FIFO', [
    ['FIFO-1', '2025-12-31', 10, 4],
    ['FIFO-2', '01-08', 10, 5],
    ['FIFO-3', '01-12', -12],
    ['FIFO-4', '01-20', 5, 6.2],
    ['FIFO-5', '01-27', -6],
  ]),
  ...byHand('HAND-LIFO', [
    ['LIFO-1', '2025-12-31', 10, 8],
    ['LIFO-2', '01-09', 6, 9],
    ['LIFO-3', '01-14', -4],
    ['LIFO-4', '01-22', 5, 10],
    ['LIFO-5', '01-28', -8],
  ]),
  ...byHand('HAND-AVERAGE', [
    ['AVG-1', '2025-12-31', 4, 10],
    ['AVG-2', '01-06', 6, 12],
    ['AVG-3', '01-13', -5],
    ['AVG-4', '01-21', 10, 13.4],
    ['AVG-5', '01-26', -3],
  ]),
  ...story('MUG', 'HAND-MUG', [
    ['2025-12-31', 8, { at: 3 }],
    ['01-09', 12, { at: 3.5 }],
    ['01-14', -12, { type: 'Production line', order: 'gifts' }],
  ]),
  ...story('GIFT', 'HAND-GIFT', [
    ['01-16', 12, { type: 'Production', order: 'gifts', labour: 1.2 }],
    ['01-22', -5],
    ['01-29', -4],
  ]),
  ...story('STOOL', 'HAND-STOOL', [
    ['2025-12-31', 6, { at: 20 }],
    ['01-07', 6, { at: 23 }],
    ['01-12', -8, { type: 'Transfer' }],
    ['01-13', 8, { type: 'Transfer', place: EASTMERE[0], source: 3 }],
    ['01-20', -3, { place: EASTMERE[0] }],
    ['01-27', -2],
  ]),
  // A product with standard cost: it is received at its cost price, whatever its order used.
  ...story('SYRUP', 'HAND-SYRUP', [
    ['2025-12-31', 10, { at: 6 }],
    ['01-08', 10, { at: 7.5 }],
    ['01-19', -16, { type: 'Production line', order: 'bottles' }],
  ]),
  ...story('BOTTLE', 'HAND-BOTTLE', [
    ['01-20', 32, { type: 'Production', order: 'bottles' }],
    ['01-26', -20],
  ]),
];
