import { WHOLE_SHEET } from '../../host/model/address';
import type { Sheet } from '../../host/model/sheet';
import { readXlsx } from '../../host/xlsx/read';
import { cellAddress, isFault } from '../../src/workbook/cells';
import { openXlsx } from '../../src/workbook/file';
import { RESULT_TABLES } from '../../src/workbook/tables/results';
import { closeUpTo, openSample, reopened } from '../samples/closed-sample';
import { convertAll, libreOffice } from '../support/libreoffice';
import { partsOf, zipOf } from '../support/xlsx';

// LibreOffice takes its time where the machine is busy.
jest.setTimeout(180_000);

interface Figure {
  readonly cell: string;
  readonly value: string | number;
}

/** A line for a figure that is another one elsewhere; a cell that holds nothing there holds an empty text. */
const differs = ({ cell, value }: Figure, others: ReadonlyMap<string, string | number>): string[] => {
  const other = others.get(cell) ?? '';
  return other === value ? [] : [`${cell}: ${value}, there ${other}`];
};

/** What a cell comes to, so that two programs can be compared: sums of cents in binary differ in the last digits. */
function comparable(value: unknown): string | number {
  if (value === undefined || value === null || value === '') return '';
  return typeof value === 'number' ? Number(value.toPrecision(12)) + 0 : String(value);
}

function formulasOf(sheet: Sheet): { row: number; column: number }[] {
  const places: { row: number; column: number }[] = [];
  sheet.formulas.each(WHOLE_SHEET, (row, column) => places.push({ row, column }));
  return places;
}

/** All cells of some sheets, as a file holds them. */
async function valuesOf(bytes: Uint8Array, sheets: readonly string[]): Promise<Map<string, string | number>> {
  const port = openXlsx(bytes, 'book.xlsx');
  const values = new Map<string, string | number>();
  for (const sheet of sheets) {
    const area = await port.usedArea(sheet);
    const columns = area ? await port.readArea({ sheet, area }) : [];
    columns.forEach((cells, column) =>
      cells.forEach((cell, row) => {
        const address = cellAddress(sheet, (area?.top ?? 1) + row, (area?.left ?? 1) + column);
        values.set(address, comparable(isFault(cell) ? cell.text : cell));
      }),
    );
  }
  return values;
}

/**
 * The stand-in for Excel calculates the formulas that the product writes: tie-outs, links, the sheets Checks and Summary. Here it is held
 * against a program that others have made, on the sample after two closes; and what the file holds as results against both.
 */
(libreOffice ? describe : describe.skip)('formulas come to the same', () => {
  let ours: Figure[];
  let theirs: Map<string, string | number>;
  let held: Map<string, string | number>;

  beforeAll(async () => {
    let port = openSample('trading-company');
    for (const date of ['2026-01-31', '2026-02-28']) {
      await closeUpTo(port, date);
      port = reopened(port);
    }
    const bytes = port.toBytes(new Date('2026-04-01T08:00:00Z'));
    const workbook = readXlsx(bytes, 'book.xlsx');
    const names = [...RESULT_TABLES.map(({ sheet }) => sheet), 'Checks', 'Summary IC-0001', 'Summary IC-0002'];
    ours = workbook.sheets
      .filter(({ name }) => names.includes(name))
      .flatMap((sheet) =>
        formulasOf(sheet).map(({ row, column }) => ({
          cell: cellAddress(sheet.name, row + 1, column + 1),
          value: comparable(workbook.calculator.value(sheet, row, column)),
        })),
      );
    held = await valuesOf(bytes, names);
    // Without the results that the file holds LibreOffice has to calculate them.
    const parts = partsOf(bytes);
    for (const name of Object.keys(parts)) parts[name] = parts[name].replace(/<\/f><v>[^<]*<\/v>/g, '</f>');
    const [saved] = await convertAll(zipOf(parts), 'xlsx');
    theirs = await valuesOf(saved.bytes, names);
  });

  test('many formulas are compared', () => {
    expect(ours.length).toBeGreaterThan(2000);
  });

  test('in the stand-in and in LibreOffice', () => {
    expect(ours.flatMap((one) => differs(one, theirs))).toEqual([]);
  });

  test('in the file as it was written', () => {
    expect(ours.flatMap((one) => differs(one, held))).toEqual([]);
  });
});
