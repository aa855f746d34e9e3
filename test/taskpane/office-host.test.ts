/** The pane's host in Excel, over the real office.js and the stand-in. */
import { readXlsx } from '../../host/xlsx/read';
import { sampleWorkbook } from '../../samples';
import { dayOf } from '../../src/book/days';
import { close } from '../../src/runs/close';
import { confirmInsertion, refuseInsertion } from '../../src/runs/insertion';
import { summaryOf } from '../../src/runs/summary';
import { templateWorkbook } from '../../src/workbook/file/create-template';
import { openXlsx } from '../../src/workbook/file/file-port';
import { INPUT_TABLES } from '../../src/workbook/tables/input';
import { makeXlsx } from '../support/xlsx';
import { EXCEL_API } from '../../src/workbook/excel';
import { selectedId } from '../../taskpane/explain/selected-id';
import { officeHost } from '../../taskpane/office/office-host';
import { startExcel } from '../host/support/excel';

const BOOK = sampleWorkbook('smallest', new Date(0));

function open(book = BOOK) {
  startExcel({ sets: { ExcelApi: EXCEL_API }, workbook: readXlsx(book, 'book.xlsx', {}) });
  // What office.js says of the program around it, where no program is.
  Object.assign(globalThis, {
    Office: {
      DocumentMode: { ReadOnly: 'readOnly' },
      context: {
        platform: 'PC',
        diagnostics: { version: '16.0' },
        displayLanguage: 'de-DE',
        document: { mode: 'readWrite' },
        officeTheme: { bodyBackgroundColor: '#252423' },
      },
    },
  });
  return officeHost();
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('knows where it is', () => {
  const host = open();
  expect(host.openedIn).toEqual({ platform: 'Excel (PC, 16.0)', readOnly: false });
  expect(host.language).toBe('de-DE');
  expect(host.theme?.dark()).toBe(true);
});

test('goes to a cell, reads the row of the table there, and is told of it', async () => {
  const host = open();
  const { tables } = await host.port().facts();
  const place = tables.find(({ name }) => name === 'Transactions')!;
  const [table] = (await host.port().read(['Transactions'])).values();
  const id = String(table.cells[table.headers.indexOf('Transaction')][0]);
  let told = 0;
  const end = host.onSelectionChanged(() => (told += 1));
  await turn();
  const address = `${place.sheet}!B${place.headerRow + 1}`;
  await host.goTo(address);
  const selection = await host.selection();
  expect(selection.address).toBe(address);
  expect(selection.column).toBe(place.headers[2 - place.firstColumn]);
  expect(selection.row?.Transaction).toBe(id);
  expect(selectedId(selection)).toBe(id);
  await turn();
  expect(told).toBeGreaterThan(0);

  end();
  await turn();
  const before = told;
  await host.goTo(`${place.sheet}!A1`);
  expect(await host.selection()).toMatchObject({ row: undefined, column: '' });
  await turn();
  expect(told).toBe(before);
});

test('tells the cells that are selected', async () => {
  const host = open();
  await host.goTo('Transactions!B2:D7');
  expect(await host.selectedArea()).toEqual({
    sheet: 'Transactions',
    area: { top: 2, left: 2, bottom: 7, right: 4 },
  });
});

test('rejects to go where there is no such sheet', async () => {
  await expect(open().goTo("'No such sheet'!A1")).rejects.toThrow();
});

describe('inserts the sheets of another workbook', () => {
  const blank = makeXlsx({ sheets: [{ name: 'Sheet1', rows: [] }] });
  const closeJanuary = { upTo: dayOf(2026, 1, 31)! };
  const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };

  test('the sample, which closes as the one in a file does', async () => {
    const host = open(blank);
    await refuseInsertion(host.port());
    await host.insertSheets(BOOK);
    await confirmInsertion(host.port());
    const [found, expected] = [
      await close(host.port(), closeJanuary, env),
      await close(openXlsx(BOOK, 'sample.xlsx'), closeJanuary, env),
    ];
    if (!found.ok || !expected.ok) throw new Error('The sample can not be closed');
    expect(summaryOf(found)).toEqual(summaryOf(expected));
  });

  test('the template, with all its tables', async () => {
    const host = open(blank);
    await host.insertSheets(templateWorkbook(new Date(0)));
    const { tables } = await host.port().facts();
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(INPUT_TABLES.map(({ name }) => name)));
  });

  test('but not beside tables of ours, nor where days are counted from 1904', async () => {
    await expect(refuseInsertion(open().port())).rejects.toMatchObject({ problems: [{ code: 'TABLE_EXISTS' }] });
    const mac = makeXlsx({ date1904: true, sheets: [{ name: 'Sheet1', rows: [] }] });
    await expect(refuseInsertion(open(mac).port())).rejects.toMatchObject({ problems: [{ code: 'DATE_SYSTEM' }] });
  });

  test('a name that something else has is told', async () => {
    const named = makeXlsx({
      sheets: [{ name: 'Sheet1', rows: [[1]] }],
      definedNames: '<definedName name="Transactions">Sheet1!$A$1</definedName>',
    });
    const host = open(named);
    await refuseInsertion(host.port());
    await host.insertSheets(BOOK);
    await expect(confirmInsertion(host.port())).rejects.toMatchObject({ problems: [{ code: 'TABLE_RENAMED' }] });
  });
});
