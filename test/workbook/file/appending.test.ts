import type { WorkbookRefusal } from '../../../src/workbook/refusal';
import { openXlsx } from '../../../src/workbook/file';
import type { TableWrite } from '../../../src/workbook/port';
import { CLOSE_LOG, CLOSINGS, COST_PRICE_CHECK, LEDGER, SETTLEMENTS } from '../../../src/workbook/tables/results';
import { columnLetters } from '../../../src/workbook/cells';
import { allTables, FORMATS, writeOf, type Row } from '../../support/result-writes';
import { makeXlsx, partsOf, tableSheet, zipOf } from '../../support/xlsx';

const MODIFIED = new Date('2026-02-01T08:00:00Z');
const BOOK = {
  sheets: [
    tableSheet('Transactions', [
      ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
      ['T1', 'BOLT', 10, 46030, 100],
    ]),
  ],
};
const ROW: Row = {
  Settlement: 'S-1',
  Issue: 'T1',
  Quantity: 4,
  Amount: 40,
  Status: 'Active',
  'Issue row': 1,
  'Closing row': 1,
};

type Parts = Record<string, string>;

/** A workbook with results, as parts, and where the sheet and the table of a name are. */
async function closed(
  rows: Record<string, readonly Row[]> = { Settlements: [ROW, ROW] },
  more: Partial<TableWrite> = {},
): Promise<Parts> {
  const port = openXlsx(makeXlsx(BOOK), 'book.xlsx');
  await port.write(allTables(rows, more), FORMATS);
  return partsOf(port.toBytes(MODIFIED));
}

function partsNamed(parts: Parts, table: string): { sheet: string; table: string } {
  const found = Object.keys(parts).find((name) => parts[name].includes(`displayName="${table}"`)) ?? '';
  const file = found.slice(found.lastIndexOf('/') + 1);
  const relationships =
    Object.keys(parts).find((name) => name.startsWith('xl/worksheets/_rels') && parts[name].includes(`/${file}"`)) ??
    '';
  return { table: found, sheet: relationships.replace('_rels/', '').replace('.rels', '') };
}

/** Changes the sheet and the table part of a result table as a person in Excel would. */
function edited(
  parts: Parts,
  table: string,
  sheet: (xml: string) => string,
  part = (xml: string): string => xml,
): Parts {
  const names = partsNamed(parts, table);
  return { ...parts, [names.sheet]: sheet(parts[names.sheet]), [names.table]: part(parts[names.table]) };
}

async function append(parts: Parts, write: TableWrite): Promise<Parts> {
  const port = openXlsx(zipOf(parts), 'book.xlsx');
  await port.write([write], FORMATS);
  return partsOf(port.toBytes(MODIFIED));
}

const refusal = (code: string, cell?: string) =>
  expect.objectContaining({ problems: [expect.objectContaining({ code, ...(cell === undefined ? {} : { cell }) })] });

