import { columnLetters } from '../../src/workbook/cells';
import { escapeText } from '../../src/workbook/file/xml';
import type { Sheet } from '../model/sheet';
import { ErrorValue, type CellContent } from '../model/values';
import { formulaForFile } from './formula-text';
import type { LookBook } from './looks';

/** All rows of a sheet that hold anything, as they stand inside <sheetData>. */
export function rowsXml(sheet: Sheet, looks: LookBook): string {
  const rows: string[] = [];
  const used = sheet.usedArea(false);
  let last = used ? used.row + used.rows : 0;
  for (const row of sheet.heights.keys()) last = Math.max(last, row + 1);
  for (const row of sheet.hiddenRows) last = Math.max(last, row + 1);
  const width = used ? used.column + used.columns : 0;
  for (let row = 0; row < last; row++) {
    let cells = '';
    for (let column = 0; column < width; column++) cells += cellXml(sheet, row, column, looks);
    const attributes = rowAttributes(sheet, row);
    if (cells || attributes) rows.push(`<row r="${row + 1}"${attributes}>${cells}</row>`);
  }
  return rows.join('');
}

/** What a row says of itself but its number, from a space on. */
export function rowAttributes({ heights, hiddenRows }: Sheet, row: number): string {
  const height = heights.get(row);
  return (height === undefined ? '' : ` ht="${height}" customHeight="1"`) + (hiddenRows.has(row) ? ' hidden="1"' : '');
}

/** A cell as it is now; "" for one that is blank and looks like any other. `base` is the number of the look that it had. */
export function cellXml(sheet: Sheet, row: number, column: number, looks: LookBook, base = 0): string {
  const formula = sheet.formulas.get(row, column);
  const content = sheet.workbook.calculator.value(sheet, row, column);
  const format = sheet.numberFormats.get(row, column);
  const style = sheet.styles.get(row, column);
  const look = format === undefined && style === undefined && base === 0 ? 0 : looks.numberOf(format, style, base);
  if (content === undefined && !formula && look === 0) return '';
  const start = `<c r="${columnLetters(column + 1)}${row + 1}"${look ? ` s="${look}"` : ''}`;
  if (formula) {
    const text = escapeText(formulaForFile(formula.text, sheet.workbook.tableAt(sheet, row, column)));
    return `${start}${resultOf(content, `<f>${text}</f>`)}`;
  }
  if (content === undefined) return `${start}/>`;
  if (typeof content !== 'string') return `${start}${resultOf(content, '')}`;
  const space = content !== content.trim() || content.includes('\n') ? ' xml:space="preserve"' : '';
  return `${start} t="inlineStr"><is><t${space}>${escapeText(content)}</t></is></c>`;
}

/** What a formula comes to, from the attribute of its type to the end of the cell. */
export function resultOf(content: CellContent, formula: string): string {
  return `${typeOf(content)}>${formula}<v>${resultText(content)}</v></c>`;
}

function typeOf(content: CellContent): string {
  if (content instanceof ErrorValue) return ' t="e"';
  if (typeof content === 'boolean') return ' t="b"';
  return typeof content === 'string' ? ' t="str"' : '';
}

function resultText(content: CellContent): string {
  if (typeof content === 'boolean') return content ? '1' : '0';
  return escapeText(String(content ?? ''));
}
