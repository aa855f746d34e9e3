/** Workbooks as .xlsx and .xlsm files: the port over a package in memory, and the files on the disk. */
export { openXlsx, type FilePort } from './file-port';
export {
  checkWritable,
  leftoversOf,
  readWorkbookFile,
  saveWorkbookFile,
  type SeenFile,
  type WorkbookFile,
} from './disk';
