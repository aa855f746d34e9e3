import { day } from '../../support/workbooks';
import { HardCase, models, parameters, sites } from '../../support/hard-case';

/** A20, A21: what people change by hand, and which accounts it all goes to. */

const HEADER = 'Transaction | Item | Quantity | Financial date | Financial cost';

describe('A20: stock', () => {
  const three = (...costs: string[]) =>
    new HardCase(
      [
        HEADER,
        ...costs.map((cost, at) => `P${at + 1} | A | ${at === 2 ? 2 : 1} | 2026-01-0${at + 1} | ${cost}`),
        'S | A | -1 | 2026-01-10 | -4',
      ].join('\n'),
    ).close('2026-01-31');

  test.each([
    // S has taken P1. Left are 5.00 for 1 and 10.00 for 2: a third of 0.05 is 0.0167 = 0.02, the last takes the rest.
    ['by value', ['4', '5', '10'], 0.05, ['P2 0.02 On-hand', 'P3 0.03 On-hand']],
    ['by value, downwards', ['4', '5', '10'], -0.05, ['P2 -0.02 On-hand', 'P3 -0.03 On-hand']],
    // Without value by quantity: 1 and 2 pieces of 3.
    ['by quantity where there is no value', ['4', '0', '0'], 0.05, ['P2 0.02 On-hand', 'P3 0.03 On-hand']],
  ])('an amount is spread %s', async (_, costs, amount, expected) => {
    const book = await three(...costs);
    await book.onHand({ selection: { items: ['A'] }, fill: { method: 'Amount', amount } });
    expect(book.adjusted(2)).toEqual(expected);
    expect(book.voucher(2)).toEqual([`Inventory ${amount}`, `Inventory adjustment ${-amount}`]);
    expect(book.rows('Closings', 2)[0]).toMatchObject({ Type: 'On-hand adjustment', Date: day('2026-01-31') });
  });

  test.each([
    // 10.00 and 13.00 become 30.00: 7.00 x 10 / 23 = 3.04, the rest 3.96. A tenth less is 1.00 and 1.30. 15.00 each is 5.00 and 2.00.
    ['a total value', { method: 'Total value', value: 30 } as const, ['P 3.04 On-hand', 'Q 3.96 On-hand']],
    ['a percentage', { method: 'Percent', percent: -10 } as const, ['P -1 On-hand', 'Q -1.3 On-hand']],
    ['a unit cost', { method: 'Unit cost', unitCost: 15 } as const, ['P 5 On-hand', 'Q 2 On-hand']],
  ])('%s', async (_, fill, expected) => {
    const book = await new HardCase(`${HEADER}\nP | A | 1 | 2026-01-01 | 10\nQ | A | 1 | 2026-01-02 | 13`).close(
      '2026-01-31',
    );
    await book.onHand({ selection: { items: ['A'] }, fill });
    expect(book.adjusted(2)).toEqual(expected);
  });

  test('a leg of a closing transfer is an open receipt like others, and is as it was when that is reversed', async () => {
    // 2 for 14.00 and 2 for 16.00; S takes 1 for 7.50, 3 for 22.50 are left. At 8.00 each they are worth 1.50 more.
    const book = new HardCase(
      `${HEADER}
       P | A | 2 | 2026-01-01 | 14
       Q | A | 2 | 2026-01-02 | 16
       S | A | -1 | 2026-01-05 | -7.50
       T | A | -3 | 2026-02-10 | -22.50`,
      models('A = Weighted average'),
    );
    await book.close('2026-01-31');
    await book.onHand({ selection: { items: ['A'] }, fill: { method: 'Unit cost', unitCost: 8 } });
    expect(book.adjusted(2)).toEqual(['IC-0001/1 in 1.5 On-hand']);
    await book.close('2026-02-28');
    expect(book.settled(3)).toEqual(['T from IC-0001/1 in: 3 for 24, adjusted -1.5 (Weighted average)']);
    await book.reverse('IC-0002');
    expect(book.balances()).toEqual([]);
    await book.close('2026-02-28');
    expect(book.settled(6)).toEqual(['T from IC-0001/1 in: 3 for 22.5, adjusted 0 (Weighted average)']);
  });
});

test('A20, A11: a product revalued by hand keeps its Financial cost as weight and what it got from its order', async () => {
  // By Financial cost 10 : 20 F gets a third of 0.30. Revalued to 40.10 it is 30.00 dearer. K then makes M 0.60 dearer: again
  // a third, 0.20, though F is worth 40.10 now.
  const book = new HardCase(
    `${HEADER} | Type | Reference
     P | RAW | 1 | 2026-01-01 | 30.30 | Purchase |
     M | RAW | -1 | 2026-01-02 | -30 | Production line | W1
     F | FIN | 1 | 2026-01-03 | 10 | Production | W1
     G | FIN | 1 | 2026-01-04 | 20 | Production | W1
     S | FIN | -1 | 2026-01-05 | -10 | Sale |`,
  );
  await book.close('2026-01-31');
  await book.revalue('2026-02-03', { transaction: 'F', value: 40.1 }, { transaction: 'P', value: 30.9 });
  await book.close('2026-02-28');
  expect(book.adjusted(3)).toEqual([
    'F 0.2 Production from W1',
    'G 0.4 Production from W1',
    'M -0.6 Late cost from P',
    'S -30.2 Late cost from F',
  ]);
});

