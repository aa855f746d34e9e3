import fc from 'fast-check';
import { RESULT_TABLES } from '../../../src/workbook/tables/results';
import type { Verification } from '../../../src/runs/verify';
import { reverse } from '../../../src/runs/reverse';
import type { CellValue } from '../../../src/workbook/cells';
import { openXlsx } from '../../../src/workbook/file';
import { invoiced, lifeBook, MONTHS } from '../../support/life';
import { differing, verification } from '../../support/verification';
import { closed, ENV, gridsOf, NOW, withCell, withTable } from '../../support/workbooks';

async function verified(bytes: Uint8Array): Promise<Verification> {
  const port = openXlsx(bytes, 'book.xlsx');
  const before = port.toBytes(new Date(NOW));
  const found = await verification(port);
  expect(Buffer.from(port.toBytes(new Date(NOW))).equals(before)).toBe(true);
  return found;
}

/** What is told: "cell: found, not expected" of each difference, "cell message" of each problem. */
async function told(bytes: Uint8Array): Promise<string[]> {
  const found = await verified(bytes);
  return [...differing(found), ...found.problems.map(({ cell, code }) => `${cell} ${code}`)];
}

let months: Uint8Array[];
beforeAll(async () => {
  const january = (await closed(lifeBook(), MONTHS[0])).bytes;
  const february = (await closed(await withTable(january, 'Transactions', invoiced), MONTHS[1])).bytes;
  const march = (await closed(february, MONTHS[2])).bytes;
  months = [january, february, march];
}, 60_000);

describe('a workbook as the closes have left it', () => {
  test.each([0, 1, 2])('is verified after close %i, run by run', async (month) => {
    expect(await told(months[month])).toEqual([]);
    const { runs, verified: isVerified } = await verified(months[month]);
    expect(isVerified).toBe(true);
    expect(runs.map(({ closing, manner }) => `${closing} ${manner}`)).toEqual(
      ['IC-0001 computed', 'IC-0002 computed', 'IC-0003 computed'].slice(0, month + 1),
    );
  });

  test('is verified whatever order people have given the rows since', async () => {
    let bytes = months[2];
    for (const { name } of await gridsOf(bytes)) {
      bytes = await withTable(bytes, name, (table) => ({ ...table, rows: [...table.rows].reverse() }));
    }
    expect(await told(bytes)).toEqual([]);
  });

  test('is verified with settings that hold from now on, rows of April and columns of the reader', async () => {
    let bytes = await withTable(months[2], 'ItemModelGroups', (table) =>
      withCell(table, 'AVG', 'Inventory model', 'LIFO'),
    );
    bytes = await withTable(bytes, 'Posting', (table) => withCell(table, 'Metal', 'Inventory account', '1499 Other'));
    bytes = await withTable(bytes, 'Settlements', (table) => ({
      ...table,
      headers: [...table.headers, 'Seen by'],
      rows: table.rows.map((row) => [...row, 'Ann']),
    }));
    bytes = await withTable(bytes, 'Transactions', (table) => ({
      ...table,
      rows: [['N1', 'BOLT', 1, 46115, 9, null, null, 'Customer return', null, null, 'B9', 'N', 'a'], ...table.rows],
    }));
    expect(await told(bytes)).toEqual([]);
  });

  test('is verified with runs that were reversed, and closed again with other rows', async () => {
    const port = openXlsx(months[2], 'book.xlsx');
    const options = { closing: 'IC-0002', withLater: true, note: '', dryRun: false };
    expect((await reverse(port, options, ENV)).ok).toBe(true);
    let bytes: Uint8Array = port.toBytes(new Date(NOW));
    expect(await told(bytes)).toEqual([]);
    bytes = await withTable(bytes, 'Transactions', (table) => withCell(table, 'O4', 'Financial cost', 99));
    bytes = (await closed(bytes, MONTHS[1])).bytes;
    expect(await told(bytes)).toEqual([]);
    const { runs } = await verified(bytes);
    expect(runs.map(({ closing, type }) => `${closing} ${type}`)).toEqual([
      'IC-0001 Close',
      'IC-0002 Close',
      'IC-0003 Close',
      'IC-0004 Reversal',
      'IC-0005 Reversal',
      'IC-0006 Close',
    ]);
  });
});

