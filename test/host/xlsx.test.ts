import { Workbook as Foreign } from 'exceljs';
import { Host } from '../../host/host';
import { parseArea } from '../../host/model/address';
import { addName } from '../../host/model/names';
import { addSheet, activateSheet } from '../../host/model/sheets';
import type { Sheet } from '../../host/model/sheet';
import { addTable, renameTable } from '../../host/model/tables';
import { restyle } from '../../host/model/formats';
import { ErrorValue } from '../../host/model/values';
import { writeCells } from '../../host/model/write';
import { readXlsx } from '../../host/xlsx/read';
import { writeXlsx } from '../../host/xlsx/write';
import { sampleWorkbook } from '../../samples';
import { openXlsx } from '../../src/workbook/file';

const MODIFIED = new Date('2026-02-01T09:30:00Z');
const area = (text: string) => parseArea(text)!;
const read = (sheet: Sheet, address: string): unknown => {
  const { row, column } = area(address);
  return sheet.workbook.calculator.value(sheet, row, column);
};

function sales() {
  const { workbook } = new Host({ name: 'Sales.xlsx' });
  const sheet = addSheet(workbook, 'R&D <3>');
  writeCells(sheet, area('B2:E4'), [
    ['id', 'amount', 'on', 'double'],
    ["'007", 1.5, '2024-01-05', null],
    ['_x000A_ & two\nlines', -2.5, null, null],
  ]);
  renameTable(addTable(sheet, area('B2:E4'), true), 'Sales');
  writeCells(sheet, area('E3:E4'), '=[@amount]*2');
  writeCells(
    sheet,
    area('G1:G4'),
    [['=SUM(Sales[amount])'], [true], ['#N/A'], ['=Sales[[#This Row],[amount]]&"x"']]
      .slice(0, 4)
      .map((row, at) => (at === 3 ? ['=1/0'] : row)),
  );
  restyle(sheet, area('B2:E2'), () => ({ bold: true, fill: '#DDEBF7', horizontal: 'Center', wrap: true }));
  sheet.numberFormats.fill(area('C3:C4'), '#,##0.00;[Red]-#,##0.00');
  sheet.widths.set(1, 90);
  sheet.frozen = { rows: 2, columns: 1 };
  sheet.hiddenRows.add(6);
  sheet.links.set(0, 0, { documentReference: "'R&D <3>'!B2", screenTip: 'go' });
  addName(workbook, null, 'Rate', { sheet, area: area('C3') }, '');
  addSheet(workbook, 'Secret').visibility = 'Hidden';
  activateSheet(sheet);
  return workbook;
}

describe('a workbook that is saved', () => {
  test('opens again as it was', () => {
    const before = sales();
    const after = readXlsx(writeXlsx(before, MODIFIED), 'Sales.xlsx');
    expect(after.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Sheet1', 'Visible'],
      ['R&D <3>', 'Visible'],
      ['Secret', 'Hidden'],
    ]);
    const [, sheet] = after.sheets;
    const [, old] = before.sheets;
    for (const address of ['B2', 'B3', 'B4', 'C3', 'C4', 'D3', 'E3', 'E4', 'G1', 'G2', 'G3', 'G4', 'H9']) {
      expect([address, read(sheet, address)]).toEqual([address, read(old, address)]);
    }
    expect(read(sheet, 'G3')).toBe(ErrorValue.of('#N/A'));
    expect(sheet.formulas.get(2, 4)?.text).toBe('=[@amount]*2');
    expect(after.tables.map(({ name, area: place, columns }) => [name, place, columns[3].calculated])).toEqual([
      ['Sales', area('B2:E4'), '=[@amount]*2'],
    ]);
    expect(sheet.numberFormats.get(2, 2)).toBe('#,##0.00;[Red]-#,##0.00');
    expect(sheet.numberFormats.get(2, 3)).toBe('m/d/yyyy');
    expect(sheet.styles.get(1, 1)).toEqual({ bold: true, fill: '#DDEBF7', horizontal: 'Center', wrap: true });
    expect(sheet.widths.get(1)).toBe(90);
    expect([sheet.frozen, [...sheet.hiddenRows], sheet.links.get(0, 0)]).toEqual([
      { rows: 2, columns: 1 },
      [6],
      { documentReference: "'R&D <3>'!B2", screenTip: 'go' },
    ]);
    expect(after.names.map(({ name, formula }) => [name, formula])).toEqual([['Rate', "='R&D <3>'!$C$3"]]);
    expect(after.active.name).toBe('R&D <3>');
  });

  test('is read by another reader', async () => {
    const foreign = new Foreign();
    await foreign.xlsx.load(Buffer.from(writeXlsx(sales(), MODIFIED)) as unknown as ArrayBuffer);
    const sheet = foreign.getWorksheet('R&D <3>');
    expect(sheet?.getCell('B3').value).toBe('007');
    expect(sheet?.getCell('G1').value).toEqual({ formula: 'SUM(Sales[amount])', result: -1 });
    expect(sheet?.getCell('E3').value).toEqual({ formula: 'Sales[[#This Row],[amount]]*2', result: 3 });
    expect(sheet?.getCell('C3').numFmt).toBe('#,##0.00;[Red]-#,##0.00');
    expect(sheet?.getCell('B2').font.bold).toBe(true);
  });

  test('is read by the product', async () => {
    const port = openXlsx(writeXlsx(sales(), MODIFIED), 'Sales.xlsx');
    const tables = await port.read(['Sales']);
    expect(tables.get('Sales')?.cells).toEqual([
      ['007', '_x000A_ & two\nlines'],
      [1.5, -2.5],
      [45296, null],
      [3, -5],
    ]);
  });
});

describe('a file of the product', () => {
  test('opens with its tables and looks, and calculates', async () => {
    const bytes = sampleWorkbook('trading-company', MODIFIED);
    const workbook = readXlsx(bytes, 'sample.xlsx');
    const facts = await openXlsx(bytes, 'sample.xlsx').facts();
    expect(workbook.tables.map(({ name }) => name)).toEqual(facts.tables.map(({ name }) => name));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(facts.sheets);
    const table = workbook.findTable('Transactions');
    expect(table?.columns.map(({ name }) => name)).toContain('Financial date');
    expect(table && table.sheet.widths.size).toBeGreaterThan(0);
    workbook.calculator.calculateAll();
  });

  test('saved here is read by the product as before', async () => {
    const bytes = sampleWorkbook('smallest', MODIFIED);
    const again = writeXlsx(readXlsx(bytes, 'sample.xlsx'), MODIFIED);
    const cells = async (file: Uint8Array) =>
      (await openXlsx(file, 'sample.xlsx').read(['Transactions'])).get('Transactions')?.cells;
    expect(await cells(again)).toEqual(await cells(bytes));
  });
});
