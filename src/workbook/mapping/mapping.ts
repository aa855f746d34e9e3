import { parseArea, splitAddress, type Area } from '../area';
import { INPUT_TABLES } from '../tables/input';
import type { InputTable } from '../tables/spec';

/** A foreign table or range that stands for an input table, column by column. */
export interface TableMapping {
  /** The input table: "Transactions". */
  readonly table: string;
  /**
   * The name of the foreign table, or the address of a range with its header. A range of one row is a header to which
   * everything filled below it belongs; a higher one is exactly what it says.
   */
  readonly source: string;
  readonly columns: readonly MappedColumn[];
}

export interface MappedColumn {
  /** Our column, or one of the workbook's dimensions. */
  readonly column: string;
  /** The header of the foreign column. */
  readonly header: string;
}

/** The tables that another one may stand for. The others are small, and ours alone. */
export const MAPPABLE: readonly InputTable[] = INPUT_TABLES.filter(({ name }) =>
  ['Transactions', 'Items'].includes(name),
);

/** A source taken apart: a range of a sheet, or a table by its name. Undefined where it is an address that says nothing. */
export type Source = { readonly sheet: string; readonly area: Area } | { readonly name: string };

export function parseSource(text: string): Source | undefined {
  const { sheet, range } = splitAddress(text.trim());
  if (sheet === '') return { name: range };
  const area = parseArea(range);
  if (!area || area.top < 1 || area.top > area.bottom || area.left > area.right) return undefined;
  return area.bottom <= LAST_ROW && area.right <= LAST_COLUMN ? { sheet, area } : undefined;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
