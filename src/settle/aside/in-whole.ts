import { NONE } from '../../book/book';
import type { Outcome } from '../../book/outcome';

/**
 * An outcome over some of the rows of a book, with the positions of the whole.
 *
 * @param rows position in the whole of each row, ascending
 * @param count rows of the whole; the legs of the run have their positions behind them
 */
export function inWhole(outcome: Outcome, rows: Int32Array, count: number): Outcome {
  const { slices, late, adjustments, log } = outcome;
  const positionOf = (row: number): number =>
    row === NONE ? NONE : row < rows.length ? rows[row] : row - rows.length + count;
  const positions = (column: Int32Array): Int32Array => column.map(positionOf);
  return {
    ...outcome,
    slices: { ...slices, issue: positions(slices.issue), receipt: positions(slices.receipt) },
    late: { ...late, issue: positions(late.issue), receipt: positions(late.receipt) },
    adjustments: {
      ...adjustments,
      transaction: positions(adjustments.transaction),
      source: positions(adjustments.source),
    },
    log: log.map((entry) => ({ ...entry, transaction: positionOf(entry.transaction) })),
  };
}
