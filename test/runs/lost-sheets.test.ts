/** The power goes when a run is complete and its sheets for auditors are not written yet: they are made later. */
import { close } from '../../src/runs/close';
import { writeLostSheets } from '../../src/runs/lost-sheets';
import { recalculate } from '../../src/runs/recalculate';
import { openXlsx, type FilePort } from '../../src/workbook/file';
import type { WorkbookPort } from '../../src/workbook/port';
import { held } from '../support/pages';
import { day, ENV, grid, NOW, workbookOf } from '../support/workbooks';
import { openExcel } from '../workbook/excel/support';

/** 10 at 10.00 and 10 at 12.00, 15 sold at 11.00; in February 2 more; B stands by. */
const BOOK = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | A    | 10       | 2026-01-05     | 100.00
    P2          | A    | 10       | 2026-01-10     | 120.00
    S1          | A    | -15      | 2026-01-20     | -165.00
    Q1          | B    | 3        | 2026-01-05     | 30.00
    R1          | B    | -1       | 2026-01-06     | -12.00
    S2          | A    | -2       | 2026-02-03     | -22.00`,
  ),
  grid('Items', 'Item | Item model group\nA | F\nB | W'),
  grid('ItemModelGroups', 'Item model group | Inventory model\nF | FIFO\nW | Weighted average'),
]);

const env = { ...ENV, by: 'Anna' };
const open = (bytes: Uint8Array): FilePort => openXlsx(bytes, 'book.xlsx');
const bytesOf = (port: FilePort): Uint8Array => port.toBytes(new Date(NOW));
const sheetsOf = async (port: WorkbookPort): Promise<string[]> =>
  (await port.facts()).sheets.filter((name) => /^(Checks|Summary)/.test(name));

/** The same workbook as it is left where the power goes before the sheets are written. */
function withoutPages(port: FilePort): WorkbookPort {
  return {
    isShared: port.isShared,
    facts: () => port.facts(),
    read: (...given) => port.read(...given),
    usedArea: (...given) => port.usedArea(...given),
    readArea: (...given) => port.readArea(...given),
    write: (...given) => port.write(...given),
  };
}

async function closedBook(bytes: Uint8Array, upTo: string, isLost = false): Promise<Uint8Array> {
  const port = open(bytes);
  expect((await close(isLost ? withoutPages(port) : port, { upTo: day(upTo) }, env)).ok).toBe(true);
  return bytesOf(port);
}
/** What stands on the summary of a run, but for the titles that say when models and parameters were looked at. */
const summary = (bytes: Uint8Array, run: string): unknown[] =>
  held(bytes, `Summary ${run}`).map((row) => row.map((cell) => String(cell ?? '').replace(/, as (the|they).*/, '')));

test('the next run makes the summary of the run before it, as that would have been', async () => {
  const straight = await closedBook(await closedBook(BOOK, '2026-01-31'), '2026-02-28');
  const first = await closedBook(BOOK, '2026-01-31', true);
  expect(await sheetsOf(open(first))).toEqual([]);
  const both = await closedBook(first, '2026-02-28');
  expect(await sheetsOf(open(both))).toEqual(['Checks', 'Summary IC-0001', 'Summary IC-0002']);
  expect(summary(both, 'IC-0001')).toEqual(summary(straight, 'IC-0001'));
  expect(held(both, 'Summary IC-0001').flat()).toContain('Parameters, as they were when this sheet was made');
  expect(summary(both, 'IC-0002')).toEqual(summary(straight, 'IC-0002'));
  expect(held(both, 'Checks')).toEqual(held(straight, 'Checks'));
});

test('refreshing the links makes what was lost, of a recalculation too, and nothing the second time', async () => {
  const january = await closedBook(BOOK, '2026-01-31');
  const broken = open(january);
  expect((await recalculate(withoutPages(broken), { upTo: day('2026-02-28') }, env)).ok).toBe(true);
  const port = open(bytesOf(broken));
  expect(await writeLostSheets(port, env)).toEqual(['Checks', 'Summary IC-0002']);
  const whole = open(january);
  expect((await recalculate(whole, { upTo: day('2026-02-28') }, env)).ok).toBe(true);
  expect(summary(bytesOf(port), 'IC-0002')).toEqual(summary(bytesOf(whole), 'IC-0002'));
  expect(held(bytesOf(port), 'Checks')).toEqual(held(bytesOf(whole), 'Checks'));
  expect(await writeLostSheets(port, env)).toEqual([]);
});

test('a summary that somebody deleted stays away', async () => {
  const excel = openExcel(await closedBook(BOOK, '2026-01-31'));
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Summary IC-0001').delete();
    await context.sync();
  });
  expect(await writeLostSheets(excel.port, env)).toEqual([]);
  expect((await close(excel.port, { upTo: day('2026-02-28') }, env)).ok).toBe(true);
  expect(await sheetsOf(excel.port)).toEqual(['Checks', 'Summary IC-0002']);
});

test('none is made where the parameters say so', async () => {
  const none = workbookOf([
    grid(
      'Transactions',
      'Transaction | Item | Quantity | Financial date | Financial cost\nP1 | A | 1 | 2026-01-05 | 1',
    ),
    grid('Parameters', 'Parameter | Value\nSummary sheets | No'),
  ]);
  const port = open(await closedBook(none, '2026-01-31', true));
  expect(await writeLostSheets(port, env)).toEqual(['Checks']);
});
