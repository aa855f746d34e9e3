import { type Book, LEG } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { exact } from '../../book/decimals';
import { INVENTORY_MODELS, type InventoryModel, settles } from '../../book/models';
import type { Outcome, RunRequest } from '../../book/outcome';
import type { ComparedModel, ModelComparison, TypeTotal } from '../../book/reports';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { worthOf } from '../inventory-value';

/** The models that are compared: those by which a close settles. */
export const COMPARED_MODELS: readonly InventoryModel[] = INVENTORY_MODELS.filter(settles);

export interface ComparisonOptions {
  /** The period, both days included. */
  readonly from: Day;
  readonly upTo: Day;
  /** Indices into Book.items; undefined for all. */
  readonly items: readonly number[] | undefined;
}

/**
 * What a period would have cost under each inventory model: the book is closed at its end once for each model, with that
 * model in place of the chosen items' own, and once as it is. `book` stands as the runs before the period left it; the
 * opening is its value on the day before, the same for all models. Items that a close does not settle keep their model.
 *
 * Every row of a chosen item counts once: one that was in the inventory before the period in the opening, and what the run
 * changes of it as a change of earlier transactions; one that came in the period at its cost after the run, by its type.
 * So opening + receipts + issues + changes = closing holds for each model; closing is summed by itself. `settle` computes a
 * close, here or elsewhere.
 */
export async function compareModels(
  book: Book,
  request: Omit<RunRequest, 'type' | 'day'>,
  { from, upTo, items }: ComparisonOptions,
  settle: (book: Book, request: RunRequest) => Outcome | Promise<Outcome>,
): Promise<ModelComparison> {
  const chosen = new Uint8Array(book.items.length).fill(items === undefined ? 1 : 0);
  for (const item of items ?? []) chosen[item] = 1;
  const replaced = book.items.filter(({ model }, item) => chosen[item] === 1 && settles(model)).length;
  const opening = Float64Array.from(worthOf(book, from - 1));
  const under = async (model: InventoryModel | undefined): Promise<ComparedModel> => {
    const settled: Book = {
      ...book,
      items: book.items.map((item, i) =>
        model !== undefined && chosen[i] === 1 && settles(item.model) ? { ...item, model } : item,
      ),
    };
    const { adjustments, log } = await settle(settled, { ...request, type: 'Close', day: upTo });
    const after = Float64Array.from(worthOf(settled, upTo));
    for (let i = 0; i < adjustments.count; i++) after[adjustments.transaction[i]] += adjustments.amount[i];
    const open = log.filter(({ code, item }) => OPEN.has(code) && chosen[item] === 1).length;
    return { model, ...totalsOf(settled, from, upTo, chosen, opening, after), unsettled: open };
  };
  const asSet = await under(undefined);
  const models: ComparedModel[] = [];
  for (const model of COMPARED_MODELS) models.push(await under(model));
  const kept = book.items.filter(({ model }, item) => chosen[item] === 1 && !settles(model)).length;
  return { from, upTo, replaced, kept, asSet, models };
}

/** Issues that a run leaves open keep their estimate, whatever the model. */
const OPEN: ReadonlySet<string> = new Set(['NOT_SETTLED', 'NO_FIN_RECEIPT', 'MARKED_LATER']);

function totalsOf(
  book: Book,
  from: Day,
  upTo: Day,
  chosen: Uint8Array,
  opening: Float64Array,
  after: Float64Array,
): Omit<ComparedModel, 'model' | 'unsettled'> {
  const { count, item, quantity, type, leg } = book.transactions;
  const receipts = new Float64Array(TRANSACTION_TYPES.length);
  const issues = new Float64Array(TRANSACTION_TYPES.length);
  let [open, changes, closing, closingQuantity] = [0, 0, 0, 0];
  for (let row = 0; row < count; row++) {
    if (chosen[item[row]] === 0) continue;
    const before = isIn(book, row, from - 1);
    open += opening[row];
    closing += after[row];
    if (before || isIn(book, row, upTo)) closingQuantity += quantity[row];
    if (before || leg[row] !== LEG.none || !isIn(book, row, upTo)) changes += after[row] - opening[row];
    else (quantity[row] > 0 ? receipts : issues)[type[row]] += after[row];
  }
  return {
    opening: exact(open, 'The opening value'),
    receipts: totals(receipts, 1),
    costOfSales: 0 - issues[SALE],
    otherIssues: totals(issues, -1).filter((total) => total.type !== 'Sale'),
    changes,
    closing: exact(closing, 'The closing value'),
    closingQuantity,
  };
}

const SALE = TRANSACTION_TYPES.indexOf('Sale');

function totals(sums: Float64Array, sign: 1 | -1): TypeTotal[] {
  return TRANSACTION_TYPES.map((type, at) => ({ type, amount: 0 + sign * sums[at] })).filter(
    ({ amount }) => amount !== 0,
  );
}

/** Whether a row is in the inventory of a day: invoiced by then, or a slip of an item that includes physical value. */
function isIn({ transactions, items }: Book, row: number, day: Day): boolean {
  const { item, financialDay, physicalDay } = transactions;
  if (financialDay[row] !== NO_DAY && financialDay[row] <= day) return true;
  return items[item[row]].includePhysicalValue && physicalDay[row] !== NO_DAY && physicalDay[row] <= day;
}
