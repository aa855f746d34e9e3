import { beforehand } from '../../src/runs/beforehand';
import { close } from '../../src/runs/close';
import type { Unpaused } from '../../src/runs/environment';
import { recalculate } from '../../src/runs/recalculate';
import { resume } from '../../src/runs/resume';
import { reverse } from '../../src/runs/reverse';
import { rollback } from '../../src/runs/rollback';
import { summaryOf } from '../../src/runs/summary';
import { openXlsx, type FilePort } from '../../src/workbook/file';
import type { WorkbookPort } from '../../src/workbook/port';
import { breaking } from '../support/breaking-port';
import { day, ENV, grid, gridsOf, NOW, workbookOf } from '../support/workbooks';

// January: S1 takes 4 of 10 at 10.00, posted at 44.00: +4.00. February: S2 takes 6 at 10.00 and 2 at 12.00, posted at 88.00: +4.00.
const BOOK = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | BOLT | 10       | 2026-01-05     | 100.00
    S1          | BOLT | -4       | 2026-01-09     | -44.00
    P3          | BOLT | 5        | 2026-02-02     | 60.00
    S2          | BOLT | -8       | 2026-02-10     | -88.00
    `,
  ),
]);
const opened = (bytes: Uint8Array): FilePort => openXlsx(bytes, 'book.xlsx');
const bytesOf = (port: FilePort): Uint8Array => port.toBytes(new Date(NOW));

/** A recalculation of February, then a close of January that is paused when half of it is done. */
async function pausedClose(share = 0.5): Promise<Uint8Array> {
  const port = opened(BOOK);
  await recalculate(port, { upTo: day('2026-02-28') }, ENV);
  const done = await close(port, { upTo: day('2026-01-31') }, { ...ENV, pause: (at) => at.share >= share });
  expect(done).toMatchObject({ ok: true, paused: true });
  return bytesOf(port);
}

/** A reversal of a close of January that breaks off: it has written its row and some others, and marked some. */
async function brokenReversal(): Promise<Uint8Array> {
  const port = opened(BOOK);
  await close(port, { upTo: day('2026-01-31') }, ENV);
  await expect(
    reverse(breaking(port, 2), { closing: 'IC-0001', withLater: false, note: '', dryRun: false }, ENV),
  ).rejects.toThrow();
  return bytesOf(port);
}

/** What a piece of work really changes: by table its new rows, and the old ones that have another content now. */
async function difference(before: Uint8Array, after: Uint8Array): Promise<Record<string, [number, number]>> {
  const old = new Map((await gridsOf(before)).map((table) => [table.name, table]));
  const found: Record<string, [number, number]> = {};
  for (const { name, headers, rows } of await gridsOf(after)) {
    if (name === 'RunInput') continue;
    const was = old.get(name)?.rows ?? [];
    const blank = (row: readonly unknown[]) => row.every((cell) => cell === null || cell === '');
    const counts = [rows, was].map((all) => all.filter((row) => !blank(row)).length);
    // Links are formulas: a reader of the file gives what they came to.
    const isLink = headers.map((header) => header.endsWith('link') || header.endsWith('row'));
    const changed = was.filter(
      (row, at) => !blank(row) && row.some((cell, column) => !isLink[column] && cell !== rows[at][column]),
    );
    if (counts[0] > counts[1] || changed.length > 0) found[name] = [counts[0] - counts[1], changed.length];
  }
  return found;
}

type Work = (port: WorkbookPort, env: Unpaused) => Promise<unknown>;
const goOn: Work = (port, env) => resume(port, {}, env);
const startOver: Work = (port, env) => resume(port, { startOver: true }, env);

describe.each<[string, () => Promise<Uint8Array>]>([
  ['a close that was paused while it computed', () => pausedClose(0.1)],
  ['a close that was paused while it wrote', () => pausedClose(0.8)],
  ['a reversal that broke off', brokenReversal],
])('%s', (_, unfinished) => {
  test.each<[string, Work]>([
    ['resumed', goOn],
    ['taken back', rollback],
    ['started over', startOver],
  ])('is %s: told beforehand is what is written then', async (_name, work) => {
    const bytes = await unfinished();
    const port = opened(bytes);
    const { done, changes } = await beforehand(port, ENV, work);
    expect(done).toMatchObject({ ok: true });
    // Nothing was written.
    expect(await difference(bytes, bytesOf(port))).toEqual({});

    await work(port, ENV);
    const told = changes
      .filter(({ table }) => table !== 'RunInput')
      .map(({ table, added, marked }) => [table, [added, marked]] as const);
    expect(Object.fromEntries(told)).toEqual(await difference(bytes, bytesOf(port)));
    expect(told[0][0]).toBe('Closings');
  });
});

test('the figures are those of the run itself', async () => {
  const port = opened(await pausedClose());
  const { done } = await beforehand(port, ENV, (trial, env) => resume(trial, {}, env));
  if (!done.ok || done.paused || !done.run) throw new Error('It was to end');
  // What the recalculation had estimated for S1 is settled now.
  expect(summaryOf(done.run)).toMatchObject({ upTo: '2026-01-31', settlements: 1, valueAfter: '60.00' });
});

test('what refuses a run refuses it beforehand', async () => {
  const port = opened(BOOK);
  const { done, changes } = await beforehand(port, ENV, (trial, env) => resume(trial, {}, env));
  expect(done).toMatchObject({ ok: false, problems: [{ code: 'NOTHING_UNFINISHED' }] });
  expect(changes).toEqual([]);
});
