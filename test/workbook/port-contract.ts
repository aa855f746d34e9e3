import type { TableCells, WorkbookPort } from '../../src/workbook/port';
import type { Page } from '../../src/workbook/sheets/page';
import { WorkbookRefusal } from '../../src/workbook/refusal';
import {
  CLOSE_LOG,
  CLOSINGS,
  COST_PRICE_CHECK,
  LEDGER,
  RESULT_TABLES,
  SETTLEMENTS,
} from '../../src/workbook/tables/results';
import { allTables, FORMATS, writeOf, type Row } from '../support/result-writes';

/** A workbook as the contract describes it: every sheet is a table from A1 on, and what stands below it. */
export interface ContractBook {
  readonly date1904?: boolean;
  readonly tables: readonly {
    readonly name: string;
    readonly sheet?: string;
    readonly rows: readonly (readonly (string | number | boolean | null)[])[];
    readonly below?: readonly (string | number | null)[];
  }[];
}

const JANUARY_31 = 46053;
const TRANSACTIONS = {
  name: 'Transactions',
  rows: [
    ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
    ['T1', 'BOLT', 10, 46030, 100],
    [1002, 'BOLT', -4, 46040, -44],
    ['=T3', 'NUT*', -1, 46041, -2.5],
  ],
} as const;
const BOOK: ContractBook = { tables: [TRANSACTIONS] };

const SETTLED: Row = {
  Settlement: 'S-1',
  Closing: 'IC-0001',
  Date: JANUARY_31,
  Item: 'BOLT',
  Issue: 1002,
  Receipt: 'T1',
  Quantity: 4,
  Amount: 40,
  Adjustment: 4,
  Principle: 'FIFO',
  Status: 'Active',
  'Issue row': 2,
  'Receipt row': 1,
  'Closing row': 1,
};

const PAGE: Page = {
  sheet: 'Notes',
  about: 'What this is about.',
  widths: [20, 12],
  headerRow: 3,
  renews: true,
  rows: [
    { cells: [{ column: 1, look: 'title', value: 'Notes' }], height: 26 },
    { cells: [{ column: 1, look: 'about', value: 'What this is about.' }] },
    { cells: [{ column: 1, look: 'header left', value: '=Text' }] },
    {
      cells: [
        { column: 1, look: 'text', value: 'Rows' },
        { column: 2, look: 'amount', kind: 'count', formula: 'ROWS(Transactions[Item])', result: 3 },
      ],
    },
    { cells: [{ column: 2, look: 'amount', kind: 'amount', formula: 'SUM(Transactions[Quantity])', result: 5 }] },
  ],
};

