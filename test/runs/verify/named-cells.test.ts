import { openXlsx } from '../../../src/workbook/file';
import { reverse } from '../../../src/runs/reverse';
import type { CellValue } from '../../../src/workbook/cells';
import { invoiced, lifeBook, MONTHS } from '../../support/life';
import { differing, verification } from '../../support/verification';
import { closed, ENV, grid, NOW, withCell, withTable, workbookOf } from '../../support/workbooks';

/** Cells that other rows hang on: a key of LockedRows, the run that a reversal names, a date. They alone are named. */

const told = async (bytes: Uint8Array): Promise<string[]> => {
  const found = await verification(openXlsx(bytes, 'book.xlsx'));
  return [...differing(found), ...found.problems.map(({ cell, code }) => `${cell} ${code}`)];
};

const change = (bytes: Uint8Array, table: string, id: CellValue, header: string, value: CellValue) =>
  withTable(bytes, table, (found) => withCell(found, id, header, value));

let march: Uint8Array;
/** February and March, reversed. */
let reversed: Uint8Array;
beforeAll(async () => {
  const january = (await closed(lifeBook(), MONTHS[0])).bytes;
  const february = (await closed(await withTable(january, 'Transactions', invoiced), MONTHS[1])).bytes;
  march = (await closed(february, MONTHS[2])).bytes;
  const port = openXlsx(march, 'book.xlsx');
  const found = await reverse(port, { closing: 'IC-0002', withLater: true, note: '', dryRun: false }, ENV);
  expect(found.ok).toBe(true);
  reversed = port.toBytes(new Date(NOW));
}, 60_000);

test.each<[string, string, CellValue, string]>([
  ['of a transaction', 'K-000002', 'B2x', "'Locked rows'!D5 K-000002 Key: B2x, not B2"],
  ['of a transaction, as another one', 'K-000002', 'B1', "'Locked rows'!D5 K-000002 Key: B1, not B2"],
  ['of an item', 'K-000017', 'BOLTS', "'Locked rows'!D20 K-000017 Key: BOLTS, not BOLT"],
  ['of a parameter', 'K-000030', 'LIFO', "'Locked rows'!D33 K-000030 Key: LIFO, not LIFO issue order"],
])('a key %s in LockedRows', async (_, record, key, expected) => {
  expect(await told(await change(march, 'LockedRows', record, 'Key', key))).toEqual([expected]);
});

test('two keys of LockedRows that were exchanged for others', async () => {
  const one = await change(march, 'LockedRows', 'K-000002', 'Key', 'X1');
  expect(await told(await change(one, 'LockedRows', 'K-000004', 'Key', 'X2'))).toEqual([
    "'Locked rows'!D5 K-000002 Key: X1, not B2",
    "'Locked rows'!D7 K-000004 Key: X2, not B4",
  ]);
});

// IC-0004 took IC-0003 back, then IC-0005 took IC-0002 back: the newest in force, each time (A19).
test.each<[string, string, CellValue, string]>([
  ['an older run', 'IC-0005', 'IC-0001', 'Closings!E8 IC-0005 Reverses: IC-0001, not IC-0002'],
  ['a run that had others behind it', 'IC-0004', 'IC-0002', 'Closings!E7 IC-0004 Reverses: IC-0002, not IC-0003'],
  ['a run that never was', 'IC-0005', 'IC-0099', 'Closings!E8 IC-0005 Reverses: IC-0099, not IC-0002'],
  ['nothing', 'IC-0005', null, 'Closings!E8 IC-0005 Reverses: , not IC-0002'],
  ['a run, and is none', 'IC-0001', 'IC-0003', 'Closings!E4 IC-0001 Reverses: IC-0003, not '],
])('a reversal that names %s', async (_, closing, reverses, expected) => {
  expect(await told(reversed)).toEqual([]);
  expect(await told(await change(reversed, 'Closings', closing, 'Reverses', reverses))).toEqual([expected]);
});

test('the date of a reversal', async () => {
  expect(await told(await change(reversed, 'Closings', 'IC-0004', 'Date', 46080))).toEqual([
    'Closings!C7 IC-0004 Date: 2026-02-27, not 2026-03-31',
  ]);
});

// One receipt and no issue: the close wrote one row beside its own, with its date.
test.each<[string, string, string, string]>([
  ['the run', 'Closings', 'IC-0001', 'Closings!C4 IC-0001 Date: 2026-01-28, not 2026-01-31'],
  ['its only row', 'InventoryValue', 'N-000001', "'Inventory value'!C4 N-000001 Date: 2026-01-28, not 2026-01-31"],
])('the date of %s, where one other row alone says it', async (_, table, row, expected) => {
  const one = `Transaction | Item | Quantity | Financial date | Financial cost
               P | A | 4 | 2026-01-05 | 40`;
  const { bytes } = await closed(workbookOf([grid('Transactions', one)]), MONTHS[0]);
  expect(await told(bytes)).toEqual([]);
  expect(await told(await change(bytes, table, row, 'Date', 46050))).toEqual([expected]);
});
