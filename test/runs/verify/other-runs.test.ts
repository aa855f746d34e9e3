import { adjustOnHand } from '../../../src/runs/adjust/on-hand';
import { adjustTransactions } from '../../../src/runs/adjust/transactions';
import { recalculate } from '../../../src/runs/recalculate';
import type { RecalculationOptions } from '../../../src/runs/request';
import { reverse } from '../../../src/runs/reverse';
import { openXlsx } from '../../../src/workbook/file';
import { invoiced, lifeBook, MONTHS } from '../../support/life';
import { verification } from '../../support/verification';
import { closed, day, ENV, NOW, withCell, withTable } from '../../support/workbooks';

async function recalculated(bytes: Uint8Array, options: RecalculationOptions): Promise<Uint8Array> {
  const port = openXlsx(bytes, 'book.xlsx');
  const found = await recalculate(port, options, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  return port.toBytes(new Date(NOW));
}

async function reversed(bytes: Uint8Array, closing: string): Promise<Uint8Array> {
  const port = openXlsx(bytes, 'book.xlsx');
  const found = await reverse(port, { closing, withLater: true, note: '', dryRun: false }, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  return port.toBytes(new Date(NOW));
}

/** The runs with the manner of their verification, and behind them what differs. */
async function told(bytes: Uint8Array): Promise<string[]> {
  const found = await verification(openXlsx(bytes, 'book.xlsx'));
  return [
    ...found.runs.map(({ closing, type, manner }) => `${closing} ${type} ${manner}`),
    ...found.differences.map((one) => `${one.cell} ${one.column}: ${one.found}, not ${one.expected}`),
    ...found.problems.map(({ cell, message }) => `${cell} ${message}`),
  ];
}

describe('recalculations', () => {
  test('are computed again from what the next close locked, and what it replaced is followed', async () => {
    let bytes = await recalculated(lifeBook(), { upTo: day('2026-01-20') });
    bytes = await recalculated(bytes, { upTo: day('2026-01-25'), items: ['OIL'], itemGroups: ['Metal'] });
    expect(await told(bytes)).toEqual(['IC-0001 Recalculation computed', 'IC-0002 Recalculation computed']);
    bytes = (await closed(bytes, MONTHS[0])).bytes;
    bytes = await recalculated(bytes, { upTo: day('2026-02-17') });
    bytes = (await closed(await withTable(bytes, 'Transactions', invoiced), MONTHS[1])).bytes;
    bytes = await recalculated(bytes, { upTo: day('2026-03-17') });
    expect(await told(bytes)).toEqual([
      'IC-0001 Recalculation computed',
      'IC-0002 Recalculation computed',
      'IC-0003 Close computed',
      'IC-0004 Recalculation computed',
      'IC-0005 Close computed',
      'IC-0006 Recalculation computed',
    ]);
    expect(await told(await reversed(bytes, 'IC-0004'))).toEqual([
      'IC-0001 Recalculation computed',
      'IC-0002 Recalculation computed',
      'IC-0003 Close computed',
      'IC-0004 Recalculation computed',
      'IC-0005 Close computed',
      'IC-0006 Recalculation computed',
      'IC-0007 Reversal computed',
      'IC-0008 Reversal computed',
      'IC-0009 Reversal computed',
    ]);
  });

  test('of rows that were corrected since are checked by their sums, and their fingerprint', async () => {
    let bytes = await recalculated(lifeBook(), { upTo: day('2026-01-25') });
    bytes = await withTable(bytes, 'Transactions', (table) => withCell(table, 'B2', 'Financial cost', 131));
    bytes = (await closed(bytes, MONTHS[0])).bytes;
    const runs = ['IC-0001 Recalculation checked', 'IC-0002 Close computed'];
    expect(await told(bytes)).toEqual(runs);
    const changed = await withTable(bytes, 'Adjustments', (table) => withCell(table, 'A-000001', 'Adjustment', 12.01));
    const found = await told(changed);
    expect(found.slice(0, 2)).toEqual(runs);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Adjustments!J4 Cost after: /),
        expect.stringMatching(/^Closings!O4 Adjustment: /),
        expect.stringMatching(/^Closings!S4 Result fingerprint: /),
        expect.stringMatching(/^Ledger!\S+ (Debit|Credit): /),
      ]),
    );
  });
});

describe('adjustments by hand', () => {
  test('are input: their rows are checked, and closes go on from them; they can be reversed', async () => {
    const port = openXlsx((await closed(lifeBook(), MONTHS[0])).bytes, 'book.xlsx');
    const plain = { note: '', dryRun: false };
    const onHand = await adjustOnHand(
      port,
      { ...plain, selection: { items: ['OIL'] }, fill: { method: 'Percent', percent: 10 } },
      ENV,
    );
    const transaction = await adjustTransactions(port, { ...plain, values: [{ transaction: 'B2', value: 140 }] }, ENV);
    expect([onHand.ok, transaction.ok]).toEqual([true, true]);
    let bytes: Uint8Array = await withTable(port.toBytes(new Date(NOW)), 'Transactions', invoiced);
    bytes = (await closed(bytes, MONTHS[1])).bytes;
    const runs = [
      'IC-0001 Close computed',
      'IC-0002 On-hand adjustment checked',
      'IC-0003 Transaction adjustment checked',
      'IC-0004 Close computed',
    ];
    expect(await told(bytes)).toEqual(runs);
    expect(await told(await reversed(bytes, 'IC-0002'))).toEqual([
      ...runs,
      'IC-0005 Reversal computed',
      'IC-0006 Reversal computed',
      'IC-0007 Reversal computed',
    ]);
    const changed = await withTable(bytes, 'Ledger', (table) => ({
      ...table,
      rows: table.rows.map((row) => (row[2] === 'IC-0003' ? row.map((cell) => (cell === 10 ? 11 : cell)) : row)),
    }));
    const found = (await told(changed)).slice(runs.length);
    expect(found).toHaveLength(3);
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^Ledger!\S+ Debit: 11, not 10$/)]));
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^Ledger!\S+ Credit: 11, not 10$/)]));
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^Closings!S6 Result fingerprint: /)]));
  });
});
