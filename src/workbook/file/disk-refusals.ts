import { refuse, type WorkbookRefusal } from '../refusal';

/** Refusals of a place on the disk. Each says what to do; nothing has been changed when one is thrown. */

export const notFound = (file: string): WorkbookRefusal =>
  refuse('NO_FILE', `There is no file ${file}.`, 'Check the folder and the spelling of the name.');

export const isFolder = (file: string): WorkbookRefusal =>
  refuse('IS_FOLDER', `${file} is a folder, not a workbook.`, 'Name the workbook in it.');

export const notReadable = (file: string, why: string): WorkbookRefusal =>
  refuse('NOT_READABLE', `${file} can not be read: ${why}.`, 'Check that you may open it.');

export const folderMissing = (folder: string): WorkbookRefusal =>
  refuse('NO_FOLDER', `There is no folder ${folder}.`, 'Make the folder, or choose another one.');

export const readOnly = (file: string): WorkbookRefusal =>
  refuse(
    'READ_ONLY',
    `${file} is read-only. Nothing was changed.`,
    'Make the file writable, or write to another file with --output.',
  );

export const folderReadOnly = (folder: string): WorkbookRefusal =>
  refuse(
    'READ_ONLY_FOLDER',
    `The folder ${folder} can not be written to, and a workbook is saved by way of a second file beside it. Nothing was changed.`,
    'Make the folder writable, or write to another folder with --output.',
  );

export const fileOpen = (file: string, lock: string, user = ''): WorkbookRefusal =>
  refuse(
    'FILE_OPEN',
    `${file} is open in another program${user === '' ? '' : `, by ${user}`}. Nothing was changed.`,
    lock === ''
      ? 'Close it there and start again.'
      : `Close it there and start again. If nobody has it open, delete the file ${lock} beside it.`,
  );

export const fileChanged = (file: string): WorkbookRefusal =>
  refuse(
    'FILE_CHANGED',
    `${file} was changed by someone else since it was read. The result was not saved, and the file is as they left it.`,
    'Start again, so that their changes take part.',
  );

export const writeFailed = (file: string, why: string): WorkbookRefusal =>
  refuse(
    'WRITE_FAILED',
    `${file} could not be saved: ${why}. The old file is unchanged.`,
    'Check the free space and the permissions, or write to another place with --output.',
  );
