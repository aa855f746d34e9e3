/** An error value such as #N/A, as a cell holds it. */
export class ErrorValue {
  readonly code: string;

  private constructor(code: string) {
    this.code = code;
  }

  private static readonly known = new Map<string, ErrorValue>();

  static of(code: string): ErrorValue {
    let value = ErrorValue.known.get(code);
    if (!value) ErrorValue.known.set(code, (value = new ErrorValue(code)));
    return value;
  }

  toString(): string {
    return this.code;
  }
}

export const NOT_AVAILABLE = ErrorValue.of('#N/A');
export const BAD_VALUE = ErrorValue.of('#VALUE!');
export const BAD_REFERENCE = ErrorValue.of('#REF!');
export const BAD_NAME = ErrorValue.of('#NAME?');
export const DIVIDED_BY_ZERO = ErrorValue.of('#DIV/0!');
export const BAD_NUMBER = ErrorValue.of('#NUM!');

const ERROR_CODES = new Set(['#N/A', '#VALUE!', '#REF!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!']);

/** What a cell holds or a formula results in. A blank cell holds undefined. */
export type Scalar = string | number | boolean | ErrorValue;
export type CellContent = Scalar | undefined;

/** The error value that a text spells, if it does. */
export function errorFromText(text: string): ErrorValue | null {
  return text.startsWith('#') && ERROR_CODES.has(text.toUpperCase()) ? ErrorValue.of(text.toUpperCase()) : null;
}

/** A content as range.values hands it out: blank is "", an error value is its text. */
export function wireValue(content: CellContent): string | number | boolean {
  if (content === undefined) return '';
  return content instanceof ErrorValue ? content.code : content;
}

/** Excel.RangeValueType. */
export function valueType(content: CellContent): string {
  if (content === undefined) return 'Empty';
  if (content instanceof ErrorValue) return 'Error';
  if (typeof content === 'number') return 'Double';
  return typeof content === 'boolean' ? 'Boolean' : 'String';
}
