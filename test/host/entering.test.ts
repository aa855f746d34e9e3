import { enter, errorOf, startExcel, valuesOf } from './support/excel';
import { type Script, sales, sheet, workbook } from './support/sales';

// What Excel makes of what is entered, and where it does not let anybody enter.

describe('what is entered', () => {
  test.each([
    ['a number as text', '12.5', 12.5, 'General'],
    ['a number with thousands', '1,234.50', 1234.5, '#,##0.00'],
    ['leading zeros', '00123', 123, 'General'],
    ['a percentage', '5%', 0.05, '0%'],
    ['an ISO date', '2024-01-05', 45296, 'm/d/yyyy'],
    ['an American date', '1/5/2024', 45296, 'm/d/yyyy'],
    ['an impossible date', '2024-02-31', '2024-02-31', 'General'],
    ['TRUE in any case', 'true', true, 'General'],
    ['an error value', '#N/A', '#N/A', 'General'],
    ['a text behind an apostrophe', "'00123", '00123', 'General'],
    ['a formula behind an apostrophe', "'=1+1", '=1+1', 'General'],
    ['an id that only begins like a number', '12-A4', '12-A4', 'General'],
    ['a plain text', 'Truck', 'Truck', 'General'],
  ])('%s: %s is %s in format %s', async (_what, entry, value, format) => {
    const excel = await workbook();
    await enter(excel, 'X', 'G1', [[entry]]);
    const [values, formats] = await excel.run(async (context) => {
      const cell = sheet(context).getRange('G1').load('values,numberFormat');
      await context.sync();
      return [cell.values, cell.numberFormat] as const;
    });
    expect([values, formats]).toEqual([[[value]], [[format]]]);
  });

  test('stays text in a cell of format @, formulas too', async () => {
    const excel = await workbook();
    await excel.run(async (context) => {
      const cells = sheet(context).getRange('G1:G3');
      cells.numberFormat = [['@'], ['@'], ['@']];
      cells.values = [['00123'], ['2024-01-05'], ['=1+1']];
      cells.load('values,valueTypes');
      await context.sync();
      expect(cells.values).toEqual([['00123'], ['2024-01-05'], ['=1+1']]);
      expect(cells.valueTypes).toEqual([['String'], ['String'], ['String']]);
    });
  });

  test('null leaves a cell as it is, "" empties it', async () => {
    const excel = await workbook();
    await enter(excel, 'X', 'G1:G2', [['old'], ['old']]);
    await enter(excel, 'X', 'G1:G2', [[null], ['']]);
    expect(await valuesOf(excel, 'X', 'G1:G2')).toEqual([['old'], ['']]);
  });

  test('dates count from 1904 where the workbook does', async () => {
    const excel = startExcel({ date1904: true });
    await enter(excel, 'Sheet1', 'A1', [['2024-01-05']]);
    expect(await valuesOf(excel, 'Sheet1', 'A1')).toEqual([[45296 - 1462]]);
  });

  test('text and culture follow the language, values and formulas do not', async () => {
    const excel = startExcel({ locale: 'de-DE' });
    await enter(excel, 'Sheet1', 'A1:A3', [[1234.5], ['2024-01-05'], [true]]);
    await excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A3');
      cells.numberFormat = [['#,##0.00'], [null], [null]];
      cells.load('text,values');
      const culture = context.application.cultureInfo.load('name');
      culture.numberFormat.load('numberDecimalSeparator');
      await context.sync();
      expect(cells.text).toEqual([['1.234,50'], ['05.01.2024'], ['WAHR']]);
      expect(cells.values).toEqual([[1234.5], [45296], [true]]);
      expect([culture.name, culture.numberFormat.numberDecimalSeparator]).toEqual(['de-DE', ',']);
    });
  });
});

describe('headers of a table', () => {
  test('are names: a second one of the same text gets a number, a blank one a name', async () => {
    const excel = await workbook();
    await enter(excel, 'X', 'A1:B1', [['amount', '']]);
    expect(await valuesOf(excel, 'X', 'A1:B1')).toEqual([['amount2', 'Column2']]);
  });

  test('take their formulas along when they are renamed, as tables and sheets do', async () => {
    const excel = await workbook();
    await enter(excel, 'X', 'G1:G2', [['=SUM(Sales[amount])'], ['=X!B2*2']]);
    await excel.run(async (context) => {
      sales(context).columns.getItem('amount').name = 'Total amount';
      sales(context).name = 'Turnover';
      sheet(context).name = 'My sheet';
      const cells = context.workbook.worksheets.getItem('My sheet').getRange('G1:G2').load('formulas,values');
      await context.sync();
      expect(cells.formulas).toEqual([['=SUM(Turnover[Total amount])'], ["='My sheet'!B2*2"]]);
      expect(cells.values).toEqual([[6], [2]]);
    });
  });
});

