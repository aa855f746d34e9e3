import type { Fault } from '../../../host/transport/faults';
import { close } from '../../../src/runs/close';
import { reverse } from '../../../src/runs/reverse';
import { rollback } from '../../../src/runs/rollback';
import { ExcelFailure, excelPort } from '../../../src/workbook/excel';
import type { WorkbookPort } from '../../../src/workbook/port';
import { closed, day } from '../../support/workbooks';
import { BOOK, env, FEBRUARY, inForce, JANUARY, rowsOf, tablesOf, type Tables } from './broken-off';
import { openExcel } from './support';

// Every single request of a close fails once, before or after Excel has carried it out, or half way through; then the
// pane is gone. Whoever opens the workbook again finds a run that says Running, or nothing, or all of it. The unfinished run is
// taken back, the close is done again, and the result is the same as if nothing had happened.

interface Recovered {
  /** What the workbook told when it was opened again. */
  readonly found: string;
  readonly tables: Tables;
}

/** The close with a fault; then the workbook is opened again, and everything is put right. */
async function recover(bytes: Uint8Array, upTo: string, fault: Omit<Fault, 'code'>): Promise<Recovered | undefined> {
  const excel = openExcel(bytes);
  excel.host.faults.arm({ code: 'GeneralException', ...fault });
  const failed = await close(excel.port, { upTo: day(upTo) }, env).then(
    ({ ok }) => ok,
    (error: unknown) => error,
  );
  excel.host.faults.clear();
  if (!excel.host.workbook.isDirty) return undefined;
  if (failed instanceof ExcelFailure) expect(failed.message).not.toContain('Nothing was changed');
  const port = excelPort();
  const before = await tablesOf(port);
  const run = rowsOf(before, 'Closings').find((row) => row['Closing'] === nextRun(upTo));
  const found = run === undefined ? 'nothing' : String(run['Status']);
  if (found === 'Completed') return { found, tables: before };
  expect(failed).toBeInstanceOf(ExcelFailure);
  const back = await rollback(port, env);
  expect(back.closings).toEqual(found === 'Running' ? [nextRun(upTo)] : []);
  const again = await close(port, { upTo: day(upTo) }, env);
  if (!again.ok) throw new Error(again.problems.map(({ message }) => message).join('\n'));
  return { found, tables: await tablesOf(port) };
}

const nextRun = (upTo: string): string => (upTo === JANUARY ? 'IC-0001' : 'IC-0002');

/** The port without the sheets for auditors, which follow the run: its last requests are those of the run itself. */
const tablesOnly = (port: WorkbookPort): WorkbookPort =>
  Object.create(port, { pages: { value: undefined } }) as WorkbookPort;

interface Smooth {
  readonly wanted: Record<string, unknown>;
  readonly requests: number;
  /** The first request that changes something. */
  readonly firstChange: number;
}

/** Closes without a fault. */
async function smooth(bytes: Uint8Array, upTo: string, around = (port: WorkbookPort) => port): Promise<Smooth> {
  const excel = openExcel(bytes);
  let firstChange = 0;
  excel.host.workbook.changes.subscribe(() => (firstChange ||= excel.host.faults.syncs));
  const done = await close(around(excel.port), { upTo: day(upTo) }, env);
  expect(done.ok).toBe(true);
  const requests = excel.host.faults.syncs;
  return { wanted: inForce(await tablesOf(excel.port)), requests, firstChange };
}

/** Breaks off every request that changes something, up to and with the first after which `last` is found. All that was found. */
async function breakOff(
  bytes: Uint8Array,
  upTo: string,
  fault: Omit<Fault, 'code' | 'sync'>,
  last: string,
): Promise<string[]> {
  const { wanted, requests, firstChange } = await smooth(bytes, upTo);
  const seen = new Set<string>();
  for (let sync = firstChange; sync <= requests && !seen.has(last); sync++) {
    const recovered = await recover(bytes, upTo, { ...fault, sync });
    if (!recovered) continue;
    seen.add(recovered.found);
    expect({ sync, ...inForce(recovered.tables) }).toEqual({ sync, ...wanted });
  }
  return [...seen].sort();
}

