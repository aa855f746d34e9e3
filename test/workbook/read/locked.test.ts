import { dayOf } from '../../../src/book/days';
import {
  compareLocked,
  contentOfItem,
  contentOfTransaction,
  parseItemDimensions,
  parsePostsTo,
  parseTransaction,
  sameContent,
  type LockedTransaction,
} from '../../../src/workbook/locked';
import { readSound, table } from '../../support/tables';

const read = readSound(
  table('DimensionGroups', 'Dimension group | Site | Batch | Shelf\nS | Yes | Yes | No'),
  table('Items', 'Item | Dimension group\nA | S'),
  table(
    'Transactions',
    `Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost | Type | Reference | Marked to | Cost source | Site | Batch | Shelf | Inventory account | Offset account
     I1          | A    | -2.5     | 2026-01-31     | -1234.5        | 2026-01-30    | -1200         | Sale | SO "1"    | r1        |             | N    |       | 7     | 1400              |
     R1          | a    | 10       |                |                | 2026-01-30    |               |      |           |           |             | N    |       |       |                   |
     R2          | B    | 1        | 2026-01-31     | 0              |               |               | Transfer |       |           | I3          | N    | B1    |       |                   |
     I3          | B    | -1       | 2026-01-31     | 0              |               |               |      |           |           |             | N    | B1    |       |                   |`,
  ),
);

test('the content of a transaction is every value that affects costing, in a fixed order', () => {
  expect(contentOfTransaction(read, 0)).toBe(
    '{"Item":"A","Quantity":"-2.5","Financial date":"2026-01-31","Financial cost":"-1234.50",' +
      '"Physical date":"2026-01-30","Physical cost":"-1200.00","Type":"Sale","Reference":"SO \\"1\\"","Marked to":"R1",' +
      '"Dimensions":{"Site":"N"},"Inventory account":"1400",' +
      '"Posts to":["1400","Cost of goods sold"],"Model":"FIFO"}',
  );
});

test('blank values are left out, and the dimensions are the financial ones only', () => {
  expect(contentOfTransaction(read, 1)).toBe(
    '{"Item":"A","Quantity":"10","Physical date":"2026-01-30","Type":"Movement","Dimensions":{"Site":"N"},' +
      '"Posts to":["Inventory","Cost of goods sold"],"Model":"FIFO"}',
  );
  expect(contentOfTransaction(read, 2)).toBe(
    '{"Item":"B","Quantity":"1","Financial date":"2026-01-31","Financial cost":"0.00","Type":"Transfer",' +
      '"Cost source":"I3","Posts to":["Inventory","Cost of goods sold"],"Model":"FIFO"}',
  );
});

test('what was written can be read again', () => {
  expect(parseTransaction(contentOfTransaction(read, 0))).toEqual({
    values: {
      Item: 'A',
      Quantity: '-2.5',
      'Financial date': '2026-01-31',
      'Financial cost': '-1234.50',
      'Physical date': '2026-01-30',
      'Physical cost': '-1200.00',
      Type: 'Sale',
      Reference: 'SO "1"',
      'Marked to': 'R1',
      'Inventory account': '1400',
    },
    dimensions: { Site: 'N' },
    postsTo: ['1400', 'Cost of goods sold'],
    model: 'FIFO',
  });
  expect(parseItemDimensions(contentOfItem(read.book.items[0]))).toEqual(['Site', 'Batch']);
});

test.each([
  '',
  'hello',
  '{}',
  '[1]',
  '{"Item":1,"Posts to":["a","b"],"Model":"FIFO"}',
  '{"Item":"A","Posts to":["a"],"Model":"FIFO"}',
])('%j is no content', (text) => {
  expect(parseTransaction(text)).toBeUndefined();
});

test('the accounts are found behind a dimension or text of their name', () => {
  const content =
    '{"Item":"A","Reference":",\\"Posts to\\":[","Dimensions":{"Site":"N","Posts to":"x"},"Posts to":["a","b"],"Model":"LIFO"}';
  expect(parsePostsTo(content)).toEqual(['a', 'b']);
  expect(sameContent(content, content.replace('"a","b"', '"c","d"').replace('LIFO', 'FIFO'))).toBe(true);
  expect(sameContent(content, content.replace('"x"', '"y"'))).toBe(false);
});

describe('comparing a locked transaction (last close 2026-01-31)', () => {
  const lastClose = dayOf(2026, 1, 31) as number;
  const slip = { Item: 'A', Quantity: '10', 'Physical date': '2026-01-30', Type: 'Purchase' };
  const invoice = {
    'Financial date': '2026-02-05',
    'Financial cost': '99.00',
    Reference: 'PO1',
    'Offset account': '2',
  };
  const content = (values: Record<string, string>, dimensions: Record<string, string> = {}): LockedTransaction => ({
    values,
    dimensions,
    postsTo: ['1', '2'],
    model: 'FIFO',
  });
  const changes = (now: Record<string, string>, locked: Record<string, string>) =>
    compareLocked(content(now), content(locked), lastClose).map((one) => [one.column, one.before, one.after]);

  test('an invoice after the close, with what comes with it, is no change', () => {
    expect(changes({ ...slip, ...invoice }, slip)).toEqual([]);
  });

  test('an invoice inside the closed time is one', () => {
    expect(changes({ ...slip, ...invoice, 'Financial date': '2026-01-31' }, slip)).toEqual([
      ['Financial date', '(blank)', '2026-01-31'],
      ['Financial cost', '(blank)', '99.00'],
      ['Reference', '(blank)', 'PO1'],
      ['Offset account', '(blank)', '2'],
    ]);
  });

  test('the invoice does not excuse other changes', () => {
    expect(changes({ ...slip, ...invoice, Quantity: '9' }, slip)).toEqual([['Quantity', '10', '9']]);
  });

  test('a row that had its invoice can not get another', () => {
    const locked = { ...slip, ...invoice };
    expect(changes({ ...locked, 'Financial date': '2026-02-06' }, locked)).toEqual([
      ['Financial date', '2026-02-05', '2026-02-06'],
    ]);
    expect(changes(slip, locked)[0]).toEqual(['Financial date', '2026-02-05', '(blank)']);
  });

  test('upper and lower case do not count', () => {
    expect(changes({ ...slip, Item: 'a' }, slip)).toEqual([]);
  });

  test('dimensions are compared by name, where asked for', () => {
    const [now, locked] = [content(slip, { Site: 'S', Batch: '1' }), content(slip, { Site: 'N' })];
    expect(compareLocked(now, locked, lastClose)).toEqual([
      { column: 'Site', before: 'N', after: 'S' },
      { column: 'Batch', before: '(blank)', after: '1' },
    ]);
    expect(compareLocked(now, locked, lastClose, false)).toEqual([]);
  });
});
