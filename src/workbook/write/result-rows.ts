import type { Results } from '../../book/outcome';
import type { Steps } from '../../book/steps';
import type { ReadBook } from '../read/read-book';
import { adjustmentRows } from './adjustment-rows';
import { inventoryValueRows } from './inventory-value-rows';
import { ledgerRows, logRows } from './ledger-rows';
import { OutcomeRows, type RunIds } from './outcome-rows';
import type { NewRows } from './rows';
import { settlementRows } from './settlement-rows';
import { transferRows } from './transfer-rows';

/**
 * The rows that an outcome gives in the tables beside Closings and LockedRows, in the order of the sheets. A recalculation
 * closes no period and keeps no closing transfer (A17).
 */
export function* resultRows(read: ReadBook, outcome: Results, ids: RunIds): Steps<NewRows[]> {
  const on = new OutcomeRows(read, outcome, ids);
  const rows = [yield* settlementRows(on), yield* adjustmentRows(on)];
  const makers = [
    ledgerRows,
    logRows,
    ...(outcome.request.type === 'Recalculation' ? [] : [inventoryValueRows, transferRows]),
  ];
  for (const make of makers) {
    yield;
    rows.push(make(on));
  }
  return rows;
}
