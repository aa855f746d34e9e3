/// <reference types="office-js" />
import type { Formats } from '../port';
import type { PageCell } from '../sheets/page';
import { resultFormat } from '../write/number-formats';
import { pageLook } from './looks';
import { textFor } from './out-values';

/** Cells of one row, set as those of a page. */
export function writeCells(sheet: Excel.Worksheet, row: number, cells: readonly PageCell[], formats: Formats): void {
  for (const cell of cells) {
    const range = sheet.getCell(row - 1, cell.column - 1);
    // As in files, where labels and sentences have no format of their own.
    range.numberFormat = [[cell.kind === undefined ? 'General' : formatOf(cell, formats)]];
    range.formulas = [[contentOf(cell, formats)]];
    pageLook(range, cell.look, false);
  }
}

/** The number format of a cell of a page. */
export function formatOf(cell: PageCell | undefined, formats: Formats): string {
  if (!cell) return 'General';
  if (cell.kind !== undefined) return resultFormat(cell.kind, cell.value ?? cell.result ?? null, formats);
  return typeof cell.value === 'string' ? '@' : 'General';
}

/** What a cell of a page gets: a formula, text that stays text, or a number. */
export function contentOf(cell: PageCell | undefined, formats: Formats): string | number {
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const value = cell.value ?? '';
  return typeof value === 'number' ? value : textFor(value, formatOf(cell, formats));
}
