import { Workbook, type Worksheet } from 'exceljs';
import { sampleWorkbook, SAMPLE_NAMES } from '../../samples';
import { bench } from '../../samples/bench';
import { DIMENSION_GROUPS, MODEL_GROUPS } from '../../samples/trading-company/company';
import { post } from '../../samples/trading-company/estimates';
import { SAMPLE_ITEMS } from '../../samples/trading-company/items';
import { type Movement, on } from '../../samples/trading-company/movement';
import { planMovements } from '../../samples/trading-company/plan';
import { INVENTORY_MODELS } from '../../src/book/models';
import type { OutValue } from '../../src/workbook/port';

const MODIFIED = new Date('2026-04-01T08:00:00Z');
const items = new Map(SAMPLE_ITEMS.map((item) => [item.id, item]));
const movements = planMovements();
const posted = post(movements, items);
const row = (id: string): number => movements.findIndex((movement) => movement.id === id);

test.each(SAMPLE_NAMES)('%s is the same bytes each time', (name) => {
  expect(sampleWorkbook(name, MODIFIED)).toEqual(sampleWorkbook(name, MODIFIED));
});

test('the smallest workbook is five rows of five columns', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(sampleWorkbook('smallest', MODIFIED)).buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Transactions']);
  const sheet = workbook.getWorksheet('Transactions') as Worksheet;
  const date = (day: number): Date => new Date(Date.UTC(2026, 0, day));
  expect([4, 5, 6, 7, 8, 9].map((number) => (sheet.getRow(number).values as unknown[]).slice(1))).toEqual([
    ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
    ['PO123', 'Teapot', 10, date(5), 100],
    ['PO456', 'Teapot', 10, date(12), 120],
    ['SO987', 'Teapot', -15, date(20), -165],
    ['PO789', 'Teapot', 5, date(26), 70],
    ['SO988', 'Teapot', -5, date(29), -62.5],
  ]);
});

