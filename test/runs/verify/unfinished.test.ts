import { close } from '../../../src/runs/close';
import type { Environment } from '../../../src/runs/environment';
import { recalculate } from '../../../src/runs/recalculate';
import { resume } from '../../../src/runs/resume';
import { reverse } from '../../../src/runs/reverse';
import { rollback } from '../../../src/runs/rollback';
import { type FilePort, openXlsx } from '../../../src/workbook/file';
import { breaking } from '../../support/breaking-port';
import { invoiced, lifeBook, MONTHS } from '../../support/life';
import { verification } from '../../support/verification';
import { closed, day, ENV, NOW, withCell, withTable } from '../../support/workbooks';

// Verification of workbooks in which a run has not ended, or was taken back: what the others wrote is verified all the same.

const bytesOf = (port: FilePort): Uint8Array => port.toBytes(new Date(NOW));

let january: Uint8Array;
beforeAll(async () => {
  // A recalculation of January whose adjustments the close replaces; and slips that are adjusted until February.
  const port = openXlsx(lifeBook(), 'book.xlsx');
  const done = await recalculate(port, { upTo: day('2026-01-20') }, ENV);
  expect(done.ok).toBe(true);
  const first = await closed(bytesOf(port), MONTHS[0]);
  january = await withTable(first.bytes, 'Transactions', invoiced);
}, 30_000);

type Run = (port: FilePort, env: Environment) => Promise<{ readonly ok: boolean }>;
const february: Run = (port, env) => close(port, { upTo: day(MONTHS[1]) }, env);
const provisional: Run = (port, env) => recalculate(port, { upTo: day('2026-02-17') }, env);

/** The workbook with a run paused at its first step, and at its last ones. */
async function* pausedEverywhere(bytes: Uint8Array, run: Run): AsyncGenerator<[number, Uint8Array]> {
  let steps = 0;
  const whole = openXlsx(bytes, 'book.xlsx');
  await run(whole, { ...ENV, pause: ({ step }) => ((steps = step), false) });
  for (const step of new Set([1, steps - 2, steps - 1, steps])) {
    const port = openXlsx(bytes, 'book.xlsx');
    const env: Environment = { ...ENV, pause: (at) => at.step === step };
    if (step < 1) continue;
    expect(await run(port, env)).toMatchObject({ ok: true, paused: true });
    yield [step, bytesOf(port)];
  }
}

async function told(bytes: Uint8Array): Promise<string[]> {
  const found = await verification(openXlsx(bytes, 'book.xlsx'));
  return [
    ...found.runs.map(({ closing, type, manner }) => `${closing} ${type} ${manner}`),
    ...found.differences.map((one) => `${one.cell} ${one.column}: ${one.found}, not ${one.expected}`),
    ...found.problems.map(({ cell, message }) => `${cell} ${message}`),
  ];
}

const BEFORE = ['IC-0001 Recalculation computed', 'IC-0002 Close computed'];

describe.each<[string, Run, string]>([
  ['a close', february, 'Close'],
  ['a recalculation', provisional, 'Recalculation'],
])('%s that is paused', (_, run, type) => {
  test('is not verified, and the runs before it are; whatever it has written and marked', async () => {
    for await (const [step, bytes] of pausedEverywhere(january, run)) {
      expect([step, ...(await told(bytes))]).toEqual([step, ...BEFORE, `IC-0003 ${type} unfinished`]);
    }
  }, 60_000);

  test('hides nothing that was changed in the runs before it', async () => {
    for await (const [, bytes] of pausedEverywhere(january, run)) {
      const changed = await withTable(bytes, 'Settlements', (table) => withCell(table, 'S-000002', 'Amount', 25.99));
      expect((await told(changed)).slice(3)).toEqual([expect.stringMatching(/^Settlements!\w+ Amount: 25\.99, not/)]);
    }
  }, 60_000);

  test('is verified with them once it is resumed, and as taken back once it is rolled back', async () => {
    for await (const [step, bytes] of pausedEverywhere(january, run)) {
      const port = openXlsx(bytes, 'book.xlsx');
      expect(await resume(port, {}, ENV)).toMatchObject({ ok: true });
      expect([step, ...(await told(bytesOf(port)))]).toEqual([step, ...BEFORE, `IC-0003 ${type} computed`]);

      const back = openXlsx(bytes, 'book.xlsx');
      await rollback(back, ENV);
      const taken = `IC-0003 ${type} taken back`;
      expect([step, ...(await told(bytesOf(back)))]).toEqual([step, ...BEFORE, taken]);
      expect(await run(back, ENV)).toMatchObject({ ok: true });
      expect([step, ...(await told(bytesOf(back)))]).toEqual([step, ...BEFORE, taken, `IC-0004 ${type} computed`]);
    }
  }, 120_000);
});

describe('a reversal that broke off', () => {
  const options = { withLater: false, note: '', dryRun: false };

  test.each([2, 3])('before its write number %i is told apart, and so it is when it is taken back', async (at) => {
    const { bytes } = await closed(january, MONTHS[1]);
    const port = openXlsx(bytes, 'book.xlsx');
    await expect(reverse(breaking(port, at), options, ENV)).rejects.toThrow('gone');
    const runs = [...BEFORE, 'IC-0003 Close computed'];
    expect(await told(bytesOf(port))).toEqual([...runs, 'IC-0004 Reversal unfinished']);
    const half = bytesOf(port);

    await rollback(port, ENV);
    expect(await told(bytesOf(port))).toEqual([...runs, 'IC-0004 Reversal taken back']);
    const again = openXlsx(half, 'book.xlsx');
    expect(await resume(again, {}, ENV)).toMatchObject({ ok: true });
    expect(await told(bytesOf(again))).toEqual([...runs, 'IC-0004 Reversal computed']);
  });
});

test('an input that was changed while a run is paused is told where it is locked', async () => {
  for await (const [, bytes] of pausedEverywhere(january, february)) {
    const changed = await withTable(bytes, 'Transactions', (table) => withCell(table, 'B1', 'Financial cost', 101));
    expect((await told(changed)).slice(3)).toEqual([
      'Transactions!E4 Transaction B1 was locked by IC-0002, and its Financial cost was changed from 100.00 to 101.00.',
    ]);
  }
}, 60_000);
