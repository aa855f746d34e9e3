import type { Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import { BAD_VALUE, type CellContent, ErrorValue } from '../model/values';

/** Cells that a formula refers to, not yet read. */
export class Reference {
  readonly sheet: Sheet;
  readonly area: Area;

  constructor(sheet: Sheet, area: Area) {
    this.sheet = sheet;
    this.area = area;
  }
}

/** An array of contents, row by row. */
export class Matrix {
  readonly rows: readonly (readonly CellContent[])[];

  constructor(rows: readonly (readonly CellContent[])[]) {
    this.rows = rows;
  }
}

/** What a part of a formula results in. Error values inside a calculation are thrown, not returned. */
export type Result = CellContent | Reference | Matrix;

export function numberOf(content: CellContent): number {
  if (content instanceof ErrorValue) throw content;
  if (content === undefined) return 0;
  if (typeof content === 'number') return content;
  if (typeof content === 'boolean') return content ? 1 : 0;
  const number = content.trim() === '' ? NaN : Number(content);
  if (Number.isNaN(number)) throw BAD_VALUE;
  return number;
}

export function textOf(content: CellContent): string {
  if (content instanceof ErrorValue) throw content;
  if (content === undefined) return '';
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  return typeof content === 'number' ? numberText(content) : content;
}

/** A number as the & operator writes it: 15 significant digits. */
const numberText = (number: number): string => String(Number(number.toPrecision(15))).replace('e', 'E');

export function logicalOf(content: CellContent): boolean {
  if (content instanceof ErrorValue) throw content;
  if (typeof content === 'string') {
    const word = content.toUpperCase();
    if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
    throw BAD_VALUE;
  }
  return content !== undefined && content !== false && content !== 0;
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

/** Excel's order of values: numbers before texts before logical values, texts without regard to case. */
export function compare(left: CellContent, right: CellContent): number {
  if (left instanceof ErrorValue) throw left;
  if (right instanceof ErrorValue) throw right;
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const kinds = RANK[typeof a as keyof typeof RANK] - RANK[typeof b as keyof typeof RANK];
  if (kinds !== 0) return kinds;
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

function blankLike(other: CellContent): string | number | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}
