import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram, run } from '../support/program';
import { rowsOf, withCell, withTable } from '../support/workbooks';

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

describe('a run that is paused', () => {
  const close = (...args: readonly string[]) => cli('close', BOOK, '--up-to', '2026-01-31', ...NOW, ...args);

  test.each(['1', '3', '0%', '60%'])(
    'after %s says so and how to go on; resume ends as if it had never stopped',
    async (after) => {
      close('--output', 'straight.xlsx');
      const paused = close('--pause-after', after);
      expect([paused.status, paused.stderr]).toEqual([0, '']);
      expect(paused.stdout).toMatch(
        /^The close IC-0001 up to 2026-01-31 is paused at \d+ %: (computing|writing rows)\. Written to smallest\.xlsx\.\n/,
      );
      expect(await runs()).toEqual(['IC-0001 Close Paused']);

      const other = cli('close', BOOK, '--up-to', '2026-02-28');
      expect([other.status, other.stdout]).toEqual([1, '']);
      expect(other.stderr).toMatch(/Run IC-0001 is paused: while it is unfinished nothing else may run\.\n +Resume it/);

      const resumed = cli('resume', BOOK, ...NOW);
      expect([resumed.status, resumed.stderr]).toEqual([0, '']);
      expect(resumed.stdout).toMatch(/^Closed inventory up to 2026-01-31 as IC-0001, voucher V-0001\.\n/);
      const straight = fs.readFileSync(path.join(folder, 'straight.xlsx'));
      for (const table of [
        'Closings',
        'Settlements',
        'Adjustments',
        'Ledger',
        'CloseLog',
        'LockedRows',
        'InventoryValue',
      ]) {
        expect([table, await rowsOf(bytes(), table)]).toEqual([table, await rowsOf(straight, table)]);
      }
    },
  );

  test('says in JSON where it is; taken back it tells what was', async () => {
    const paused = JSON.parse(close('--pause-after', '2', '--json').stdout);
    expect(paused).toMatchObject({ paused: true, closing: 'IC-0001', type: 'Close', upTo: '2026-01-31', file: BOOK });
    const back = cli('rollback', BOOK, ...NOW);
    expect([back.status, back.stderr]).toEqual([0, '']);
    expect(back.stdout).toMatch(
      /^Took back IC-0001 \(Close, paused at 50 %: writing rows\)\. Written to smallest\.xlsx\.\n/,
    );
    expect(await runs()).toEqual(['IC-0001 Close Reversed']);
    expect(cli('rollback', BOOK)).toMatchObject({ status: 1, stdout: '' });
    expect(cli('resume', BOOK).stderr).toMatch(/No run of this workbook is unfinished/);
  });

  test.each([
    [['resume', '--dry-run'], /^IC-0001 would end so\. Nothing was written\.\n[^]*Inventory value after +70\.00/],
    [['resume', '--start-over', '--dry-run'], /^IC-0002 would end so, in place of IC-0001\. Nothing was written\.\n/],
    [['rollback', '--dry-run'], /^This would take back IC-0001 \(Close, paused at .+\)\. Nothing was written\.\n/],
    [['refresh-links', '--dry-run'], /^These links would be refreshed\. Nothing was written\.\n/],
  ])('%s shows what it would do and leaves the file as it was', ([command, ...flags], said) => {
    close('--pause-after', '2');
    const before = bytes();
    const { status, stdout, stderr } = cli(command, BOOK, ...flags, ...NOW);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(said);
    expect(bytes().equals(before)).toBe(true);
  });

  test('whose input was changed is not resumed, but started over where that is asked for', async () => {
    close('--pause-after', '1');
    const changed = await withTable(bytes(), 'Transactions', (table) =>
      withCell(table, 'SO987', 'Financial cost', -170),
    );
    fs.writeFileSync(path.join(folder, BOOK), changed);
    const refused = cli('resume', BOOK);
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/Transactions!\w+ was changed since IC-0001 stopped: -165 became -170\./);
    expect(bytes().equals(Buffer.from(changed))).toBe(true);
    const over = cli('resume', BOOK, '--start-over', ...NOW);
    expect([over.status, over.stderr]).toEqual([0, '']);
    expect(over.stdout).toMatch(
      /^Took IC-0001 back and started over\.\n\nClosed inventory up to 2026-01-31 as IC-0002/,
    );
    expect(await runs()).toEqual(['IC-0001 Close Reversed', 'IC-0002 Close Completed']);
  });

  test('a place to pause that is none is a matter of the command line', () => {
    for (const wrong of ['0', '101%', 'soon']) expect(close('--pause-after', wrong).status).toBe(2);
  });
});
