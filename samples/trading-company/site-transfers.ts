import { EASTMERE, NORTHPORT } from './company';
import type { Movement } from './movement';
import { story } from './telling';

const [NP_MAIN] = NORTHPORT;
const [EM_MAIN, EM_SHOP] = EASTMERE;

/**
 * Each warehouse has its own cost, so it goes along twice: from Northport to Eastmere, and there to the shop. SEAT-8 is
 * on its way at the end of January; the goods of SEAT-12 arrive in two places.
 */
const SEATS = story('SEAT', 'P-280', [
  ['2025-12-31', 12, { at: 40 }],
  ['01-08', 10, { at: 44 }],
  ['01-13', -15, { type: 'Transfer', place: NP_MAIN }],
  ['01-14', 15, { type: 'Transfer', place: EM_MAIN, source: 3 }],
  ['01-16', -6, { type: 'Transfer', place: EM_MAIN }],
  ['01-16', 6, { type: 'Transfer', place: EM_SHOP, source: 5 }],
  ['01-24', -4, { place: EM_SHOP }],
  ['01-30', -4, { type: 'Transfer', place: NP_MAIN }],
  ['02-02', 4, { type: 'Transfer', place: EM_MAIN, source: 8 }],
  ['02-11', -9, { place: EM_MAIN }],
  ['02-17', 10, { at: 45.5 }],
  ['03-05', -5, { type: 'Transfer', place: NP_MAIN }],
  ['03-06', 3, { type: 'Transfer', place: EM_MAIN, source: 12 }],
  ['03-06', 2, { type: 'Transfer', place: EM_SHOP, source: 12 }],
  ['03-19', -3, { place: EM_SHOP }],
]);

/**
 * There and back in one month, at the average of each site: what came back is part of the average that it went away at.
 * The cost of each site depends on that of the other.
 */
const CARTS = story('CART', 'C-345', [
  ['2025-12-31', 8, { at: 300 }],
  ['2025-12-31', 4, { at: 360, place: EM_MAIN }],
  ['01-09', -5, { type: 'Transfer', place: NP_MAIN }],
  ['01-10', 5, { type: 'Transfer', place: EM_MAIN, source: 3 }],
  ['01-14', 6, { at: 335 }],
  ['01-20', -3, { type: 'Transfer', place: EM_MAIN }],
  ['01-21', 3, { type: 'Transfer', place: NP_MAIN, source: 6 }],
  ['01-26', -4],
  ['01-28', -2, { place: EM_MAIN }],
  ['02-12', -3],
  ['03-18', -2, { place: EM_MAIN }],
]);

export const SITE_TRANSFERS: readonly Movement[] = [...SEATS, ...CARTS];
