import { NONE } from '../../book/book';
import { accountsOf, isFromOrder, REASONS } from '../../book/outcome';
import { ROWS_A_STEP, type Steps } from '../../book/steps';
import type { OutValue } from '../port';
import { ADJUSTMENTS } from '../tables/results';
import { type OutcomeRows, ROW } from './outcome-rows';
import { bodyRows } from './places';
import type { NewRows } from './rows';

/** Adjustments: those that take provisional ones back first (A1). */
export function* adjustmentRows(on: OutcomeRows): Steps<NewRows> {
  const rows = on.rows(ADJUSTMENTS);
  const number = on.numbers('A', 'Adjustments');
  const { adjustments } = on.outcome;
  const { accounts, transactions } = on.read.book;
  yield* rows.reserve(adjustments.count);
  const voucherRow = bodyRows(on.read, 'Ledger') + 1;
  for (let a = 0; a < adjustments.count; a++) {
    if (a % ROWS_A_STEP === 0) yield;
    const position = adjustments.transaction[a];
    const { inventory, offset } = accountsOf(on.read.book, adjustments, a);
    const before = adjustments.costBefore[a];
    const reason = adjustments.reason[a];
    const values = {
      'Adjustment no.': number(),
      Transaction: on.places.id(position),
      [ROW.transaction]: on.places.row(position),
      Item: on.places.item(transactions.item[position]),
      'Cost before': on.figures.amount(before),
      Adjustment: on.figures.amount(adjustments.amount[a]),
      'Cost after': on.figures.amount(before + adjustments.amount[a]),
      Expensed: on.figures.amount(adjustments.expensed[a]),
      Reason: REASONS[reason],
      'Inventory account': inventory === NONE ? null : accounts[inventory],
      'Offset account': offset === NONE ? null : accounts[offset],
      Voucher: on.ids.voucher,
      [ROW.voucher]: voucherRow,
      Status: a < adjustments.takesBack.length ? 'Reversal' : 'Active',
    };
    rows.add(values, sourceOf(on, a), on.common, on.places.dimensionsOf(position));
  }
  return rows;
}

/** Where a row has its cost from. One that takes another back says what that says. */
function sourceOf(on: OutcomeRows, a: number): Record<string, OutValue> {
  const { book } = on.read;
  const { transaction, reason, source, takesBack } = on.outcome.adjustments;
  const row = on.places.row(source[a]);
  const taken = a < takesBack.length ? book.provisional.sourceId?.[takesBack[a]] : undefined;
  if (taken !== undefined) return { Source: taken === '' ? null : taken, [ROW.source]: row };
  if (isFromOrder(book, transaction[a], reason[a])) {
    return { Source: book.references[book.transactions.reference[transaction[a]]] };
  }
  return { Source: on.places.id(source[a]), [ROW.source]: row };
}
