import type { CellValue } from '../../../src/workbook/cells';
import { openXlsx } from '../../../src/workbook/file';
import { makeParts, makeXlsx, tableSheet, zipOf, type BookInput, type CellInput } from '../../support/xlsx';

const read = async (book: BookInput, name = 'T') => {
  const table = (await openXlsx(makeXlsx(book), 'book.xlsx').read([name])).get(name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
};

describe('cells', () => {
  test.each<[string, CellInput, CellValue]>([
    ['a number', 12.5, 12.5],
    ['a number as long as the file has it', { xml: '<c r="R"><v>3.3000000000000003</v></c>' }, 3.3000000000000003],
    ['a number with an exponent', { xml: '<c r="R"><v>1.5E-3</v></c>' }, 0.0015],
    ['a shared text', 'Bolt', 'Bolt'],
    ['space and markup in a text', '  <a> & "b"\n', '  <a> & "b"\n'],
    ['an inline text', { xml: '<c r="R" t="inlineStr"><is><t>Nut</t></is></c>' }, 'Nut'],
    [
      'a rich inline text',
      {
        xml: '<c r="R" t="inlineStr"><is><r><rPr><b/></rPr><t>Nu</t></r><r><t xml:space="preserve">t </t></r></is></c>',
      },
      'Nut ',
    ],
    [
      'phonetic text is no content',
      { xml: '<c r="R" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>' },
      '東京',
    ],
    [
      'an escaped character',
      { xml: '<c r="R" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>' },
      'a\rb_x0041_',
    ],
    ['true', true, true],
    ['false', false, false],
    ['an ISO date', { xml: '<c r="R" t="d"><v>2026-01-31</v></c>' }, '2026-01-31'],
    ['an error value', { error: '#N/A' }, { fault: 'error', text: '#N/A' }],
    ['a formula with its result', { formula: 'A1*2', value: 20 }, 20],
    ['a formula with a text', { formula: 'A1&"x"', value: 'x' }, 'x'],
    ['a formula with an empty text', { formula: 'IF(1,"")', value: '' }, ''],
    ['a formula without a result', { formula: 'A1*2' }, { fault: 'not calculated', text: 'A1*2' }],
    [
      'a formula with an error',
      { xml: '<c r="R" t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
      { fault: 'error', text: '#DIV/0!' },
    ],
    ['a cell with a style only', { xml: '<c r="R" s="1"/>' }, null],
    ['no cell', null, null],
  ])('%s', async (_, cell, value) => {
    const table = await read({
      sheets: [
        tableSheet('T', [
          ['id', 'value'],
          ['a', cell],
          ['b', 'end'],
        ]),
      ],
    });
    expect(table.cells).toEqual([
      ['a', 'b'],
      [value, 'end'],
    ]);
  });

  test('rich shared texts are joined, phonetic text is left out', async () => {
    const parts = makeParts({ sheets: [tableSheet('T', [['id'], ['Hello']])] });
    parts['xl/sharedStrings.xml'] = String(parts['xl/sharedStrings.xml']).replace(
      '<t xml:space="preserve">Hello</t>',
      '<r><t>Hel</t></r><r><rPr><i/></rPr><t xml:space="preserve">lo </t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/>',
    );
    const table = (await openXlsx(zipOf(parts), 'book.xlsx').read(['T'])).get('T');
    expect(table?.cells).toEqual([['Hello ']]);
  });

  test('rows and cells without references stand one after the other', async () => {
    const parts = makeParts({
      sheets: [
        tableSheet('T', [
          ['a', 'b'],
          [1, 2],
          [3, 4],
        ]),
      ],
      strings: 'inline',
    });
    parts['xl/worksheets/sheet1.xml'] = String(parts['xl/worksheets/sheet1.xml']).replace(/ r="[A-Z]*\d+"/g, '');
    const table = (await openXlsx(zipOf(parts), 'book.xlsx').read(['T'])).get('T');
    expect(table?.cells).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test('a prefix before all names, as some writers have it', async () => {
    const table = await read({
      sheets: [
        tableSheet('T', [
          ['a', 'b'],
          ['x', 2],
        ]),
      ],
      prefix: 'x',
    });
    expect([table.headers, table.cells]).toEqual([
      ['a', 'b'],
      [['x'], [2]],
    ]);
  });
});

describe('places', () => {
  const book: BookInput = {
    sheets: [
      { name: 'Notes', rows: [['nothing here']] },
      {
        name: 'Stock 2026',
        rows: [
          ['title', null, null, null, null, null],
          [null, 'id', ' Quantity\nin stock ', null, 'k', 'v'],
          [null, 'a', 1, null, 'x', 'y'],
          [null, 'b', 2, null, 'stray', null],
          [null, 'Total', 3],
        ],
        tables: [
          { name: 'Left', ref: 'B2:C5', totalsRowCount: 1 },
          { name: 'Right', ref: 'E2:F3' },
        ],
      },
    ],
    date1904: true,
  };

  test('facts', async () => {
    expect(await openXlsx(makeXlsx(book), 'book.xlsx').facts()).toEqual({
      date1904: true,
      sheets: ['Notes', 'Stock 2026'],
      tables: [
        {
          name: 'Left',
          sheet: 'Stock 2026',
          headerRow: 2,
          firstColumn: 2,
          headers: ['id', ' Quantity\nin stock '],
          rows: 2,
        },
        { name: 'Right', sheet: 'Stock 2026', headerRow: 2, firstColumn: 5, headers: ['k', 'v'], rows: 1 },
      ],
    });
  });

  test('two tables of one sheet in one pass; a totals row is no data, a row below a table is told', async () => {
    const tables = await openXlsx(makeXlsx(book), 'book.xlsx').read(['right', 'LEFT', 'Missing']);
    expect([...tables.keys()]).toEqual(['LEFT', 'right']);
    expect(tables.get('LEFT')).toMatchObject({
      rows: 2,
      cells: [
        ['a', 'b'],
        [1, 2],
      ],
      below: [null, null],
    });
    expect(tables.get('right')).toMatchObject({ rows: 1, cells: [['x'], ['y']], below: ['stray', null] });
  });

  test('an empty table has one blank row', async () => {
    expect(
      await read({
        sheets: [
          tableSheet('T', [
            ['a', 'b'],
            [null, null],
          ]),
        ],
      }),
    ).toMatchObject({ rows: 1, cells: [[null], [null]] });
  });

  test('a header cell that is blank has the name of the table part', async () => {
    const sheet = tableSheet(
      'T',
      [
        ['a', null],
        [1, 2],
      ],
      { columns: ['a', 'Column1'] },
    );
    expect((await read({ sheets: [sheet] })).headers).toEqual(['a', 'Column1']);
  });

  test('a header with a line break is written _x000a_ in the part', async () => {
    const sheet = tableSheet('T', [['a\nb'], [1]], { columns: ['a_x000a_b'] });
    expect((await read({ sheets: [sheet] })).headers).toEqual(['a\nb']);
  });

  test('the progress callback can stop the work', async () => {
    const port = openXlsx(makeXlsx(book), 'book.xlsx');
    await expect(port.read(['Left'], () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
  });
});
