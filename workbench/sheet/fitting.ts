import { DEFAULT_COLUMN_WIDTH } from '../../host/model/style';
import type { GridCell, GridSheet } from '../../host/view/grid';
import { pixels } from './places';

const FONT = "14.5px Calibri, Carlito, 'Segoe UI', sans-serif";
const PADDING = 6;
const widths = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null | undefined;

/** The text of the cell; like Excel, a number that is wider than its column as "####" and never cut off. */
export function fitting(sheet: GridSheet, column: number, { text, align, style, link }: GridCell): string {
  if (align !== 'right' || style?.wrap || link || !/\d/.test(text)) return text;
  const room = pixels(sheet.widths[column] ?? DEFAULT_COLUMN_WIDTH) - PADDING;
  return widthOf(text) * (style?.bold ? 1.05 : 1) <= room + 1 ? text : '#'.repeat(Math.max(Math.floor(room / 8), 1));
}

function widthOf(text: string): number {
  // Figures are equally wide, so that texts of one pattern share their measure.
  const pattern = text.replace(/\d/g, '0');
  const known = widths.get(pattern);
  if (known !== undefined) return known;
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return 0;
  canvas.font = FONT;
  const { width } = canvas.measureText(pattern);
  widths.set(pattern, width);
  return width;
}
