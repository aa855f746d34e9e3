import fc from 'fast-check';
import { parseIsoDay } from '../../../src/book/days';
import { settle } from '../../../src/settle/run';
import { Fraction } from '../../oracle/fraction';
import { fixedPoint } from '../../oracle/linear';
import { afterRun, makeBook, type Row } from '../../support/book';
import { costOf } from '../../support/readable';

/** A cost key of a ring: what it buys, and how much of all that it has it passes on to the next one. */
interface Station {
  readonly bought: number;
  readonly cost: number;
  readonly passed: number;
  readonly posted: number;
}

const station = fc.record({
  bought: fc.integer({ min: 1, max: 40 }),
  cost: fc.integer({ min: 1, max: 200_000 }),
  passed: fc.integer({ min: 1, max: 4_000 }),
  posted: fc.integer({ min: 0, max: 300_000 }),
});

/**
 * Goods go round a ring of cost keys, weighted average: each buys a little, and passes on most of what it bought and
 * got. With a few pieces bought and thousands passed on, the factors of the ring come near to 1.
 */
test('what goes round a ring costs what the exact solution says, within a minor unit a link', () => {
  let nearOne = 0;
  fc.assert(
    fc.property(fc.array(station, { minLength: 2, maxLength: 7 }), (found) => {
      const ring = thatFits(found);
      const book = makeBook({
        items: [{ id: 'A', model: 'Weighted average', financialDimensions: ['Site'] }],
        rows: ring.flatMap((one, key) => rowsOf(ring, one, key)),
      });
      const after = afterRun(book, settle(book, REQUEST));
      const exact = exactCosts(ring);
      if (ring.every(({ bought, passed }) => passed > 30 * bought)) nearOne++;
      ring.forEach((_, key) => {
        const issue = -costOf(after, 3 * key + 1, REQUEST.day);
        const receipt = costOf(after, 3 * key + 2, REQUEST.day);
        for (const cost of [issue, receipt]) {
          const off = Fraction.of(cost).minus(exact[key]).abs();
          expect(Fraction.of(ring.length).isLessThan(off)).toBe(false);
        }
      });
    }),
    { numRuns: 300, seed: 26 },
  );
  expect(nearOne).toBeGreaterThan(10);
});

const REQUEST = {
  type: 'Close',
  day: parseIsoDay('2026-01-31')!,
  specification: 'Total',
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
} as const;

/** Nobody passes on more than it has. */
function thatFits(ring: readonly Station[]): Station[] {
  const least = Math.min(...ring.map(({ passed }) => passed));
  return ring.map((one) => ({ ...one, passed: Math.min(one.passed, least + Math.floor(one.bought / 2)) }));
}

function rowsOf(ring: readonly Station[], { bought, cost, passed, posted }: Station, key: number): Row[] {
  const site = (at: number) => ({ dims: { Site: String(at % ring.length) } });
  const [date, type] = ['2026-01-05', 'Transfer' as const];
  const amount = (cents: number) => (cents / 100).toFixed(2);
  return [
    { id: `P${key}`, qty: bought, date: '2026-01-02', cost: amount(cost), ...site(key) },
    { id: `O${key}`, qty: -passed, date, cost: amount(-posted), type, ...site(key) },
    { id: `I${key}`, qty: passed, date, cost: amount(posted), type, costSource: `O${key}`, ...site(key + 1) },
  ];
}

/** What leaves each key costs its part of what the key bought and of what came from the key before it. */
function exactCosts(ring: readonly Station[]): readonly Fraction[] {
  const before = (key: number) => (key + ring.length - 1) % ring.length;
  const solution = fixedPoint(ring.length, (costs) =>
    ring.map(({ bought, cost, passed }, key) => {
      const part = Fraction.ratio(BigInt(passed), BigInt(bought + ring[before(key)].passed));
      return Fraction.of(cost).plus(costs[before(key)]).times(part);
    }),
  );
  return solution!;
}
