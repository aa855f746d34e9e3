import { areaText, cell } from '../../model/address';
import { columnLetters, quoteSheet } from '../../../src/workbook/cells';
import { BAD_REFERENCE, BAD_VALUE, type CellContent, ErrorValue, NOT_AVAILABLE } from '../../model/values';
import type { Call, FormulaFunction } from '../call';
import { compare, Matrix, Reference, type Result } from '../results';
import { hasWildcard, wildcard } from './criteria';

/** A content as a key of an exact search: texts without regard to case; blanks and errors are never found. */
function searchKey(content: CellContent): string | null {
  if (typeof content === 'string') return `s${content.toLowerCase()}`;
  if (typeof content === 'number') return `n${content}`;
  return typeof content === 'boolean' ? `b${content}` : null;
}

/** Position from 0 of the wanted content, as MATCH finds it; throws #N/A. */
function position(call: Call, wanted: CellContent, where: number, kind: number): number {
  const result = call.result(where);
  let at = -1;
  if (kind === 0 && typeof wanted === 'string' && hasWildcard(wanted)) {
    const pattern = wildcard(wanted);
    at = call
      .matrix(where)
      .flat()
      .findIndex((content) => typeof content === 'string' && pattern.test(content));
  } else if (kind === 0) {
    const key = searchKey(wanted ?? 0);
    if (result instanceof Reference && key !== null) {
      at = call.context.calculator.positionsIn(result, searchKey).get(key) ?? -1;
    } else
      at = call
        .matrix(where)
        .flat()
        .findIndex((content) => searchKey(content) === key);
  } else at = nearest(call.matrix(where).flat(), wanted, kind);
  if (at < 0) throw NOT_AVAILABLE;
  return at;
}

/** The last content that does not go beyond the wanted one, in a sorted list. */
function nearest(contents: readonly CellContent[], wanted: CellContent, direction: number): number {
  let found = -1;
  for (let index = 0; index < contents.length; index++) {
    const content = contents[index];
    if (typeof content !== typeof wanted || content instanceof ErrorValue) continue;
    if (compare(content, wanted) * direction > 0) break;
    found = index;
  }
  return found;
}

/** The cell, row or column of a reference or array at a row and column from 1; 0 is all of it. */
function pick(source: Result, row: number, column: number): Result {
  if (source instanceof Reference) {
    const { area, sheet } = source;
    if (row > area.rows || column > area.columns || row < 0 || column < 0) throw BAD_REFERENCE;
    return new Reference(sheet, {
      row: area.row + Math.max(0, row - 1),
      column: area.column + Math.max(0, column - 1),
      rows: row === 0 ? area.rows : 1,
      columns: column === 0 ? area.columns : 1,
    });
  }
  const rows = source instanceof Matrix ? source.rows : [[source]];
  if (row > rows.length || column > (rows[0]?.length ?? 0)) throw BAD_REFERENCE;
  return rows[Math.max(0, row - 1)][Math.max(0, column - 1)];
}

/** VLOOKUP and HLOOKUP: search the first line of the table, take from another. */
function lookUp(call: Call, along: 'rows' | 'columns'): Result {
  const { sheet, area } = call.reference(1);
  const line = call.number(2);
  if (line < 1 || line > (along === 'rows' ? area.columns : area.rows)) throw BAD_REFERENCE;
  const first = new Reference(sheet, along === 'rows' ? { ...area, columns: 1 } : { ...area, rows: 1 });
  const wanted = call.value(0);
  const keys = call.context.calculator.contents(first).flat();
  const key = searchKey(wanted);
  const at = call.logical(3, true) ? nearest(keys, wanted, 1) : keys.findIndex((content) => searchKey(content) === key);
  if (at < 0) throw NOT_AVAILABLE;
  const place = along === 'rows' ? [area.row + at, area.column + line - 1] : [area.row + line - 1, area.column + at];
  return new Reference(sheet, cell(place[0], place[1]));
}

function address(call: Call): string {
  const [row, column] = [call.number(0), call.number(1)];
  if (row < 1 || column < 1) throw BAD_VALUE;
  const kind = call.count > 2 ? call.number(2) : 1;
  const [dollarRow, dollarColumn] = [kind === 1 || kind === 2 ? '$' : '', kind === 1 || kind === 3 ? '$' : ''];
  const text = `${dollarColumn}${columnLetters(column)}${dollarRow}${row}`;
  return call.count > 4 ? `${quoteSheet(call.text(4))}!${text}` : text;
}

export const LOOKUP: Readonly<Record<string, FormulaFunction>> = {
  ROW: (call) => (call.count ? call.area(0).row : call.context.row) + 1,
  COLUMN: (call) => (call.count ? call.area(0).column : call.context.column) + 1,
  ROWS: (call) => (call.result(0) instanceof Reference ? call.area(0).rows : call.matrix(0).length),
  COLUMNS: (call) => (call.result(0) instanceof Reference ? call.area(0).columns : call.matrix(0)[0].length),
  ADDRESS: address,
  MATCH: (call) => position(call, call.value(0), 1, call.number(2, 1)) + 1,
  INDEX: (call) => {
    const source = call.result(0);
    const oneRow = source instanceof Reference && source.area.rows === 1 && call.count < 3;
    const [first, second] = [call.number(1, 0), call.number(2, 0)];
    return oneRow ? pick(source, 1, first) : pick(source, first, call.count > 2 ? second : 1);
  },
  VLOOKUP: (call) => lookUp(call, 'rows'),
  HLOOKUP: (call) => lookUp(call, 'columns'),
  XLOOKUP: (call) => {
    try {
      const at = position(call, call.value(0), 1, 0);
      const source = call.result(2);
      const wide = source instanceof Reference && source.area.rows === 1;
      return pick(source, wide ? 1 : at + 1, wide ? at + 1 : 0);
    } catch (error) {
      if (error === NOT_AVAILABLE && call.count > 3) return call.result(3);
      throw error;
    }
  },
  CHOOSE: (call) => call.result(Math.trunc(call.number(0))),
  HYPERLINK: (call) => {
    call.context.link = call.text(0);
    return call.count > 1 ? call.value(1) : call.text(0);
  },
  SHEET: (call) => {
    const { sheet } = call.count ? call.reference(0) : call.context;
    return sheet.workbook.sheets.indexOf(sheet) + 1;
  },
  FORMULATEXT: (call) => {
    const { sheet, area } = call.reference(0);
    const formula = sheet.formulas.get(area.row, area.column);
    if (!formula) throw NOT_AVAILABLE;
    return formula.text;
  },
  CELL: (call) => {
    if (call.text(0).toLowerCase() !== 'address') throw BAD_VALUE;
    return areaText(call.area(1), true);
  },
};