describe('a close that is broken off', () => {
  test('before it has written anything leaves the workbook as it was', async () => {
    const { firstChange } = await smooth(BOOK, JANUARY);
    expect(firstChange).toBeGreaterThan(10);
    for (let sync = 1; sync < firstChange; sync++) {
      expect(await recover(BOOK, JANUARY, { sync, when: 'after', lasting: true })).toBeUndefined();
    }
  });

  test.each<[string, Omit<Fault, 'code' | 'sync'>]>([
    ['after Excel has done it, and Excel is gone', { when: 'after', lasting: true }],
    ['in the middle of it, and Excel is gone', { when: 60, lasting: true }],
  ])('while it makes the sheets, or at its first row: %s', async (_, fault) => {
    expect(await breakOff(BOOK, JANUARY, fault, 'Running')).toEqual(['Running', 'nothing']);
  });

  test.each<[string, Omit<Fault, 'code' | 'sync'>, string[]]>([
    ['before Excel does anything', { when: 'before' }, ['Completed', 'Running']],
    ['after Excel has done it, and Excel is gone', { when: 'after', lasting: true }, ['Completed', 'Running']],
    ['in the middle of it', { when: 20 }, ['Completed', 'Running', 'nothing']],
  ])('while it writes its rows: %s', async (_, fault, found) => {
    const { bytes } = await closed(BOOK, JANUARY);
    expect(await breakOff(bytes, FEBRUARY, fault, 'never')).toEqual(found);
  });

  test('and a reversal that is broken off', async () => {
    const { bytes } = await closed(BOOK, JANUARY);
    const before = inForce(await tablesOf(openExcel(bytes).port));
    const options = { withLater: false, note: '', dryRun: false };
    const found = new Set<string>();
    for (let sync = 1, interrupted = true; interrupted; sync++) {
      const { host, port } = openExcel(bytes);
      host.faults.arm({ code: 'GeneralException', sync, when: 'after', lasting: true });
      const done = await reverse(port, options, env).catch((error: unknown) => error);
      interrupted = done instanceof ExcelFailure;
      host.faults.clear();
      if (!host.workbook.isDirty) continue;
      const again = excelPort();
      const status = rowsOf(await tablesOf(again), 'Closings').at(-1)?.['Status'];
      found.add(String(status));
      if (status === 'Completed') continue;
      await rollback(again, env);
      expect({ sync, ...inForce(await tablesOf(again)) }).toEqual({ sync, ...before });
      expect(await reverse(again, options, env)).toMatchObject({ ok: true });
      expect(rowsOf(await tablesOf(again), 'Settlements').filter((row) => row['Status'] === 'Active')).toEqual([]);
    }
    expect([...found].sort()).toEqual(['Completed', 'Running']);
  });

  test('and whose taking back is broken off too', async () => {
    const { bytes } = await closed(BOOK, JANUARY);
    const before = inForce(await tablesOf(openExcel(bytes).port));
    const { wanted, requests } = await smooth(bytes, FEBRUARY, tablesOnly);
    for (let sync = 1, interrupted = true; interrupted; sync++) {
      const { host, port } = openExcel(bytes);
      // The row of the run is not Completed yet, and everything else is there.
      host.faults.arm({ code: 'GeneralException', sync: requests - 3, when: 'before', lasting: true });
      await expect(close(tablesOnly(port), { upTo: day(FEBRUARY) }, env)).rejects.toBeInstanceOf(ExcelFailure);
      host.faults.clear();
      const adjustments = rowsOf(await tablesOf(excelPort()), 'Adjustments');
      expect(adjustments.filter((row) => row['Status'] !== 'Active')).toMatchObject([
        { Closing: 'IC-0001', Status: 'Reversed', Reason: 'Uncovered quantity', Adjustment: 0.5 },
        { Closing: 'IC-0002', Status: 'Reversal', Reason: 'Uncovered quantity', Adjustment: -0.5 },
      ]);
      host.faults.arm({ code: 'GeneralException', sync, when: 'after', lasting: true });
      interrupted = await rollback(port, env).then(
        () => false,
        () => true,
      );
      host.faults.clear();
      await rollback(excelPort(), env);
      const tables = await tablesOf(port);
      expect(rowsOf(tables, 'Closings').map((row) => row['Status'])).toEqual(['Completed', 'Reversed']);
      expect({ sync, ...inForce(tables) }).toEqual({ sync, ...before });
      expect((await close(port, { upTo: day(FEBRUARY) }, env)).ok).toBe(true);
      expect({ sync, ...inForce(await tablesOf(port)) }).toEqual({ sync, ...wanted });
    }
  });
});
