import { type Area, fullAddress } from './address';
import { checkFormula } from './enter';
import { invalidArgument, itemAlreadyExists } from '../errors';
import type { Sheet } from './sheet';
import { isValidName } from './tables';
import { type CellContent, wireValue } from './values';
import type { NamedItem, Workbook } from './workbook';
import type { Reference } from '../formulas/results';

/** Adds a name for an area, or for a formula such as "=0.19"; unique among names and tables of its scope. */
export function addName(
  workbook: Workbook,
  sheet: Sheet | null,
  name: unknown,
  meaning: { readonly sheet: Sheet; readonly area: Area } | string,
  comment: string,
): NamedItem {
  if (!isValidName(name)) throw invalidArgument();
  const taken = workbook.names.some((item) => item.sheet === sheet && item.name.toLowerCase() === name.toLowerCase());
  if (taken || workbook.tables.some((table) => table.name.toLowerCase() === name.toLowerCase())) {
    throw itemAlreadyExists();
  }
  const text = typeof meaning === 'string' ? meaning : `=${fullAddress(meaning.sheet.name, meaning.area, true)}`;
  const formula = text.startsWith('=') ? text : `="${text.replace(/"/g, '""')}"`;
  checkFormula(formula, sheet ?? workbook.active, 0, 0);
  workbook.aboutToChange();
  const item: NamedItem = { name, sheet, formula, comment, visible: true };
  workbook.names.push(item);
  return item;
}

export function deleteName(workbook: Workbook, item: NamedItem): void {
  workbook.aboutToChange();
  workbook.names = workbook.names.filter((other) => other !== item);
}

/** The cells that a name stands for; null for a name of a constant or a formula. */
export function referenceOf(workbook: Workbook, item: NamedItem): Reference | null {
  const sheet = item.sheet ?? workbook.active;
  return workbook.calculator.referredTo(item.formula, { sheet, row: 0, column: 0 });
}

/** The value of a name as office.js shows it: the address of its cells, or its constant. */
export function valueOfName(workbook: Workbook, item: NamedItem): string | number | boolean {
  const reference = referenceOf(workbook, item);
  if (reference) return fullAddress(reference.sheet.name, reference.area, true);
  const content: CellContent = workbook.calculator.constant(item.formula, item.sheet ?? workbook.active);
  return wireValue(content);
}
