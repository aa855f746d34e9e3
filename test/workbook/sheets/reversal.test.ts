import { computed, held } from '../../support/pages';
import { reversed } from '../../support/by-hand';
import { closed, grid, workbookOf } from '../../support/workbooks';

// P1 is received in January and invoiced in February. The January close revalues S1 from its slip, from 8.00 to 10.00, as
// a provisional adjustment; the February close takes that back and settles the two. Reversed, it leaves it taken back (A19).
const SLIP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Physical date | Physical cost | Financial date | Financial cost
    P1          | CUP  | 1        | 2026-01-05    | 10            | 2026-02-05     | 10
    S1          | CUP  | -1       |               |               | 2026-01-10     | -8`,
  ),
  grid('Parameters', 'Parameter | Value\nInclude physical value | Yes'),
]);

const results = (bytes: Uint8Array): string[] =>
  held(bytes, 'Checks')
    .filter(([number]) => /^\d+\.\d\d$/.test(String(number)))
    .filter((row) => row[6] !== 'OK')
    .map((row) => `${String(row[1])} ${String(row[2])}: ${String(row[6])}`);

test('what a reversed run had taken back is not held against the run before it', async () => {
  const january = (await closed(SLIP, '2026-01-31')).bytes;
  expect(results(january)).toEqual([]);
  const february = (await closed(january, '2026-02-28')).bytes;
  expect(results(february).filter((line) => line.includes('value after'))).toEqual([]);
  const before = await reversed(february);
  expect(results(before)).toEqual([]);
  // 10.00 of the slip, less 8.00 of the sale and the 2.00 by which January revalued it: nothing is left on hand.
  for (const cells of [held(before, 'Checks'), computed(before, 'Checks')])
    expect(cells.find((row) => row[1] === 'Posted cost + adjustments = value after')?.slice(2, 7)).toEqual([
      ...['IC-0001', 0, 0, 0, 'OK'],
    ]);
});
