import { finish } from '../../../src/book/steps';
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { parseIsoDay } from '../../../src/book/days';
import { costPriceSteps, DEFAULT_COST_PRICE_OPTIONS } from '../../../src/settle/reports/cost-prices';
import { makeBook, type Row } from '../../support/book';

const day = parseIsoDay('2026-01-31')!;
const receipt = (id: string, qty: number | string, cost: number | string): Row => ({
  id,
  qty,
  cost,
  date: '2026-01-10',
});
const listed = (rows: readonly Row[], options = {}, costPrice?: number) => {
  const items = [{ id: 'A', ...(costPrice === undefined ? {} : { costPrice }) }];
  const book = makeBook({ rows, items });
  return finish(costPriceSteps(book, day, { ...DEFAULT_COST_PRICE_OPTIONS, ...options })).map(
    ({ transaction, unitCost, base, percent }) => [book.transactions.id[transaction], unitCost, base, percent],
  );
};

test.each<[string, readonly Row[], object, number | undefined, unknown[]]>([
  ['three times the cost price', [receipt('R', 1, 15)], {}, 5, [['R', 15, 5, 200]]],
  ['just at the percentage', [receipt('R', 10, 65)], {}, 5, []],
  ['a cent above it', [receipt('R', 10, 65.01)], {}, 5, [['R', 6.501, 5, 30.02]]],
  ['below the least amount', [receipt('R', 1, 7)], { minimumDeviation: 2.01 }, 5, []],
  [
    'the median of 1, 3, 4, 10, 25 is 4',
    [1, 3, 4, 10, 25].map((cost, at) => receipt(`R${at}`, 1, cost)),
    { maximumDeviation: 100 },
    undefined,
    [
      ['R3', 10, 4, 150],
      ['R4', 25, 4, 525],
    ],
  ],
  [
    'of an even number the mean of the two in the middle: 3.5',
    [1, 3, 4, 10].map((cost, at) => receipt(`R${at}`, 1, cost)),
    { maximumDeviation: 100 },
    undefined,
    [['R3', 10, 3.5, 185.71]],
  ],
  ['no base', [receipt('R', 1, 0)], {}, undefined, []],
])('%s', (_, rows, options, costPrice, expected) => {
  expect(listed(rows, options, costPrice)).toEqual(expected);
});

/** The same in exact figures only, as plainly as can be. */
function plainly(rows: readonly { qty: number; cost: number }[], maximum: number): unknown[] {
  const unit = rows.map(({ qty, cost }) => new Decimal(cost).div(qty));
  const sorted = [...unit].sort((a, b) => a.comparedTo(b));
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half] : sorted[half - 1].plus(sorted[half]).div(2);
  if (median.isZero()) return [];
  return unit.flatMap((one, at) => {
    const percent = one.minus(median).abs().div(median.abs()).times(100);
    return percent.gt(maximum) ? [[`R${at}`, percent.toDecimalPlaces(2).toNumber()]] : [];
  });
}

test('doubles decide nothing that exact figures would decide otherwise', () => {
  // Few quantities and costs, so that costs a unit are often the same, or just at the percentage.
  const row = fc.record({
    qty: fc.constantFrom(1, 2, 3, 7, 30),
    cost: fc.constantFrom(0, 1, 1.3, 2, 2.6, 3, 3.9, 6, 7, 9.1, 39),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom(0, 30, 50, 100), (rows, maximum) => {
      const book = rows.map(({ qty, cost }, at) => receipt(`R${at}`, qty, cost));
      const found = listed(book, { base: 'Median', maximumDeviation: maximum }).map(([id, , , percent]) => [
        id,
        percent,
      ]);
      expect(found).toEqual(plainly(rows, maximum));
    }),
    { seed: 2026, numRuns: 500 },
  );
});
