import { cell, isOnSheet, WHOLE_SHEET, type Area } from './address';
import { invalidArgument, invalidOperation, itemAlreadyExists } from '../errors';
import { checkStructure } from './protect';
import { renameSheetInFormulas } from './rewrite';
import type { Sheet, Visibility } from './sheet';
import type { Workbook } from './workbook';

const LONGEST_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:]/;
const RESERVED = /^history$/i;

/** Throws where a sheet can not have the name: too long, a forbidden letter, an apostrophe at an end, or taken. */
function checkSheetName(workbook: Workbook, name: unknown, except?: Sheet): asserts name is string {
  if (
    typeof name !== 'string' ||
    name === '' ||
    name.length > LONGEST_NAME ||
    FORBIDDEN.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    RESERVED.test(name)
  ) {
    throw invalidArgument();
  }
  const taken = workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (taken && taken !== except) throw itemAlreadyExists();
}

export function addSheet(workbook: Workbook, name?: unknown): Sheet {
  checkStructure(workbook);
  let own = name;
  if (own === undefined || own === null) {
    let number = workbook.sheets.length + 1;
    while (workbook.findSheet(`Sheet${number}`)) number++;
    own = `Sheet${number}`;
  }
  checkSheetName(workbook, own);
  workbook.aboutToChange();
  const sheet = workbook.newSheet(own);
  workbook.sheets.push(sheet);
  workbook.changes.report({ kind: 'sheet added', sheet });
  return sheet;
}

export function renameSheet(sheet: Sheet, name: unknown): void {
  const { workbook } = sheet;
  checkStructure(workbook);
  checkSheetName(workbook, name, sheet);
  if (name === sheet.name) return;
  workbook.aboutToChange();
  const before = sheet.name;
  sheet.name = name;
  renameSheetInFormulas(workbook, before, name);
  workbook.changes.report({ kind: 'sheet renamed', sheet });
}

const visible = (workbook: Workbook): Sheet[] => workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');

function checkNotLast(sheet: Sheet): void {
  if (sheet.visibility === 'Visible' && visible(sheet.workbook).length === 1) {
    throw invalidOperation('This operation is not permitted for the current object: a workbook needs a visible sheet.');
  }
}

/** Takes the active sheet away from where it was: to the next visible one. */
function leave(sheet: Sheet): void {
  const { workbook } = sheet;
  if (workbook.active !== sheet) return;
  const [next] = visible(workbook).filter((other) => other !== sheet);
  if (next) activateSheet(next);
}

export function deleteSheet(sheet: Sheet): void {
  const { workbook } = sheet;
  checkStructure(workbook);
  checkNotLast(sheet);
  if (sheet.visibility === 'VeryHidden') throw invalidOperation('A very hidden sheet can not be deleted.');
  workbook.aboutToChange();
  leave(sheet);
  sheet.deleted = true;
  workbook.sheets = workbook.sheets.filter((other) => other !== sheet);
  for (const table of workbook.tables) if (table.sheet === sheet) table.deleted = true;
  workbook.tables = workbook.tables.filter((table) => table.sheet !== sheet);
  workbook.names = workbook.names.filter((item) => item.sheet !== sheet);
  workbook.changes.report({ kind: 'sheet deleted', sheet });
}

export function showSheet(sheet: Sheet, visibility: unknown): void {
  if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden') throw invalidArgument();
  checkStructure(sheet.workbook);
  if (visibility !== 'Visible') checkNotLast(sheet);
  sheet.visibility = visibility satisfies Visibility;
  if (visibility !== 'Visible') leave(sheet);
  sheet.workbook.changes.report({ kind: 'sheet settings', sheet });
}

export function moveSheet(sheet: Sheet, position: unknown): void {
  const { workbook } = sheet;
  checkStructure(workbook);
  if (typeof position !== 'number' || !Number.isInteger(position) || position < 0) throw invalidArgument();
  if (position >= workbook.sheets.length) throw invalidArgument();
  workbook.sheets = workbook.sheets.filter((other) => other !== sheet);
  workbook.sheets.splice(position, 0, sheet);
  workbook.changes.report({ kind: 'sheet settings', sheet });
}

/** Brings a sheet to the front; what is selected there is its first cell, or the given area. */
export function activateSheet(sheet: Sheet, selection: Area = cell(0, 0)): void {
  const { workbook } = sheet;
  if (sheet.visibility !== 'Visible') throw invalidOperation('A hidden sheet can not be activated.');
  if (workbook.active === sheet) return;
  workbook.changes.report({ kind: 'sheet deactivated', sheet: workbook.active });
  workbook.active = sheet;
  workbook.selection = selection;
  workbook.changes.report({ kind: 'sheet activated', sheet });
}

export function select(sheet: Sheet, area: Area): void {
  if (!isOnSheet(area)) throw invalidArgument();
  activateSheet(sheet, area);
  sheet.workbook.selection = area;
  sheet.workbook.changes.report({ kind: 'selection', sheet, area });
}

/** A copy of the sheet with its cells and looks, at the end of the workbook; tables are not copied. */
export function copySheet(sheet: Sheet): Sheet {
  let number = 2;
  while (sheet.workbook.findSheet(`${sheet.name} (${number})`)) number++;
  const copy = addSheet(sheet.workbook, `${sheet.name} (${number})`);
  sheet.values.each(WHOLE_SHEET, (row, column, value) => copy.values.set(row, column, value));
  sheet.formulas.each(WHOLE_SHEET, (row, column, formula) =>
    copy.formulas.set(row, column, { ...formula, calculatedAt: -1 }),
  );
  sheet.numberFormats.each(WHOLE_SHEET, (row, column, format) => copy.numberFormats.set(row, column, format));
  sheet.styles.each(WHOLE_SHEET, (row, column, style) => copy.styles.set(row, column, style));
  for (const [column, width] of sheet.widths) copy.widths.set(column, width);
  return copy;
}
