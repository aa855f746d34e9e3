import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram } from '../support/program';

// The program is killed before each single thing that it does to the disk. What is left is the old workbook or the whole new
// one; the next command names what lies beside it, the same command done again ends as if nothing had been, and nothing is left.

const NOW = ['--now', '2026-02-02T08:00:00Z'];
const BOOK = 'book.xlsx';
const TEMPORARY = /^\.book\.xlsx\.[0-9a-f]{12}\.tmp$/;

/** Loaded before the program: ends it without warning before the n-th change of the disk. */
const HOOK = `
const fs = require('node:fs');
let left = Number(process.env.KILL_BEFORE);
for (const name of ['fchmodSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync']) {
  const does = fs[name];
  fs[name] = (...rest) => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
    return does(...rest);
  };
}
`;

let folder: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-kill-'));
  fs.writeFileSync(at('hook.js'), HOOK);
  expect(run(0, 'sample', 'smallest', '--output', BOOK, ...NOW).status).toBe(0);
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const workbook = (): Buffer => fs.readFileSync(at(BOOK));
const beside = (): string[] => fs.readdirSync(folder).filter((name) => name !== BOOK && name !== 'hook.js');

/** Runs the program; it is killed before its n-th change of the disk, or never with 0. */
function run(killBefore: number, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], KILL_BEFORE: String(killBefore) };
  return spawnSync(process.execPath, ['-r', at('hook.js'), builtProgram(), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
}

const CLOSE = ['close', BOOK, '--up-to', '2026-01-31', ...NOW];

test.each<[string, string[][], string[]]>([
  ['a close', [], CLOSE],
  ['a recalculation', [], ['recalculate', BOOK, '--up-to', '2026-01-31', ...NOW]],
  ['a reversal', [CLOSE], ['reverse', BOOK, ...NOW]],
])(
  '%s that is killed',
  (_, earlier, command) => {
    for (const one of earlier) expect(run(0, ...one).status).toBe(0);
    const before = workbook();
    expect(run(0, ...command)).toMatchObject({ status: 0, stderr: '' });
    const after = workbook();
    const found = new Set<string>();
    for (let step = 1; ; step++) {
      fs.writeFileSync(at(BOOK), before);
      const { signal } = run(step, ...command);
      if (signal === null) break;
      const isOld = workbook().equals(before);
      found.add(isOld ? 'old' : 'new');
      expect(isOld || workbook().equals(after)).toBe(true);
      for (const name of beside()) {
        expect(name).toMatch(TEMPORARY);
        fs.rmSync(at(name));
      }
    }
    fs.writeFileSync(at(BOOK), before);
    run(3, ...command);
    const [left] = beside();
    expect(run(0, 'check', BOOK, '--up-to', '2026-01-31').stderr).toContain(
      `left a file beside it (${left}). The workbook is whole`,
    );
    expect(run(0, ...command).status).toBe(0);
    expect(workbook().equals(after)).toBe(true);
    expect(beside()).toEqual([]);
    expect([...found].sort()).toEqual(['new', 'old']);
  },
  120_000,
);
