import { parseArea } from '../../host/model/address';
import { addSheet, deleteSheet, moveSheet, renameSheet } from '../../host/model/sheets';
import type { Workbook } from '../../host/model/workbook';
import { Grid } from '../../host/view/grid';
import { insertSheets } from '../../host/xlsx/insert';
import { readXlsx } from '../../host/xlsx/read';
import { writeXlsx } from '../../host/xlsx/write';
import { sampleWorkbook } from '../../samples';
import { parseIsoDay } from '../../src/book/days';
import { close } from '../../src/runs/close';
import { verify } from '../../src/runs/verify';
import { openXlsx } from '../../src/workbook/file';
import { readDirectory } from '../../src/workbook/file/zip-directory';
import { convertWithLibreOffice, libreOffice } from '../support/libreoffice';
import { richBook } from '../support/rich-book';
import { ENV } from '../support/workbooks';
import { makeXlsx, partsOf, type BookInput } from '../support/xlsx';
import { openExcel } from '../workbook/excel/support';

// LibreOffice takes its time where the machine is busy.
jest.setTimeout(120_000);

const MODIFIED = new Date('2026-02-01T09:30:00Z');
const JANUARY = { upTo: parseIsoDay('2026-01-31')! };
const FEBRUARY = { upTo: parseIsoDay('2026-02-28')! };

/** What people have on a sheet, of which the stand-in knows nothing. */
const FOREIGN =
  '<conditionalFormatting sqref="B1:B2"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="whole" sqref="B1"><formula1>0</formula1><formula2>99</formula2></dataValidation></dataValidations>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="landscape"/>';

function book(): BookInput {
  const rich = richBook();
  const [data, report] = rich.sheets;
  const after = report.after?.replace(/^[^]*<pageMargins[^>]*>/, FOREIGN);
  return { ...rich, sheets: [data, { ...report, ...(after === undefined ? {} : { after }) }] };
}

const open = (bytes: Uint8Array): Workbook => readXlsx(bytes, 'book.xlsm');

/** Parts that are not, packed, what they were; missing ones and new ones too. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const packed = (bytes: Uint8Array): Map<string, string> =>
    new Map(
      readDirectory(bytes, 'book').map(({ name, packed: parts }) => [name, Buffer.concat(parts).toString('hex')]),
    );
  const [old, now] = [packed(before), packed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)).sort();
}

/** A part without the cells it holds. */
const aroundCells = (xml: string): string => xml.replace(/<sheetData>[^]*<\/sheetData>/, '');

