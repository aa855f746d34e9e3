import { parseIsoDay } from '../src/book/days';
import { inTurns } from '../src/book/steps';
import { check } from '../src/runs/check';
import { close } from '../src/runs/close';
import type { Environment } from '../src/runs/environment';
import { plannedRowSteps } from '../src/runs/planned-rows';
import { preview } from '../src/runs/preview';
import { summaryOf } from '../src/runs/summary';
import { survey } from '../src/runs/survey';
import { DEFAULT_COST_PRICE_OPTIONS } from '../src/settle/reports/cost-prices';
import { openXlsx } from '../src/workbook/file';
import type { WorkbookPort } from '../src/workbook/port';
import { benchWorkbook } from '../samples';

/** The longest that the pane may keep its thread to itself, in milliseconds. */
export const LONGEST_BLOCK = 50;
/** As in the pane: the browser gets its turn after so many milliseconds of work. */
const TURN = 16;

export interface Block {
  readonly name: string;
  readonly ms: number;
  readonly longest: number;
}

/** A port whose cells were read before and whose writes go nowhere: what is left is the work of the pane's own thread. */
async function readyPort(bytes: Uint8Array): Promise<WorkbookPort> {
  const port = openXlsx(bytes, 'bench.xlsx');
  const facts = await port.facts();
  const tables = await port.read(facts.tables.map(({ name }) => name));
  const later = () => new Promise<void>((resolve) => setTimeout(resolve));
  return {
    isShared: false,
    facts: () => later().then(() => facts),
    read: (names) =>
      later().then(
        () => new Map(names.flatMap((name) => (tables.has(name) ? [[name, tables.get(name)!] as const] : []))),
      ),
    usedArea: (sheet) => port.usedArea(sheet),
    readArea: (place) => port.readArea(place),
    write: () => later(),
  };
}

/** Does some work and finds the longest time in which nothing else got its turn. */
async function watched(name: string, work: () => Promise<unknown>): Promise<Block> {
  let [longest, last, going] = [0, performance.now(), true];
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) setImmediate(tick);
  };
  setImmediate(tick);
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  longest = Math.max(longest, performance.now() - last);
  going = false;
  return { name, ms, longest };
}

/**
 * The longest stretch that each of the pane's tasks keeps its thread for, at so many rows. The engine runs in a worker
 * there and is left out here: its outcome is computed before.
 */
export async function benchPane(rows: number, rounds = 3): Promise<Block[]> {
  const port = await readyPort(benchWorkbook(rows, new Date(0)));
  const upTo = parseIsoDay('2026-01-31') ?? 0;
  let turn = performance.now();
  const plain: Environment = { now: () => 0, version: 'bench' };
  const ready = await preview(port, { upTo }, plain);
  if (!ready.ok) throw new Error(ready.problems[0].message);
  const pause = async () => {
    if (performance.now() - turn < TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    turn = performance.now();
  };
  const env: Environment = {
    ...plain,
    settle: async () => ready.outcome,
    progress: pause,
    turn: pause,
  };
  const options = { upTo, showReceipts: true, costPrices: DEFAULT_COST_PRICE_OPTIONS };
  const tasks: [string, () => Promise<unknown>][] = [
    ['survey', () => survey(port, env)],
    ['check', () => check(port, options, env)],
    ['preview', () => preview(port, { upTo }, env)],
    ['what is shown of a preview', async () => [await inTurns(plannedRowSteps(ready), pause), summaryOf(ready)]],
    ['close', () => close(port, { upTo }, env)],
  ];
  const blocks: Block[] = [];
  for (const [name, work] of tasks) {
    const all: Block[] = [];
    // The first round warms up and does not count.
    for (let round = 0; round <= rounds; round++) all.push(await watched(name, work));
    const counted = all.slice(1).sort((a, b) => a.longest - b.longest);
    blocks.push(counted[counted.length >> 1]);
  }
  return blocks;
}

/** Prints the blocks, and returns whether all are short enough. */
export function reportBlocks(blocks: readonly Block[]): boolean {
  for (const { name, ms, longest } of blocks) {
    const within = longest <= LONGEST_BLOCK ? 'kept' : 'MISSED';
    console.log(
      `${name.padEnd(58)} ${ms.toFixed(1).padStart(9)} ms   longest block ${longest.toFixed(1).padStart(6)} ms   at most ${LONGEST_BLOCK} ms: ${within}`,
    );
  }
  return blocks.every(({ longest }) => longest <= LONGEST_BLOCK);
}
