import { preview } from '../../../src/runs/preview';
import { day, ENV } from '../../support/workbooks';
import { HardCase, models, parameters, sites } from '../../support/hard-case';

/** A1, A16, A17, A19, A22: what runs refuse, replace, take back, and leave alone. */

const HEADER = 'Transaction | Item | Quantity | Financial date | Financial cost';
const WITH_SLIPS = `${HEADER} | Physical date | Physical cost`;

describe('A16: a negative quantity on hand at the date of the close', () => {
  const stock = (setting: string, ...rows: string[]) =>
    new HardCase([`${WITH_SLIPS} | Site`, ...rows].join('\n'), {
      ...sites('A'),
      Items: 'Item | Item model group | Dimension group\nA | G | SITE',
      ItemModelGroups: `Item model group | Inventory model | Physical negative inventory | Financial negative inventory\nG | FIFO | ${setting}`,
    });
  // The receipt is a slip: financially 3 are missing, physically there are 2.
  const SOLD_BEFORE_INVOICE = ['P | A | 5 | | | 2026-01-02 | 5 | 1', 'S | A | -3 | 2026-01-10 | -3 | | | 1'];
  // 5 came and 3 were invoiced; 3 more have left on a slip.
  const DELIVERED_TOO_MUCH = [
    'P | A | 5 | 2026-01-02 | 5 | | | 1',
    'S | A | -3 | 2026-01-10 | -3 | | | 1',
    'I | A | -3 | | | 2026-01-25 | -3 | 1',
  ];

  test.each([
    ['Yes | No', SOLD_BEFORE_INVOICE, 'NEG_FINANCIAL'],
    ['No | Yes', SOLD_BEFORE_INVOICE, undefined],
    ['No | ', DELIVERED_TOO_MUCH, 'NEG_PHYSICAL'],
    [' | No', DELIVERED_TOO_MUCH, undefined],
    // Stock of another cost key does not help.
    [
      'No | No',
      ['P | A | 5 | 2026-01-02 | 5 | | | 1', 'S | A | -3 | 2026-01-10 | -3 | | | 2'],
      'NEG_PHYSICAL,NEG_FINANCIAL',
    ],
    // It was negative on the way, and is not at the date.
    ['No | No', ['S | A | -3 | 2026-01-10 | -3 | | | 1', 'P | A | 3 | 2026-01-31 | 3 | | | 1'], undefined],
    // What comes after the date does not count.
    [
      'No | No',
      ['S | A | -3 | 2026-01-10 | -3 | | | 1', 'P | A | 3 | 2026-02-01 | 3 | | | 1'],
      'NEG_PHYSICAL,NEG_FINANCIAL',
    ],
  ])('%s, %j: %s', async (setting, rows, code) => {
    const book = stock(setting, ...rows);
    if (code === undefined) await book.close('2026-01-31');
    else
      expect((await book.refusal('2026-01-31')).map((line) => line.split(' ').pop()).sort()).toEqual(
        code.split(',').sort(),
      );
  });
});

describe('A16: rows that a close has locked', () => {
  const closed = () =>
    new HardCase(
      `${WITH_SLIPS} | Reference | Marked to | Inventory account | Offset account
       P | A | 2 | | | 2026-01-02 | 8 | | | |
       Q | A | 2 | 2026-02-20 | 9 | 2026-01-03 | 8 | | | |
       R | A | 2 | 2026-01-04 | 8 | | | | | |`,
    ).close('2026-01-31');
  const INVOICE = { 'Financial date': '2026-02-05', 'Financial cost': '10' };

  test('an invoice may come, with its cost, reference and accounts; a second look before the next close may correct it', async () => {
    const book = await closed();
    book.change('P', { ...INVOICE, Reference: 'PO7', 'Inventory account': 'Inventory', 'Offset account': '5000' });
    await book.recalculate('2026-02-10');
    book.change('P', { 'Financial date': '2026-02-08', 'Financial cost': '11' });
    await book.close('2026-02-28');
    expect(book.value(4 - 1)).toEqual(['A: 6 for 28']);
  });

  test.each([
    ['an invoice in the closed period', 'P', { ...INVOICE, 'Financial date': '2026-01-31' }],
    ['another quantity with the invoice', 'P', { ...INVOICE, Quantity: '3' }],
    ['another physical cost', 'P', { 'Physical cost': '9' }],
    ['another physical date with the invoice', 'P', { ...INVOICE, 'Physical date': '2026-01-05' }],
    ['a mark with the invoice', 'P', { ...INVOICE, 'Marked to': 'R' }],
    ['a reference without an invoice', 'P', { Reference: 'PO7' }],
    ['another date of an invoice that was known', 'Q', { 'Financial date': '2026-02-21' }],
    ['another cost of an invoice that was known', 'Q', { 'Financial cost': '10' }],
    ['another account', 'R', { 'Inventory account': '1400' }],
    ['another reference', 'R', { Reference: 'PO9' }],
  ])('%s is a change', async (_, row, cells) => {
    const book = await closed();
    book.change(row, cells);
    const found = await book.refusal('2026-02-28');
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(/^Transactions!\w+ (LOCKED_CHANGED|MARK\w*)$/);
  });
});

