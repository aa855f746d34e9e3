/** Issues at spoilt running averages, reasoned by hand. */
import { plain, short } from '../../../src/book/decimals';
import { parseIsoDay } from '../../../src/book/days';
import { runningAverages } from '../../../src/settle/reports/postings';
import { checkRunningAverages } from '../../../src/settle/reports/running-average';
import { type BookRows, makeBook, type Row } from '../../support/book';

type Line = readonly [id: string, day: string, quantity: number, cost: string];
const rows = (...lines: readonly Line[]): Row[] =>
  lines.map(([id, day, qty, cost]) => ({ id, qty, date: `2026-01-${day}`, cost }));

/** "SO2: 1 on hand at 102.00 that cost 2.00; posted 102.00, 100.00 too much; started by SO1, covered by PO2". */
function told(input: BookRows, maximumDeviation = 10, revalued?: readonly [string, string]): string[] {
  const book = makeBook(input);
  const [amount, quantity] = [(units: number) => plain(units, 2), (units: number) => short(units, 6)];
  const id = (row: number) => (row < 0 ? 'nothing yet' : book.transactions.id[row]);
  const revaluations = revalued
    ? [{ day: parseIsoDay(revalued[0])!, key: 0, amount: Math.round(Number(revalued[1]) * 100) }]
    : [];
  return checkRunningAverages(book, revaluations, { maximumDeviation }).map(
    (one) =>
      `${id(one.transaction)}: ${quantity(one.onHand)} on hand at ${amount(one.value)} that cost ${amount(one.worth)}; ` +
      `posted ${amount(one.posted)}, ${amount(one.excess)} too much; started by ${id(one.startedBy)}, covered by ${id(one.coveredBy)}`,
  );
}

// 100 for 100.00; an issue of 200 is priced at the average of 1.00 altogether, so 100.00 more leave than there were. Of
// the 101 for 202.00 one is left, and it has those 100.00 in its value: 102.00 where it cost 2.00.
const AMPLIFIED = rows(
  ['PO1', '02', 100, '100.00'],
  ['SO1', '05', -200, '-200.00'],
  ['PO2', '08', 101, '202.00'],
  ['SO2', '10', -1, '-102.00'],
);

test('an issue of more than there is makes the rest of the next receipt carry the difference', () => {
  expect(told({ rows: AMPLIFIED })).toEqual([
    'SO2: 1 on hand at 102.00 that cost 2.00; posted 102.00, 100.00 too much; started by SO1, covered by PO2',
  ]);
});

test('the difference thins out as receipts come, until it is no more than allowed', () => {
  // 1 for 102.00 and 99 for 198.00 are 100 for 300.00, that cost 200.00: 3.00 for 2.00, half too much.
  const thinned = [...AMPLIFIED.slice(0, 3), ...rows(['PO3', '09', 99, '198.00'], ['SO2', '10', -10, '-30.00'])];
  expect(told({ rows: thinned })).toEqual([
    'SO2: 100 on hand at 300.00 that cost 200.00; posted 30.00, 10.00 too much; started by SO1, covered by PO2',
  ]);
  expect(told({ rows: thinned }, 50)).toEqual([]);
});

test('a cheaper receipt spoils the average the other way', () => {
  // 100 for 100.00, 150 sold at 1.00, 100 for 90.00: 50 are left for 40.00, that cost 45.00.
  const cheaper = rows(
    ['PO1', '02', 100, '100.00'],
    ['SO1', '05', -150, '-150.00'],
    ['PO2', '08', 100, '90.00'],
    ['SO2', '10', -10, '-8.00'],
  );
  expect(told({ rows: cheaper })).toEqual([
    'SO2: 50 on hand at 40.00 that cost 45.00; posted 8.00, -1.00 too much; started by SO1, covered by PO2',
  ]);
});

test.each<[string, Row[]]>([
  [
    'stock that was never negative',
    rows(
      ['PO1', '02', 10, '100.00'],
      ['SO1', '05', -10, '-100.00'],
      ['PO2', '08', 1, '50.00'],
      ['SO2', '09', -1, '-50.00'],
    ),
  ],
  [
    'an estimate that was right: the receipt costs what was assumed',
    rows(
      ['PO1', '02', 10, '10.00'],
      ['SO1', '05', -15, '-15.00'],
      ['PO2', '08', 10, '10.00'],
      ['SO2', '09', -1, '-1.00'],
    ),
  ],
  [
    'an issue that was posted at another cost than the average',
    [...AMPLIFIED.slice(0, 3), ...rows(['SO2', '10', -1, '-2.00'])],
  ],
  [
    'stock that is negative still: there is no average to post at',
    [...AMPLIFIED.slice(0, 2), ...rows(['SO2', '10', -1, '-1.00'])],
  ],
])('nothing is said of %s', (_, sound) => {
  expect(told({ rows: sound })).toEqual([]);
});

test('a close puts the value right, and what is posted after it is sound', () => {
  // The close of 2026-01-09 adjusts SO1 from -200.00 to -300.00: what is left is worth 2.00.
  expect(
    told({ rows: [...AMPLIFIED.slice(0, 3), ...rows(['SO2', '10', -1, '-2.00'])] }, 10, ['2026-01-09', '-100.00']),
  ).toEqual([]);
  expect(told({ rows: AMPLIFIED }, 10, ['2026-01-10', '-100.00'])).toHaveLength(1);
});

test('slips count where the item includes physical value, and the invoice takes their place', () => {
  const slips: BookRows = {
    items: [{ id: 'A', includePhysicalValue: true }],
    rows: [
      { id: 'PO1', qty: 100, physicalDate: '2026-01-02', physicalCost: '100.00', date: '2026-02-02', cost: '100.00' },
      { id: 'SO1', qty: -200, physicalDate: '2026-01-05', physicalCost: '-200.00' },
      { id: 'PO2', qty: 101, physicalDate: '2026-01-08', physicalCost: '202.00' },
      { id: 'SO2', qty: -1, physicalDate: '2026-01-10', physicalCost: '-102.00', date: '2026-01-12', cost: '-102.00' },
    ],
  };
  expect(told(slips)).toEqual([
    'SO2: 1 on hand at 102.00 that cost 2.00; posted 102.00, 100.00 too much; started by SO1, covered by PO2',
  ]);
  // Without physical value only invoices make averages: SO2 comes before there is any stock.
  expect(told({ ...slips, items: [{ id: 'A' }] })).toEqual([]);
});

test('cost keys are kept apart', () => {
  const sites = AMPLIFIED.map((row, at) => ({ ...row, dims: { Site: at === 2 ? '2' : '1' } }));
  expect(told({ rows: sites, items: [{ id: 'A', financialDimensions: ['Site'] }] })).toEqual([]);
});

test('the running average before an issue, in the order of posting and not of the sheet', () => {
  const book = makeBook({ rows: [...AMPLIFIED.slice(0, 2), ...rows(['SO0', '03', -10, '-15.00'])] });
  const { value, quantity } = runningAverages(book, []);
  // SO0 finds 100 for 100.00; SO1, two days later, 90 for 85.00.
  expect([...value].map((units) => units / 100)).toEqual([NaN, 85, 100]);
  expect([...quantity].map((units) => units / 1e6)).toEqual([NaN, 90, 100]);
});
