import { sampleWorkbook } from '../../samples';
import { lastClose } from '../../src/book/book';
import { isoDay, parseIsoDay } from '../../src/book/days';
import { close } from '../../src/runs/close';
import { load } from '../../src/runs/load';
import { preview } from '../../src/runs/preview';
import { reverse } from '../../src/runs/reverse';
import { summaryOf } from '../../src/runs/summary';
import { type FilePort, openXlsx } from '../../src/workbook/file';

const NOW = Date.UTC(2026, 3, 1);
const ENV = { now: () => NOW, version: 'test' };
const [JANUARY, FEBRUARY, MARCH] = ['2026-01-31', '2026-02-28', '2026-03-31'].map((day) => parseIsoDay(day)!);
const PLAIN = { withLater: false, note: '', dryRun: false };

function reopened(port: FilePort): FilePort {
  return openXlsx(port.toBytes(new Date(NOW)), 'book.xlsx');
}

async function closed(...days: number[]): Promise<FilePort> {
  const port = openXlsx(sampleWorkbook('trading-company', new Date(NOW)), 'book.xlsx');
  for (const upTo of days) expect((await close(port, { upTo }, ENV)).ok).toBe(true);
  return reopened(port);
}

/** What a later run computes from: open quantities, values and adjustments of every transaction, and what is locked. */
async function state(port: FilePort) {
  const found = await load(port, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  const { book, locks } = found.value.read;
  const { id, settledQuantity, settledValue, adjusted, got, order, inputCount } = book.transactions;
  return {
    transactions: id.map((one, t) => [
      one,
      settledQuantity[t],
      settledValue[t],
      adjusted[t],
      got[t],
      t < inputCount ? order[t] : 0,
    ]),
    locks: [...locks.transactions.values()].map(({ key, content }) => `${key} ${content}`),
    last: isoDay(lastClose(book.closings)?.day ?? 0),
  };
}

/** The sum of each account over all rows of the ledger, in cents. */
async function balances(port: FilePort): Promise<Record<string, number>> {
  const ledger = (await port.read(['Ledger'])).get('Ledger')!;
  const column = (name: string) => ledger.cells[ledger.headers.indexOf(name)];
  const sums: Record<string, number> = {};
  column('Account').forEach((account, row) => {
    const cents = (name: string) => Math.round(Number(column(name)[row] ?? 0) * 100);
    if (account !== null) sums[String(account)] = (sums[String(account)] ?? 0) + cents('Debit') - cents('Credit');
  });
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

describe('a reversal', () => {
  test('brings back the state after the close before, and a new close gives the same as the first', async () => {
    const january = await closed(JANUARY);
    const february = await closed(JANUARY, FEBRUARY);
    const first = await balances(february);
    const found = await reverse(february, PLAIN, ENV);
    expect(found).toMatchObject({ ok: true, runs: [{ reversed: 'IC-0002', by: 'IC-0003' }] });
    const port = reopened(february);
    expect(await state(port)).toEqual(await state(january));

    const again = await close(port, { upTo: FEBRUARY }, ENV);
    if (!again.ok) throw new Error('refused');
    expect(await state(reopened(port))).toMatchObject({ last: '2026-02-28' });
    expect(await balances(port)).toEqual(first);
  });

  test('of the only close leaves a workbook that was never closed, and whose ledger is in balance', async () => {
    const port = await closed(JANUARY);
    const fresh = openXlsx(sampleWorkbook('trading-company', new Date(NOW)), 'book.xlsx');
    await reverse(port, PLAIN, ENV);
    expect(await state(reopened(port))).toEqual(await state(fresh));
    expect(await balances(port)).toEqual({});
    const before = await preview(fresh, { upTo: JANUARY }, ENV);
    const after = await preview(reopened(port), { upTo: JANUARY }, ENV);
    if (!before.ok || !after.ok) throw new Error('refused');
    expect(summaryOf(after)).toEqual(summaryOf(before));
  });

  test('of an older run is refused with the list of those that follow, and done with them when asked for', async () => {
    const port = await closed(JANUARY, FEBRUARY, MARCH);
    const refused = await reverse(port, { ...PLAIN, closing: 'ic-0002' }, ENV);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'LATER_RUNS' }] });
    const found = await reverse(port, { ...PLAIN, closing: 'IC-0002', withLater: true }, ENV);
    expect(found.ok && found.runs.map(({ reversed }) => reversed)).toEqual(['IC-0003', 'IC-0002']);
    expect(await state(reopened(port))).toMatchObject({ last: '2026-01-31' });
  });

  test('says what it would do, and changes nothing', async () => {
    const port = await closed(JANUARY);
    const before = port.toBytes(new Date(NOW));
    const found = await reverse(port, { ...PLAIN, dryRun: true }, ENV);
    expect(found.ok && found.runs[0].marked).toBeGreaterThan(400);
    expect(Buffer.from(port.toBytes(new Date(NOW))).equals(before)).toBe(true);
  });

  test('leaves a voucher that undoes the first to the cent, and sums over all rows as over the active ones', async () => {
    const port = await closed(JANUARY);
    await reverse(port, PLAIN, ENV);
    const tables = await port.read(['Settlements', 'Adjustments', 'Ledger', 'ClosingTransfers']);
    for (const { name, headers, cells } of tables.values()) {
      const status = cells[headers.indexOf('Status')];
      expect([name, new Set(status)]).toEqual([name, new Set(['Reversed', 'Reversal'])]);
      for (const figure of ['Quantity', 'Amount', 'Adjustment', 'Debit', 'Credit', 'Financial cost']) {
        const column = cells[headers.indexOf(figure)] ?? [];
        const sum = column.reduce<number>((total, cell) => total + Math.round(Number(cell ?? 0) * 1e6), 0);
        expect([name, figure, sum]).toEqual([name, figure, 0]);
      }
    }
  });
});
