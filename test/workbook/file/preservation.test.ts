import ExcelJS from 'exceljs';
import { openXlsx } from '../../../src/workbook/file';
import { readDirectory } from '../../../src/workbook/file/zip-directory';
import { RESULT_TABLES, SETTLEMENTS } from '../../../src/workbook/tables/results';
import { linkName } from '../../../src/workbook/write/link-formula';
import { insertionsOf } from '../../support/insertions';
import { convertWithLibreOffice, libreOffice } from '../../support/libreoffice';
import { allTables, FORMATS, writeOf } from '../../support/result-writes';
import { richBook } from '../../support/rich-book';
import { makeXlsx, partsOf, zipOf, makeParts, type BookInput } from '../../support/xlsx';

// LibreOffice takes its time where the machine is busy.
jest.setTimeout(120_000);

const MODIFIED = new Date('2026-02-01T08:00:00Z');
const INSERTED_INTO = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];
const ROWS = {
  Settlements: [{ Settlement: 'S-1', Issue: 'T2', Receipt: 'T1', Quantity: 4, Amount: 40.5, 'Issue row': 2 }],
};

async function written(bytes: Uint8Array): Promise<Uint8Array> {
  const port = openXlsx(bytes, 'book.xlsm');
  await port.write(allTables(ROWS), FORMATS);
  return port.toBytes(MODIFIED);
}

/** Every old part is there, as packed as it was, but for the four that are inserted into. Returns those insertions. */
function expectKept(before: Uint8Array, after: Uint8Array): Record<string, string[]> {
  const packed = new Map(readDirectory(after, 'after').map((entry) => [entry.name, Buffer.concat(entry.packed)]));
  const [old, now] = [partsOf(before), partsOf(after)];
  const insertions: Record<string, string[]> = {};
  for (const entry of readDirectory(before, 'before')) {
    if (INSERTED_INTO.includes(entry.name)) insertions[entry.name] = insertionsOf(old[entry.name], now[entry.name]);
    else expect([entry.name, packed.get(entry.name)?.equals(Buffer.concat(entry.packed))]).toEqual([entry.name, true]);
  }
  return insertions;
}

async function fromExcelJs(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Data');
  sheet.addTable({
    name: 'Transactions',
    ref: 'B3',
    columns: ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'].map((name) => ({ name })),
    rows: [
      ['T1', 'BOLT', 10, new Date(Date.UTC(2026, 0, 8)), 100],
      ['T2', 'BOLT', -4, new Date(Date.UTC(2026, 0, 18)), -44],
    ],
  });
  sheet.getCell('J1').value = { formula: 'SUM(F4:F5)', result: 56 };
  sheet.getCell('J1').numFmt = '#,##0.00';
  workbook.addWorksheet('Ärger & Co').getCell('A1').font = { bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const stripped = (change: (parts: Record<string, string>) => void, book: BookInput = richBook()): Uint8Array => {
  const parts = makeParts(book) as Record<string, string>;
  change(parts);
  return zipOf(parts);
};

test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  ['charts, macros, pivots, names, links', () => makeXlsx(richBook())],
  ['a prefix before all names', () => makeXlsx({ ...richBook(), prefix: 'x' })],
  ['no defined names', () => makeXlsx({ ...richBook(), definedNames: '' })],
  [
    'no settings of calculation',
    () =>
      stripped(
        (parts) => (parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace('<calcPr calcId="191029"/>', '')),
      ),
  ],
  [
    'own number formats',
    () =>
      stripped(
        (parts) =>
          (parts['xl/styles.xml'] = parts['xl/styles.xml'].replace(
            '<fonts',
            '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts',
          )),
      ),
  ],
  [
    'an empty list of number formats',
    () =>
      stripped(
        (parts) => (parts['xl/styles.xml'] = parts['xl/styles.xml'].replace('<fonts', '<numFmts count="0"/><fonts')),
      ),
  ],
  [
    'Windows line ends and a byte order mark',
    () =>
      stripped((parts) => (parts['xl/workbook.xml'] = `\ufeff${parts['xl/workbook.xml'].replace(/></g, '>\r\n<')}`)),
  ],
  ['ExcelJS', fromExcelJs],
])('a workbook with or by %s keeps all that is not ours', async (_, make) => {
  const before = await make();
  const after = await written(before);
  const insertions = expectKept(before, after);
  expect(insertions['xl/workbook.xml'].join('').match(/<(?:\w+:)?sheet /g)).toHaveLength(RESULT_TABLES.length);
  const names = insertions['xl/workbook.xml'].join('');
  expect(names.match(/<(?:\w+:)?definedName name="_xlnm\.Print_Titles"/g)).toHaveLength(RESULT_TABLES.length);
  const links = RESULT_TABLES.flatMap((table) => table.links.map(({ column }) => `"${linkName(table.name, column)}"`));
  expect(links.filter((link) => !names.includes(link))).toEqual([]);
  expect(insertions['xl/workbook.xml'].join('')).toContain('fullCalcOnLoad');
  expect(insertions['[Content_Types].xml'].join('').match(/<Override /g)).toHaveLength(2 * RESULT_TABLES.length);
});

test('a second run changes no part but those of the sheets that it adds to', async () => {
  const before = await written(makeXlsx(richBook()));
  const port = openXlsx(before, 'book.xlsm');
  await port.write([writeOf(SETTLEMENTS, ROWS.Settlements)], FORMATS);
  const [old, now] = [partsOf(before), partsOf(port.toBytes(MODIFIED))];
  const place = (await port.facts()).sheets.indexOf('Settlements') + 1;
  const changed = Object.keys(now).filter((name) => now[name] !== old[name]);
  expect(changed).toEqual([`xl/worksheets/sheet${place}.xml`, expect.stringMatching(/^xl\/tables\/table\d+\.xml$/)]);
});

test('a write without rows, changes or figures leaves all parts as they are', async () => {
  const before = await written(makeXlsx(richBook()));
  const port = openXlsx(before, 'book.xlsm');
  await port.write(
    allTables({}).map((write) => ({ ...write, tieOuts: {} })),
    FORMATS,
  );
  expect(Buffer.from(port.toBytes(MODIFIED)).equals(before)).toBe(true);
});

test('the same workbook, rows and time give the same bytes', async () => {
  const [one, other] = [await written(makeXlsx(richBook())), await written(makeXlsx(richBook()))];
  expect(Buffer.from(one).equals(other)).toBe(true);
});

test('a workbook whose author wants no calculation is not told to calculate', async () => {
  const before = stripped(
    (parts) =>
      (parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace(
        'calcId="191029"',
        'calcId="191029" calcMode="manual"',
      )),
  );
  expect(expectKept(before, await written(before))['xl/workbook.xml']).not.toContain('fullCalcOnLoad');
});

test('a workbook without a part of styles gets one', async () => {
  const before = stripped((parts) => {
    delete parts['xl/styles.xml'];
    for (const name of ['xl/_rels/workbook.xml.rels', '[Content_Types].xml'])
      parts[name] = parts[name].replace(/<(Relationship|Override)[^>]*styles[^>]*>/, '');
  });
  const after = await written(before);
  expectKept(before, after);
  expect(partsOf(after)['xl/_rels/workbook.xml.rels']).toContain('/styles" Target="styles.xml"');
});

(libreOffice ? test : test.skip)('a workbook that LibreOffice saved keeps all that is not ours', async () => {
  const before = await convertWithLibreOffice(makeXlsx({ sheets: richBook().sheets.slice(0, 1) }), 'xlsx');
  expectKept(before, await written(before));
});
