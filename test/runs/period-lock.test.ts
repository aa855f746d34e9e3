import { DEFAULT_COST_PRICE_OPTIONS } from '../../src/settle/reports/cost-prices';
import type { Problem, Refusal } from '../../src/book/problem';
import { adjustOnHand } from '../../src/runs/adjust/on-hand';
import { revalue } from '../../src/runs/adjust/revalue';
import { adjustTransactions } from '../../src/runs/adjust/transactions';
import { archive } from '../../src/runs/archive/archive';
import { check } from '../../src/runs/check';
import { close } from '../../src/runs/close';
import { preview } from '../../src/runs/preview';
import { previewRecalculation, recalculate } from '../../src/runs/recalculate';
import { resume } from '../../src/runs/resume';
import { reverse } from '../../src/runs/reverse';
import { verify } from '../../src/runs/verify';
import { type FilePort, openXlsx } from '../../src/workbook/file';
import { invoiced, lifeBook, MONTHS } from '../support/life';
import { closed, day, ENV, grid, type Grid, NOW, withCell, withTable, workbookOf } from '../support/workbooks';

/** "cell code: message" of errors; nothing where a command goes ahead. */
const lines = (found: { readonly ok: true } | Refusal): string[] => (found.ok ? [] : found.problems.map(line));
const line = ({ cell, code, message }: Problem): string => `${cell} ${code}: ${message}`.trim();

const upTo = day('2026-02-28');
const REVERSE = { withLater: false, note: '', dryRun: false };

/** What every command says of a workbook. */
const COMMANDS: readonly (readonly [string, (port: FilePort) => Promise<string[]>])[] = [
  [
    'check',
    async (port) => {
      const costPrices = DEFAULT_COST_PRICE_OPTIONS;
      const found = await check(port, { showReceipts: false, costPrices }, ENV);
      return found.ok ? found.obstacles.filter(({ severity }) => severity === 'Error').map(line) : lines(found);
    },
  ],
  ['preview', async (port) => lines(await preview(port, { upTo }, ENV))],
  ['close', async (port) => lines(await close(port, { upTo }, ENV))],
  ['preview of a recalculation', async (port) => lines(await previewRecalculation(port, { upTo }, ENV))],
  ['recalculate', async (port) => lines(await recalculate(port, { upTo }, ENV))],
  [
    'adjust on-hand',
    async (port) => {
      const fill = { method: 'Unit cost', unitCost: 7 } as const;
      return lines(await adjustOnHand(port, { selection: {}, fill, dryRun: false }, ENV));
    },
  ],
  [
    'preview of an on-hand adjustment',
    async (port) => {
      const fill = { method: 'Unit cost', unitCost: 7 } as const;
      return lines(await adjustOnHand(port, { selection: {}, fill, dryRun: true }, ENV));
    },
  ],
  [
    'adjust transaction',
    async (port) => {
      const values = [{ transaction: 'O2', value: 125 }];
      return lines(await adjustTransactions(port, { values, date: day('2026-02-05'), dryRun: false }, ENV));
    },
  ],
  [
    'adjust revalue',
    async (port) => {
      const found = lines(await revalue(port, { selection: {}, unitCost: 9, dryRun: false }, ENV));
      // No item of the book has a moving average: that comes after all else.
      return found.filter((text) => !text.startsWith('NOTHING_ON_HAND'));
    },
  ],
  ['archive', async (port) => lines(await archive(port, {}, ENV))],
  [
    'verify',
    async (port) => {
      const found = await verify(port, ENV);
      return found.ok ? found.problems.map(line) : lines(found);
    },
  ],
];

let january: Uint8Array;
beforeAll(async () => {
  january = (await closed(lifeBook(), MONTHS[0])).bytes;
});

const added = (table: Grid): Grid => ({
  ...table,
  rows: [...table.rows, ['X1', 'BOLT', 1, day('2026-01-31'), 10, null, null, null, null, null, null, 'N', null]],
});
const deleted = (table: Grid): Grid => ({ ...table, rows: table.rows.filter(([id]) => id !== 'S1') });

