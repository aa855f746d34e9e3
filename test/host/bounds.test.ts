import { enter, errorOf, settled, startExcel, valuesOf } from './support/excel';
import { type Script, sales, sheet, workbook } from './support/sales';

// What Excel answers depends on what was declared, on sizes, and on a cell that is being edited.

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
