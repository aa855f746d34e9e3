import { contentOfItem, contentOfTransaction } from '../../../src/workbook/locked';
import { findLockedChanges } from '../../../src/workbook/read/locked-changes';
import type { TableCells } from '../../../src/workbook/port';
import { places, problemsOf, read, readSound, resultTable, table } from '../../support/tables';

const HEADERS =
  'Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Reference | Sequence | Offset account | Site';
const ROWS = [
  'R1 | A | 10 | 2026-01-05 | 100 | 2026-01-04 | PO1 | 2 | | N',
  'I1 | A | -4 | 2026-01-09 | -48 |            | SO1 | 1 | | N',
  'R2 | A | 5  |            |     | 2026-01-20 |     |   | | N',
  'R3 | A | 5  | 2026-02-02 | 50  |            |     |   | | N',
];
const transactions = (rows: readonly string[], headers = HEADERS) =>
  table('Transactions', [headers, ...rows].join('\n'));
const SETTINGS = [
  table('DimensionGroups', 'Dimension group | Site | Batch\nS | Yes | No'),
  table('Items', 'Item | Item group | Dimension group\nA | Old | S'),
  table('Posting', 'Item group | Type | Inventory account | Offset account\nOld | | 1400 | 5000\nNew | | 1499 | 5099'),
];
const CLOSINGS = resultTable(
  'Closings',
  'Closing | Type | Date | Status\nIC-0001 | Close | 2026-01-31 | Completed\nIC-0002 | Close | 2026-02-28 | Reversed',
);

/** What a close up to 2026-01-31 would have locked. */
function lockedRows(): TableCells {
  const before = readSound(transactions(ROWS), ...SETTINGS);
  const lines = ['R1', 'I1', 'R2'].map((id, i) => {
    const content = contentOfTransaction(before, i);
    return `K-${i + 1} | IC-0001 | Transaction | ${id} | ${before.book.transactions.order[i]} | ${content} | Active`;
  });
  return resultTable(
    'LockedRows',
    ['Lock | Closing | Kind | Key | Order | Content | Status', ...lines].join('\n') +
      `\nK-4 | IC-0001 | Item | A | | ${contentOfItem(before.book.items[0])} | Active
         K-5 | IC-0001 | Parameter | Amount decimals | | "2" | Active
         K-6 | IC-0001 | Transaction | R3 | 9 | ${contentOfTransaction(before, 3)} | Reversed`,
  );
}
const LOCKED = lockedRows();

const after = (rows: readonly string[], ...more: readonly TableCells[]) =>
  readSound(transactions(rows), ...(more.length > 0 ? more : SETTINGS), CLOSINGS, LOCKED);
const changes = (rows: readonly string[], ...more: readonly TableCells[]) => findLockedChanges(after(rows, ...more));

/** The rows with one of them replaced. */
const edited = (index: number, row: string) => ROWS.map((line, i) => (i === index ? row : line));

