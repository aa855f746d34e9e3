/** The comparison of inventory models over a workbook that was closed before: it begins where the runs before it ended. */
import { readXlsx } from '../../host/xlsx/read';
import { sampleWorkbook } from '../../samples';
import { compare, type Compared } from '../../src/runs/compare';
import { writeComparison } from '../../src/runs/compare-sheet';
import { reverse } from '../../src/runs/reverse';
import { openXlsx } from '../../src/workbook/file';
import { closed, day, ENV, grid, gridsOf, NOW, workbookOf } from '../support/workbooks';

const sample = sampleWorkbook('trading-company', new Date(NOW));
let [january, february] = [sample, sample];
beforeAll(async () => {
  january = (await closed(sample, '2026-01-31')).bytes;
  february = (await closed(january, '2026-02-28')).bytes;
}, 60_000);

async function compared(
  bytes: Uint8Array,
  from: string,
  upTo: string,
  items: readonly string[] = [],
): Promise<Compared> {
  const found = await compare(openXlsx(bytes, 'book.xlsx'), { from: day(from), upTo: day(upTo), items }, ENV);
  if (!found.ok) throw new Error(found.problems[0].message);
  return found;
}

test('later closes change nothing of a period that is looked at again', async () => {
  const before = await compared(sample, '2026-01-01', '2026-01-31');
  const after = await compared(february, '2026-01-01', '2026-01-31');
  expect(after.comparison).toEqual(before.comparison);
  expect(after.openedBy).toBeUndefined();
}, 60_000);

test('a period begins with what the close before it left; as set is what that close gave', async () => {
  const before = await compared(january, '2026-02-01', '2026-02-28');
  const after = await compared(february, '2026-02-01', '2026-02-28');
  expect(after.comparison).toEqual(before.comparison);
  expect(after.openedBy?.id).toBe('IC-0001');
  const { closed: close } = await closed(january, '2026-02-28');
  expect(after.comparison.asSet.closing).toBe(close.outcome.valueAfter);
}, 60_000);

test('a reversed close counts for nothing', async () => {
  const port = openXlsx(february, 'book.xlsx');
  await reverse(port, { withLater: false, dryRun: false, note: '' }, ENV);
  const { comparison, openedBy } = await compared(port.toBytes(new Date(NOW)), '2026-03-01', '2026-03-31');
  expect(openedBy?.id).toBe('IC-0001');
  expect(comparison).toEqual((await compared(january, '2026-03-01', '2026-03-31')).comparison);
}, 60_000);

test('the items to follow by hand: FIFO as samples/README.md works it out, and the others beside it', async () => {
  const { comparison } = await compared(sample, '2026-01-01', '2026-01-31', ['hand-fifo']);
  const of = (model: string) => comparison.models.find((one) => one.model === model)!;
  // 10 at 4.00, 10 at 5.00, 5 at 6.20; 12 and then 6 are sold: 40.00 + 10.00 + 30.00. 2 at 5.00 and 5 at 6.20 are left.
  expect([of('FIFO').opening, of('FIFO').costOfSales, of('FIFO').closing]).toEqual([4000, 8000, 4100]);
  expect(comparison.asSet).toEqual({ ...of('FIFO'), model: undefined });
  // LIFO: 6 take 5 at 6.20 and 1 at 5.00, then 12 take 9 at 5.00 and 3 at 4.00: 36.00 + 57.00; 7 at 4.00 are left.
  expect([of('LIFO').costOfSales, of('LIFO').closing]).toEqual([9300, 2800]);
  // 25 for 121.00 are 4.84: 18 cost 87.12.
  expect([of('Weighted average').costOfSales, of('Weighted average').closing]).toEqual([8712, 3388]);
});

test('items that are not there, and a period that ends before it begins, are refused', async () => {
  const port = openXlsx(sample, 'book.xlsx');
  const found = await compare(port, { from: day('2026-02-01'), upTo: day('2026-01-31'), items: ['NOBODY'] }, ENV);
  expect(found.ok ? [] : found.problems.map(({ message }) => message)).toEqual([
    'There is no item "NOBODY" in this workbook.',
    'The period begins on 2026-02-01, after its end on 2026-01-31.',
  ]);
});

describe('as a sheet', () => {
  const compareInto = async (bytes: Uint8Array, from: string, upTo: string): Promise<Uint8Array> => {
    const port = openXlsx(bytes, 'book.xlsx');
    const found = await compare(port, { from: day(from), upTo: day(upTo), items: [] }, ENV);
    if (!found.ok) throw new Error(found.problems[0].message);
    await writeComparison(port, found);
    return port.toBytes(new Date(NOW));
  };
  /** Figures as the stand-in for Excel calculates them: by the text in column A, what stands right of it. */
  const figures = (bytes: Uint8Array): Map<string, unknown[]> => {
    const workbook = readXlsx(bytes, 'book.xlsx');
    const sheet = workbook.sheets.find(({ name }) => name === 'Model comparison')!;
    const rows = Array.from({ length: 60 }, (_, row) =>
      [0, 1, 2, 3, 4, 5, 6].map((column) => workbook.calculator.value(sheet, row, column)),
    );
    return new Map(rows.map(([label, ...rest]) => [String(label), rest]));
  };
  const cents = (units: number): number => units / 100;

  test('side by side: cost of sales and closing value of each model, and by how much it is lower', async () => {
    const { comparison } = await compared(january, '2026-02-01', '2026-02-28');
    const found = figures(await compareInto(january, '2026-02-01', '2026-02-28'));
    for (const one of [comparison.asSet, ...comparison.models]) {
      expect(found.get(one.model ?? 'As set')?.slice(0, 3)).toEqual([
        cents(one.costOfSales),
        cents(one.closing),
        cents(comparison.asSet.costOfSales - one.costOfSales),
      ]);
    }
    expect(found.get('Opening')?.[0]).toBe('as IC-0001 of 2026-01-31 left it');
    expect(found.get('Difference')).toEqual([0, 0, 0, 0, 0, 0]);
  }, 60_000);

  test('the next comparison takes its place, whatever was typed into it; the results stay as they are', async () => {
    const first = await compareInto(january, '2026-01-01', '2026-01-31');
    const second = await compareInto(first, '2026-02-01', '2026-02-28');
    const { sheets } = await openXlsx(second, 'book.xlsx').facts();
    expect(sheets.filter((name) => name.startsWith('Model'))).toEqual(['Model comparison']);
    expect(figures(second).get('Period')?.[0]).toBe('2026-02-01 to 2026-02-28');
    expect(await gridsOf(second)).toEqual(await gridsOf(january));
  }, 60_000);

  test('a sheet of that name that is not ours is refused', async () => {
    const book = workbookOf([
      grid(
        'Transactions',
        'Transaction | Item | Quantity | Financial date | Financial cost\nP1 | A | 1 | 2026-01-05 | 4.00',
        'Model comparison',
      ),
    ]);
    await expect(compareInto(book, '2026-01-01', '2026-01-31')).rejects.toThrow('Model comparison');
  });
});
