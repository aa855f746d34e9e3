import { type Book, type Closing, lastClose, NO_SETTLEMENTS, type Transactions } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import { REASONS } from '../book/outcome';
import { NO_PROVISIONAL } from '../book/provisional';
import type { ReadBook } from '../workbook/read/read-book';

/** By these a receipt gets cost from issues (A11). */
const ARRIVALS: ReadonlySet<string> = new Set(['Transfer', 'Return', 'Production']);
/** Reasons that rest on no settlement (A1). */
const PROVISIONAL: ReadonlySet<string> = new Set(['Physical value', 'Uncovered quantity']);

/**
 * The book as its runs before a day left it: what later runs settled is open again, what they adjusted is taken back, and
 * the legs that they made are gone. Provisional adjustments are left out altogether, as every run leaves them out (A1). The
 * input rows stand as they stand now.
 */
export function bookAsOf(read: ReadBook, from: Day): Book {
  const { book, earlier } = read;
  const keeps = (closing: number) => isBefore(book.closings[closing], from);
  const close = lastClose(book.closings.filter((closing) => isBefore(closing, from)));
  const closedBy = close === undefined ? -1 : book.closings.indexOf(close);
  const last = close?.day ?? NO_DAY;
  const { settlements } = book;
  const kept = Array.from(settlements.closing.keys()).filter((i) => keeps(settlements.closing[i]));
  const transactions = withoutLegsAfter(book.transactions, last);
  for (const i of kept) {
    const [issue, receipt] = [settlements.issue[i], settlements.receipt[i]];
    transactions.settledQuantity[issue] -= settlements.quantity[i];
    transactions.settledValue[issue] -= settlements.amount[i];
    transactions.settledQuantity[receipt] += settlements.quantity[i];
    transactions.settledValue[receipt] += settlements.amount[i];
  }
  const { adjustments } = earlier;
  for (let i = 0; i < adjustments.count; i++) {
    const [row, reason] = [adjustments.transaction[i], REASONS[adjustments.reason[i]]];
    if (!keeps(adjustments.closing[i]) || PROVISIONAL.has(reason) || row >= transactions.count) continue;
    if (book.closings[adjustments.closing[i]].type === 'Recalculation') continue;
    transactions.adjusted[row] += adjustments.amount[i];
    const sinceClose = adjustments.closing[i] > closedBy;
    if (reason === 'Transaction' && sinceClose) transactions.changedByHand[row] += adjustments.amount[i];
    transactions.got[row] += adjustments.expensed[i] + (ARRIVALS.has(reason) ? adjustments.amount[i] : 0);
  }
  transactions.adjustedAtLastClose.set(transactions.adjusted);
  return {
    ...book,
    transactions,
    provisional: NO_PROVISIONAL,
    settlements:
      kept.length === 0
        ? NO_SETTLEMENTS
        : {
            count: kept.length,
            closing: Int32Array.from(kept, (i) => settlements.closing[i]),
            issue: Int32Array.from(kept, (i) => settlements.issue[i]),
            receipt: Int32Array.from(kept, (i) => settlements.receipt[i]),
            quantity: Float64Array.from(kept, (i) => settlements.quantity[i]),
            amount: Float64Array.from(kept, (i) => settlements.amount[i]),
            adjustment: Float64Array.from(kept, (i) => settlements.adjustment[i]),
            principle: Int16Array.from(kept, (i) => settlements.principle[i]),
            row: Int32Array.from(kept, (i) => settlements.row[i]),
          },
    closings: book.closings.map((closing) => (isBefore(closing, from) ? closing : { ...closing, status: 'Reversed' })),
  };
}

/** Whether a run is in force and dated before a day. */
function isBefore({ status, day }: Closing, from: Day): boolean {
  return status === 'Completed' && day < from;
}

/** The columns without the legs of later closes, which stand behind all others, and without any trace of a run. */
function withoutLegsAfter(all: Transactions, last: Day): Transactions {
  let { count } = all;
  while (count > all.inputCount && all.financialDay[count - 1] > last) count--;
  const none = () => new Float64Array(count);
  return {
    ...all,
    count,
    id: all.id.slice(0, count),
    item: all.item.subarray(0, count),
    key: all.key.subarray(0, count),
    quantity: all.quantity.subarray(0, count),
    financialDay: all.financialDay.subarray(0, count),
    physicalDay: all.physicalDay.subarray(0, count),
    financialCost: all.financialCost.subarray(0, count),
    physicalCost: all.physicalCost.subarray(0, count),
    type: all.type.subarray(0, count),
    order: all.order.subarray(0, count),
    markedTo: all.markedTo.subarray(0, count),
    costSource: all.costSource.subarray(0, count),
    reference: all.reference.subarray(0, count),
    inventoryAccount: all.inventoryAccount.subarray(0, count),
    offsetAccount: all.offsetAccount.subarray(0, count),
    defaultAccount: all.defaultAccount.subarray(0, count),
    leg: all.leg.subarray(0, count),
    settledQuantity: none(),
    settledValue: none(),
    adjusted: none(),
    adjustedAtLastClose: none(),
    costlessAtLastClose: all.costlessAtLastClose.subarray(0, count),
    changedByHand: none(),
    got: none(),
  };
}
