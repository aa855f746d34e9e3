import { Workbook, type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { createWorkbook } from '../../../src/workbook/file/create';
import type { NewSheet, NewTable } from '../../../src/workbook/file/create-sheet';
import { templateWorkbook } from '../../../src/workbook/file/create-template';
import { DIMENSION_GROUPS, INPUT_TABLES, ITEMS, TRANSACTIONS } from '../../../src/workbook/tables/input';
import { PARAMETER_SPECS } from '../../../src/workbook/tables/parameters';

const MODIFIED = new Date('2026-02-01T09:30:00Z');

const transactions: NewTable = {
  kind: 'table',
  table: TRANSACTIONS,
  columns: ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost', 'Type'],
  dimensions: ['Site', 'Batch'],
  rows: 3,
  cells: {
    Transaction: ['00123', '=SUM(1)', ' R&D <3> '],
    Item: ['A', 'A', 'A'],
    Site: ['North', 'North', null],
    Batch: [null, null, 'two\nlines'],
    Quantity: [10, -2.5, 0.333333],
    'Financial date': [46053, 46054, null],
    'Financial cost': [100, -25.5, null],
    Type: ['Purchase', 'Sale', null],
  },
};
const items: NewTable = { kind: 'table', table: ITEMS, rows: 1, cells: { Item: ['A'], Name: ['Ann’s bell'] } };
const empty: NewTable = {
  kind: 'table',
  table: DIMENSION_GROUPS,
  dimensions: ['Site'],
  rows: 0,
  cells: {},
  spareRows: 10,
};
const page: NewSheet = {
  kind: 'page',
  sheet: 'Read me',
  title: 'Title',
  lines: [{ text: 'Text' }, { cells: ['Items', 'No', 'What it is'], link: 'Items' }],
};
const SHEETS = [page, transactions, items, empty];

/** What a foreign reader sees. */
async function open(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

const values = (sheet: Worksheet, row: number): unknown[] =>
  Array.from({ length: sheet.columnCount }, (_, column) => sheet.getCell(row, column + 1).value);

/** The one table of a sheet; the reader's types do not tell of it. */
function tableOf(sheet: Worksheet): { name: string; tableRef: string } {
  const tables = (sheet as unknown as { tables: Record<string, { table: { name: string; tableRef: string } }> }).tables;
  return Object.values(tables)[0].table;
}

const noteOf = (sheet: Worksheet, cell: string): string => {
  const note = sheet.getCell(cell).note;
  return typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : String(note);
};

describe('a new workbook, as a foreign reader sees it', () => {
  let workbook: Workbook;
  let sheet: Worksheet;
  beforeAll(async () => {
    workbook = await open(createWorkbook(SHEETS, MODIFIED));
    sheet = workbook.getWorksheet('Transactions') as Worksheet;
  });

  test('has the sheets in order, and each table below its title', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Read me',
      'Transactions',
      'Items',
      'Dimension groups',
    ]);
    expect(sheet.getCell('A1').value).toBe('Transactions');
    expect(sheet.getCell('A2').value).toBe(TRANSACTIONS.about);
    expect(tableOf(sheet)).toMatchObject({ name: 'Transactions', tableRef: 'A4:H7' });
  });

  test('has the dimension columns after Item, and the cells as they were given', () => {
    expect(values(sheet, 4)).toEqual([
      'Transaction',
      'Item',
      'Site',
      'Batch',
      'Quantity',
      'Financial date',
      'Financial cost',
      'Type',
    ]);
    const day = new Date('2026-01-31T00:00:00Z');
    expect(values(sheet, 5)).toEqual(['00123', 'A', 'North', null, 10, day, 100, 'Purchase']);
    expect(values(sheet, 6).slice(0, 5)).toEqual(['=SUM(1)', 'A', 'North', null, -2.5]);
    expect(values(sheet, 7)).toEqual([' R&D <3> ', 'A', null, 'two\nlines', 0.333333, null, null, null]);
  });

  test.each([
    ['A5', '@'],
    ['E5', 'General_);(General)'],
    ['F5', 'yyyy-mm-dd'],
    ['G5', '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  ])('formats %s as %s', (cell, format) => {
    expect(sheet.getCell(cell).numFmt).toBe(format);
  });

  test('has a note on every header', () => {
    const headers = values(sheet, 4);
    const notes = headers.map((_, column) => noteOf(sheet, sheet.getCell(4, column + 1).address));
    expect(notes).toEqual(
      headers.map(
        (header) =>
          TRANSACTIONS.columns.find(({ name }) => name === header)?.note ?? expect.stringMatching(/keeps costs apart/),
      ),
    );
  });

  test.each([
    ['A5', undefined],
    ['B5', { type: 'list', formulae: ['ItemNumbers'], errorStyle: 'warning' }],
    ['E7', { type: 'decimal', operator: 'notEqual', formulae: [0] }],
    [
      'F7',
      {
        type: 'custom',
        errorStyle: 'warning',
        promptTitle: 'Financial date',
        error: expect.stringMatching(/^Enter a date, such as 2026-01-31, after the last close/),
        formulae: ['AND(ISNUMBER(F5),F5>=61,F5<=2958465,F5>ClosedUpTo)'],
      },
    ],
    ['G7', { type: 'decimal', error: 'Enter a number.' }],
    ['H7', { type: 'list', formulae: [expect.stringMatching(/^"Purchase,Sale,.*Vendor return"$/)] }],
    ['H8', undefined],
  ])('validates %s', (cell, validation) => {
    const found = sheet.getCell(cell).dataValidation as unknown;
    if (validation === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(validation);
  });

  test('freezes the header, prints it on every page, and prints landscape', () => {
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4, topLeftCell: 'A5' });
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '4:4', fitToPage: true });
  });

  test('gives an empty table one blank row, and validation to its spare rows', () => {
    const groups = workbook.getWorksheet('Dimension groups') as Worksheet;
    expect(tableOf(groups)).toMatchObject({ name: 'DimensionGroups', tableRef: 'A4:B5' });
    expect(values(groups, 5)).toEqual([null, null]);
    expect(groups.getCell('B15').dataValidation).toMatchObject({ type: 'list', formulae: ['"Yes,No"'] });
    expect(groups.getCell('B16').dataValidation).toBeUndefined();
  });
});

