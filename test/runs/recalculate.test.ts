import { finish } from '../../src/book/steps';
import { summaryOf } from '../../src/runs/summary';
import { close } from '../../src/runs/close';
import { plannedRowSteps } from '../../src/runs/planned-rows';
import { previewRecalculation, recalculate } from '../../src/runs/recalculate';
import { reverse } from '../../src/runs/reverse';
import type { RecalculationOptions } from '../../src/runs/request';
import { openXlsx, type FilePort } from '../../src/workbook/file';
import type { CellValue } from '../../src/workbook/cells';
import { day, ENV, grid, gridsOf, NOW, rowsOf, withTable, workbookOf } from '../support/workbooks';

// BOLT, FIFO: 4 of 10 at 10.00 cost 40.00, not 44.00: +4.00. In February 8 cost 6 x 10.00 + 2 x 12.00 = 84.00, not 88.00: +4.00.
// NUT, FIFO: 5 of 8 at 2.00 cost 10.00, not 12.50: +2.50.
// CUP: the kit K1 is made of 2 CUP at 3.00; posted at 7.00, they cost 6.00, so K1 gets 1.00 less.
const BOOK = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost | Type            | Reference
    P1          | BOLT | 10       | 2026-01-05     | 100.00         | Purchase        |
    S1          | BOLT | -4       | 2026-01-09     | -44.00         | Sale            |
    P2          | NUT  | 8        | 2026-01-12     | 16.00          | Purchase        |
    S2          | NUT  | -5       | 2026-01-25     | -12.50         | Sale            |
    P3          | CUP  | 4        | 2026-01-03     | 12.00          | Purchase        |
    L1          | CUP  | -2       | 2026-01-20     | -7.00          | Production line | M1
    K1          | KIT  | 1        | 2026-01-21     | 7.00           | Production      | M1
    P4          | BOLT | 5        | 2026-02-02     | 60.00          | Purchase        |
    S3          | BOLT | -8       | 2026-02-10     | -88.00         | Sale            |
    `,
  ),
  grid(
    'Items',
    `
    Item | Item group
    BOLT | Metal
    NUT  | Metal
    CUP  | Glass
    KIT  | Made
    `,
  ),
]);
const JANUARY = '2026-01-31';
const FEBRUARY = '2026-02-28';

const opened = (bytes = BOOK): FilePort => openXlsx(bytes, 'book.xlsx');
const bytesOf = (port: FilePort): Uint8Array => port.toBytes(new Date(NOW));

/** Fails with the words of a refusal. */
async function recalculated(port: FilePort, upTo: string, chosen: Partial<RecalculationOptions> = {}) {
  const done = await recalculate(port, { upTo: day(upTo), ...chosen }, ENV);
  if (!done.ok) throw new Error(done.problems.map(({ message }) => message).join('\n'));
  return done;
}

async function closed(port: FilePort, upTo: string) {
  const done = await close(port, { upTo: day(upTo) }, ENV);
  if (!done.ok) throw new Error(done.problems.map(({ message }) => message).join('\n'));
  return done;
}

/** "S1 4 Settlement P1 IC-0001" for each adjustment in force. */
async function inForce(port: FilePort): Promise<string[]> {
  const rows = (await rowsOf(bytesOf(port), 'Adjustments')).filter((row) => row['Status'] === 'Active');
  return rows.map((row) =>
    ['Transaction', 'Adjustment', 'Reason', 'Source', 'Closing'].map((name) => String(row[name])).join(' '),
  );
}

const line = (row: Record<string, CellValue>, ...names: string[]): string =>
  names.map((name) => String(row[name])).join(' ');

/** What each account was debited in all, in cents; those that come to nothing are left out. */
async function balances(port: FilePort): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const row of await rowsOf(bytesOf(port), 'Ledger')) {
    const cents = (name: string) => Math.round(Number(row[name] ?? 0) * 100);
    const account = String(row['Account']);
    sums[account] = (sums[account] ?? 0) + cents('Debit') - cents('Credit');
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

/** The rows of a table that the last run wrote, without the numbers of runs, vouchers and rows. */
async function figures(port: FilePort, table: string): Promise<unknown[]> {
  const bytes = bytesOf(port);
  const last = (await rowsOf(bytes, 'Closings')).at(-1)?.['Closing'];
  const rows = (await rowsOf(bytes, table)).filter((row) => row['Closing'] === last && row['Status'] === 'Active');
  return rows.map((row) =>
    Object.entries(row)
      .slice(1)
      .filter(([header]) => !/^(Closing|Voucher|Text)$| (row|link)$/.test(header))
      .map(([header, value]) => `${header}: ${String(value)}`),
  );
}

const PLAIN = { withLater: false, note: '', dryRun: false };

describe('a recalculation of everything', () => {
  test('adjusts with the names of the receipts, posts a voucher, and settles and locks nothing', async () => {
    const port = opened();
    const done = await recalculated(port, JANUARY, { note: 'How do we stand?' });
    expect(await inForce(port)).toEqual([
      'S1 4 Settlement P1 IC-0001',
      'S2 2.5 Settlement P2 IC-0001',
      'L1 1 Settlement P3 IC-0001',
      'K1 -1 Production M1 IC-0001',
    ]);
    const bytes = bytesOf(port);
    const [run] = await rowsOf(bytes, 'Closings');
    expect(line(run, 'Closing', 'Type', 'Status', 'Settlements', 'Adjustments', 'Adjustment', 'Note')).toBe(
      'IC-0001 Recalculation Completed 0 4 6.5 How do we stand?',
    );
    for (const table of ['Settlements', 'LockedRows', 'ClosingTransfers', 'InventoryValue']) {
      expect([table, await rowsOf(bytes, table)]).toEqual([table, []]);
    }
    // The component costs 1.00 less, and so does what was made of it.
    expect(await balances(port)).toEqual({ Inventory: 650, 'Cost of goods sold': -650 });
    // The log tells only that the accounts are those of the parameters.
    expect(done.rows).toEqual({ Settlements: 0, Adjustments: 4, Ledger: 2, CloseLog: 1 });
    expect(summaryOf(done)).toMatchObject({ type: 'Recalculation', upTo: JANUARY, settlements: 0, adjustment: '6.50' });
  });

  test('shows beforehand what it will do, and writes nothing then', async () => {
    const port = opened();
    const before = bytesOf(port);
    const found = await previewRecalculation(port, { upTo: day(JANUARY) }, ENV);
    if (!found.ok) throw new Error('refused');
    expect(bytesOf(port)).toEqual(before);
    const planned = Object.fromEntries(finish(plannedRowSteps(found)).map(({ table, rows }) => [table, rows]));
    const done = await recalculated(port, JANUARY);
    expect(planned).toEqual({ Closings: 1, ...done.rows });
    expect(summaryOf(found)).toEqual(summaryOf(done));
  });

  test('writes nothing but its own row the second time', async () => {
    const port = opened();
    await recalculated(port, FEBRUARY);
    const first = await inForce(port);
    const again = await recalculated(port, FEBRUARY);
    expect(again.rows).toMatchObject({ Adjustments: 0, Ledger: 0 });
    expect(await inForce(port)).toEqual(first);
    const runs = await rowsOf(bytesOf(port), 'Closings');
    expect(runs.map((row) => line(row, 'Closing', 'Status', 'Adjustments', 'Adjustment'))).toEqual([
      'IC-0001 Completed 6 10.5',
      'IC-0002 Completed 0 0',
    ]);
  });

  test('changes nothing of what a later close finds, which replaces it', async () => {
    const alone = opened();
    await closed(alone, JANUARY);
    const port = opened();
    // February is recalculated before January is closed: S3 is taken back.
    await recalculated(port, FEBRUARY);
    await recalculated(port, JANUARY, { items: ['BOLT'] });
    const done = await closed(port, JANUARY);
    const numberless = (lines: readonly string[]) => lines.map((one) => one.replace(/ IC-\d+$/, ''));
    expect(numberless(await inForce(port))).toEqual(numberless(await inForce(alone)));
    expect(await balances(port)).toEqual(await balances(alone));
    expect(done.outcome.log.map(({ code }) => code)).toContain('PROVISIONAL_REPLACED');
    const settled = async (one: FilePort) =>
      (await rowsOf(bytesOf(one), 'Settlements')).map((row) => line(row, 'Issue', 'Receipt', 'Quantity', 'Amount'));
    expect(await settled(port)).toEqual(await settled(alone));
  });

  test('after a close has only what is new, and counts the locked rows as they are', async () => {
    const port = opened();
    await closed(port, JANUARY);
    await recalculated(port, JANUARY);
    expect((await inForce(port)).filter((row) => row.endsWith('IC-0002'))).toEqual([]);
    // Posted at 11.00 each: 6 come from P1 at 10.00, 2 from P4 at 12.00.
    await recalculated(port, FEBRUARY);
    expect((await inForce(port)).filter((row) => row.endsWith('IC-0003'))).toEqual([
      'S3 6 Settlement P1 IC-0003',
      'S3 -2 Settlement P4 IC-0003',
    ]);
  });
});

describe('a recalculation of chosen items', () => {
  test.each<[string, Partial<RecalculationOptions>, string[], string]>([
    ['by number, whatever the case', { items: ['bolt'] }, ['S1 4'], 'bolt null'],
    ['by item group', { itemGroups: ['METAL'] }, ['S1 4', 'S2 2.5'], 'null METAL'],
    ['by both', { items: ['CUP'], itemGroups: ['Made'] }, ['L1 1', 'K1 -1'], 'CUP Made'],
    ['whose component is not chosen: it costs what it was posted at', { items: ['KIT'] }, [], 'KIT null'],
    ['whose product is not chosen: it is left as it is', { items: ['CUP'] }, ['L1 1'], 'CUP null'],
  ])('%s', async (_, chosen, adjustments, kept) => {
    const port = opened();
    await recalculated(port, JANUARY, chosen);
    expect((await inForce(port)).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(adjustments);
    const [run] = await rowsOf(bytesOf(port), 'Closings');
    expect(line(run, 'Items', 'Item groups')).toBe(kept);
  });

  test('leaves the provisional adjustments of the others, and takes back its own that no longer hold', async () => {
    const port = opened();
    await recalculated(port, JANUARY);
    // Without its component the kit is worth what it was posted at: the 1.00 of the first run rested on that.
    await recalculated(port, JANUARY, { items: ['KIT', 'NUT'] });
    expect(await inForce(port)).toEqual([
      'S1 4 Settlement P1 IC-0001',
      'S2 2.5 Settlement P2 IC-0001',
      'L1 1 Settlement P3 IC-0001',
    ]);
  });

  test('is refused where there is no such item or group, with its name', async () => {
    const port = opened();
    const before = bytesOf(port);
    const found = await recalculate(port, { upTo: day(JANUARY), items: ['BOLT', 'BULT'], itemGroups: ['Wood'] }, ENV);
    expect(found).toMatchObject({
      ok: false,
      problems: [
        { code: 'UNKNOWN_ITEM', message: 'There is no item "BULT" in this workbook.' },
        { code: 'UNKNOWN_ITEM_GROUP', message: 'No item has the item group "Wood".' },
      ],
    });
    expect(bytesOf(port)).toEqual(before);
  });
});

test('a table Closings of an earlier version is written to without what came later, but not without what was chosen', async () => {
  const port = opened();
  await closed(port, JANUARY);
  const without = await withTable(bytesOf(port), 'Closings', (table) => {
    const kept = [...table.headers.keys()].filter(
      (at) => !['Items', 'Item groups', 'Progress'].includes(table.headers[at]),
    );
    const of = <T>(cells: readonly T[]): T[] => kept.map((at) => cells[at]);
    return { ...table, headers: of(table.headers), rows: table.rows.map(of) };
  });
  expect((await recalculate(opened(without), { upTo: day(FEBRUARY) }, ENV)).ok).toBe(true);
  expect(await recalculate(opened(without), { upTo: day(FEBRUARY), items: ['BOLT'] }, ENV)).toMatchObject({
    ok: false,
    problems: [{ message: 'The table Closings has no column Items, which came with a later version of this program.' }],
  });
});

test.each<[string, string, string | undefined]>([
  ['before the last close', '2026-01-30', 'BEFORE_LAST_CLOSE'],
  ['on the date of the last close', JANUARY, undefined],
  ['in a period that is not open', '2026-03-31', 'PERIOD_CLOSED'],
  ['outside of all periods', '2026-04-30', 'NO_PERIOD'],
])('a recalculation %s', async (_, upTo, code) => {
  const periods = grid(
    'Periods',
    `
    Period  | From       | To         | Status
    January | 2026-01-01 | 2026-01-31 | Open
    Feb     | 2026-02-01 | 2026-02-28 | Open
    March   | 2026-03-01 | 2026-03-31 | Closed
    `,
  );
  const transactions = grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | BOLT | 10       | 2026-01-05     | 100.00
    `,
  );
  const port = opened(workbookOf([transactions, periods]));
  await closed(port, JANUARY);
  const found = await recalculate(port, { upTo: day(upTo) }, ENV);
  expect(found.ok ? undefined : found.problems.map((problem) => problem.code)).toEqual(code && [code]);
});

