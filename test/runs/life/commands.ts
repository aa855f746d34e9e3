/** What happens to a workbook in the course of its life, in random order. */
import fc from 'fast-check';
import { lastClose } from '../../../src/book/book';
import { isoDay } from '../../../src/book/days';
import { adjustOnHand } from '../../../src/runs/adjust/on-hand';
import { revalue } from '../../../src/runs/adjust/revalue';
import { adjustTransactions } from '../../../src/runs/adjust/transactions';
import type { RunDone } from '../../../src/runs/carry-out';
import { close } from '../../../src/runs/close';
import { recalculate } from '../../../src/runs/recalculate';
import { reverse } from '../../../src/runs/reverse';
import type { Fill } from '../../../src/settle/by-hand/fill';
import { START } from '../../support/random-rows';
import { ENV } from '../../support/workbooks';
import { edit, EDITS, type EditKind } from './edits';
import { expectOracle } from './oracle';
import { loadedFrom } from './state';
import type { Run, World } from './world';

const BY_HAND = ['NO_CLOSE', 'NOTHING_CHANGES', 'NOTHING_ON_HAND', 'BELOW_ZERO', 'NOT_ADJUSTABLE'];

/** A step of a life: it chooses among what is there, and does nothing where nothing is. */
export interface Step {
  readonly name: string;
  readonly to: (world: World) => Promise<void>;
}

async function lastDay(world: World): Promise<number> {
  const { read } = await loadedFrom(world.port);
  return lastClose(read.book.closings)?.day ?? START - 1;
}

async function closeOf(world: World, days: number, minimum: number): Promise<Run> {
  const upTo = (await lastDay(world)) + days;
  return {
    name: `close ${isoDay(upTo)}, minimum ${minimum}`,
    to: (port, env = ENV) => close(port, { upTo, minimumThroughputAdjustment: minimum }, env),
    refusals: ['ADJUSTED_LATER'],
  };
}

async function recalculationOf(world: World, days: number, minimum: number, item?: number): Promise<Run> {
  const { read } = await loadedFrom(world.port);
  const upTo = (await lastDay(world)) + days;
  const items = item === undefined ? undefined : [read.book.items[item % read.book.items.length].id];
  return {
    name: `recalculate ${isoDay(upTo)} ${items?.join() ?? 'all'}, minimum ${minimum}`,
    to: (port, env = ENV) =>
      recalculate(port, { upTo, minimumThroughputAdjustment: minimum, ...(items ? { items } : {}) }, env),
    refusals: ['ADJUSTED_LATER', 'BEFORE_LAST_CLOSE'],
    isProvisional: true,
  };
}

function onHandOf(fill: Fill): Run {
  return {
    name: `on hand ${JSON.stringify(fill)}`,
    to: (port) => adjustOnHand(port, { selection: {}, fill, dryRun: false }, ENV),
    refusals: BY_HAND,
    isByHand: true,
  };
}

async function transactionOf(world: World, pick: number, value: number): Promise<Run> {
  const { transactions } = (await loadedFrom(world.port)).read.book;
  const { id, inputCount, quantity, financialDay } = transactions;
  const fitting = id.filter((_, row) => row < inputCount && quantity[row] > 0 && financialDay[row] !== 0);
  const transaction = fitting[pick % Math.max(1, fitting.length)] ?? '?';
  return {
    name: `${transaction} to ${value}`,
    to: (port) => adjustTransactions(port, { values: [{ transaction, value }], dryRun: false }, ENV),
    refusals: [...BY_HAND, 'NOT_CHOSEN'],
    isByHand: true,
  };
}

function revalueOf(unitCost: number): Run {
  return {
    name: `revalue to ${unitCost}`,
    to: (port) => revalue(port, { selection: {}, unitCost, dryRun: false }, ENV),
    refusals: BY_HAND,
    isByHand: true,
  };
}

function reversalOf(world: World, back: number): Run {
  const reverses = Math.max(0, world.standing.length - 1 - back);
  const closing = world.standing[reverses]?.closing ?? '';
  return {
    name: `reverse ${closing}`,
    to: (port) => reverse(port, { closing, withLater: true, note: '', dryRun: false }, ENV),
    refusals: ['NOTHING_TO_REVERSE'],
    reverses,
  };
}

