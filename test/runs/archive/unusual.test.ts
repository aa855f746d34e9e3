import { writeCells } from '../../../host/model/write';
import type { Sheet } from '../../../host/model/sheet';
import { archive } from '../../../src/runs/archive/archive';
import { load } from '../../../src/runs/load';
import { resume } from '../../../src/runs/resume';
import { rollback } from '../../../src/runs/rollback';
import { verify } from '../../../src/runs/verify';
import { openXlsx } from '../../../src/workbook/file';
import { breaking } from '../../support/breaking-port';
import { archived, without, writtenBy } from '../../support/archived';
import { invoiced, lifeBook, MONTHS } from '../../support/life';
import { computed } from '../../support/pages';
import { closed, ENV, type Grid, grid, gridsOf, NOW, rowsOf, withTable, workbookOf } from '../../support/workbooks';

let march: Uint8Array;
beforeAll(async () => {
  march = (await closed(lifeBook(), MONTHS[0])).bytes;
  march = await withTable(march, 'Transactions', invoiced);
  for (const month of MONTHS.slice(1)) march = (await closed(march, month)).bytes;
}, 60_000);

describe('ids, items and dimensions that are numbers, in a workbook that counts days from 1904', () => {
  const serial = (date: number) => date - 1462;
  const rows = (table: Grid): Grid => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell, at) => (at === 3 && typeof cell === 'number' ? serial(cell) : cell))),
  });
  const book = [
    rows(
      grid(
        'Transactions',
        `
        Transaction | Item | Quantity | Financial date | Financial cost | Marked to | Site | Batch
        101         | 7    | 2        | 2026-01-02     | 20             |           | 1    | 12
        102         | 7    | -2       | 2026-01-03     | -18            | 101       | 1    | 12
        103         | 7    | 4        | 2026-01-04     | 44             |           | 1    | 13
        104         | 7    | -1       | 2026-02-04     | -12            |           | 1    | 13`,
      ),
    ),
    grid('Items', 'Item | Dimension group\n7 | SITE'),
    grid('DimensionGroups', 'Dimension group | Site | Batch\nSITE | Yes | No'),
  ];

  test('come back as they were typed', async () => {
    const january = await closed(workbookOf(book, { date1904: true }), '2026-01-31');
    const port = openXlsx(january.bytes, 'book.xlsx');
    const done = await archive(port, {}, ENV);
    if (!done.ok) throw new Error('refused');
    expect(done.rows.map((row) => done.loaded.read.idCells[row])).toEqual([101, 102]);
    const bytes = workbookOf(
      (await gridsOf(port.toBytes(new Date(NOW)))).map((one) =>
        one.name === 'Transactions' ? { ...one, rows: one.rows.slice(2) } : one,
      ),
      { date1904: true },
    );
    const found = await load(openXlsx(bytes, 'book.xlsx'), ENV);
    if (!found.ok) throw new Error('not read');
    const { read } = found.value;
    expect(read.idCells).toEqual([101, 102, 103, 104]);
    expect(read.dimensionValues).toEqual([
      [1, 1, 1, 1],
      [12, 12, 13, 13],
    ]);
    expect(read.itemCells).toEqual([7]);
    expect(read.book.transactions.markedTo).toEqual(Int32Array.from([-1, 0, -1, -1]));
    expect(done.loaded.read.book.transactions.financialDay).toEqual(read.book.transactions.financialDay);
    const february = await closed(bytes, '2026-02-28');
    expect(await verify(openXlsx(february.bytes, 'book.xlsx'), ENV)).toMatchObject({ verified: true });
  });
});

test('a column that only archived rows had filled may go with them', async () => {
  const { bytes, ids } = await archived(march);
  const small = await withTable(await without(bytes, ids), 'Transactions', (table) => {
    const at = table.headers.indexOf('Marked to');
    expect(table.rows.every((row) => row[at] === null || row[at] === '')).toBe(true);
    const kept = <T>(cells: readonly T[]): T[] => cells.filter((_, column) => column !== at);
    return { ...table, headers: kept(table.headers), rows: table.rows.map(kept) };
  });
  const april = await closed(small, '2026-04-30');
  const plain = await closed(march, '2026-04-30');
  expect(await writtenBy(april.bytes, 'IC-0005')).toEqual(await writtenBy(plain.bytes, 'IC-0004'));
  expect(await verify(openXlsx(april.bytes, 'book.xlsx'), ENV)).toMatchObject({ verified: true });
});

