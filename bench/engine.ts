import type { Book } from '../src/book/book';
import { INVENTORY_MODELS, settles } from '../src/book/models';
import type { RunRequest } from '../src/book/outcome';
import { settle } from '../src/settle/run';
import { Workspace } from '../src/settle/workspace';
import { makeFloor } from './floor';
import { interleaved, type Timing } from './timing';
import { bookOf, receiptsFirst, RUN_DAY, usualMix } from './workload';

const REQUEST: RunRequest = {
  type: 'Close',
  day: RUN_DAY,
  specification: 'Total',
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
};

/**
 * Engine, columns in to columns out, against the floor kernel in the same process. Both keep the memory of their
 * columns from one measurement to the next, and compute everything in it anew; what the engine takes in memory that
 * it must first get, and have collected afterwards, is told in a line of its own.
 */
export function benchEngine(rows: number): Timing[] {
  const load = usualMix(rows);
  const floor = makeFloor(load);
  const fifo = bookOf(load, 'FIFO');
  const fifoAgain = again(fifo);
  if (settle(fifo, REQUEST).slices.count !== floor()) throw new Error('Engine and floor pair differently');

  const [floorTime, fifoTime, freshTime] = interleaved(11, floor, fifoAgain, () => settle(fifo, REQUEST));
  const results: Timing[] = [
    { name: `floor kernel, FIFO, ${rows} rows`, ms: floorTime, ratio: 1, of: 'floor', limit: undefined },
    { name: 'engine, FIFO', ms: fifoTime, ratio: fifoTime / floorTime, of: 'floor', limit: 5 },
    { name: 'engine, FIFO, in new memory', ms: freshTime, ratio: freshTime / floorTime, of: 'floor', limit: undefined },
  ];
  for (const model of INVENTORY_MODELS.filter((one) => settles(one) && one !== 'FIFO')) {
    const [base, ms] = interleaved(7, fifoAgain, again(bookOf(load, model)));
    results.push({ name: `engine, ${model}`, ms, ratio: ms / base, of: 'FIFO', limit: 2 });
  }
  const [mix, one] = interleaved(
    15,
    again(bookOf(usualMix(100_000), 'FIFO')),
    again(bookOf(receiptsFirst(100_000), 'FIFO')),
  );
  results.push({
    name: 'engine, one item with 100,000 rows, receipts first',
    ms: one,
    ratio: one / mix,
    of: 'usual mix of 100,000',
    limit: 2,
  });
  return results;
}

/** Settles a book again and again in one workspace. */
function again(book: Book): () => unknown {
  const workspace = new Workspace();
  return () => settle(book, REQUEST, workspace);
}
