import { enter, errorOf, settled, startExcel, type Started, valuesOf } from './support/excel';

// What Excel refuses, and what it does to what it is given. Each case is a few lines of an add-in, and the code that the
// add-in gets back.

type Script = (context: Excel.RequestContext) => unknown;

/** A workbook with a sheet X that holds a table Sales of three rows, and notes to the right of it. */
async function workbook(options: Parameters<typeof startExcel>[0] = {}): Promise<Started> {
  const excel = startExcel(options);
  await enter(excel, 'X', 'A1:B4', [
    ['id', 'amount'],
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  await enter(excel, 'X', 'E1', [['note']]);
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('X').tables.add('A1:B4', true).name = 'Sales';
    await context.sync();
  });
  return excel;
}

const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('X');
const sales = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem('Sales');

const REFUSED: readonly (readonly [string, string, Script])[] = [
  ['a missing sheet', 'ItemNotFound', (context) => context.workbook.worksheets.getItem('Nope').load('name')],
  ['a missing table', 'ItemNotFound', (context) => context.workbook.tables.getItem('Nope').load('name')],
  ['a missing column', 'ItemNotFound', (context) => sales(context).columns.getItem('Nope').load('name')],
  ['a missing name', 'ItemNotFound', (context) => context.workbook.names.getItem('Nope').load('name')],
  ['a missing setting', 'ItemNotFound', (context) => context.workbook.settings.getItem('Nope').load('value')],
  ['a wrong address', 'InvalidArgument', (context) => sheet(context).getRange('A0:B').load('address')],
  [
    'cells beyond the sheet',
    'InvalidArgument',
    (context) => sheet(context).getRangeByIndexes(1048575, 0, 2, 1).load('address'),
  ],
  ['too few rows of values', 'InvalidArgument', (context) => (sheet(context).getRange('G1:H2').values = [[1, 2]])],
  [
    'rows of values of different length',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1:H2').values = [[1, 2], [3]]),
  ],
  [
    'a flat list of values',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1:H1').values = [1, 2] as unknown as unknown[][]),
  ],
  [
    'values for whole columns',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G:H').values = 'x' as unknown as unknown[][]),
  ],
  [
    'number formats for whole columns',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G:G').numberFormat = '0' as unknown as unknown[][]),
  ],
  ['a formula that is none', 'InvalidArgument', (context) => (sheet(context).getRange('G1').formulas = [['=SUM(']])],
  [
    'a formula that names no table',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=SUM(Nope[amount])']]),
  ],
  [
    'a formula that names no column',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=SUM(Sales[nope])']]),
  ],
  [
    'a formula that names no sheet',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=Nope!A1']]),
  ],
  [
    '[@column] outside of a table',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').formulas = [['=[@amount]']]),
  ],
  [
    'a formula that is too long',
    'FormulaLengthExceedsLimit',
    (context) => (sheet(context).getRange('G1').formulas = [[`="${'x'.repeat(8200)}"`]]),
  ],
  [
    'a text that is too long',
    'InvalidArgument',
    (context) => (sheet(context).getRange('G1').values = [['x'.repeat(32768)]]),
  ],
  [
    'a sheet name that is taken, in other letters',
    'ItemAlreadyExists',
    (context) => context.workbook.worksheets.add('x'),
  ],
  ['a sheet name of 32 letters', 'InvalidArgument', (context) => context.workbook.worksheets.add('x'.repeat(32))],
  ['a sheet name with a slash', 'InvalidArgument', (context) => context.workbook.worksheets.add('a/b')],
  ['a sheet name that begins with an apostrophe', 'InvalidArgument', (context) => (sheet(context).name = "'a")],
  ['the sheet name History', 'InvalidArgument', (context) => (sheet(context).name = 'History')],
  ['a table over another table', 'InvalidOperation', (context) => sheet(context).tables.add('B4:C6', true)],
  ['a table name with a space', 'InvalidArgument', (context) => (sales(context).name = 'My sales')],
  ['a table name that is an address', 'InvalidArgument', (context) => (sales(context).name = 'AB12')],
  [
    'a table name that a range has',
    'ItemAlreadyExists',
    (context) => {
      context.workbook.names.add('Taken', sheet(context).getRange('G1'));
      sales(context).name = 'Taken';
    },
  ],
  [
    'a range name that a table has',
    'ItemAlreadyExists',
    (context) => context.workbook.names.add('Sales', sheet(context).getRange('G1')),
  ],
  ['a table moved by resizing', 'InvalidArgument', (context) => sales(context).resize('A2:B6')],
  ['a table resized to its header', 'InvalidArgument', (context) => sales(context).resize('A1:B1')],
  [
    'a totals row that is not shown',
    'InvalidOperation',
    (context) => sales(context).getTotalRowRange().load('address'),
  ],
  [
    'cells inserted through part of a table',
    'InvalidOperation',
    (context) => sheet(context).getRange('A2').insert('Down'),
  ],
  ['the header row of a table deleted', 'InvalidOperation', (context) => sheet(context).getRange('1:1').delete('Up')],
  [
    'hiding the last visible sheet',
    'InvalidOperation',
    (context) => {
      sheet(context).visibility = 'Hidden';
      context.workbook.worksheets.getItem('Sheet1').visibility = 'Hidden';
    },
  ],
  [
    'activating a hidden sheet',
    'InvalidOperation',
    (context) => {
      sheet(context).visibility = 'Hidden';
      sheet(context).activate();
    },
  ],
  [
    'a sheet that was deleted',
    'ItemNotFound',
    (context) => {
      const gone = sheet(context);
      gone.delete();
      gone.getRange('A1').load('values');
    },
  ],
  ['rows of another width', 'InvalidArgument', (context) => sales(context).rows.add(undefined, [['d', 4, 5]])],
  [
    'part of a merged area',
    'InvalidOperation',
    (context) => {
      sheet(context).getRange('G1:H2').merge(false);
      sheet(context).getRange('H1:I1').values = [[1, 2]];
    },
  ],
  [
    'a member that the stand-in does not have',
    'ApiNotFound',
    (context) => context.workbook.worksheets.getItem('X').shapes.load('items'),
  ],
];

