import { NO_DAY } from '../../src/book/days';
import { parametersTable } from '../../src/workbook/file/create-template';
import type { NewPage, NewSheet, NewTable } from '../../src/workbook/file/create-sheet';
import type { OutValue } from '../../src/workbook/port';
import {
  DIMENSION_GROUPS as DIMENSION_GROUPS_TABLE,
  ITEM_MODEL_GROUPS,
  ITEMS,
  PERIODS,
  POSTING,
  TRANSACTIONS,
} from '../../src/workbook/tables/input';
import type { InputTable } from '../../src/workbook/tables/spec';
import { COMPANY, DIMENSION_GROUPS, DIMENSIONS, MODEL_GROUPS, POSTING_ROWS } from './company';
import { post, type Posted } from './estimates';
import { SAMPLE_ITEMS } from './items';
import type { Movement } from './movement';
import { planMovements } from './plan';
import { periods2026 } from './calendar';

/** The sheets of the workbook of Larkfield Cycle & Coffee Supply, January to March 2026. */
export function tradingCompany(): NewSheet[] {
  const movements = planMovements();
  const posted = post(movements, new Map(SAMPLE_ITEMS.map((item) => [item.id, item])));
  return [
    about(movements.length),
    transactions(movements, posted),
    table(ITEMS, SAMPLE_ITEMS, {
      Item: (item) => item.id,
      Name: (item) => item.name,
      'Item group': (item) => item.group,
      'Item model group': (item) => item.modelGroup,
      'Dimension group': (item) => item.dimensionGroup,
      'Cost price': (item) => item.costPrice,
      Unit: (item) => item.unit,
    }),
    table(ITEM_MODEL_GROUPS, MODEL_GROUPS, {
      'Item model group': (group) => group.id,
      'Inventory model': (group) => group.model,
      'Include physical value': (group) => yesNo(group.includePhysical),
      'Physical negative inventory': (group) => yesNo(group.negativePhysical),
      'Financial negative inventory': (group) => yesNo(group.negativeFinancial),
    }),
    {
      ...table(DIMENSION_GROUPS_TABLE, Object.entries(DIMENSION_GROUPS), {
        'Dimension group': ([id]) => id,
        Site: ([, financial]) => yesNo(financial.includes('Site')),
        Warehouse: ([, financial]) => yesNo(financial.includes('Warehouse')),
        Batch: ([, financial]) => yesNo(financial.includes('Batch')),
      }),
      dimensions: DIMENSIONS,
    },
    table(POSTING, POSTING_ROWS, {
      'Item group': (row) => row.group,
      Type: (row) => row.type || null,
      'Inventory account': (row) => row.inventory,
      'Offset account': (row) => row.offset,
    }),
    table(PERIODS, periods2026(), {
      Period: (period) => period.name,
      From: (period) => period.from,
      To: (period) => period.to,
      Status: () => 'Open',
    }),
    parametersTable({
      Currency: 'USD',
      'Ledger specification': 'Item group',
      'Adjustment account': '5920 Inventory adjustments',
      'Rounding account': '5930 Inventory rounding',
      'Variance account': '5940 Inventory variances',
    }),
  ];
}

const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');

/** A table from records: for each header, what stands there. */
function table<T>(
  spec: InputTable,
  records: readonly T[],
  cells: Readonly<Record<string, (record: T) => OutValue>>,
): NewTable {
  return {
    kind: 'table',
    table: spec,
    rows: records.length,
    cells: Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header, records.map(cell)])),
  };
}

function transactions(movements: readonly Movement[], posted: readonly Posted[]): NewTable {
  const rows = movements.map((movement, row) => ({ movement, posted: posted[row] }));
  const day = (value: number): OutValue => (value === NO_DAY ? null : value);
  const dollars = (cents: number | undefined): OutValue => (cents === undefined ? null : cents / 100);
  return {
    ...table(TRANSACTIONS, rows, {
      Transaction: ({ movement }) => movement.id ?? null,
      Item: ({ movement }) => movement.item,
      Site: ({ movement }) => movement.place.site,
      Warehouse: ({ movement }) => movement.place.warehouse,
      Batch: ({ movement }) => movement.batch ?? null,
      Quantity: ({ movement }) => movement.quantity / 100,
      'Financial date': ({ movement }) => day(movement.invoice),
      'Physical date': ({ movement }) => day(movement.slip),
      'Financial cost': (row) => dollars(row.posted.financial),
      'Physical cost': (row) => dollars(row.posted.physical),
      Type: ({ movement }) => movement.type,
      Reference: ({ movement }) => movement.reference,
      'Marked to': ({ movement }) => movement.markedTo ?? null,
      'Cost source': ({ movement }) => movement.costSource ?? null,
      Sequence: ({ movement }) => movement.sequence ?? null,
    }),
    // The accounts of this company come from Posting.
    columns: TRANSACTIONS.columns.map(({ name }) => name).filter((name) => !name.endsWith('account')),
    dimensions: DIMENSIONS,
  };
}

