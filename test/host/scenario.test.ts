import { enter, errorOf, settled, startExcel, valuesOf } from './support/excel';

// One workbook from its making to its events: what an add-in does every day, through the shipped library.

const SALES = [
  ['id', 'date', 'amount'],
  ['a', '2024-01-05', 1.5],
  ['b', '2024-01-06', 2.5],
];

describe('values and addresses', () => {
  test('are written and read back; dates become serial numbers', async () => {
    const excel = startExcel();
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.add('X').getRange('A1:C3');
      range.values = SALES;
      range.load('values,address,text,numberFormat');
      await context.sync();
      expect(range.values).toEqual([
        ['id', 'date', 'amount'],
        ['a', 45296, 1.5],
        ['b', 45297, 2.5],
      ]);
      expect(range.text[1]).toEqual(['a', '1/5/2024', '1.5']);
      expect(range.numberFormat[2]).toEqual(['General', 'm/d/yyyy', 'General']);
      expect(range.address).toBe('X!A1:C3');
    });
    expect(excel.host.missing.size).toBe(0);
  });

  test('a range lives on over several syncs, and nothing is held after the run', async () => {
    const excel = startExcel();
    await enter(excel, 'X', 'A1:C3', SALES);
    await excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem('X').getUsedRange().load('address');
      await context.sync();
      used.getCell(0, 0).values = [['ID']];
      used.load('values');
      await context.sync();
      expect(used.values[0][0]).toBe('ID');
    });
    await settled();
    expect(excel.host.references.size).toBe(0);
  });

  test('a held range moves with its cells', async () => {
    const excel = startExcel();
    await enter(excel, 'X', 'A1:C3', SALES);
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('X');
      const range = sheet.getRange('A3:C3').load('address');
      await context.sync();
      sheet.getRange('2:2').insert('Down');
      range.load('address,values');
      await context.sync();
      expect(range.address).toBe('X!A4:C4');
      expect(range.values).toEqual([['b', 45297, 2.5]]);
    });
  });
});

describe('what the library refuses by itself', () => {
  test.each([
    ['a property that was not loaded', 'load nothing', 'PropertyNotLoaded'],
    ['a property that was loaded but not synced', 'load values', 'PropertyNotLoaded'],
    ['another property than the one that was loaded', 'load address, sync', 'PropertyNotLoaded'],
  ])('%s', async (_what, steps, code) => {
    const excel = startExcel();
    const failed = await errorOf(
      excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
        if (steps.includes('values')) range.load('values');
        if (steps.includes('address')) range.load('address');
        if (steps.includes('sync')) await context.sync();
        return range.values;
      }),
    );
    expect(failed.code).toBe(code);
  });

  test('an object that is used after its run', async () => {
    const excel = startExcel();
    const kept = await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      await context.sync();
      return range;
    });
    const late = async (): Promise<void> => {
      kept.load('values');
      await kept.context.sync();
    };
    expect((await errorOf(late())).code).toBe('InvalidObjectPath');
  });

  test('an object of another run', async () => {
    const excel = startExcel();
    const failed = await errorOf(
      excel.run((outer) =>
        excel.run(async (inner) => {
          const foreign = inner.workbook.worksheets.getItem('Sheet1').getRange('A1');
          outer.workbook.worksheets.getItem('Sheet1').getRange('B1').getBoundingRect(foreign);
          await outer.sync();
        }),
      ),
    );
    expect(failed.code).toBe('InvalidRequestContext');
  });
});

describe('sheets', () => {
  test('missing ones are null objects where the add-in asks so', async () => {
    const excel = startExcel();
    await excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('Nope');
      const present = context.workbook.worksheets.getItemOrNullObject('Sheet1');
      const nothing = context.workbook.worksheets.add('Empty').getUsedRangeOrNullObject(true);
      await context.sync();
      expect([missing.isNullObject, present.isNullObject, nothing.isNullObject]).toEqual([true, false, true]);
    });
  });

  test('are listed, coloured, moved, activated and frozen', async () => {
    const excel = startExcel();
    await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('Report');
      sheet.tabColor = '#FF0000';
      sheet.position = 0;
      sheet.freezePanes.freezeRows(2);
      sheet.activate();
      worksheets.load('items/name,items/tabColor');
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const active = worksheets.getActiveWorksheet().load('name');
      await context.sync();
      expect(worksheets.items.map(({ name, tabColor }) => [name, tabColor])).toEqual([
        ['Report', '#FF0000'],
        ['Sheet1', ''],
      ]);
      expect(frozen.address).toBe('Report!1:2');
      expect(active.name).toBe('Report');
    });
  });
});

