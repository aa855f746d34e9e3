import type { Book } from '../book/book';
import { isoDay } from '../book/days';
import { plain } from '../book/decimals';
import { messageOf, severityOf } from '../book/log';
import { keyName } from '../book/names';
import { INVENTORY_MODELS } from '../book/models';
import { type Adjustments, REASONS, type Results } from '../book/outcome';
import { settledCount } from '../workbook/write/settlement-rows';
import type { Preview } from './preview';

/** The key figures of a run, for people and for scripts. Amounts are exact decimal texts in the workbook's currency. */
export interface Summary {
  readonly type: 'Close' | 'Recalculation';
  readonly upTo: string;
  /** The items that a recalculation covers where they were chosen; undefined for all. */
  readonly items?: readonly string[];
  readonly currency: string;
  readonly transactions: number;
  readonly settlements: number;
  readonly closingTransfers: number;
  readonly adjustments: number;
  readonly valueBefore: string;
  readonly adjustment: string;
  readonly valueAfter: string;
  readonly models: readonly ModelSummary[];
  readonly ledger: readonly { account: string; itemGroup: string; item: string; debit: string; credit: string }[];
  /** Both sides of the voucher. */
  readonly voucherTotal: string;
  readonly largest: readonly LargestAdjustment[];
  readonly log: readonly { severity: string; code: string; message: string }[];
}

export interface ModelSummary {
  readonly model: string;
  readonly items: number;
  readonly adjustments: number;
  readonly adjustment: string;
  readonly closingValue: string;
}

export interface LargestAdjustment {
  readonly transaction: string;
  readonly item: string;
  readonly reason: string;
  readonly adjustment: string;
}

/** How many of the largest adjustments are named. */
const LARGEST = 10;

export function summaryOf({ loaded, outcome }: Preview): Summary {
  const { book } = loaded.read;
  const { adjustments, slices } = outcome;
  const amount = (units: number) => plain(units, book.parameters.amountDecimals);
  const { type, day, items } = outcome.request;
  return {
    type,
    upTo: isoDay(day),
    ...(items ? { items: items.map((item) => book.items[item].id) } : {}),
    currency: book.parameters.currency,
    transactions: outcome.participants,
    settlements: settledCount(slices) + outcome.late.count,
    closingTransfers: type === 'Close' ? outcome.transfers.count : 0,
    adjustments: adjustments.count,
    valueBefore: amount(outcome.valueBefore),
    adjustment: amount(outcome.adjustment),
    valueAfter: amount(outcome.valueAfter),
    models: modelSummaries({ loaded, outcome }, amount),
    ledger: outcome.ledger.map((line) => ({ ...line, debit: amount(line.debit), credit: amount(line.credit) })),
    voucherTotal: amount(outcome.ledger.reduce((sum, { debit }) => sum + debit, 0)),
    largest: largestAdjustments(book, adjustments, amount),
    log: outcome.log.map(({ code, words }) => ({ severity: severityOf(code), code, message: messageOf(code, words) })),
  };
}

function largestAdjustments(
  book: Book,
  adjustments: Adjustments,
  amount: (units: number) => string,
): LargestAdjustment[] {
  const amounts = withoutTakenBack(adjustments);
  return largestOf(amounts).map((a) => ({
    transaction: book.transactions.id[adjustments.transaction[a]],
    item: keyName(book, book.transactions.key[adjustments.transaction[a]]),
    reason: REASONS[adjustments.reason[a]],
    adjustment: amount(amounts[a]),
  }));
}

/**
 * What the run has really changed: a row that takes an earlier one back counts with the row that takes its place, of the same
 * transaction and reason, so that what is only settled now, and was estimated before, is no adjustment.
 */
function withoutTakenBack({ amount, count, transaction, reason, takesBack }: Adjustments): Float64Array {
  const amounts = amount.slice(0, count);
  if (takesBack.length === 0) return amounts;
  const key = (a: number) => transaction[a] * REASONS.length + reason[a];
  const places = new Map<number, number>();
  for (let a = count - 1; a >= takesBack.length; a--) places.set(key(a), a);
  for (let a = 0; a < takesBack.length; a++) {
    const place = places.get(key(a));
    if (place === undefined) continue;
    amounts[place] += amounts[a];
    amounts[a] = 0;
  }
  return amounts;
}

/** The places of the largest amounts, largest first; of equal ones the first. Few are kept while all are looked at once. */
function largestOf(amounts: Float64Array): number[] {
  const kept: number[] = [];
  const size = (a: number) => Math.abs(amounts[a]);
  for (let a = 0; a < amounts.length; a++) {
    if (amounts[a] === 0) continue;
    if (kept.length === LARGEST && size(a) <= size(kept[LARGEST - 1])) continue;
    let at = kept.length;
    while (at > 0 && size(kept[at - 1]) < size(a)) at--;
    kept.splice(at, 0, a);
    if (kept.length > LARGEST) kept.pop();
  }
  return kept;
}

/** What came out for the items of each inventory model that the book uses. */
export function modelSummaries(
  { loaded, outcome }: Pick<Preview, 'loaded'> & { readonly outcome: Results },
  amount: (units: number) => string,
): ModelSummary[] {
  const { book } = loaded.read;
  const { adjustments, inventoryValue } = outcome;
  const none = () => ({ items: new Set<number>(), count: 0, adjusted: 0, value: 0 });
  const models = new Map(INVENTORY_MODELS.map((model) => [model, none()]));
  const of = (item: number) => models.get(book.items[item].model);
  for (const row of inventoryValue) {
    const { item } = book.keys[row.key];
    const used = of(item);
    if (!used) continue;
    used.items.add(item);
    used.value += row.closingValue;
  }
  for (let a = 0; a < adjustments.count; a++) {
    const used = of(book.transactions.item[adjustments.transaction[a]]);
    if (!used) continue;
    used.adjusted += adjustments.amount[a];
    used.count += 1;
  }
  return [...models]
    .filter(([, { items }]) => items.size > 0)
    .map(([model, { items, count, adjusted, value }]) => ({
      model,
      items: items.size,
      adjustments: count,
      adjustment: amount(adjusted),
      closingValue: amount(value),
    }));
}
