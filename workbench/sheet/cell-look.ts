import type { GridCell, GridSheet } from '../../host/view/grid';
import { pixels } from './places';
import { tableCell } from './table-look';

const JUSTIFY = { left: 'flex-start', right: 'flex-end', center: 'center' } as const;
const VERTICAL: Readonly<Record<string, string>> = { Top: 'flex-start', Center: 'center' };

type Css = Record<string, string>;

/** The look of a cell as CSS: what the cell says itself, over what its table says. */
export function cellLook(sheet: GridSheet, row: number, column: number, cell: GridCell | null): Css {
  const css: Css = { ...tableLook(sheet, row, column) };
  if (!cell) return css;
  css.textAlign = cell.align;
  css.justifyContent = JUSTIFY[cell.align];
  if (cell.link) Object.assign(css, { color: '#0f548c', textDecoration: 'underline', cursor: 'pointer' });
  const { style } = cell;
  if (!style) return css;
  if (style.bold) css.fontWeight = '600';
  if (style.italic) css.fontStyle = 'italic';
  const lines = [style.underline && style.underline !== 'None' && 'underline', style.strikethrough && 'line-through'];
  if (lines.some(Boolean)) css.textDecoration = lines.filter(Boolean).join(' ');
  if (style.color && !(cell.link && isBlack(style.color))) css.color = style.color;
  if (style.fill && !isWhite(style.fill)) css.backgroundColor = style.fill;
  if (style.size) css.fontSize = `${pixels(style.size) - 1}px`;
  if (style.indent) css[cell.align === 'right' ? 'paddingRight' : 'paddingLeft'] = `${4 + style.indent * 9}px`;
  const across = style.vertical === undefined ? undefined : VERTICAL[style.vertical];
  if (across) css.alignItems = across;
  if (style.wrap) css.whiteSpace = 'pre-wrap';
  return css;
}

const isBlack = (color: string): boolean => color.toUpperCase() === '#000000';
const isWhite = (color: string): boolean => color.toUpperCase() === '#FFFFFF';

function tableLook(sheet: GridSheet, row: number, column: number): Css {
  const found = tableCell(sheet.tables, row, column);
  if (!found) return {};
  const { role, header, line, band, filled } = found;
  if (role === 'header') {
    return filled
      ? { backgroundColor: header, color: '#ffffff', fontWeight: '600' }
      : { color: header, fontWeight: '600', boxShadow: `inset 0 -2px 0 ${header}` };
  }
  const under = { boxShadow: `inset 0 -1px 0 ${line}` };
  if (role === 'total') return { ...under, fontWeight: '600', boxShadow: `inset 0 1px 0 ${header}` };
  return role === 'band' ? { ...under, backgroundColor: band } : under;
}