describe('tables', () => {
  test('are added, named, filled and read by columns', async () => {
    const excel = startExcel();
    await enter(excel, 'X', 'A1:C3', SALES);
    await excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem('X').tables.add('A1:C3', true);
      table.name = 'Sales';
      table.style = 'TableStyleLight9';
      table.rows.add(undefined, [
        ['c', '2024-01-07', 3],
        ['d', '2024-01-08', 4],
      ]);
      const body = table.getDataBodyRange().load('values,address');
      table.columns.load('items/name,items/index');
      table.rows.load('count');
      const count = table.rows.getCount();
      const amounts = table.columns.getItem('amount').getDataBodyRange().load('values');
      await context.sync();
      expect(body.address).toBe('X!A2:C5');
      expect(body.values[3]).toEqual(['d', 45299, 4]);
      expect(table.columns.items.map(({ name, index }) => `${index} ${name}`)).toEqual(['0 id', '1 date', '2 amount']);
      expect([table.rows.count, count.value]).toEqual([4, 4]);
      expect(amounts.values).toEqual([[1.5], [2.5], [3], [4]]);
    });
  });

  test('grow by resize, and move down when rows are inserted above', async () => {
    const excel = startExcel({ sets: { ExcelApi: '1.13' } });
    await enter(excel, 'X', 'A1:C3', SALES);
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('X');
      const table = sheet.tables.add('A1:C3', true);
      table.resize('A1:C6');
      sheet.getRange('1:2').insert('Down');
      const area = table.getRange().load('address');
      await context.sync();
      expect(area.address).toBe('X!A3:C8');
    });
  });
});

describe('names, settings and links', () => {
  test('are kept and found again', async () => {
    const excel = startExcel();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      context.workbook.names.add('Rate', sheet.getRange('C2'));
      const name = context.workbook.names.getItemOrNullObject('Rate').load('formula,type');
      const range = name.getRange().load('address');
      context.workbook.settings.add('mapping', { columns: ['a', 'b'], on: new Date(0) });
      const setting = context.workbook.settings.getItemOrNullObject('mapping').load('value');
      const none = context.workbook.settings.getItemOrNullObject('none').load('value');
      const cell = sheet.getRange('F1');
      cell.hyperlink = { documentReference: 'Sheet1!A1', textToDisplay: 'start', screenTip: 'Go' };
      cell.load('hyperlink,values');
      await context.sync();
      expect([name.formula, name.type, range.address]).toEqual(['=Sheet1!$C$2', 'Range', 'Sheet1!C2']);
      expect(setting.value).toEqual({ columns: ['a', 'b'], on: new Date(0) });
      expect(none.isNullObject).toBe(true);
      expect(cell.hyperlink.documentReference).toBe('Sheet1!A1');
      expect(cell.values).toEqual([['start']]);
    });
  });
});

describe('looks', () => {
  test('are read back; null where the cells differ', async () => {
    const excel = startExcel();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const head = sheet.getRange('A1:C1');
      head.format.font.bold = true;
      head.format.fill.color = '#ffff00';
      head.format.horizontalAlignment = 'Center';
      sheet.getRange('B:B').format.columnWidth = 90;
      head.format.font.load('bold');
      head.format.fill.load('color');
      head.format.load('columnWidth,horizontalAlignment');
      const mixed = sheet.getRange('A1:A2').format.font.load('bold');
      await context.sync();
      expect([head.format.font.bold, head.format.fill.color, head.format.horizontalAlignment]).toEqual([
        true,
        '#FFFF00',
        'Center',
      ]);
      expect(head.format.columnWidth).toBeNull();
      expect(mixed.bold).toBeNull();
    });
  });
});

describe('many cells', () => {
  test('are cut up by the library and arrive whole', async () => {
    const excel = startExcel();
    const rows = Array.from({ length: 2000 }, (_row, index) => [index, `r${index}`]);
    await enter(excel, 'Big', 'A1:B2000', rows);
    expect(excel.host.stats.actions).toBeGreaterThan(10);
    expect(await valuesOf(excel, 'Big', 'A2000:B2000')).toEqual([[1999, 'r1999']]);
  });
});
