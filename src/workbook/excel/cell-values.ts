import type { CellValue } from '../cells';

/** Excel hands out blank cells and formulas without a text alike: both read as null. */
export function cellOf(value: unknown): CellValue {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** Whether the text could be that of an error value: Excel hands out #N/A and a text "#N/A" alike. */
export const couldBeError = (value: unknown): boolean =>
  typeof value === 'string' && value.charCodeAt(0) === 35 && value.length > 2;

/** Error values that say that a result is still on its way. */
const UNFINISHED = new Set(['#BUSY!', '#GETTING_DATA']);

/** What a cell holds whose text could be an error, by the type and the formula that Excel gives for it. */
export function faultOrText(value: string, type: unknown, formula: unknown): CellValue {
  if (type !== 'Error') return value;
  if (!UNFINISHED.has(value)) return { fault: 'error', text: value };
  return { fault: 'not calculated', text: String(formula).replace(/^=/, '') };
}
