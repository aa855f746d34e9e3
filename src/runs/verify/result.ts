import type { ClosingType } from '../../book/book';
import type { Day } from '../../book/days';
import type { Problem } from '../../book/problem';

/** How much of a run could be found again. */
export type Manner =
  /** Computed anew from what was locked, and compared cell by cell. */
  | 'computed'
  /** Its rows rest on what was not locked, or were entered by hand: sums, accounts, voucher and fingerprint hold together. */
  | 'checked'
  /** It began, never ended, and was taken back: its rows cancel out. */
  | 'taken back'
  /** It is Running or Paused: nothing can be said of it yet. */
  | 'unfinished';

/** One run of the workbook, as verification found it. */
export interface VerifiedRun {
  readonly closing: string;
  readonly type: ClosingType;
  readonly day: Day;
  readonly manner: Manner;
  /** How many of the differences are its own. */
  readonly differences: number;
}

/** A cell that is not what it should be, or a row that should not be there or is gone. */
export interface Difference {
  readonly kind: 'changed' | 'missing' | 'added';
  readonly closing: string;
  readonly table: string;
  /** The id of the row. */
  readonly row: string;
  /** The header; "" where the whole row is meant. */
  readonly column: string;
  /** "Settlements!H12"; "" for what is missing. */
  readonly cell: string;
  /** As text: what the run must have written, and what stands there now. */
  readonly expected: string;
  readonly found: string;
}

/** What a verification found. Nothing is written by it. */
export interface Verification {
  readonly ok: true;
  /** No difference and no problem. */
  readonly verified: boolean;
  readonly runs: readonly VerifiedRun[];
  readonly differences: readonly Difference[];
  /** What was done to the closed part of the input since (A16), and cells that can not be read. */
  readonly problems: readonly Problem[];
}
