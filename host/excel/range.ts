import { type Area, cellCount, fullAddress, MAX_COLUMNS, MAX_ROWS } from '../model/address';
import { notImplemented } from '../errors';
import { checkAllowed, checkEditable } from '../model/protect';
import type { Hyperlink } from '../model/sheet';
import { sortFieldsOf, sortRows } from '../model/sort';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../model/style';
import { writeCells } from '../model/write';
import type { Property } from '../protocol/members';
import { asFlag, asRecord } from './kept';
import { RANGE_METHODS } from './range-methods';
import { RANGE_VALUES } from './range-values';
import { areaOf, rangeOf } from './ranges';
import { type CellRange, of, type Spec, type Specs } from './targets';

const read = (get: (area: Area, range: CellRange) => unknown): Property<CellRange> => ({
  get: (range) => get(areaOf(range), range),
});

/** Rows or columns hidden: true, false, or null where they differ. */
function hidden(set: ReadonlySet<number>, first: number, count: number): boolean | null {
  let shown = 0;
  for (let index = first; index < first + count; index++) if (!set.has(index)) shown++;
  return shown === 0 ? true : shown === count ? false : null;
}

function hide(set: Set<number>, first: number, count: number, value: unknown): void {
  const hides = asFlag(value);
  for (let index = first; index < first + count; index++) {
    if (hides) set.add(index);
    else set.delete(index);
  }
}

function setHyperlink(range: CellRange, value: unknown): void {
  const { sheet } = range;
  const area = areaOf(range);
  checkAllowed(sheet, 'allowInsertHyperlinks');
  const given = value === null || value === '' ? null : asRecord(value);
  const link: Hyperlink | undefined = given ? (given as Hyperlink) : undefined;
  sheet.links.fill(area, link);
  const text = given?.textToDisplay ?? (sheet.isBlank(area) ? (link?.address ?? link?.documentReference) : undefined);
  if (text !== undefined) writeCells(sheet, area, text);
}

const sum = (sizes: ReadonlyMap<number, number>, first: number, count: number, otherwise: number): number => {
  let total = count * otherwise;
  for (const [index, size] of sizes) if (index >= first && index < first + count) total += size - otherwise;
  return total;
};

const RANGE: Spec<'Range'> = {
  keepable: true,
  properties: {
    ...RANGE_VALUES,
    Address: read((area, { sheet }) => fullAddress(sheet.name, area)),
    AddressLocal: read((area, { sheet }) => fullAddress(sheet.name, area)),
    CellCount: read((area) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area))),
    RowCount: read((area) => area.rows),
    ColumnCount: read((area) => area.columns),
    RowIndex: read((area) => area.row),
    ColumnIndex: read((area) => area.column),
    IsEntireColumn: read((area) => area.rows === MAX_ROWS),
    IsEntireRow: read((area) => area.columns === MAX_COLUMNS),
    Hidden: read(
      ({ row, rows, column, columns }, { sheet }) =>
        hidden(sheet.hiddenRows, row, Math.min(rows, 10_000)) === true ||
        hidden(sheet.hiddenColumns, column, columns) === true,
    ),
    RowHidden: {
      get: (range) => hidden(range.sheet.hiddenRows, areaOf(range).row, areaOf(range).rows),
      set: (range, value) => {
        checkAllowed(range.sheet, 'allowFormatRows');
        hide(range.sheet.hiddenRows, areaOf(range).row, areaOf(range).rows, value);
        range.sheet.workbook.changes.report({ kind: 'sheet settings', sheet: range.sheet });
      },
    },
    ColumnHidden: {
      get: (range) => hidden(range.sheet.hiddenColumns, areaOf(range).column, areaOf(range).columns),
      set: (range, value) => {
        checkAllowed(range.sheet, 'allowFormatColumns');
        hide(range.sheet.hiddenColumns, areaOf(range).column, areaOf(range).columns, value);
        range.sheet.workbook.changes.report({ kind: 'sheet settings', sheet: range.sheet });
      },
    },
    Hyperlink: {
      get: (range) => range.sheet.links.get(areaOf(range).row, areaOf(range).column) ?? null,
      set: setHyperlink,
    },
    Left: read(({ column }, { sheet }) => sum(sheet.widths, 0, column, DEFAULT_COLUMN_WIDTH)),
    Top: read(({ row }, { sheet }) => sum(sheet.heights, 0, row, DEFAULT_ROW_HEIGHT)),
    Width: read(({ column, columns }, { sheet }) => sum(sheet.widths, column, columns, DEFAULT_COLUMN_WIDTH)),
    Height: read(({ row, rows }, { sheet }) => sum(sheet.heights, row, rows, DEFAULT_ROW_HEIGHT)),
    HasSpill: read(() => false),
  },
  navigation: {
    Format: (range) => of('RangeFormat', range),
    Worksheet: (range) => of('Worksheet', range.sheet),
    Sort: (range) => of('RangeSort', range),
    DataValidation: (range) => of('DataValidation', range),
    ConditionalFormats: (range) => of('ConditionalFormatCollection', range),
  },
  methods: RANGE_METHODS,
};

function notWritable(): never {
  throw notImplemented('Writing through a RangeView');
}

/** The rows of a range that filters leave visible. */
function visible(range: CellRange, name: string): unknown[][] {
  const area = areaOf(range);
  const rows = (RANGE_VALUES[name].get(range) ?? []) as unknown[][];
  return rows.filter((_row, index) => !range.sheet.hiddenRows.has(area.row + index));
}

export const RANGES: Specs<'Range' | 'RangeView' | 'RangeAreas' | 'RangeSort'> = {
  Range: RANGE,
  RangeView: {
    properties: {
      Values: { get: (range) => visible(range, 'Values'), set: notWritable },
      Formulas: { get: (range) => visible(range, 'Formulas'), set: notWritable },
      Text: { get: (range) => visible(range, 'Text') },
      NumberFormat: { get: (range) => visible(range, 'NumberFormat'), set: notWritable },
      RowCount: { get: (range) => visible(range, 'Values').length },
      ColumnCount: { get: (range) => areaOf(range).columns },
    },
    methods: { GetRange: (range) => rangeOf(range.sheet, areaOf(range)) },
  },
  RangeAreas: {
    properties: {
      Address: { get: ({ sheet, areas }) => areas.map((area) => fullAddress(sheet.name, area)).join(',') },
      AreaCount: { get: ({ areas }) => areas.length },
    },
  },
  RangeSort: {
    methods: {
      Apply: (range, args) => {
        const area = areaOf(range);
        checkEditable(range.sheet, area);
        const fields = sortFieldsOf(args.at(0), area.columns);
        const body = args.flag(2) ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
        sortRows(range.sheet, body, fields);
        return null;
      },
    },
  },
};
