import type { InventoryModel } from '../../src/book/models';
import type { TransactionType } from '../../src/book/transaction-types';
import type { Place } from './movement';
import { on } from './movement';

/** Larkfield Cycle & Coffee is invented, and so is everyone and every place it deals with. */
export const COMPANY = 'Larkfield Cycle & Coffee Supply';
export const OPENING = on('2025-12-31');
export const FIRST = on('01-01');
/** The day on which the workbook was taken from the ERP system: nothing later is invoiced. */
export const LAST = on('03-31');

export const DIMENSIONS = ['Site', 'Warehouse', 'Batch'] as const;

/** The warehouse that suppliers deliver to comes first. */
export const NORTHPORT: readonly Place[] = [
  { site: 'Northport', warehouse: 'NP-MAIN' },
  { site: 'Northport', warehouse: 'NP-SHOP' },
];
export const EASTMERE: readonly Place[] = [
  { site: 'Eastmere', warehouse: 'EM-MAIN' },
  { site: 'Eastmere', warehouse: 'EM-SHOP' },
];

export interface ModelGroup {
  readonly id: string;
  readonly model: InventoryModel;
  readonly includePhysical: boolean;
  readonly negativePhysical: boolean;
  readonly negativeFinancial: boolean;
}

const group = (
  id: string,
  model: InventoryModel,
  physical: boolean,
  negative: readonly [boolean, boolean],
): ModelGroup => ({
  id,
  model,
  includePhysical: physical,
  negativePhysical: negative[0],
  negativeFinancial: negative[1],
});

export const MODEL_GROUPS: readonly ModelGroup[] = [
  group('FIFO', 'FIFO', false, [true, true]),
  group('FIFO-SLIPS', 'FIFO', true, [true, true]),
  group('LIFO', 'LIFO', false, [false, true]),
  group('LIFO-DATE', 'LIFO date', true, [true, true]),
  group('AVERAGE', 'Weighted average', false, [false, true]),
  group('AVERAGE-DAY', 'Weighted average date', false, [false, true]),
  group('STANDARD', 'Standard cost', false, [false, false]),
  group('MOVING', 'Moving average', false, [false, false]),
];

/** Which dimensions keep costs apart, for each dimension group. */
export const DIMENSION_GROUPS: Readonly<Record<string, readonly string[]>> = {
  COMPANY: [],
  SITE: ['Site'],
  WAREHOUSE: ['Site', 'Warehouse'],
  'SITE-BATCH': ['Site', 'Batch'],
};

const ITEM_GROUPS = ['BIKES', 'PARTS', 'COFFEE', 'BEANS', 'SUPPLIES'] as const;
export type ItemGroup = (typeof ITEM_GROUPS)[number];

export interface PostingRow {
  readonly group: ItemGroup | '';
  readonly type: TransactionType | '';
  readonly inventory: string;
  readonly offset: string;
}

const NAMES: Readonly<Record<ItemGroup, string>> = {
  BIKES: 'Bicycles',
  PARTS: 'Bicycle parts',
  COFFEE: 'Coffee equipment',
  BEANS: 'Coffee beans',
  SUPPLIES: 'Supplies',
};

/** One block for each item group: sales and returns by the row without a type, the rest by their own rows. */
export const POSTING_ROWS: readonly PostingRow[] = ITEM_GROUPS.flatMap((id, index) => {
  const inventory = `14${index + 1}0 ${NAMES[id]}`;
  const row = (type: TransactionType | '', offset: string): PostingRow => ({ group: id, type, inventory, offset });
  return [
    row('', `50${index + 1}0 Cost of sales, ${NAMES[id].toLowerCase()}`),
    row('Purchase', '2110 Goods received'),
    row('Vendor return', '2110 Goods received'),
    row('Counting', '5910 Count differences'),
    row('Movement', '3900 Opening balances'),
    row('Transfer', '1490 Goods in transfer'),
    row('Production', '1480 Work in process'),
    row('Production line', '1480 Work in process'),
  ];
});
