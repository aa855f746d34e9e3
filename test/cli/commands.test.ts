import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram, run } from '../support/program';
import { grid, rowsOf, withCell, withTable, workbookOf } from '../support/workbooks';

const NOW = '2026-02-02T08:00:00Z';
let folder: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => (folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-cli-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const cli = (...args: readonly string[]) => run(folder, ...args);
const january = (...args: readonly string[]) => cli('close', 'smallest.xlsx', '--up-to', '2026-01-31', ...args);
const sample = (): Buffer => {
  expect(cli('sample', 'smallest', '--now', NOW)).toMatchObject({ status: 0, stderr: '' });
  return fs.readFileSync(at('smallest.xlsx'));
};

/** Runs a command that must be refused, and returns its reasons; the workbook must be as it was, and nothing beside it. */
function refused(...args: readonly string[]): string {
  const before = fs.readdirSync(folder).map((name) => [name, contentOf(at(name))]);
  const { status, stdout, stderr } = cli(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(fs.readdirSync(folder).map((name) => [name, contentOf(at(name))])).toEqual(before);
  return stderr;
}
const contentOf = (file: string): string => (fs.statSync(file).isFile() ? fs.readFileSync(file, 'latin1') : 'folder');

describe('what is done', () => {
  test('a close from beginning to end', async () => {
    sample();
    const check = cli('check', 'smallest.xlsx', '--up-to', '2026-01-31');
    expect([check.status, check.stderr]).toEqual([0, '']);
    expect(check.stdout).toMatch(/^5 transactions of 1 item were read\. A close up to 2026-01-31 can run\.\n/);

    const before = fs.readFileSync(at('smallest.xlsx'));
    const preview = cli('preview', 'smallest.xlsx', '--up-to', '2026-01-31');
    expect([preview.status, preview.stderr]).toEqual([0, '']);
    expect(fs.readFileSync(at('smallest.xlsx'))).toEqual(before);

    const close = january('--now', NOW);
    expect([close.status, close.stderr]).toEqual([0, '']);
    expect(close.stdout).toMatch(/^Closed inventory up to 2026-01-31 as IC-0001, voucher V-0001\.\n/);
    expect(close.stdout).toMatch(
      /Inventory value before \(USD\) +62\.50 \n +Adjustment +7\.50 \n +Inventory value after +70\.00 \n/,
    );
    expect(close.stdout).toMatch(
      /\nWritten to smallest\.xlsx: rows of Settlements \(3\), .*\.\nSee the sheets Checks and Summary IC-0001\.\n$/,
    );
    // What the preview told of is what the close did.
    const body = (text: string): string => text.slice(text.indexOf('\n'), text.indexOf('\nWritten to'));
    expect(body(`${preview.stdout}\nWritten to`).trim()).toBe(body(close.stdout).trim());
    expect(fs.readdirSync(folder)).toEqual(['smallest.xlsx']);

    const explain = cli('explain', 'smallest.xlsx', 'so987');
    expect([explain.status, explain.stderr]).toEqual([0, '']);
    expect(explain.stdout).toContain('so the close of 2026-01-31 (IC-0001) adjusts it by +5.00.');
    expect(cli('explain', 'smallest.xlsx', 'so987', '--tree').stdout).toMatch(
      /^Where its cost comes from:\n +15 +160\.00 +SO987 .*\n +10 +100\.00 +from PO123 .* by FIFO, IC-0001\n +5 +60\.00 +from PO456 .* by FIFO, IC-0001\n$/,
    );
    expect(await rowsOf(fs.readFileSync(at('smallest.xlsx')), 'Closings')).toHaveLength(1);
  });

  test('--json prints nothing but JSON', () => {
    sample();
    const preview = JSON.parse(cli('preview', 'smallest.xlsx', '--up-to', '2026-01-31', '--json').stdout);
    const close = JSON.parse(january('--json', '--output', 'closed.xlsx').stdout);
    expect(close).toMatchObject({
      closing: 'IC-0001',
      voucher: 'V-0001',
      file: 'closed.xlsx',
      rows: { Settlements: 3 },
    });
    expect(close).toMatchObject(preview);
    expect(preview).toMatchObject({ valueBefore: '62.50', adjustment: '7.50', valueAfter: '70.00', currency: 'USD' });
    const explain = JSON.parse(cli('explain', 'closed.xlsx', 'SO988', '--json').stdout);
    expect(explain.sentences).toContain('It is settled in full.');
  });

  test('--now gives the same bytes, --output leaves the workbook as it is', () => {
    const before = sample();
    const [one, other] = ['one.xlsx', 'other.xlsx'].map((name) => {
      expect(january('--now', NOW, '--output', name, '--note', '=not a formula').status).toBe(0);
      return fs.readFileSync(at(name));
    });
    expect(other).toEqual(one);
    expect(fs.readFileSync(at('smallest.xlsx'))).toEqual(before);
  });

  test('the reports of a check go into the workbook where that is asked for', async () => {
    sample();
    const reports = cli(
      'check',
      'smallest.xlsx',
      '--up-to',
      '2026-01-19',
      '--base',
      'Median',
      '--max-deviation',
      '5',
      '--write-reports',
    );
    expect([reports.status, reports.stderr]).toEqual([0, '']);
    const rows = await rowsOf(fs.readFileSync(at('smallest.xlsx')), 'CostPriceCheck');
    expect(rows.map((row) => row['Transaction'])).toEqual(['PO123', 'PO456']);
  });

  test('the template can be closed as it is: there is nothing to settle', () => {
    expect(cli('template', '--output', 'mine.xlsx').status).toBe(0);
    const { status, stdout } = cli('close', 'mine.xlsx', '--up-to', '2026-01-31');
    expect(status).toBe(0);
    expect(stdout).toMatch(/there is nothing to post/);
  });

  test('help and version', () => {
    expect(cli('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const help of [['--help'], ['help', 'close'], ['check', '--help']]) {
      expect(cli(...help)).toMatchObject({ status: 0, stderr: '' });
    }
  });

  test('a reader that has had enough is no fault of ours', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', '{ "$0" "$1" close --help; echo $? >&2; } | true', process.execPath, builtProgram()],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('0\n');
  });
});

describe('what is refused, with the reason and the workbook as it was', () => {
  const UP_TO = ['--up-to', '2026-01-31'];

  test.each<[string, () => void, string, RegExp]>([
    ['no such file', () => undefined, 'none.xlsx', /There is no file none\.xlsx\./],
    ['a folder', () => fs.mkdirSync(at('books')), 'books', /books is a folder, not a workbook\./],
    ['a text file', () => fs.writeFileSync(at('a.xlsx'), 'hello'), 'a.xlsx', /a\.xlsx is not an Excel workbook/],
    ['an empty file', () => fs.writeFileSync(at('a.xlsx'), ''), 'a.xlsx', /a\.xlsx is empty/],
    [
      'a file cut off',
      () => fs.writeFileSync(at('a.xlsx'), sample().subarray(0, 3000)),
      'a.xlsx',
      /a\.xlsx is damaged/,
    ],
    [
      'a file that is read-only',
      () => {
        sample();
        fs.chmodSync(at('smallest.xlsx'), 0o444);
      },
      'smallest.xlsx',
      /smallest\.xlsx is read-only\. Nothing was changed\./,
    ],
    [
      'a file open in Excel',
      () => {
        sample();
        fs.writeFileSync(at('~$smallest.xlsx'), '\u0003Ann');
      },
      'smallest.xlsx',
      /open in another program, by Ann\.[^]*delete the file ~\$smallest\.xlsx/,
    ],
    [
      'a file open in LibreOffice',
      () => {
        sample();
        fs.writeFileSync(at('.~lock.smallest.xlsx#'), ',bob,desk,2026-02-01 09:00,file:///home/bob;');
      },
      'smallest.xlsx',
      /open in another program, by bob\./,
    ],
  ])('%s', (_, prepare, file, reason) => {
    prepare();
    expect(refused('close', file, ...UP_TO)).toMatch(reason);
  });

  test('a second close for the same date, and one for an older date', () => {
    sample();
    january();
    for (const date of ['2026-01-31', '2025-12-31']) {
      expect(refused('close', 'smallest.xlsx', '--up-to', date)).toBe(
        'Refused because of a problem. The workbook was not changed.\n' +
          `  ${date} is not later than the last close, IC-0001 up to 2026-01-31.\n` +
          '      Choose a later date, or reverse the last close first.\n',
      );
    }
  });

  test('rows that were changed after a close, each with its cell', async () => {
    sample();
    january();
    const bytes = await withTable(fs.readFileSync(at('smallest.xlsx')), 'Transactions', (table) =>
      withCell(withCell(table, 'PO123', 'Quantity', 9), 'SO987', 'Financial cost', -164),
    );
    fs.writeFileSync(at('changed.xlsx'), bytes);
    const reasons = refused('close', 'changed.xlsx', '--up-to', '2026-02-28');
    expect(reasons).toMatch(/^Refused because of 2 problems\. The workbook was not changed\.\n/);
    expect(reasons).toMatch(/Transactions!C4: .*PO123.*Quantity.*from 10 to 9/);
    expect(reasons).toMatch(/Transactions!E6: .*SO987.*Financial cost.*from -165\.00 to -164\.00/);
  });

  test('many damaged cells: the first of them on the screen, all of them for scripts', () => {
    const rows = Array.from({ length: 80 }, (_, row) => [`T${row}`, 'CUP', 1, 'soon', 1]);
    const headers = ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'];
    fs.writeFileSync(at('a.xlsx'), workbookOf([{ name: 'Transactions', sheet: 'Transactions', headers, rows }]));
    const text = refused('close', 'a.xlsx', ...UP_TO);
    expect(text).toMatch(/Transactions!D4: /);
    expect(text.split('\n').length).toBeLessThan(120);
    const { status, stdout } = cli('close', 'a.xlsx', ...UP_TO, '--json');
    expect(status).toBe(1);
    const told = JSON.parse(stdout) as { refused: boolean; problems: { cell: string; remedy: string }[] };
    expect(told.refused).toBe(true);
    expect(told.problems.map(({ cell }) => cell)).toContain('Transactions!D4');
    expect(told.problems.every(({ remedy }) => remedy !== '')).toBe(true);
  });

  test('a check says that a close would be refused, and may still write its reports', () => {
    const periods = grid('Periods', 'Period | From | To | Status\nJanuary | 2026-01-01 | 2026-01-31 | Closed');
    const transactions = grid(
      'Transactions',
      'Transaction | Item | Quantity | Financial date | Financial cost\nP1 | CUP | 1 | 2026-01-05 | 10',
    );
    fs.writeFileSync(at('a.xlsx'), workbookOf([transactions, periods]));
    const found = cli('check', 'a.xlsx', ...UP_TO, '--json');
    expect([found.status, JSON.parse(found.stdout).refused]).toEqual([1, true]);
    expect(found.stderr).toMatch(/^Refused because of a problem\. The workbook was not changed\.\n/);
    const written = cli('check', 'a.xlsx', ...UP_TO, '--write-reports');
    expect(written.status).toBe(1);
    expect(written.stderr).toMatch(/^Refused because of a problem\. Only the two reports were written\.\n/);
  });

  test('a file that is there already, unless --force says so; a name of another kind of workbook', () => {
    sample();
    fs.writeFileSync(at('mine.xlsx'), 'mine');
    for (const command of [['sample'], ['template'], ['close', 'smallest.xlsx', ...UP_TO]]) {
      expect(refused(...command, '--output', 'mine.xlsx')).toMatch(
        /mine\.xlsx is there already, and was left as it is/,
      );
      expect(refused(...command, '--output', 'mine.xlsm')).toMatch(/mine\.xlsm would not open/);
      expect(refused(...command, '--output', 'none/mine.xlsx')).toMatch(/There is no folder/);
    }
    expect(january('--output', 'mine.xlsx', '--force').status).toBe(0);
    // Its own name as the output is the workbook itself.
    expect(january('--output', './smallest.xlsx').status).toBe(0);
  });

  test('an id that is not there', () => {
    sample();
    expect(refused('explain', 'smallest.xlsx', 'PO999')).toMatch(/There is no transaction "PO999"/);
  });
});

describe('what is not understood', () => {
  test.each([
    [['close'], /missing required argument 'workbook'|required option/],
    [['close', 'a.xlsx'], /required option '--up-to <date>' not specified/],
    [['close', 'a.xlsx', '--up-to', '31.1.2026'], /"31\.1\.2026" is not a date\. Write it as 2026-01-31\./],
    [['close', 'a.xlsx', '--up-to', '2026-02-30'], /"2026-02-30" is not a date/],
    [
      ['close', 'a.xlsx', '--up-to', '2026-01-31', '--specification', 'All'],
      /Allowed choices are Total, Item group, Item/,
    ],
    [['close', 'a.xlsx', '--up-to', '2026-01-31', '--max-throughputs', '0'], /not a whole number from 1 up/],
    [
      ['close', 'a.xlsx', '--up-to', '2026-01-31', '--min-throughput-adjustment', '1,5'],
      /Write it with a decimal point/,
    ],
    [['close', 'a.xlsx', '--up-to', '2026-01-31', '--now', '2026-02-02T08:00'], /not a moment with its time zone/],
    [['close', 'a.xlsx', 'b.xlsx', '--up-to', '2026-01-31'], /too many arguments/],
    [['close', 'a.xlsx', '--up-to', '2026-01-31', '--upto', 'x'], /unknown option '--upto'/],
    [['colse', 'a.xlsx'], /unknown command 'colse'/],
    [['sample', 'huge'], /Allowed choices are smallest, spoilt-average, trading-company/],
  ])('%j', (args, reason) => {
    const { status, stdout, stderr } = cli(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(reason);
    expect(stderr).toMatch(/--help/);
  });

  test('no command at all: the help, as an error', () => {
    const { status, stdout, stderr } = cli();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/A first look:/);
  });
});
