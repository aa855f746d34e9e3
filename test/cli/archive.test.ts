import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { lifeBook } from '../support/life';
import { without } from '../support/archived';
import { builtProgram, run } from '../support/program';

let folder: string;
beforeAll(() => {
  builtProgram();
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-archive-'));
  fs.writeFileSync(file('book.xlsx'), lifeBook());
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const cli = (...args: readonly string[]) => run(folder, ...args);
const file = (name: string): string => path.join(folder, name);
const NOW = ['--now', '2026-05-02T08:00:00Z'];

test('before the first close there is nothing to archive: a preview says so, and the command is refused', () => {
  expect(cli('archive', 'book.xlsx', '--dry-run')).toMatchObject({
    status: 0,
    stdout: 'No close is in force in this workbook, so nothing is closed in full.\n',
  });
  const { status, stderr } = cli('archive', 'book.xlsx');
  expect(status).toBe(1);
  expect(stderr).toContain('No row of Transactions can be archived: no close is in force.');
  expect(stderr).toContain('The workbook was not changed.');
});

test('three closes, an archive, its rows deleted, a fourth close, and all of it verified', async () => {
  for (const upTo of ['2026-01-31', '2026-02-28', '2026-03-31']) {
    expect(cli('close', 'book.xlsx', '--up-to', upTo, ...NOW).status).toBe(0);
  }
  const before = fs.readFileSync(file('book.xlsx'));
  const seen = cli('archive', 'book.xlsx', '--dry-run');
  expect([seen.status, seen.stderr]).toEqual([0, '']);
  expect(fs.readFileSync(file('book.xlsx'))).toEqual(before);
  expect(seen.stdout).toMatch(/^\d+ rows of Transactions up to 2026-03-31 could be archived\. Nothing was written\.\n/);
  expect(seen.stdout).toMatch(/\n {2}BOLT +5 +2026-01-03 +2026-02-12\n/);
  expect(seen.stdout).toMatch(/\n {2}Transactions!A4 +B1 +BOLT +2026-01-03 +10 +100\.00\n/);
  expect(seen.stdout).toMatch(/\nOf the others are\n(.+\n)* {2}1 of items whose inventory model settles nothing/);

  // Rows of January alone: the others are closed in full, and stay.
  const january = cli('archive', 'book.xlsx', '--up-to', '2026-01-31', '--dry-run', '--json');
  const found = JSON.parse(january.stdout) as { rows: { date: string }[]; staying: Record<string, number> };
  expect(found).toMatchObject({ file: null, closing: null, upTo: '2026-01-31' });
  expect(found.rows.every(({ date }) => date <= '2026-01-31')).toBe(true);

  const done = cli('archive', 'book.xlsx', '--output', 'small.xlsx', '--note', 'First quarter', '--json', ...NOW);
  expect([done.status, done.stderr]).toEqual([0, '']);
  const result = JSON.parse(done.stdout) as { closing: string; rows: { transaction: string }[]; file: string };
  expect(result).toMatchObject({ closing: 'IC-0004', upTo: '2026-03-31', archivedBefore: { rows: 0, onSheet: [] } });
  expect(found.rows.length + found.staying['kept']).toBe(result.rows.length);
  expect(fs.readFileSync(file('book.xlsx'))).toEqual(before);

  // Half of the rows go, then all of them.
  const ids = result.rows.map(({ transaction }) => transaction);
  const half = ids.slice(0, 6);
  fs.writeFileSync(file('half.xlsx'), await without(fs.readFileSync(file('small.xlsx')), half));
  const left = cli('archive', 'half.xlsx', '--dry-run');
  expect(left.stdout).toContain(`${ids.length} archived by earlier runs, ${ids.length - 6} of them still in the table`);
  fs.writeFileSync(file('small.xlsx'), await without(fs.readFileSync(file('small.xlsx')), ids));

  const plain = cli('close', 'book.xlsx', '--up-to', '2026-04-30', '--json', ...NOW);
  const small = cli('close', 'small.xlsx', '--up-to', '2026-04-30', '--json', ...NOW);
  const figures = ({ stdout }: { stdout: string }): unknown => {
    const { settlements, adjustments, valueBefore, adjustment, valueAfter, ledger, log } = JSON.parse(stdout) as Record<
      string,
      unknown
    >;
    return { settlements, adjustments, valueBefore, adjustment, valueAfter, ledger, log };
  };
  expect(small.status).toBe(0);
  expect(figures(small)).toEqual(figures(plain));
  const verified = cli('verify', 'small.xlsx');
  expect([verified.status, verified.stdout.split('\n')[0]]).toEqual([0, 'Verified: 5 runs, no difference.']);
  expect(verified.stdout).toMatch(/IC-0004 +Archive +2026-03-31 +sums and fingerprint checked +verified/);

  const explained = cli('explain', 'small.xlsx', 'B3');
  expect(explained.stdout).toContain('Its row is archived (IC-0004)');
  const refused = cli('reverse', 'small.xlsx', 'IC-0004', '--with-later');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('rows that IC-0004 archived are no longer in the table Transactions');
  expect(cli('explain', 'small.xlsx', 'B3').stdout).toBe(explained.stdout);
}, 120_000);