test.each(REFUSED)('%s is refused: %s', async (_what, code, script) => {
  const excel = await workbook();
  const failed = await errorOf(
    excel.run(async (context) => {
      script(context);
      await context.sync();
    }),
  );
  expect(failed.code).toBe(code);
});

test('what came before the failing step stays done, what comes after it is not done', async () => {
  const excel = await workbook();
  const failed = await errorOf(
    excel.run(async (context) => {
      sheet(context).getRange('G1').values = [['before']];
      sheet(context).getRange('G2:H2').values = [[1]];
      sheet(context).getRange('G3').values = [['after']];
      await context.sync();
    }),
  );
  expect(failed.debugInfo?.statement).toContain('.values = ');
  expect(await valuesOf(excel, 'X', 'G1:G3')).toEqual([['before'], [''], ['']]);
});

test('a member that is missing is named and counted', async () => {
  const excel = await workbook();
  const failed = await errorOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getItem('X').shapes.load('items');
      await context.sync();
    }),
  );
  expect(failed.message).toBe('Worksheet.Shapes is not implemented by the stand-in.');
  expect([...excel.host.missing]).toEqual([['Worksheet.Shapes', 1]]);
});

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

describe('requirement sets', () => {
  test.each<readonly [string, string, Script]>([
    ['a method', '1.12', (context) => sales(context).resize('A1:B6')],
    ['a property that is read', '1.7', (context) => sales(context).load('legacyId')],
    ['a property that is set', '1.6', (context) => (sheet(context).tabColor = '#FF0000')],
    ['an object', '1.6', (context) => sheet(context).freezePanes.freezeRows(1)],
    ['an event', '1.6', (context) => sheet(context).onChanged.add(() => Promise.resolve())],
  ])('%s that is newer than %s is refused', async (_what, version, script) => {
    const excel = await workbook();
    excel.stop();
    const older = startExcel({ sets: { ExcelApi: version } });
    await enter(older, 'X', 'A1:B4', [
      ['id', 'amount'],
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    const work = older.run(async (context) => {
      sheet(context).tables.add('A1:B4', true).name = 'Sales';
      script(context);
      await context.sync();
    });
    expect((await errorOf(work)).code).toBe('ApiNotFound');
  });
});

describe('sizes', () => {
  test('a request of more than 5 MB fails on the web as a whole, and changes nothing', async () => {
    const excel = startExcel({ platform: 'OfficeOnline' });
    const big = Array.from({ length: 300 }, () => ['x'.repeat(20_000)]);
    const work = excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:A300').values = big;
      await context.sync();
    });
    expect((await errorOf(work)).code).toBe('RequestPayloadSizeLimitExceeded');
    expect(await valuesOf(excel, 'Sheet1', 'A1')).toEqual([['']]);
  });

  test('a response of more than 5 MB fails on the web, elsewhere not', async () => {
    for (const [platform, code] of [
      ['OfficeOnline', 'ResponsePayloadSizeLimitExceeded'],
      ['PC', 'none'],
    ] as const) {
      const excel = startExcel({ platform });
      for (const part of ['A1:A150', 'A151:A300']) {
        await enter(
          excel,
          'Sheet1',
          part,
          Array.from({ length: 150 }, () => ['x'.repeat(20_000)]),
        );
      }
      const work = valuesOf(excel, 'Sheet1', 'A1:A300').then(() => {
        throw Object.assign(new Error('read'), { code: 'none' });
      });
      expect((await errorOf(work)).code).toBe(code);
      excel.stop();
    }
  });

  test('values of whole columns and of more than 5 million cells are read as null', async () => {
    const excel = await workbook();
    await excel.run(async (context) => {
      const column = sheet(context).getRange('A:A').load('values,address');
      const many = sheet(context).getRange('A1:F900000').load('values,formulas,rowCount');
      await context.sync();
      expect([column.values, column.address, many.values, many.formulas, many.rowCount]).toEqual([
        null,
        'X!A:A',
        null,
        null,
        900000,
      ]);
    });
  });
});

describe('a cell that is being edited', () => {
  test('makes requests fail', async () => {
    const excel = await workbook();
    excel.host.editMode.begin();
    expect((await errorOf(valuesOf(excel, 'X', 'A1'))).code).toBe('InvalidOperationInCellEditMode');
    excel.host.editMode.end();
    expect(await valuesOf(excel, 'X', 'A1')).toEqual([['id']]);
  });

  test('lets those wait that said they would', async () => {
    const excel = await workbook();
    excel.host.editMode.begin();
    let done = false;
    const work = excel.run({ delayForCellEdit: true }, async (context) => {
      sheet(context).getRange('G1').values = [['late']];
      await context.sync();
      done = true;
    });
    await settled();
    expect(done).toBe(false);
    excel.host.editMode.end();
    await work;
    expect(await valuesOf(excel, 'X', 'G1')).toEqual([['late']]);
  });
});