describe('calculated columns', () => {
  test('formulas that differ within a column collapse into the last of them', async () => {
    const excel = await workbook();
    await enter(excel, 'X', 'C1', [['link']]);
    await excel.run(async (context) => {
      sales(context).resize('A1:C4');
      sheet(context).getRange('C2:C4').formulas = [['=1+1'], ['=1+2'], ['=1+3']];
      await context.sync();
    });
    expect(await valuesOf(excel, 'X', 'C2:C4')).toEqual([[4], [4], [4]]);
  });

  test('one formula fills the column, and the rows that are added later', async () => {
    const excel = await workbook();
    await enter(excel, 'X', 'C1', [['double']]);
    await excel.run(async (context) => {
      sales(context).resize('A1:C4');
      sheet(context).getRange('C2').formulas = [['=[@amount]*2']];
      await context.sync();
      // Null leaves a cell to the formula of its column. Excel takes it, but its declared types do not name it.
      sales(context).rows.add(undefined, [['d', 10, null as unknown as string]]);
      await context.sync();
    });
    expect(await valuesOf(excel, 'X', 'C2:C5')).toEqual([[2], [4], [6], [20]]);
  });

  test('formulas stay different where the option is off, and where a value stands among them', async () => {
    const off = await workbook({ calculatedColumns: false });
    await enter(off, 'X', 'B2:B4', [['=1+1'], ['=1+2'], ['=1+3']]);
    expect(await valuesOf(off, 'X', 'B2:B4')).toEqual([[2], [3], [4]]);
    const mixed = await workbook();
    await enter(mixed, 'X', 'B2:B4', [['=1+1'], [7], ['=1+3']]);
    expect(await valuesOf(mixed, 'X', 'B2:B4')).toEqual([[2], [7], [4]]);
  });
});

describe('protection', () => {
  test('of a sheet refuses locked cells, and lets unlocked ones be written', async () => {
    const excel = await workbook();
    await excel.run(async (context) => {
      sheet(context).getRange('G1').format.protection.locked = false;
      sheet(context).protection.protect({ allowSort: true }, 'secret');
      await context.sync();
    });
    await enter(excel, 'X', 'G1', [['open']]);
    expect((await errorOf(enter(excel, 'X', 'G1:G2', [[1], [2]]))).code).toBe('AccessDenied');
    const wrong = excel.run(async (context) => {
      sheet(context).protection.unprotect('guess');
      await context.sync();
    });
    expect((await errorOf(wrong)).code).toBe('InvalidArgument');
    await excel.run(async (context) => {
      const { protection } = sheet(context);
      protection.load('protected,options');
      await context.sync();
      expect([protection.protected, protection.options.allowSort, protection.options.allowFormatCells]).toEqual([
        true,
        true,
        false,
      ]);
      protection.unprotect('secret');
      await context.sync();
    });
    await enter(excel, 'X', 'G1:G2', [[1], [2]]);
  });

  test.each<readonly [string, Script]>([
    ['a table', (context) => sheet(context).tables.add('G1:H3', true)],
    ['rows of a table', (context) => sales(context).rows.add(undefined, [['d', 4]])],
    ['formats', (context) => (sheet(context).getRange('A1').format.font.bold = true)],
    ['widths', (context) => (sheet(context).getRange('A:A').format.columnWidth = 90)],
    ['inserted rows', (context) => sheet(context).getRange('8:8').insert('Down')],
  ])('of a sheet refuses %s', async (_what, script) => {
    const excel = await workbook();
    await excel.run(async (context) => {
      sheet(context).protection.protect();
      await context.sync();
    });
    const work = excel.run(async (context) => {
      script(context);
      await context.sync();
    });
    expect((await errorOf(work)).code).toBe('AccessDenied');
  });

  test('of the workbook refuses new sheets', async () => {
    const excel = await workbook();
    await excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const work = excel.run(async (context) => {
      context.workbook.worksheets.add('New');
      await context.sync();
    });
    expect((await errorOf(work)).code).toBe('AccessDenied');
  });
});
