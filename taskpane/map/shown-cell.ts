import { isFault, type CellValue } from '../../src/workbook/cells';
import { serialDay } from '../../src/workbook/read/days';
import type { Format } from '../format';

/** How the cells of a foreign range are shown. */
export interface ShownBy {
  readonly date1904: boolean;
  readonly format: Format;
}

/**
 * A cell as it stands: what a figure means is open until its column is known. In a column that is taken for one of our dates a
 * number is a day.
 */
export function shownCell(cell: CellValue, column: string | undefined, { date1904, format }: ShownBy): string {
  if (cell === null) return '';
  if (isFault(cell)) return cell.text;
  if (typeof cell !== 'number' || !column?.endsWith('date')) return String(cell);
  const day = serialDay(cell, date1904);
  return typeof day === 'number' ? format.day(day) : String(cell);
}
