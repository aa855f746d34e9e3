import { refuse, type WorkbookRefusal } from '../refusal';

/** Refusals of a file as a whole. Nothing has been changed when one is thrown. */

export const damaged = (file: string, why: string): WorkbookRefusal =>
  refuse(
    'DAMAGED_FILE',
    `${file} is damaged: ${why}. Nothing was changed.`,
    'Copy or download the file again, or open it in Excel, let Excel repair it, and save it.',
  );

export const tooLarge = (file: string, what: string): WorkbookRefusal =>
  refuse(
    'TOO_LARGE',
    `${file} unpacks to far more than a workbook should (${what}); it was not unpacked.`,
    'Open the file in Excel, check that it is what you expect, delete unused rows and sheets, and save it.',
  );

export const emptyFile = (file: string): WorkbookRefusal =>
  refuse('EMPTY_FILE', `${file} is empty (0 bytes).`, 'Copy or download the file again.');

export const encrypted = (file: string): WorkbookRefusal =>
  refuse(
    'ENCRYPTED',
    `${file} is encrypted with a password.`,
    'Open it in Excel, remove the password (File > Info > Protect Workbook > Encrypt with Password, leave it blank) and save it.',
  );

export const oldFormat = (file: string): WorkbookRefusal =>
  refuse(
    'OLD_FORMAT',
    `${file} is a workbook in the old format of Excel 97-2003 (.xls).`,
    'Open it in Excel and save it as Excel Workbook (.xlsx), or as .xlsm if it has macros.',
  );

export const binaryWorkbook = (file: string): WorkbookRefusal =>
  refuse(
    'BINARY_WORKBOOK',
    `${file} is an Excel Binary Workbook (.xlsb).`,
    'Open it in Excel and save it as Excel Workbook (.xlsx), or as .xlsm if it has macros.',
  );

export const strictWorkbook = (file: string): WorkbookRefusal =>
  refuse(
    'STRICT_OOXML',
    `${file} is a Strict Open XML Spreadsheet.`,
    'Open it in Excel and save it as Excel Workbook (.xlsx): in the list of file types, the one without "Strict".',
  );

export const signed = (file: string): WorkbookRefusal =>
  refuse(
    'SIGNED',
    `${file} has a digital signature, which every change would break.`,
    'Remove the signature in Excel (File > Info > View Signatures), or work on an unsigned copy.',
  );

export const sharedWorkbook = (file: string): WorkbookRefusal =>
  refuse(
    'SHARED_WORKBOOK',
    `${file} is a shared workbook with a record of changes, which can not hold tables.`,
    'Turn sharing off in Excel (Review > Unshare Workbook) and save it.',
  );

export const notAWorkbook = (file: string, what: string): WorkbookRefusal =>
  refuse(
    'NOT_A_WORKBOOK',
    `${file} is not an Excel workbook: ${what}.`,
    'Choose a workbook that was saved as .xlsx or .xlsm.',
  );
