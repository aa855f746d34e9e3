import { check } from '../../src/runs/check';
import { close } from '../../src/runs/close';
import type { Environment } from '../../src/runs/environment';
import { history } from '../../src/runs/history';
import { progressText } from '../../src/runs/pausing';
import { recalculate } from '../../src/runs/recalculate';
import type { RecalculationOptions } from '../../src/runs/request';
import { resume } from '../../src/runs/resume';
import { reverse } from '../../src/runs/reverse';
import { rollback } from '../../src/runs/rollback';
import { summaryOf } from '../../src/runs/summary';
import { DEFAULT_COST_PRICE_OPTIONS } from '../../src/settle/reports/cost-prices';
import type { CellValue } from '../../src/workbook/cells';
import { openXlsx, type FilePort } from '../../src/workbook/file';
import { day, ENV, type Grid, grid, gridsOf, NOW, rowsOf, withCell, withTable, workbookOf } from '../support/workbooks';

// In January S1 takes 4 of 10 at 10.00; S3 finds 8.5 for its 9, and the rest is valued like them (0.50 at 2.00) until P4
// comes: February takes that back.
const BOOK = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost | Type     | Remark
    P1          | BOLT | 10       | 2026-01-05     | 100.00         | Purchase | ours
    S1          | BOLT | -4       | 2026-01-09     | -44.00         | Sale     |
    P2          | NUT  | 8.5      | 2026-01-12     | 17.00          | Purchase |
    S3          | NUT  | -9       | 2026-01-25     | -27.00         | Sale     |
    P3          | BOLT | 5        | 2026-02-02     | 60.00          | Purchase |
    P4          | NUT  | 5        | 2026-02-05     | 11.00          | Purchase |
    S2          | BOLT | -8       | 2026-02-10     | -88.00         | Sale     |
    `,
  ),
  grid(
    'Items',
    `
    Item | Item group | Item model group
    BOLT | "Metal, A" | FIFO
    NUT  | Brass      | AVG
    `,
  ),
  grid(
    'ItemModelGroups',
    `
    Item model group | Inventory model
    FIFO             | FIFO
    AVG              | FIFO
    `,
  ),
  grid(
    'Parameters',
    `
    Parameter          | Value
    Uncovered quantity | Cost of covered part
    `,
  ),
]);
const JANUARY = '2026-01-31';
const FEBRUARY = '2026-02-28';

const opened = (bytes: Uint8Array): FilePort => openXlsx(bytes, 'book.xlsx');
const bytesOf = (port: FilePort): Uint8Array => port.toBytes(new Date(NOW));
const pausingAt = (step: number): Environment => ({ ...ENV, pause: (at) => at.step === step });

/** Carries out a run on an open workbook. */
type Run = (port: FilePort, env: Environment) => ReturnType<typeof close> | ReturnType<typeof recalculate>;
const closeUpTo =
  (upTo: string): Run =>
  (port, env) =>
    close(port, { upTo: day(upTo), note: 'With a note', minimumThroughputAdjustment: 0.05 }, env);
const recalculateUpTo =
  (upTo: string, chosen: Partial<RecalculationOptions> = {}): Run =>
  (port, env) =>
    recalculate(port, { upTo: day(upTo), specification: 'Item', ...chosen }, env);

async function after(bytes: Uint8Array, ...runs: readonly Run[]): Promise<Uint8Array> {
  const port = opened(bytes);
  for (const run of runs) expect(await run(port, ENV)).toMatchObject({ ok: true, paused: false });
  return bytesOf(port);
}

/** Every cell of every table; but for the moments, and for the table of a paused run, which must be empty. */
async function contents(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { name, headers, rows } of await gridsOf(bytes)) {
    const filled = rows.filter((row) => row.some((cell) => cell !== null && cell !== ''));
    if (name === 'RunInput') {
      expect(filled).toEqual([]);
      continue;
    }
    const moments = ['Started', 'Finished'].map((header) => headers.indexOf(header));
    found[name] = [headers, ...filled.map((row) => row.map((cell, at) => (moments.includes(at) ? 'a moment' : cell)))];
  }
  return found;
}

const lastRun = async (bytes: Uint8Array): Promise<Record<string, CellValue>> =>
  (await rowsOf(bytes, 'Closings')).at(-1)!;

/** The workbook with the run paused at a step. */
async function pausedAt(bytes: Uint8Array, run: Run, step: number): Promise<Uint8Array> {
  const port = opened(bytes);
  expect(await run(port, pausingAt(step))).toMatchObject({ ok: true, paused: true });
  return bytesOf(port);
}

describe.each<[string, Run[], Run, boolean?]>([
  ['the first close', [], closeUpTo(JANUARY)],
  ['a close after another one', [closeUpTo(JANUARY)], closeUpTo(FEBRUARY), true],
  ['a close that replaces a recalculation', [recalculateUpTo(FEBRUARY)], closeUpTo(JANUARY)],
  ['a recalculation', [closeUpTo(JANUARY)], recalculateUpTo(FEBRUARY)],
  ['a recalculation of chosen items', [], recalculateUpTo(FEBRUARY, { items: ['bolt'], itemGroups: ['Metal, A'] })],
])('%s', (_, earlier, run, everywhere = false) => {
  test('ends with the same rows, wherever it is paused', async () => {
    const before = await after(BOOK, ...earlier);
    const points: string[] = [];
    const straight = opened(before);
    await run(straight, { ...ENV, pause: (at) => points.push(progressText(at.share)) < 0 });
    const wanted = await contents(bytesOf(straight));
    expect(points.slice(0, 2)).toEqual(['0 %: computing', '50 %: writing rows']);
    expect(points.at(-1)).toBe('100 %: writing rows');

    const steps = everywhere ? [...points.keys()].filter((at) => at % 3 === 0) : [0, 1, 4, points.length - 1];
    for (const step of steps) {
      const bytes = await pausedAt(before, run, step + 1);
      expect(await lastRun(bytes)).toMatchObject({ Status: 'Paused', Progress: points[step] });
      const port = opened(bytes);
      const done = await resume(port, {}, ENV);
      expect(done).toMatchObject({ ok: true, paused: false, closing: (await lastRun(bytes))['Closing'] });
      expect({ step, ...(await contents(bytesOf(port))) }).toEqual({ step, ...wanted });
    }
  });
});

const run = closeUpTo(FEBRUARY);
const paused = async (): Promise<Uint8Array> => pausedAt(await after(BOOK, closeUpTo(JANUARY)), run, 2);

describe('while a run is paused', () => {
  test('nothing else runs, and every command says why', async () => {
    const bytes = await paused();
    const port = opened(bytes);
    const refusal = {
      ok: false,
      problems: [{ code: 'OTHER_RUN', message: expect.stringContaining('IC-0002 is paused') }],
    };
    expect(await close(port, { upTo: day(FEBRUARY) }, ENV)).toMatchObject(refusal);
    expect(await recalculate(port, { upTo: day(FEBRUARY) }, ENV)).toMatchObject(refusal);
    expect(await reverse(port, { withLater: false, note: '', dryRun: false }, ENV)).toMatchObject(refusal);
    const options = { upTo: day(FEBRUARY), showReceipts: false, costPrices: DEFAULT_COST_PRICE_OPTIONS };
    const checked = await check(port, options, ENV);
    expect(checked.ok && checked.obstacles.map(({ code }) => code)).toContain('OTHER_RUN');
    expect((await history(port)).runs[0]).toMatchObject({ status: 'Paused', progress: '50 %: writing rows' });
    expect(bytesOf(port)).toEqual(bytes);
  });

  test('what it kept of its input is cleared by the next run, where the power went before it could be', async () => {
    const port = opened(await paused());
    const kept = await rowsOf(bytesOf(port), 'RunInput');
    expect(kept.length).toBeGreaterThan(0);
    expect(await resume(port, {}, ENV)).toMatchObject({ ok: true, paused: false });
    const left = await withTable(bytesOf(port), 'RunInput', (table) => ({
      ...table,
      rows: kept.map((row) => table.headers.map((header) => row[header])),
    }));
    const next = opened(left);
    expect(await recalculateUpTo('2026-03-31')(next, ENV)).toMatchObject({ ok: true });
    expect(await rowsOf(bytesOf(next), 'RunInput')).toEqual([]);
  });

  test('it can be paused again and again', async () => {
    const port = opened(await paused());
    expect(await resume(port, {}, pausingAt(1))).toMatchObject({ paused: true, progress: '0 %: computing' });
    expect(await resume(port, {}, pausingAt(4))).toMatchObject({ paused: true, closing: 'IC-0002' });
    expect(await resume(port, {}, ENV)).toMatchObject({ paused: false, closing: 'IC-0002' });
    expect(await contents(bytesOf(port))).toEqual(await contents(await after(BOOK, closeUpTo(JANUARY), run)));
  });

  test('it can be taken back: everything is as before, and a new close gives the same figures', async () => {
    const port = opened(await paused());
    const done = await rollback(port, ENV);
    expect(done).toMatchObject({ ok: true, runs: [{ closing: 'IC-0002', type: 'Close', status: 'Paused' }] });
    expect(await lastRun(bytesOf(port))).toMatchObject({ Closing: 'IC-0002', Status: 'Reversed', Progress: null });
    expect(await rowsOf(bytesOf(port), 'RunInput')).toEqual([]);
    const again = await run(port, ENV);
    const straight = opened(await after(BOOK, closeUpTo(JANUARY)));
    const wanted = await run(straight, ENV);
    if (!again.ok || again.paused || !wanted.ok || wanted.paused) throw new Error('not done');
    expect(summaryOf(again)).toEqual(summaryOf(wanted));
    expect(again.rows).toEqual(wanted.rows);
  });
});

describe('resume', () => {
  test.each<[string, string, (table: Grid) => Grid, string[]]>([
    [
      'a cell of the closed period to be',
      'Transactions',
      (table) => withCell(table, 'S2', 'Financial cost', -90),
      ['Transactions!E10: Transactions!E10 was changed since IC-0002 stopped: -88 became -90.'],
    ],
    [
      'the model of a group',
      'ItemModelGroups',
      (table) => withCell(table, 'AVG', 'Inventory model', 'LIFO'),
      ['ItemModelGroups!B5: ItemModelGroups!B5 was changed since IC-0002 stopped: "FIFO" became "LIFO".'],
    ],
    [
      'a new row',
      'Transactions',
      (table) => ({ ...table, rows: [...table.rows, ['S9', 'NUT', -1, 46060, -3, 'Sale', null]] }),
      ['Transactions!A11: The row of Transactions!A11 was changed since IC-0002 stopped: no row became there.'],
    ],
    [
      'a row that is gone',
      'Items',
      (table) => ({ ...table, rows: table.rows.slice(1) }),
      [': A row of the table Items was changed since IC-0002 stopped: "BOLT", "Metal, A", "FIFO" became no row.'],
    ],
    [
      'the order of rows, which counts inside a date',
      'Transactions',
      (table) => ({ ...table, rows: [...table.rows].reverse() }),
      [
        'Transactions!A3: The order of the rows of Transactions was changed since IC-0002 stopped: one order became another.',
      ],
    ],
  ])('says what was changed, and leaves everything as it is: %s', async (_, name, change, told) => {
    const bytes = await withTable(await paused(), name, change);
    const port = opened(bytes);
    const before = bytesOf(port);
    const done = await resume(port, {}, ENV);
    const left = ' The run was left as it is.';
    expect(done.ok ? [] : done.problems.map(({ cell, message }) => `${cell}: ${message}`)).toEqual(
      told.map((one) => one + left),
    );
    expect(bytesOf(port)).toEqual(before);

    // Started over, it is done with what is there now.
    const over = await resume(port, { startOver: true }, ENV);
    expect(over).toMatchObject({
      ok: true,
      closing: 'IC-0003',
      instead: 'IC-0002',
      run: { outcome: { request: { day: day(FEBRUARY) } } },
    });
    expect(await lastRun(bytesOf(port))).toMatchObject({ Status: 'Completed', Note: 'With a note' });
    expect(await lastRun(bytesOf(port))).toMatchObject({ 'Minimum throughput adjustment': 0.05 });
  });

  test('does not mind what nobody computes from: other columns, blank rows, periods', async () => {
    const changed = await withTable(await paused(), 'Transactions', (table) => {
      const remarked = withCell(table, 'P1', 'Remark', 'theirs');
      return { ...remarked, rows: [...remarked.rows, remarked.rows[0].map(() => null)] };
    });
    expect(await resume(opened(changed), {}, ENV)).toMatchObject({ ok: true, closing: 'IC-0002' });
  });

  test('without an unfinished run is refused', async () => {
    expect(await resume(opened(BOOK), {}, ENV)).toMatchObject({
      ok: false,
      problems: [{ code: 'NOTHING_UNFINISHED' }],
    });
  });

  test('is refused where the row no longer says what was asked for', async () => {
    const bytes = await withTable(await paused(), 'Closings', (table) =>
      withCell(table, 'IC-0002', 'Specification', null),
    );
    expect(await resume(opened(bytes), {}, ENV)).toMatchObject({ ok: false, problems: [{ code: 'NOT_RESUMABLE' }] });
  });

  test('is followed by a recalculation where that is asked for', async () => {
    const port = opened(await paused());
    const done = await resume(port, { recalculateAfter: true }, ENV);
    expect(done).toMatchObject({
      closing: 'IC-0002',
      run: { recalculated: { ok: true, ids: { closing: 'IC-0003' } } },
    });
  });
});
