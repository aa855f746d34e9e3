import type { Area } from '../model/address';
import { BAD_VALUE, type CellContent, ErrorValue } from '../model/values';
import type { Calculator } from './calculator';
import type { Place } from './references';
import { logicalOf, Matrix, numberOf, Reference, type Result, textOf } from './results';

/** The cell that is being calculated. A HYPERLINK in its formula leaves its target here. */
export interface Context extends Place {
  readonly calculator: Calculator;
  link: string | null;
}

/** A part of a formula, ready to be calculated for a cell. */
export type Part = (context: Context) => Result;

/** A function of the formula language, called with its arguments not yet calculated (IF needs only one of them). */
export type FormulaFunction = (call: Call) => Result;

/** The one content of a result; of several cells it is the one in the formula's row or column, else the first. */
export function single(result: Result, context: Context): CellContent {
  if (result instanceof Matrix) return result.rows[0]?.[0];
  if (!(result instanceof Reference)) return result;
  const { row, column, rows, columns } = result.area;
  const sameRow = columns === 1 && context.row >= row && context.row < row + rows;
  const sameColumn = rows === 1 && context.column >= column && context.column < column + columns;
  return context.calculator.value(result.sheet, sameRow ? context.row : row, sameColumn ? context.column : column);
}

/** The arguments of one function call. Every reader throws the error value that it meets. */
export class Call {
  readonly context: Context;
  private readonly parts: readonly Part[];

  constructor(context: Context, parts: readonly Part[]) {
    this.context = context;
    this.parts = parts;
  }

  get count(): number {
    return this.parts.length;
  }

  /** The same call with one argument calculated already. */
  with(index: number, content: CellContent): Call {
    return new Call(
      this.context,
      this.parts.map((part, at) => (at === index ? () => content : part)),
    );
  }

  result(index: number): Result {
    if (index >= this.parts.length) throw BAD_VALUE;
    return this.parts[index](this.context);
  }

  /** The content, error values included. */
  content(index: number): CellContent {
    try {
      return single(this.result(index), this.context);
    } catch (error) {
      if (error instanceof ErrorValue) return error;
      throw error;
    }
  }

  value(index: number): CellContent {
    const content = single(this.result(index), this.context);
    if (content instanceof ErrorValue) throw content;
    return content;
  }

  number(index: number, otherwise?: number): number {
    return index >= this.parts.length && otherwise !== undefined ? otherwise : numberOf(this.value(index));
  }

  text(index: number, otherwise?: string): string {
    return index >= this.parts.length && otherwise !== undefined ? otherwise : textOf(this.value(index));
  }

  logical(index: number, otherwise?: boolean): boolean {
    return index >= this.parts.length && otherwise !== undefined ? otherwise : logicalOf(this.value(index));
  }

  reference(index: number): Reference {
    const result = this.result(index);
    if (result instanceof Reference) return result;
    throw BAD_VALUE;
  }

  area(index: number): Area {
    return this.reference(index).area;
  }

  /** All contents of an argument, blanks included, row by row; columns without data end where the data end. */
  matrix(index: number): readonly (readonly CellContent[])[] {
    const result = this.result(index);
    if (result instanceof Matrix) return result.rows;
    if (result instanceof Reference) return this.context.calculator.contents(result);
    return [[result]];
  }

  /** The numbers of all arguments: in cells only what is a number, given directly also what reads as one. */
  *numbers(from = 0): Generator<number> {
    for (let index = from; index < this.parts.length; index++) {
      const result = this.result(index);
      if (!(result instanceof Reference || result instanceof Matrix)) {
        yield numberOf(result);
        continue;
      }
      const rows = result instanceof Matrix ? result.rows : this.context.calculator.contents(result);
      for (const row of rows) {
        for (const content of row) {
          if (content instanceof ErrorValue) throw content;
          if (typeof content === 'number') yield content;
        }
      }
    }
  }
}
