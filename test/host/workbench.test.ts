import { MessageChannel } from 'node:worker_threads';
import { Host } from '../../host/host';
import { loadLibrary } from '../../host/node/load-library';
import { parseArea } from '../../host/model/address';
import { addTable, renameTable } from '../../host/model/tables';
import { writeCells } from '../../host/model/write';
import { RemoteHost, serveHost } from '../../host/transport/remote';
import { connectSession } from '../../host/transport/session';
import type { Port } from '../../host/transport/channel';
import { win32Control } from '../../host/transport/win32';
import { Grid, type GridChange } from '../../host/view/grid';
import { settled } from './support/excel';

const area = (text: string) => parseArea(text)!;

function host(locale = 'en-US') {
  const made = new Host({ locale });
  const sheet = made.workbook.active;
  writeCells(sheet, area('A1:B3'), [
    ['id', 'amount'],
    ['a', 1234.5],
    ['b', -2],
  ]);
  renameTable(addTable(sheet, area('A1:B3'), true), 'Sales');
  sheet.numberFormats.fill(area('B2:B3'), '#,##0.00');
  return { made, sheet, grid: new Grid(made.workbook) };
}

describe('a grid', () => {
  test('shows texts by their formats, and what the formula bar holds', () => {
    const { grid, sheet } = host();
    grid.type(sheet.id, 4, 0, '=SUM(Sales[amount])');
    const cells = grid.cells(sheet.id, area('A2:B5'));
    expect(cells[0].map((cell) => [cell?.text, cell?.align, cell?.formula])).toEqual([
      ['a', 'left', null],
      ['1,234.50', 'right', '1234.5'],
    ]);
    expect(cells[2]).toEqual([null, null]);
    expect(cells[3][0]).toMatchObject({ text: '1232.5', formula: '=SUM(Sales[amount])' });
  });

  test('enters what is typed in the language of the workbook', () => {
    const { grid, sheet } = host('de-DE');
    grid.type(sheet.id, 6, 0, '1.234,5');
    grid.type(sheet.id, 7, 0, '31.12.2024');
    expect(grid.cells(sheet.id, area('A7:A8')).map(([cell]) => [cell?.text, cell?.formula])).toEqual([
      ['1.234,50', '1234,5'],
      ['31.12.2024', '31.12.2024'],
    ]);
  });

  test.each([
    // locale, typed, format, cell, formula bar
    ['en-US', '2026-01-05', 'yyyy-mm-dd', '2026-01-05', '1/5/2026'],
    ['de-DE', '05.01.2026', 'd. mmmm', '5. Januar', '05.01.2026'],
    ['en-US', '46027.5', 'd mmm yyyy', '5 Jan 2026', '1/5/2026 12:00:00 PM'],
    ['de-DE', '0,25', 'hh:mm', '06:00', '06:00:00'],
    ['en-US', '0.07', '0%', '7%', '7%'],
    ['en-US', '1234.5', '#,##0', '1,235', '1234.5'],
    ['en-US', '-3', 'yyyy-mm-dd', '####', '-3'],
  ])('shows in the formula bar what a person would type: %s, %s as %s', (locale, typed, format, text, formula) => {
    const { grid, sheet } = host(locale);
    sheet.numberFormats.fill(area('D4'), format);
    grid.type(sheet.id, 3, 3, typed);
    expect(grid.cells(sheet.id, area('D4'))[0][0]).toMatchObject({ text, formula });
    grid.type(sheet.id, 3, 3, formula);
    expect(grid.cells(sheet.id, area('D4'))[0][0]).toMatchObject({ text, formula });
  });

  test('takes a row that is typed below a table into it', () => {
    const { grid, sheet, made } = host();
    grid.type(sheet.id, 3, 0, 'c');
    expect(made.workbook.tables[0].area).toEqual(area('A1:B4'));
  });

  test('follows a link to another sheet, and says where there is none', () => {
    const { grid, sheet, made } = host();
    grid.type(sheet.id, 5, 0, '=HYPERLINK("#Sheet1!B3","go")');
    expect(grid.cells(sheet.id, area('A6'))[0][0]).toMatchObject({ text: 'go', link: '#Sheet1!B3' });
    expect(grid.follow('#Sheet1!B3')).toBe(true);
    expect(made.workbook.selection).toEqual(area('B3'));
    expect(grid.follow('#Nope!B3')).toBe(false);
  });

  test('is told what changes', () => {
    const { grid, sheet } = host();
    const heard: GridChange[] = [];
    grid.subscribe((change) => heard.push(change));
    grid.type(sheet.id, 6, 0, '1');
    grid.select(sheet.id, area('C3'));
    grid.clear(sheet.id, area('A7'));
    expect(heard.map(({ what, area: place }) => [what, place])).toEqual([
      ['cells', area('A7')],
      ['selection', area('C3')],
      ['cells', area('A7')],
    ]);
  });

  test('describes the sheets for drawing', () => {
    const { grid, sheet } = host();
    sheet.hiddenColumns.add(3);
    sheet.frozen = { rows: 1, columns: 0 };
    const [drawn] = grid.book().sheets;
    expect(drawn).toMatchObject({
      name: 'Sheet1',
      rows: 3,
      columns: 2,
      frozen: { rows: 1, columns: 0 },
      widths: { 3: 0 },
    });
    expect(drawn.tables).toEqual([
      {
        id: '2',
        name: 'Sales',
        area: area('A1:B3'),
        showHeaders: true,
        showTotals: false,
        showBandedRows: true,
        style: 'TableStyleMedium2',
      },
    ]);
  });
});

