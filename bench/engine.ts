import { INVENTORY_MODELS, settles } from '../src/book/models';
import type { RunRequest } from '../src/book/outcome';
import { settle } from '../src/settle/run';
import { makeFloor } from './floor';
import { median, type Timing } from './timing';
import { bookOf, receiptsFirst, RUN_DAY, usualMix } from './workload';

const REQUEST: RunRequest = {
  type: 'Close',
  day: RUN_DAY,
  specification: 'Total',
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
};

/** Engine, columns in to columns out, against the floor kernel in the same process. */
export function benchEngine(rows: number): Timing[] {
  const load = usualMix(rows);
  const floor = makeFloor(load);
  const fifo = bookOf(load, 'FIFO');
  const slices = floor();
  if (settle(fifo, REQUEST).slices.count !== slices) throw new Error('Engine and floor pair differently');

  // Interleaved, so that a noisy machine disturbs both alike.
  const floorMs: number[] = [];
  const fifoMs: number[] = [];
  for (let i = 0; i < 9; i++) {
    floorMs.push(time(floor));
    fifoMs.push(time(() => settle(fifo, REQUEST)));
  }
  const floorTime = median(floorMs);
  const fifoTime = median(fifoMs);
  const results: Timing[] = [
    { name: `floor kernel, FIFO, ${rows} rows`, ms: floorTime, ratio: 1, of: 'floor', limit: undefined },
    { name: 'engine, FIFO', ms: fifoTime, ratio: fifoTime / floorTime, of: 'floor', limit: 5 },
  ];
  for (const model of INVENTORY_MODELS.filter((one) => settles(one) && one !== 'FIFO')) {
    const book = bookOf(load, model);
    const ms: number[] = [];
    const base: number[] = [];
    for (let i = 0; i < 5; i++) {
      base.push(time(() => settle(fifo, REQUEST)));
      ms.push(time(() => settle(book, REQUEST)));
    }
    results.push({ name: `engine, ${model}`, ms: median(ms), ratio: median(ms) / median(base), of: 'FIFO', limit: 2 });
  }
  const one = bookOf(receiptsFirst(100_000), 'FIFO');
  const mix = bookOf(usualMix(100_000), 'FIFO');
  const oneMs: number[] = [];
  const mixMs: number[] = [];
  for (let i = 0; i < 15; i++) {
    mixMs.push(time(() => settle(mix, REQUEST)));
    oneMs.push(time(() => settle(one, REQUEST)));
  }
  results.push({
    name: 'engine, one item with 100,000 rows, receipts first',
    ms: median(oneMs),
    ratio: median(oneMs) / median(mixMs),
    of: 'usual mix of 100,000',
    limit: 2,
  });
  return results;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
