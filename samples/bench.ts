import { parseIsoDay } from '../src/book/days';
import { mulDiv } from '../src/book/muldiv';
import type { NewSheet } from '../src/workbook/file/create-sheet';
import type { OutValue } from '../src/workbook/port';
import { TRANSACTIONS } from '../src/workbook/tables/input';
import { seeded } from './random';

const FIRST = parseIsoDay('2023-01-02') ?? 0;
const DAYS = 1095;

/**
 * Transactions for measurements: so many rows in the order of their dates over rows / 200 items, a few of them busy,
 * 40 in 100 receipts, never negative, all 14 columns. Issues are posted at the running average.
 */
export function bench(rows: number): NewSheet[] {
  const random = seeded(2026);
  const items = Math.max(10, Math.floor(rows / 200));
  const prices = Array.from({ length: items }, () => random.whole(5_000, 2_000_000)); // 1/10,000 of a dollar
  const quantity = new Float64Array(items); // hundredths
  const value = new Float64Array(items); // cents
  const cells = Object.fromEntries(
    TRANSACTIONS.columns.map(({ name }) => [name, new Array<OutValue>(rows).fill(null)]),
  );

  for (let row = 0; row < rows; row++) {
    const item = Math.floor(items * random.next() ** 1.5);
    const wantsReceipt = random.chance(0.4);
    const receipt = wantsReceipt || quantity[item] <= 0;
    const units = receipt ? random.whole(1_000, 20_000) : -Math.min(quantity[item], random.whole(100, 14_000));
    const cents = receipt
      ? Math.max(1, mulDiv(units, Math.floor(prices[item] * (0.8 + random.next() * 0.4)), 10_000))
      : mulDiv(value[item], units, quantity[item]);
    quantity[item] += units;
    value[item] += cents;

    const day = FIRST + Math.floor((row * DAYS) / rows);
    const number = String(row + 1).padStart(7, '0');
    cells['Transaction'][row] = `T${number}`;
    cells['Item'][row] = `I${String(item).padStart(5, '0')}`;
    cells['Quantity'][row] = units / 100;
    cells['Financial date'][row] = day;
    cells['Physical date'][row] = day;
    cells['Financial cost'][row] = cents / 100;
    cells['Physical cost'][row] = cents / 100;
    cells['Type'][row] = receipt ? 'Purchase' : 'Sale';
    cells['Reference'][row] = `${receipt ? 'PO' : 'SO'}${number}`;
    cells['Sequence'][row] = row + 1;
    cells['Inventory account'][row] = '1400 Inventory';
    cells['Offset account'][row] = receipt ? '2110 Goods received' : '5000 Cost of sales';
  }
  return [{ kind: 'table', table: TRANSACTIONS, rows, cells }];
}