describe('a close that a recalculation is to follow', () => {
  // Noted as of 1 April: S3 of February is adjusted by the second run.
  test('is followed by one of all items up to today, as a run of its own', async () => {
    const port = opened();
    const done = await close(port, { upTo: day(JANUARY), recalculateAfter: true }, ENV);
    expect(done).toMatchObject({
      ok: true,
      ids: { closing: 'IC-0001' },
      recalculated: { ids: { closing: 'IC-0002' } },
    });
    const runs = await rowsOf(bytesOf(port), 'Closings');
    expect(runs.map((row) => line(row, 'Type', 'Date', 'Adjustment'))).toEqual([
      `Close ${day(JANUARY)} 6.5`,
      `Recalculation ${day('2026-04-01')} 4`,
    ]);
  });

  test('and that is done before its date comes, is followed by one of that date', async () => {
    const port = opened();
    const env = { ...ENV, now: () => Date.UTC(2026, 0, 20) };
    const done = await close(port, { upTo: day(JANUARY), recalculateAfter: true }, env);
    expect(done).toMatchObject({ ok: true, recalculated: { outcome: { request: { day: day(JANUARY) } } } });
  });

  test('is refused before it begins where the period of today is not open', async () => {
    const january = grid(
      'Periods',
      `
      Period  | From       | To         | Status
      January | 2026-01-01 | 2026-01-31 | Open
      `,
    );
    const port = opened(workbookOf([...(await gridsOf(BOOK)), january]));
    const before = bytesOf(port);
    const done = await close(port, { upTo: day(JANUARY), recalculateAfter: true }, ENV);
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'NO_PERIOD' }] });
    expect(bytesOf(port)).toEqual(before);
  });
});

