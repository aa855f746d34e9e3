import { cellAddress } from '../cells';
import { refuse, type WorkbookRefusal } from '../refusal';

/** Refusals of writing. Each is thrown before anything of the workbook has been changed. */

export const tableNotOurs = (table: string, sheet: string, missing: readonly string[]): WorkbookRefusal =>
  refuse(
    'NOT_OURS',
    `The workbook has a table ${table} on the sheet "${sheet}" without the columns ${missing.join(', ')}: it is not the result table of that name. Nothing was changed.`,
    'Rename that table (Table Design > Table Name); or, where it is the result table, give its columns their names back.',
  );

export const dimensionMissing = (table: string, sheet: string, dimensions: readonly string[]): WorkbookRefusal =>
  refuse(
    'DIMENSION_COLUMN_MISSING',
    `The table ${table} on the sheet "${sheet}" has no column for ${dimensions.join(', ')}, which DimensionGroups names since. Nothing was changed.`,
    `Insert a column named ${dimensions.join(', ')} into the table ${table}; its old rows may stay blank.`,
  );

export const sheetNotOurs = (sheet: string, table: string): WorkbookRefusal =>
  refuse(
    'NOT_OURS',
    `The workbook has a sheet "${sheet}" without the table ${table}: the result table can not be made. Nothing was changed.`,
    'Rename or delete that sheet.',
  );

export const pageNotOurs = (sheet: string): WorkbookRefusal =>
  refuse(
    'NOT_OURS',
    `The workbook has a sheet "${sheet}" that does not begin with the title and description of ours: ours can not be written. Nothing was changed.`,
    'Rename or delete that sheet.',
  );

export const nameTaken = (table: string): WorkbookRefusal =>
  refuse(
    'NAME_TAKEN',
    `The workbook has a defined name "${table}", and so can not have a table of that name. Nothing was changed.`,
    'Rename it (Formulas > Name Manager).',
  );

export const linkNameTaken = (name: string): WorkbookRefusal =>
  refuse(
    'NAME_TAKEN',
    `The workbook has a defined name "${name}", which the links of a result table need. Nothing was changed.`,
    'Rename it (Formulas > Name Manager).',
  );

export const structureProtected = (file: string): WorkbookRefusal =>
  refuse(
    'STRUCTURE_PROTECTED',
    `The structure of ${file} is protected: the sheets of the results can not be added. Nothing was changed.`,
    'Turn the protection off (Review > Protect Workbook), and on again afterwards.',
  );

export const sheetProtected = (sheet: string): WorkbookRefusal =>
  refuse(
    'SHEET_PROTECTED',
    `The sheet "${sheet}" is protected. Nothing was changed.`,
    'Turn the protection off (Review > Unprotect Sheet). The command verify finds what was changed in results.',
  );

export const totalsRow = (table: string, sheet: string): WorkbookRefusal =>
  refuse(
    'TOTALS_ROW',
    `The table ${table} on the sheet "${sheet}" has a totals row where the new rows belong. Nothing was changed.`,
    'Turn it off (Table Design > Total Row): the totals stand above the table.',
  );

export const occupied = (table: string, sheet: string, row: number, column: number, what: string): WorkbookRefusal => {
  const cell = cellAddress(sheet, row, column);
  return refuse(
    'OCCUPIED',
    `New rows of the table ${table} would overwrite ${what} in ${cell}. Nothing was changed.`,
    'Move what stands below the table to another place.',
    cell,
  );
};

export const tooManyRows = (table: string, rows: number): WorkbookRefusal =>
  refuse(
    'TOO_MANY_ROWS',
    `The table ${table} would need ${rows} rows, and a sheet has 1,048,576. Nothing was changed.`,
    'Start a new workbook: enter the open quantities of this one as its first receipts.',
  );

export const tooLongText = (cell: string, text: string): WorkbookRefusal =>
  refuse(
    'TEXT_TOO_LONG',
    `A text of ${text.length} characters belongs into ${cell} ("${text.slice(0, 40)}…"), and a cell holds 32,767. Nothing was changed.`,
    'Shorten the texts that it is made of.',
    cell,
  );

export const unusualSheet = (sheet: string): WorkbookRefusal =>
  refuse(
    'UNUSUAL_SHEET',
    `The sheet "${sheet}" was saved by a program in a form that can not be added to safely. Nothing was changed.`,
    'Open the file in Excel and save it, then start again.',
  );
