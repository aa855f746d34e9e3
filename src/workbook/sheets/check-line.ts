import type { Live } from './live';

/** Auditors' tick marks: what was done to a figure. The legend of the sheet explains them. */
export const TICK_MARKS = {
  Σ: 'Footed: the sums of two columns agree, over all rows of the tables.',
  '√': 'Agreed: the figure in the row of the run agrees with the rows that the run wrote.',
  '↔': 'Agreed to the ledger: what was adjusted is what was posted, and what was posted balances.',
  '→': 'Carried forward: what a run closed with is what the next one opened with.',
  '#': 'Counted: as many rows as there should be, and each leads to a row that exists.',
  '≡': 'Recomputed from the input: from the table Transactions, not from results.',
} as const;
export type TickMark = keyof typeof TICK_MARKS;

/** A tie-out of the sheet Checks: two figures that should be the same. */
export interface CheckLine {
  readonly what: string;
  /** The run that it is about; "" where it is about all. */
  readonly run: string;
  readonly kind: 'amount' | 'quantity' | 'count';
  readonly mark: TickMark;
  /** One sentence: what is compared with what. */
  readonly how: string;
  /** The two figures; `cell` is the address of the cell with the run's id, which formulas may name. Or why there are none. */
  readonly figures:
    ((cell: string) => { readonly expected: Live; readonly found: Live }) | { readonly notTested: string };
}

export interface CheckSection {
  readonly title: string;
  readonly lines: readonly CheckLine[];
}
