import { type Book, LEG } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';

/** An adjustment by hand of moving average stock: a position, the day of its run, signed and scaled. */
export interface Revaluation {
  readonly transaction: number;
  readonly day: Day;
  readonly amount: number;
}

/** Something that changed the stock of a cost key. Quantity and cost are scaled and signed like the row. */
export interface Entry {
  readonly what: 'Movement' | 'Invoice' | 'Revaluation';
  readonly transaction: number;
  readonly day: Day;
  /** When it was posted, at the earliest: a backdated row after those that were posted before it. */
  readonly posted: Day;
  readonly backdated: boolean;
  readonly quantity: number;
  /** Of an invoice the difference to the slip; of a revaluation its amount. */
  readonly cost: number;
}

/**
 * What was posted to moving average items, by cost key, in the order of posting. A receipt with a slip of an earlier date than its
 * invoice is posted twice: at its Physical cost, then with the difference. An issue counts once, at its first date and at what it
 * costs by now.
 */
export function entriesOf(book: Book, revaluations: readonly Revaluation[], inDateOrder: boolean): Entry[][] {
  const byKey = new Map<number, number[]>();
  const { inputCount, item, key, leg, order } = book.transactions;
  for (let row = 0; row < inputCount; row++) {
    if (book.items[item[row]].model !== 'Moving average' || leg[row] !== LEG.none) continue;
    if (firstDay(book, row) === NO_DAY) continue;
    const rows = byKey.get(key[row]);
    if (rows) rows.push(row);
    else byKey.set(key[row], [row]);
  }
  return [...byKey].map(([costKey, rows]) => {
    rows.sort((a, b) => order[a] - order[b]);
    const entries = rowEntries(book, rows, inDateOrder);
    for (const { transaction, day, amount } of revaluations) {
      if (key[transaction] !== costKey) continue;
      const quantity = book.transactions.quantity[transaction];
      entries.push({ what: 'Revaluation', transaction, day, posted: day, backdated: false, quantity, cost: amount });
    }
    return entries.sort(
      (a, b) => a.posted - b.posted || LAST.indexOf(a.what) - LAST.indexOf(b.what) || compare(book, a, b),
    );
  });
}

/** Inside a day what a row brought comes first; a revaluation looks at the stock of the evening. */
const LAST: readonly Entry['what'][] = ['Movement', 'Invoice', 'Revaluation'];

function compare({ transactions }: Book, a: Entry, b: Entry): number {
  return transactions.order[a.transaction] - transactions.order[b.transaction];
}

function rowEntries(book: Book, rows: readonly number[], inDateOrder: boolean): Entry[] {
  const { quantity, financialDay, financialCost, physicalCost } = book.transactions;
  const entries: Entry[] = [];
  let latest = NO_DAY;
  for (const row of rows) {
    const day = firstDay(book, row);
    if (inDateOrder) latest = day;
    const backdated = day < latest;
    latest = Math.max(latest, day);
    const common = { transaction: row, quantity: quantity[row], backdated };
    const invoiced = financialDay[row] !== NO_DAY;
    const later = invoiced && financialDay[row] > day;
    const cost = later && quantity[row] > 0 ? physicalCost[row] : invoiced ? financialCost[row] : physicalCost[row];
    entries.push({ ...common, what: 'Movement', day, posted: latest, cost });
    if (!later || quantity[row] < 0) continue;
    const posted = Math.max(financialDay[row], latest);
    const difference = financialCost[row] - physicalCost[row];
    entries.push({ ...common, what: 'Invoice', backdated: false, day: financialDay[row], posted, cost: difference });
  }
  return entries;
}

/** The day on which a row first changed the stock. */
function firstDay({ transactions }: Book, row: number): Day {
  const [physical, financial] = [transactions.physicalDay[row], transactions.financialDay[row]];
  if (physical === NO_DAY || financial === NO_DAY) return physical || financial;
  return Math.min(physical, financial);
}
