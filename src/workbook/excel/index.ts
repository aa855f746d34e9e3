export { excelPort } from './excel-port';
export { insertWorkbook } from './insert-workbook';
export { ExcelFailure } from './failures';
export type { ExcelPortOptions } from './options';
export { EXCEL_API } from './requirements';
