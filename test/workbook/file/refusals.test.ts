import { strToU8 } from 'fflate';
import { openXlsx } from '../../../src/workbook/file';
import { WorkbookRefusal } from '../../../src/workbook/refusal';
import { makeParts, makeXlsx, tableSheet, zipOf, type BookInput, type Parts } from '../../support/xlsx';

const SMALL: BookInput = {
  sheets: [
    tableSheet('Transactions', [
      ['Transaction', 'Item'],
      ['T1', 'A'],
    ]),
  ],
};
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The code of the refusal, and that message and remedy are there for a person. */
function refusalOf(bytes: Uint8Array): string {
  try {
    openXlsx(bytes, 'book.xlsx');
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    const [problem] = error.problems;
    expect(problem.message).toMatch(/book\.xlsx|tables are named|The table/);
    expect(problem.remedy).toMatch(/^[A-Z].*\.$/);
    return problem.code;
  }
  return 'opened';
}

/** A compound file, as far as its first bytes and the names of its streams go. */
const compound = (...streams: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1000),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ]);

function changed(change: (parts: Parts) => void, book: BookInput = SMALL): Uint8Array {
  const parts = makeParts(book);
  change(parts);
  return zipOf(parts);
}

test('the small workbook that the refused ones are made of opens', () =>
  expect(refusalOf(makeXlsx(SMALL))).toBe('opened'));

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(0), 'EMPTY_FILE'],
  ['CSV', strToU8('Transaction,Item\nT1,A\n'), 'NOT_A_WORKBOOK'],
  ['a web page named .xlsx', strToU8('<html><table>'), 'NOT_A_WORKBOOK'],
  ['a PDF', strToU8('%PDF-1.7'), 'NOT_A_WORKBOOK'],
  ['an encrypted workbook', compound('EncryptionInfo', 'EncryptedPackage'), 'ENCRYPTED'],
  ['an .xls', compound('Workbook'), 'OLD_FORMAT'],
  ['an .xls of Excel 95', compound('Book'), 'OLD_FORMAT'],
  ['another compound file', compound('WordDocument'), 'NOT_A_WORKBOOK'],
  ['a zip file of something else', zipOf({ 'a.txt': 'a' }), 'NOT_A_WORKBOOK'],
  [
    'an OpenDocument file',
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    'NOT_A_WORKBOOK',
  ],
  [
    'a Word document',
    makeXlsx({
      ...SMALL,
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    }),
    'NOT_A_WORKBOOK',
  ],
  [
    'an .xlsb',
    makeXlsx({ ...SMALL, contentType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
    'BINARY_WORKBOOK',
  ],
  [
    'Strict, by its namespace',
    changed((parts) => {
      parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      );
    }),
    'STRICT_OOXML',
  ],
  [
    'Strict, by its relationships',
    changed((parts) => {
      parts['_rels/.rels'] = String(parts['_rels/.rels']).replace(
        REL,
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
    }),
    'STRICT_OOXML',
  ],
  [
    'a signed workbook',
    changed((parts) => {
      parts['_rels/.rels'] = String(parts['_rels/.rels']).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
      );
    }),
    'SIGNED',
  ],
  [
    'a shared workbook',
    makeXlsx({
      ...SMALL,
      relationships: `<Relationship Id="rId99" Type="${REL}/revisionHeaders" Target="revisions/h.xml"/>`,
    }),
    'SHARED_WORKBOOK',
  ],
  [
    'a part that is no XML',
    changed((parts) => (parts['xl/workbook.xml'] = '<workbook><sheets></workbook>')),
    'DAMAGED_FILE',
  ],
  ['a workbook part that is missing', changed((parts) => delete parts['xl/workbook.xml']), 'DAMAGED_FILE'],
  [
    'a part in UTF-16',
    changed((parts) => (parts['xl/workbook.xml'] = Buffer.from('\ufeff<workbook/>', 'utf16le'))),
    'DAMAGED_FILE',
  ],
  [
    'two tables of one name',
    makeXlsx({
      sheets: [tableSheet('Ledger', [['a'], [1]]), { ...tableSheet('LEDGER', [['a'], [1]]), name: 'Other' }],
    }),
    'DUPLICATE_TABLE',
  ],
  [
    'two columns of one header',
    makeXlsx({
      sheets: [
        tableSheet('Transactions', [
          ['Item', 'Transaction', ' item'],
          [1, 2, 3],
        ]),
      ],
    }),
    'DUPLICATE_HEADER',
  ],
  [
    'a table with fewer columns than its place',
    makeXlsx({
      sheets: [
        tableSheet(
          'T',
          [
            ['a', 'b'],
            [1, 2],
          ],
          { columns: ['a'] },
        ),
      ],
    }),
    'DAMAGED_FILE',
  ],
  [
    'a table without a place',
    changed(
      (parts) => (parts['xl/tables/table1.xml'] = String(parts['xl/tables/table1.xml']).replace('ref="A1:B2"', '')),
    ),
    'DAMAGED_FILE',
  ],
])('%s is refused', (_, bytes, code) => expect(refusalOf(bytes)).toBe(code));

