import type { Book } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';

/** An update of a transaction as the system that posted it saw it: its slip, or its invoice. */
export interface Posting {
  /** Position. */
  readonly row: number;
  /** Financial (the invoice), or physical (the slip). */
  readonly financial: boolean;
  /** Quantity and value of this posting, signed and scaled. */
  readonly quantity: number;
  readonly cost: number;
  /** The cost of the slip that the invoice takes the place of; undefined where there was none on hand. */
  readonly slipCost: number | undefined;
}

/** What is on hand of a cost key, in the terms of its running average. Signed, scaled. */
export interface RunningStock {
  readonly quantity: number;
  readonly value: number;
}

/** A change of inventory value that closes have posted on a day. */
export interface Revaluation {
  readonly day: Day;
  readonly key: number;
  readonly amount: number;
}

/** What is told while the postings are walked. */
export interface PostingVisitor {
  /** Stock before the posting, without the slip that it takes the place of. */
  posted(posting: Posting, before: RunningStock): void;
  revalued?(key: number, after: RunningStock): void;
}

/**
 * Walks through all postings in the order in which they were made, by day, Sequence and row (A3), and keeps the stock
 * that running averages are computed from: what is invoiced, and slips where the item includes physical value. What
 * closes adjusted counts from the end of the day of each.
 */
export function walkPostings(book: Book, revaluations: readonly Revaluation[], visitor: PostingVisitor): void {
  const { key, quantity, financialCost, physicalCost } = book.transactions;
  const onHand = { quantity: new Float64Array(book.keys.length), value: new Float64Array(book.keys.length) };
  const slipIsIn = new Uint8Array(book.transactions.inputCount);
  const changes = [...revaluations].sort((a, b) => a.day - b.day);
  let change = 0;
  const revalueUntil = (day: Day) => {
    for (; change < changes.length && changes[change].day < day; change++) {
      const { key: of, amount } = changes[change];
      onHand.value[of] += amount;
      visitor.revalued?.(of, { quantity: onHand.quantity[of], value: onHand.value[of] });
    }
  };
  for (const { row, day, financial } of updatesOf(book)) {
    revalueUntil(day);
    const at = key[row];
    const slipCost = slipIsIn[row] === 1 ? physicalCost[row] : undefined;
    if (slipCost !== undefined) {
      onHand.quantity[at] -= quantity[row];
      onHand.value[at] -= slipCost;
    }
    const cost = financial ? financialCost[row] : physicalCost[row];
    const posting = { row, financial, quantity: quantity[row], cost, slipCost };
    visitor.posted(posting, { quantity: onHand.quantity[at], value: onHand.value[at] });
    onHand.quantity[at] += quantity[row];
    onHand.value[at] += cost;
    slipIsIn[row] = financial ? 0 : 1;
  }
  revalueUntil(Infinity);
}

interface Update {
  readonly row: number;
  readonly day: Day;
  readonly financial: boolean;
}

function updatesOf({ transactions, items }: Book): Update[] {
  const { inputCount, item, financialDay, physicalDay, order } = transactions;
  const updates: Update[] = [];
  for (let row = 0; row < inputCount; row++) {
    const [slip, invoice] = [physicalDay[row], financialDay[row]];
    const hasSlip = slip !== NO_DAY && (invoice === NO_DAY || slip < invoice);
    if (hasSlip && items[item[row]].includePhysicalValue) updates.push({ row, day: slip, financial: false });
    if (invoice !== NO_DAY) updates.push({ row, day: invoice, financial: true });
  }
  return updates.sort((a, b) => a.day - b.day || order[a.row] - order[b.row]);
}

/** The running averages before issues were invoiced, as value and quantity by position. NaN where there was none. */
export interface RunningAverages {
  readonly value: Float64Array;
  readonly quantity: Float64Array;
}

/** Running averages exist while both quantity and value on hand are positive. */
export function hasAverage({ quantity, value }: RunningStock): boolean {
  return quantity > 0 && value > 0;
}

/** The running average before each invoiced issue. */
export function runningAverages(book: Book, revaluations: readonly Revaluation[]): RunningAverages {
  const value = new Float64Array(book.transactions.count).fill(NaN);
  const quantity = new Float64Array(book.transactions.count).fill(NaN);
  walkPostings(book, revaluations, {
    posted: ({ row, financial, quantity: posted }, before) => {
      if (!financial || posted > 0 || !hasAverage(before)) return;
      value[row] = before.value;
      quantity[row] = before.quantity;
    },
  });
  return { value, quantity };
}
