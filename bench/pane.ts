import { parseIsoDay } from '../src/book/days';
import type { Book } from '../src/book/book';
import type { Outcome, RunRequest } from '../src/book/outcome';
import { inTurns, TURN } from '../src/book/steps';
import { check } from '../src/runs/check';
import { close } from '../src/runs/close';
import type { Unpaused } from '../src/runs/environment';
import { plannedRowSteps } from '../src/runs/planned-rows';
import { preview, settleHere } from '../src/runs/preview';
import { summaryOf } from '../src/runs/summary';
import { survey } from '../src/runs/survey';
import { DEFAULT_COST_PRICE_OPTIONS } from '../src/settle/reports/cost-prices';
import { openXlsx } from '../src/workbook/file';
import type { TableCells, WorkbookFacts, WorkbookPort } from '../src/workbook/port';
import { TABLES_TO_READ } from '../src/workbook/read/book';
import { RESULT_TABLES } from '../src/workbook/tables/results';
import { ReplayPort } from '../src/runs/verify/replay-port';
import { benchWorkbook } from '../samples';

/** The longest that the pane may keep its thread to itself, in milliseconds. */
const LONGEST_BLOCK = 50;
const FIRST_CLOSE = parseIsoDay('2025-03-31') ?? 0;
const LAST_CLOSE = parseIsoDay('2026-01-31') ?? 0;
const PLAIN: Unpaused = { now: () => 0, version: 'bench' };

export interface Block {
  readonly name: string;
  readonly ms: number;
  readonly longest: number;
}

/**
 * A port whose cells were read before and whose writes go nowhere: what is left is the work of the pane's own thread. Others
 * may be in the workbook, as in Excel, so that everything is read again before it is written.
 */
function readyPort(facts: WorkbookFacts, tables: ReadonlyMap<string, TableCells>): WorkbookPort {
  const later = () => new Promise<void>((resolve) => setTimeout(resolve));
  return {
    isShared: true,
    facts: () => later().then(() => facts),
    read: (names) =>
      later().then(
        () => new Map(names.flatMap((name) => (tables.has(name) ? [[name, tables.get(name)!] as const] : []))),
      ),
    usedArea: () => later().then(() => undefined),
    readArea: () => Promise.reject(new Error('runs look at tables')),
    write: () => later(),
    pages: { refuseForeign: () => later(), write: () => later().then(() => []) },
  };
}

/** The same workbook before its first close, and where three quarters of it are closed. */
async function ports(rows: number): Promise<[WorkbookPort, WorkbookPort]> {
  const file = openXlsx(benchWorkbook(rows, new Date(0)), 'bench.xlsx');
  const input = await file.read(['Transactions']);
  const replay = new ReplayPort([]);
  replay.input = input;
  const all = [...TABLES_TO_READ, ...RESULT_TABLES.map(({ name }) => name)];
  const before = readyPort(await file.facts(), input);
  const closed = await close(replay, { upTo: FIRST_CLOSE }, PLAIN);
  if (!closed.ok) throw new Error(closed.problems[0].message);
  return [before, readyPort(await replay.facts(), await replay.read(all))];
}

/**
 * Does some work and finds the longest time in which nothing else got its turn. On a machine with other work a process waits
 * for its processor too: a stretch counts as long as the clock ran, and not longer than the processor worked.
 */
async function watched(name: string, work: () => Promise<unknown>): Promise<Block> {
  let [longest, last, going] = [0, moment(), true];
  const stretch = () => {
    const now = moment();
    longest = Math.max(longest, Math.min(now.clock - last.clock, now.processor - last.processor));
    last = now;
  };
  const tick = () => {
    stretch();
    if (going) setImmediate(tick);
  };
  setImmediate(tick);
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  stretch();
  going = false;
  return { name, ms, longest };
}

function moment() {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

/**
 * The longest stretch that each of the pane's tasks keeps its thread for, at so many rows. The engine runs in a worker
 * there and is left out here: its outcome is computed before.
 */
export async function benchPane(rows: number, rounds = 3): Promise<Block[]> {
  const [first, later] = await ports(rows);
  return [...(await blocksOf('first close', first, rounds)), ...(await blocksOf('later close', later, rounds))];
}

async function blocksOf(what: string, port: WorkbookPort, rounds: number): Promise<Block[]> {
  let turn = performance.now();
  let outcome: Outcome | undefined;
  const settle = async (book: Book, request: RunRequest) => (outcome ??= await settleHere(book, request, undefined));
  const ready = await preview(port, { upTo: LAST_CLOSE }, { ...PLAIN, settle });
  if (!ready.ok) throw new Error(ready.problems[0].message);
  const pause = async () => {
    if (performance.now() - turn < TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    turn = performance.now();
  };
  const env: Unpaused = { ...PLAIN, settle, progress: pause, turn: pause };
  const options = { upTo: LAST_CLOSE, showReceipts: true, costPrices: DEFAULT_COST_PRICE_OPTIONS };
  const tasks: [string, () => Promise<unknown>][] = [
    ['survey', () => survey(port, env)],
    ['check', () => check(port, options, env)],
    ['preview', () => preview(port, { upTo: LAST_CLOSE }, env)],
    ['what is shown of a preview', async () => [await inTurns(plannedRowSteps(ready), pause), summaryOf(ready)]],
    ['close', () => close(port, { upTo: LAST_CLOSE }, env)],
  ];
  const blocks: Block[] = [];
  for (const [name, work] of tasks) {
    const all: Block[] = [];
    // The first round warms up and does not count.
    for (let round = 0; round <= rounds; round++) all.push(await watched(`${what}: ${name}`, work));
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