function about(rows: number): NewPage {
  return {
    kind: 'page',
    sheet: 'Read me',
    title: COMPANY,
    lines: [
      {
        text: `An invented company that trades in bicycles, parts, coffee and the equipment for it, builds bicycles and roasts coffee: ${SAMPLE_ITEMS.length} items, two sites with two warehouses each, and ${rows} transactions from the opening stock of 31 December 2025 to 31 March 2026. Issues are posted at running averages, transfers, returns and products at what their issues were posted at, as an ERP system estimates them.`,
      },
      { heading: 'Close it' },
      { command: '  inventory-close close trading-company.xlsx --up-to 2026-01-31' },
      { heading: 'Where to look' },
      { cells: ['Item', 'Transactions', 'What happens'], bold: true },
      ...STORIES.map(([item, ids, what]) => ({ cells: [item, ids, what] })),
    ],
  };
}

const STORIES: readonly (readonly [string, string, string])[] = [
  ['HAND-FIFO', 'FIFO-1 to 5', 'Five rows to follow by hand: bells, first in first out.'],
  ['HAND-LIFO', 'LIFO-1 to 5', 'Five rows to follow by hand: locks, last in first out.'],
  ['HAND-AVERAGE', 'AVG-1 to 5', 'Five rows to follow by hand: jugs, at the average of the month.'],
  ['HAND-MUG', 'MUG-1 to 3', 'Production to follow by hand: mugs are packed into gift boxes ...'],
  ['HAND-GIFT', 'GIFT-1 to 3', '... which cost the mugs and the labour.'],
  ['HAND-STOOL', 'STOOL-1 to 6', 'A transfer between the sites to follow by hand.'],
  ['P-210', 'TUBE-1 to 7', 'Sold before it was received; covered in the same month.'],
  ['P-250', 'HEADSET-1 to 6', 'Sold before it was received; 6 pieces are not covered at the end of January.'],
  ['C-325', 'PRESS-1 to 6', 'Sold before anything was ever received: posted at the cost price.'],
  [
    'C-310',
    'TAMPER-1 to 7',
    'TAMPER-3 was invoiced at 185.00 a piece instead of 18.50: the check of cost prices finds it.',
  ],
  ['B-120', 'CARGO-1 to 11', 'Bought for certain customers and marked; CARGO-7 waits for a receipt of February.'],
  ['C-300', 'ESPRESSO-1 to 10', 'Marked too; ESPRESSO-6 is kept back in January for a sale of February.'],
  ['C-305', 'GRINDER-1 to 10', 'Slips of January that were invoiced in February; the invoice of GRINDER-7 never came.'],
  ['M-600', 'RIM-1 to 6', 'Rims for wheels; the invoice of RIM-2 came in February, dearer.'],
  ['M-650', 'WHEEL-1 to 9', 'Wheels, built here; the order of WHEEL-5 is open at the end of January.'],
  ['B-140', 'COMMUTER-1 to 7', 'Bicycles, built from wheels and frames; one comes back from its customer.'],
  ['K-455', 'ROAST-1 to 6', 'Coffee, roasted here; broken beans (K-460) are a by-product.'],
  [
    'P-280',
    'SEAT-1 to 15',
    'From Northport to Eastmere, and on to the shop; SEAT-8 is on its way at the end of January.',
  ],
  ['C-345', 'CART-1 to 11', 'There and back in one month: the costs of both sites depend on each other.'],
  ['C-350', 'FROTHER-1 to 10', 'Parts of a sale come back, and a whole sale.'],
];
