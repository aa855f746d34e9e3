import { close } from '../../src/runs/close';
import { recalculate } from '../../src/runs/recalculate';
import { verify } from '../../src/runs/verify';
import { MemoryPort } from '../support/memory-port';
import { day, ENV, grid, type Grid } from '../support/workbooks';

/** Small books on which a rule is easily got wrong; each figure is worked out beside it. */

const JANUARY = day('2026-01-31');
const FEBRUARY = day('2026-02-28');

const rows = (headers: string, ...lines: string[]): Grid =>
  grid(
    'Transactions',
    [`Transaction | Item | Quantity | Financial date | Financial cost${headers}`, ...lines].join('\n'),
  );
const model = (name: string, more = ''): Grid[] => [
  grid('Items', 'Item | Item model group\nA | G'),
  grid(
    'ItemModelGroups',
    `Item model group | Inventory model${more && ' | Include physical value'}\nG | ${name}${more && ` | ${more}`}`,
  ),
];
const parameters = (...lines: string[]): Grid => grid('Parameters', ['Parameter | Value', ...lines].join('\n'));

async function closed(port: MemoryPort, ...days: number[]): Promise<MemoryPort> {
  for (const upTo of days) {
    const found = await close(port, { upTo }, ENV);
    if (!found.ok) throw new Error(found.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n'));
  }
  expect(await verify(port, ENV)).toMatchObject({ ok: true, verified: true });
  return port;
}

/** "S from P: 3 for 10.01, adjusted 0.01": the settlements of a run. */
const settled = (port: MemoryPort, run = 'IC-0001'): string[] =>
  port
    .records('Settlements')
    .filter(({ Closing }) => Closing === run)
    .map(
      (row) =>
        `${row['Issue']} from ${row['Receipt']}: ${row['Quantity']} for ${row['Amount']}, adjusted ${row['Adjustment']}`,
    );

/** "S -3 Settlement, expensed 0": the adjustments of a run. */
const adjusted = (port: MemoryPort, run = 'IC-0001'): string[] =>
  port
    .records('Adjustments')
    .filter(({ Closing }) => Closing === run)
    .map(
      (row) =>
        `${row['Transaction']} ${row['Adjustment']} ${row['Reason']}${row['Expensed'] ? `, expensed ${row['Expensed']}` : ''}`,
    );

describe('A4: a slice takes its part of what those before it left, and the last one all', () => {
  test('10.00 over three times 1 of 3', async () => {
    // 10.00 x 1/3 = 3.33; 6.67 x 1/2 = 3.335, away from zero 3.34; the rest 3.33. Each issue stands at 3.00.
    const port = new MemoryPort([
      rows(
        '',
        'P | A | 3 | 2026-01-01 | 10',
        'X | A | -1 | 2026-01-02 | -3',
        'Y | A | -1 | 2026-01-03 | -3',
        'Z | A | -1 | 2026-01-04 | -3',
      ),
    ]);
    expect(settled(await closed(port, JANUARY))).toEqual([
      'X from P: 1 for 3.33, adjusted -0.33',
      'Y from P: 1 for 3.34, adjusted -0.34',
      'Z from P: 1 for 3.33, adjusted -0.33',
    ]);
  });

  test('a receipt with a negative cost: halves are rounded away from zero there too', async () => {
    // -0.01 x 1/2 = -0.005, away from zero -0.01; nothing is left for the second. The issues stand at 0.
    const port = new MemoryPort([
      rows('', 'P | A | 2 | 2026-01-01 | -0.01', 'X | A | -1 | 2026-01-02 | 0', 'Y | A | -1 | 2026-01-03 | 0'),
    ]);
    expect(settled(await closed(port, JANUARY))).toEqual([
      'X from P: 1 for -0.01, adjusted 0.01',
      'Y from P: 1 for 0, adjusted 0',
    ]);
  });

  test('the own share of an issue is rounded in the same way: no cent of it stays where no quantity does', async () => {
    // S stands at 10.00 for 3. Own shares: 3.33, then 6.67 / 2 = 3.34, then 3.33.
    const port = new MemoryPort([
      rows(
        '',
        'P | A | 1 | 2026-01-01 | 4',
        'Q | A | 1 | 2026-01-02 | 4',
        'R | A | 1 | 2026-01-03 | 4',
        'S | A | -3 | 2026-01-04 | -10',
      ),
    ]);
    expect(settled(await closed(port, JANUARY))).toEqual([
      'S from P: 1 for 4, adjusted -0.67',
      'S from Q: 1 for 4, adjusted -0.66',
      'S from R: 1 for 4, adjusted -0.67',
    ]);
  });

  test('fifteen digits: 9,999,999,999,999.99 for 3 pieces, and 0.00000001 of a piece', async () => {
    // A third is 3,333,333,333,333.33; two thirds of it are left, half of that is 3,333,333,333,333.33, and so is the rest.
    const big = new MemoryPort([
      rows(
        '',
        'P | A | 3 | 2026-01-01 | 9999999999999.99',
        'X | A | -1 | 2026-01-02 | 0',
        'Y | A | -2 | 2026-01-03 | 0',
      ),
    ]);
    expect(settled(await closed(big, JANUARY))).toEqual([
      'X from P: 1 for 3333333333333.33, adjusted -3333333333333.33',
      'Y from P: 2 for 6666666666666.66, adjusted -6666666666666.66',
    ]);
    // 5.00 x 0.00000001 / 0.00000003 = 1.666…, rounded 1.67; 3.33 are left.
    const small = new MemoryPort([
      rows(
        '',
        'P | A | 0.00000003 | 2026-01-01 | 5',
        'X | A | -0.00000001 | 2026-01-02 | -1',
        'Y | A | -0.00000002 | 2026-01-03 | -1',
      ),
      parameters('Quantity decimals | 8'),
    ]);
    expect(settled(await closed(small, JANUARY))).toEqual([
      'X from P: 1e-8 for 1.67, adjusted -0.67',
      'Y from P: 2e-8 for 3.33, adjusted -2.33',
    ]);
  });
});

test('A3: on one day Sequence goes before the row, and blank is 0', async () => {
  // Receipts by Sequence: R (-1), P (blank), Q (2). S takes R for 3 and P for 1.
  const port = new MemoryPort([
    rows(
      ' | Sequence',
      'Q | A | 1 | 2026-01-01 | 2 | 2',
      'P | A | 1 | 2026-01-01 | 1 |',
      'R | A | 1 | 2026-01-01 | 3 | -1',
      'S | A | -2 | 2026-01-01 | -4 | 9',
    ),
  ]);
  expect(settled(await closed(port, JANUARY))).toEqual([
    'S from R: 1 for 3, adjusted -1',
    'S from P: 1 for 1, adjusted 1',
  ]);
});

test('A5: quantity that is reserved for a later counterpart stays in the fraction, and nobody else gets it', async () => {
  // P: 4 for 10.00, 1 of them for L of February. S would have 4, and gets 3: 10.00 x 3/4 = 7.50 against 4 x 2.00 x 3/4 = 6.00.
  const port = new MemoryPort([
    rows(
      ' | Marked to',
      'P | A | 4 | 2026-01-01 | 10 |',
      'S | A | -4 | 2026-01-05 | -8 |',
      'L | A | -1 | 2026-02-05 | -2 | P',
    ),
  ]);
  await closed(port, JANUARY);
  expect(settled(port)).toEqual(['S from P: 3 for 7.5, adjusted -1.5']);
  // In February L takes its own for what is left, 2.50; the rest of S finds nothing.
  await closed(port, FEBRUARY);
  expect(settled(port, 'IC-0002')).toEqual(['L from P: 1 for 2.5, adjusted -0.5']);
});

test('A8: what the transfer of an average gathers, it gives back to the cent', async () => {
  // 3 for 10.00 and 4 for 10.00 are 7 for 20.00. X has 20.00/7 = 2.857 = 2.86; Y 17.14/6 = 2.8567 = 2.86; 5 for 14.28 are left.
  const port = new MemoryPort([
    rows(
      '',
      'P | A | 3 | 2026-01-01 | 10',
      'Q | A | 4 | 2026-01-02 | 10',
      'X | A | -1 | 2026-01-03 | -3',
      'Y | A | -1 | 2026-01-04 | -3',
    ),
    ...model('Weighted average'),
  ]);
  await closed(port, JANUARY);
  expect(settled(port).slice(2)).toEqual([
    'X from IC-0001/1 in: 1 for 2.86, adjusted 0.14',
    'Y from IC-0001/1 in: 1 for 2.86, adjusted 0.14',
  ]);
  expect(port.records('InventoryValue')[0]).toMatchObject({ 'Closing quantity': 5, 'Closing value': 14.28 });
});

test('A1, A10: the rest of a partly covered issue is valued like the rest until it is covered, and again by nobody', async () => {
  // 2 of 3 are covered at 10.00; the third goes from 4.00 to 10.00 for the time being. In February it costs 7.00.
  const port = new MemoryPort([
    rows('', 'P | A | 2 | 2026-01-01 | 20', 'S | A | -3 | 2026-01-05 | -12', 'Q | A | 1 | 2026-02-05 | 7'),
    parameters('Uncovered quantity | Cost of covered part'),
  ]);
  await closed(port, JANUARY);
  expect(adjusted(port)).toEqual(['S -12 Settlement', 'S -6 Uncovered quantity']);
  await closed(port, FEBRUARY);
  expect(adjusted(port, 'IC-0002')).toEqual(['S 6 Uncovered quantity', 'S -3 Settlement']);
});

test('A9: a slip that was adjusted with goes back to its estimate when its invoice is dated after the next receipt', async () => {
  // January: S takes 1 of the slip C for 9.00. C is invoiced in March, so that February finds B, for 11.00.
  const port = new MemoryPort([
    rows(
      ' | Physical date | Physical cost',
      'C | A | 1 | 2026-03-02 | 8 | 2026-01-02 | 9',
      'S | A | -1 | 2026-01-05 | -5 | |',
      'B | A | 1 | 2026-02-03 | 11 | |',
    ),
    ...model('FIFO', 'Yes'),
  ]);
  await closed(port, JANUARY);
  expect(adjusted(port)).toEqual(['S -4 Physical value']);
  // In February C is still first in the queue, as a slip: nothing changes.
  await closed(port, FEBRUARY);
  expect(adjusted(port, 'IC-0002')).toEqual([]);
  // In March C stands at its Financial date, behind B: S takes B for good, and the estimate goes.
  await closed(port, day('2026-03-31'));
  expect(adjusted(port, 'IC-0003')).toEqual(['S 4 Physical value', 'S -6 Settlement']);
});

test('A11, A13: an order with two receipts: each part by itself, the last takes the rest, and what is too small is expensed', async () => {
  // M becomes dearer by 0.05. By Financial cost 10 : 20 F would get 0.0167 = 0.02 and G, the last, the rest 0.03.
  const book = (minimum: string) =>
    new MemoryPort([
      rows(
        ' | Type | Reference',
        'P | A | 1 | 2026-01-01 | 30.05 | Purchase |',
        'M | A | -1 | 2026-01-02 | -30 | Production line | W1',
        'F | B | 1 | 2026-01-03 | 10 | Production | W1',
        'G | B | 1 | 2026-01-04 | 20 | Production | W1',
      ),
      parameters(`Minimum throughput adjustment | ${minimum}`),
    ]);
  expect(adjusted(await closed(book('0.02'), JANUARY))).toEqual([
    'M -0.05 Settlement',
    'F 0.02 Production',
    'G 0.03 Production',
  ]);
  expect(adjusted(await closed(book('0.03'), JANUARY))).toEqual([
    'M -0.05 Settlement',
    'F 0 Expensed, expensed 0.02',
    'G 0.03 Production',
  ]);
});

test('A11: a return into an open period of a sale of a closed one follows the sale, and its later change', async () => {
  // S cost 10.00 a piece after January. R: 2 of its 4 come back at 30.00: -10.00.
  const port = new MemoryPort([
    rows(
      ' | Type | Cost source',
      'P | A | 4 | 2026-01-01 | 40 | Purchase |',
      'S | A | -4 | 2026-01-05 | -50 | Sale |',
      'R | A | 2 | 2026-02-10 | 30 | Customer return | S',
    ),
  ]);
  await closed(port, JANUARY, FEBRUARY);
  expect(adjusted(port)).toEqual(['S 10 Settlement']);
  expect(adjusted(port, 'IC-0002')).toEqual(['R -10 Return']);
});

test('A17: a recalculation up to the day of the last close finds nothing new', async () => {
  const port = await closed(
    new MemoryPort([
      rows('', 'P | A | 3 | 2026-01-01 | 10', 'S | A | -4 | 2026-01-02 | -9'),
      parameters('Uncovered quantity | Cost of covered part'),
    ]),
    JANUARY,
  );
  expect(await recalculate(port, { upTo: JANUARY }, ENV)).toMatchObject({
    ok: true,
    rows: { Adjustments: 0, Ledger: 0 },
  });
});