describe('an archive that broke off', () => {
  /** Its row is there, and with 3 the rows that it keeps too; it has not ended. */
  test.each([2, 3])(
    'before its write number %i is resumed or rolled back, and counts until then for nothing',
    async (at) => {
      const { bytes: whole, ids } = await archived(march);
      const port = openXlsx(march, 'book.xlsx');
      await expect(archive(breaking(port, at), {}, ENV)).rejects.toThrow('gone');
      const half = port.toBytes(new Date(NOW));
      expect((await rowsOf(half, 'Closings')).at(-1)).toMatchObject({ Type: 'Archive', Status: 'Running' });
      const loaded = await load(openXlsx(half, 'book.xlsx'), ENV);
      expect(loaded.ok && loaded.value.read.locks.archived.size).toBe(0);

      const again = openXlsx(half, 'book.xlsx');
      expect(await resume(again, {}, ENV)).toMatchObject({ ok: true, type: 'Archive', closing: 'IC-0004' });
      const ended = again.toBytes(new Date(NOW));
      expect(await writtenBy(ended, 'IC-0004')).toEqual(await writtenBy(whole, 'IC-0004'));
      expect(await rowsOf(ended, 'Closings')).toEqual(await rowsOf(whole, 'Closings'));

      const back = openXlsx(half, 'book.xlsx');
      expect(await rollback(back, ENV)).toMatchObject({ closings: ['IC-0004'] });
      const anew = await archived(back.toBytes(new Date(NOW)));
      expect(anew.ids).toEqual(ids);

      const over = openXlsx(half, 'book.xlsx');
      expect(await resume(over, { startOver: true }, ENV)).toMatchObject({
        type: 'Archive',
        instead: 'IC-0004',
        closing: 'IC-0005',
      });
      for (const one of [ended, anew.bytes, over.toBytes(new Date(NOW))]) {
        expect(await verify(openXlsx(one, 'book.xlsx'), ENV)).toMatchObject({ verified: true });
      }
    },
  );
});

describe('the sheet Checks', () => {
  const results = (bytes: Uint8Array, change?: (sheet: (name: string) => Sheet) => void): Map<string, string> =>
    new Map(
      computed(bytes, 'Checks', change)
        .filter(([number]) => /^\d+\.\d\d$/.test(String(number)))
        .map((row) => [`${String(row[1])} ${String(row[2] ?? '')}`.trim(), String(row[6])]),
    );

  test('does not test what it can not see, and is right with the rows and without', async () => {
    const { bytes, ids } = await archived(march);
    // What the sheet says once the rows are emptied under it, before any other run.
    const emptied = results(bytes, (sheet) => {
      const { rows } = cellsToEmpty(sheet('Transactions'), ids);
      expect(rows).toBe(ids.length);
    });
    expect([...emptied]).toEqual([...results(bytes)]);
    const small = await without(bytes, ids);
    const april = await closed(small, '2026-04-30');
    for (const one of [bytes, april.bytes]) {
      const found = results(one);
      expect([...found].filter(([, result]) => result !== 'OK' && result !== 'Not tested')).toEqual([]);
      const untested = [...found]
        .filter(([, result]) => result === 'Not tested')
        .map(([what]) => what.replace(/ IC-\d+$/, ''));
      expect(untested).toEqual(
        expect.arrayContaining([
          'Posted cost + adjustments = value after',
          'Rows in = rows locked',
          'Settlements: each Issue exists',
          'Settlements: each Receipt exists',
          'Adjustments: each Transaction exists',
        ]),
      );
    }
    expect([...results(march)].filter(([, result]) => result === 'Not tested').length).toBeLessThan(
      [...results(bytes)].filter(([, result]) => result === 'Not tested').length,
    );
  });
});

/** Empties the rows of some transactions, as a person does who clears them. */
function cellsToEmpty(sheet: Sheet, ids: readonly string[]): { rows: number } {
  const { row: top, rows, columns } = sheet.usedArea(true)!;
  let count = 0;
  for (let row = top; row < top + rows; row++) {
    const id = sheet.workbook.calculator.value(sheet, row, 0);
    if (!ids.includes(String(id))) continue;
    writeCells(sheet, { row, column: 0, rows: 1, columns }, '');
    count++;
  }
  return { rows: count };
}
