/** What a column holds; the number format and the alignment follow from it. */
export type ColumnKind =
  | 'id'
  | 'text'
  | 'date'
  | 'moment'
  | 'quantity'
  | 'amount'
  | 'unit cost'
  | 'percent'
  | 'count'
  | 'number'
  | 'yes/no'
  | 'choice';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Characters, as Excel counts column widths. */
  readonly width: number;
  /** One sentence that a person can act on: the template shows it as a note. */
  readonly note: string;
  /** The allowed texts of a choice. */
  readonly choices?: readonly string[];
  /** Came with a later version: result tables that were made before do without it, and what belongs there is not written. */
  readonly later?: true;
}

export interface InputColumn extends Column {
  /** Whether the table must have this column. Cells may still be blank where the note says so. */
  readonly required: boolean;
}

export interface InputTable {
  readonly name: string;
  /** Name of the sheet that the template makes for it. */
  readonly sheet: string;
  readonly about: string;
  readonly required: boolean;
  readonly columns: readonly InputColumn[];
  /** Whether further columns name financial dimensions (DimensionGroups) or carry their values (Transactions). */
  readonly dimensions: boolean;
}

/** Where a reference leads: a transaction or leg by its id, a run, or a voucher in the ledger. */
export type LinkTarget = 'transaction' | 'closing' | 'voucher';

export interface Link {
  /** The column with the plain id: that is the state. */
  readonly column: string;
  readonly target: LinkTarget;
}

/** What a tie-out is made of: sums of columns with their signs, or a count of the rows with given texts. */
export type TieOutSource =
  | { readonly sums: readonly { readonly sign: 1 | -1; readonly table: string; readonly column: string }[] }
  | { readonly count: { readonly table: string; readonly where: Readonly<Record<string, string>> } };

/** A figure above the table, as a live formula in the file's own (English, comma) notation. */
export interface TieOut {
  readonly label: string;
  readonly formula: string;
  readonly kind: 'amount' | 'quantity' | 'count' | 'check';
  readonly source: TieOutSource;
}

export interface ResultTable {
  readonly name: string;
  /** Name of the sheet that is made for it, and its title. */
  readonly sheet: string;
  /** One line below the title: what the rows are, and how to read the signs. */
  readonly about: string;
  /** In the order of the sheet. Where dimensions is set, the workbook's dimension columns stand after "Item". */
  readonly columns: readonly Column[];
  readonly dimensions: boolean;
  readonly links: readonly Link[];
  readonly tieOuts: readonly TieOut[];
  /** Labels of what is compared with other tables, below the tie-outs: the formulas differ from run to run (see write/agreements). */
  readonly agreements?: readonly string[];
}

/** Header of the column that jumps, and of the narrow one that remembers the row, for a reference column. */
export const linkColumn = (column: string): string => `${column} link`;
export const rowColumn = (column: string): string => `${column} row`;
