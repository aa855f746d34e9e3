import fc from 'fast-check';
import { MemoryPort } from '../../support/memory-port';
import { describeCase, randomCase, type RandomBookOptions, type RandomCase } from '../../support/random-book';
import { randomGrids } from '../../support/random-workbook';
import { type Step, steps } from './commands';
import { World } from './world';

interface Life {
  readonly random: RandomCase;
  readonly steps: readonly Step[];
}

const livesOf = (options: RandomBookOptions): fc.Arbitrary<Life> =>
  fc.record({
    random: randomCase({ flows: true, maxRows: 14, ...options }),
    steps: fc.array(steps, { minLength: 6, maxLength: 18, size: 'max' }),
  });

const SEED = Number(process.env['LIFE_SEED'] ?? 1);
const RUNS = Number(process.env['LIFE_RUNS'] ?? 12);

test.each<[string, RandomBookOptions]>([
  ['of all models', { maxItems: 3 }],
  ['of averages', { models: ['Weighted average', 'Weighted average date', 'Moving average'], span: 20 }],
  ['of queues', { models: ['FIFO', 'LIFO', 'LIFO date'] }],
])(
  'random lives of books %s keep to the rules at every step',
  async (_, options) => {
    await fc.assert(
      fc.asyncProperty(livesOf(options), async ({ random, steps: life }) => {
        const world = new World(new MemoryPort(randomGrids(random)));
        try {
          for (const step of life) {
            await step.to(world);
            await world.check();
          }
        } catch (error) {
          throw new Error(`${world.told.join('\n')}\n${String(error instanceof Error ? error.stack : error)}`);
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: process.env['LIFE_SHRINK'] === undefined, reporter: report },
    );
  },
  600_000,
);

function report(details: fc.RunDetails<[Life]>): void {
  if (!details.failed) return;
  const [life] = details.counterexample as [Life];
  throw new Error(
    [describeCase(life.random), ...life.steps.map(({ name }) => name), String(details.errorInstance)].join('\n'),
  );
}
