import { strFromU8, unzipSync } from 'fflate';
import { templateWorkbook } from '../../../src/workbook/file/create-template';
import { convertWithLibreOffice, libreOffice } from '../../support/libreoffice';
import { day } from '../../support/workbooks';
import { makeXlsx, type CellInput } from '../../support/xlsx';

const parts = unzipSync(templateWorkbook(new Date(0)));
const [, NAME] = /<definedName name="ClosedUpTo">(.*?)<\/definedName>/.exec(strFromU8(parts['xl/workbook.xml'])) ?? [];
/** The validation of the first Financial date of the template. */
const [, CELL, RULE] =
  Object.keys(parts)
    .filter((name) => name.startsWith('xl/worksheets/'))
    .map((name) => /type="custom"[^>]*sqref="([A-Z]+5):[^>]*><formula1>(.*?)<\/formula1>/.exec(strFromU8(parts[name])))
    .find((found) => found !== null) ?? [];

const unescaped = (text: string): string => text.replace(/&gt;/g, '>').replace(/&lt;/g, '<').replace(/&amp;/g, '&');

/** What the rule of the template says of each content of a date cell, in a workbook with these runs. */
async function allowed(runs: readonly (readonly [string, string, string])[], cells: readonly CellInput[]) {
  const rule = (row: number) => unescaped(RULE).replaceAll(CELL, `A${row}`);
  const sheet = {
    name: 'Dates',
    rows: cells.map((cell, at) => [cell, { formula: rule(at + 1), value: 'not computed' }]),
  };
  const closings = {
    name: 'Closings',
    rows: [['Type', 'Status', 'Date'], ...runs.map(([type, status, date]) => [type, status, day(date)])],
    tables: [{ name: 'Closings', ref: `A1:C${runs.length + 1}` }],
  };
  const bytes = makeXlsx({
    sheets: runs.length === 0 ? [sheet] : [sheet, closings],
    definedNames: `<definedName name="ClosedUpTo">${NAME}</definedName>`,
  });
  const csv = await convertWithLibreOffice(
    bytes,
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1',
  );
  return Buffer.from(csv)
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split(',').at(-1));
}

(libreOffice === undefined ? describe.skip : describe)(
  'the dates of transactions, as LibreOffice computes their rule',
  () => {
    const RUNS = [
      ['Close', 'Completed', '2026-01-31'],
      ['Close', 'Reversed', '2026-02-28'],
      ['Reversal', 'Completed', '2026-02-28'],
      ['Recalculation', 'Completed', '2026-03-15'],
    ] as const;

    test('before the first close every date is good; text is not', async () => {
      expect(await allowed([], [day('2026-01-31'), 'soon', 5])).toEqual(['TRUE', 'FALSE', 'FALSE']);
    }, 110_000);

    test('after it those that lie behind the last close in force', async () => {
      const dates = ['2026-01-31', '2026-02-01', '2026-02-28', '2025-12-31'].map(day);
      expect(await allowed(RUNS, dates)).toEqual(['FALSE', 'TRUE', 'TRUE', 'FALSE']);
    }, 110_000);
  },
);
