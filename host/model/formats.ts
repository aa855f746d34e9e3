import { type Area, MAX_COLUMNS, MAX_ROWS } from './address';
import { checkAllowed } from './protect';
import type { Sheet } from './sheet';
import { DEFAULT_STYLE, type Style, type StyleName } from './style';

const interned = new Map<string, Style>();

/** One object for all cells that look the same, so that a column of 100,000 cells costs little. */
function intern(style: Style): Style {
  const key = JSON.stringify(style);
  const known = interned.get(key);
  if (known) return known;
  interned.set(key, style);
  return style;
}

/** What all cells of the area have in common; null where they differ, as office.js answers. */
export function commonStyle(sheet: Sheet, area: Area, name: StyleName): unknown {
  let common: unknown;
  let first = true;
  const lastRow = area.rows === MAX_ROWS ? 1 : area.rows;
  const lastColumn = area.columns === MAX_COLUMNS ? 1 : area.columns;
  for (let row = area.row; row < area.row + lastRow; row++) {
    for (let column = area.column; column < area.column + lastColumn; column++) {
      const own = sheet.styles.get(row, column)?.[name] ?? DEFAULT_STYLE[name];
      if (first) common = own;
      else if (common !== own) return null;
      first = false;
    }
  }
  return common;
}

/** Changes part of the look of every cell of an area. */
export function restyle(sheet: Sheet, area: Area, change: (style: Style) => Style): void {
  checkAllowed(sheet, 'allowFormatCells');
  if (area.rows === MAX_ROWS || area.columns === MAX_COLUMNS) {
    const own: [number, number, Style][] = [];
    sheet.styles.each(area, (row, column, style) => own.push([row, column, intern(change(style))]));
    sheet.styles.fill(area, intern(change(sheet.styles.get(area.row, area.column) ?? {})));
    for (const [row, column, style] of own) sheet.styles.set(row, column, style);
  } else {
    let from: Style | undefined;
    let to: Style | undefined;
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const style = sheet.styles.get(row, column);
        if (to === undefined || style !== from) to = intern(change(style ?? {}));
        from = style;
        sheet.styles.set(row, column, to);
      }
    }
  }
  sheet.workbook.isDirty = true;
  sheet.workbook.changes.report({ kind: 'formats', sheet, area });
}

/** Width in points of columns, or height of rows; null where they differ. */
export function commonSize(
  sizes: ReadonlyMap<number, number>,
  first: number,
  count: number,
  otherwise: number,
): number | null {
  const size = sizes.get(first) ?? otherwise;
  for (let index = first; index < first + Math.min(count, MAX_COLUMNS); index++) {
    if ((sizes.get(index) ?? otherwise) !== size) return null;
  }
  return size;
}
