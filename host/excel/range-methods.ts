import {
  type Area,
  areaText,
  boundingArea,
  cell,
  cellCount,
  intersection,
  MAX_COLUMNS,
  MAX_ROWS,
} from '../model/address';
import { invalidArgument, wrongShape } from '../errors';
import { checkAllowed } from '../model/protect';
import { select } from '../model/sheets';
import { shiftCells } from '../model/shift';
import { tablesOf } from '../model/tables';
import { clearCells } from '../model/write';
import type { Arguments } from '../protocol/arguments';
import type { Step } from '../protocol/members';
import { oneOf } from './kept';
import { areaOf, rangeArgument, rangeOf, rangeOrNull } from './ranges';
import { type CellRange, of } from './targets';

const CLEAR = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'];

/** A range made out of this one by its area. */
const part =
  (area: (area: Area, args: Arguments) => Area): Step<CellRange> =>
  (range, args) =>
    rangeOf(range.sheet, area(areaOf(range), args));

const isTrue = (args: Arguments, index: number): boolean => args.has(index) && args.flag(index);

function usedPart(range: CellRange, valuesOnly: boolean): Area | null {
  const used = range.sheet.usedArea(valuesOnly);
  return used && intersection(used, areaOf(range));
}

/** The block of filled cells around the range, up to blank rows and columns. */
function surroundings(range: CellRange): Area {
  const { sheet } = range;
  const own = areaOf(range);
  const table = tablesOf(sheet.workbook, sheet).find((other) => intersection(other.area, own));
  let area = table ? table.area : own;
  for (;;) {
    const ring = {
      row: Math.max(0, area.row - 1),
      column: Math.max(0, area.column - 1),
      rows: area.rows + (area.row > 0 ? 2 : 1),
      columns: area.columns + (area.column > 0 ? 2 : 1),
    };
    let grown = area;
    for (const layer of [sheet.values, sheet.formulas]) {
      layer.each(ring, (row, column) => {
        grown = boundingArea(grown, cell(row, column));
      });
    }
    if (areaText(grown) === areaText(area)) return area;
    area = grown;
  }
}

/** What a range does, and the ranges that it leads to. */
export const RANGE_METHODS: Readonly<Record<string, Step<CellRange>>> = {
  _ValidateArraySize: (range, args) => {
    const { rows, columns } = areaOf(range);
    if (args.at(0) !== rows || args.at(1) !== columns) throw wrongShape();
    return null;
  },
  Calculate: () => null,
  Clear: (range, args) => {
    clearCells(range.sheet, areaOf(range), oneOf(CLEAR, args.optionalText(0) ?? 'All'));
    return null;
  },
  Delete: (range, args) => {
    checkAllowed(range.sheet, areaOf(range).rows === MAX_ROWS ? 'allowDeleteColumns' : 'allowDeleteRows');
    const direction = oneOf(['Up', 'Left'], args.text(0)) === 'Up' ? 'up' : 'left';
    shiftCells({ sheet: range.sheet, area: areaOf(range), direction });
    return null;
  },
  Insert: (range, args) => {
    const area = areaOf(range);
    checkAllowed(range.sheet, area.rows === MAX_ROWS ? 'allowInsertColumns' : 'allowInsertRows');
    const direction = oneOf(['Down', 'Right'], args.text(0)) === 'Down' ? 'down' : 'right';
    shiftCells({ sheet: range.sheet, area, direction });
    return rangeOf(range.sheet, area);
  },
  Merge: (range, args) => {
    const area = areaOf(range);
    const rows = isTrue(args, 0)
      ? Array.from({ length: area.rows }, (_row, index) => ({ ...area, row: area.row + index, rows: 1 }))
      : [area];
    range.sheet.merged.push(...rows.filter((merged) => cellCount(merged) > 1));
    return null;
  },
  Unmerge: (range) => {
    range.sheet.merged = range.sheet.merged.filter((merged) => intersection(merged, areaOf(range)) === null);
    return null;
  },
  Select: (range) => {
    select(range.sheet, areaOf(range));
    return null;
  },
  GetCell: part((area, args) => cell(area.row + args.count(0), area.column + args.count(1))),
  GetRow: part((area, args) => ({ ...area, row: area.row + args.count(0), rows: 1 })),
  GetColumn: part((area, args) => ({ ...area, column: area.column + args.count(0), columns: 1 })),
  GetLastRow: part((area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 })),
  GetLastColumn: part((area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 })),
  GetLastCell: part((area) => cell(area.row + area.rows - 1, area.column + area.columns - 1)),
  GetEntireColumn: part((area) => ({ ...area, row: 0, rows: MAX_ROWS })),
  GetEntireRow: part((area) => ({ ...area, column: 0, columns: MAX_COLUMNS })),
  GetOffsetRange: part((area, args) => ({
    ...area,
    row: area.row + args.count(0),
    column: area.column + args.count(1),
  })),
  GetResizedRange: part((area, args) => ({
    ...area,
    rows: area.rows + args.count(0),
    columns: area.columns + args.count(1),
  })),
  GetAbsoluteResizedRange: part((area, args) => ({ ...area, rows: args.count(0), columns: args.count(1) })),
  GetRowsBelow: part((area, args) => ({ ...area, row: area.row + area.rows, rows: args.optionalCount(0) ?? 1 })),
  GetRowsAbove: part((area, args) => ({
    ...area,
    row: area.row - (args.optionalCount(0) ?? 1),
    rows: args.optionalCount(0) ?? 1,
  })),
  GetColumnsAfter: part((area, args) => ({
    ...area,
    column: area.column + area.columns,
    columns: args.optionalCount(0) ?? 1,
  })),
  GetColumnsBefore: part((area, args) => ({
    ...area,
    column: area.column - (args.optionalCount(0) ?? 1),
    columns: args.optionalCount(0) ?? 1,
  })),
  GetBoundingRect: (range, args) => {
    const other = rangeArgument(args, 0, range.sheet);
    if (other.sheet !== range.sheet) throw invalidArgument();
    return rangeOf(range.sheet, boundingArea(areaOf(range), areaOf(other)));
  },
  GetIntersection: (range, args) => {
    const other = rangeArgument(args, 0, range.sheet);
    const both = other.sheet === range.sheet ? intersection(areaOf(range), areaOf(other)) : null;
    if (!both) throw invalidArgument();
    return rangeOf(range.sheet, both);
  },
  GetIntersectionOrNullObject: (range, args) => {
    const other = rangeArgument(args, 0, range.sheet);
    return rangeOrNull(range.sheet, other.sheet === range.sheet ? intersection(areaOf(range), areaOf(other)) : null);
  },
  GetUsedRange: (range, args) =>
    rangeOf(range.sheet, usedPart(range, isTrue(args, 0)) ?? cell(areaOf(range).row, areaOf(range).column)),
  GetUsedRangeOrNullObject: (range, args) => rangeOrNull(range.sheet, usedPart(range, isTrue(args, 0))),
  GetSurroundingRegion: (range) => rangeOf(range.sheet, surroundings(range)),
  GetMergedAreasOrNullObject: (range) => {
    const own = areaOf(range);
    const areas = range.sheet.merged.filter((merged) => intersection(merged, own) !== null);
    return areas.length ? of('RangeAreas', { sheet: range.sheet, areas }) : null;
  },
  GetVisibleView: (range) => of('RangeView', range),
};
