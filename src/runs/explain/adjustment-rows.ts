import { type Book, LEG, NONE } from '../../book/book';
import { type Outcome, type Reason, REASONS } from '../../book/outcome';
import type { EarlierAdjustments } from '../../workbook/read/read-book';
import { PREVIEW } from './pair-rows';

/** Adjustments that no pair tells of, as columns, in the order of the runs and of their rows. */
export interface AdjustmentRows {
  readonly run: Int32Array;
  readonly transaction: Int32Array;
  /** Index into REASONS. */
  readonly reason: Int16Array;
  readonly source: Int32Array;
  readonly amount: Float64Array;
  readonly expensed: Float64Array;
  /** Body row of the table Adjustments, from 0; NONE for those of a preview. */
  readonly row: Int32Array;
}

/**
 * The adjustments in force of earlier runs, and those that a previewed run would make; what that run would take back is
 * left out. Of a close the settlements and late cost are left out too, for the pairs tell of them, and in a preview the
 * physical values; of a recalculation everything is told, for it settles nothing.
 */
export function adjustmentRows(book: Book, earlier: EarlierAdjustments, outcome: Outcome | undefined): AdjustmentRows {
  const made = outcome?.adjustments;
  const takesBack = made?.takesBack ?? new Int32Array(0);
  const gone = new Set(Array.from(takesBack, (old) => book.provisional.row[old]));
  const kept: number[] = [];
  for (let i = 0; i < earlier.count; i++) {
    const type = book.closings[earlier.closing[i]]?.type;
    const inPairs = type === 'Recalculation' ? outcome && BY_SLICE : outcome ? BY_CLOSE_OR_SLICE : BY_CLOSE;
    if (gone.has(earlier.row[i]) || inPairs?.has(earlier.reason[i])) continue;
    if (isOfLeg(book, earlier.transaction[i], earlier.reason[i])) continue;
    kept.push(i);
  }
  const fresh: number[] = [];
  const inPairs = outcome?.request.type === 'Close' ? BY_CLOSE_OR_SLICE : BY_SLICE;
  for (let a = takesBack.length; made && a < made.count; a++) {
    if (inPairs.has(made.reason[a]) || isOfLeg(book, made.transaction[a], made.reason[a])) continue;
    fresh.push(a);
  }
  const join = (old: ArrayLike<number>, now: ArrayLike<number>) => [
    ...kept.map((i) => old[i]),
    ...fresh.map((a) => now[a]),
  ];
  const none: ArrayLike<number> = [];
  return {
    run: Int32Array.from([...kept.map((i) => earlier.closing[i]), ...fresh.map(() => PREVIEW)]),
    transaction: Int32Array.from(join(earlier.transaction, made?.transaction ?? none)),
    reason: Int16Array.from(join(earlier.reason, made?.reason ?? none)),
    source: Int32Array.from(join(earlier.source, made?.source ?? none)),
    amount: Float64Array.from(join(earlier.amount, made?.amount ?? none)),
    expensed: Float64Array.from(join(earlier.expensed, made?.expensed ?? none)),
    row: Int32Array.from([...kept.map((i) => earlier.row[i]), ...fresh.map(() => NONE)]),
  };
}

const codes = (...reasons: Reason[]) => new Set(reasons.map((reason) => REASONS.indexOf(reason)));

/** What slices of the same outcome tell of. */
const BY_SLICE = codes('Settlement', 'Physical value');
/** What the table Settlements tells of. */
const BY_CLOSE = codes('Settlement', 'Late cost');
const BY_CLOSE_OR_SLICE = codes('Settlement', 'Late cost', 'Physical value');
const LATE = REASONS.indexOf('Late cost');

/** Late cost of the receipt leg of a closing transfer is that of its issue leg, whose pairs tell of it. */
function isOfLeg({ transactions }: Book, position: number, reason: number): boolean {
  return reason === LATE && transactions.leg[position] === LEG.receipt;
}