/** Children of the worksheet element in the order that the file format demands, as far as we write them. */
const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'mergeCells',
  'dataValidations',
  'hyperlinks',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'ignoredErrors',
  'legacyDrawing',
  'tableParts',
];

describe('a new workbook, as a package', () => {
  const bytes = createWorkbook(SHEETS, MODIFIED);
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));

  test('is the same bytes each time', () => {
    expect(createWorkbook(SHEETS, MODIFIED)).toEqual(bytes);
  });

  test.each([...parts.keys()])('%s is well-formed', (name) => {
    const parser = new SaxesParser();
    const elements: string[] = [];
    parser.on('opentag', ({ name: element }) => elements.push(element));
    expect(() => parser.write(parts.get(name) ?? '').close()).not.toThrow();
    expect(elements.length).toBeGreaterThan(0);
  });

  test.each([1, 2, 3, 4])('sheet %i has its elements in the order of the format', (number) => {
    const children: string[] = [];
    let depth = 0;
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => {
      if (depth++ === 1) children.push(name);
    });
    parser.on('closetag', () => depth--);
    parser.write(parts.get(`xl/worksheets/sheet${number}.xml`) ?? '').close();
    expect(children).toContain('sheetData');
    expect(children).toEqual(WORKSHEET_ORDER.filter((name) => children.includes(name)));
  });

  test('every relationship leads to a part, and every part has a content type', () => {
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const [name, text] of parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace('_rels/', '').replace(/[^/]*$/, '');
      for (const [, target] of text.matchAll(/Target="([^"]+)"/g)) {
        const part = new URL(target, `https://package/${folder}`).pathname.slice(1);
        expect([...parts.keys()]).toContain(part);
        expect(part.endsWith('.vml') || types.includes(`PartName="/${part}"`)).toBe(true);
      }
    }
    expect(types).toContain('Extension="vml"');
  });

  test('names the lists that columns choose from', () => {
    expect(parts.get('xl/workbook.xml')).toContain('<definedName name="ItemNumbers">Items[Item]</definedName>');
  });

  test('names the date of the last close, for the dates of transactions; it leads nowhere until there is one', () => {
    const [, formula] =
      /<definedName name="ClosedUpTo">(.*?)<\/definedName>/.exec(parts.get('xl/workbook.xml') ?? '') ?? [];
    expect(formula).toBe(
      'IFERROR(SUMPRODUCT(MAX((INDIRECT("Closings[Type]")="Close")*(INDIRECT("Closings[Status]")="Completed")*INDIRECT("Closings[Date]"))),0)',
    );
  });

  test('note boxes of two sheets do not share shape ids', () => {
    const ids = [...parts].flatMap(([name, text]) =>
      name.endsWith('.vml') ? [...text.matchAll(/<v:shape id="([^"]+)"/g)].map(([, id]) => id) : [],
    );
    expect(ids).toHaveLength(8 + ITEMS.columns.length + 2);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the template', () => {
  let workbook: Workbook;
  beforeAll(async () => {
    workbook = await open(templateWorkbook(MODIFIED));
  });

  test('has a page of instructions and every input table', () => {
    const sheets = workbook.worksheets.map(({ name }) => name);
    expect(sheets[0]).toBe('Read me');
    expect(sheets.slice(1)).toEqual(INPUT_TABLES.map(({ sheet }) => sheet));
    expect(workbook.worksheets.slice(1).map((sheet) => tableOf(sheet).name)).toEqual(
      INPUT_TABLES.map(({ name }) => name),
    );
  });

  test('lists every parameter with its default and meaning', () => {
    const sheet = workbook.getWorksheet('Parameters') as Worksheet;
    const rows = PARAMETER_SPECS.map((_, row) => values(sheet, 5 + row));
    expect(rows.map(([name]) => name)).toEqual(PARAMETER_SPECS.map(({ name }) => name));
    expect(rows[0]).toEqual(['Currency', 'USD', PARAMETER_SPECS[0].note]);
    expect(rows[1].slice(0, 2)).toEqual(['Amount decimals', 2]);
    const model = PARAMETER_SPECS.findIndex(({ name }) => name === 'Default inventory model');
    expect(sheet.getCell(5 + model, 2).dataValidation).toMatchObject({
      type: 'list',
      formulae: [expect.stringContaining('FIFO,LIFO,')],
    });
  });

  test.each([
    ['Transactions', 'F1005'],
    ['Items', 'D1005'],
    ['Periods', 'D1005'],
  ])('%s is validated down to %s', (name, cell) => {
    const sheet = workbook.getWorksheet(name) as Worksheet;
    expect(sheet.getCell(cell).dataValidation).toBeDefined();
  });
});
