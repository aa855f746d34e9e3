import fc from 'fast-check';
import { MemoryPort } from '../../support/memory-port';
import { describeCase, randomCase, type RandomBookOptions, type RandomCase } from '../../support/random-book';
import { START } from '../../support/random-rows';
import { randomGrids } from '../../support/random-workbook';
import { type Step, steps } from './commands';
import { undetected } from './tampering';
import { treesThatDiffer } from './trees';
import { World } from './world';

interface Life {
  readonly random: RandomCase;
  readonly steps: readonly Step[];
  /** The cell that is changed at the end. */
  readonly pick: number;
}

const livesOf = (options: RandomBookOptions): fc.Arbitrary<Life> =>
  fc.record({
    random: randomCase({ flows: true, maxRows: 14, ...options }),
    pick: fc.nat(99_999),
    steps: fc.array(steps, { minLength: 6, maxLength: 18, size: 'max' }),
  });

/** LIFE_SEED=7 LIFE_RUNS=200 looks at others, and at more of them; LIFE_SHRINK=1 makes a failing one smaller. */
const SEED = Number(process.env['LIFE_SEED'] ?? 7);
const RUNS = Number(process.env['LIFE_RUNS'] ?? 8);

/** What was done in all of them. */
const done: string[] = [];

test.each<[string, RandomBookOptions]>([
  ['of all models', { maxItems: 3 }],
  ['of averages', { models: ['Weighted average', 'Weighted average date', 'Moving average'], span: 20 }],
  ['of queues', { models: ['FIFO', 'LIFO', 'LIFO date'] }],
])(
  'random lives of books %s keep to the rules at every step',
  async (_, options) => {
    await fc.assert(
      fc.asyncProperty(livesOf(options), async ({ random, steps: life, pick }) => {
        const world = new World(new MemoryPort(randomGrids(random)));
        try {
          for (const step of life) {
            await step.to(world);
            await world.check();
          }
          expect(await undetected(world.port, pick)).toEqual([]);
          if (!world.unfinished) expect(await treesThatDiffer(world.port)).toEqual([]);
          expect(await treesThatDiffer(world.port, START + 50)).toEqual([]);
          done.push(...world.told);
        } catch (error) {
          throw new Error(`${world.told.join('\n')}\n${String(error instanceof Error ? error.stack : error)}`);
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: process.env['LIFE_SHRINK'] === undefined, reporter: report },
    );
  },
  600_000,
);

test.each([
  /^close .*: done/,
  /^recalculate .*: done/,
  /^reverse IC-.*: done/,
  /^on hand .*: done/,
  /^P\d+ to .*: done/,
  /: Running/,
  /: Paused/,
  /^resumed .* until the power went/,
  /^resumed /,
  /^took .* back until the power went/,
  /^took .* back$/,
  /^changed .*, and undid it/,
  /^changed .* while a run was unfinished/,
  /^invoice /,
  /^correct /,
  /^sorted Transactions/,
])('and %s is among what happened', (kind) => {
  expect(done.filter((line) => kind.test(line)).length).toBeGreaterThan(0);
});

function report(details: fc.RunDetails<[Life]>): void {
  if (!details.failed) return;
  const [life] = details.counterexample as [Life];
  throw new Error(
    [describeCase(life.random), ...life.steps.map(({ name }) => name), String(details.errorInstance)].join('\n'),
  );
}