describe('a host behind a port, as in a worker', () => {
  test('answers office.js and the grid, and tells changes and events', async () => {
    const { made, sheet } = host();
    const { port1, port2 } = new MessageChannel();
    serveHost(made, port1 as unknown as Port);
    const remote = new RemoteHost(port2 as unknown as Port);
    const library = loadLibrary(made.sets);
    const stop = connectSession(library.OfficeExtension, remote);
    const changes: GridChange[] = [];
    remote.onChange((change) => changes.push(change));
    const heard: string[] = [];
    await library.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push(`${event.address} ${event.source}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    await remote.coauthorTypes(sheet.id, 1, 1, '9');
    const values = await library.Excel.run(async (context) => {
      const range = context.workbook.tables.getItem('Sales').getDataBodyRange().load('values');
      await context.sync();
      return range.values as unknown[][];
    });
    await settled();
    expect(values).toEqual([
      ['a', 9],
      ['b', -2],
    ]);
    expect(heard).toEqual(['B2 Remote']);
    expect(changes[0]).toEqual({ what: 'cells', sheet: sheet.id, area: area('B2') });
    expect((await remote.cells(sheet.id, area('B2')))[0][0]?.text).toBe('9.00');
    expect((await remote.stats()).missing).toEqual([]);
    await expect(remote.activate('nope')).rejects.toThrow("doesn't exist");
    stop();
    port1.close();
    port2.close();
  });
});

describe('the control that office.js finds in Excel on Windows', () => {
  interface Control {
    GetHostInfo(): string;
    GetContext(): { GetSupportedMatrix(): string };
    Execute(id: number, params: readonly unknown[], callback: (result: SafeArray) => void): void;
    RegisterEvent(
      id: number,
      target: string,
      handler: (id: number, args: SafeArray) => void,
      callback: () => void,
    ): void;
  }
  interface SafeArray {
    toArray(): unknown[];
  }
  const REQUEST = JSON.stringify({
    Actions: [{ Id: 2, ActionType: 2, Name: '', ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
  });
  const ask = (control: Control, flags = 0): Promise<unknown[]> =>
    new Promise((resolve) => {
      control.Execute(93, ['', 'POST', 'ProcessQuery', [], REQUEST, 0, flags, ''], (result) =>
        resolve(result.toArray()),
      );
    });

  test('names the host and its sets, and carries requests and events', async () => {
    const { made, grid, sheet } = host();
    const control = win32Control(made, { sets: made.sets }) as Control;
    expect(control.GetHostInfo()).toContain('Excel$Win32$16.01$en-US');
    expect(JSON.parse(control.GetContext().GetSupportedMatrix())).toEqual(made.sets);
    const [status, data] = await ask(control);
    expect(status).toBe(0);
    expect(JSON.parse(String((data as SafeArray).toArray()[2]))).toEqual({
      Results: [{ ActionId: 2, Value: { Name: 'Book1.xlsx' } }],
      TraceIds: [],
    });
    const heard: number[] = [];
    control.RegisterEvent(
      2,
      '',
      (id) => heard.push(id),
      () => undefined,
    );
    grid.select(sheet.id, area('C3'));
    await settled();
    expect(heard).toEqual([2]);
  });

  test('fails a request as a whole while a cell is edited', async () => {
    const { made } = host();
    made.editMode.begin();
    expect(await ask(win32Control(made, { sets: made.sets }) as Control)).toEqual([5004]);
  });
});
