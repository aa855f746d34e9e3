/** What surrounds a close: the survey before it, what it plans to write, the history after it, and finding its rows. */
import { sampleWorkbook } from '../../samples';
import { dayOf, isoDay, parseIsoDay } from '../../src/book/days';
import { close } from '../../src/runs/close';
import { findRowsOfRun, findTransaction } from '../../src/runs/find-rows';
import { history } from '../../src/runs/history';
import { plannedRowSteps } from '../../src/runs/planned-rows';
import { preview } from '../../src/runs/preview';
import { proposedDay, survey } from '../../src/runs/survey';
import { openXlsx } from '../../src/workbook/file/file-port';
import { finish } from '../../src/book/steps';
import type { Book, Closing, Period } from '../../src/book/book';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };
const sample = () => openXlsx(sampleWorkbook('trading-company', new Date(0)), 'sample.xlsx');
const day = (iso: string) => parseIsoDay(iso)!;

describe('survey', () => {
  test('of the sample, before and after its first close', async () => {
    const port = sample();
    const before = await survey(port, env);
    expect(before.tables.map(({ name, kind }) => `${name} ${kind}`)).toContain('Transactions input');
    expect(before.problems.filter(({ severity }) => severity === 'Error')).toEqual([]);
    expect(before.contents).toMatchObject({ lastClose: undefined, unfinished: undefined });
    expect(isoDay(before.contents!.proposed)).toBe('2026-01-31');

    await close(port, { upTo: before.contents!.proposed }, env);
    const after = await survey(port, env);
    expect(after.contents!.lastClose).toMatchObject({ id: 'IC-0001', day: day('2026-01-31') });
    expect(isoDay(after.contents!.proposed)).toBe('2026-02-28');
    expect(after.tables.map(({ name }) => name)).toContain('Settlements');
  });

  test('of a workbook without transactions reads no cells', async () => {
    const port = {
      isShared: false,
      facts: () => Promise.resolve({ date1904: false, sheets: ['Sheet1'], tables: [] }),
      read: (names: readonly string[]) =>
        names.join() === 'Transactions' ? Promise.resolve(new Map()) : Promise.reject(new Error('read')),
      usedArea: () => Promise.reject(new Error('read')),
      readArea: () => Promise.reject(new Error('read')),
      write: () => Promise.reject(new Error('written')),
    };
    expect(await survey(port, env)).toEqual({ sheets: ['Sheet1'], tables: [], contents: undefined, problems: [] });
  });
});

describe('the date proposed for the next close', () => {
  const closed = (iso: string): Closing => ({
    id: 'IC-0001',
    type: 'Close',
    day: day(iso),
    status: 'Completed',
    inputFingerprint: '',
    resultFingerprint: '',
  });
  const period = (from: string, to: string): Period => ({ name: from, from: day(from), to: day(to), status: 'Open' });
  const quarter = period('2026-01-01', '2026-03-31');

  test.each<[string, Closing[], Period[], string, string]>([
    ['no close yet: the month of the first issue', [], [], '2026-01-12', '2026-01-31'],
    ['the month after the last close', [closed('2026-01-31')], [], '2026-01-12', '2026-02-28'],
    ['a close inside a month: the rest of it', [closed('2026-02-10')], [], '2026-01-12', '2026-02-28'],
    ['the end of the period, where there is one', [], [quarter], '2026-01-12', '2026-03-31'],
    ['after the last period: the month', [closed('2026-03-31')], [quarter], '2026-01-12', '2026-04-30'],
  ])('%s', (_, closings, periods, first, expected) => {
    expect(isoDay(proposedDay({ closings, periods } as unknown as Book, day(first)))).toBe(expected);
  });

  test('an empty workbook has none', () => {
    expect(proposedDay({ closings: [], periods: [] } as unknown as Book, 0)).toBe(0);
  });
});

test('what a preview plans is what two closes write', async () => {
  const port = sample();
  for (const upTo of [dayOf(2026, 1, 31)!, dayOf(2026, 2, 28)!]) {
    const found = await preview(port, { upTo }, env);
    if (!found.ok) throw new Error('refused');
    const planned = finish(plannedRowSteps(found));
    const closed = await close(port, { upTo }, env);
    if (!closed.ok) throw new Error('refused');
    expect(Object.fromEntries(planned.map(({ table, rows }) => [table, rows]))).toEqual({
      Closings: 1,
      ...closed.rows,
    });
    const isFirst = upTo === dayOf(2026, 1, 31);
    expect(planned.every(({ isNew }) => isNew === isFirst)).toBe(true);
  }
});

test('history has the newest run first, and entries that lead to their rows', async () => {
  const port = sample();
  await close(port, { upTo: day('2026-01-31'), note: 'First' }, env);
  await close(port, { upTo: day('2026-02-28') }, env);
  const { runs, log } = await history(port);
  expect(runs.map(({ closing, status, note }) => [closing, status, note])).toEqual([
    ['IC-0002', 'Completed', ''],
    ['IC-0001', 'Completed', 'First'],
  ]);
  expect(isoDay(runs[1].day)).toBe('2026-01-31');
  expect(runs[1].logEntries).toBe(log.filter(({ closing }) => closing === 'IC-0001').length);
  expect(runs[1].address).toMatch(/^Closings!A\d+$/);
  const warning = log.find(({ severity }) => severity === 'Warning')!;
  expect(warning.remedy).not.toBe('');
  expect(warning.address).toMatch(/^'Close log'!A\d+$/);
  expect(await findTransaction(port, warning.transaction.toLowerCase())).toMatch(/^Transactions!A\d+$/);
});

test('the rows of a run are found as one range', async () => {
  const port = sample();
  await close(port, { upTo: day('2026-01-31') }, env);
  await close(port, { upTo: day('2026-02-28') }, env);
  const rows = async (closing: string) => /!A(\d+):[A-Z]+(\d+)$/.exec((await findRowsOfRun(port, 'Ledger', closing))!)!;
  const [, , lastOfFirst] = await rows('IC-0001');
  const [, firstOfSecond] = await rows('IC-0002');
  expect(Number(firstOfSecond)).toBe(Number(lastOfFirst) + 1);
  expect(await findRowsOfRun(port, 'Ledger', 'IC-0009')).toBeUndefined();
  expect(await findTransaction(port, 'nobody')).toBeUndefined();
});
