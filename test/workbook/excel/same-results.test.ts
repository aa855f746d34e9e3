import { close } from '../../../src/runs/close';
import type { Environment } from '../../../src/runs/environment';
import { reverse } from '../../../src/runs/reverse';
import { openXlsx } from '../../../src/workbook/file';
import type { TableCells, WorkbookPort } from '../../../src/workbook/port';
import { INPUT_TABLES } from '../../../src/workbook/tables/input';
import { RESULT_TABLES } from '../../../src/workbook/tables/results';
import { sampleWorkbook } from '../../../samples';
import { day } from '../../support/workbooks';
import { openExcel } from './support';

const MADE = new Date(Date.UTC(2026, 0, 1));
const env: Environment = { now: () => Date.UTC(2026, 3, 1, 8), version: 'test' };
const NAMES = [...INPUT_TABLES, ...RESULT_TABLES].map(({ name }) => name);

/** January and February one after the other; fails with the words of a refusal. */
async function closeTwice(port: WorkbookPort): Promise<void> {
  for (const upTo of ['2026-01-31', '2026-02-28']) {
    const closed = await close(port, { upTo: day(upTo) }, env);
    if (!closed.ok) throw new Error(closed.problems.map(({ message }) => message).join('\n'));
  }
}

async function reverseLast(port: WorkbookPort): Promise<void> {
  const reversed = await reverse(port, { withLater: false, note: '', dryRun: false }, env);
  expect(reversed).toMatchObject({ ok: true, runs: [{ reversed: 'IC-0002', by: 'IC-0003' }] });
}

/** All tables as rows by header; what a formula leaves empty is blank. */
async function contents(port: WorkbookPort): Promise<Record<string, unknown>> {
  const tables = await port.read(NAMES);
  return Object.fromEntries([...tables].map(([name, table]) => [name, columnsOf(table)]));
}

const columnsOf = ({ headers, cells }: TableCells): Record<string, unknown> =>
  Object.fromEntries(headers.map((header, at) => [header, cells[at].map((value) => (value === '' ? null : value))]));

describe('the sample, closed for January and February, and February reversed', () => {
  test.each([
    ['Excel', {}],
    ['Excel on the web, in German', { platform: 'OfficeOnline', locale: 'de-DE' }],
  ] as const)('has the same tables by way of %s as in a file', async (_, host) => {
    const bytes = sampleWorkbook('trading-company', MADE);
    const file = openXlsx(bytes, 'sample.xlsx');
    await closeTwice(file);
    const excel = openExcel(bytes, host);
    await closeTwice(excel.port);
    expect(await contents(excel.port)).toEqual(await contents(file));
    await reverseLast(file);
    await reverseLast(excel.port);
    expect(await contents(excel.port)).toEqual(await contents(file));
    expect([...excel.host.missing.keys()]).toEqual([]);
  });
});
