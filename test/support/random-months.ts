/** Random months of small trade in which much is settled in full: what is bought in pieces is sold in pieces. */
import fc from 'fast-check';
import type { CellValue } from '../../src/workbook/cells';
import { dayOf } from '../../src/book/days';
import { type Grid, grid, workbookOf } from './workbooks';

/** One thing that happens; numbers choose among what fits. */
interface Event {
  readonly kind: 'buy' | 'sell' | 'return' | 'move' | 'make';
  readonly item: number;
  readonly pieces: number;
  readonly cents: number;
  readonly day: number;
  /** Picks the sale that comes back, or the order. */
  readonly pick: number;
  readonly marked: boolean;
}

const event: fc.Arbitrary<Event> = fc.noBias(
  fc.record({
    kind: fc.constantFrom('buy', 'buy', 'buy', 'buy', 'sell', 'sell', 'sell', 'return', 'move', 'make'),
    item: fc.integer({ min: 0, max: 3 }),
    pieces: fc.integer({ min: 1, max: 3 }),
    cents: fc.integer({ min: 100, max: 2000 }),
    day: fc.integer({ min: 1, max: 28 }),
    pick: fc.integer({ min: 0, max: 99 }),
    marked: fc.constantFrom(true, false, false, false),
  }),
);

export type RandomMonths = readonly (readonly Event[])[];
export const randomMonths: fc.Arbitrary<RandomMonths> = fc.array(fc.array(event, { minLength: 8, maxLength: 16 }), {
  minLength: 4,
  maxLength: 4,
});

const SETTINGS = [
  grid('Items', 'Item | Item model group | Dimension group\nA | FIFO | SITE\nB | LIFO |\nC | AVG |\nD | AVGDATE |'),
  grid(
    'ItemModelGroups',
    'Item model group | Inventory model\nFIFO | FIFO\nLIFO | LIFO\nAVG | Weighted average\nAVGDATE | Weighted average date',
  ),
  grid('DimensionGroups', 'Dimension group | Site | Shelf\nSITE | Yes | No'),
];
const HEADERS =
  'Transaction, Item, Quantity, Financial date, Financial cost, Type, Reference, Marked to, Cost source, Site, Shelf';
const ITEMS = 'ABCD';

interface Row {
  readonly id: string;
  readonly item: string;
  readonly quantity: number;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** The workbook with the rows of the first months, as many as are asked for. */
export function monthsWorkbook(months: RandomMonths, count = months.length): Uint8Array {
  const headers = HEADERS.split(', ');
  const rows = rowsOf(months.slice(0, count)).map(({ id, item, quantity, cells }) => {
    const all: Record<string, CellValue> = { ...cells, Transaction: id, Item: item, Quantity: quantity };
    return headers.map((header) => all[header] ?? null);
  });
  const table: Grid = { name: 'Transactions', sheet: 'Transactions', headers, rows };
  return workbookOf([table, ...SETTINGS]);
}

function rowsOf(months: RandomMonths): Row[] {
  const rows: Row[] = [];
  const returned = new Map<string, number>();
  months.forEach((events, month) => {
    for (const one of events) {
      const item = ITEMS[one.item];
      const date = dayOf(2026, month + 1, one.day) ?? null;
      const cost = (one.cents * one.pieces) / 100;
      const add = (quantity: number, cells: Record<string, CellValue>, of = item): string => {
        const id = `T${rows.length + 1}`;
        const shelf = 'xyz'[rows.length % 3];
        const own = { 'Financial date': date, 'Financial cost': quantity < 0 ? -cost : cost, Site: 'N', Shelf: shelf };
        rows.push({ id, item: of, quantity, cells: { ...own, ...cells } });
        return id;
      };
      if (one.kind === 'buy') add(one.pieces, { Type: 'Purchase' });
      if (one.kind === 'sell') {
        const free = one.marked && rows.find((row) => isFree(row, item, one.pieces, rows));
        add(-one.pieces, { Type: 'Sale', ...(free ? { 'Marked to': free.id } : {}) });
      }
      if (one.kind === 'return') {
        const sales = rows.filter(
          ({ cells, quantity, id }) => cells['Type'] === 'Sale' && -quantity > (returned.get(id) ?? 0),
        );
        const sale = sales[one.pick % Math.max(sales.length, 1)];
        if (!sale) continue;
        returned.set(sale.id, (returned.get(sale.id) ?? 0) + 1);
        add(1, { Type: 'Customer return', 'Cost source': sale.id }, sale.item);
      }
      if (one.kind === 'move' && item === 'A') {
        const source = add(-one.pieces, { Type: 'Transfer' });
        add(one.pieces, { Type: 'Transfer', Site: 'S', 'Cost source': source });
      }
      if (one.kind === 'make') {
        // Few orders, so that some get one more component months later.
        const order = { Reference: `W${one.pick % 5}` };
        add(-one.pieces, { Type: 'Production line', ...order }, 'B');
        if (one.marked || month < 2) add(one.pieces, { Type: 'Production', ...order }, 'A');
      }
    }
  });
  return rows;
}

/** A purchase that nobody is marked to. */
function isFree({ id, item, quantity, cells }: Row, of: string, pieces: number, rows: readonly Row[]): boolean {
  const isPurchase = item === of && quantity >= pieces && cells['Type'] === 'Purchase';
  return isPurchase && !rows.some((row) => row.cells['Marked to'] === id);
}
