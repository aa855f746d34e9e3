import { LEG } from '../../src/book/book';
import type { FilePort } from '../../src/workbook/file';
import type { Loaded } from '../../src/runs/load';
import type { Closed } from '../../src/runs/close';
import { closeUpTo, loadSample, openSample, reopened, rowsOf } from './closed-sample';

/** January, February and March one after the other, each on the file that the one before has written. */
const DATES = ['2026-01-31', '2026-02-28', '2026-03-31'] as const;

interface Month {
  readonly closed: Closed;
  /** The workbook as that close left it. */
  readonly port: FilePort;
  readonly after: Loaded;
}

const months: Month[] = [];
beforeAll(async () => {
  let port = openSample('trading-company');
  for (const date of DATES) {
    const closed = await closeUpTo(port, date);
    const kept = reopened(port);
    months.push({ closed, port: kept, after: await loadSample(kept) });
    port = reopened(port);
  }
}, 60_000);

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);

/** Sum of one column over the rows that the run of a month wrote. */
async function written(month: number, table: string, column: string): Promise<number> {
  const { closed, port } = months[month];
  const rows = await rowsOf(port, table);
  return total(rows.filter((row) => row['Closing'] === closed.ids.closing).map((row) => cents(row[column])));
}

describe.each(DATES.map((date, month) => ({ date, month })))('the close up to $date', ({ month }) => {
  test('value before + adjustments = value after, as the tables say it', async () => {
    const { closed, port } = months[month];
    const [run] = (await rowsOf(port, 'Closings')).filter((row) => row['Closing'] === closed.ids.closing);
    const [before, adjustment, after] = ['Value before', 'Adjustment', 'Value after'].map((name) => cents(run[name]));
    expect(adjustment).not.toBe(0);
    expect(before + adjustment).toBe(after);
    expect(await written(month, 'Adjustments', 'Adjustment')).toBe(adjustment);
    expect(await written(month, 'InventoryValue', 'Closing value')).toBe(after);
  });

  test('the voucher balances, and its inventory accounts change by the adjustments', async () => {
    const { closed, port } = months[month];
    const lines = (await rowsOf(port, 'Ledger')).filter((row) => row['Closing'] === closed.ids.closing);
    const net = (row: Record<string, unknown>): number => cents(row['Debit']) - cents(row['Credit']);
    expect(total(lines.map(net))).toBe(0);
    // The chart of this company: 1410 to 1450 are stock, 1480 and 1490 are not.
    const stock = lines.filter((row) => /^14[1-5]0 /.test(String(row['Account'])));
    expect(total(stock.map(net))).toBe(await written(month, 'Adjustments', 'Adjustment'));
  });

  test('settled + open = cost for every transaction, and nothing is worth something once it is settled', () => {
    const { transactions } = months[month].after.read.book;
    const wrong: string[] = [];
    for (let row = 0; row < transactions.count; row++) {
      const { id, quantity, financialCost, adjusted, settledQuantity, settledValue } = transactions;
      const openQuantity = quantity[row] - settledQuantity[row];
      const openValue = financialCost[row] + adjusted[row] - settledValue[row];
      // What is open has the direction of the transaction, in quantity and in value.
      const direction = Math.sign(quantity[row]);
      if (openQuantity === 0 ? openValue !== 0 : openQuantity * direction < 0 || openValue * direction < 0) {
        wrong.push(`${id[row]}: ${openQuantity} for ${openValue}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('provisional adjustments stand while there are slips: after January and March, not after February', () => {
    const { provisional } = months[month].after.read.book;
    expect(provisional.count > 0).toBe(month !== 1);
  });

  test('the cost of settlements reaches both sides: no cent is lost between an issue and its receipts', () => {
    const { book } = months[month].after.read;
    const { settlements, transactions } = book;
    const taken = new Float64Array(transactions.count);
    for (let j = 0; j < settlements.count; j++) {
      taken[settlements.issue[j]] -= settlements.amount[j];
      taken[settlements.receipt[j]] += settlements.amount[j];
    }
    expect(settlements.count).toBeGreaterThan(200);
    expect([...taken]).toEqual([...transactions.settledValue]);
    const legs = Array.from(transactions.leg, (leg, row) => ({ leg, row })).filter(({ leg }) => leg === LEG.issue);
    expect(legs.length).toBeGreaterThan(5);
    for (const { row } of legs) {
      const cost = (one: number) => transactions.financialCost[one] + transactions.adjusted[one];
      expect(cost(row)).toBe(-cost(row + 1));
    }
  });
});

describe('what is on its way', () => {
  /** What the closes up to a month have left on an account, against what was posted. */
  const balance = async (month: number, account: string): Promise<number> =>
    total(
      (await rowsOf(months[month].port, 'Ledger'))
        .filter((row) => String(row['Account']).startsWith(account))
        .map((row) => cents(row['Debit']) - cents(row['Credit'])),
    );

  test.each([
    { account: '1490', what: 'goods in transfer: 8.73 for SEAT-8 until it arrives', left: [873, 0, 0] },
    { account: '1480', what: 'work in process: the order of WHEEL-5 until it is ended', left: [-392, 0, 0] },
  ])('$account $what', async ({ account, left }) => {
    expect([await balance(0, account), await balance(1, account), await balance(2, account)]).toEqual(left);
  });
});

test('late cost reaches a sale of January in February, and the return of a part of it', async () => {
  const rows = await rowsOf(months[1].port, 'Adjustments');
  const of = (transaction: string) =>
    rows
      .filter((row) => row['Transaction'] === transaction && row['Closing'] === months[1].closed.ids.closing)
      .map((row) => [row['Reason'], row['Source'], row['Adjustment']]);
  expect(of('COMMUTER-2')).toEqual([['Late cost', 'COMMUTER-1', -2.63]]);
  expect(of('COMMUTER-5')).toEqual([['Return', 'COMMUTER-2', -0.9]]);
});
