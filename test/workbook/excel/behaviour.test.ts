import { readXlsx } from '../../../host/xlsx/read';
import { writeXlsx } from '../../../host/xlsx/write';
import { errorOf, enter, settled, valuesOf } from '../../host/support/excel';
import type { CellChange, TableCells, WorkbookPort } from '../../../src/workbook/port';
import { WorkbookRefusal } from '../../../src/workbook/refusal';
import { CLOSE_LOG, CLOSINGS, LEDGER, SETTLEMENTS } from '../../../src/workbook/tables/results';
import { EXCEL_API, excelPort } from '../../../src/workbook/excel';
import { startExcel } from '../../host/support/excel';
import { allTables, FORMATS, writeOf, type Row } from '../../support/result-writes';
import { bytesOf } from '../contract-book';
import { openExcel, type OpenExcel } from './support';

// What only Excel does: cells that are being edited, protection, filters, events, limits of size.

const TRANSACTIONS = {
  name: 'Transactions',
  rows: [
    ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
    ['T1', 'BOLT', 10, 46030, 100],
    ['T2', 'BOLT', -4, 46040, -44],
    ['T3', 'NUT', -1, 46041, -2.5],
  ],
} as const;
const BOOK = { tables: [TRANSACTIONS] };
const open = (...more: [Parameters<typeof openExcel>[1]?, Parameters<typeof openExcel>[2]?]): OpenExcel =>
  openExcel(bytesOf(BOOK), ...more);

async function table(port: WorkbookPort, name: string): Promise<TableCells> {
  const found = (await port.read([name])).get(name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}
const column = async (port: WorkbookPort, name: string, header: string): Promise<readonly unknown[]> => {
  const { headers, cells } = await table(port, name);
  return cells[headers.indexOf(header)];
};
const run = (excel: OpenExcel, batch: (context: Excel.RequestContext) => unknown): Promise<void> =>
  excel.run(async (context) => {
    batch(context);
    await context.sync();
  });
const sheet = (context: Excel.RequestContext, name: string): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof WorkbookRefusal)) throw new Error(`no refusal but ${String(error)}`);
  const [{ code, cell, remedy }] = error.problems;
  expect(error.message).toMatch(/Nothing was changed\./);
  expect(remedy).not.toBe('');
  return cell === '' ? code : `${code} ${cell}`;
}

const ledger = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ Line: `G-${at}`, Account: '1400 Inventory', Debit: at, Text: 'x' }));

describe('a cell that is being edited', () => {
  /** A pause that counts time instead of waiting for it, and does something when so much has passed. */
  function clock(at: Readonly<Record<number, () => void>>): { pause: (ms: number) => Promise<void> } {
    let passed = 0;
    return {
      pause: (milliseconds) => {
        passed += milliseconds;
        at[passed]?.();
        return Promise.resolve();
      },
    };
  }

  test.each([
    [750, []],
    [3000, ['editing', 'over']],
  ])('is waited for; after a second it is told (edited for %d ms)', async (edited, expected) => {
    const told: string[] = [];
    const excel = open(
      {},
      {
        ...clock({ [edited]: () => excel.host.editMode.end() }),
        onCellEdit: (editing) => told.push(editing ? 'editing' : 'over'),
      },
    );
    excel.host.editMode.begin();
    expect((await excel.port.facts()).sheets).toEqual(['Transactions']);
    expect(told).toEqual(expected);
  });

  test('after Cancel nothing is done, also not when the cell is left later', async () => {
    const told: boolean[] = [];
    const stop = new AbortController();
    const excel = open(
      {},
      {
        ...clock({ 2000: () => stop.abort() }),
        signal: stop.signal,
        onCellEdit: (editing) => told.push(editing),
      },
    );
    excel.host.editMode.begin();
    const error = await errorOf(excel.port.write(allTables({ Ledger: ledger(1) }), FORMATS));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([true, false]);
    excel.host.editMode.end();
    await settled();
    expect((await excelPort().facts()).sheets).toEqual(['Transactions']);
  });

  test('in the middle of writing is waited for, and everything is written once', async () => {
    const excel = open(
      {},
      {
        ...clock({ 500: () => excel.host.editMode.end() }),
      },
    );
    await excel.port.write(allTables({}), FORMATS);
    let asked = 0;
    const edit = (phase: string): void => {
      if (phase === 'Writing' && asked++ === 1) excel.host.editMode.begin();
    };
    await excel.port.write([writeOf(LEDGER, ledger(3)), writeOf(CLOSE_LOG, [{ Entry: 'L-1' }])], FORMATS, edit);
    expect(excel.host.editMode.isOn).toBe(false);
    expect(await column(excel.port, 'Ledger', 'Line')).toEqual(['G-0', 'G-1', 'G-2']);
    expect(await column(excel.port, 'CloseLog', 'Entry')).toEqual(['L-1']);
  });
});

