import type { Proposal } from '../../src/runs/mapping';
import { headerKey } from '../../src/workbook/headers';
import type { MappedColumn, TableMapping } from '../../src/workbook/mapping/mapping';

/** The proposal for a source that is mapped already: what was chosen then counts, as far as its headers are still there. */
export function asMapped(proposal: Proposal, mapping: TableMapping | undefined): Proposal {
  if (!mapping || headerKey(mapping.source) !== headerKey(proposal.source)) return proposal;
  const columns = proposal.columns.map((one) => {
    const known = mapping.columns.find(({ column }) => headerKey(column) === headerKey(one.column));
    const header = proposal.headers.find((text) => known && headerKey(text) === headerKey(known.header));
    return { ...one, header: header ?? '' };
  });
  return { ...proposal, columns };
}

/** The headers that a column can be chosen by: not blank, and not twice, because then it is open which one is meant. */
export function choosable(headers: readonly string[]): string[] {
  const keys = headers.map(headerKey);
  return headers.filter((_, at) => keys[at] !== '' && keys.indexOf(keys[at]) === keys.lastIndexOf(keys[at]));
}

/** What is wrong with the columns that were chosen, by our column. */
export type ColumnFault = 'missing' | 'needs cost' | 'twice';

/** The columns of a mapping; or what keeps them from being one. `chosen` holds a header, or "", for each of our columns. */
export function mappingOf(
  table: string,
  chosen: ReadonlyMap<string, string>,
): { readonly columns: readonly MappedColumn[] } | { readonly faults: ReadonlyMap<string, ColumnFault> } {
  const faults = new Map<string, ColumnFault>();
  const has = (column: string) => (chosen.get(column) ?? '') !== '';
  const needed = table === 'Transactions' ? ['Transaction', 'Item', 'Quantity'] : ['Item'];
  for (const column of needed) if (!has(column)) faults.set(column, 'missing');
  if (table === 'Transactions') {
    if (!has('Financial date') && !has('Physical date')) faults.set('Financial date', 'missing');
    if (has('Financial date') && !has('Financial cost')) faults.set('Financial cost', 'needs cost');
  }
  const columns = [...chosen].flatMap(([column, header]) => (header === '' ? [] : [{ column, header }]));
  columns.forEach(({ column, header }, at) => {
    if (columns.findIndex((one) => one.header === header) < at) faults.set(column, 'twice');
  });
  return faults.size > 0 ? { faults } : { columns };
}
