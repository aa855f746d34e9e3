import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram } from '../support/program';
import { rowsOf } from '../support/workbooks';

const NOW = ['--now', '2026-02-02T08:00:00Z'];

/**
 * Loaded before the program. As soon as it listens for Ctrl-C, that is pressed: once by a signal, and again where asked
 * for. Each look at the clock takes longer than the program works without looking for signals.
 */
const HOOK = `
let now = 0;
Date.now = () => (now += 1000);
const on = process.on.bind(process);
process.on = (name, listener) => {
  if (name !== 'SIGINT') return on(name, listener);
  on(name, () => {
    listener();
    if (process.env.TWICE === 'yes') listener();
  });
  process.kill(process.pid, 'SIGINT');
  return process;
};
`;

let folder: string;
let file: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-interrupt-'));
  file = path.join(folder, 'book.xlsx');
  fs.writeFileSync(path.join(folder, 'hook.js'), HOOK);
  expect(run([], '', 'sample', 'smallest', '--output', 'book.xlsx', ...NOW).status).toBe(0);
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const hook = (): string[] => ['-r', path.join(folder, 'hook.js')];

function run(node: readonly string[], twice: string, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], TWICE: twice };
  return spawnSync(process.execPath, [...node, builtProgram(), ...args], { cwd: folder, encoding: 'utf8', env });
}

test.each([['close'], ['recalculate']])(
  'Ctrl-C pauses a %s, which goes on when it is resumed',
  async (command) => {
    const paused = run(hook(), '', command, 'book.xlsx', '--up-to', '2026-01-31', ...NOW);
    expect(paused.status).toBe(130);
    expect(paused.stderr).toMatch(
      /Pausing at the next step\. Press Ctrl-C again to give up; then nothing is written\./,
    );
    expect(paused.stdout).toMatch(/IC-0001 up to 2026-01-31 is paused at \d+ %/);
    expect(await rowsOf(fs.readFileSync(file), 'Closings')).toMatchObject([{ Closing: 'IC-0001', Status: 'Paused' }]);
    expect(run([], '', 'resume', 'book.xlsx', ...NOW).status).toBe(0);
    expect(await rowsOf(fs.readFileSync(file), 'Closings')).toMatchObject([
      { Closing: 'IC-0001', Status: 'Completed' },
    ]);
  },
  60_000,
);

test('Ctrl-C a second time gives up, and leaves the workbook as it was', () => {
  const before = fs.readFileSync(file);
  const given = run(hook(), 'yes', 'close', 'book.xlsx', '--up-to', '2026-01-31', ...NOW);
  expect([given.status, given.stdout]).toEqual([130, '']);
  expect(given.stderr).toMatch(/Given up\. The workbook was not changed\./);
  expect(fs.readFileSync(file).equals(before)).toBe(true);
  expect(fs.readdirSync(folder).sort()).toEqual(['book.xlsx', 'hook.js']);
}, 60_000);
