import { notImplemented } from '../errors';
import { commonSize, commonStyle, restyle } from '../model/formats';
import { cellText } from '../model/display';
import { checkAllowed } from '../model/protect';
import {
  type Border,
  DEFAULT_COLUMN_WIDTH,
  DEFAULT_ROW_HEIGHT,
  pointsFromCharacters,
  type Style,
  type StyleName,
} from '../model/style';
import { MAX_ROWS } from '../model/address';
import type { Property } from '../protocol/members';
import { asFlag, asNumber, asText, oneOf } from './kept';
import { areaOf } from './ranges';
import { type BorderOf, type CellRange, of, type Specs } from './targets';

/** A part of the look of the cells, read as what they have in common (null: they differ). */
function look(name: StyleName, check: (value: unknown) => Style[StyleName]): Property<CellRange> {
  return {
    get: (range) => commonStyle(range.sheet, areaOf(range), name),
    set: (range, value) => {
      const checked = check(value);
      restyle(range.sheet, areaOf(range), (style) => ({ ...style, [name]: checked }));
    },
  };
}

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'];
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];
const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'];
const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];
const LINES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];
const NO_BORDER: Border = { style: 'None', color: '#000000', weight: 'Thin' };
const NAMED_COLORS: Readonly<Record<string, string>> = {
  white: '#FFFFFF',
  black: '#000000',
  red: '#FF0000',
  yellow: '#FFFF00',
  green: '#008000',
  blue: '#0000FF',
};

/** "#RRGGBB", "RRGGBB" or a name; kept as "#RRGGBB". */
function asColor(value: unknown): string {
  const text = asText(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(text);
  const named = NAMED_COLORS[text.toLowerCase()];
  if (!hex && !named) throw notImplemented(`The colour ${text}`);
  return hex ? `#${hex[1].toUpperCase()}` : named;
}

function setSizes(range: CellRange, sizes: Map<number, number>, first: number, count: number, value: unknown): void {
  const size = asNumber(value);
  for (let index = first; index < first + count; index++) sizes.set(index, size);
  range.sheet.workbook.changes.report({ kind: 'sheet settings', sheet: range.sheet });
}

/** Widths after the longest text that is shown. */
function autofit(range: CellRange): void {
  const { sheet } = range;
  const area = areaOf(range);
  checkAllowed(sheet, 'allowFormatColumns');
  const used = sheet.usedArea(true);
  const lastRow = used ? Math.min(area.row + area.rows, used.row + used.rows) : 0;
  const lastColumn = Math.min(area.column + area.columns, used ? used.column + used.columns : 0);
  for (let column = area.column; column < lastColumn; column++) {
    let longest = 0;
    for (let row = area.row; row < lastRow; row++) longest = Math.max(longest, cellText(sheet, row, column).length);
    if (longest) sheet.widths.set(column, pointsFromCharacters(longest + 1));
  }
}

function border(name: keyof Border, check: (value: unknown) => string): Property<BorderOf> {
  return {
    get: ({ range, side }) => {
      const area = areaOf(range);
      return (range.sheet.styles.get(area.row, area.column)?.borders?.[side] ?? NO_BORDER)[name];
    },
    set: ({ range, side }, value) => {
      const checked = check(value);
      restyle(range.sheet, areaOf(range), (style) => {
        const before = style.borders?.[side] ?? NO_BORDER;
        return { ...style, borders: { ...style.borders, [side]: { ...before, [name]: checked } } };
      });
    },
  };
}

export const FORMATS: Specs<
  'RangeFormat' | 'RangeFont' | 'RangeFill' | 'RangeBorderCollection' | 'RangeBorder' | 'FormatProtection'
> = {
  RangeFormat: {
    properties: {
      HorizontalAlignment: look('horizontal', (value) => oneOf(HORIZONTAL, value)),
      VerticalAlignment: look('vertical', (value) => oneOf(VERTICAL, value)),
      WrapText: look('wrap', asFlag),
      IndentLevel: look('indent', asNumber),
      ColumnWidth: {
        get: ({ sheet, ...range }) =>
          commonSize(
            sheet.widths,
            areaOf({ sheet, ...range }).column,
            areaOf({ sheet, ...range }).columns,
            DEFAULT_COLUMN_WIDTH,
          ),
        set: (range, value) => {
          checkAllowed(range.sheet, 'allowFormatColumns');
          setSizes(range, range.sheet.widths, areaOf(range).column, areaOf(range).columns, value);
        },
      },
      RowHeight: {
        get: (range) =>
          areaOf(range).rows === MAX_ROWS
            ? DEFAULT_ROW_HEIGHT
            : commonSize(range.sheet.heights, areaOf(range).row, areaOf(range).rows, DEFAULT_ROW_HEIGHT),
        set: (range, value) => {
          checkAllowed(range.sheet, 'allowFormatRows');
          if (areaOf(range).rows === MAX_ROWS) throw notImplemented('The height of all rows');
          setSizes(range, range.sheet.heights, areaOf(range).row, areaOf(range).rows, value);
        },
      },
    },
    navigation: {
      Font: (range) => of('RangeFont', range),
      Fill: (range) => of('RangeFill', range),
      Borders: (range) => of('RangeBorderCollection', range),
      Protection: (range) => of('FormatProtection', range),
    },
    methods: {
      AutofitColumns: (range) => {
        autofit(range);
        return null;
      },
      AutofitRows: () => null,
    },
  },
  RangeFont: {
    properties: {
      Bold: look('bold', asFlag),
      Italic: look('italic', asFlag),
      Underline: look('underline', (value) => oneOf(UNDERLINES, value)),
      Strikethrough: look('strikethrough', asFlag),
      Color: look('color', asColor),
      Name: look('font', asText),
      Size: look('size', asNumber),
    },
  },
  RangeFill: {
    properties: { Color: look('fill', asColor) },
    methods: {
      Clear: (range) => {
        restyle(range.sheet, areaOf(range), (style) => {
          const kept: Record<string, unknown> = { ...style };
          delete kept.fill;
          return kept as Style;
        });
        return null;
      },
    },
  },
  RangeBorderCollection: {
    items: (range) => SIDES.map((side) => of('RangeBorder', { range, side })),
    item: (range, key) => of('RangeBorder', { range, side: oneOf(SIDES, key) }),
    properties: { Count: { get: () => SIDES.length } },
    methods: { GetItemAt: (range, args) => of('RangeBorder', { range, side: SIDES[args.count(0)] }) },
  },
  RangeBorder: {
    id: ({ side }) => side,
    properties: {
      SideIndex: { get: ({ side }) => side },
      Style: border('style', (value) => oneOf(LINES, value)),
      Weight: border('weight', (value) => oneOf(WEIGHTS, value)),
      Color: border('color', asColor),
    },
  },
  FormatProtection: {
    properties: { Locked: look('locked', asFlag), FormulaHidden: look('hidden', asFlag) },
  },
};
