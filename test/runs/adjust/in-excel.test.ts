import { adjustOnHand } from '../../../src/runs/adjust/on-hand';
import { adjustTransactions } from '../../../src/runs/adjust/transactions';
import type { Environment } from '../../../src/runs/environment';
import { reportMovingAverage, writeMovingAverage } from '../../../src/runs/moving-average';
import { reverse } from '../../../src/runs/reverse';
import { rollback } from '../../../src/runs/rollback';
import { openXlsx } from '../../../src/workbook/file';
import type { WorkbookPort } from '../../../src/workbook/port';
import { RESULT_TABLES } from '../../../src/workbook/tables/results';
import { closed, ENV, grid, workbookOf } from '../../support/workbooks';
import { openExcel } from '../../workbook/excel/support';

/** The same runs in Excel and in a file: the same rows, and nothing half done. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | CUP  | 4        | 2026-01-02     | 40
    P2          | CUP  | 1        | 2026-01-03     | 13
    S1          | CUP  | -3       | 2026-01-20     | -30`,
  ),
]);
const env: Environment = { ...ENV, token: () => 'mine' };
const onHand = (port: WorkbookPort, dryRun = false) =>
  adjustOnHand(port, { selection: { items: ['CUP'] }, fill: { method: 'Unit cost', unitCost: 15 }, dryRun }, env);

async function tablesOf(port: WorkbookPort) {
  const tables = await port.read(RESULT_TABLES.map(({ name }) => name));
  // A link that shows nothing is an empty text in Excel, and an empty cell in a file.
  return [...tables.values()].map(({ name, headers, cells }) => [
    name,
    headers,
    cells.map((column) => column.map((cell) => (cell === '' ? null : cell))),
  ]);
}

let january: Uint8Array;
beforeAll(async () => {
  january = (await closed(SHOP, '2026-01-31')).bytes;
});

test('on-hand and transaction adjustments and their reversal write the same in Excel as in a file', async () => {
  const ports: WorkbookPort[] = [openExcel(january).port, openXlsx(january, 'book.xlsx')];
  const results = [];
  for (const port of ports) {
    expect(await onHand(port)).toMatchObject({ ok: true, written: { ids: { closing: 'IC-0002' } } });
    const values = [{ transaction: 'P1', value: 60 }];
    expect(await adjustTransactions(port, { values, dryRun: false }, env)).toMatchObject({ ok: true });
    expect(await reverse(port, { withLater: false, note: '', dryRun: false }, env)).toMatchObject({ ok: true });
    results.push(await tablesOf(port));
  }
  expect(results[0]).toEqual(results[1]);
});

test('the report on moving average is written the same, and only where it is asked for', async () => {
  const moving = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item | Quantity | Financial date | Financial cost
      P1          | CUP  | 4        | 2026-01-02     | 40
      S1          | CUP  | -3       | 2026-01-20     | -33`,
    ),
    grid('Parameters', 'Parameter | Value\nDefault inventory model | Moving average'),
  ]);
  const results = [];
  for (const port of [openExcel(moving).port, openXlsx(moving, 'book.xlsx')]) {
    const report = await reportMovingAverage(port, {}, env);
    if (!report.ok) throw new Error('refused');
    await writeMovingAverage(port, report, env);
    await writeMovingAverage(port, report, env);
    const table = (await port.read(['MovingAverage'])).get('MovingAverage')!;
    const cell = (column: string) => table.cells[table.headers.indexOf(column)];
    results.push([table.rows, ...['Line', 'Transaction', 'Backdated', 'Difference', 'Cause'].map(cell)]);
    expect((await port.facts()).sheets).toContain('Moving average');
  }
  expect(results[0]).toEqual(results[1]);
  expect(results[0]).toEqual([1, ['M-0001'], ['S1'], ['No'], [-3], ['3 issued at 33.00; at the average it is 30.00.']]);
});

test('a dry run in Excel changes nothing', async () => {
  const { port } = openExcel(january);
  const before = await tablesOf(port);
  expect(await onHand(port, true)).toMatchObject({ ok: true, written: undefined });
  expect(await tablesOf(port)).toEqual(before);
});

test('one that breaks off is told by the next command, and can be taken back', async () => {
  const { port } = openExcel(january);
  let writes = 0;
  const breaking: WorkbookPort = {
    isShared: true,
    facts: () => port.facts(),
    usedArea: (sheet) => port.usedArea(sheet),
    readArea: (...args) => port.readArea(...args),
    read: (...args) => port.read(...args),
    // The run's row, the rows, Completed: the third never comes.
    write: (...args) => (++writes > 2 ? Promise.reject(new Error('gone')) : port.write(...args)),
  };
  await expect(onHand(breaking)).rejects.toThrow('gone');
  expect(await onHand(port)).toMatchObject({ ok: false, problems: [{ code: 'UNFINISHED_BY_HAND' }] });
  expect(await rollback(port, env)).toMatchObject({ closings: ['IC-0002'], rows: { Adjustments: 2 } });
  const again = await onHand(port);
  expect(again).toMatchObject({ ok: true, written: { ids: { closing: 'IC-0003' } } });
  expect(again.ok && again.receipts.map(({ valueBefore }) => valueBefore)).toEqual(['10.00', '13.00']);
});

test('a co-author’s change while it computes is found, and nothing is written', async () => {
  const excel = openExcel(january);
  const reading: WorkbookPort = {
    isShared: true,
    facts: () => excel.port.facts(),
    usedArea: (sheet) => excel.port.usedArea(sheet),
    readArea: (...args) => excel.port.readArea(...args),
    write: () => Promise.reject(new Error('must not write')),
    read: async (...args) => {
      const tables = await excel.port.read(...args);
      await excel.run(async (context) => {
        context.workbook.worksheets.getItem('Transactions').getRange('E4').values = [[41]];
        await context.sync();
      });
      return tables;
    },
  };
  expect(await onHand(reading)).toMatchObject({
    ok: false,
    problems: [{ code: 'CHANGED_MEANWHILE', cell: 'Transactions!E4' }],
  });
});
