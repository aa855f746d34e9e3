/**
 * Something in the workbook that can not be accepted, as a value: what, where, and what to do. All problems of a
 * workbook are gathered and told at once. Exceptions are for bugs.
 */
export interface Problem {
  /** Short and stable, for scripts: CELL_ERROR, DUPLICATE_ID, NEG_PHYSICAL, ... */
  readonly code: string;
  readonly severity: 'Error' | 'Warning';
  /** The cell or range with its sheet, as Excel writes it ("Transactions!C15"); "" where there is none. */
  readonly cell: string;
  /** What stands there, as text. */
  readonly content: string;
  readonly message: string;
  readonly remedy: string;
}

/** Either a value, or the reasons why there is none. */
export type Checked<T> = { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] } | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly problems: readonly Problem[];
}
