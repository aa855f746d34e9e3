import { coauthor, typeInto } from '../../host/view/edits';
import { enter, settled, startExcel } from './support/excel';

interface Heard {
  readonly what: string;
  readonly address: string;
  readonly source: string;
  readonly trigger?: string | undefined;
}

/** Listens to changes of the sheet; what is heard comes after the answers. */
async function listening() {
  const excel = startExcel();
  await enter(excel, 'X', 'A1:B3', [
    ['id', 'amount'],
    ['a', 1],
    ['b', 2],
  ]);
  const heard: Heard[] = [];
  const handle = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('X');
    sheet.tables.add('A1:B3', true).name = 'Sales';
    await context.sync();
    const result = sheet.onChanged.add((event) => {
      heard.push({
        what: event.changeType,
        address: event.address,
        source: event.source,
        trigger: event.triggerSource,
      });
      return Promise.resolve();
    });
    await context.sync();
    return result;
  });
  await settled();
  return { excel, heard, handle };
}

describe('a change is told', () => {
  test("as the add-in's own", async () => {
    const { excel, heard } = await listening();
    await enter(excel, 'X', 'D1:D2', [[1], [2]]);
    await settled();
    expect(heard).toEqual([{ what: 'RangeEdited', address: 'D1:D2', source: 'Local', trigger: 'ThisLocalAddin' }]);
  });

  test("as the person's who typed it", async () => {
    const { excel, heard } = await listening();
    typeInto(excel.host.workbook.sheets[1], 1, 1, '7');
    await settled();
    expect(heard).toEqual([{ what: 'RangeEdited', address: 'B2', source: 'Local', trigger: 'Unknown' }]);
  });

  test("as a co-author's", async () => {
    const { excel, heard } = await listening();
    coauthor(excel.host.workbook, () => typeInto(excel.host.workbook.sheets[1], 1, 1, '7'));
    await settled();
    expect(heard).toEqual([{ what: 'RangeEdited', address: 'B2', source: 'Remote', trigger: 'Unknown' }]);
  });

  test('with the value before and after, and the range to read', async () => {
    const { excel } = await listening();
    const details: unknown[] = [];
    await excel.run(async (context) => {
      context.workbook.tables.getItem('Sales').onChanged.add(async (event) => {
        details.push(event.details.valueBefore, event.details.valueAfter, event.address);
        await excel.run(async (inner) => {
          const range = event.getRange(inner).load('values');
          await inner.sync();
          details.push(range.values);
        });
      });
      await context.sync();
    });
    await enter(excel, 'X', 'B2', [[9]]);
    await settled();
    await settled();
    expect(details).toEqual([1, 9, 'B2', [[9]]]);
  });

  test('when rows are inserted and deleted', async () => {
    const { excel, heard } = await listening();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('X');
      sheet.getRange('7:8').insert('Down');
      sheet.getRange('7:7').delete('Up');
      await context.sync();
    });
    await settled();
    expect(heard.map(({ what, address }) => [what, address])).toEqual([
      ['RowInserted', '7:8'],
      ['RowDeleted', '7:7'],
    ]);
  });
});

describe('nothing is told', () => {
  test('after the handler was removed', async () => {
    const { excel, heard, handle } = await listening();
    await excel.run(handle.context, async (context) => {
      handle.remove();
      await context.sync();
    });
    await enter(excel, 'X', 'D1', [[1]]);
    await settled();
    expect(heard).toEqual([]);
  });

  test('while the add-in has switched events off', async () => {
    const { excel, heard } = await listening();
    await excel.run(async (context) => {
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getItem('X').getRange('D1').values = [[1]];
      context.runtime.enableEvents = true;
      context.workbook.worksheets.getItem('X').getRange('D2').values = [[2]];
      await context.sync();
    });
    await settled();
    expect(heard.map(({ address }) => address)).toEqual(['D2']);
  });
});

test('the selection is told to sheets and to the workbook, and read back', async () => {
  const excel = startExcel();
  const heard: string[] = [];
  await excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(() => {
      heard.push('workbook');
      return Promise.resolve();
    });
    context.workbook.worksheets.onSelectionChanged.add((event) => {
      heard.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
    context.workbook.worksheets.getItem('Sheet1').getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange().load('address');
    await context.sync();
    expect(selected.address).toBe('Sheet1!B2:C3');
  });
  await settled();
  expect(heard).toEqual(['B2:C3', 'workbook']);
});
