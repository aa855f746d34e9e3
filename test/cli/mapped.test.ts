/** The command line on a workbook whose transactions stand in the export of another program. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram, run } from '../support/program';
import { tableSheet } from '../support/xlsx';
import { bookOf, exportRange, mappingSheet, OWN_ROWS, RANGE_HEADER } from '../workbook/mapping/export-book';

let folder: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => (folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-mapped-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test('gives the same results as on our own table, and errors at the cells of the export', () => {
  fs.writeFileSync(path.join(folder, 'own.xlsx'), bookOf(tableSheet('Transactions', OWN_ROWS)));
  fs.writeFileSync(path.join(folder, 'mapped.xlsx'), bookOf(exportRange(), mappingSheet(RANGE_HEADER)));
  const close = (book: string) => {
    const found = run(folder, 'close', book, '--up-to', '2026-01-31', '--json', '--now', '2026-02-02T08:00:00Z');
    expect([found.status, found.stderr]).toEqual([0, '']);
    return JSON.parse(found.stdout.replaceAll(book, 'BOOK')) as unknown;
  };
  expect(close('mapped.xlsx')).toEqual(close('own.xlsx'));

  const wrong = exportRange([...OWN_ROWS.slice(1)]);
  fs.writeFileSync(path.join(folder, 'wrong.xlsx'), bookOf(wrong, mappingSheet(RANGE_HEADER)));
  const refused = run(folder, 'check', 'wrong.xlsx', '--up-to', '2026-01-31');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain("'ERP export'!A4");
  expect(refused.stderr).toContain('there is no column "Belegnummer" for Transaction.');
});
