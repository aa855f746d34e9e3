import { adjustTransactions } from '../../../src/runs/adjust/transactions';
import { explain } from '../../../src/runs/explain/explain';
import { verify } from '../../../src/runs/verify';
import { openXlsx } from '../../../src/workbook/file';
import { archived, without, withRows, writtenBy } from '../../support/archived';
import { violationsOf } from '../../support/invariants';
import { invoiced, lifeBook, MONTHS } from '../../support/life';
import { closed, day, ENV, grid, NOW, rowsOf, withTable } from '../../support/workbooks';

/**
 * April: a second return of the sale B3, a component that the order W1 used after all, and trade in what is on hand. B3 and
 * W1 are closed in full, and archived.
 */
const APRIL = grid(
  'Transactions',
  `
  Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost | Type | Reference | Marked to | Cost source | Site | Shelf
  N1  | BOLT | 1   | 2026-04-06 | 11   |            |     | Customer return | SO1 |     | B3 | N | a
  N2  | BOLT | -2  | 2026-04-07 | -24  |            |     | Sale            | SO5 |     |    | N | a
  N3  | GEAR | 2   | 2026-04-02 | 26   |            |     | Purchase        |     |     |    |   |
  N4  | GEAR | -2  | 2026-04-08 | -25  |            |     | Production line | W1  |     |    |   |
  N5  | OIL  | 4   | 2026-04-09 | 31   |            |     | Purchase        |     |     |    |   |
  N6  | OIL  | -5  | 2026-04-10 | -30  |            |     | Sale            |     |     |    |   |
  N7  | CORK | -1  | 2026-04-11 | -4   |            |     | Sale            |     |     |    |   |`,
).rows;

let march: Uint8Array;
let kept: Uint8Array;
let ids: string[];
beforeAll(async () => {
  let bytes = (await closed(lifeBook(), MONTHS[0])).bytes;
  bytes = await withTable(bytes, 'Transactions', invoiced);
  for (const month of MONTHS.slice(1)) bytes = (await closed(bytes, month)).bytes;
  march = bytes;
  ({ bytes: kept, ids } = await archived(march));
}, 60_000);

/** What the adjustment of a receipt and the close of April write. */
async function april(bytes: Uint8Array): Promise<{ bytes: Uint8Array; written: string[][] }> {
  const port = openXlsx(await withRows(bytes, APRIL), 'book.xlsx');
  const values = [{ transaction: 'B1', value: 112 }];
  const adjusted = await adjustTransactions(port, { values, dryRun: false }, ENV);
  if (!adjusted.ok) throw new Error(adjusted.problems.map(({ message }) => message).join('\n'));
  const { bytes: after, closed: done } = await closed(port.toBytes(new Date(NOW)), '2026-04-30');
  const runs = [adjusted.written!.ids.closing, done.ids.closing];
  return { bytes: after, written: await Promise.all(runs.map((run) => writtenBy(after, run))) };
}

describe('after an archive the next month is that of a workbook without one', () => {
  let plain: string[][];
  beforeAll(async () => {
    plain = (await april(march)).written;
    // The sale that was returned again, the order that got another component, and the receipt that became dearer.
    for (const one of ['B3', 'B1', 'G3']) expect(plain.flat().join('\n')).toMatch(new RegExp(`\\b${one}\\b`));
    expect(ids).toEqual(expect.arrayContaining(['B1', 'B3', 'G3']));
  }, 30_000);

  test.each<[string, () => string[]]>([
    ['while all rows still stand in the table', () => []],
    ['with half of them deleted', () => ids.filter((_, at) => at % 2 === 0)],
    ['with all of them deleted', () => ids],
  ])('%s', async (_, gone) => {
    const { bytes, written } = await april(await without(kept, gone()));
    expect(written).toEqual(plain);
    expect(await verify(openXlsx(bytes, 'book.xlsx'), ENV)).toMatchObject({
      verified: true,
      differences: [],
      problems: [],
      runs: [{}, {}, {}, { closing: 'IC-0004', type: 'Archive', manner: 'checked' }, {}, { closing: 'IC-0006' }],
    });
    expect(await violationsOf(bytes)).toEqual([]);
  });
});

test('a row whose source is archived is explained by it, and so is the archived row', async () => {
  const { bytes } = await april(await without(kept, ids));
  const port = openXlsx(bytes, 'book.xlsx');
  const told = async (id: string): Promise<string> => {
    const found = await explain(port, id, undefined, ENV);
    if (!found.ok) throw new Error('not explained');
    return found.sentences.join('\n');
  };
  expect(await told('N1')).toMatch(/B3/);
  expect(await told('B3')).toContain(
    'Its row is archived (IC-0004): LockedRows keeps it, whether it still stands in Transactions or not.',
  );
  expect(await told('N2')).not.toContain('archived');
  const before = openXlsx(await withRows(march, APRIL), 'book.xlsx');
  const plain = await explain(before, 'B3', day('2026-04-30'), ENV);
  const now = await explain(
    openXlsx(await withRows(await without(kept, ids), APRIL), 'book.xlsx'),
    'B3',
    day('2026-04-30'),
    ENV,
  );
  if (!plain.ok || !now.ok) throw new Error('not explained');
  expect(now.sentences.slice(0, -1)).toEqual(plain.sentences);
  expect([now.from, now.to]).toEqual([plain.from, plain.to]);
});

test('the rows are kept as they were locked, with what no lock holds', async () => {
  const rows = (await rowsOf(kept, 'LockedRows')).filter(({ Kind }) => Kind === 'Archived');
  expect(rows.map(({ Key }) => Key)).toEqual(ids);
  const locks = new Map(
    (await rowsOf(kept, 'LockedRows')).filter(({ Kind }) => Kind === 'Transaction').map((row) => [row['Key'], row]),
  );
  for (const { Key, Order } of rows) expect(locks.get(Key)?.['Order']).toBe(Order);
  expect(rows[0]['Content']).toBe(
    '{"Item":"BOLT","Quantity":"10","Financial date":"2026-01-03","Financial cost":"100.00","Type":"Purchase",' +
      '"Reference":"PO1","Dimensions":{"Site":"N"},"As typed":{"Site":"N","Shelf":"a"},' +
      '"Posts to":["1410 Metal","5010 Cost of metal"],"Model":"FIFO"}',
  );
  const [run] = (await rowsOf(kept, 'Closings')).slice(-1);
  expect(run).toMatchObject({ Closing: 'IC-0004', Type: 'Archive', Status: 'Completed', Transactions: ids.length });
  expect(run['Value before']).toBe(run['Value after']);
});
