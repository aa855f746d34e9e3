/** What a cell holds, whatever the port: a value, or the reason why it has none that can be used. */
export type CellValue = string | number | boolean | null | CellFault;

/** An error value such as #N/A, or a formula whose result the file does not hold. */
export interface CellFault {
  readonly fault: 'error' | 'not calculated';
  /** The error value, or the formula, as text. */
  readonly text: string;
}

export function isFault(value: CellValue): value is CellFault {
  return typeof value === 'object' && value !== null;
}

/** A cell's content as a message quotes it. */
export function contentOf(value: CellValue): string {
  if (value === null) return '(blank)';
  if (isFault(value)) return value.fault === 'error' ? value.text : `=${value.text} (not calculated)`;
  return typeof value === 'string' ? `"${value}"` : String(value).toUpperCase();
}

/** Column number, from 1, to letters: 28 is "AB". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "AB" to 28. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** A sheet name as it stands in an address: quoted where Excel quotes it. */
export function quoteSheet(sheet: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheet) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/.test(sheet)
    ? sheet
    : `'${sheet.replace(/'/g, "''")}'`;
}

/** "Transactions!C15". Row and column count from 1. */
export function cellAddress(sheet: string, row: number, column: number): string {
  return `${quoteSheet(sheet)}!${columnLetters(column)}${row}`;
}
