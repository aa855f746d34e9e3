import { DAYS_1904 } from '../../book/days';
import { columnLetters, quoteSheet } from '../cells';
import type { OutValue } from '../port';
import { LINK_TEXT } from '../write/link-formula';
import { tooLongText } from '../write/refusals';
import type { BodyColumn } from '../write/result-body';
import type { ResultColumn } from '../write/result-columns';
import { isLong } from '../write/result-layout';
import type { Looks } from './looks';
import { LIMITS } from './limits';
import { escapeText } from './xml';

/** A column of the body, and what it looks like now. */
export interface StyledColumn extends BodyColumn {
  /** The style of the rows that are there already. */
  readonly style?: number | undefined;
}

/** Makes the cells of new rows. Styles are looked up once a column and kind of value, not once a cell. */
export class BodyWriter {
  private readonly long: readonly BodyColumn[];
  private readonly writers: readonly ((row: number, index: number) => string)[];

  constructor(
    columns: readonly StyledColumn[],
    left: number,
    looks: Looks,
    private readonly date1904: boolean,
    /** The name of the sheet, for messages. */
    private readonly sheet: string,
  ) {
    this.long = columns.filter(({ column, values }) => values !== undefined && column !== undefined && isLong(column));
    const wraps = columns.some(({ column }) => column !== undefined && isLong(column));
    this.writers = columns.map((column, index) =>
      this.writerOf(column, columnLetters(left + index), (kind, value) => looks.body(kind, value, wraps, index === 0)),
    );
  }

  /** The cells of a row of the sheet from the values at an index, one for each column; "" where there is none. */
  cells(row: number, index: number): string[] {
    return this.writers.map((write) => write(row, index));
  }

  /** The attributes of a row, "" or a height in points where sentences need more than one line. */
  attributes(index: number): string {
    let lines = 1;
    for (const { column, values } of this.long) {
      const length = String(values?.[index] ?? '').length;
      lines = Math.max(lines, Math.ceil((length * 1.05) / (column?.width ?? length)));
    }
    return lines === 1 ? '' : ` ht="${15 * lines}"`;
  }

  private writerOf(
    body: StyledColumn,
    letters: string,
    look: (column: ResultColumn, value: OutValue) => number,
  ): (row: number, index: number) => string {
    const { column, values, linkRows } = body;
    const formula = body.formula === '' ? '' : `<f>${escapeText(body.formula)}</f>`;
    if (column?.kind === 'link') {
      const style = body.style ?? look(column, null);
      return (row, index) => {
        const text = typeof linkRows?.[index] === 'number' ? LINK_TEXT : '';
        return `<c r="${letters}${row}" s="${style}" t="str">${formula}<v>${text}</v></c>`;
      };
    }
    if (!column || !values) {
      const style = body.style ?? (column ? look(column, null) : 0);
      const styled = style === 0 ? '' : ` s="${style}"`;
      return (row) =>
        formula === '' && style === 0
          ? ''
          : `<c r="${letters}${row}"${styled}${formula === '' ? '/>' : `>${formula}</c>`}`;
    }
    const styles = new Map<number, number>();
    const styleOf = (value: OutValue): number => {
      const variant = variantOf(column, value);
      let style = styles.get(variant);
      if (style === undefined) {
        const inherits = variant === 0 && column.kind !== 'quantity' && body.style !== undefined;
        style = inherits && body.style !== undefined ? body.style : look(column, value);
        styles.set(variant, style);
      }
      return style;
    };
    const shift = this.date1904 && (column.kind === 'date' || column.kind === 'moment') ? DAYS_1904 : 0;
    return (row, index) => {
      const value = values[index] ?? null;
      const shifted = typeof value === 'number' ? value - shift : value;
      return valueCell(`${letters}${row}`, styleOf(value), shifted, this.sheet);
    };
  }
}

/** Values of one column that look different: 0 as usual, 1 a fraction, 2 text like a formula, 3 an id that is a number. */
function variantOf({ kind }: ResultColumn, value: OutValue): number {
  if (typeof value === 'string') return QUOTED.has(value.charCodeAt(0)) ? 2 : 0;
  if (typeof value !== 'number') return 0;
  if (kind === 'quantity') return Number.isInteger(value) ? 0 : 1;
  return kind === 'id' ? 3 : 0;
}

const QUOTED = new Set([...'=+-@'].map((sign) => sign.charCodeAt(0)));

/** A cell with a value; text stands in the cell itself. Throws WorkbookRefusal, with the sheet, for text that no cell can hold. */
export function valueCell(reference: string, style: number, value: OutValue, sheet: string): string {
  const styled = style === 0 ? '' : ` s="${style}"`;
  if (value === null || value === '') return `<c r="${reference}"${styled}/>`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${reference}: ${value} is no number`);
    return `<c r="${reference}"${styled}><v>${value === 0 ? 0 : value}</v></c>`;
  }
  if (value.length > LIMITS.textLength) throw tooLongText(`${quoteSheet(sheet)}!${reference}`, value);
  const space = /^\s|\s$|\s\s|[\t\n]/.test(value) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}"${styled} t="inlineStr"><is><t${space}>${escapeText(value)}</t></is></c>`;
}

/** A formula with the result that it has now. */
export function formulaCell(reference: string, style: number, formula: string, value: OutValue | undefined): string {
  const type = typeof value === 'string' ? ' t="str"' : '';
  const result =
    value === undefined || value === null ? '' : `<v>${typeof value === 'string' ? escapeText(value) : value}</v>`;
  return `<c r="${reference}" s="${style}"${type}><f>${escapeText(formula)}</f>${result}</c>`;
}
