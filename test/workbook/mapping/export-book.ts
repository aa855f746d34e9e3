import { columnLetters } from '../../../src/workbook/cells';
import { makeXlsx, tableSheet, type CellInput, type SheetInput } from '../../support/xlsx';

/** What the export of another program could look like: its own headers, a column that is of no use here. */
export const EXPORT_ROWS: readonly (readonly CellInput[])[] = [
  ['Belegnummer', 'Buchungsdatum', 'Artikelnummer', 'Bezeichnung', 'Menge', 'Betrag (EUR)'],
  ['E1', 46027, 'BOLT', 'Schraube', 10, 100],
  ['E2', 46030, 'BOLT', 'Schraube', 10, 120],
  ['A1', 46036, 'BOLT', 'Schraube', -15, -165],
];

/** The same rows under our headers. */
export const OWN_ROWS: readonly (readonly CellInput[])[] = [
  ['Transaction', 'Financial date', 'Item', 'Name', 'Quantity', 'Financial cost'],
  ...EXPORT_ROWS.slice(1),
];

export const MAPPED_COLUMNS = [
  ['Transaction', 'Belegnummer'],
  ['Item', 'Artikelnummer'],
  ['Quantity', 'Menge'],
  ['Financial date', 'Buchungsdatum'],
  ['Financial cost', 'Betrag (EUR)'],
] as const;

/** The sheet Mapping as people may write it by hand. */
export function mappingSheet(
  source: string,
  columns: readonly (readonly [string, string])[] = MAPPED_COLUMNS,
): SheetInput {
  const rows = columns.map(([column, header]) => ['Transactions', column, source, header]);
  return tableSheet('Mapping', [['Table', 'Column', 'Source', 'Header'], ...rows]);
}

/** The export as a table named Export, or as plain cells below two lines of title. */
export const exportTable = (rows = EXPORT_ROWS): SheetInput => ({
  name: 'ERP export',
  rows,
  tables: [{ name: 'Export', ref: `A1:${columnLetters(rows[0].length)}${rows.length}` }],
});
export const exportRange = (rows = EXPORT_ROWS): SheetInput => ({
  name: 'ERP export',
  rows: [['Lagerbewegungen'], ['gedruckt am', 46054], [], ...rows],
});
/** The address of the range's header. */
export const RANGE_HEADER = "'ERP export'!A4:F4";

export const bookOf = (...sheets: SheetInput[]): Uint8Array => makeXlsx({ sheets });
