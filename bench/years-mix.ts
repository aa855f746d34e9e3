import type { CellValue } from '../src/workbook/cells';
import type { TableCells } from '../src/workbook/port';
import { numbers } from './workload';

/** The dimension of the mix. */
export const SITE = 'Site';
const SITES = ['North', 'South'];
const HEADERS = [
  ...['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost', 'Type', 'Reference', 'Cost source', SITE],
] as const;
type Row = Readonly<Partial<Record<(typeof HEADERS)[number], CellValue>>>;

/**
 * So many transactions whose cost flows, over so many days: of twenty issues one is a move to the other site, one becomes a
 * product of the next item, one comes back in part. Stock is bought when there is none, so that as much is open after three
 * years as after two months. A third of the items goes by weighted average.
 */
export function mixedTables(count: number, firstDay: number, days: number): Map<string, TableCells> {
  const items = Math.max(10, Math.floor(count / 400));
  const rows = mixedRows(count, items, (row) => firstDay + Math.floor((row * days) / count));
  const names = Array.from({ length: items }, (_, item) => nameOf(item));
  return new Map([
    table(
      'Transactions',
      Object.fromEntries(HEADERS.map((header) => [header, rows.map((row) => row[header] ?? null)])),
    ),
    table('Items', {
      Item: names,
      'Item model group': names.map((_, at) => (at % 3 === 0 ? 'AVG' : 'FIFO')),
      'Dimension group': names.map(() => 'SITE'),
    }),
    table('DimensionGroups', { 'Dimension group': ['SITE'], [SITE]: ['Yes'] }),
    table('ItemModelGroups', { 'Item model group': ['AVG', 'FIFO'], 'Inventory model': ['Weighted average', 'FIFO'] }),
  ]);
}

const nameOf = (item: number): string => `I${String(item).padStart(5, '0')}`;

function mixedRows(count: number, items: number, dayOf: (row: number) => number): Row[] {
  const next = numbers(36);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const price = Array.from({ length: items }, () => whole(50, 5000));
  const onHand = Array.from({ length: 2 * items }, () => 0);
  const rows: Row[] = [];
  const add = (item: number, site: number, quantity: number, cents: number, type: string, more: Row = {}): string => {
    const id = `T${String(rows.length + 1).padStart(7, '0')}`;
    onHand[2 * item + site] += quantity;
    rows.push({
      ...{ Transaction: id, Item: nameOf(item), [SITE]: SITES[site], Type: type, ...more },
      ...{ Quantity: quantity, 'Financial date': dayOf(rows.length), 'Financial cost': cents / 100 },
    });
    return id;
  };
  while (rows.length < count) {
    const item = Math.floor(items * next() ** 1.5);
    const site = whole(0, 1);
    const has = onHand[2 * item + site];
    if (has <= 0) {
      const quantity = whole(20, 60);
      add(item, site, quantity, Math.round(quantity * price[item] * (0.8 + 0.4 * next())), 'Purchase');
      continue;
    }
    const quantity = Math.min(has, whole(1, 30));
    const cents = quantity * price[item];
    const kind = rows.length + 1 < count ? whole(0, 19) : 19;
    const Reference = `R${rows.length}`;
    if (kind === 0) {
      const source = add(item, site, -quantity, -cents, 'Transfer', { Reference });
      add(item, 1 - site, quantity, cents, 'Transfer', { Reference, 'Cost source': source });
    } else if (kind === 1) {
      add(item, site, -quantity, -cents, 'Production line', { Reference });
      add((item + 1) % items, site, quantity, cents, 'Production', { Reference });
    } else {
      const source = add(item, site, -quantity, -cents, 'Sale', { Reference });
      if (kind > 2) continue;
      add(item, site, Math.ceil(quantity / 2), Math.ceil(quantity / 2) * price[item], 'Customer return', {
        'Cost source': source,
      });
    }
  }
  return rows;
}

function table(name: string, columns: Readonly<Record<string, CellValue[]>>): [string, TableCells] {
  const headers = Object.keys(columns);
  const cells = Object.values(columns);
  const place = { sheet: name, headerRow: 1, firstColumn: 1, rows: cells[0].length, below: headers.map(() => null) };
  return [name, { ...place, name, headers, cells }];
}
