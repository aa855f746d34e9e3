/** Sheets of another file put into the stand-in's workbook, asked for by the real office.js. */
import { readXlsx } from '../../host/xlsx/read';
import { insertSheets } from '../../host/xlsx/insert';
import { makeXlsx, tableSheet } from '../support/xlsx';
import { errorOf, startExcel, type Started } from './support/excel';

const SALES = makeXlsx({
  sheets: [
    tableSheet('Sales', [
      ['Id', 'Amount'],
      ['S1', 10],
      ['S2', 20],
    ]),
    {
      name: 'Sum',
      rows: [
        ['Total', { formula: 'SUM(Sales[Amount])' }],
        ['First', { formula: 'Sales!B2' }],
      ],
    },
  ],
});
const base64 = Buffer.from(SALES).toString('base64');

const open = (bytes?: Uint8Array): Started => startExcel(bytes ? { workbook: readXlsx(bytes, 'book.xlsx', {}) } : {});
const insert = (excel: Started, text: string, options?: Excel.InsertWorksheetOptions) =>
  excel.run(async (context) => {
    const ids = context.workbook.insertWorksheetsFromBase64(text, options);
    await context.sync();
    return ids.value;
  });
const names = ({ host }: Started) => host.workbook.sheets.map(({ name }) => name);
const value = ({ host: { workbook } }: Started, sheet: string, row: number) =>
  workbook.calculator.value(workbook.findSheet(sheet)!, row, 1);

test('they stand at the end, with tables and formulas that calculate', async () => {
  const excel = open();
  const ids = await insert(excel, base64);
  expect(names(excel)).toEqual(['Sheet1', 'Sales', 'Sum']);
  expect(ids).toEqual(excel.host.workbook.sheets.slice(1).map(({ id }) => id));
  expect([value(excel, 'Sum', 0), value(excel, 'Sum', 1)]).toEqual([30, 10]);
});

test.each<[string, Excel.InsertWorksheetOptions, string[]]>([
  ['at the beginning', { positionType: 'Beginning' }, ['Sales', 'Sum', 'Sheet1']],
  ['before a sheet', { positionType: 'Before', relativeTo: 'sheet1' }, ['Sales', 'Sum', 'Sheet1']],
  ['after a sheet', { positionType: 'After', relativeTo: 'Sheet1' }, ['Sheet1', 'Sales', 'Sum']],
  ['only the named ones', { sheetNamesToInsert: ['sum'] }, ['Sheet1', 'Sum']],
])('%s', async (_, options, expected) => {
  const excel = open();
  await insert(excel, base64, options);
  expect(names(excel)).toEqual(expected);
});

test('names that are taken are made free, and formulas follow', async () => {
  const excel = open(SALES);
  await insert(excel, base64);
  expect(names(excel)).toEqual(['Sales', 'Sum', 'Sales (2)', 'Sum (2)']);
  expect(excel.host.workbook.tables.map(({ name }) => name)).toEqual(['Sales', 'Sales2']);
  const { workbook } = excel.host;
  workbook.findSheet('Sales (2)')!.values.set(1, 1, 11);
  expect([value(excel, 'Sum (2)', 0), value(excel, 'Sum (2)', 1)]).toEqual([31, 11]);
  expect([value(excel, 'Sum', 0), value(excel, 'Sum', 1)]).toEqual([30, 10]);
});

test.each<[string, string, Excel.InsertWorksheetOptions, string]>([
  ['what is no file', 'AAAA', {}, 'InvalidArgument'],
  ['what is no base64', '%', {}, 'InvalidArgument'],
  ['a place without a sheet', base64, { positionType: 'After' }, 'InvalidArgument'],
  ['a place beside a sheet that is not there', base64, { positionType: 'After', relativeTo: 'X' }, 'ItemNotFound'],
  ['a place of an unknown kind', base64, { positionType: 'Middle' as 'End' }, 'InvalidArgument'],
  ['a sheet that the file does not have', base64, { sheetNamesToInsert: ['X'] }, 'ItemNotFound'],
])('%s is refused, and nothing is inserted', async (_, text, options, code) => {
  const excel = open();
  expect((await errorOf(insert(excel, text, options))).code).toBe(code);
  expect(names(excel)).toEqual(['Sheet1']);
});

test('a workbook whose structure is protected takes none', async () => {
  const excel = open();
  excel.host.workbook.protection = { password: '' };
  expect((await errorOf(insert(excel, base64))).code).toBe('AccessDenied');
  expect(() => insertSheets(excel.host.workbook, SALES, { names: [], position: 'End', relativeTo: null })).toThrow();
});

test('it came with ExcelApi 1.13', async () => {
  const excel = startExcel({ sets: { ExcelApi: '1.12' } });
  expect((await errorOf(insert(excel, base64))).code).toBe('ApiNotFound');
});