describe('a cell that somebody changed is named, and it alone', () => {
  const change = (table: string, id: CellValue, header: string, value: CellValue) => (bytes: Uint8Array) =>
    withTable(bytes, table, (found) => withCell(found, id, header, value));
  const without = (table: string, id: CellValue) => (bytes: Uint8Array) =>
    withTable(bytes, table, (found) => ({ ...found, rows: found.rows.filter((row) => row[0] !== id) }));
  const doubled = (table: string, id: CellValue, as: string) => (bytes: Uint8Array) =>
    withTable(bytes, table, (found) => ({
      ...found,
      rows: [...found.rows, ...found.rows.filter((row) => row[0] === id).map((row) => [as, ...row.slice(1)])],
    }));

  const LOCKED_B2 =
    '{"Item":"BOLT","Quantity":"10","Financial date":"2026-01-09","Financial cost":"130.00","Type":"Purchase",' +
    '"Reference":"PO2","Dimensions":{"Site":"N"},"Posts to":["1410 Metal","5010 Cost of metal"],"Model":"FIFO"}';

  test.each<[string, (bytes: Uint8Array) => Promise<Uint8Array>, string]>([
    [
      'the amount of a settlement',
      change('Settlements', 'S-000002', 'Amount', 26.01),
      'Settlements!J5 S-000002 Amount: 26.01, not 26',
    ],
    [
      'the issue of a settlement',
      change('Settlements', 'S-000002', 'Issue', 'B6'),
      'Settlements!G5 S-000002 Issue: B6, not B3',
    ],
    [
      'an account in the ledger',
      change('Ledger', 'G-000002', 'Account', 'Petty cash'),
      'Ledger!E5 G-000002 Account: Petty cash, not 5010 Cost of metal',
    ],
    [
      'a status',
      change('Adjustments', 'A-000001', 'Status', 'Reversed'),
      'Adjustments!Q4 A-000001 Status: Reversed, not Active',
    ],
    [
      'the status of a run',
      change('Closings', 'IC-0002', 'Status', 'Reversed'),
      'Closings!D5 IC-0002 Status: Reversed, not Completed',
    ],
    [
      'the date of a run',
      change('Closings', 'IC-0001', 'Date', 46052),
      'Closings!C4 IC-0001 Date: 2026-01-30, not 2026-01-31',
    ],
    [
      'a total of a run',
      change('Closings', 'IC-0001', 'Value after', 1),
      'Closings!P4 IC-0001 Value after: 1, not 322.75',
    ],
    [
      'a message',
      change('CloseLog', 'L-000001', 'Message', 'All is well.'),
      "'Close log'!K4 L-000001 Message: All is well., not 2 of issue C3 waits for C4, which it is marked to and which takes no part in this run (dated 2026-02-20).",
    ],
    [
      'the value of stock',
      change('InventoryValue', 'N-000003', 'Closing value', 0),
      "'Inventory value'!S6 N-000003 Closing value: 0, not 136",
    ],
    [
      'a leg of a closing transfer',
      change('ClosingTransfers', 'IC-0001/1 in', 'Financial cost', 171),
      "'Closing transfers'!H5 IC-0001/1 in Financial cost: 171, not 170",
    ],
    [
      'a dimension that keeps no costs apart',
      change('Adjustments', 'A-000001', 'Shelf', 'q'),
      'Adjustments!G4 A-000001 Shelf: q, not a',
    ],
    [
      'what was locked',
      change('LockedRows', 'K-000002', 'Content', '{"Item":"BOLT"}'),
      `'Locked rows'!F5 K-000002 Content: {"Item":"BOLT"}, not ${LOCKED_B2}`,
    ],
    [
      'the order of what was locked',
      change('LockedRows', 'K-000003', 'Order', 77),
      "'Locked rows'!E6 K-000003 Order: 77, not 2",
    ],
    [
      'a parameter that was locked',
      change('LockedRows', 'K-000030', 'Content', '3'),
      "'Locked rows'!F33 K-000030 Content: 3, not Newest first",
    ],
    ['a row of Settlements that is gone', without('Settlements', 'S-000003'), 'missing in Settlements: S-000003'],
    ['a row of LockedRows that is gone', without('LockedRows', 'K-000004'), 'missing in LockedRows: K-000004'],
    ['a run that is gone', without('Closings', 'IC-0002'), 'missing in Closings: IC-0002'],
    ['a row that was added', doubled('Settlements', 'S-000003', 'S-000999'), 'added in Settlements: S-000999'],
    ['a locked row that was added', doubled('LockedRows', 'K-000001', 'K-000999'), 'added in LockedRows: K-000999'],
    ['a cost of the input', change('Transactions', 'B1', 'Financial cost', 100.01), 'Transactions!E4 LOCKED_CHANGED'],
    ['an item of the input', change('Items', 'BOLT', 'Dimension group', null), "'Locked rows'!D18 LOCKED_CHANGED"],
  ])('%s', async (_, tamper, expected) => {
    expect(await told(await tamper(months[2]))).toEqual([expected]);
  });

  test.each([
    ['IC-0001', 'Result fingerprint', 'S4'],
    ['IC-0002', 'Input fingerprint', 'R5'],
  ])('the fingerprint of %s', async (closing, header, cell) => {
    const found = await told(await change('Closings', closing, header, 'f'.repeat(64))(months[2]));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^Closings!${cell} ${closing} ${header}: f{64}, not [0-9a-f]{64}$`));
  });
});

/** Columns that no run computes: when it ran, who says what of it. Tampering with them changes no figure. */
const FREE = ['Started', 'Finished', 'Version', 'Note', 'Maximum throughputs'];

test('whatever cell of a result is a cent off, or says another word: it is found', async () => {
  const grids = (await gridsOf(months[2])).filter(({ name }) => RESULT_TABLES.some((table) => table.name === name));
  const cells = grids.flatMap(({ name, headers, rows }) =>
    rows.flatMap((row, at) =>
      headers
        .map((header, column) => ({ name, header, at, cell: row[column] }))
        .filter(({ header, cell }) => cell !== null && !/ (link|row)$/.test(header) && !FREE.includes(header)),
    ),
  );
  expect(cells.length).toBeGreaterThan(1500);
  await fc.assert(
    fc.asyncProperty(fc.nat(cells.length - 1), async (index) => {
      const { name, header, at, cell } = cells[index];
      const other: CellValue = typeof cell === 'number' ? Math.round(cell * 100 + 1) / 100 : `${String(cell)}x`;
      const bytes = await withTable(months[2], name, (table) => {
        const column = table.headers.indexOf(header);
        const rows = table.rows.map((row, r) => (r === at ? row.map((one, c) => (c === column ? other : one)) : row));
        return { ...table, rows };
      });
      const { differences } = await verified(bytes);
      const place = `${name} row ${at} ${header}: ${String(cell)}`;
      expect([place, differences.length > 0]).toEqual([place, true]);
    }),
    { seed: 20260131, numRuns: 60 },
  );
}, 60_000);
