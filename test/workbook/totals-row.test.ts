import { openXlsx } from '../../src/workbook/file';
import { readBook } from '../../src/workbook/read/book';
import type { WorkbookPort } from '../../src/workbook/port';
import { makeXlsx, type CellInput } from '../support/xlsx';
import { openExcel } from './excel/support';

/** An input table with a totals row: the totals are no data, and what stands below them was missed by the table. */
const bookWith = (...below: CellInput[][]): Uint8Array =>
  makeXlsx({
    sheets: [
      {
        name: 'Data',
        rows: [
          ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
          ['P1', 'CUP', 10, 46027, 100],
          ['S1', 'CUP', -4, 46030, -44],
          ['Total', null, null, null, { formula: 'SUBTOTAL(109,Transactions[Financial cost])', value: 56 }],
          ...below,
        ],
        tables: [{ name: 'Transactions', ref: 'A1:E4', totalsRowCount: 1 }],
      },
    ],
  });

describe.each<[string, (bytes: Uint8Array) => WorkbookPort]>([
  ['a file', (bytes) => openXlsx(bytes, 'book.xlsx')],
  ['Excel', (bytes) => openExcel(bytes).port],
])('in %s', (_, open) => {
  const read = async (bytes: Uint8Array) => {
    const port = open(bytes);
    return readBook(await port.facts(), await port.read(['Transactions']));
  };

  test.each([
    ['nothing below', []],
    ['a blank row between', [[], ['S2', 'CUP', -1, 46031, -11]]],
  ])('%s: the rows of the table, without the totals', async (_name, below) => {
    const found = await read(bookWith(...below));
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    expect(found.value.book.transactions.id).toEqual(['P1', 'S1']);
  });

  test('a row directly below the totals is an error that names its cell', async () => {
    const found = await read(bookWith(['S2', 'CUP', -1, 46031, -11]));
    if (found.ok) throw new Error('it was read');
    expect(found.problems.map(({ code, cell, content }) => [code, cell, content])).toEqual([
      ['CELLS_BELOW', 'Data!A5', '"S2"'],
    ]);
  });
});
