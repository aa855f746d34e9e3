import type { GridSheet } from '../../host/view/grid';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../../host/model/style';
import { pixels } from './places';

/** The size of merged cells, for the first of them, which is drawn over the others; undefined for all other cells. */
export function mergedSize(
  sheet: GridSheet,
  row: number,
  column: number,
): { minWidth: string; minHeight: string } | undefined {
  const area = sheet.merged.find((merged) => merged.row === row && merged.column === column);
  if (!area) return undefined;
  let width = 0;
  for (let at = column; at < column + area.columns; at++) width += pixels(sheet.widths[at] ?? DEFAULT_COLUMN_WIDTH);
  let height = 0;
  for (let at = row; at < row + area.rows; at++) height += pixels(sheet.heights[at] ?? DEFAULT_ROW_HEIGHT);
  return { minWidth: `${width}px`, minHeight: `${height}px` };
}
