import { Host } from '../../host/host';
import type { Sheet } from '../../host/model/sheet';
import type { Workbook } from '../../host/model/workbook';
import { wireValue } from '../../host/model/values';
import { readXlsx } from '../../host/xlsx/read';
import { convertAll } from './libreoffice';
import { partsOf, zipOf } from './xlsx';

/** The cells of a sheet as rows of values, blanks as null. */
export type Grid = readonly (readonly unknown[])[];

/** What the formulas of a sheet come to, computed by the stand-in for Excel from the cells alone. */
export function computed(bytes: Uint8Array, name: string, change?: (sheet: (name: string) => Sheet) => void): Grid {
  const { workbook } = new Host({ workbook: readXlsx(bytes, 'book.xlsx') });
  const sheetOf = (wanted: string): Sheet => workbook.sheets.find((sheet) => sheet.name === wanted)!;
  change?.(sheetOf);
  return cellsOf(workbook, name);
}

/** The cells of a sheet of the stand-in's workbook. */
export function cellsOf(workbook: Workbook, name: string): Grid {
  const sheet = workbook.sheets.find((one) => one.name === name)!;
  const { rows, columns } = sheet.usedArea(true)!;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_one, column) => {
      const value = wireValue(workbook.calculator.value(sheet, row, column));
      return value === '' ? null : value;
    }),
  );
}

/** What the file holds as results of formulas, and its plain cells. */
export function held(bytes: Uint8Array, name: string): Grid {
  const parts = partsOf(bytes);
  const names = [...parts['xl/workbook.xml'].matchAll(/<sheet [^>]*name="([^"]*)"[^>]*r:id="([^"]*)"/g)];
  const id = names.find(([, one]) => one === name)![2];
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(parts['xl/_rels/workbook.xml.rels'])![1];
  const xml = parts[`xl/${target}`];
  const rows: unknown[][] = [];
  for (const match of xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)) {
    const [, letters, number, attributes, inner = ''] = match;
    const text = /<(?:v|t)[^>]*>([^<]*)</.exec(inner)?.[1];
    const isText = /t="(?:str|inlineStr)"/.test(attributes);
    const row = (rows[Number(number) - 1] ??= []);
    row[letters.charCodeAt(0) - 65] =
      text === undefined || text === ''
        ? null
        : isText
          ? text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
          : Number(text);
  }
  return Array.from(rows, (row = []) => Array.from(row, (cell) => cell ?? null));
}

/** What LibreOffice computes, without the results that the file holds: the texts of the cells. */
export async function inLibreOffice(bytes: Uint8Array, name: string): Promise<string[][]> {
  const parts = partsOf(bytes);
  for (const part of Object.keys(parts)) parts[part] = parts[part].replace(/<\/f><v>[^<]*<\/v>/g, '</f>');
  const files = await convertAll(
    zipOf(parts),
    'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1',
  );
  return new TextDecoder()
    .decode(files.find((file) => file.name.endsWith(`-${name}.csv`))?.bytes)
    .split('\n')
    .map((line) => line.split('\t'));
}
