import { findHeaderRow, proposeColumns } from '../../../src/workbook/mapping/recognise';
import { SYNONYMS } from '../../../src/workbook/mapping/synonyms';
import { ITEMS, TRANSACTIONS } from '../../../src/workbook/tables/input';
import type { CellValue } from '../../../src/workbook/cells';

const columns = TRANSACTIONS.columns.map(({ name }) => name);

/** The proposal as "our column: their header". */
function proposed(headers: readonly string[], rows: readonly (readonly CellValue[])[] = [], more: string[] = []) {
  const found = proposeColumns('Transactions', [...columns, ...more], { headers, rows });
  return Object.fromEntries([...found].map(([column, at]) => [column, headers[at]]));
}

test.each<[string, string[], Record<string, string>]>([
  [
    'our own headers, in any case',
    ['TRANSACTION', ' item ', 'Quantity', 'Financial date', 'Financial cost'],
    {
      Transaction: 'TRANSACTION',
      Item: ' item ',
      Quantity: 'Quantity',
      'Financial date': 'Financial date',
      'Financial cost': 'Financial cost',
    },
  ],
  [
    'an English export',
    ['Entry No.', 'Posting Date', 'Document No.', 'Item No.', 'Qty. (pcs)', 'Cost Amount (Actual)', 'Remaining'],
    {
      Transaction: 'Entry No.',
      'Financial date': 'Posting Date',
      Reference: 'Document No.',
      Item: 'Item No.',
      Quantity: 'Qty. (pcs)',
      'Financial cost': 'Cost Amount (Actual)',
    },
  ],
  [
    'a German export',
    ['Lfd. Nr.', 'Buchungsdatum', 'Belegnummer', 'Artikelnummer', 'Menge', 'Betrag [EUR]', 'Lieferdatum'],
    {
      Transaction: 'Lfd. Nr.',
      'Financial date': 'Buchungsdatum',
      'Physical date': 'Lieferdatum',
      Reference: 'Belegnummer',
      Item: 'Artikelnummer',
      Quantity: 'Menge',
      'Financial cost': 'Betrag [EUR]',
    },
  ],
  [
    'an export with dates of both kinds and costs of both kinds',
    [
      'Lot ID',
      'Date physical',
      'Date financial',
      'Item number',
      'Quantity',
      'Physical cost amount',
      'Financial cost amount',
    ],
    {
      Transaction: 'Lot ID',
      'Physical date': 'Date physical',
      'Financial date': 'Date financial',
      Item: 'Item number',
      Quantity: 'Quantity',
      'Physical cost': 'Physical cost amount',
      'Financial cost': 'Financial cost amount',
    },
  ],
  ['nothing that is known', ['Colour', 'Length', ''], {}],
])('recognises %s', (_, headers, expected) => {
  expect(proposed(headers)).toEqual(expected);
});

test('a voucher that repeats is a reference, no id', () => {
  const rows = [
    ['V1', 'A'],
    ['V1', 'B'],
    ['V2', 'A'],
  ];
  expect(proposed(['Voucher', 'Product'], rows)).toEqual({ Reference: 'Voucher', Item: 'Product' });
  expect(proposed(['Voucher', 'Product'], rows.slice(1))).toEqual({ Transaction: 'Voucher', Item: 'Product' });
});

test('a type in words of another program is left: its rows would all be wrong', () => {
  expect(proposed(['Type'], [['Purchase'], ['sale']])).toEqual({ Type: 'Type' });
  expect(proposed(['Type'], [['Purchase'], ['PurchInvoice']])).toEqual({});
});

test('a column of texts is no quantity and no date', () => {
  expect(proposed(['Menge', 'Datum'], [['viel', 'bald']])).toEqual({});
  expect(
    proposed(
      ['Menge', 'Datum'],
      [
        ['1.234,50', '31.01.2026'],
        [null, ''],
      ],
    ),
  ).toEqual({ Quantity: 'Menge', 'Financial date': 'Datum' });
});

test('dimensions are recognised by their own names', () => {
  expect(proposed(['site', 'Warehouse'], [], ['Site'])).toEqual({ Site: 'site' });
});

test('a column is taken once', () => {
  const taken = Object.values(proposed(['Nr', 'Artikelnummer', 'Artikel', 'Menge', 'Beleg']));
  expect(new Set(taken).size).toBe(taken.length);
});

test.each<[string, CellValue[][], number]>([
  [
    'in the first row',
    [
      ['Artikel', 'Menge'],
      ['BOLT', 1],
    ],
    0,
  ],
  [
    'below titles',
    [
      ['Movements', null],
      ['Printed', 46054],
      [null, null],
      ['Item', 'Qty'],
      ['BOLT', 1],
    ],
    3,
  ],
  [
    'below a filter that looks like a header',
    [
      ['Filter', 'all'],
      ['Item', 'Qty'],
      ['BOLT', 1],
    ],
    1,
  ],
  [
    'nowhere: the first row',
    [
      [1, 2],
      [3, 4],
    ],
    0,
  ],
])('finds the header %s', (_, rows, expected) => {
  expect(findHeaderRow('Transactions', rows)).toBe(expected);
});

test('synonyms are about columns that there are', () => {
  const specs = { Transactions: TRANSACTIONS, Items: ITEMS };
  for (const [table, { columns: ours }] of Object.entries(specs)) {
    const names = ours.map(({ name }) => name);
    expect(Object.keys(SYNONYMS[table]).filter((name) => !names.includes(name))).toEqual([]);
  }
});
