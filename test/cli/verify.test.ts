import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram, run } from '../support/program';
import { withCell, withTable } from '../support/workbooks';

let folder: string;
beforeAll(() => {
  builtProgram();
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-verify-'));
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const cli = (...args: readonly string[]) => run(folder, ...args);
const book = (): string => path.join(folder, 'smallest.xlsx');

describe('verify, on the command line', () => {
  test('a workbook that was never closed, then one that was: exit code 0, and the file as it was', () => {
    cli('sample', 'smallest');
    expect(cli('verify', 'smallest.xlsx')).toMatchObject({
      status: 0,
      stdout: 'There is no closing in this workbook, so there is nothing to verify.\n',
      stderr: '',
    });
    cli('close', 'smallest.xlsx', '--up-to', '2026-01-31');
    const before = fs.readFileSync(book());
    const found = cli('verify', 'smallest.xlsx');
    expect([found.status, found.stderr]).toEqual([0, '']);
    expect(found.stdout).toMatch(/^Verified: 1 run, no difference\.\n/);
    expect(found.stdout).toMatch(/IC-0001 +Close +2026-01-31 +computed again +verified\n$/);
    expect(fs.readFileSync(book())).toEqual(before);
  });

  test('a changed cost and a changed row of the input: exit code 1, each with its cell and both values', async () => {
    let bytes = await withTable(fs.readFileSync(book()), 'Settlements', (table) =>
      withCell(table, 'S-000002', 'Amount', 60.01),
    );
    bytes = await withTable(bytes, 'Transactions', (table) => withCell(table, 'PO123', 'Financial cost', 99));
    fs.writeFileSync(path.join(folder, 'changed.xlsx'), bytes);
    const { status, stdout, stderr } = cli('verify', 'changed.xlsx');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^Not verified: 2 differences\.\n/);
    expect(stdout).toContain('\n  Settlements!H5: Amount of S-000002 is 60.01, must be 60.\n');
    expect(stdout).toContain('PO123 was locked by IC-0001, and its Financial cost was changed from 100.00 to 99.00.');

    const script = cli('verify', 'changed.xlsx', '--json');
    expect(script.status).toBe(1);
    expect(JSON.parse(script.stdout)).toMatchObject({
      verified: false,
      runs: [{ closing: 'IC-0001', type: 'Close', day: '2026-01-31', manner: 'computed', differences: 1 }],
      differences: [{ kind: 'changed', cell: 'Settlements!H5', column: 'Amount', expected: '60', found: '60.01' }],
      problems: [{ code: 'LOCKED_CHANGED' }],
    });
  });

  test('the answer as a file: never in place of another, and never as a workbook', () => {
    const answer = () => fs.readFileSync(path.join(folder, 'answer.txt'), 'utf8');
    const { stdout } = cli('verify', 'smallest.xlsx', '--output', 'answer.txt');
    expect(answer()).toBe(stdout);
    const again = cli('verify', 'smallest.xlsx', '--output', 'answer.txt');
    expect([again.status, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toMatch(/answer\.txt is there already, and was left as it is\./);
    expect(cli('verify', 'smallest.xlsx', '--json', '--output', 'answer.txt', '--dry-run').status).toBe(0);
    expect(answer()).toBe(stdout);
    const before = fs.readFileSync(book());
    expect(cli('verify', 'smallest.xlsx', '--output', 'smallest.xlsx', '--force')).toMatchObject({ status: 1 });
    expect(fs.readFileSync(book())).toEqual(before);
    expect(JSON.parse(cli('verify', 'smallest.xlsx', '--json', '--output', 'answer.txt', '--force').stdout)).toEqual(
      JSON.parse(answer()),
    );
  });
});
