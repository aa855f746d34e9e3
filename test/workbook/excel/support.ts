import type { HostOptions } from '../../../host/host';
import { readXlsx } from '../../../host/xlsx/read';
import { EXCEL_API, excelPort, type ExcelPortOptions } from '../../../src/workbook/excel';
import type { WorkbookPort } from '../../../src/workbook/port';
import { startExcel, type Started } from '../../host/support/excel';

/** Excel with a file open, which has nothing newer than what the add-in declares, and our port on it. */
export interface OpenExcel extends Started {
  readonly port: WorkbookPort;
}

export function openExcel(bytes: Uint8Array, host: HostOptions = {}, options: ExcelPortOptions = {}): OpenExcel {
  const started = startExcel({
    ...host,
    sets: { ExcelApi: EXCEL_API },
    workbook: readXlsx(bytes, 'book.xlsx', host),
  });
  return { ...started, port: excelPort({ pause: () => Promise.resolve(), ...options }) };
}