/** What every port does, over a file or in Excel. `make` gives a port on a workbook that nothing else looks at. */
export function portContract(name: string, make: (book: ContractBook) => Promise<WorkbookPort>): void {
  const table = async (port: WorkbookPort, wanted: string): Promise<TableCells> => {
    const found = (await port.read([wanted])).get(wanted);
    if (!found) throw new Error(`no table ${wanted}`);
    return found;
  };
  const column = async (port: WorkbookPort, wanted: string, header: string): Promise<readonly unknown[]> => {
    const found = await table(port, wanted);
    return found.cells[found.headers.indexOf(header)];
  };
  const refusalOf = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof WorkbookRefusal)) throw new Error(`no refusal but ${String(error)}`);
    expect(error.message).toMatch(/Nothing was changed\./);
    return error.problems[0].code;
  };

  describe(name, () => {
    test('tells sheets and tables with their places', async () => {
      expect(await (await make({ ...BOOK, date1904: true })).facts()).toEqual({
        date1904: true,
        sheets: ['Transactions'],
        tables: [
          {
            name: 'Transactions',
            sheet: 'Transactions',
            headerRow: 1,
            firstColumn: 1,
            headers: [...TRANSACTIONS.rows[0]],
            rows: 3,
          },
        ],
      });
    });

    test('reads tables by name whatever its case, and leaves out what is not there', async () => {
      const port = await make(BOOK);
      const tables = await port.read(['transactions', 'Items']);
      expect([...tables.keys()]).toEqual(['transactions']);
      expect(tables.get('transactions')).toMatchObject({
        name: 'Transactions',
        cells: [
          ['T1', 1002, '=T3'],
          ['BOLT', 'BOLT', 'NUT*'],
          [10, -4, -1],
          [46030, 46040, 46041],
          [100, -44, -2.5],
        ],
        below: [null, null, null, null, null],
      });
    });

    test('tells the cells directly below a table', async () => {
      const port = await make({ tables: [{ ...TRANSACTIONS, below: ['T4', null, 7, null, null] }] });
      expect((await table(port, 'Transactions')).below).toEqual(['T4', null, 7, null, null]);
    });

    test('tells the filled part of a sheet, and reads any part of it, filled or not', async () => {
      const notes = {
        name: 'Notes',
        sheet: 'My notes',
        rows: [
          ['Note', 'Value'],
          ['a', 1],
        ],
        below: [null, null, 7],
      };
      const port = await make({ tables: [TRANSACTIONS, notes] });
      expect(await port.usedArea('my NOTES')).toEqual({ top: 1, left: 1, bottom: 3, right: 3 });
      expect(await port.usedArea('no such sheet')).toBeUndefined();
      const place = { sheet: 'My notes', area: { top: 2, left: 1, bottom: 4, right: 3 } };
      expect(await port.readArea(place)).toEqual([
        ['a', null, null],
        [1, null, null],
        [null, 7, null],
      ]);
      expect(await refusalOf(port.readArea({ ...place, sheet: 'no such sheet' }))).toBe('SHEET_GONE');
    });

    test('makes the result tables in their order, and the input tables stay as they are', async () => {
      const port = await make(BOOK);
      const before = await table(port, 'Transactions');
      await port.write(allTables({ Settlements: [SETTLED] }), FORMATS);
      const { sheets, tables } = await port.facts();
      expect(sheets).toEqual(['Transactions', ...RESULT_TABLES.map((result) => result.sheet)]);
      expect(tables.map((place) => place.name)).toEqual([
        'Transactions',
        ...RESULT_TABLES.map((result) => result.name),
      ]);
      expect(await table(port, 'Transactions')).toEqual(before);
    });

    test('what was written is read again, with links where a row is remembered', async () => {
      const port = await make(BOOK);
      await port.write(
        allTables({
          Closings: [{ Closing: 'IC-0001' }],
          Settlements: [SETTLED, { ...SETTLED, Settlement: 'S-2', 'Receipt row': null }],
        }),
        FORMATS,
      );
      const { headers, cells } = await table(port, 'Settlements');
      // A formula with an empty text is as blank as an empty cell: Excel does not tell one from the other.
      const blank = (value: unknown): unknown => (value === '' ? null : value);
      expect(Object.fromEntries(headers.map((header, index) => [header, cells[index].map(blank)]))).toEqual({
        Settlement: ['S-1', 'S-2'],
        Closing: ['IC-0001', 'IC-0001'],
        Date: [JANUARY_31, JANUARY_31],
        Item: ['BOLT', 'BOLT'],
        Issue: [1002, 1002],
        Receipt: ['T1', 'T1'],
        Quantity: [4, 4],
        Amount: [40, 40],
        Adjustment: [4, 4],
        Principle: ['FIFO', 'FIFO'],
        Status: ['Active', 'Active'],
        'Issue link': ['→', '→'],
        'Issue row': [2, 2],
        'Receipt link': ['→', null],
        'Receipt row': [1, null],
        'Closing link': ['→', '→'],
        'Closing row': [1, 1],
      });
    });

    test('dimension columns stand after the item', async () => {
      const port = await make(BOOK);
      const rows = [{ ...SETTLED, Site: 'North', Batch: '007' }];
      await port.write(allTables({ Settlements: rows }, { dimensions: ['Site', 'Batch'] }), FORMATS);
      const { headers } = await table(port, 'Settlements');
      expect(headers.slice(3, 6)).toEqual(['Item', 'Site', 'Batch']);
      expect(await column(port, 'Settlements', 'Batch')).toEqual(['007']);
      expect((await table(port, 'Ledger')).headers).not.toContain('Site');
    });

    test('without links a table has no link columns', async () => {
      const port = await make(BOOK);
      await port.write(allTables({ Settlements: [SETTLED] }, { links: false }), FORMATS);
      expect((await table(port, 'Settlements')).headers).toEqual(SETTLEMENTS.columns.map((spec) => spec.name));
    });

    test.each(['=1+1', '+1', '-x', '@a', '00123', ' a ', 'a\nb', 'x_x0041_', '<&>"', "'quoted"])(
      'keeps the text %j',
      async (text) => {
        const port = await make(BOOK);
        await port.write(allTables({ CloseLog: [{ Entry: 'L-1', Message: text }] }), FORMATS);
        expect(await column(port, 'CloseLog', 'Message')).toEqual([text]);
      },
    );

    test('dates stand in the date system of the workbook', async () => {
      const port = await make({ ...BOOK, date1904: true });
      await port.write(
        allTables({
          Closings: [{ Closing: 'IC-0001', Date: JANUARY_31, Started: JANUARY_31 + 0.5, Transactions: JANUARY_31 }],
        }),
        FORMATS,
      );
      expect(await column(port, 'Closings', 'Date')).toEqual([JANUARY_31 - 1462]);
      expect(await column(port, 'Closings', 'Started')).toEqual([JANUARY_31 - 1462 + 0.5]);
      expect(await column(port, 'Closings', 'Transactions')).toEqual([JANUARY_31]);
    });

    test('a table without rows has one that is blank, and the first row takes its place', async () => {
      const port = await make(BOOK);
      await port.write(allTables({}), FORMATS);
      expect(await column(port, 'Ledger', 'Line')).toEqual([null]);
      await port.write([writeOf(LEDGER, [{ Line: 'L-1' }, { Line: 'L-2' }])], FORMATS);
      expect(await column(port, 'Ledger', 'Line')).toEqual(['L-1', 'L-2']);
    });

    test('later rows are added below, and cells of earlier ones are changed', async () => {
      const port = await make(BOOK);
      await port.write(allTables({ Settlements: [SETTLED, SETTLED] }), FORMATS);
      const changes = [{ row: 1, column: 'Status', value: 'Reversed' }];
      await port.write(
        [writeOf(SETTLEMENTS, [{ ...SETTLED, Quantity: -4, Status: 'Reversal' }], { changes })],
        FORMATS,
      );
      expect(await column(port, 'Settlements', 'Status')).toEqual(['Active', 'Reversed', 'Reversal']);
      expect(await column(port, 'Settlements', 'Quantity')).toEqual([4, 4, -4]);
      expect(await column(port, 'Settlements', 'Issue link')).toEqual(['→', '→', '→']);
    });

    test('one table can be written twice in a go: a run first, its end last', async () => {
      const port = await make(BOOK);
      const running = writeOf(CLOSINGS, [{ Closing: 'IC-0001', Status: 'Running' }]);
      const done = writeOf(CLOSINGS, [], { changes: [{ row: 0, column: 'Status', value: 'Completed' }] });
      await port.write([running, ...allTables({}).slice(1), done], FORMATS);
      expect(await column(port, 'Closings', 'Status')).toEqual(['Completed']);
    });

    test.each([
      ['more', ['C', 'D', 'E']],
      ['fewer', ['C']],
      ['no', [null]],
    ])('a report is replaced by %s rows', async (_, lines) => {
      const port = await make(BOOK);
      await port.write(allTables({ CostPriceCheck: [{ Line: 'A' }, { Line: 'B' }] }), FORMATS);
      const rows = lines.flatMap((Line) => (Line === null ? [] : [{ Line }]));
      await port.write([writeOf(COST_PRICE_CHECK, rows, { replace: true })], FORMATS);
      expect(await column(port, 'CostPriceCheck', 'Line')).toEqual(lines);
      expect((await table(port, 'CostPriceCheck')).below.every((cell) => cell === null)).toBe(true);
    });

    test.each<[string, ContractBook['tables'][number], string]>([
      [
        'a table of a result name with other columns',
        {
          name: 'Ledger',
          sheet: 'GL',
          rows: [
            ['Account', 'Debit'],
            ['1400', 1],
          ],
        },
        'NOT_OURS',
      ],
      [
        'a sheet of a result name without its table',
        { name: 'Mine', sheet: 'Close log', rows: [['a'], [1]] },
        'NOT_OURS',
      ],
      ['a sheet with the name of a result table', { name: 'Mine', sheet: 'closelog', rows: [['a'], [1]] }, 'NOT_OURS'],
    ])('refuses %s, and changes nothing', async (_, other, code) => {
      const port = await make({ tables: [TRANSACTIONS, other] });
      const before = await port.facts();
      expect(await refusalOf(port.write(allTables({ Settlements: [SETTLED] }), FORMATS))).toBe(code);
      expect(await port.facts()).toEqual(before);
    });

    test('a dimension that a table has no column for is refused', async () => {
      const port = await make(BOOK);
      await port.write(allTables({ Settlements: [SETTLED] }), FORMATS);
      const later = writeOf(SETTLEMENTS, [{ ...SETTLED, Batch: 'B' }], { dimensions: ['Batch'] });
      expect(await refusalOf(port.write([later], FORMATS))).toBe('DIMENSION_COLUMN_MISSING');
      expect(await column(port, 'Settlements', 'Quantity')).toEqual([4]);
    });

    describe('sheets without a table', () => {
      test('are made last, found again by name, and written anew', async () => {
        const port = await make(BOOK);
        await port.write(allTables({ Settlements: [SETTLED] }), FORMATS);
        expect(await port.pages?.write([PAGE], FORMATS)).toEqual(['Notes']);
        expect(await port.pages?.write([{ ...PAGE, rows: PAGE.rows.slice(0, 4) }], FORMATS)).toEqual(['Notes']);
        expect((await port.facts()).sheets.at(-1)).toBe('Notes');
        expect((await port.facts()).sheets.filter((sheet) => sheet === 'Notes')).toHaveLength(1);
        // The tables are as they were, and can be added to.
        await port.write([writeOf(SETTLEMENTS, [SETTLED])], FORMATS);
        expect(await column(port, 'Settlements', 'Settlement')).toEqual(['S-1', 'S-1']);
      });

      test('that tell of one run stay as they are', async () => {
        const port = await make(BOOK);
        const once = { ...PAGE, renews: false };
        expect(await port.pages?.write([once], FORMATS)).toEqual(['Notes']);
        expect(await port.pages?.write([once], FORMATS)).toEqual([]);
      });

      test.each([
        ['a table', { name: 'Mine', sheet: 'Notes', rows: [['a'], [1]] }],
        ['our title in a table', { name: 'Mine', sheet: 'notes', rows: [['Notes'], ['What this is about.']] }],
      ] as const)('are refused by name where a sheet of the name has %s', async (_, other) => {
        const port = await make({ tables: [TRANSACTIONS, other] });
        const before = await port.facts();
        expect(await refusalOf(port.pages!.refuseForeign([PAGE]))).toBe('NOT_OURS');
        expect(await refusalOf(port.pages!.write([PAGE], FORMATS))).toBe('NOT_OURS');
        expect(await port.facts()).toEqual(before);
      });
    });

    test('a stop on the way leaves nothing half done', async () => {
      const port = await make(BOOK);
      await port.write(allTables({ CloseLog: [{ Entry: 'L-1' }] }), FORMATS);
      const stop = (): Promise<void> => Promise.reject(new Error('stopped'));
      await expect(port.write([writeOf(CLOSE_LOG, [{ Entry: 'L-2' }])], FORMATS, stop)).rejects.toThrow('stopped');
      expect(await column(port, 'CloseLog', 'Entry')).toEqual(['L-1']);
    });
  });
}
