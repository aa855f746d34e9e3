import type { Area } from './address';
import { accessDenied, invalidArgument, invalidOperation } from '../errors';
import type { Sheet } from './sheet';
import { DEFAULT_STYLE } from './style';
import type { Workbook } from './workbook';

const PROTECTED_SHEET =
  "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet.";

/** What a protected sheet may still allow, by the names of Excel.WorksheetProtectionOptions. */
export type Allowance =
  | 'allowFormatCells'
  | 'allowFormatColumns'
  | 'allowFormatRows'
  | 'allowInsertColumns'
  | 'allowInsertRows'
  | 'allowInsertHyperlinks'
  | 'allowDeleteColumns'
  | 'allowDeleteRows'
  | 'allowSort'
  | 'allowAutoFilter'
  | 'allowPivotTables'
  | 'allowEditObjects'
  | 'allowEditScenarios';

const isAllowed = (sheet: Sheet, allowance: Allowance): boolean => sheet.protection?.options[allowance] === true;

/** Throws where the sheet is protected and does not allow the operation. */
export function checkAllowed(sheet: Sheet, allowance: Allowance): void {
  if (sheet.protection && !isAllowed(sheet, allowance)) throw accessDenied(PROTECTED_SHEET);
}

/** Throws where the sheet is protected at all: tables can not be made or resized on it. */
export function checkUnprotected(sheet: Sheet): void {
  if (sheet.protection) throw accessDenied(PROTECTED_SHEET);
}

/** Throws where the sheet is protected and one of the cells is locked. */
export function checkEditable(sheet: Sheet, area: Area): void {
  if (!sheet.protection) return;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const locked = sheet.styles.get(row, column)?.locked ?? DEFAULT_STYLE.locked;
      if (locked) throw accessDenied(PROTECTED_SHEET);
    }
  }
}

export function protectSheet(sheet: Sheet, options: Record<string, boolean | string>, password: string): void {
  if (sheet.protection) throw invalidOperation('This operation is not permitted: the sheet is protected already.');
  sheet.protection = { options, password };
  sheet.workbook.changes.report({ kind: 'sheet settings', sheet });
}

export function unprotectSheet(sheet: Sheet, password: string): void {
  if (!sheet.protection) return;
  if (sheet.protection.password !== password) throw invalidArgument('The password you supplied is not correct.');
  sheet.protection = null;
  sheet.workbook.changes.report({ kind: 'sheet settings', sheet });
}

/** Throws where the structure of the workbook is protected: sheets can not be added, deleted, renamed, moved or hidden. */
export function checkStructure(workbook: Workbook): void {
  if (workbook.protection) throw accessDenied('This operation is not permitted: the workbook is protected.');
}