describe('what stands in the way is refused by name', () => {
  test.each<[string, string, (context: Excel.RequestContext) => unknown]>([
    ['a protected sheet', 'SHEET_PROTECTED', (context) => sheet(context, 'Ledger').protection.protect()],
    ['a totals row', 'TOTALS_ROW', (context) => (context.workbook.tables.getItem('Ledger').showTotals = true)],
    [
      'a filled cell',
      'OCCUPIED Ledger!B11',
      (context) => (sheet(context, 'Ledger').getRange('B11').values = [['mine']]),
    ],
    [
      'a formula without a result',
      'OCCUPIED Ledger!A10',
      (context) => (sheet(context, 'Ledger').getRange('A10').formulas = [['="."']]),
    ],
    ['merged cells', 'OCCUPIED Ledger!A10', (context) => sheet(context, 'Ledger').getRange('C12:D12').merge()],
    ['another table', 'OCCUPIED Ledger!C11', (context) => sheet(context, 'Ledger').tables.add('C11:D12', true)],
  ])('%s', async (_, expected, change) => {
    const excel = open();
    await excel.port.write(allTables({}), FORMATS);
    await run(excel, change);
    expect(await refusalOf(excel.port.write([writeOf(LEDGER, ledger(5))], FORMATS))).toBe(expected);
    expect((await excel.port.facts()).tables.find(({ name }) => name === 'Ledger')?.rows).toBe(1);
  });

  test('what stands beside or further below is in nobody’s way', async () => {
    const excel = open();
    await excel.port.write(allTables({}), FORMATS);
    await run(excel, (context) => {
      sheet(context, 'Ledger').getRange('Z11').values = [['beside']];
      sheet(context, 'Ledger').getRange('A14').values = [['below']];
    });
    await excel.port.write([writeOf(LEDGER, ledger(5))], FORMATS);
    expect(await valuesOf(excel, 'Ledger', 'Z11')).toEqual([['beside']]);
    expect(await valuesOf(excel, 'Ledger', 'A13:A14')).toEqual([['G-4'], ['below']]);
  });

  test('a blank sheet that somebody made for something else', async () => {
    const excel = open();
    await run(excel, (context) => context.workbook.worksheets.add('Ledger'));
    expect(await refusalOf(excel.port.write(allTables({}), FORMATS))).toBe('NOT_OURS');
  });

  test('a workbook whose structure is protected', async () => {
    const excel = open();
    await run(excel, (context) => context.workbook.protection.protect());
    expect(await refusalOf(excel.port.write(allTables({}), FORMATS))).toBe('STRUCTURE_PROTECTED');
  });

  test('a defined name of a result table', async () => {
    const excel = open();
    await run(excel, (context) => context.workbook.names.add('Ledger', '=1'));
    expect(await refusalOf(excel.port.write(allTables({}), FORMATS))).toBe('NAME_TAKEN');
  });

  test('a text that no cell holds', async () => {
    const writes = allTables({ CloseLog: [{ Message: 'x'.repeat(32_768) }] });
    const work = open().port.write(writes, FORMATS);
    expect(await refusalOf(work)).toBe('TEXT_TOO_LONG CloseLog[Message]');
  });

  test('a result table that people turned into plain cells', async () => {
    const excel = open();
    await excel.port.write(allTables({ Ledger: ledger(2) }), FORMATS);
    await run(excel, (context) => context.workbook.tables.getItem('Ledger').convertToRange());
    expect(await refusalOf(excel.port.write(allTables({}), FORMATS))).toBe('NOT_OURS');
    expect(await valuesOf(excel, 'Ledger', 'A9:A10')).toEqual([['G-0'], ['G-1']]);
  });
});

