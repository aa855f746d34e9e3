import type { Fault } from '../../../host/transport/faults';
import { close } from '../../../src/runs/close';
import { recalculate } from '../../../src/runs/recalculate';
import { resume } from '../../../src/runs/resume';
import { reverse } from '../../../src/runs/reverse';
import { rollback } from '../../../src/runs/rollback';
import { excelPort } from '../../../src/workbook/excel';
import type { WorkbookPort } from '../../../src/workbook/port';
import { closed, day } from '../../support/workbooks';
import { BOOK, env, FEBRUARY, inForce, JANUARY, rowsOf, tablesOf, type Tables } from './broken-off';
import { openExcel } from './support';

// Every single request of a run fails once, and Excel is gone. Whoever opens the workbook again finds nothing of the run, or
// that it is Running, or all of it. Resumed, it has the rows of a run that nothing happened to, each once; and taken back and
// done anew the same is in force.

type Run = (port: WorkbookPort) => Promise<{ readonly ok: boolean }>;
const closeUpTo =
  (upTo: string): Run =>
  (port) =>
    close(port, { upTo: day(upTo) }, env);
const recalculateUpTo =
  (upTo: string): Run =>
  (port) =>
    recalculate(port, { upTo: day(upTo) }, env);
const reverseLast: Run = (port) => reverse(port, { withLater: false, note: 'Taken back', dryRun: false }, env);

/** All rows of all tables, cell by cell but for the moments. */
const allOf = (tables: Tables): Record<string, unknown> =>
  Object.fromEntries(
    [...tables.keys()].map((name) => [
      name,
      rowsOf(tables, name).map(({ Started: _started, Finished: _finished, ...row }) => row),
    ]),
  );

interface Smooth {
  readonly rows: Record<string, unknown>;
  readonly tables: Tables;
  readonly firstChange: number;
  readonly requests: number;
}

/** What the run gives when nothing happens. */
async function smooth(bytes: Uint8Array, run: Run): Promise<Smooth> {
  const { host, port } = openExcel(bytes);
  let firstChange = 0;
  host.workbook.changes.subscribe(() => (firstChange ||= host.faults.syncs));
  expect(await run(port)).toMatchObject({ ok: true });
  const requests = host.faults.syncs;
  const tables = await tablesOf(port);
  return { rows: allOf(tables), tables, firstChange, requests };
}

/** Breaks the run off at a request; what the workbook tells when it is opened again. */
async function brokenOff(bytes: Uint8Array, run: Run, fault: Omit<Fault, 'code'>) {
  const { host, port } = openExcel(bytes);
  host.faults.arm({ code: 'GeneralException', ...fault });
  await run(port).catch(() => undefined);
  host.faults.clear();
  const again = excelPort();
  const runs = rowsOf(await tablesOf(again), 'Closings');
  return { port: again, runs, status: String(runs.at(-1)?.['Status'] ?? 'nothing') };
}

const january = async (): Promise<Uint8Array> => (await closed(BOOK, JANUARY)).bytes;

const GONE = { when: 'after', lasting: true } as const;

describe.each<[string, () => Promise<Uint8Array>, Run, Omit<Fault, 'code' | 'sync'>]>([
  ['the first close, once its sheets are made', () => Promise.resolve(BOOK), closeUpTo(JANUARY), GONE],
  ['a close', january, closeUpTo(FEBRUARY), GONE],
  ['a close, in the middle of a request,', january, closeUpTo(FEBRUARY), { when: 20 }],
  ['a recalculation', january, recalculateUpTo(FEBRUARY), GONE],
  ['a reversal', january, reverseLast, GONE],
])('%s that is broken off at any request', (_, workbook, run, fault) => {
  test('ends with the same rows when it is resumed', async () => {
    const bytes = await workbook();
    const { rows, firstChange, requests } = await smooth(bytes, run);
    const before = rowsOf(await tablesOf(openExcel(bytes).port), 'Closings').length;
    const found = new Set<string>();
    // What is found while sheets are made is nothing, and there are many requests for them.
    for (let sync = requests; sync >= firstChange; sync--) {
      const { port, runs, status } = await brokenOff(bytes, run, { sync, ...fault });
      found.add(runs.length === before ? 'nothing' : status);
      if (runs.length === before && before === 0) break;
      if (runs.length === before || status !== 'Running') continue;
      const done = await resume(port, {}, env);
      expect(done).toMatchObject({ ok: true, paused: false, closing: runs.at(-1)?.['Closing'] });
      expect({ sync, ...allOf(await tablesOf(port)) }).toEqual({ sync, ...rows });
    }
    expect([...found].filter((one) => one !== 'nothing').sort()).toEqual(['Completed', 'Running']);
  });
});

test('a recalculation that is broken off and taken back leaves what was, and gives the same when it is done anew', async () => {
  const bytes = await january();
  const run = recalculateUpTo(FEBRUARY);
  const wanted = await smooth(bytes, run);
  const untouched = inForce(await tablesOf(openExcel(bytes).port));
  for (let sync = wanted.requests - 1; sync >= wanted.firstChange; sync -= 2) {
    const { port, runs, status } = await brokenOff(bytes, run, { sync, ...GONE });
    if (runs.length === 1 || status !== 'Running') continue;
    expect((await rollback(port, env)).closings).toEqual(['IC-0002']);
    expect({ sync, ...inForce(await tablesOf(port)) }).toEqual({ sync, ...untouched });
    expect(await run(port)).toMatchObject({ ok: true });
    expect({ sync, ...inForce(await tablesOf(port)) }).toEqual({ sync, ...inForce(wanted.tables) });
  }
});
