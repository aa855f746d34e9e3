import { PRINCIPLES } from '../../book/models';
import type { Results } from '../../book/outcome';
import { ROWS_A_STEP, type Steps } from '../../book/steps';
import type { OutValue } from '../port';
import { SETTLEMENTS } from '../tables/results';
import { type OutcomeRows, ROW } from './outcome-rows';
import type { NewRows } from './rows';

/** Settlements: late cost first (A12), then what was paired now (A4). */
export function* settlementRows(on: OutcomeRows): Steps<NewRows> {
  const rows = on.rows(SETTLEMENTS);
  const number = on.numbers('S', 'Settlements');
  const { slices, late, transfers } = on.outcome;
  const { key, count } = on.read.book.transactions;
  yield* rows.reserve(late.count + settledCount(slices));
  for (let j = 0; j < late.count; j++) {
    const costKey = key[late.issue[j]];
    rows.add({
      ...on.common,
      ...on.places.dimensionsOfKey(costKey),
      ...pair(on, late.issue[j], late.receipt[j]),
      Settlement: number(),
      Item: on.places.item(on.read.book.keys[costKey].item),
      Quantity: 0,
      Amount: on.figures.amount(late.amount[j]),
      Adjustment: on.figures.amount(0 - late.amount[j]),
      Principle: PRINCIPLES[late.principle[j]],
    });
  }
  for (let s = 0; s < slices.count; s++) {
    if (s % ROWS_A_STEP === 0) yield;
    if (slices.settles[s] === 0) continue;
    const issue = slices.issue[s];
    const costKey = issue < count ? key[issue] : transfers.key[(issue - count) >> 1];
    const values = {
      Settlement: number(),
      Item: on.places.item(on.read.book.keys[costKey].item),
      Quantity: on.figures.quantity(slices.quantity[s]),
      Amount: on.figures.amount(slices.amount[s]),
      Adjustment: on.figures.amount(slices.ownShare[s] - slices.amount[s]),
      Principle: PRINCIPLES[slices.principle[s]],
    };
    rows.add(values, pair(on, issue, slices.receipt[s]), on.common, on.places.dimensionsOfKey(costKey));
  }
  return rows;
}

/** How many slices settle: the others are but adjustments (A9). */
export const settledCount = ({ settles }: Results['slices']): number => settles.reduce((sum, one) => sum + one, 0);

function pair(on: OutcomeRows, issue: number, receipt: number): Record<string, OutValue> {
  return {
    Issue: on.places.id(issue),
    [ROW.issue]: on.places.row(issue),
    Receipt: on.places.id(receipt),
    [ROW.receipt]: on.places.row(receipt),
  };
}
