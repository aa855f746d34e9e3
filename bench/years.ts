import { benchWorkbook } from '../samples';
import type { Book } from '../src/book/book';
import { endOfMonth, parseIsoDay } from '../src/book/days';
import type { RunRequest } from '../src/book/outcome';
import { load } from '../src/runs/load';
import { settleHere } from '../src/runs/preview';
import { ReplayPort } from '../src/runs/verify/replay-port';
import { writeResults } from '../src/runs/write-results';
import { settle } from '../src/settle/run';
import { Workspace } from '../src/settle/workspace';
import { openXlsx } from '../src/workbook/file';
import { requestOf } from '../src/runs/request';
import type { TableCells } from '../src/workbook/port';
import { nextRun } from '../src/workbook/write/closing-row';
import { median, time, type Timing } from './timing';

const MONTHS = 36;
const FIRST = parseIsoDay('2023-01-02') ?? 0;
const ENV = { now: () => 0, version: 'bench' };
/** What the last close may take of the time of the second one in the engine, and reading of the growth of the tables. */
const ENGINE_LIMIT = 2;
const READING_LIMIT = 1.5;
const ROUNDS = 25;
const WARM = 10;
const READINGS = 5;

interface Month {
  readonly book: Book;
  readonly request: RunRequest;
  readonly reading: number;
  /** Cells that are read. */
  readonly cells: number;
}

/**
 * Three years of monthly closes with so many new rows a month, in memory: each is computed and written on top of all that
 * came before. The engine is measured by itself, from the book to the outcome; reading from cells to the book, against
 * the number of cells.
 */
export async function benchYears(rows: number): Promise<Timing[]> {
  const file = openXlsx(benchWorkbook(MONTHS * rows, new Date(0)), 'bench.xlsx');
  const transactions = (await file.read(['Transactions'])).get('Transactions');
  if (!transactions) throw new Error('The bench has transactions');
  const port = new ReplayPort([]);
  const dates = transactions.cells[transactions.headers.indexOf('Financial date')];
  const months: Month[] = [];
  let end = endOfMonth(FIRST);
  for (let month = 0; month < MONTHS; month++, end = endOfMonth(end + 1)) {
    const upTo = month === MONTHS - 1 ? Number(dates.at(-1)) : end;
    const count = dates.filter((date) => Number(date) <= upTo).length;
    port.input = new Map([['Transactions', firstRows(transactions, count)]]);
    const loaded = await load(port, ENV);
    if (!loaded.ok) throw new Error(loaded.problems[0].message);
    const { read, tables } = loaded.value;
    const request = requestOf('Close', { upTo }, read.book.parameters);
    if (month === 1 || month === MONTHS - 1) {
      const cells = [...tables.values()].reduce((sum, table) => sum + table.rows * table.headers.length, 0);
      months.push({ book: read.book, request, cells, reading: await readingTime(port) });
    }
    const outcome = await settleHere(read.book, request, undefined);
    await writeResults(port, { read, tables }, outcome, nextRun(read), { started: 0, version: '', note: '' }, ENV);
  }
  const [second, last] = months;
  // Measured at the end and in turn, when the engine is warm: else the first one measured would pay for that.
  const works = months.map(({ book, request }) => again(book, request));
  const times = works.map((): number[] => []);
  for (let round = -WARM; round < ROUNDS; round++) {
    works.forEach((work, at) => {
      const ms = time(work);
      if (round >= 0) times[at].push(ms);
    });
  }
  const [before, after] = times.map(median);
  const grown = last.cells / second.cells;
  return [
    {
      name: `engine, close 2 of ${MONTHS}, ${rows} rows a month`,
      ms: before,
      ratio: 1,
      of: 'close 2',
      limit: undefined,
    },
    {
      name: `engine, close ${MONTHS}`,
      ms: after,
      ratio: after / before,
      of: 'close 2',
      limit: ENGINE_LIMIT,
    },
    {
      name: `reading ${second.cells} cells before close 2`,
      ms: second.reading,
      ratio: 1,
      of: 'reading',
      limit: undefined,
    },
    {
      name: `reading ${last.cells} cells before close ${MONTHS}, a cell`,
      ms: last.reading,
      ratio: last.reading / second.reading / grown,
      of: 'reading a cell',
      limit: READING_LIMIT,
    },
  ];
}

function again(book: Book, request: RunRequest): () => unknown {
  const workspace = new Workspace();
  return () => settle(book, request, workspace);
}

async function readingTime(port: ReplayPort): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < READINGS; round++) {
    const start = performance.now();
    await load(port, ENV);
    times.push(performance.now() - start);
  }
  return median(times);
}

function firstRows(table: TableCells, rows: number): TableCells {
  return {
    ...table,
    rows,
    cells: table.cells.map((cells) => cells.slice(0, rows)),
    below: table.below.map(() => null),
  };
}
