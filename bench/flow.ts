import { type Book, NONE } from '../src/book/book';
import { TRANSACTION_TYPES } from '../src/book/transaction-types';
import type { RunRequest } from '../src/book/outcome';
import { Recosting } from '../src/settle/flow/recosting';
import { settle } from '../src/settle/run';
import { Workspace } from '../src/settle/workspace';
import { median, time, type Timing } from './timing';
import { bookOf, numbers, RUN_DAY, usualMix } from './workload';

const TRANSFER = TRANSACTION_TYPES.indexOf('Transfer');
const REQUEST: RunRequest = {
  type: 'Close',
  day: RUN_DAY,
  specification: 'Total',
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
};

/**
 * Transfers over five levels: each item is bought on level 0 and moved up from level to level, a key a level. Of every
 * hundred rows 46 are issues, each with the receipt on the next level that takes its cost, and 8 are purchases.
 */
export function levels(rows: number, linked: boolean): Book {
  const next = numbers(4711);
  const chains = Math.floor(rows / 200);
  const load = usualMix(rows, chains * 5);
  const item = new Int32Array(rows);
  const quantity = new Float64Array(rows);
  const amount = new Float64Array(rows);
  const costSource = new Int32Array(rows).fill(NONE);
  const type = new Uint8Array(rows);
  const onHand = new Float64Array(chains * 5);
  let links = 0;
  for (let row = 0; row < rows;) {
    const chain = Math.floor(chains * next());
    const level = Math.floor(next() * 4);
    const key = chain * 5 + level;
    if (level > 0 && onHand[key] === 0) continue;
    if (row + 1 >= rows || onHand[key] === 0 || links * 2 + 2 > rows * 0.92) {
      item[row] = chain * 5;
      quantity[row] = 1000 + Math.floor(next() * 19000);
      amount[row] = quantity[row] * (3 + Math.floor(next() * 90));
      onHand[chain * 5] += quantity[row];
      row++;
      continue;
    }
    const q = Math.min(onHand[key], 500 + Math.floor(next() * 2500));
    item[row] = key;
    quantity[row] = -q;
    amount[row] = -q * 40;
    item[row + 1] = key + 1;
    quantity[row + 1] = q;
    amount[row + 1] = q * 40;
    type[row] = type[row + 1] = TRANSFER;
    if (linked) costSource[row + 1] = row;
    onHand[key] -= q;
    onHand[key + 1] += q;
    links++;
    row += 2;
  }
  const book = bookOf({ ...load, items: chains * 5, item, quantity, amount }, 'FIFO');
  return { ...book, transactions: { ...book.transactions, costSource, type } };
}

/** A ring of cost keys: each passes most of its stock on to the next, the last one back to the first. */
export function ring(keys: number): Book {
  const rows = keys * 3;
  const load = usualMix(rows, keys);
  const item = new Int32Array(rows);
  const quantity = new Float64Array(rows);
  const amount = new Float64Array(rows);
  const costSource = new Int32Array(rows).fill(NONE);
  const type = new Uint8Array(rows).fill(TRANSFER);
  for (let key = 0; key < keys; key++) {
    const [purchase, out, into] = [key, keys + key, 2 * keys + key];
    item[purchase] = item[out] = key;
    item[into] = (key + 1) % keys;
    quantity[purchase] = 1000 + key;
    amount[purchase] = 5000 + 37 * key;
    quantity[out] = -(9000 + key);
    amount[out] = -40000;
    quantity[into] = 9000 + key;
    amount[into] = 40000;
    costSource[into] = out;
  }
  const book = bookOf({ ...load, items: keys, item, quantity, amount }, 'Weighted average');
  return { ...book, transactions: { ...book.transactions, costSource, type } };
}

/**
 * Flow over five levels against the same rows without links, both in memory that each run gets anew and in columns that
 * are kept; one changed receipt against the whole run; and the time of a circle.
 */
export function benchFlow(rows: number): Timing[] {
  const single = levels(rows, false);
  const linked = levels(rows, true);
  const keptOfSingle = new Workspace();
  const keptOfLinked = new Workspace();
  const works = [
    () => settle(single, REQUEST),
    () => settle(linked, REQUEST),
    () => settle(single, REQUEST, keptOfSingle),
    () => settle(linked, REQUEST, keptOfLinked),
  ];
  const times = works.map((): number[] => []);
  for (let round = 0; round < 7; round++) works.forEach((work, at) => times[at].push(time(work)));
  const [singleMs, linkedMs, singleKeptMs, linkedKeptMs] = times.map(median);
  const links = linked.transactions.costSource.reduce((sum, source) => sum + (source === NONE ? 0 : 1), 0);
  const recosting = new Recosting(linked, REQUEST);
  const purchases = Array.from(linked.transactions.type.keys()).filter(
    (row) => linked.transactions.type[row] !== TRANSFER,
  );
  const changedMs = Array.from({ length: 25 }, (_, i) => time(() => recosting.add(purchases[i * 997], 100)));
  const circle = ring(100);
  const circleMs = Array.from({ length: 9 }, () => time(() => settle(circle, REQUEST)));
  return [
    { name: `five levels, ${rows} rows, no links`, ms: singleMs, ratio: 1, of: 'itself', limit: undefined },
    { name: `the same with ${links} links`, ms: linkedMs, ratio: linkedMs / singleMs, of: 'no links', limit: 3 },
    { name: 'no links, in kept memory', ms: singleKeptMs, ratio: 1, of: 'itself', limit: undefined },
    {
      name: 'links, in kept memory',
      ms: linkedKeptMs,
      ratio: linkedKeptMs / singleKeptMs,
      of: 'no links',
      limit: undefined,
    },
    {
      name: 'one changed receipt of it, valued again',
      ms: median(changedMs),
      ratio: median(changedMs) / linkedMs,
      of: 'the full run',
      limit: 0.1,
    },
    { name: 'a circle of 100 cost keys', ms: median(circleMs), ratio: median(circleMs) / 100, of: '100 ms', limit: 1 },
  ];
}