describe('what a close has locked', () => {
  test('nothing was changed', () => {
    expect(changes(ROWS)).toEqual([]);
    expect(changes([...ROWS].reverse())).toEqual([]);
  });

  test('a changed value is told with its cell and both values', () => {
    const [problem, ...rest] = changes(edited(1, 'I1 | A | -4 | 2026-01-09 | -47.5 | | SO1 | 1 | | N'));
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ code: 'LOCKED_CHANGED', cell: 'Transactions!E3', content: '-47.5' });
    expect(problem.message).toBe(
      'Transaction I1 was locked by IC-0001, and its Financial cost was changed from -48.00 to -47.50.',
    );
  });

  test('a row that was added to the closed time', () => {
    const problems = changes([...ROWS, 'R9 | A | 1 | 2026-02-03 | 1 | 2026-01-31 | | | | N']);
    expect(places(problems)).toEqual(['Transactions!F6 LOCKED_ADDED']);
    expect(problems[0].message).toBe(
      'Transaction R9 is dated 2026-01-31, but everything up to 2026-01-31 is closed by IC-0001.',
    );
  });

  test('a row that was deleted is told with what it was', () => {
    const problems = changes(ROWS.slice(1));
    expect(places(problems)).toEqual(['LockedRows!D2 LOCKED_DELETED']);
    expect(problems[0].remedy).toContain('"Financial cost":"100.00"');
  });

  test('an invoice after the close is no change, and brings its accounts', () => {
    const invoiced = after(edited(2, 'R2 | A | 5 | 2026-02-05 | 55 | 2026-01-20 | PO2 | | 7777 | N'));
    expect(findLockedChanges(invoiced)).toEqual([]);
    const { accounts, transactions: t } = invoiced.book;
    expect([accounts[t.inventoryAccount[2]], accounts[t.offsetAccount[2]]]).toEqual(['1400', '7777']);
  });

  test('an invoice inside the closed time is a change', () => {
    const problems = changes(edited(2, 'R2 | A | 5 | 2026-01-31 | 55 | 2026-01-20 | | | | N'));
    expect(places(problems)).toEqual(['Transactions!D4 LOCKED_CHANGED', 'Transactions!E4 LOCKED_CHANGED']);
  });

  test('financial dimensions of an item are told once, not for each of its rows', () => {
    const groups = table('DimensionGroups', 'Dimension group | Site | Batch\nS | No | No');
    const problems = changes(ROWS, groups, SETTINGS[1], SETTINGS[2]);
    expect(problems.map((problem) => problem.message)).toEqual([
      'Item A was locked by IC-0001, and its list of financial dimensions was changed from Site to (none).',
    ]);
  });

  test('the decimals must stay, and earlier results are read with theirs', () => {
    const parameters = table('Parameters', 'Parameter | Value\nAmount decimals | 3');
    const book = after(ROWS, ...SETTINGS, parameters);
    expect(book.book.parameters.amountDecimals).toBe(2);
    expect(findLockedChanges(book).map((problem) => [problem.cell, problem.message])).toEqual([
      ['Parameters!B2', 'Parameter Amount decimals was locked by IC-0001, and its value was changed from 2 to 3.'],
    ]);
  });

  test('locked rows keep their order number, the rest stands after them (A3)', () => {
    // Sequence put I1 and R1 after the rows without one.
    expect([...readSound(transactions(ROWS), ...SETTINGS).book.transactions.order]).toEqual([3, 2, 0, 1]);
    const rows = ['R4 | A | 1 | 2026-02-09 | 1 | | | -5 | | N', ...ROWS];
    expect([...after(rows).book.transactions.order]).toEqual([4, 3, 2, 0, 5]);
  });

  test("locked rows keep their accounts, whatever the item's group is today (A21)", () => {
    const items = table('Items', 'Item | Item group | Dimension group\nA | New | S');
    const { accounts, transactions: t } = after(ROWS, SETTINGS[0], items, SETTINGS[2]).book;
    expect(Array.from(t.offsetAccount, (account) => accounts[account])).toEqual(['5000', '5000', '5000', '5099']);
  });

  test('the latest active lock of a key counts, however the table is sorted', () => {
    const [content] = ['PO-NEW'].map((reference) => LOCKED.cells[5][0]?.toString().replace('PO1', reference));
    const later = resultTable(
      'LockedRows',
      `Lock | Closing | Kind | Key | Order | Content | Status
       K-9 | IC-0001 | Transaction | r1 | 3 | ${content} | Active
       K-1 | IC-0001 | Transaction | R1 | 3 | ${LOCKED.cells[5][0]?.toString()} | Active`,
    );
    const book = readSound(transactions(ROWS.slice(0, 1)), ...SETTINGS, CLOSINGS, later);
    expect(findLockedChanges(book).map((problem) => problem.message)).toEqual([
      'Transaction r1 was locked by IC-0001, and its Reference was changed from PO-NEW to PO1.',
    ]);
  });

  test.each([
    ['a content that is none', 'K-1 | IC-0001 | Transaction | R1 | 3 | hello | Active', 'F2'],
    [
      'an order that is none',
      `K-1 | IC-0001 | Transaction | R1 | x | ${LOCKED.cells[5][0]?.toString()} | Active`,
      'E2',
    ],
    [
      'two rows of one order',
      ['R1', 'I1'].map((id) => `K-1|IC-0001|Transaction|${id}|3|${LOCKED.cells[5][0]?.toString()}|Active`).join('\n'),
      'E3',
    ],
  ])('%s is damage', (_, rows, cell) => {
    const damaged = resultTable('LockedRows', `Lock | Closing | Kind | Key | Order | Content | Status\n${rows}`);
    const problems = problemsOf(transactions(ROWS), ...SETTINGS, CLOSINGS, damaged);
    expect(places(problems)).toContain(`LockedRows!${cell} RESULT_DAMAGED`);
  });
});

describe('where earlier results do not fit because of the change, that is told', () => {
  const settled = resultTable(
    'Settlements',
    `Settlement | Closing | Issue | Receipt | Quantity | Amount | Adjustment | Principle | Status
     S-1 | IC-0001 | I1 | R1 | 4 | 40 | 8 | FIFO | Active`,
  );
  const problems = (rows: readonly string[]) => {
    const result = read(transactions(rows), ...SETTINGS, CLOSINGS, LOCKED, settled);
    return result.ok ? [] : places(result.problems);
  };

  test('it fits', () => {
    expect(problems(ROWS)).toEqual([]);
  });

  test('a settled row was deleted', () => {
    expect(problems(ROWS.slice(1))).toEqual(['LockedRows!D2 LOCKED_DELETED']);
  });

  test('a settled row was made smaller', () => {
    expect(problems(edited(1, 'I1 | A | -3 | 2026-01-09 | -48 | | SO1 | 1 | | N'))).toEqual([
      'Transactions!C3 LOCKED_CHANGED',
    ]);
  });

  test('a settled row was deleted, and another cell is wrong', () => {
    expect(problems(['R1 | A | x | 2026-01-05 | 100 | 2026-01-04 | PO1 | 2 | | N', ...ROWS.slice(2)])).toEqual([
      'Transactions!C2 NOT_A_NUMBER',
      'LockedRows!D3 LOCKED_DELETED',
    ]);
  });

  test('the ids themselves are wrong: then nothing else can be said', () => {
    expect(problems(['#N/A | A | 10 | 2026-01-05 | 100 | 2026-01-04 | PO1 | 2 | | N', ...ROWS.slice(1)])).toEqual([
      'Transactions!A2 CELL_ERROR',
    ]);
  });
});
