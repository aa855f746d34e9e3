/** A period under each inventory model, reasoned by hand, and what must hold for any book. */
import fc from 'fast-check';
import { parseIsoDay } from '../../../src/book/days';
import { settles } from '../../../src/book/models';
import type { ComparedModel } from '../../../src/book/reports';
import { compareModels } from '../../../src/settle/reports/compare-models';
import { settle } from '../../../src/settle/run';
import { type BookRows, makeBook } from '../../support/book';
import { bookOf, describeCase, randomCase } from '../../support/random-book';

const OPTIONS = { specification: 'Total', maximumThroughputs: 100, minimumThroughputAdjustment: 0 } as const;
const day = (iso: string) => parseIsoDay(iso)!;
const JANUARY = { from: day('2026-01-01'), upTo: day('2026-01-31'), items: undefined };

/** 10 at 4.00 are there; 10 at 5.00 come on the 5th and 10 at 6.00 on the 20th; 12 are sold on the 10th. */
const RISING: BookRows = {
  rows: [
    { id: 'OPENING', qty: 10, date: '2025-12-31', cost: '40.00', type: 'Movement' },
    { id: 'PO1', qty: 10, date: '2026-01-05', cost: '50.00', type: 'Purchase' },
    { id: 'SO1', qty: -12, date: '2026-01-10', cost: '-54.00', type: 'Sale' },
    { id: 'PO2', qty: 10, date: '2026-01-20', cost: '60.00', type: 'Purchase' },
    { id: 'LOSS', qty: -1, date: '2026-01-25', cost: '-5.00', type: 'Counting' },
    { id: 'SO2', qty: -1, date: '2026-02-03', cost: '-5.00', type: 'Sale' },
  ],
};

const money = (units: number) => (units / 100).toFixed(2);
const total = (list: ComparedModel['receipts']) => list.reduce((sum, { amount }) => sum + amount, 0);

async function told(
  input: BookRows,
  options: Parameters<typeof compareModels>[2] = JANUARY,
): Promise<Record<string, string>> {
  const { asSet, models } = await compareModels(makeBook(input), OPTIONS, options, settle);
  return Object.fromEntries(
    [asSet, ...models].map((one) => [
      one.model ?? 'As set',
      `${money(one.opening)} + ${money(total(one.receipts))} - ${money(one.costOfSales)} - ${money(total(one.otherIssues))}` +
        ` + ${money(one.changes)} = ${money(one.closing)}`,
    ]),
  );
}

test('the same period under each model', async () => {
  expect(await told(RISING)).toEqual({
    'As set': '40.00 + 110.00 - 50.00 - 5.00 + 0.00 = 95.00',
    // 10 at 4.00 and 2 at 5.00; the loss takes the next of 5.00.
    FIFO: '40.00 + 110.00 - 50.00 - 5.00 + 0.00 = 95.00',
    // The loss comes first and takes the newest, 6.00; the sale 9 at 6.00 and 3 at 5.00.
    LIFO: '40.00 + 110.00 - 69.00 - 6.00 + 0.00 = 75.00',
    // By their dates: the sale 10 at 5.00 and 2 at 4.00; the loss one at 6.00.
    'LIFO date': '40.00 + 110.00 - 58.00 - 6.00 + 0.00 = 86.00',
    // 30 for 150.00 are 5.00 each.
    'Weighted average': '40.00 + 110.00 - 60.00 - 5.00 + 0.00 = 85.00',
    // On the 10th 20 for 90.00 are 4.50 each: 54.00. On the 25th 8 for 36.00 and 10 for 60.00 are 5.333.
    'Weighted average date': '40.00 + 110.00 - 54.00 - 5.33 + 0.00 = 90.67',
  });
});

test('only the chosen items are counted and get another model', async () => {
  const other = RISING.rows.map((row) => ({ ...row, id: `B-${row.id}`, item: 'B' }));
  const both = { rows: [...RISING.rows, ...other] };
  const { LIFO } = await told(both, { ...JANUARY, items: [0] });
  expect(LIFO).toBe('40.00 + 110.00 - 69.00 - 6.00 + 0.00 = 75.00');
  expect((await told(both))['LIFO']).toBe('80.00 + 220.00 - 138.00 - 12.00 + 0.00 = 150.00');
});

test('marks come before every model', async () => {
  const [opening, first, sale, ...rest] = RISING.rows;
  const marked = { rows: [opening, { ...first, qty: 12, cost: '60.00' }, { ...sale, markedTo: 'PO1' }, ...rest] };
  for (const line of Object.values(await told(marked))) expect(line).toMatch(/- 60\.00 - /);
});

test('what keeps its cost is the same in every column', async () => {
  const kept = { ...RISING, items: [{ id: 'A', model: 'Standard cost' as const }] };
  const { replaced, kept: count } = await compareModels(makeBook(kept), OPTIONS, JANUARY, settle);
  expect([replaced, count]).toEqual([0, 1]);
  expect(new Set(Object.values(await told(kept)))).toEqual(new Set(['40.00 + 110.00 - 54.00 - 5.00 + 0.00 = 91.00']));
});

test('issues from before the period that are open are settled with it, and their change is told apart', async () => {
  // SO0 was posted at 10.00 in December; FIFO gives it the 4.00 of the opening.
  const late = {
    rows: [...RISING.rows, { id: 'SO0', qty: -1, date: '2025-12-31', cost: '-10.00', type: 'Sale' as const }],
  };
  // Opening 40.00 - 10.00; the sale then takes 9 at 4.00 and 3 at 5.00.
  expect((await told(late))['FIFO']).toBe('30.00 + 110.00 - 51.00 - 5.00 + 6.00 = 90.00');
});

test('each column adds up and begins with the same opening; as set is what a close would give', async () => {
  await fc.assert(
    fc.asyncProperty(randomCase({ flows: true, maxItems: 3 }), async (random) => {
      const book = bookOf(random);
      const [{ day: upTo }] = random.requests;
      const { asSet, models } = await compareModels(book, OPTIONS, { from: upTo - 3, upTo, items: undefined }, settle);
      const outcome = settle(book, { ...OPTIONS, type: 'Close', day: upTo });
      try {
        expect(asSet.closing).toBe(outcome.valueAfter);
        for (const one of [asSet, ...models]) {
          const sum = one.opening + total(one.receipts) - one.costOfSales - total(one.otherIssues) + one.changes;
          expect(sum).toBe(one.closing);
          expect(one.opening).toBe(asSet.opening);
          expect(one.closingQuantity).toBe(asSet.closingQuantity);
        }
        const model = book.items[0].model;
        const single = book.items.every((item) => item.model === model) && settles(model);
        if (single) expect({ ...models.find((one) => one.model === model), model: undefined }).toEqual(asSet);
      } catch (error) {
        throw new Error(describeCase(random), { cause: error });
      }
    }),
    { seed: 6, numRuns: 80 },
  );
});