describe.each(COMMANDS)('%s', (_, run) => {
  test.each<[string, (table: Grid) => Grid, RegExp]>([
    [
      'a row that was added on the day of the close',
      added,
      /^Transactions!D34 LOCKED_ADDED: Transaction X1 is dated 2026-01-31, but everything up to 2026-01-31 is closed by IC-0001\.$/,
    ],
    [
      'a row that was changed',
      (table) => withCell(table, 'B1', 'Financial cost', 101),
      /^Transactions!E4 LOCKED_CHANGED: Transaction B1 was locked by IC-0001, and its Financial cost was changed from 100\.00 to 101\.00\.$/,
    ],
    [
      'a row that was deleted',
      deleted,
      /^'Locked rows'!D\d+ LOCKED_DELETED: Transaction S1 was locked by IC-0001, and is no longer in the table Transactions\.$/,
    ],
    [
      'an invoice that is dated in the closed month',
      (table) => withCell(withCell(table, 'C1', 'Financial date', day('2026-01-20')), 'C1', 'Financial cost', 22),
      /^Transactions!D19 LOCKED_CHANGED: Transaction C1 was locked by IC-0001, and its Financial date was changed from \(blank\) to 2026-01-20\.$/,
    ],
  ])('names %s', async (__, change, expected) => {
    const port = openXlsx(await withTable(january, 'Transactions', change), 'book.xlsx');
    const before = port.toBytes(new Date(NOW));
    const [first] = await run(port);
    expect(first).toMatch(expected);
    expect(Buffer.from(port.toBytes(new Date(NOW))).equals(before)).toBe(true);
  });

  test('takes the later invoice of a slip for what it is', async () => {
    expect(await run(openXlsx(await withTable(january, 'Transactions', invoiced), 'book.xlsx'))).toEqual([]);
  });
});

describe('resume', () => {
  let paused: Uint8Array;
  beforeAll(async () => {
    const port = openXlsx(january, 'book.xlsx');
    expect(await close(port, { upTo }, { ...ENV, pause: ({ share }) => share > 0.5 })).toMatchObject({ paused: true });
    paused = port.toBytes(new Date(NOW));
  });

  test.each<[string, (table: Grid) => Grid, RegExp, RegExp]>([
    ['a row that was added', added, /^Transactions!A34 INPUT_CHANGED: /, /^Transactions!D34 LOCKED_ADDED: /],
    [
      'a row that was changed',
      (table) => withCell(table, 'B1', 'Financial cost', 101),
      /^Transactions!E4 INPUT_CHANGED: .*100.*101/,
      /^Transactions!E4 LOCKED_CHANGED: .*100\.00 to 101\.00\.$/,
    ],
    ['a row that was deleted', deleted, /INPUT_CHANGED: .*S1/, /^'Locked rows'!D\d+ LOCKED_DELETED: Transaction S1/],
  ])('names %s, and starting over is refused too, before anything is taken back', async (_, change, first, anew) => {
    const port = openXlsx(await withTable(paused, 'Transactions', change), 'book.xlsx');
    const before = port.toBytes(new Date(NOW));
    expect(lines(await resume(port, {}, ENV))).toEqual(expect.arrayContaining([expect.stringMatching(first)]));
    expect(lines(await resume(port, { startOver: true }, ENV))).toEqual([expect.stringMatching(anew)]);
    expect(Buffer.from(port.toBytes(new Date(NOW))).equals(before)).toBe(true);
  });
});

describe('a reversal', () => {
  test('goes ahead although a row of its month was changed: it is the remedy, and nothing is left to tell', async () => {
    const changed = await withTable(january, 'Transactions', (table) => withCell(table, 'B1', 'Financial cost', 101));
    const found = await reverse(openXlsx(changed, 'book.xlsx'), REVERSE, ENV);
    expect(found).toMatchObject({ ok: true, runs: [{ reversed: 'IC-0001' }], changes: [] });
  });

  test('tells of changes that stay locked, before it is done and after', async () => {
    const february = (await closed(january, MONTHS[1])).bytes;
    const changed = await withTable(february, 'Transactions', (table) => withCell(table, 'B1', 'Financial cost', 101));
    for (const dryRun of [true, false]) {
      const found = await reverse(openXlsx(changed, 'book.xlsx'), { ...REVERSE, dryRun }, ENV);
      if (!found.ok) throw new Error('refused');
      expect(found.changes.map(line)).toEqual([
        'Transactions!E4 LOCKED_CHANGED: Transaction B1 was locked by IC-0001, and its Financial cost was changed from 100.00 to 101.00.',
      ]);
    }
  });
});