describe('the reversal of a recalculation', () => {
  test('takes its adjustments and its voucher back', async () => {
    const port = opened();
    await recalculated(port, JANUARY);
    expect(await reverse(port, PLAIN, ENV)).toMatchObject({ ok: true, runs: [{ reversed: 'IC-0001', by: 'IC-0002' }] });
    expect(await inForce(port)).toEqual([]);
    expect(await balances(port)).toEqual({});
    expect((await recalculated(port, JANUARY)).rows).toMatchObject({ Adjustments: 4 });
  });

  test('after that of the close that had replaced it leaves no account with a balance', async () => {
    const port = opened();
    await recalculated(port, JANUARY);
    await closed(port, JANUARY);
    await recalculated(port, FEBRUARY);
    const list = await reverse(port, { ...PLAIN, closing: 'IC-0001', withLater: true, dryRun: true }, ENV);
    expect(list.ok && list.runs.map(({ reversed, type, upTo }) => [reversed, type, upTo].join(' '))).toEqual([
      `IC-0003 Recalculation ${FEBRUARY}`,
      `IC-0002 Close ${JANUARY}`,
      `IC-0001 Recalculation ${JANUARY}`,
    ]);
    expect(await reverse(port, { ...PLAIN, closing: 'IC-0001', withLater: true }, ENV)).toMatchObject({ ok: true });
    expect(await inForce(port)).toEqual([]);
    expect(await balances(port)).toEqual({});
    const runs = await rowsOf(bytesOf(port), 'Closings');
    expect(runs.map((row) => line(row, 'Closing', 'Type', 'Status', 'Reverses'))).toEqual([
      'IC-0001 Recalculation Reversed null',
      'IC-0002 Close Reversed null',
      'IC-0003 Recalculation Reversed null',
      'IC-0004 Reversal Completed IC-0003',
      'IC-0005 Reversal Completed IC-0002',
      'IC-0006 Reversal Completed IC-0001',
    ]);
  });

  test('one by one, the close first, leaves no balance either', async () => {
    const port = opened();
    await recalculated(port, JANUARY);
    await closed(port, JANUARY);
    await reverse(port, PLAIN, ENV);
    expect(await balances(port)).toEqual({});
    await reverse(port, PLAIN, ENV);
    expect(await balances(port)).toEqual({});
    // A new close gives what the first gave: the same rows but for their numbers.
    const straight = opened();
    await closed(straight, JANUARY);
    await closed(port, JANUARY);
    expect(await balances(port)).toEqual(await balances(straight));
    for (const table of ['Settlements', 'Adjustments', 'Ledger', 'InventoryValue', 'LockedRows', 'CloseLog']) {
      expect([table, await figures(port, table)]).toEqual([table, await figures(straight, table)]);
    }
  });
});
