import { benchWorkbook } from '../samples';
import { endOfMonth, parseIsoDay } from '../src/book/days';
import { finish } from '../src/book/steps';
import { close } from '../src/runs/close';
import { load } from '../src/runs/load';
import { obstacleSteps } from '../src/runs/obstacles';
import { requestOf } from '../src/runs/request';
import { ReplayPort } from '../src/runs/verify/replay-port';
import { openPartOf } from '../src/settle/aside/open-part';
import { settle } from '../src/settle/run';
import { Workspace } from '../src/settle/workspace';
import { openXlsx } from '../src/workbook/file';
import type { TableCells, WorkbookPort } from '../src/workbook/port';
import type { ReadBook } from '../src/workbook/read/read-book';
import { interleaved, median, time, type Timing } from './timing';
import { mixedTables, SITE } from './years-mix';

const MONTHS = 36;
const DAYS = 1095;
const FIRST = parseIsoDay('2023-01-02') ?? 0;
const ENV = { now: () => 0, version: 'bench' };
/** What the last close may take of the time of the second one in the engine, and reading of the growth of the tables. */
const ENGINE_LIMIT = 2;
const READING_LIMIT = 1.5;
/** The second close is over in less than a millisecond. */
const ROUNDS = 101;
const READINGS = 5;

/** The workbook before one of the closes. */
interface Month {
  readonly port: WorkbookPort;
  readonly read: ReadBook;
  readonly upTo: number;
  /** Cells that are read. */
  readonly cells: number;
}

/** Three years of monthly closes with so many new rows a month: FIFO, then with transfers, production orders and averages. */
export async function benchYears(rows: number): Promise<Timing[]> {
  const file = openXlsx(benchWorkbook(MONTHS * rows, new Date(0)), 'bench.xlsx');
  const transactions = (await file.read(['Transactions'])).get('Transactions');
  if (!transactions) throw new Error('The bench has transactions');
  const plain = new Map([[transactions.name, transactions]]);
  return [
    ...(await benchMonths(`FIFO, ${rows} rows a month`, plain)),
    ...(await benchMonths('transfers, production, averages', mixedTables(MONTHS * rows, FIRST, DAYS))),
  ];
}

/**
 * The closes in memory: each is computed and written on top of all that came before. The engine is what it does with the
 * columns of a book that was read: from what is open and new to the outcome over the whole book. To reading belongs all
 * that looks at history, which is done once: from the cells to the book, the comparison of each locked row with what it was,
 * and putting aside what was closed in full, so that the engine need not look at it.
 */
async function benchMonths(what: string, input: ReadonlyMap<string, TableCells>): Promise<Timing[]> {
  const port = new ReplayPort(input.has('DimensionGroups') ? [SITE] : []);
  const dates = datesOf(input);
  const months: Month[] = [];
  let end = endOfMonth(FIRST);
  for (let month = 0; month < MONTHS; month++, end = endOfMonth(end + 1)) {
    const upTo = month === MONTHS - 1 ? Number(dates.at(-1)) : end;
    port.input = firstRows(input, dates.filter((date) => Number(date) <= upTo).length);
    if (month === 1 || month === MONTHS - 1) months.push(await monthOf(port, upTo));
    const closed = await close(port, { upTo }, ENV);
    if (!closed.ok) throw new Error(closed.problems[0].message);
  }
  const [second, last] = months;
  // Measured at the end and in turn, when the engine is warm: else the first one measured would pay for that.
  const [before, after] = interleaved(ROUNDS, ...months.map(({ read, upTo }) => engine(read, upTo)));
  const [firstReading, lastReading] = await inTurn(months.map((month) => () => reading(month)));
  const closings = await inTurn(
    months.map(
      ({ port: frozen, upTo }) =>
        () =>
          close(frozen, { upTo }, ENV),
    ),
  );
  const aside = median(Array.from({ length: READINGS }, () => time(() => openPartOf(last.read.book))));
  const grown = last.cells / second.cells;
  const line = (name: string, ms: number, ratio: number, of: string, limit?: number): Timing => ({
    ...{ name, ms, ratio, of, limit },
  });
  const cells = `${grown.toFixed(0)} x the cells`;
  return [
    line(`engine, close 2 of ${MONTHS}: ${what}`, before, 1, 'close 2'),
    line(`engine, close ${MONTHS}`, after, after / before, 'close 2', ENGINE_LIMIT),
    line('reading before close 2', firstReading, 1, 'reading, a cell'),
    line(
      `reading before close ${MONTHS}, ${cells}`,
      lastReading,
      lastReading / firstReading / grown,
      'reading, a cell',
      READING_LIMIT,
    ),
    line('  of it putting aside what was closed in full', aside, aside / lastReading, 'reading'),
    line('everything but writing cells, close 2', closings[0], 1, 'close 2'),
    line(`everything but writing cells, close ${MONTHS}`, closings[1], closings[1] / closings[0], 'close 2'),
  ];
}

const datesOf = (input: ReadonlyMap<string, TableCells>): TableCells['cells'][number] => {
  const { headers, cells } = input.get('Transactions')!;
  return cells[headers.indexOf('Financial date')];
};

/** A run over what is open and new, its outcome told of the whole book. */
function engine({ book }: ReadBook, upTo: number): () => unknown {
  const request = requestOf('Close', { upTo }, book.parameters);
  const workspace = new Workspace();
  const part = openPartOf(book);
  return () => part.inWhole(settle(part.book, request, workspace));
}

/** Keeps the workbook as it is now: the closes after it go on writing into the other one. */
async function monthOf(port: ReplayPort, upTo: number): Promise<Month> {
  const facts = await port.facts();
  const { read, tables } = await loaded(port);
  const cells = [...tables.values()].reduce((sum, table) => sum + table.rows * table.headers.length, 0);
  const kept = new Map(
    [...tables].map(([name, table]) => [name, { ...table, cells: table.cells.map((column) => [...column]) }] as const),
  );
  const frozen: WorkbookPort = {
    isShared: false,
    facts: () => Promise.resolve(facts),
    read: (names) =>
      Promise.resolve(new Map(names.flatMap((name) => (kept.has(name) ? [[name, kept.get(name)!] as const] : [])))),
    usedArea: () => port.usedArea(),
    readArea: () => port.readArea(),
    write: () => Promise.resolve(),
  };
  return { port: frozen, read, upTo, cells };
}

/** Reads the workbook as a close does: its cells, the comparison of locked rows, and putting aside. */
async function reading({ port, upTo }: Month): Promise<void> {
  const { read } = await loaded(port);
  finish(obstacleSteps(read, { type: 'Close', day: upTo }));
  openPartOf(read.book);
}

async function loaded(port: WorkbookPort) {
  const found = await load(port, ENV);
  if (!found.ok) throw new Error(found.problems[0].message);
  return found.value;
}

/** Median milliseconds of the processor, in turn like `interleaved`: on a busy machine the clock says little of seconds. */
async function inTurn(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= READINGS; round++) {
    for (const [at, work] of works.entries()) {
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      // The first time is for nothing.
      if (round > 0) times[at].push((user + system) / 1000);
    }
  }
  return times.map(median);
}

/** The tables with only so many of their transactions. */
function firstRows(input: ReadonlyMap<string, TableCells>, rows: number): Map<string, TableCells> {
  const transactions = input.get('Transactions')!;
  const first: TableCells = {
    ...transactions,
    rows,
    cells: transactions.cells.map((cells) => cells.slice(0, rows)),
    below: transactions.below.map(() => null),
  };
  return new Map([...input, ['Transactions', first]]);
}