describe('periods', () => {
  /** Two months with a small close in the first; then the status of the months is set. */
  async function months(first: string, second: string): Promise<FilePort> {
    const book = workbookOf([
      grid(
        'Transactions',
        'Transaction | Item | Quantity | Financial date | Financial cost\nR | A | 2 | 2026-01-05 | 10\nI | A | -1 | 2026-01-06 | -4',
      ),
      grid(
        'Periods',
        'Period | From | To | Status\nJan | 2026-01-01 | 2026-01-31 | Open\nFeb | 2026-02-01 | 2026-02-28 | Open',
      ),
    ]);
    const { bytes } = await closed(book, '2026-01-31');
    const set = (table: Grid) => withCell(withCell(table, 'Jan', 'Status', first), 'Feb', 'Status', second);
    return openXlsx(await withTable(bytes, 'Periods', set), 'book.xlsx');
  }

  test.each(['On hold', 'Closed'])('that are %s refuse what would be posted in them', async (status) => {
    const says = `PERIOD_CLOSED: 2026-02-28 lies in period Feb, which is ${status.toLowerCase()}.`;
    for (const [name, run] of COMMANDS.filter(([command]) => !/verify|adjust|archive/.test(command))) {
      expect([name, await run(await months('Closed', status))]).toEqual([name, [says]]);
    }
    expect(lines(await reverse(await months(status, 'Open'), REVERSE, ENV))).toEqual([
      `PERIOD_CLOSED: 2026-01-31 lies in period Jan, which is ${status.toLowerCase()}.`,
    ]);
  });

  const fill = { method: 'Unit cost', unitCost: 7 } as const;
  const says = (date: string, period: string, status: string): string =>
    `PERIOD_CLOSED: ${date} lies in period ${period}, which is ${status.toLowerCase()}.`;

  test.each(['On hold', 'Closed'])('that are %s refuse adjustments by hand that are dated in them', async (status) => {
    for (const dryRun of [true, false]) {
      const onHand = async (first: string, second: string) =>
        lines(await adjustOnHand(await months(first, second), { selection: {}, fill, dryRun }, ENV));
      expect(await onHand(status, 'Open')).toEqual([says('2026-01-31', 'Jan', status)]);
      expect(await onHand('Open', status)).toEqual([]);
      const values = [{ transaction: 'R', value: 11 }];
      const transaction = async (first: string, second: string) =>
        lines(await adjustTransactions(await months(first, second), { values, dryRun }, ENV));
      expect(await transaction('Open', status)).toEqual([says('2026-02-01', 'Feb', status)]);
      expect(await transaction(status, 'Open')).toEqual([]);
    }
  });

  test.each(['On hold', 'Closed'])('that became %s while a run was paused keep it from going on', async (status) => {
    const port = await months('Closed', 'Open');
    await close(port, { upTo }, { ...ENV, pause: ({ share }) => share > 0.5 });
    const set = (table: Grid) => withCell(table, 'Feb', 'Status', status);
    const now = openXlsx(await withTable(port.toBytes(new Date(NOW)), 'Periods', set), 'book.xlsx');
    const before = now.toBytes(new Date(NOW));
    for (const startOver of [false, true]) {
      expect(lines(await resume(now, { startOver }, ENV))).toEqual([says('2026-02-28', 'Feb', status)]);
    }
    expect(Buffer.from(now.toBytes(new Date(NOW))).equals(before)).toBe(true);
  });

  test('do not keep an archive, nor its reversal: it posts nothing', async () => {
    const book = workbookOf([
      grid(
        'Transactions',
        'Transaction | Item | Quantity | Financial date | Financial cost\nR | A | 2 | 2026-01-05 | 10\nI | A | -2 | 2026-01-06 | -8',
      ),
      grid('Periods', 'Period | From | To | Status\nJan | 2026-01-01 | 2026-01-31 | Open'),
    ]);
    const { bytes } = await closed(book, '2026-01-31');
    const set = (table: Grid) => withCell(table, 'Jan', 'Status', 'Closed');
    const port = openXlsx(await withTable(bytes, 'Periods', set), 'book.xlsx');
    expect(await archive(port, {}, ENV)).toMatchObject({ ok: true, rows: [0, 1] });
    expect(await reverse(port, REVERSE, ENV)).toMatchObject({ ok: true });
    expect(lines(await reverse(port, REVERSE, ENV))).toEqual([says('2026-01-31', 'Jan', 'Closed')]);
  });

  test('that are closed by now are verified as they were', async () => {
    expect(await verify(await months('Closed', 'Closed'), ENV)).toMatchObject({ ok: true, verified: true });
  });
});