test('A1: a close comes out the same whether or not recalculations ran before it, and so do the balances', async () => {
  const book = () =>
    new HardCase(
      `${WITH_SLIPS} | Type | Cost source | Site
       P | A | 3 | 2026-01-02 | 31 | | | Purchase | | 1
       X | A | -2 | 2026-01-05 | -20 | | | Transfer | | 1
       Y | A | 2 | 2026-01-06 | 20 | | | Transfer | X | 2
       C | A | 2 | | | 2026-01-07 | 25 | Purchase | | 2
       S | A | -3 | 2026-01-10 | -30 | | | Sale | | 2`,
      sites('A'),
      parameters('Include physical value | Yes', 'Uncovered quantity | Cost of covered part'),
    );
  const plain = await book().close('2026-01-31');
  const often = book();
  await often.recalculate('2026-01-06');
  await often.recalculate('2026-01-31', { items: ['A'] });
  const rows = often.port.records('Adjustments').length;
  await often.recalculate('2026-01-31');
  expect(often.port.records('Adjustments')).toHaveLength(rows);
  await often.close('2026-01-31');
  for (const id of ['X', 'Y', 'S']) expect([id, often.cost(id)]).toEqual([id, plain.cost(id)]);
  expect(often.balances()).toEqual(plain.balances());
  expect(often.settled(4)).toEqual(plain.settled(1));
});

describe('A19', () => {
  const months = () =>
    new HardCase(
      `${HEADER}
       P | A | 2 | 2026-01-02 | 20
       S | A | -1 | 2026-01-10 | -7
       T | A | -1 | 2026-02-10 | -8`,
    );

  test('what a close replaced of a recalculation stays taken back when the close is reversed', async () => {
    const book = months();
    await book.recalculate('2026-01-31');
    expect(book.balances()).toEqual(['Cost of goods sold 3', 'Inventory -3']);
    await book.close('2026-01-31');
    await book.reverse();
    expect(book.balances()).toEqual([]);
    expect(book.cost('S')).toBe(-7);
    // The period is open again from its first day.
    await book.close('2026-01-15');
    expect(book.settled(4)).toEqual(['S from P: 1 for 10, adjusted -3 (FIFO)']);
  });

  test('an older run goes with all that follow it, newest first, each dated as the run that it reverses', async () => {
    const book = months();
    await book.close('2026-01-31');
    await book.close('2026-02-28');
    await book.recalculate('2026-03-31');
    await book.reverse('IC-0001');
    const reversals = book.port.records('Closings').filter(({ Type }) => Type === 'Reversal');
    expect(reversals.map((row) => [row['Reverses'], row['Date']])).toEqual([
      ['IC-0003', day('2026-03-31')],
      ['IC-0002', day('2026-02-28')],
      ['IC-0001', day('2026-01-31')],
    ]);
    expect(book.balances()).toEqual([]);
    for (const table of ['Settlements', 'Adjustments', 'Ledger', 'LockedRows']) {
      expect(book.port.records(table).filter(({ Status }) => Status === 'Active')).toEqual([]);
    }
    // Nothing is locked any more.
    book.change('S', { 'Financial cost': '-9' });
    await book.close('2026-01-31');
    expect(book.adjusted(7)).toEqual(['S -1 Settlement from P']);
  });
});

/** 2 for 20.00 and 1 for 16.00 are 3 for 36.00: S, posted at 9.00, costs 12.00. */
const AVERAGED = `${HEADER}
  P | A | 2 | 2026-01-02 | 20
  Q | A | 1 | 2026-01-03 | 16
  S | A | -1 | 2026-01-10 | -9`;

test('A17: a recalculated average settles, locks and keeps nothing, and names the receipts that it came from', async () => {
  // S costs 12.00 in place of 9.00: of these 3.00 by quantity 2.00 are from P, 1.00 from Q.
  const book = new HardCase(AVERAGED, models('A = Weighted average'));
  await book.recalculate('2026-01-31');
  expect(book.adjusted()).toEqual(['S -1 Settlement from Q', 'S -2 Settlement from P']);
  for (const table of ['Settlements', 'ClosingTransfers', 'LockedRows']) expect(book.port.records(table)).toEqual([]);
});

test('A22: a preview writes nothing and gives what the close then writes', async () => {
  const book = new HardCase(AVERAGED, models('A = Weighted average'));
  const before = book.port.contents();
  const found = await preview(book.port, { upTo: day('2026-01-31') }, ENV);
  expect(book.port.contents()).toEqual(before);
  if (!found.ok) throw new Error('it was refused');
  await book.close('2026-01-31');
  expect(
    found.outcome.ledger.map(({ account, debit, credit }) => `${account} ${(debit - credit) / 100}`).sort(),
  ).toEqual(book.voucher());
  expect(found.outcome.valueAfter / 100).toBe(book.port.records('Closings')[0]['Value after']);
});