const minimum = fc.constantFrom(0, 0, 0, 0.1, 3);
const fill: fc.Arbitrary<Fill> = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }).map((units): Fill => ({ method: 'Unit cost', unitCost: units / 1000 })),
  fc.integer({ min: 0, max: 99_999 }).map((units): Fill => ({ method: 'Total value', value: units / 100 })),
  fc.integer({ min: -100, max: 300 }).map((percent): Fill => ({ method: 'Percent', percent })),
  fc.integer({ min: -9_999, max: 9_999 }).map((units): Fill => ({ method: 'Amount', amount: units / 100 })),
);
const runs: fc.Arbitrary<{ name: string; of: (world: World) => Promise<Run> }> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ days: fc.integer({ min: 1, max: 16 }), minimum }).map(({ days, minimum: least }) => ({
      name: `close +${days} ${least}`,
      of: (world: World) => closeOf(world, days, least),
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ days: fc.integer({ min: 0, max: 20 }), minimum, item: fc.option(fc.nat(2), { nil: undefined }) })
      .map(({ days, minimum: least, item }) => ({
        name: `recalculate +${days} ${least} ${item}`,
        of: (world: World) => recalculationOf(world, days, least, item),
      })),
  },
  {
    weight: 1,
    arbitrary: fill.map((one) => ({
      name: `on hand ${JSON.stringify(one)}`,
      of: () => Promise.resolve(onHandOf(one)),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ pick: fc.nat(30), value: fc.integer({ min: 0, max: 99_999 }) }).map(({ pick, value }) => ({
      name: `transaction ${pick} ${value}`,
      of: (world: World) => transactionOf(world, pick, value / 100),
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 20_000 })
      .map((units) => ({ name: `revalue ${units}`, of: () => Promise.resolve(revalueOf(units / 1000)) })),
  },
);

/** All steps, each as likely as it is interesting. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: runs.map(({ name, of }) => ({
      name,
      to: async (world: World) => {
        const run = await of(world);
        const { book } = (await loadedFrom(world.port)).read;
        const answer = await world.carryOut(run);
        if (run.isByHand || !answer.ok) return;
        const { outcome } = answer as RunDone;
        if (run.isProvisional) await expectNothingNew(world, run);
        // The second implementation knows runs of all items.
        if (!outcome.request.items) expectOracle(book, outcome);
      },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.nat(3).map((back) => ({
      name: `reverse ${back} back`,
      to: async (world: World) => void (await world.carryOut(reversalOf(world, back))),
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        run: fc.oneof(
          { weight: 4, arbitrary: runs },
          {
            weight: 1,
            arbitrary: fc.constant({ name: 'reversal', of: (world: World) => Promise.resolve(reversalOf(world, 0)) }),
          },
        ),
        how: fc.oneof(
          fc.record({ pauseAt: fc.integer({ min: 1, max: 30 }) }),
          fc.record({ pieces: fc.integer({ min: 0, max: 60 }) }),
        ),
      })
      .map(({ run, how }) => ({
        name: `break off ${run.name} ${JSON.stringify(how)}`,
        to: async (world: World) => world.breakOff(await run.of(world), how),
      })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ pieces: fc.integer({ min: 0, max: 40 }), back: fc.boolean() }).map(({ pieces, back }) => ({
      name: `${back ? 'rollback' : 'resume'}, power for ${pieces}`,
      to: (world: World) => (back ? world.rollback(pieces) : world.resume(pieces)),
    })),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        kind: fc.constantFrom(...EDITS),
        pick: fc.nat(99),
        days: fc.nat(20),
        figure: fc.integer({ min: 1, max: 999 }),
      })
      .map(({ kind, ...more }) => ({
        name: `${kind satisfies EditKind} ${JSON.stringify(more)}`,
        to: (world: World) => edit(world, kind, more),
      })),
  },
);

/** A recalculation right after another one, or after a close up to the same day, writes nothing (A1). */
async function expectNothingNew(world: World, run: Run): Promise<void> {
  const copy = world.port.copy();
  const again = await run.to(copy);
  expect(again.ok ? (again as RunDone).rows : {}).toMatchObject({ Adjustments: 0, Ledger: 0 });
}
