import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram, run } from '../support/program';
import { rowsOf } from '../support/workbooks';

const NOW = ['--now', '2026-02-02T08:00:00Z'];
const BOOK = 'smallest.xlsx';
let folder: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-runs-'));
  expect(cli('sample', 'smallest', ...NOW)).toMatchObject({ status: 0, stderr: '' });
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const cli = (...args: readonly string[]) => run(folder, ...args);
const bytes = (): Buffer => fs.readFileSync(path.join(folder, BOOK));
const runs = async (): Promise<string[]> =>
  (await rowsOf(bytes(), 'Closings')).map(
    (row) => `${String(row['Closing'])} ${String(row['Type'])} ${String(row['Status'])}`,
  );

describe('recalculate', () => {
  const recalculate = (...args: readonly string[]) =>
    cli('recalculate', BOOK, '--up-to', '2026-01-31', ...NOW, ...args);

  test('tells what it would do, does it, and the second time nothing', async () => {
    const before = bytes();
    const dry = recalculate('--dry-run');
    expect([dry.status, dry.stderr]).toEqual([0, '']);
    expect(dry.stdout).toMatch(
      /^A recalculation of all items up to 2026-01-31 would do this\. Nothing was written\.\n/,
    );
    expect(bytes()).toEqual(before);

    const done = recalculate();
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(/^Recalculated all items up to 2026-01-31 as IC-0001, voucher V-0001\.\n/);
    expect(done.stdout).toMatch(/\n +Settlements +0 \n/);
    expect(await rowsOf(bytes(), 'Settlements')).toEqual([]);

    const again = JSON.parse(recalculate('--json').stdout);
    expect(again).toMatchObject({ closing: 'IC-0002', type: 'Recalculation', rows: { Adjustments: 0, Ledger: 0 } });
    expect(await runs()).toEqual(['IC-0001 Recalculation Completed', 'IC-0002 Recalculation Completed']);
  });

  test('of chosen items names them; an unknown one is refused by name', () => {
    const before = bytes();
    const { status, stderr } = recalculate('--items', 'BOLT,"A,1"');
    expect(status).toBe(1);
    expect(stderr).toMatch(/There is no item "A,1" in this workbook\./);
    expect(stderr).toMatch(/The workbook was not changed\./);
    expect(bytes()).toEqual(before);
    expect(recalculate('--items', 'BOLT,"A').status).toBe(2);
  });
});

test('close --recalculate-after makes two runs', async () => {
  const { status, stdout } = cli('close', BOOK, '--up-to', '2026-01-31', '--recalculate-after', ...NOW);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Closed inventory up to 2026-01-31 as IC-0001/);
  expect(stdout).toMatch(/\nRecalculated all items up to 2026-02-02 as IC-0002/);
  expect(await runs()).toEqual(['IC-0001 Close Completed', 'IC-0002 Recalculation Completed']);
});
