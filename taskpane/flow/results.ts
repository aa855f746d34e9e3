import type { Problem } from '../../src/book/problem';
import type { AdjustedReceipt } from '../../src/runs/adjust/listing';
import type { PlannedRows } from '../../src/runs/planned-rows';
import type { ReversedRun } from '../../src/runs/reverse';
import type { Summary } from '../../src/runs/summary';

/** What a run would do, or has done, as the pages show it. */
export type FlowResult = ComputedRun | ReversedRuns | AdjustedByHand;

/** A close or a recalculation. */
export interface ComputedRun {
  readonly kind: 'run';
  readonly summary: Summary;
  /** The rows that it has or would have, by sheet. */
  readonly rows: readonly PlannedRows[];
  /** The sheets for auditors beside them. */
  readonly sheets: readonly string[];
  readonly warnings: readonly Problem[];
  readonly written: Written | undefined;
}

export interface ReversedRuns {
  readonly kind: 'reversal';
  readonly runs: readonly ReversedRun[];
  readonly warnings: readonly Problem[];
  readonly written: Written | undefined;
}

export interface AdjustedByHand {
  readonly kind: 'by hand';
  readonly receipts: readonly AdjustedReceipt[];
  readonly totals: Totals;
  readonly warnings: readonly Problem[];
  readonly written: Written | undefined;
}

/** What a run has left in the workbook. */
export interface Written {
  /** The id of the run; of a reversal of several runs that of its last one. */
  readonly closing: string;
  /** "" where nothing had to be posted. */
  readonly voucher: string;
  /** The sheets for auditors that were written. */
  readonly sheets: readonly string[];
}

/** Of all receipts that were chosen, as exact decimal texts. */
export interface Totals {
  readonly currency: string;
  readonly adjustment: string;
  readonly inventoryBefore: string;
  readonly inventoryAfter: string;
}
