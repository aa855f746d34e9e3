import type { CellValue } from '../cells';
import { at15Digits } from './numbers';

/** An id as a cell holds it: results write it back so. */
export type IdCell = string | number;

export const LONGEST_ID = 255;

/** The text of an id: trimmed; a number is its shortest text. */
export function idText(cell: IdCell): string {
  return typeof cell === 'string' ? cell.trim() : String(at15Digits(cell));
}

/** What ids are compared by: two ids are the same where their keys are. */
export function idKey(text: string): string {
  return text.toLowerCase();
}

/** Whether a cell holds nothing that counts: it is empty, or text of spaces (a formula's "", say). */
export function isBlank(value: CellValue): value is null | string {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** The number at the end of an id such as S-000123; 0 where there is none. */
export function trailingNumber(id: string): number {
  let start = id.length;
  while (start > 0 && id.charCodeAt(start - 1) >= 48 && id.charCodeAt(start - 1) <= 57) start -= 1;
  return start === id.length ? 0 : Number(id.slice(start));
}

/** Gives every distinct id a number from 0, in the order in which they are met; the first spelling stays. */
export class Names {
  readonly texts: string[] = [];
  /** The first cell of each, as typed. */
  readonly cells: IdCell[] = [];
  private readonly byKey = new Map<string, number>();
  /** Cells repeat far more often than they differ: this spares trimming and lower case. */
  private readonly byCell = new Map<IdCell, number>();

  /** The number of the id in this cell, a new one where it was not met before. */
  add(cell: IdCell): number {
    const known = this.byCell.get(cell);
    if (known !== undefined) return known;
    const text = idText(cell);
    const key = idKey(text);
    let index = this.byKey.get(key);
    if (index === undefined) {
      index = this.texts.length;
      this.byKey.set(key, index);
      this.texts.push(text);
      this.cells.push(cell);
    }
    this.byCell.set(cell, index);
    return index;
  }

  /** The number of an id that was met, else undefined. */
  find(cell: IdCell): number | undefined {
    return this.byCell.get(cell) ?? this.byKey.get(idKey(idText(cell)));
  }
}