describe('tables as people use them', () => {
  test('a filtered and sorted table is read completely', async () => {
    const excel = open();
    await run(excel, (context) => {
      const transactions = context.workbook.tables.getItem('Transactions');
      transactions.sort.apply([{ key: 4, ascending: true }]);
      transactions.columns.getItem('Item').filter.applyValuesFilter(['NUT']);
    });
    expect(await column(excel.port, 'Transactions', 'Transaction')).toEqual(['T2', 'T3', 'T1']);
  });

  test('error values are told from texts that look like them', async () => {
    const excel = open();
    await run(excel, (context) => {
      const cells = sheet(context, 'Transactions').getRange('B2:B4');
      cells.formulas = [['=NA()'], ["'#N/A"], ['=1/0']];
    });
    expect(await column(excel.port, 'Transactions', 'Item')).toEqual([
      { fault: 'error', text: '#N/A' },
      '#N/A',
      { fault: 'error', text: '#DIV/0!' },
    ]);
  });

  test('where Excel calculates on demand, it is asked to before reading, and goes on as before', async () => {
    const excel = open();
    await run(excel, (context) => {
      sheet(context, 'Transactions').getRange('H1').values = [[1]];
      sheet(context, 'Transactions').getRange('E2').formulas = [['=H1*100']];
    });
    await run(excel, (context) => (context.application.calculationMode = 'Manual'));
    await run(excel, (context) => (sheet(context, 'Transactions').getRange('H1').values = [[3]]));
    expect((await column(excel.port, 'Transactions', 'Financial cost'))[0]).toBe(300);
    expect(excel.host.workbook.calculationMode).toBe('Manual');
  });

  test('a column of their own in a result table is left alone', async () => {
    const excel = open();
    await excel.port.write(allTables({ Ledger: ledger(1) }), FORMATS);
    await run(excel, (context) =>
      context.workbook.tables.getItem('Ledger').columns.add(3, [['Checked by'], ['me']] as unknown as string[][]),
    );
    await excel.port.write([writeOf(LEDGER, ledger(2))], FORMATS);
    expect(await column(excel.port, 'Ledger', 'Checked by')).toEqual(['me', null, null]);
    expect(await column(excel.port, 'Ledger', 'Debit')).toEqual([0, 0, 1]);
  });

  test('a renamed sheet is found by its table, and links to it lead right again after the next run', async () => {
    const excel = open();
    const settlement: Row = { Settlement: 'S-1', Closing: 'IC-0001', 'Closing row': 1 };
    await excel.port.write(allTables({ Closings: [{ Closing: 'IC-0001' }], Settlements: [settlement] }), FORMATS);
    await run(excel, (context) => (sheet(context, 'Closings').name = 'Runs of 2026'));
    await excel.port.write([writeOf(SETTLEMENTS, []), writeOf(CLOSINGS, [])], FORMATS);
    const leads = await excel.run(async (context) => {
      const name = context.workbook.names.getItem('Settlements.Closing').load('formula');
      await context.sync();
      return name.formula as string;
    });
    expect(leads).toContain("'Runs of 2026'!");
  });

  test('the tie-outs are live, and say so', async () => {
    const excel = open();
    await excel.port.write(allTables({ Ledger: ledger(4) }), FORMATS);
    await excel.port.write([writeOf(LEDGER, [{ Line: 'G-9', Credit: 1.5 }])], FORMATS);
    const figures = await valuesOf(excel, 'Ledger', 'A4:E6');
    expect(figures.map((row) => row.filter((cell) => cell !== ''))).toEqual([
      ['Debit', 6],
      ['Credit', 1.5],
      ['Debit − Credit', 4.5, 'Difference'],
    ]);
  });

  test.each<[string, (context: Excel.RequestContext) => unknown]>([
    ['is blank', () => undefined],
    ['has only its title', (context) => (sheet(context, 'Ledger').getRange('A1').values = [['Ledger']])],
  ])('a sheet that an interrupted run left without its table is made anew where it %s', async (_, change) => {
    const excel = open();
    await run(excel, (context) => (context.workbook.worksheets.add('Ledger').tabColor = '#8A6D3B'));
    await run(excel, change);
    await excel.port.write(allTables({ Ledger: ledger(1) }), FORMATS);
    expect(await column(excel.port, 'Ledger', 'Line')).toEqual(['G-0']);
  });
});

