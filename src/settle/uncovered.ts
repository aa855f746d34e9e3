import type { Book } from '../book/book';
import { exact } from '../book/decimals';
import { mulDiv } from '../book/muldiv';
import { type AdjustmentBuffer, reasonCode } from './adjustments';
import type { Bound } from './bound';
import type { Pairing } from './pairing';
import type { Sides } from './sides';
import type { Values } from './values';
import { NONE } from '../book/book';

const UNCOVERED = reasonCode('Uncovered quantity');

/**
 * With `Uncovered quantity` = Cost of covered part: revalues what is neither paired nor reserved of a partly covered
 * issue at the unit cost of its covered part (A10), earlier settlements included. It stays open. Slips are left alone, and
 * so is what the run makes no adjustment of (A13).
 */
export function revalueUncovered(
  book: Book,
  sides: Sides,
  pairing: Pairing,
  values: Values,
  into: AdjustmentBuffer,
  bound: Bound,
): void {
  if (book.parameters.uncoveredQuantity !== 'Cost of covered part') return;
  const { settledQuantity, settledValue } = book.transactions;
  const { issue, quantity, count } = pairing.slices;
  const coveredQuantity = new Float64Array(sides.count);
  const coveredValue = new Float64Array(sides.count);
  for (let s = 0; s < count; s++) {
    if (issue[s] >= sides.count) continue;
    coveredQuantity[issue[s]] += quantity[s];
    coveredValue[issue[s]] += values.amount[s];
  }
  for (let side = 0; side < sides.count; side++) {
    const rest = pairing.free[side];
    if (sides.open[side] >= 0 || sides.physical[side] === 1 || rest === 0) continue;
    const row = sides.row[side];
    const covered = coveredQuantity[side] - settledQuantity[row];
    if (covered === 0) continue;
    const worth = exact(coveredValue[side] - settledValue[row], 'The covered value of an issue');
    const openQuantity = Math.abs(sides.open[side]);
    const openValue = sides.value[side];
    const own = rest === openQuantity ? openValue : mulDiv(openValue, rest, openQuantity);
    const adjustment = own - mulDiv(worth, rest, covered);
    if (adjustment !== 0 && bound.makes(row, UNCOVERED, NONE, adjustment)) into.add(row, UNCOVERED, NONE, adjustment);
  }
}