test('a file cut anywhere is refused or, never, read in part', () => {
  const whole = makeXlsx(SMALL);
  for (let length = 1; length < whole.length; length += 97)
    expect(['DAMAGED_FILE', 'NOT_A_WORKBOOK']).toContain(refusalOf(whole.subarray(0, length)));
});

test('two headers of one name in a table of other people are their own affair', () => {
  expect(
    refusalOf(
      makeXlsx({
        sheets: [
          tableSheet('Mine', [
            ['Item', 'item '],
            [1, 2],
          ]),
        ],
      }),
    ),
  ).toBe('opened');
});

test('a table whose header cells are not those of its part is refused when it is read, by cell', async () => {
  const port = openXlsx(
    makeXlsx({
      sheets: [
        tableSheet(
          'T',
          [
            ['a', 'b'],
            [1, 2],
          ],
          { columns: ['a', 'c'] },
        ),
      ],
    }),
    'book.xlsx',
  );
  await expect(port.read(['T'])).rejects.toMatchObject({
    problems: [{ code: 'TABLE_MISMATCH', cell: 'T!B1', content: '"b"' }],
  });
});

test('a table without a header row is refused when it is read', async () => {
  const port = openXlsx(makeXlsx({ sheets: [tableSheet('T', [['a'], ['b']], { headerRowCount: 0 })] }), 'book.xlsx');
  await expect(port.read(['T'])).rejects.toMatchObject({ problems: [{ code: 'NO_HEADER_ROW' }] });
});

test('a cell that names a missing shared text is refused', async () => {
  const port = openXlsx(
    makeXlsx({ sheets: [tableSheet('T', [['a'], [{ xml: '<c r="R" t="s"><v>99</v></c>' }]])] }),
    'book.xlsx',
  );
  await expect(port.read(['T'])).rejects.toMatchObject({ problems: [{ code: 'DAMAGED_FILE' }] });
});

describe('zip files made to do harm', () => {
  const place = (bytes: Uint8Array, signature: number, name: string, nameAt: number): number => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length - 46; at++) {
      if (
        view.getUint32(at, true) === signature &&
        Buffer.from(bytes.subarray(at + nameAt, at + nameAt + name.length)).toString() === name
      )
        return at;
    }
    throw new Error('not found');
  };
  const entry = (bytes: Uint8Array, name: string): number => place(bytes, 0x02014b50, name, 46);

  test('a part that unpacks to far more than its packed size', () => {
    const bytes = zipOf({ ...makeParts(SMALL), 'xl/media/image1.bin': new Uint8Array(40 << 20) });
    expect(refusalOf(bytes)).toBe('TOO_LARGE');
  });

  test('a part that unpacks to more than it declares', async () => {
    const parts = makeParts(SMALL);
    parts['xl/worksheets/sheet1.xml'] = String(parts['xl/worksheets/sheet1.xml']).replace(
      '<sheetData>',
      `${' '.repeat(1 << 20)}<sheetData>`,
    );
    const bytes = zipOf(parts);
    new DataView(bytes.buffer).setUint32(entry(bytes, 'xl/worksheets/sheet1.xml') + 24, 500, true);
    await expect(openXlsx(bytes, 'book.xlsx').read(['Transactions'])).rejects.toMatchObject({
      problems: [{ code: 'DAMAGED_FILE' }],
    });
  });

  test('a part with another checksum than its content', () => {
    const bytes = makeXlsx(SMALL);
    new DataView(bytes.buffer).setUint32(entry(bytes, 'xl/workbook.xml') + 16, 1, true);
    expect(refusalOf(bytes)).toBe('DAMAGED_FILE');
  });

  test('parts that share their bytes', () => {
    const bytes = makeXlsx(SMALL);
    const view = new DataView(bytes.buffer);
    const [from, to] = [entry(bytes, 'xl/styles.xml'), entry(bytes, 'xl/workbook.xml')];
    for (const field of [16, 20, 24, 42]) view.setUint32(to + field, view.getUint32(from + field, true), true);
    expect(refusalOf(bytes)).toBe('DAMAGED_FILE');
  });
});
