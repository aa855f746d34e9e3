import { archive } from '../../../src/runs/archive/archive';
import { close } from '../../../src/runs/close';
import { resume } from '../../../src/runs/resume';
import { reverse } from '../../../src/runs/reverse';
import { verify } from '../../../src/runs/verify';
import { openXlsx } from '../../../src/workbook/file';
import type { WorkbookPort } from '../../../src/workbook/port';
import { RESULT_TABLES } from '../../../src/workbook/tables/results';
import { without } from '../../support/archived';
import { lifeBook, MONTHS } from '../../support/life';
import { closed, day, ENV, NOW } from '../../support/workbooks';
import { rowsOf, tablesOf } from './broken-off';
import { type OpenExcel, openExcel } from './support';

jest.setTimeout(120_000);

// Three closes, the closed rows archived and deleted in the sheet, and a fourth close.

const env = { ...ENV, token: () => 'a run of the test' };
const APRIL = { upTo: day('2026-04-30') };

let march: Uint8Array;
beforeAll(async () => {
  march = lifeBook();
  for (const upTo of MONTHS) march = (await closed(march, upTo)).bytes;
});

async function archivedIn(port: WorkbookPort): Promise<string[]> {
  const done = await archive(port, {}, env);
  if (!done.ok) throw new Error(done.problems.map(({ message }) => message).join('\n'));
  return done.rows.map((row) => done.loaded.read.book.transactions.id[row]);
}

/** Deletes the rows of some transactions from their table, from the last to the first, as a person does. */
async function deleteRows({ run }: OpenExcel, ids: readonly string[]): Promise<void> {
  await run(async (context) => {
    const table = context.workbook.tables.getItem('Transactions');
    const column = table.columns.getItem('Transaction').getDataBodyRange().load('values');
    await context.sync();
    const all = column.values.map(([id]) => String(id));
    for (let row = all.length - 1; row >= 0; row--) if (ids.includes(all[row])) table.rows.getItemAt(row).delete();
    await context.sync();
  });
}

/** All rows of all result tables but for the moments, and for the links: they are blank where rows are gone. */
const resultsOf = async (port: WorkbookPort): Promise<Record<string, unknown>> => {
  const tables = await tablesOf(port);
  return Object.fromEntries(
    RESULT_TABLES.map(({ name }) => [
      name,
      rowsOf(tables, name).flatMap((row) => {
        const cells = Object.entries(row).filter(([header]) => !/ link$|^Started$|^Finished$/.test(header));
        return cells.every(([, value]) => value === null || value === '') ? [] : [Object.fromEntries(cells)];
      }),
    ]),
  );
};

test('in Excel as in a file: archived, deleted, closed, verified, and only then reversed', async () => {
  const excel = openExcel(march);
  const ids = await archivedIn(excel.port);
  expect(ids.length).toBeGreaterThan(10);
  const file = openXlsx(march, 'book.xlsx');
  expect(await archivedIn(file)).toEqual(ids);

  await deleteRows(excel, ids);
  const small = openXlsx(await without(file.toBytes(new Date(NOW)), ids), 'book.xlsx');
  for (const port of [excel.port, small]) expect(await close(port, APRIL, env)).toMatchObject({ ok: true });
  expect(await resultsOf(excel.port)).toEqual(await resultsOf(small));
  expect(await verify(excel.port, env)).toMatchObject({ verified: true });

  expect(
    await reverse(excel.port, { closing: 'IC-0003', withLater: true, note: '', dryRun: false }, env),
  ).toMatchObject({
    ok: false,
    problems: [{ code: 'ARCHIVED_GONE' }],
  });
  expect(await reverse(excel.port, { withLater: false, note: '', dryRun: false }, env)).toMatchObject({ ok: true });
  expect(await verify(excel.port, env)).toMatchObject({ verified: true });
  expect([...excel.host.missing.keys()]).toEqual([]);
});

test('an archive that Excel broke off is resumed', async () => {
  const whole = openExcel(march);
  await archivedIn(whole.port);
  const wanted = await resultsOf(whole.port);
  const { syncs } = whole.host.faults;
  whole.stop();
  let resumed = 0;
  // What comes last are the sheets for auditors, when the run has ended.
  for (let sync = syncs - 1; sync > 0 && resumed < 3; sync--) {
    const excel = openExcel(march);
    excel.host.faults.arm({ code: 'GeneralException', sync, when: 'after', lasting: true });
    await archive(excel.port, {}, env).catch(() => undefined);
    excel.host.faults.clear();
    const status = rowsOf(await tablesOf(excel.port), 'Closings').at(-1)?.['Status'];
    if (status === 'Running') {
      expect(await resume(excel.port, {}, env)).toMatchObject({ ok: true, type: 'Archive' });
      expect(await resultsOf(excel.port)).toEqual(wanted);
      resumed += 1;
    }
    excel.stop();
  }
  expect(resumed).toBe(3);
});
