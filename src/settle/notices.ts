import { type Book, LEG, NONE } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import type { LogEntry } from '../book/log';
import { listOf } from '../book/names';
import { INVENTORY_MODELS, settles } from '../book/models';
import type { Adjustments } from '../book/outcome';

/** Entries of the log that tell of the run as a whole: each at most once. */
const about = (code: LogEntry['code'], words: Record<string, string>): LogEntry => ({
  code,
  item: NONE,
  key: NONE,
  transaction: NONE,
  words,
});

/** How many provisional adjustments of earlier runs were taken back (A1). */
export function logReplaced(count: number): LogEntry[] {
  return count === 0 ? [] : [about('PROVISIONAL_REPLACED', { count: String(count) })];
}

/** How many adjustments use the parameters' accounts, because nothing nearer names one (A21). */
export function logAccounts(book: Book, adjustments: Adjustments): LogEntry[] {
  const { defaultAccount, inventoryAccount, offsetAccount } = book.transactions;
  if (!defaultAccount.includes(1)) return [];
  const accounts = new Set<number>();
  let count = 0;
  for (let i = adjustments.takesBack.length; i < adjustments.count; i++) {
    const row = adjustments.transaction[i];
    if (defaultAccount[row] === 0) continue;
    count++;
    accounts.add(inventoryAccount[row]);
    accounts.add(offsetAccount[row]);
  }
  if (count === 0) return [];
  const names = [...accounts].map((account) => book.accounts[account]).sort();
  return [about('DEFAULT_ACCOUNTS', { count: String(count), accounts: listOf(names, 6) })];
}

/** What the run locks and does not settle: one entry for each of the two models that are not settled (A15). */
export function logLocked(book: Book, day: Day): LogEntry[] {
  const { inputCount, item, financialDay, physicalDay } = book.transactions;
  const entries: LogEntry[] = [];
  for (const model of INVENTORY_MODELS.filter((one) => !settles(one))) {
    const items = new Set<number>();
    let count = 0;
    const hasModel = book.items.map((one) => one.model === model);
    if (!hasModel.includes(true)) continue;
    for (let row = 0; row < inputCount; row++) {
      if (!hasModel[item[row]] || !isDatedBy(financialDay[row], physicalDay[row], day)) continue;
      count++;
      items.add(item[row]);
    }
    book.aside?.rows.forEach((rows, one) => {
      if (rows === 0 || !hasModel[one]) return;
      count += rows;
      items.add(one);
    });
    if (count === 0) continue;
    entries.push(about('MODEL_LOCKED', { count: String(count), items: String(items.size), model }));
  }
  return entries;
}

/** How many rows have no date at all. */
export function logOrderLines(book: Book): LogEntry[] {
  const { count, financialDay, physicalDay, leg } = book.transactions;
  let lines = 0;
  for (let row = 0; row < count; row++) {
    if (financialDay[row] === NO_DAY && physicalDay[row] === NO_DAY && leg[row] === LEG.none) lines++;
  }
  return lines === 0 ? [] : [about('ORDER_LINES', { count: String(lines) })];
}

/** Whether a row is dated, financially or physically, on or before a day: what a close of that day locks (A16). */
export function isDatedBy(financialDay: Day, physicalDay: Day, day: Day): boolean {
  return (financialDay !== NO_DAY && financialDay <= day) || (physicalDay !== NO_DAY && physicalDay <= day);
}
