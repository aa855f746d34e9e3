import { close, type Closed } from '../../src/runs/close';
import type { Unpaused } from '../../src/runs/environment';
import { settleHere } from '../../src/runs/preview';
import type { Refusal } from '../../src/book/problem';
import { CLOSINGS } from '../../src/workbook/tables/results';
import { resultColumns } from '../../src/workbook/write/result-columns';
import { excelPort } from '../../src/workbook/excel';
import { openXlsx } from '../../src/workbook/file';
import type { WorkbookPort } from '../../src/workbook/port';
import { WorkbookRefusal } from '../../src/workbook/refusal';
import { closed, day, ENV, grid, workbookOf } from '../support/workbooks';
import { openExcel, type OpenExcel } from '../workbook/excel/support';

// Somebody else works in the workbook while a run computes: a co-author types, or begins a run of their own.

const BOOK = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost | Type
    P1          | BOLT | 10       | 2026-01-05     | 100.00         | Purchase
    S1          | BOLT | -4       | 2026-01-09     | -44.00         | Sale
    S2          | BOLT | -1       | 2026-02-09     | -11.00         | Sale
    `,
  ),
]);
const JANUARY = { upTo: day('2026-01-31') };

/** Does something to the workbook as a co-author, while the engine computes. */
const during = (excel: OpenExcel, change: (context: Excel.RequestContext) => unknown): Unpaused => ({
  ...ENV,
  token: () => 'mine',
  settle: async (...args) => {
    await excel.run(async (context) => {
      change(context);
      await context.sync();
    });
    return settleHere(...args);
  },
});

const lines = (found: Closed | Refusal): string[] =>
  found.ok ? ['closed'] : found.problems.map(({ cell, code, message }) => `${cell} ${code}: ${message}`);

describe('a change while a run computes', () => {
  test.each<[string, (context: Excel.RequestContext) => unknown, string]>([
    [
      'of a cell',
      (context) => (context.workbook.worksheets.getItem('Transactions').getRange('E4').values = [[120]]),
      'Transactions!E4 CHANGED_MEANWHILE: Transactions!E4 was changed by somebody while the run was computing: 100 became 120. The run wrote nothing.',
    ],
    [
      'by a new row',
      (context) =>
        context.workbook.tables.getItem('Transactions').rows.add(undefined, [['P9', 'BOLT', 1, 46040, 9, 'Purchase']]),
      'Transactions!A3 CHANGED_MEANWHILE: The table Transactions was changed by somebody while the run was computing: 3 rows became 4 rows. The run wrote nothing.',
    ],
    [
      'of the order of rows',
      (context) => context.workbook.tables.getItem('Transactions').sort.apply([{ key: 2, ascending: true }]),
      'Transactions!A4 CHANGED_MEANWHILE: Transactions!A4 was changed by somebody while the run was computing: "P1" became "S1". The run wrote nothing.',
    ],
    [
      'of a header',
      (context) => (context.workbook.worksheets.getItem('Transactions').getRange('F3').values = [['Kind']]),
      ' CHANGED_MEANWHILE: The header of the table Transactions was changed by somebody while the run was computing: Transaction, Item, Quantity, Financial date, Financial cost, Type became Transaction, Item, Quantity, Financial date, Financial cost, Kind. The run wrote nothing.',
    ],
    [
      'by rows above, which move the table',
      (context) => context.workbook.worksheets.getItem('Transactions').getRange('1:1').insert('Down'),
      'Transactions!A4 CHANGED_MEANWHILE: The place of the table Transactions was changed by somebody while the run was computing: Transactions!A3 became Transactions!A4. The run wrote nothing.',
    ],
    [
      'that takes the table away',
      (context) => context.workbook.tables.getItem('Transactions').delete(),
      ' CHANGED_MEANWHILE: The table Transactions was changed by somebody while the run was computing: there became gone. The run wrote nothing.',
    ],
  ])('%s is found, and nothing is written', async (_, change, expected) => {
    const excel = openExcel(BOOK);
    expect(lines(await close(excel.port, JANUARY, during(excel, change)))[0]).toBe(expected);
    expect((await excel.port.facts()).sheets).toEqual(['Transactions']);
  });

  test('elsewhere in the workbook is nobody’s business', async () => {
    const excel = openExcel(BOOK);
    const elsewhere = (context: Excel.RequestContext): unknown =>
      (context.workbook.worksheets.add('Notes').getRange('A1').values = [['hello']]);
    expect(lines(await close(excel.port, JANUARY, during(excel, elsewhere)))).toEqual(['closed']);
  });

  test('is not looked for in a file, which nobody else has open', async () => {
    const port: WorkbookPort = openXlsx(BOOK, 'book.xlsx');
    let reads = 0;
    const read = port.read.bind(port);
    port.read = (...args) => {
      reads++;
      return read(...args);
    };
    expect(lines(await close(port, JANUARY, ENV))).toEqual(['closed']);
    expect(reads).toBe(1);
  });
});

describe('two runs that begin at the same moment', () => {
  /** A port on which a co-author begins a run as soon as this one has written its own row. */
  function raced(excel: OpenExcel, theirs: (context: Excel.RequestContext) => unknown): WorkbookPort {
    const { port } = excel;
    let writes = 0;
    return {
      isShared: true,
      facts: () => port.facts(),
      read: (...args) => port.read(...args),
      usedArea: (sheet) => port.usedArea(sheet),
      readArea: (...args) => port.readArea(...args),
      write: async (...args) => {
        await port.write(...args);
        if (++writes > 1) return;
        await excel.run(async (context) => {
          theirs(context);
          await context.sync();
        });
      },
    };
  }

  const env: Unpaused = { ...ENV, token: () => 'mine' };
  const rowOf = async (): Promise<Record<string, unknown>[]> => {
    const table = (await excelPort().read(['Closings'])).get('Closings');
    return Array.from({ length: table?.rows ?? 0 }, (_, row) =>
      Object.fromEntries((table?.headers ?? []).map((header, at) => [header, table?.cells[at][row]])),
    );
  };
  /** A row of Closings as a co-author's run begins with it. */
  const theirRow = (): (string | number)[] => {
    const values: Record<string, string | number> = {
      Closing: 'IC-0002',
      Type: 'Close',
      Date: 46081,
      Status: 'Running',
      'Result fingerprint': 'theirs',
    };
    return resultColumns(CLOSINGS, [], true).map(({ header }) => values[header] ?? '');
  };
  const startClosed = async (): Promise<OpenExcel> => openExcel((await closed(BOOK, '2026-01-31')).bytes);
  const february = (port: WorkbookPort) => close(port, { upTo: day('2026-02-28') }, env);

  test('the one whose row stands first goes on', async () => {
    const excel = await startClosed();
    const port = raced(excel, (context) =>
      context.workbook.tables.getItem('Closings').rows.add(undefined, [theirRow()]),
    );
    expect(lines(await february(port))).toEqual(['closed']);
    expect((await rowOf()).map((row) => row['Status'])).toEqual(['Completed', 'Completed', 'Running']);
  });

  test('the other takes its row back and writes nothing else', async () => {
    const excel = await startClosed();
    const port = raced(excel, (context) => context.workbook.tables.getItem('Closings').rows.add(1, [theirRow()]));
    const refused = await february(port).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WorkbookRefusal);
    expect((refused as WorkbookRefusal).problems[0].code).toBe('OTHER_RUN');
    const [, theirs, mine] = await rowOf();
    expect(theirs).toMatchObject({ Closing: 'IC-0002', Status: 'Running', 'Result fingerprint': 'theirs' });
    expect(mine).toMatchObject({ Closing: 'IC-0002-2', Status: 'Reversed', 'Result fingerprint': null });
  });

  test('a run whose row was overwritten by the other stops', async () => {
    const excel = await startClosed();
    const port = raced(excel, (context) => {
      const body = context.workbook.tables.getItem('Closings').getDataBodyRange();
      body.getLastRow().getCell(0, 18).values = [['theirs']];
    });
    await expect(february(port)).rejects.toThrow('Run IC-0002 is running');
    expect((await rowOf()).map((row) => row['Status'])).toEqual(['Completed', 'Running']);
  });

  test('a table of runs that was sorted meanwhile is completed in the right row', async () => {
    const excel = await startClosed();
    const port = raced(excel, (context) =>
      context.workbook.tables.getItem('Closings').sort.apply([{ key: 0, ascending: false }]),
    );
    expect(lines(await february(port))).toEqual(['closed']);
    expect((await rowOf()).map((row) => [row['Closing'], row['Status']])).toEqual([
      ['IC-0002', 'Completed'],
      ['IC-0001', 'Completed'],
    ]);
  });
});
