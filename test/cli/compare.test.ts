import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { openXlsx } from '../../src/workbook/file/file-port';
import { builtProgram, run } from '../support/program';

let folder: string;
beforeAll(() => {
  builtProgram();
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-compare-'));
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const JANUARY = ['--from', '2026-01-01', '--up-to', '2026-01-31'];
const cli = (...args: readonly string[]) => run(folder, ...args);
const bytes = (name: string): Buffer => fs.readFileSync(path.join(folder, name));

test('a comparison writes nothing, or a sheet where that is asked for', async () => {
  cli('sample', 'smallest');
  const before = bytes('smallest.xlsx');
  const shown = cli('compare', 'smallest.xlsx', ...JANUARY);
  expect([shown.status, shown.stderr]).toEqual([0, '']);
  expect(shown.stdout).toMatch(
    /^2026-01-01 to 2026-01-31 under each inventory model, in USD\. Nothing was written\.\n/,
  );
  const written = cli('compare', 'smallest.xlsx', ...JANUARY, '--sheet', '--output', 'compared.xlsx');
  expect([written.status, written.stderr]).toEqual([0, '']);
  expect(written.stdout).toMatch(/Written to the sheet "Model comparison" of compared\.xlsx\.\n/);
  expect(bytes('smallest.xlsx').equals(before)).toBe(true);
  const { sheets } = await openXlsx(bytes('compared.xlsx'), 'compared.xlsx').facts();
  expect(sheets).toContain('Model comparison');
  expect(cli('compare', 'smallest.xlsx', ...JANUARY, '--sheet', '--output', 'compared.xlsx').status).toBe(1);
});
