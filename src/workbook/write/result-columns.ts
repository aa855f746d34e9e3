import { LINK_COLUMNS } from './link-formula';
import { linkColumn, rowColumn, type ColumnKind, type Link, type ResultTable } from '../tables/spec';

/** One column of a result table as it stands on the sheet. */
export interface ResultColumn {
  readonly header: string;
  readonly kind: ColumnKind | 'link' | 'link row';
  /** Characters. */
  readonly width: number;
  /** On a link column: what it links. */
  readonly link?: Link;
}

const DIMENSION_WIDTH = 12;

/**
 * The columns of a result table in the order of a new sheet: those of the contract with the workbook's dimensions
 * after "Item", then for each reference the column that jumps and the one that remembers the row.
 */
export function resultColumns(table: ResultTable, dimensions: readonly string[], links: boolean): ResultColumn[] {
  const columns: ResultColumn[] = [];
  for (const { name, kind, width } of table.columns) {
    columns.push({ header: name, kind, width });
    if (name === 'Item' && table.dimensions) {
      columns.push(...dimensions.map((header): ResultColumn => ({ header, kind: 'id', width: DIMENSION_WIDTH })));
    }
  }
  if (!links) return columns;
  const references = table.links.flatMap((link): ResultColumn[] => [
    { header: linkColumn(link.column), kind: 'link', width: LINK_WIDTH, link },
    { header: rowColumn(link.column), kind: 'link row', width: LINK_WIDTH },
  ]);
  return [...columns, ...references];
}

const LINK_WIDTH = 8;

/** The text of one line that stands in for links where a table has too many rows for them: what is typed, and its target. */
export function goTo(table: ResultTable): Link | undefined {
  return table.links.find((link) => link.target === 'transaction') ?? table.links[0];
}

/** "transaction", as the jump cell's label says it, with the table that is searched. */
export const searched = (link: Link): { table: string; column: string } => LINK_COLUMNS[link.target][0];
