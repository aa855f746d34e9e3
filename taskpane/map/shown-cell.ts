import { isFault, type CellValue } from '../../src/workbook/cells';

/** A cell as the pane shows it, as it stands: what a figure means is open until its column is known. */
export function shownCell(cell: CellValue): string {
  if (cell === null) return '';
  return isFault(cell) ? cell.text : String(cell);
}