describe('the trading company', () => {
  test('is of the size that it is said to be', () => {
    expect(movements.length).toBeGreaterThanOrEqual(900);
    expect(movements.length).toBeLessThanOrEqual(1100);
    expect(items.size).toBe(56);
    expect(new Set(movements.map(({ place }) => place.site)).size).toBe(2);
    expect(new Set(movements.map(({ place }) => place.warehouse)).size).toBe(4);
    expect(new Set(movements.map(({ id }) => id)).size).toBe(movements.length);
    expect(new Set(movements.map(({ item }) => item))).toEqual(new Set(items.keys()));
  });

  test('uses every inventory model and every dimension group', () => {
    const groups = new Set(SAMPLE_ITEMS.map(({ modelGroup }) => modelGroup));
    expect(new Set(MODEL_GROUPS.filter(({ id }) => groups.has(id)).map(({ model }) => model))).toEqual(
      new Set(INVENTORY_MODELS),
    );
    expect(new Set(SAMPLE_ITEMS.map(({ dimensionGroup }) => dimensionGroup))).toEqual(
      new Set(Object.keys(DIMENSION_GROUPS)),
    );
  });

  test.each([
    { what: 'a transfer receipt at the cost of its issue', id: 'SEAT-4', cost: 627.27 },
    { what: 'a part of a transfer at its part of the issue', id: 'SEAT-13', cost: 133.95 },
    { what: 'a part of a return at its part of the sale', id: 'FROTHER-4', cost: 216 },
    { what: 'a product at components and labour: 410.00 + 352.00 + 20 x 6.50', id: 'WHEEL-2', cost: 892 },
    { what: 'a by-product at its price', id: 'BROKEN-1', cost: 7.5 },
    { what: 'a main product without its by-product: 434.25 + 49.5 x 1.20 - 7.50', id: 'ROAST-1', cost: 486.15 },
  ])('posts $what', ({ id, cost }) => {
    expect(posted[row(id)].financial).toBe(Math.round(cost * 100));
  });

  test('posts at the cost price where nothing was ever received, and at the last average below zero', () => {
    expect(posted[row('PRESS-1')].financial).toBe(-3 * 1420);
    expect(posted[row('TUBE-2')].financial).toBe(-40 * 300);
    expect(posted[row('HEADSET-3')].financial).toBe(-8 * 2200);
  });

  test('posts a sale that was marked before at the cost of its receipt', () => {
    expect(posted[row('CARGO-4')].financial).toBe(-(posted[row('CARGO-2')].financial ?? 0));
  });

  test('has one receipt at ten times its price, and no other far from the cost price', () => {
    const far = movements.filter(({ item, price }) => {
      const cost = (items.get(item)?.costPrice ?? 0) * 10000;
      return price !== undefined && !item.startsWith('HAND-') && Math.abs(price / cost - 1) > 0.3;
    });
    expect(far.map(({ id }) => id)).toEqual(['TAMPER-3']);
  });

  test('has slips of late January that were invoiced in February, and one that never was', () => {
    const over = movements.filter(({ slip, invoice }) => slip <= on('01-31') && invoice > on('01-31'));
    expect(over.map(({ id }) => id)).toEqual(expect.arrayContaining(['GRINDER-3', 'GRINDER-5', 'GRINDER-6']));
    expect(posted[row('GRINDER-7')]).toEqual({ physical: 250000, financial: undefined });
  });

  test('moves within a cost key without changing its value', () => {
    const received = movements.filter(({ type, costSource }) => type === 'Transfer' && costSource !== undefined);
    const within = received.filter((one) => keyOf(one) === keyOf(sourceOf(one)));
    expect(within.length).toBeGreaterThan(20);
    for (const receipt of within) {
      const issue = sourceOf(receipt);
      expect(receipt.quantity).toBe(-issue.quantity);
      expect(receipt.place.warehouse).not.toBe(issue.place.warehouse);
      expect(posted[row(receipt.id ?? '')].financial).toBe(-(posted[row(issue.id ?? '')].financial ?? 0));
    }
  });

  test('takes the cost of transfers and returns from an issue of the same item, never more than all of it', () => {
    const taken = new Map<Movement, number>();
    for (const receipt of movements.filter(({ costSource }) => costSource !== undefined)) {
      const issue = sourceOf(receipt);
      expect([receipt.item, receipt.reference, receipt.invoice >= issue.invoice]).toEqual([
        issue.item,
        issue.reference,
        true,
      ]);
      taken.set(issue, (taken.get(issue) ?? 0) + receipt.quantity);
    }
    expect([...taken].filter(([issue, quantity]) => quantity > -issue.quantity)).toEqual([]);
  });

  test('each production order uses components before it is ended, and gives one main product', () => {
    const orders = new Set(movements.filter(({ type }) => type.startsWith('Production')).map((one) => one.reference));
    expect(orders.size).toBe(11);
    for (const order of orders) {
      const of = (type: Movement['type']) => movements.filter((one) => one.reference === order && one.type === type);
      const lastUse = Math.max(...of('Production line').map(({ invoice }) => invoice));
      expect(of('Production').filter((one) => one.price === undefined)).toHaveLength(1);
      expect(of('Production').every(({ invoice }) => invoice > lastUse)).toBe(true);
    }
  });

  function sourceOf({ costSource }: Movement): Movement {
    return movements[row(costSource ?? '')];
  }

  function keyOf({ item, place, batch }: Movement): string {
    const dimensions = DIMENSION_GROUPS[items.get(item)?.dimensionGroup ?? ''];
    const values = { Site: place.site, Warehouse: place.warehouse, Batch: batch ?? '' };
    return [item, ...Object.entries(values).map(([name, value]) => (dimensions.includes(name) ? value : ''))].join('/');
  }

  test('marks name a counterpart of the same cost key and the other direction', () => {
    const marked = movements.filter(({ markedTo }) => markedTo !== undefined);
    expect(marked).toHaveLength(6);
    for (const one of marked) {
      const other = movements[row(one.markedTo ?? '')];
      expect([other.item, other.place.site, Math.sign(other.quantity)]).toEqual([
        one.item,
        one.place.site,
        -Math.sign(one.quantity),
      ]);
    }
  });

  test.each(['01-31', '02-28', '03-31'])('is not negative on 2026-%s where the model group forbids it', (date) => {
    expect(negative(({ slip, invoice }) => firstOf(slip, invoice) <= on(date), 'negativePhysical')).toEqual([]);
    expect(negative(({ invoice }) => invoice > 0 && invoice <= on(date), 'negativeFinancial')).toEqual([]);
  });

  /** Items and sites below zero, among those whose group says that they may not be. */
  function negative(counts: (movement: Movement) => boolean, flag: 'negativePhysical' | 'negativeFinancial'): string[] {
    const onHand = new Map<string, number>();
    for (const movement of movements) {
      const group = MODEL_GROUPS.find(({ id }) => id === items.get(movement.item)?.modelGroup);
      if (group?.[flag] !== false || !counts(movement)) continue;
      const key = `${movement.item} ${movement.place.site} ${movement.batch ?? ''}`;
      onHand.set(key, (onHand.get(key) ?? 0) + movement.quantity);
    }
    expect(onHand.size).toBeGreaterThan(3);
    return [...onHand].filter(([, quantity]) => quantity < 0).map(([key]) => key);
  }

  /** Order lines have neither date, and are on hand never. */
  function firstOf(slip: number, invoice: number): number {
    return slip || invoice || Infinity;
  }
});

describe('the workbook for measurements', () => {
  const [sheet] = bench(20_000);
  const cells = sheet.kind === 'table' ? sheet.cells : {};
  const column = (name: string): readonly OutValue[] => cells[name];

  test('has the rows and the items asked for, in the order of dates', () => {
    expect(column('Transaction')).toHaveLength(20_000);
    expect(new Set(column('Item')).size).toBe(100);
    const days = column('Financial date').map(Number);
    expect(days.every((day, at) => at === 0 || day >= days[at - 1])).toBe(true);
  });

  test('has about 40 receipts in 100, and no item below zero', () => {
    const onHand = new Map<OutValue, number>();
    let lowest = 0;
    column('Quantity').forEach((quantity, at) => {
      const item = column('Item')[at];
      const now = (onHand.get(item) ?? 0) + Math.round(Number(quantity) * 100);
      onHand.set(item, now);
      lowest = Math.min(lowest, now);
    });
    const receipts = column('Quantity').filter((quantity) => Number(quantity) > 0).length;
    expect(lowest).toBe(0);
    expect(receipts / 20_000).toBeGreaterThan(0.38);
    expect(receipts / 20_000).toBeLessThan(0.46);
  });
});
