import fc from 'fast-check';
import { archive } from '../../../src/runs/archive/archive';
import { verify } from '../../../src/runs/verify';
import { openXlsx } from '../../../src/workbook/file';
import { without, withRows, writtenBy } from '../../support/archived';
import { monthsWorkbook, randomMonths } from '../../support/random-months';
import { closed, ENV, gridsOf, NOW } from '../../support/workbooks';

const CLOSES = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'];

/** Archives what can be archived and deletes it from its table; the workbook as it was where nothing can. */
async function archivedAndDeleted(bytes: Uint8Array): Promise<{ bytes: Uint8Array; count: number }> {
  const port = openXlsx(bytes, 'book.xlsx');
  const done = await archive(port, {}, ENV);
  if (!done.ok) {
    expect(done.problems.map(({ code }) => code)).toEqual(['NOTHING_TO_ARCHIVE']);
    return { bytes, count: 0 };
  }
  const { id } = done.loaded.read.book.transactions;
  const ids = done.rows.map((row) => id[row]);
  return { bytes: await without(port.toBytes(new Date(NOW)), ids), count: ids.length };
}

test('every close writes the same whether what was closed before is archived and gone or not', async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(randomMonths, async (months) => {
      let plain: Uint8Array = new Uint8Array();
      let small = plain;
      for (const [at, upTo] of CLOSES.entries()) {
        // The rows of the month are entered once the month before is closed.
        const all = (await gridsOf(monthsWorkbook(months, at + 1)))[0].rows;
        const before = at === 0 ? 0 : (await gridsOf(monthsWorkbook(months, at)))[0].rows.length;
        plain = at === 0 ? monthsWorkbook(months, 1) : await withRows(plain, all.slice(before));
        small = at === 0 ? plain : await withRows(small, all.slice(before));
        const one = await closed(plain, upTo);
        const other = await closed(small, upTo);
        expect(await writtenBy(other.bytes, other.closed.ids.closing)).toEqual(
          await writtenBy(one.bytes, one.closed.ids.closing),
        );
        plain = one.bytes;
        const left = await archivedAndDeleted(other.bytes);
        rows += left.count;
        small = left.bytes;
      }
      expect(await verify(openXlsx(small, 'book.xlsx'), ENV)).toMatchObject({ differences: [], problems: [] });
    }),
    // A life takes two seconds: shrinking would take minutes.
    { numRuns: Number(process.env.RUNS ?? 5), seed: 34, endOnFailure: true },
  );
  expect(rows).toBeGreaterThan(30);
}, 600_000);