/** First row of data of Settlements: title, about, space, three tie-outs, space, header. */
const FIRST = 9;
const cellIn = (xml: string, reference: string): string =>
  new RegExp(`<c r="${reference}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? '';
const rowNumbers = (xml: string): number[] => [...xml.matchAll(/<row r="(\d+)"/g)].map((match) => Number(match[1]));

describe('refuses, by cell', () => {
  test.each<[string, (xml: string) => string, string, string]>([
    [
      'a value below the table',
      (xml) => xml.replace('</sheetData>', `<row r="${FIRST + 2}"><c r="C${FIRST + 2}"><v>7</v></c></row></sheetData>`),
      'OCCUPIED',
      `Settlements!C${FIRST + 2}`,
    ],
    [
      'a formula further below',
      (xml) =>
        xml.replace('</sheetData>', `<row r="${FIRST + 3}"><c r="B${FIRST + 3}"><f>1+1</f></c></row></sheetData>`),
      'OCCUPIED',
      `Settlements!B${FIRST + 3}`,
    ],
    [
      'merged cells',
      (xml) =>
        xml.replace(
          '<pageMargins',
          `<mergeCells count="1"><mergeCell ref="B${FIRST + 2}:C${FIRST + 5}"/></mergeCells><pageMargins`,
        ),
      'OCCUPIED',
      `Settlements!B${FIRST + 2}`,
    ],
    [
      'protection',
      (xml) => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
      'SHEET_PROTECTED',
      '',
    ],
    [
      'a form that can not be taken apart',
      (xml) => xml.replace('<sheetData>', '<sheetData><!-- <row r="1"> -->'),
      'UNUSUAL_SHEET',
      '',
    ],
  ])('%s', async (_, change, code, cell) => {
    const parts = edited(await closed(), 'Settlements', change);
    const port = openXlsx(zipOf(parts), 'book.xlsx');
    await expect(port.write([writeOf(SETTLEMENTS, [ROW, ROW])], FORMATS)).rejects.toEqual(refusal(code, cell));
    expect(partsOf(port.toBytes(MODIFIED))).toEqual(parts);
  });

  test('a totals row', async () => {
    const parts = edited(
      await closed(),
      'Settlements',
      (xml) => xml,
      (xml) => xml.replace('totalsRowShown="0"', 'totalsRowCount="1"'),
    );
    await expect(append(parts, writeOf(SETTLEMENTS, [ROW]))).rejects.toEqual(refusal('TOTALS_ROW'));
  });

  test('a text that no cell can hold', async () => {
    const write = writeOf(CLOSE_LOG, [{ Entry: 'L', Message: 'x'.repeat(32_768) }]);
    const refused = append(await closed(), write).catch((error: WorkbookRefusal) => error.problems[0]);
    expect(await refused).toMatchObject({ code: 'TEXT_TOO_LONG', cell: "'Close log'!I8" });
  });
});

test.each<[string, Parameters<typeof makeXlsx>[0], string]>([
  [
    'a defined name that a table would need',
    { ...BOOK, definedNames: '<definedName name="ledger">1</definedName>' },
    'NAME_TAKEN',
  ],
  [
    'a protected structure',
    { ...BOOK, workbookBefore: '<workbookProtection lockStructure="1"/>' },
    'STRUCTURE_PROTECTED',
  ],
])('refuses %s', async (_, book, code) => {
  await expect(openXlsx(makeXlsx(book), 'book.xlsx').write(allTables({}), FORMATS)).rejects.toEqual(refusal(code));
});

describe('what people have added', () => {
  test('cells beside the new rows stay, and rows stay in order', async () => {
    const beside = FIRST + 3;
    const parts = edited(await closed(), 'Settlements', (xml) =>
      xml.replace(
        '</sheetData>',
        `<row r="${beside}" spans="30:30" ht="20" customHeight="1"><c r="AD${beside}" t="inlineStr"><is><t>note</t></is></c></row><row r="40"><c r="A40"><v>1</v></c></row></sheetData>`,
      ),
    );
    const after = await append(parts, writeOf(SETTLEMENTS, [ROW, { ...ROW, Quantity: 5 }, ROW]));
    const xml = after[partsNamed(after, 'Settlements').sheet];
    expect(rowNumbers(xml)).toEqual([...rowNumbers(xml)].sort((a, b) => a - b));
    expect(xml).toContain(`<row r="${beside}" ht="20" customHeight="1"><c r="A${beside}"`);
    expect(cellIn(xml, `AD${beside}`)).toContain('note');
    expect(cellIn(xml, `G${beside}`)).toContain('<v>5</v>');
    expect(cellIn(xml, 'A40')).toContain('<v>1</v>');
  });

  /** Adds a column "Reviewed" at the right of the table, with a formula or what was typed. */
  const withColumn = (parts: Parts, formula: string): Parts => {
    const last = SETTLEMENTS.columns.length + 2 * SETTLEMENTS.links.length;
    const [letters, next] = [columnLetters(last), columnLetters(last + 1)];
    const content = formula === '' ? '' : `<calculatedColumnFormula>${formula}</calculatedColumnFormula>`;
    return edited(
      parts,
      'Settlements',
      (xml) =>
        xml
          .replace(
            new RegExp(`(<row r="${FIRST - 1}".*?)</row>`),
            `$1<c r="${next}${FIRST - 1}" t="inlineStr"><is><t>Reviewed</t></is></c></row>`,
          )
          .replace(
            new RegExp(`(<row r="${FIRST}".*?)</row>`),
            `$1<c r="${next}${FIRST}" s="1" t="str"><v>yes</v></c></row>`,
          ),
      (xml) =>
        xml
          .replaceAll(`:${letters}`, `:${next}`)
          .replace('</tableColumns>', `<tableColumn id="99" name="Reviewed">${content}</tableColumn></tableColumns>`),
    );
  };
  const reviewed = `${columnLetters(SETTLEMENTS.columns.length + 2 * SETTLEMENTS.links.length + 1)}`;

  test.each([
    ['a column that they type into is blank in new rows', '', ''],
    [
      'a calculated column is filled',
      'Settlements[[#This Row],[Amount]]*2',
      '<f>Settlements[[#This Row],[Amount]]*2</f>',
    ],
    ['a formula with addresses, which differs from row to row, is not guessed', 'H9*2', ''],
  ])('%s', async (_, formula, expected) => {
    const after = await append(withColumn(await closed(), formula), writeOf(SETTLEMENTS, [ROW]));
    const xml = after[partsNamed(after, 'Settlements').sheet];
    const cell = cellIn(xml, `${reviewed}${FIRST + 2}`);
    expect(/<f>.*<\/f>/.exec(cell)?.[0] ?? '').toBe(expected);
    expect(cellIn(xml, `${reviewed}${FIRST}`)).toContain('yes');
  });

  test('formats of a column are carried on', async () => {
    const parts = edited(await closed(), 'Settlements', (xml) =>
      xml.replace(new RegExp(`<c r="H${FIRST + 1}" s="\\d+"`), `<c r="H${FIRST + 1}" s="1"`),
    );
    const after = await append(parts, writeOf(SETTLEMENTS, [ROW]));
    expect(cellIn(after[partsNamed(after, 'Settlements').sheet], `H${FIRST + 2}`)).toMatch(/ s="1"/);
  });

  test('columns in another order, and headers in other letters, are found', async () => {
    const swap = (xml: string): string =>
      xml
        .replace('name="Quantity"', 'name="#"')
        .replace('name="Amount"', 'name="QUANTITY "')
        .replace('name="#"', 'name="amount"');
    const parts = edited(
      await closed(),
      'Settlements',
      (xml) =>
        xml
          .replace('<t>Quantity</t>', '<t>#</t>')
          .replace('<t>Amount</t>', '<t xml:space="preserve">QUANTITY </t>')
          .replace('<t>#</t>', '<t>amount</t>'),
      swap,
    );
    const xml = await append(parts, writeOf(SETTLEMENTS, [{ ...ROW, Quantity: 1, Amount: 2 }])).then(
      (after) => after[partsNamed(after, 'Settlements').sheet],
    );
    expect([cellIn(xml, `G${FIRST + 2}`), cellIn(xml, `H${FIRST + 2}`)]).toEqual([
      expect.stringContaining('<v>2</v>'),
      expect.stringContaining('<v>1</v>'),
    ]);
  });
});

test('place, filter and used area grow with the table', async () => {
  const after = await append(await closed(), writeOf(SETTLEMENTS, [ROW, ROW, ROW]));
  const names = partsNamed(after, 'Settlements');
  const ref = `A${FIRST - 1}:Q${FIRST + 4}`;
  expect(after[names.table].match(/ ref="[^"]*"/g)).toEqual([` ref="${ref}"`, ` ref="${ref}"`]);
  expect(after[names.sheet]).toContain(`<dimension ref="A1:Q${FIRST + 4}"/>`);
});

test('a report that shrinks takes its rows and their formulas out of the calculation chain', async () => {
  const lines = ['A', 'B', 'C'].map((Line) => ({ Line, Transaction: 'T1', 'Transaction row': 1 }));
  let parts = await closed({ CostPriceCheck: lines });
  const { sheet } = partsNamed(parts, 'CostPriceCheck');
  const sheetId = Number(/sheet(\d+)\.xml/.exec(sheet)?.[1]);
  const [link] =
    /<c r="([A-Z]+)\d+"[^>]*t="str"><f>IFERROR\(HYPERLINK\(CostPriceCheck/.exec(parts[sheet])?.slice(1) ?? [];
  const first = Number(
    new RegExp(`<c r="${link}(\\d+)"[^>]*t="str"><f>IFERROR\\(HYPERLINK\\(CostPriceCheck`).exec(parts[sheet])?.[1],
  );
  const chain = [first, first + 1, first + 2].map((row) => `<c r="${link}${row}"/>`).join('');
  parts = {
    ...parts,
    'xl/calcChain.xml': `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/><c r="${link}${first}" i="${sheetId}"/>${chain.slice(chain.indexOf('/>') + 2)}<c r="C1" i="1"/><c r="D1"/></calcChain>`,
    'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels'].replace(
      '</Relationships>',
      '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
    ),
  };
  const after = await append(parts, writeOf(COST_PRICE_CHECK, lines.slice(0, 1), { replace: true }));
  expect(after['xl/calcChain.xml'].match(/<c [^>]*>/g)).toEqual([
    '<c r="B1" i="1"/>',
    `<c r="${link}${first}" i="${sheetId}"/>`,
    '<c r="C1" i="1"/>',
    '<c r="D1"/>',
  ]);
  expect(rowNumbers(after[sheet]).at(-1)).toBe(first);
});

test('the figures above a table are brought up to date, and their verdicts', async () => {
  const parts = await closed({ Ledger: [{ Line: '1', Debit: 5 }] });
  const tieOuts = { Debit: 12, Credit: 11.5, 'Debit − Credit': 0.5 };
  const after = await append(parts, writeOf(LEDGER, [{ Line: '2' }], { tieOuts }));
  const figures = [
    ...after[partsNamed(after, 'Ledger').sheet].matchAll(/<c r="([A-Z]+[456])"[^>]*><f>([^<]*)<\/f><v>([^<]*)<\/v>/g),
  ].map((match) => match.slice(1));
  expect(figures).toEqual([
    ['B4', 'SUM(Ledger[Debit])', '12'],
    ['B5', 'SUM(Ledger[Credit])', '11.5'],
    ['B6', 'ROUND(SUM(Ledger[Debit])-SUM(Ledger[Credit]),6)', '0.5'],
    ['C6', 'IF(B6=0,"OK","Difference")', 'Difference'],
  ]);
});

test('links of a sheet that was renamed lead right again by their names, and no cell changes', async () => {
  const before = await closed({ Settlements: [ROW] });
  const parts = {
    ...before,
    'xl/workbook.xml': before['xl/workbook.xml'].replace('name="Transactions"', 'name="Stock &amp; moves"'),
  };
  const after = await append(parts, writeOf(SETTLEMENTS, []));
  const { sheet } = partsNamed(after, 'Settlements');
  // Those of other tables are written by whoever writes these.
  expect(after['xl/workbook.xml']).not.toMatch(/<definedName name="Settlements\.[^<]*"#Transactions!"/);
  expect(
    after['xl/workbook.xml'].match(/<definedName name="Settlements\.Issue">IF\([^<]*"#'Stock &amp; moves'!"/g),
  ).toHaveLength(1);
  expect(after[sheet]).toBe(before[sheet]);
});

test('link columns with another formula get ours, in old rows too, and what they show stays', async () => {
  const parts = await closed({ Settlements: [ROW] });
  const { sheet, table } = partsNamed(parts, 'Settlements');
  for (const part of [sheet, table])
    parts[part] = parts[part].replaceAll(
      'IFERROR(HYPERLINK(Settlements.Issue,"→"),"")',
      'HYPERLINK("#Transactions!A2","→")',
    );
  const after = await append(parts, writeOf(SETTLEMENTS, [ROW]));
  expect(after[sheet].match(/<f>IFERROR\(HYPERLINK\(Settlements\.Issue,"→"\),""\)<\/f><v>→<\/v>/g)).toHaveLength(2);
  expect(after[table]).toContain('<calculatedColumnFormula>IFERROR(HYPERLINK(Settlements.Issue,');
});

test('a name of our links that stands for something else is refused', async () => {
  const parts = await closed({ Settlements: [ROW] });
  parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace(
    /(<definedName name="Settlements\.Issue">)[^<]*/,
    '$10.19',
  );
  await expect(append(parts, writeOf(SETTLEMENTS, [ROW]))).rejects.toThrow('defined name "Settlements.Issue"');
});

test('a renamed result sheet is written to where its table is', async () => {
  const before = await closed();
  const parts = { ...before, 'xl/workbook.xml': before['xl/workbook.xml'].replace('name="Closings"', 'name="Runs"') };
  const port = openXlsx(zipOf(parts), 'book.xlsx');
  await port.write([writeOf(CLOSINGS, [{ Closing: 'IC-0002' }])], FORMATS);
  expect((await port.facts()).sheets).toContain('Runs');
  expect((await port.read(['Closings'])).get('Closings')).toMatchObject({ sheet: 'Runs', rows: 1 });
});

test('without link columns a cell above the table takes an id, and the one beside it leads there', async () => {
  const parts = await closed({ Settlements: [ROW] }, { links: false });
  const sheet = (table: string): string => parts[partsNamed(parts, table).sheet];
  expect(sheet('Settlements')).toContain('<is><t>Go to transaction</t></is></c><c r="D8"');
  expect(sheet('Settlements')).toMatch(/<c r="E8"[^>]*><f>IF\(D8="","",IFERROR\(HYPERLINK\("#Transactions!"/);
  expect(sheet('Ledger')).toContain('Go to closing');
  expect(sheet('Settlements')).toContain('ySplit="10"');
});

test('wide tables are printed on two pages side by side, and links not at all', async () => {
  const parts = await closed({ Settlements: [ROW] });
  const named = (name: string): string[] =>
    [...parts['xl/workbook.xml'].matchAll(new RegExp(`<definedName name="_xlnm\\.${name}"[^>]*>([^<]*)<`, 'g'))].map(
      ([, text]) => text,
    );
  expect(named('Print_Area')).toEqual(
    expect.arrayContaining(['Settlements!$A:$K', `Closings!$A:$${columnLetters(CLOSINGS.columns.length)}`]),
  );
  expect(named('Print_Titles')).toEqual(expect.arrayContaining(['Settlements!$8:$8', 'Closings!$A:$A,Closings!$8:$8']));
  expect(parts[partsNamed(parts, 'Settlements').sheet]).toContain(
    '<pageSetup orientation="landscape" fitToHeight="0"/>',
  );
  expect(parts[partsNamed(parts, 'Closings').sheet]).toContain(
    '<pageSetup pageOrder="overThenDown" orientation="landscape" fitToWidth="2" fitToHeight="0"/>',
  );
});
