import { type Area, cellCount, isUnbounded } from '../model/address';
import { invalidArgument, notImplemented } from '../errors';
import { relativeForm } from '../formulas/parse';
import { checkAllowed } from '../model/protect';
import { displayText } from '../model/display';
import type { Sheet } from '../model/sheet';
import { type CellContent, valueType, wireValue } from '../model/values';
import { eachEntry, MOST_CELLS, writeCells } from '../model/write';
import type { Property } from '../protocol/members';
import { areaOf } from './ranges';
import type { CellRange } from './targets';

/** A 2-D array over the cells; null where the range has no end or too many cells, as Excel answers. */
function grid(range: CellRange, read: (sheet: Sheet, row: number, column: number) => unknown): unknown[][] | null {
  const area = areaOf(range);
  if (isUnbounded(area) || cellCount(area) > MOST_CELLS) return null;
  const rows: unknown[][] = new Array<unknown[]>(area.rows);
  for (let row = 0; row < area.rows; row++) {
    const cells: unknown[] = new Array<unknown>(area.columns);
    for (let column = 0; column < area.columns; column++) {
      cells[column] = read(range.sheet, area.row + row, area.column + column);
    }
    rows[row] = cells;
  }
  return rows;
}

const contentAt = (sheet: Sheet, row: number, column: number): CellContent =>
  sheet.workbook.calculator.value(sheet, row, column);

function formulaAt(sheet: Sheet, row: number, column: number): unknown {
  const formula = sheet.formulas.get(row, column);
  return formula ? formula.text : wireValue(sheet.values.get(row, column));
}

/** Formulas in the language of Excel's user. Only English is spoken here. */
function checkEnglish(sheet: Sheet): void {
  if (!sheet.workbook.locale.startsWith('en')) throw notImplemented('Range.formulasLocal in another language');
}

const write = (range: CellRange, value: unknown): void => writeCells(range.sheet, areaOf(range), value);

function writeFormats(range: CellRange, value: unknown): void {
  const area: Area = areaOf(range);
  const { sheet } = range;
  checkAllowed(sheet, 'allowFormatCells');
  eachEntry(area, value, (row, column, format) => {
    if (format === null) return;
    if (typeof format !== 'string') throw invalidArgument();
    sheet.numberFormats.set(row, column, format === 'General' || format === '' ? undefined : format);
  });
  sheet.workbook.isDirty = true;
  sheet.workbook.changes.report({ kind: 'formats', sheet, area });
}

const numberFormat: Property<CellRange> = {
  get: (range) => grid(range, (sheet, row, column) => sheet.numberFormats.get(row, column) ?? 'General'),
  set: writeFormats,
};

/** What stands in the cells, in the ways that office.js can read and write it. */
export const RANGE_VALUES: Readonly<Record<string, Property<CellRange>>> = {
  Values: { get: (range) => grid(range, (sheet, row, column) => wireValue(contentAt(sheet, row, column))), set: write },
  Formulas: { get: (range) => grid(range, formulaAt), set: write },
  FormulasLocal: {
    get: (range) => {
      checkEnglish(range.sheet);
      return grid(range, formulaAt);
    },
    set: (range, value) => {
      checkEnglish(range.sheet);
      writeCells(range.sheet, areaOf(range), value, range.sheet.workbook.locale);
    },
  },
  FormulasR1C1: {
    get: (range) =>
      grid(range, (sheet, row, column) => {
        const text = formulaAt(sheet, row, column);
        return sheet.formulas.get(row, column) ? relativeForm(String(text), row, column) : text;
      }),
    set: () => {
      throw notImplemented('Range.formulasR1C1=');
    },
  },
  Text: {
    get: (range) => {
      const { locale, date1904 } = range.sheet.workbook;
      return grid(range, (sheet, row, column) =>
        displayText(contentAt(sheet, row, column), sheet.numberFormats.get(row, column) ?? 'General', locale, date1904),
      );
    },
  },
  ValueTypes: { get: (range) => grid(range, (sheet, row, column) => valueType(contentAt(sheet, row, column))) },
  NumberFormat: numberFormat,
};
