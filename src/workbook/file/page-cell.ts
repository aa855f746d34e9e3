import { columnLetters } from '../cells';
import type { PageCell } from '../sheets/page';
import { formulaCell, valueCell } from './body-writer';
import type { Looks } from './looks';

/** A cell of a page, or one that is set like it. */
export function cellOf(cell: PageCell, row: number, looks: Looks): string {
  const reference = `${columnLetters(cell.column)}${row}`;
  const style = looks.page(cell);
  return cell.formula === undefined
    ? valueCell(reference, style, cell.value ?? null)
    : formulaCell(reference, style, cell.formula, cell.result);
}
