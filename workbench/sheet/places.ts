/** Excel's name of a column, counted from 0: A, B … Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Excel measures in points, a page in pixels. */
export const pixels = (points: number): number => Math.round((points * 4) / 3);

/** And back. */
export const points = (pixels: number): number => (pixels * 3) / 4;

/** "A1" or "A1:B2" of an area. */
export function areaName({
  row,
  column,
  rows,
  columns,
}: Readonly<Record<'row' | 'column' | 'rows' | 'columns', number>>): string {
  const first = `${columnName(column)}${row + 1}`;
  return rows * columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}