describe('sizes', () => {
  const rows = Array.from({ length: 2000 }, (_, at) => [`T${at}`, 'BOLT', 1, 46030, at]);
  const large = { tables: [{ name: 'Transactions', rows: [TRANSACTIONS.rows[0], ...rows] }] };

  test.each([
    ['as Excel on the web has it', undefined, 1_000_000],
    ['smaller than a chunk, so that chunks are halved', 60_000, 1_000_000],
    ['that a few rows fill', 9_000, 4_000],
  ])('reads within a limit %s', async (_, payloadLimit, chunkBytes) => {
    const host = { platform: 'OfficeOnline', ...(payloadLimit === undefined ? {} : { payloadLimit }) } as const;
    const excel = openExcel(bytesOf(large), host, { chunkBytes });
    expect((await column(excel.port, 'Transactions', 'Transaction')).length).toBe(2000);
    expect(await column(excel.port, 'Transactions', 'Financial cost')).toEqual(rows.map((row) => row[4]));
  });

  test('writes in chunks that are halved where they are too large', async () => {
    const excel = openExcel(bytesOf(BOOK), {}, {});
    await excel.port.write(allTables({}), FORMATS);
    const bytes = writeXlsx(excel.host.workbook);
    const small = openExcel(bytes, { platform: 'OfficeOnline', payloadLimit: 250_000 });
    const many = ledger(10_000);
    await small.port.write([writeOf(LEDGER, many)], FORMATS);
    expect(await column(small.port, 'Ledger', 'Line')).toEqual(many.map((row) => row['Line']));
    expect((await table(small.port, 'Ledger')).below.every((cell) => cell === null)).toBe(true);
  });
});

describe('events of the add-in', () => {
  async function heard(work: (excel: OpenExcel) => Promise<unknown>): Promise<number> {
    const excel = open();
    await excel.port.write(allTables({}), FORMATS);
    let count = 0;
    await run(excel, (context) => context.workbook.worksheets.onChanged.add(() => Promise.resolve(void count++)));
    await work(excel);
    await settled();
    expect(excel.host.workbook.addinEvents).toBe(true);
    return count;
  }

  test('are off while rows are written, and on again', async () => {
    expect(await heard((excel) => excel.port.write([writeOf(LEDGER, ledger(3))], FORMATS))).toBe(0);
    expect(await heard((excel) => enter(excel, 'Ledger', 'Z1', [['mine']]))).toBe(1);
  });

  test('are on again where Excel broke off, as soon as it can be reached', async () => {
    const excel = open();
    await excel.port.write(allTables({}), FORMATS);
    const fail = (phase: string, done: number): void => {
      if (phase === 'Writing' && done === 1) {
        excel.host.faults.arm({ sync: 1, code: 'GeneralException', when: 'before', lasting: true });
      }
    };
    const writes = [writeOf(LEDGER, ledger(1)), writeOf(CLOSE_LOG, [{ Entry: 'L-1' }])];
    await expect(excel.port.write(writes, FORMATS, fail)).rejects.toThrow(/status Running/);
    expect(excel.host.workbook.addinEvents).toBe(false);
    excel.host.faults.clear();
    await excel.port.facts();
    expect(excel.host.workbook.addinEvents).toBe(true);
  });

  test('stay off where they were off', async () => {
    const excel = open();
    await run(excel, (context) => (context.runtime.enableEvents = false));
    await excel.port.write(allTables({}), FORMATS);
    expect(excel.host.workbook.addinEvents).toBe(false);
  });
});

test('many changes in scattered rows are written, each to its row', async () => {
  const excel = open();
  await excel.port.write(allTables({ Ledger: ledger(300) }), FORMATS);
  const odd = Array.from({ length: 150 }, (_, at) => 2 * at + 1);
  const changes = odd.map((row): CellChange => ({ row, column: 'Status', value: 'Reversed' }));
  await excel.port.write([writeOf(LEDGER, [], { changes })], FORMATS);
  const expected = Array.from({ length: 300 }, (_, row) => (row % 2 === 1 ? 'Reversed' : null));
  expect(await column(excel.port, 'Ledger', 'Status')).toEqual(expected);
});

describe('the requirement set', () => {
  test('is the lowest that has all members that are used', async () => {
    const [major, minor] = EXCEL_API.split('.').map(Number);
    const sets = { ExcelApi: `${major}.${minor - 1}` };
    startExcel({ sets, workbook: readXlsx(bytesOf(BOOK), 'book.xlsx') });
    const error = await errorOf(excelPort().write(allTables({ Ledger: ledger(2) }), FORMATS));
    expect(error.message).toContain(`ExcelApi ${EXCEL_API}`);
  });
});
