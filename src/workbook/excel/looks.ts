/// <reference types="office-js" />
import type { Area } from '../area';
import type { PageLook } from '../sheets/page';
import type { ResultColumn } from '../write/result-columns';
import { FIGURES, headerPlace, isLong, PALETTE } from '../write/result-layout';
import { cellsOf } from './ranges';

/** How the cells of a result sheet look: the same as in files, said to Excel range by range. */

const color = (rgb: string): string => `#${rgb}`;

export function titleLook({ format }: Excel.Range): void {
  Object.assign(format.font, { bold: true, size: 16, color: color(PALETTE.ink) });
  format.verticalAlignment = 'Center';
}

export function aboutLook({ format }: Excel.Range): void {
  Object.assign(format.font, { size: 10, color: color(PALETTE.about) });
}

export function labelLook({ format }: Excel.Range, bold = false): void {
  Object.assign(format.font, { bold, color: color(PALETTE.ink) });
}

export function figureLook({ format }: Excel.Range): void {
  format.font.bold = true;
}

export function verdictLook({ format }: Excel.Range): void {
  Object.assign(format.font, { bold: true, size: 10, color: color(PALETTE.grey) });
  format.horizontalAlignment = 'Left';
}

export function goToInputLook({ format }: Excel.Range): void {
  format.fill.color = color(PALETTE.input);
  format.horizontalAlignment = 'Left';
  for (const side of ['EdgeLeft', 'EdgeRight', 'EdgeTop', 'EdgeBottom'] as const) line(format, side, PALETTE.box);
}

export function goToLinkLook({ format }: Excel.Range): void {
  Object.assign(format.font, { underline: 'Single', color: color(PALETTE.link) });
  Object.assign(format, { horizontalAlignment: 'Left', indentLevel: 1 });
}

/** The header row, column by column from `left`; headers that are set alike go into one range. */
export function headerLook(sheet: Excel.Worksheet, row: number, columns: readonly ResultColumn[]): void {
  const header = cellsOf(sheet, { top: row, bottom: row, left: 1, right: columns.length });
  headerLookOf(header);
  const all = header.format;
  for (const side of ['EdgeLeft', 'EdgeRight', 'InsideVertical'] as const) line(all, side, PALETTE.white);
  forRuns(columns, headerPlace, (place, first, last) => {
    const { format } = cellsOf(sheet, { top: row, bottom: row, left: first + 1, right: last + 1 });
    format.horizontalAlignment = place === 'header right' ? 'Right' : 'Left';
    if (place === 'header left') format.indentLevel = 1;
    if (place !== 'header link') return;
    format.fill.color = color(PALETTE.linkHeader);
    Object.assign(format.font, { bold: false, size: 9 });
  });
}

/** Rows of the body. Columns of other people (undefined) are left as they are. */
export function bodyLook(sheet: Excel.Worksheet, area: Area, columns: readonly (ResultColumn | undefined)[]): void {
  const wraps = columns.some((column) => column && isLong(column));
  forRuns(columns, lookOf, (look, first, last) => {
    if (look === 'foreign') return;
    const { format } = cellsOf(sheet, { ...area, left: area.left + first, right: area.left + last });
    line(format, 'EdgeBottom', PALETTE.line);
    if (area.bottom > area.top) line(format, 'InsideHorizontal', PALETTE.line);
    if (wraps) format.verticalAlignment = 'Top';
    if (look === 'first') format.horizontalAlignment = 'Left';
    if (look === 'text' || look === 'sentence' || look === 'link row')
      Object.assign(format, { horizontalAlignment: 'Left', indentLevel: 1 });
    if (look === 'sentence') format.wrapText = true;
    if (look === 'link') {
      format.horizontalAlignment = 'Center';
      format.font.color = color(PALETTE.link);
    }
    if (look === 'link row') Object.assign(format.font, { size: 9, color: color(PALETTE.grey) });
  });
}

type BodyLook = 'foreign' | 'first' | 'figure' | 'text' | 'sentence' | 'link' | 'link row';

function lookOf(column: ResultColumn | undefined, index: number): BodyLook {
  if (!column) return 'foreign';
  if (column.kind === 'link' || column.kind === 'link row') return column.kind;
  if (FIGURES.has(column.kind)) return 'figure';
  if (index === 0) return 'first';
  return isLong(column) ? 'sentence' : 'text';
}

/** Cells of a page that are set alike; `many` where they are several rows. */
export function pageLook(range: Excel.Range, look: PageLook, many: boolean): void {
  const { format } = range;
  const isBody = ['amount', 'text', 'mark', 'note', 'result'].includes(look);
  if (isBody) {
    line(format, 'EdgeBottom', PALETTE.line);
    if (many) line(format, 'InsideHorizontal', PALETTE.line);
  }
  if (look !== 'amount' && look !== 'title' && look !== 'about' && look !== 'label')
    format.horizontalAlignment =
      look === 'mark' || look === 'result' || look.endsWith('center')
        ? 'Center'
        : look.endsWith('right')
          ? 'Right'
          : 'Left';
  switch (look) {
    case 'title':
      return titleLook(range);
    case 'about':
      return aboutLook(range);
    case 'label':
      return labelLook(range);
    case 'figure':
      return figureLook(range);
    case 'verdict':
      return labelLook(range, true);
    case 'section':
    case 'section right':
    case 'section center':
      format.fill.color = color(PALETTE.section);
      return labelLook(range, true);
    case 'header left':
    case 'header right':
    case 'header center':
      return headerLookOf(range);
    case 'result':
      Object.assign(format.font, { bold: true, size: 10, color: color(PALETTE.ink) });
      return;
    case 'mark':
      Object.assign(format.font, { bold: true, color: color(PALETTE.tab) });
      return;
    case 'note':
      format.indentLevel = 1;
      Object.assign(format.font, { size: 9, color: color(PALETTE.about) });
      return;
    default:
      return;
  }
}

/** White on ink, as all our headers are. */
function headerLookOf({ format }: Excel.Range): void {
  format.wrapText = true;
  format.verticalAlignment = 'Top';
  format.fill.color = color(PALETTE.ink);
  Object.assign(format.font, { bold: true, size: 10, color: color(PALETTE.white) });
}

/** Neighbours that come to the same, from the first to the last index of each run. */
export function forRuns<T, K>(
  items: readonly T[],
  keyOf: (item: T, index: number) => K,
  visit: (key: K, first: number, last: number) => void,
): void {
  let first = 0;
  for (let at = 1; at <= items.length; at++) {
    const key = keyOf(items[first], first);
    if (at < items.length && keyOf(items[at], at) === key) continue;
    visit(key, first, at - 1);
    first = at;
  }
}

type Side = 'EdgeLeft' | 'EdgeRight' | 'EdgeTop' | 'EdgeBottom' | 'InsideVertical' | 'InsideHorizontal';

function line(format: Excel.RangeFormat, side: Side, rgb: string): void {
  const border = format.borders.getItem(side);
  border.style = 'Continuous';
  border.color = color(rgb);
}
