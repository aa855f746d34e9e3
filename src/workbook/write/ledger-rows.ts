import { isoDay } from '../../book/days';
import { messageOf, remedyOf, severityOf } from '../../book/log';
import { type AnyRequest, isByHand } from '../../book/outcome';
import { CLOSE_LOG, LEDGER } from '../tables/results';
import { type OutcomeRows, ROW } from './outcome-rows';
import type { NewRows } from './rows';

/** The lines of the voucher. */
export function ledgerRows(on: OutcomeRows): NewRows {
  const rows = on.rows(LEDGER);
  const number = on.numbers('G', 'Ledger');
  for (const line of on.outcome.ledger) {
    rows.add({
      ...on.common,
      Line: number(),
      Voucher: on.ids.voucher,
      Account: line.account,
      'Item group': line.itemGroup || null,
      Item: line.item || null,
      Debit: line.debit === 0 ? null : on.figures.amount(line.debit),
      Credit: line.credit === 0 ? null : on.figures.amount(line.credit),
      Text: ledgerText(on.outcome.request, on.ids.closing),
    });
  }
  return rows;
}

/** The entries of the log, with message and remedy. */
export function logRows(on: OutcomeRows): NewRows {
  const rows = on.rows(CLOSE_LOG);
  const number = on.numbers('L', 'CloseLog');
  for (const entry of on.outcome.log) {
    const about = entry.transaction >= 0 ? on.places.dimensionsOf(entry.transaction) : {};
    rows.add({
      ...on.common,
      ...about,
      Entry: number(),
      Severity: severityOf(entry.code),
      Code: entry.code,
      Item: entry.item >= 0 ? on.places.item(entry.item) : null,
      Transaction: on.places.id(entry.transaction),
      [ROW.transaction]: on.places.row(entry.transaction),
      Quantity: entry.quantity === undefined ? null : on.figures.quantity(entry.quantity),
      Amount: entry.amount === undefined ? null : on.figures.amount(entry.amount),
      Message: messageOf(entry.code, entry.words),
      Remedy: remedyOf(entry.code),
    });
  }
  return rows;
}

/** What the lines of a voucher say of their run. */
function ledgerText({ type, day }: AnyRequest, closing: string): string {
  return isByHand({ type })
    ? `${type} ${closing} of ${isoDay(day)}`
    : `Inventory ${type.toLowerCase()} ${closing} up to ${isoDay(day)}`;
}