describe('A21', () => {
  const POSTING = {
    Items: 'Item | Item group\nA | METAL\nB | WOOD\nC |',
    Posting: `Item group | Type | Inventory account | Offset account
      | | 100 | 500
      | Sale | 101 | 501
      METAL | | 110 | 510
      METAL | Sale | 111 | 511`,
  };
  // Each sale and each movement is 1.00 dearer than posted: its offset account is debited, its inventory account credited.
  const dearer = (id: string, item: string, type: string, accounts = ' | ') => [
    `P${id} | ${item} | 1 | 2026-01-0${id} | 5 | Purchase | | `,
    `${id} | ${item} | -1 | 2026-01-0${id} | -4 | ${type} | ${accounts}`,
  ];
  const voucher = (book: HardCase, run = 1): string[] =>
    book
      .rows('Adjustments', run)
      .map((row) => ['Transaction', 'Inventory account', 'Offset account'].map((name) => String(row[name])).join(' '));

  test('accounts: of the transaction, of group and type, of the group, of the type, of all', async () => {
    const book = new HardCase(
      [
        `${HEADER} | Type | Inventory account | Offset account`,
        ...dearer('1', 'A', 'Sale', 'own | mine'),
        ...dearer('2', 'A', 'Sale'),
        ...dearer('3', 'A', 'Movement'),
        ...dearer('4', 'B', 'Sale'),
        ...dearer('5', 'C', 'Sale'),
        ...dearer('6', 'B', 'Counting'),
      ].join('\n'),
      POSTING,
    );
    await book.close('2026-01-31');
    expect(voucher(book)).toEqual(['1 own mine', '2 111 511', '3 110 510', '4 101 501', '6 100 500', '5 101 501']);
  });

  test('the group of today says nothing about a locked transaction', async () => {
    const book = new HardCase(
      `${HEADER} | Type | Marked to
       P | A | 1 | 2026-01-01 | 10 | Purchase |
       L | A | -1 | 2026-01-03 | -10 | Sale | N
       N | A | 1 | 2026-02-03 | 12 | Purchase |
       T | A | -1 | 2026-02-04 | -9 | Sale |`,
      {
        Items: 'Item | Item group\nA | OLD',
        Posting: 'Item group | Type | Inventory account | Offset account\nOLD | Sale | Inventory | Old sales',
      },
    );
    await book.close('2026-01-31');
    book.port.table('Items')!.rows[0][1] = 'NEW';
    await book.close('2026-02-28');
    expect(voucher(book, 2)).toEqual(['L Inventory Old sales', 'T Inventory Cost of goods sold']);
  });

  test.each([
    ['Total', ['Cost of goods sold  3', 'Inventory  -3']],
    ['Item group', ['Cost of goods sold X 3', 'Inventory X -3']],
    ['Item', ['Cost of goods sold A -1', 'Cost of goods sold B 4', 'Inventory A 1', 'Inventory B -4']],
  ])('the voucher by %s', async (specification, expected) => {
    const book = new HardCase(
      `${HEADER}
       P | A | 1 | 2026-01-01 | 9
       S | A | -1 | 2026-01-02 | -10
       Q | B | 1 | 2026-01-01 | 14
       T | B | -1 | 2026-01-02 | -10`,
      { Items: 'Item | Item group\nA | X\nB | X' },
      parameters(`Ledger specification | ${specification}`),
    );
    await book.close('2026-01-31');
    const lines = book.rows('Ledger', 1).map((row) => {
      const about = specification === 'Item' ? row['Item'] : row['Item group'];
      return `${String(row['Account'])} ${specification === 'Total' ? '' : String(about)} ${Number(row['Debit'] ?? 0) - Number(row['Credit'] ?? 0)}`;
    });
    expect(lines.sort()).toEqual(expected);
  });

  test('moves between sites of one account leave no voucher line, though both sides are adjusted', async () => {
    const book = new HardCase(
      `${HEADER} | Type | Cost source | Site
       P | A | 1 | 2026-01-01 | 12 | Purchase | | 1
       X | A | -1 | 2026-01-05 | -10 | Transfer | | 1
       Y | A | 1 | 2026-01-06 | 10 | Transfer | X | 2`,
      sites('A'),
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual(['X -2 Settlement from P', 'Y 2 Transfer from X']);
    expect(book.voucher()).toEqual([]);
  });
});
