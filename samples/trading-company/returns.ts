import type { Movement } from './movement';
import { story } from './telling';

/**
 * Customers send back parts of a sale, in its month and in a later one, and a whole sale: a return costs what the sale
 * costs after its close, not what it was posted at.
 */
export const RETURNS: readonly Movement[] = story('FROTHER', 'C-350', [
  ['2025-12-31', 10, { at: 52 }],
  ['01-08', 10, { at: 56 }],
  ['01-13', -14],
  ['01-20', 4, { type: 'Customer return', source: 3 }],
  ['01-27', -3],
  ['02-10', -5],
  ['02-19', 2, { type: 'Customer return', source: 3 }],
  ['03-04', 3, { type: 'Customer return', source: 5 }],
  ['03-09', 6, { at: 58 }],
  ['03-20', -8],
]);
