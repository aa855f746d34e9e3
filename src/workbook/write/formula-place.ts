import { rowsOf } from '../area';
import { parseSource } from '../mapping/mapping';
import type { LinkPlace, TableCells } from '../port';

/**
 * Where a column of a table that was read stands, as formulas name it: in that table, or in the foreign table or range that stands for
 * it. A range that grows is named down to the end of the sheet, so that formulas hold when rows are added.
 */
export function formulaPlace(table: TableCells, column: number): LinkPlace {
  const { sheet, headerRow, firstColumn, headers, mapped, mappedHeaders = headers } = table;
  const source = mapped === undefined ? undefined : parseSource(mapped);
  if (!source || 'name' in source) return { sheet, table: source?.name ?? table.name, column: mappedHeaders[column] };
  const place = { sheet, headerRow, rangeColumn: firstColumn + column };
  return rowsOf(source.area) === 1 ? place : { ...place, lastRow: source.area.bottom };
}

/** The same with no more rows than there are now: for formulas that compare each of them with others. */
export function filledPlace(table: TableCells, column: number): LinkPlace {
  const place = formulaPlace(table, column);
  return 'rangeColumn' in place ? { ...place, lastRow: table.headerRow + Math.max(table.rows, 1) } : place;
}
