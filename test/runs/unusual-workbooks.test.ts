import type { CellValue } from '../../src/workbook/cells';
import { openXlsx } from '../../src/workbook/file';
import { explain } from '../../src/runs/explain/explain';
import { closed, day, ENV, grid, refusal, rowsOf, withTable, workbookOf } from '../support/workbooks';
import { partsOf } from '../support/xlsx';

const FIVE = `
  Transaction | Item | Quantity | Financial date | Financial cost
  P1          | CUP  | 10       | 2026-01-05     | 100
  P2          | CUP  | 10       | 2026-01-12     | 120
  S1          | CUP  | -15      | 2026-01-20     | -165`;

const settlementsOf = async (bytes: Uint8Array): Promise<CellValue[][]> =>
  (await rowsOf(bytes, 'Settlements')).map((row) => [row['Issue'], row['Receipt'], row['Quantity'], row['Amount']]);

test('only the five needed columns', async () => {
  const { bytes } = await closed(workbookOf([grid('Transactions', FIVE)]), '2026-01-31');
  expect(await settlementsOf(bytes)).toEqual([
    ['S1', 'P1', 10, 100],
    ['S1', 'P2', 5, 60],
  ]);
});

test('a table of transactions with nothing but its blank row', async () => {
  const bytes = workbookOf([grid('Transactions', 'Transaction | Item | Quantity | Financial date | Financial cost')]);
  const { closed: result } = await closed(bytes, '2026-01-31');
  expect(result.outcome.participants).toBe(0);
  expect(result.outcome.log.map(({ code }) => code)).toEqual([]);
});

test('macros stay in an .xlsm', async () => {
  const { bytes } = await closed(workbookOf([grid('Transactions', FIVE)], { macros: true }), '2026-01-31');
  expect(partsOf(bytes)['[Content_Types].xml']).toContain('application/vnd.ms-excel.sheet.macroEnabled.main+xml');
});

test('the date system of 1904: dates are counted from there, in input and results', async () => {
  const shifted = grid('Transactions', FIVE);
  const rows = shifted.rows.map((row) => row.map((cell, at) => (at === 3 ? Number(cell) - 1462 : cell)));
  const { bytes } = await closed(workbookOf([{ ...shifted, rows }], { date1904: true }), '2026-01-31');
  expect((await rowsOf(bytes, 'Closings')).map((row) => row['Date'])).toEqual([day('2026-01-31') - 1462]);
  const again = await closed(bytes, '2026-02-28');
  expect((await rowsOf(again.bytes, 'Closings')).map((row) => row['Status'])).toEqual(['Completed', 'Completed']);
});

test('ids come back as they were typed: numbers, leading zeros, signs of formulas, any script', async () => {
  const bytes = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item   | Quantity | Financial date | Financial cost | Marked to
      1001        | 4711   | 10       | 2026-01-05     | 100            |
      "0042"      | 4711   | 10       | 2026-01-06     | 120            |
      =1+2        | "=SUM" | 1        | 2026-01-06     | 7              |
      @x          | "=SUM" | -1       | 2026-01-07     | -8             |
      -7b         | 4711   | -2       | 2026-01-08     | -24            | "0042"
      +49         | 4711   | -3       | 2026-01-09     | -33            |
      Стол 桌 🪑   | ÄÖ & <Ü> | 4      | 2026-01-10     | 44             |
      a~*?        | äö & <ü> | -4     | 2026-01-11     | -40            |`.replace('=1+2', '"=1+2"'),
    ),
  ]);
  const first = await closed(bytes, '2026-01-31');
  expect(await settlementsOf(first.bytes)).toEqual(
    expect.arrayContaining([
      ['-7b', '0042', 2, 24],
      ['+49', 1001, 3, 30],
      ['@x', '=1+2', 1, 7],
      ['a~*?', 'Стол 桌 🪑', 4, 44],
    ]),
  );
  const sheets = Object.entries(partsOf(first.bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(sheets.filter(([, xml]) => /<f>[^<]*1\+2/.test(xml))).toEqual([]);
  // The next close finds them all again.
  expect((await closed(first.bytes, '2026-02-28')).closed.warnings).toEqual([]);
  const port = openXlsx(first.bytes, 'book.xlsx');
  expect(await explain(port, '1001', undefined, ENV)).toMatchObject({ ok: true, transaction: '1001' });
});

test.each([
  { decimals: 0, receipts: [1001, 1300], sale: -4000, third: 433, format: '#,##0_)' },
  { decimals: 3, receipts: [100.001, 130.003], sale: -400.005, third: 43.334, format: '#,##0.000_)' },
  { decimals: 4, receipts: [100.0001, 130.0003], sale: -400.0005, third: 43.3334, format: '#,##0.0000_)' },
])('amounts with $decimals decimals', async ({ decimals, receipts, sale, third, format }) => {
  const bytes = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item | Quantity | Financial date | Financial cost
      P1          | CUP  | 10       | 2026-01-05     | ${receipts[0]}
      P2          | CUP  | 3        | 2026-01-12     | ${receipts[1]}
      S1          | CUP  | -11      | 2026-01-20     | ${sale}`,
    ),
    grid('Parameters', `Parameter | Value\nAmount decimals | ${decimals}`),
  ]);
  const result = await closed(bytes, '2026-01-31');
  expect(await settlementsOf(result.bytes)).toEqual([
    ['S1', 'P1', 10, receipts[0]],
    ['S1', 'P2', 1, third],
  ]);
  expect(partsOf(result.bytes)['xl/styles.xml']).toContain(format);
});

test('a column of the results that was renamed is told by name', async () => {
  const january = (await closed(workbookOf([grid('Transactions', FIVE)]), '2026-01-31')).bytes;
  const renamed = await withTable(january, 'Settlements', (table) => ({
    ...table,
    headers: table.headers.map((header) => (header === 'Amount' ? 'Value' : header)),
  }));
  expect(await refusal(renamed, '2026-02-28')).toEqual([expect.stringMatching(/Settlements.*Amount/)]);
});

test('a settlement that was changed to more than there is, is told at both its sides', async () => {
  const january = (await closed(workbookOf([grid('Transactions', FIVE)]), '2026-01-31')).bytes;
  const twice = await withTable(january, 'Settlements', (table) => ({
    ...table,
    rows: table.rows.map((row, at) =>
      at === 0 ? row.map((cell, i) => (table.headers[i] === 'Quantity' ? 25 : cell)) : row,
    ),
  }));
  expect(await refusal(twice, '2026-02-28')).toEqual([
    expect.stringMatching(/^Settlements!E4 RESULT_DAMAGED/),
    expect.stringMatching(/^Settlements!F4 RESULT_DAMAGED/),
  ]);
});
