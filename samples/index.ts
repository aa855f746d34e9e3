import { createWorkbook } from '../src/workbook/file/create';
import { bench } from './bench';
import { smallest } from './smallest';
import { spoiltAverage } from './spoilt-average';
import { tradingCompany } from './trading-company/sheets';

/** The samples by name; README.md tells what is in them. */
export const SAMPLE_NAMES = ['smallest', 'spoilt-average', 'trading-company'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

const SHEETS = { smallest, 'spoilt-average': spoiltAverage, 'trading-company': tradingCompany };

/** A sample as the bytes of an .xlsx file. The same name and date give the same bytes. */
export function sampleWorkbook(name: SampleName, modified: Date): Uint8Array {
  return createWorkbook(SHEETS[name](), modified);
}

/** A workbook with so many transactions, for measurements of speed. */
export function benchWorkbook(rows: number, modified: Date): Uint8Array {
  return createWorkbook(bench(rows), modified);
}
