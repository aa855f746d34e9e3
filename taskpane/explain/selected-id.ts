import type { Selection } from '../host';

/** Columns whose cells name a transaction, in the tables of the workbook. */
const NAMING = ['Transaction', 'Issue', 'Receipt', 'Marked to', 'Cost source', 'Source', 'Key'];

/**
 * The transaction that a selected cell stands for: the one it names, else the one that its row is about. "" outside of
 * tables, and in rows that are about none.
 */
export function selectedId({ text, row, column }: Selection): string {
  if (!row) return '';
  const named = NAMING.some((name) => name.toLowerCase() === column.trim().toLowerCase());
  if (named && text.trim() !== '') return text.trim();
  const cells = new Map(Object.entries(row).map(([header, cell]) => [header.trim().toLowerCase(), cell.trim()]));
  for (const name of ['transaction', 'issue']) {
    const found = cells.get(name);
    if (found) return found;
  }
  return '';
}