describe('a workbook that was opened', () => {
  test('and saved as it is has the same parts', () => {
    const bytes = makeXlsx(book());
    expect(changedParts(bytes, writeXlsx(open(bytes), MODIFIED))).toEqual([]);
  });

  test('has all that stands around a cell that was typed, and what follows from it', () => {
    const bytes = makeXlsx(book());
    const workbook = open(bytes);
    const [data] = workbook.sheets;
    new Grid(workbook).type(data.id, 1, 4, '150');
    const saved = writeXlsx(workbook, MODIFIED);
    expect(changedParts(bytes, saved)).toEqual([
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const [before, after] = [partsOf(bytes), partsOf(saved)];
    const cells = (xml: string): string[] => xml.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/g) ?? [];
    const changes = (part: string): string[][] => {
      const old = cells(before[part]);
      return cells(after[part]).flatMap((cell, at) => (cell === old[at] ? [] : [[old[at], cell]]));
    };
    expect(changes('xl/worksheets/sheet1.xml')).toEqual([['<c r="E2"><v>100</v></c>', '<c r="E2"><v>150</v></c>']]);
    // 150 - 44 = 106, and twice that.
    expect(changes('xl/worksheets/sheet2.xml').map(([, now]) => now)).toEqual([
      '<c r="B1"><f>SUM(Transactions[Financial cost])</f><v>106</v></c>',
      '<c r="B2"><f>B1*2</f><v>212</v></c>',
    ]);
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
      expect(aroundCells(after[part])).toBe(aroundCells(before[part]));
    expect(after['xl/workbook.xml'].replace(' fullCalcOnLoad="1"', '')).toBe(before['xl/workbook.xml']);
  });

  test('keeps a formula that the stand-in does not know, with its result', () => {
    const [data, report] = book().sheets;
    const rows = [
      ['Stock value', { formula: 'CUBEVALUE("c","m")', value: 56 }],
      [null, 1],
    ];
    const bytes = makeXlsx({ sheets: [data, { ...report, after: '', relationships: '', rows }] });
    const workbook = open(bytes);
    new Grid(workbook).type(workbook.sheets[1].id, 1, 1, '2');
    const after = partsOf(writeXlsx(workbook, MODIFIED))['xl/worksheets/sheet2.xml'];
    expect(after).toContain('<f>CUBEVALUE(&quot;c&quot;,&quot;m&quot;)</f><v>56</v>');
    expect(after).toContain('<c r="B2"><v>2</v></c>');
  });

  test('gives cells formulas of their own when the one that they share goes', () => {
    const shared = (reference: string, text: string): { xml: string } => ({
      xml: `<c r="R"><f t="shared" si="0"${reference}>${text}</f><v>0</v></c>`,
    });
    const rows = [
      [1, shared(' ref="B1:B3"', 'A1*2')],
      [2, shared('', '')],
      [3, shared('', '')],
    ];
    const bytes = makeXlsx({ sheets: [{ name: 'Sums', rows }] });
    const workbook = open(bytes);
    new Grid(workbook).type(workbook.sheets[0].id, 0, 1, '7');
    const xml = partsOf(writeXlsx(workbook, MODIFIED))['xl/worksheets/sheet1.xml'];
    expect(xml.match(/<c r="B\d">.*?<\/c>/g)).toEqual([
      '<c r="B1"><v>7</v></c>',
      '<c r="B2"><f>A2*2</f><v>4</v></c>',
      '<c r="B3"><f>A3*2</f><v>6</v></c>',
    ]);
  });

  test('loses a deleted sheet with all its parts, and nothing else; names follow their sheets', () => {
    const bytes = makeXlsx(book());
    const workbook = open(bytes);
    const [data, report] = workbook.sheets;
    addSheet(workbook, 'New');
    moveSheet(workbook.sheets[2], 0);
    const moved = partsOf(writeXlsx(workbook, MODIFIED));
    expect(
      moved['xl/workbook.xml'].match(/<sheet [^>]*name="[^"]*"/g)?.map((one) => /name="([^"]*)"/.exec(one)?.[1]),
    ).toEqual(['New', 'Transactions', "Bob's report"]);
    expect(moved['xl/workbook.xml']).toContain(`localSheetId="2">'Bob''s report'!$A$1:$B$2<`);
    renameSheet(data, 'Data');
    deleteSheet(report);
    const after = partsOf(writeXlsx(workbook, MODIFIED));
    const gone = ['worksheets/sheet2.xml', 'drawings/drawing1.xml', 'comments1.xml', 'pivotTables/pivotTable1.xml'];
    for (const part of gone) expect([part, after[`xl/${part}`]]).toEqual([part, undefined]);
    expect(after['[Content_Types].xml']).not.toContain('comments1');
    expect(after['xl/workbook.xml']).toContain('name="Data"');
    expect(after['xl/workbook.xml']).not.toContain('Print_Area');
    expect(after['xl/workbook.xml']).toContain('<definedName name="Rate">1.25</definedName>');
    expect(after['xl/vbaProject.bin']).toBe(partsOf(bytes)['xl/vbaProject.bin']);
  });

  test('keeps the borders and colours of a cell that gets another format', () => {
    const styled: BookInput = { sheets: [{ name: 'Looks', rows: [[{ xml: '<c r="R" s="1"><v>3</v></c>' }]] }] };
    const bytes = makeXlsx(styled);
    const workbook = open(bytes);
    workbook.sheets[0].numberFormats.set(0, 0, '0.0000');
    const after = partsOf(writeXlsx(workbook, MODIFIED));
    const looks = (xml: string): string[] =>
      /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(xml)?.[1].match(/<xf .*?(?:\/>|<\/xf>)/g) ?? [];
    const old = looks(partsOf(bytes)['xl/styles.xml']);
    const now = looks(after['xl/styles.xml']);
    expect(now.slice(0, old.length)).toEqual(old);
    const number = Number(/<c r="A1" s="(\d+)"/.exec(after['xl/worksheets/sheet1.xml'])?.[1]);
    const entry = (xml: string, name: string): string | undefined => new RegExp(`${name}="(\\d+)"`).exec(xml)?.[1];
    for (const name of ['fontId', 'fillId', 'borderId']) expect(entry(now[number], name)).toBe(entry(old[1], name));
    expect(entry(now[number], 'numFmtId')).not.toBe(entry(old[1], 'numFmtId'));
  });
});

describe('a close in the stand-in, saved', () => {
  test('leaves the parts of others as they were', async () => {
    const bytes = makeXlsx(book());
    const excel = openExcel(bytes);
    expect((await close(excel.port, JANUARY, ENV)).ok).toBe(true);
    const saved = writeXlsx(excel.host.workbook, MODIFIED);
    const changed = changedParts(bytes, saved);
    expect(changed.filter((name) => Object.keys(partsOf(bytes)).includes(name))).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
  });

  test('of a workbook that was closed before: verified, with the charts and print set-up of both', async () => {
    const file = openXlsx(sampleWorkbook('trading-company', MODIFIED), 'sample.xlsx');
    expect((await close(file, JANUARY, ENV)).ok).toBe(true);
    const bytes = file.toBytes(MODIFIED);
    const excel = openExcel(bytes);
    expect((await close(excel.port, FEBRUARY, ENV)).ok).toBe(true);
    const saved = writeXlsx(excel.host.workbook, MODIFIED);
    const [before, after] = [partsOf(bytes), partsOf(saved)];
    const charts = (parts: Record<string, string>): string[] =>
      Object.keys(parts).filter((name) => name.startsWith('xl/charts/'));
    expect(charts(before).length).toBeGreaterThan(0);
    expect(charts(after)).toHaveLength(charts(before).length * 2);
    for (const name of charts(before)) expect(after[name]).toBe(before[name]);
    const sheets = Object.keys(before).filter((name) => name.startsWith('xl/worksheets/sheet'));
    for (const name of sheets) {
      for (const element of [
        'dataValidations',
        'conditionalFormatting',
        'pageSetup',
        'headerFooter',
        'ignoredErrors',
      ]) {
        const of = (xml: string): string[] =>
          xml.match(new RegExp(`<${element}[ >][^]*?(?:</${element}>|/>)`, 'g')) ?? [];
        expect([name, of(after[name])]).toEqual([name, of(before[name])]);
      }
    }
    const printNames = (xml: string): string[] => xml.match(/<definedName name="_xlnm[^]*?<\/definedName>/g) ?? [];
    expect(printNames(after['xl/workbook.xml'])).toEqual(expect.arrayContaining(printNames(before['xl/workbook.xml'])));
    const again = openXlsx(saved, 'sample.xlsx');
    const proof = await verify(again, ENV);
    expect(proof).toMatchObject({ ok: true, verified: true, differences: [], problems: [] });
  });

  const withLibreOffice = libreOffice === undefined ? test.skip : test;
  withLibreOffice('opens in LibreOffice, which computes it to the same', async () => {
    const excel = openExcel(sampleWorkbook('trading-company', MODIFIED));
    expect((await close(excel.port, JANUARY, ENV)).ok).toBe(true);
    const saved = writeXlsx(excel.host.workbook, MODIFIED);
    const foreign = readXlsx(await convertWithLibreOffice(saved, 'xlsx'), 'sample.xlsx');
    const value = (workbook: Workbook, address: string): unknown => {
      const { row, column } = parseArea(address)!;
      return workbook.calculator.value(workbook.findSheet('Checks')!, row, column);
    };
    expect(foreign.sheets.map(({ name }) => name)).toEqual(excel.host.workbook.sheets.map(({ name }) => name));
    for (let row = 1; row <= 12; row++)
      expect([row, value(foreign, `B${row}`)]).toEqual([row, value(excel.host.workbook, `B${row}`)]);
  });
});

test('sheets that are inserted from a file bring their validations and print set-up', () => {
  const workbook = open(makeXlsx(book()));
  const sample = sampleWorkbook('smallest', MODIFIED);
  const names = readXlsx(sample, 'sample.xlsx').sheets.map(({ name }) => name);
  insertSheets(workbook, sample, { names: [], position: 'End', relativeTo: null });
  const after = partsOf(writeXlsx(workbook, MODIFIED));
  const from = partsOf(sample);
  const elements = (parts: Record<string, string>, element: string): string[] =>
    Object.keys(parts)
      .filter((name) => name.startsWith('xl/worksheets/sheet'))
      .flatMap((name) => parts[name].match(new RegExp(`<${element}[ >][^]*?(?:</${element}>|/>)`, 'g')) ?? []);
  expect(names.length).toBeGreaterThan(0);
  for (const element of ['dataValidations', 'headerFooter'])
    expect(elements(after, element)).toEqual(expect.arrayContaining(elements(from, element)));
  expect(elements(from, 'dataValidations').length).toBeGreaterThan(0);
});
