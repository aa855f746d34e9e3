import { close } from '../../../src/runs/close';
import { recalculate } from '../../../src/runs/recalculate';
import { resume } from '../../../src/runs/resume';
import { reverse } from '../../../src/runs/reverse';
import { MemoryPort, PowerCut } from '../../support/memory-port';
import { verification } from '../../support/verification';
import { day, ENV, grid } from '../../support/workbooks';

/** What people and accidents do between two runs is no change of what was closed: verification tells one from the other. */

const HEADERS = 'Transaction | Item | Quantity | Financial date | Financial cost | Type | Reference | Cost source';
const bookOf = (...rows: string[]): MemoryPort => new MemoryPort([grid('Transactions', [HEADERS, ...rows].join('\n'))]);

/** The manners of the runs, and behind them what differs. */
async function told(port: MemoryPort): Promise<string[]> {
  const found = await verification(port);
  return [
    ...found.runs.map(({ closing, manner }) => `${closing} ${manner}`),
    ...found.differences.map((one) => `${one.cell}: ${one.found}, not ${one.expected}`),
    ...found.problems.map(({ cell, code }) => `${cell} ${code}`),
  ];
}

const closeUpTo = async (port: MemoryPort, upTo: string): Promise<void> =>
  expect(await close(port, { upTo: day(upTo) }, ENV)).toMatchObject({ ok: true });
const reverseLast = (port: MemoryPort) => reverse(port, { withLater: false, note: '', dryRun: false }, ENV);

test('a reversal that broke off has marked rows of the run that it reverses: that is no tampering', async () => {
  const port = bookOf(
    'P | A | 4 | 2026-01-05 | 40 | Purchase |  |',
    'S | A | -3 | 2026-01-06 | -33 | Sale |  |',
    'T | A | -1 | 2026-01-07 | -9 | Sale |  |',
  );
  await closeUpTo(port, '2026-01-31');
  const marked = () => port.records('Settlements').filter(({ Status }) => Status === 'Reversed').length;
  // The row of the reversal, and its settlements with the marks of those that they counter.
  port.piecesLeft = 3;
  await expect(reverseLast(port)).rejects.toThrow(PowerCut);
  port.piecesLeft = Infinity;
  expect(marked()).toBe(2);
  expect(await told(port)).toEqual(['IC-0001 computed', 'IC-0002 unfinished']);
  expect(await resume(port, {}, ENV)).toMatchObject({ ok: true });
  expect(await told(port)).toEqual(['IC-0001 computed', 'IC-0002 computed']);
});

test('a row that takes an estimate back names the receipt that the estimate came from, though that takes no part', async () => {
  const port = bookOf('S | A | -1 | 2026-01-10 | -9 | Sale |  |', 'P | A | 1 | 2026-02-05 | 12 | Purchase |  |');
  expect(await recalculate(port, { upTo: day('2026-02-28') }, ENV)).toMatchObject({ ok: true });
  await closeUpTo(port, '2026-01-31');
  const sources = () => port.records('Adjustments').map((row) => [row['Adjustment'], row['Source'], row['Status']]);
  expect(sources()).toEqual([
    [-3, 'P', 'Reversed'],
    [3, 'P', 'Reversal'],
  ]);
  expect(await told(port)).toEqual(['IC-0001 computed', 'IC-0002 computed']);
});

test('an estimate from a receipt that was deleted since is taken back under its name', async () => {
  const port = bookOf('S | A | -1 | 2026-01-10 | -9 | Sale |  |', 'P | A | 1 | 2026-02-05 | 12 | Purchase |  |');
  expect(await recalculate(port, { upTo: day('2026-02-28') }, ENV)).toMatchObject({ ok: true });
  port.table('Transactions')!.rows.pop();
  await closeUpTo(port, '2026-01-31');
  expect(port.records('Adjustments').at(-1)).toMatchObject({ Adjustment: 3, Source: 'P', Status: 'Reversal' });
});

test('the log names the same component of an open order whatever order the sheet has', async () => {
  const port = bookOf(
    'C2 | A | -1 | 2026-01-10 | -9 | Production line | W1 |',
    'C1 | A | -1 | 2026-01-08 | -9 | Production line | W1 |',
    'P | A | 2 | 2026-01-05 | 20 | Purchase |  |',
  );
  await closeUpTo(port, '2026-01-31');
  const entry = port.records('CloseLog').find(({ Code }) => Code === 'SUBPROD_OPEN');
  // The first is the older one (A3).
  expect(entry?.['Transaction']).toBe('C1');
  port.table('Transactions')!.rows.reverse();
  expect(await told(port)).toEqual(['IC-0001 computed']);
});

test('a later row that a close saw and nobody locked may go again', async () => {
  const port = bookOf(
    'P | A | 4 | 2026-01-05 | 40 | Purchase |  |',
    'S | A | -3 | 2026-01-06 | -33 | Sale |  |',
    'R | A | 1 | 2026-02-10 | 11 | Customer return |  | S',
  );
  await closeUpTo(port, '2026-01-31');
  port.table('Transactions')!.rows.pop();
  await closeUpTo(port, '2026-02-28');
  expect(await reverseLast(port)).toMatchObject({ ok: true });
  expect(await told(port)).toEqual(['IC-0001 computed', 'IC-0002 computed', 'IC-0003 computed']);
});

test('how the voucher was to be summed is part of what is verified', async () => {
  const port = bookOf('P | A | 4 | 2026-01-05 | 40 | Purchase |  |');
  await closeUpTo(port, '2026-01-31');
  const closings = port.table('Closings')!;
  closings.rows[0][closings.headers.indexOf('Specification')] = 'Totally';
  expect(await told(port)).toEqual(['IC-0001 computed', 'Closings!H4: Totally, not Total']);
});
