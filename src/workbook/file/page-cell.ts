import { columnLetters } from '../cells';
import type { PageCell } from '../sheets/page';
import { formulaCell, valueCell } from './body-writer';
import type { Looks } from './looks';

/** A cell of a page, or one that is set like it; `sheet` is named where its text is too long. */
export function cellOf(cell: PageCell, row: number, sheet: string, looks: Looks): string {
  const reference = `${columnLetters(cell.column)}${row}`;
  const style = looks.page(cell);
  return cell.formula === undefined
    ? valueCell(reference, style, cell.value ?? null, sheet)
    : formulaCell(reference, style, cell.formula, cell.result);
}
