import type { Movement } from './movement';
import { story } from './telling';

/**
 * What Larkfield makes. Wheels are built from rims and hubs, commuter bicycles from two wheels and a frame. A product is
 * posted at what its components were posted at, and its labour.
 */
const COMMUTERS: readonly Movement[] = [
  // RIM-2 came in January; its invoice came in February, dearer. So RIM-3 and RIM-4 are not covered by the end of January.
  ...story('RIM', 'M-600', [
    ['2025-12-31', 15, { at: 20.5 }],
    ['01-08', 40, { at: 21.2, invoiced: '02-05', invoicedAt: 22.6 }],
    ['01-12', -20, { type: 'Production line', order: 'wheels-1' }],
    ['01-28', -16, { type: 'Production line', order: 'wheels-2' }],
    ['02-19', 20, { at: 21.9 }],
    ['03-03', -12, { type: 'Production line', order: 'wheels-3' }],
  ]),
  ...story('HUB', 'M-605', [
    ['2025-12-31', 24, { at: 17.6 }],
    ['01-12', -20, { type: 'Production line', order: 'wheels-1' }],
    ['01-20', 30, { at: 18.35 }],
    ['01-28', -16, { type: 'Production line', order: 'wheels-2' }],
    ['02-18', 10, { at: 18.9 }],
    ['03-03', -12, { type: 'Production line', order: 'wheels-3' }],
  ]),
  ...story('FRAME', 'M-610', [
    ['2025-12-31', 4, { at: 138 }],
    ['01-07', 12, { at: 142.5 }],
    ['01-16', -5, { type: 'Production line', order: 'commuters-1' }],
    ['02-09', -8, { type: 'Production line', order: 'commuters-2' }],
    ['02-26', 6, { at: 144 }],
    ['03-10', -6, { type: 'Production line', order: 'commuters-3' }],
  ]),
  // The second order of wheels has used its rims and hubs in January, and was ended in February.
  ...story('WHEEL', 'M-650', [
    ['2025-12-31', 4, { at: 44.8 }],
    ['01-14', 20, { type: 'Production', order: 'wheels-1', labour: 6.5 }],
    ['01-16', -10, { type: 'Production line', order: 'commuters-1' }],
    ['01-27', -3],
    ['02-04', 16, { type: 'Production', order: 'wheels-2', labour: 6.5 }],
    ['02-09', -16, { type: 'Production line', order: 'commuters-2' }],
    ['03-06', 12, { type: 'Production', order: 'wheels-3', labour: 6.8 }],
    ['03-10', -12, { type: 'Production line', order: 'commuters-3' }],
    ['03-24', -4],
  ]),
  ...story('COMMUTER', 'B-140', [
    ['01-21', 5, { type: 'Production', order: 'commuters-1', labour: 38 }],
    ['01-26', -3],
    ['02-16', 8, { type: 'Production', order: 'commuters-2', labour: 38 }],
    ['02-23', -7],
    ['02-27', 1, { type: 'Customer return', source: 2 }],
    ['03-17', 6, { type: 'Production', order: 'commuters-3', labour: 39.5 }],
    ['03-25', -8],
  ]),
];

/** Roasting gives broken beans too. They are received at a price of their own; the roast bears the rest of the cost. */
const ROASTING: readonly Movement[] = [
  ...story('GREEN', 'K-450', [
    ['2025-12-31', 40, { at: 6.9 }],
    ['01-09', 120, { at: 7.35 }],
    ['01-15', -60, { type: 'Production line', order: 'roast-1' }],
    ['02-06', 80, { at: 7.6 }],
    ['02-12', -90, { type: 'Production line', order: 'roast-2' }],
    ['03-12', -45, { type: 'Production line', order: 'roast-3' }],
  ]),
  ...story('ROAST', 'K-455', [
    ['01-16', 49.5, { type: 'Production', order: 'roast-1', labour: 1.2 }],
    ['01-23', -30],
    ['02-13', 74, { type: 'Production', order: 'roast-2', labour: 1.2 }],
    ['02-20', -61.5],
    ['03-13', 37, { type: 'Production', order: 'roast-3', labour: 1.25 }],
    ['03-20', -58],
  ]),
  ...story('BROKEN', 'K-460', [
    ['01-16', 2.5, { type: 'Production', order: 'roast-1', at: 3 }],
    ['01-29', -2],
    ['02-13', 4, { type: 'Production', order: 'roast-2', at: 3 }],
    ['02-25', -3.5],
    ['03-13', 2, { type: 'Production', order: 'roast-3', at: 3 }],
  ]),
];

export const PRODUCTION: readonly Movement[] = [...COMMUTERS, ...ROASTING];
