/// <reference types="office-js" />
import { columnsOf, rowsOf, type Area } from '../area';

/** The cells of an area. By numbers: an address is cut off silently at 8,192 characters. */
export function cellsOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top - 1, area.left - 1, rowsOf(area), columnsOf(area));
}

/** One value for all cells of a range: office.js takes it, its types do not say so. */
export const everywhere = <T extends string>(value: T): string[][] => value as unknown as string[][];
