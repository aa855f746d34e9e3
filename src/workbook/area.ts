import { columnLetters, columnNumber, quoteSheet } from './cells';

/** A rectangle of cells; rows and columns count from 1, both ends belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const rowsOf = ({ top, bottom }: Area): number => bottom - top + 1;
export const columnsOf = ({ left, right }: Area): number => right - left + 1;

export const overlap = (one: Area, other: Area): boolean =>
  one.top <= other.bottom && one.bottom >= other.top && one.left <= other.right && one.right >= other.left;

/** "B3:D10", or undefined where the text is no address. A single cell is an area too. */
export function parseArea(text: string): Area | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (!match) return undefined;
  const [, left, top, right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** "'Close log'!A3:B4" to the name of the sheet ("" where it names none) and the range on it. */
export function splitAddress(address: string): { readonly sheet: string; readonly range: string } {
  const at = address.lastIndexOf('!');
  const sheet = address.slice(0, Math.max(at, 0));
  const quoted = /^'(.*)'$/s.exec(sheet);
  return { sheet: quoted ? quoted[1].replace(/''/g, "'") : sheet, range: address.slice(at + 1) };
}

/** "'Close log'!A3:B4", as Excel writes it. */
export function areaAddress(sheet: string, { top, left, bottom, right }: Area): string {
  return `${quoteSheet(sheet)}!${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
}
