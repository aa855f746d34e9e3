import ExcelJS from 'exceljs';
import { openXlsx } from '../../../src/workbook/file';
import { CLOSE_LOG, RESULT_TABLES, SETTLEMENTS } from '../../../src/workbook/tables/results';
import { convertAll, convertWithLibreOffice, libreOffice } from '../../support/libreoffice';
import { allTables, FORMATS, writeOf, type Row } from '../../support/result-writes';
import { makeXlsx, partsOf, tableSheet, zipOf } from '../../support/xlsx';

// LibreOffice takes its time where the machine is busy.
jest.setTimeout(120_000);

const MODIFIED = new Date('2026-02-01T08:00:00Z');
const DAY = 46053;
const SETTLED: Row[] = [
  {
    Settlement: 'S-1',
    Closing: 'IC-0001',
    Date: DAY,
    Item: '00123',
    Issue: 1002,
    Receipt: 'T1',
    Quantity: 4,
    Amount: 40.5,
    Adjustment: -3.25,
    Status: 'Active',
    'Issue row': 2,
    'Receipt row': 1,
    'Closing row': 1,
  },
  {
    Settlement: 'S-2',
    Closing: 'IC-0001',
    Date: DAY,
    Item: '=BOLT',
    Issue: 'T3',
    Receipt: 'T1',
    Quantity: 2.5,
    Amount: 0,
    Adjustment: 0,
    Status: 'Active',
    'Issue row': 3,
    'Receipt row': 1,
    'Closing row': 1,
  },
];

async function closed(): Promise<Uint8Array> {
  const port = openXlsx(
    makeXlsx({
      sheets: [
        tableSheet('Transactions', [
          ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
          ['T1', '00123', 10, 46030, 100],
          [1002, '00123', -4, 46040, -43.75],
          ['T3', '=BOLT', -2.5, 46041, 0],
        ]),
      ],
    }),
    'book.xlsx',
  );
  const writes = allTables({
    Closings: [{ Closing: 'IC-0001', Type: 'Close', Date: DAY, Adjustment: -3.25 }],
    Settlements: SETTLED,
  });
  const tieOuts = { 'Quantity settled': 6.5, 'Amount settled': 40.5, 'Adjustment of the issues': -3.25 };
  await port.write(
    writes.map((write) => (write.table === SETTLEMENTS ? { ...write, tieOuts } : write)),
    FORMATS,
  );
  return port.toBytes(MODIFIED);
}

describe('ExcelJS', () => {
  const settlements = async (): Promise<ExcelJS.Worksheet> => {
    const workbook = new ExcelJS.Workbook();
    // ExcelJS's own type asks for Node's buffer.
    await workbook.xlsx.load((await closed()) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      'Transactions',
      ...RESULT_TABLES.map((table) => table.sheet),
    ]);
    const sheet = workbook.getWorksheet('Settlements');
    if (!sheet) throw new Error('no sheet');
    return sheet;
  };

  test('finds title, figures with their results, header and rows', async () => {
    const sheet = await settlements();
    expect(sheet.getCell('A1').value).toBe('Settlements');
    expect(sheet.getCell('A4').value).toBe('Quantity settled');
    expect(sheet.getCell('D4').value).toEqual({ formula: 'SUM(Settlements[Quantity])', result: 6.5 });
    expect(sheet.getRow(8).values).toEqual([
      undefined,
      ...SETTLEMENTS.columns.map((column) => column.name),
      'Issue link',
      'Issue row',
      'Receipt link',
      'Receipt row',
      'Closing link',
      'Closing row',
    ]);
    expect(['A', 'C', 'D', 'E', 'G', 'I', 'L'].map((letter) => sheet.getCell(`${letter}9`).value)).toEqual([
      'S-1',
      new Date('2026-01-31T00:00:00Z'),
      '00123',
      1002,
      4,
      -3.25,
      { formula: expect.stringContaining('HYPERLINK'), result: '→' },
    ]);
  });

  // ExcelJS leaves out the backslashes of a format.
  test.each([
    ['ids are text', 'A9', '@'],
    ['dates', 'C9', 'yyyy-mm-dd'],
    ['whole quantities', 'G9', '#,##0_);(#,##0);"-"_)'],
    ['quantities with a fraction', 'G10', '#,##0.0#####_);(#,##0.0#####);"-"_)'],
    ['amounts', 'H9', '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  ])('number format: %s', async (_, cell, format) => {
    expect((await settlements()).getCell(cell).numFmt).toBe(format);
  });

  test('text like a formula is text', async () => {
    const sheet = await settlements();
    expect([sheet.getCell('D10').type, sheet.getCell('D10').value]).toEqual([ExcelJS.ValueType.String, '=BOLT']);
  });

  test('finds the table, the frozen header and the page', async () => {
    const sheet = await settlements();
    const [table] = sheet.getTables() as unknown as { table: { name: string; tableRef: string } }[];
    expect([table.table.name, table.table.tableRef]).toEqual(['Settlements', 'A8:Q10']);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 8, showGridLines: false });
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '8:8',
    });
    // Excel counts a little room at the sides of a cell too.
    expect(sheet.getColumn(1).width).toBe(SETTLEMENTS.columns[0].width + 0.7109375);
  });
});

describe('LibreOffice', () => {
  const installed = libreOffice ? test : test.skip;

  installed('computes from the formulas the same figures that the file holds', async () => {
    const parts = partsOf(await closed());
    // Without the results that the file holds LibreOffice has to compute them.
    for (const name of Object.keys(parts)) parts[name] = parts[name].replace(/<\/f><v>[^<]*<\/v>/g, '</f>');
    const files = await convertAll(
      zipOf(parts),
      'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1',
    );
    const lines = (name: string): string[][] =>
      new TextDecoder()
        .decode(files.find((file) => file.name.includes(name))?.bytes)
        .split('\n')
        .map((line) => line.split('\t'));
    const settlements = lines('Settlements');
    expect(settlements.slice(3, 6).map((line) => line[3].trim())).toEqual(['6.5', '40.5', '-3.25']);
    expect(settlements[8].slice(0, 13).map((text) => text.trim())).toEqual([
      'S-1',
      'IC-0001',
      '2026-01-31',
      '00123',
      '1002',
      'T1',
      '4',
      '40.5',
      '-3.25',
      '',
      'Active',
      '→',
      '2',
    ]);
    expect(settlements[9][3]).toBe('=BOLT');
    // Closings adjusts by -3.25 and Adjustments is empty: the check computes the difference itself.
    expect(lines('Closings')[5].filter((text) => text !== '')).toEqual(
      ['Adjustment − sum of Adjustments', '-3.25', 'Difference'].map((text) => expect.stringContaining(text)),
    );
  });

  installed('a workbook that it saved again is gone on with', async () => {
    const saved = await convertWithLibreOffice(await closed(), 'xlsx');
    const port = openXlsx(saved, 'saved.xlsx');
    await port.write(
      [writeOf(SETTLEMENTS, [{ ...SETTLED[0], Settlement: 'S-3' }]), writeOf(CLOSE_LOG, [{ Entry: 'L-1' }])],
      FORMATS,
    );
    const tables = await port.read(['Settlements', 'CloseLog']);
    expect(tables.get('Settlements')?.cells[0]).toEqual(['S-1', 'S-2', 'S-3']);
    expect(tables.get('CloseLog')?.cells[0]).toEqual(['L-1']);
  });
});
