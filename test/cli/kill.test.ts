import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { benchWorkbook } from '../../samples';
import { seeded } from '../../samples/random';
import { builtProgram } from '../support/program';

const NOW = '2026-02-02T08:00:00Z';
const ARGUMENTS = ['close', 'book.xlsx', '--up-to', '2026-01-31', '--now', NOW];
/** At any moment of the run, and from the moment that the second file appears beside the workbook. */
const MOMENTS = { any: 6, writing: 4 };

let folder: string;
let file: string;
let before: Buffer;
let after: Buffer;
let took: number;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-kill-'));
  file = path.join(folder, 'book.xlsx');
  before = Buffer.from(benchWorkbook(1000, new Date(NOW)));
  fs.writeFileSync(file, before);
  builtProgram();
  const began = Date.now();
  await runAndKill();
  took = Date.now() - began;
  after = fs.readFileSync(file);
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs the close and ends it without warning when told to; resolves when the process is gone, with whether it was killed. */
function runAndKill(when: (kill: () => void) => void = () => undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [builtProgram(), ...ARGUMENTS], { cwd: folder, stdio: 'ignore' });
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'));
    when(() => child.kill('SIGKILL'));
  });
}

/** Calls back as soon as a second file stands beside the workbook. */
function onSecondFile(then: () => void): () => void {
  const timer = setInterval(() => {
    if (fs.readdirSync(folder).length > 1) then();
  }, 0);
  return () => clearInterval(timer);
}

/** The workbook must be the old one or the whole new one, and nothing beside it may pass for a workbook. */
function checkAndRestore(): 'old' | 'new' {
  const found = fs.readFileSync(file);
  const isOld = found.equals(before);
  expect(isOld || found.equals(after)).toBe(true);
  for (const name of fs.readdirSync(folder)) {
    if (name === 'book.xlsx') continue;
    expect(name).toMatch(/^\.book\.xlsx\.[0-9a-f]+\.tmp$/);
    fs.rmSync(path.join(folder, name));
  }
  fs.writeFileSync(file, before);
  return isOld ? 'old' : 'new';
}

test('a close that is not disturbed gives the new workbook', async () => {
  fs.writeFileSync(file, before);
  expect(await runAndKill()).toBe(false);
  expect(checkAndRestore()).toBe('new');
});

test('killed at any moment, it leaves the old workbook or the new one', async () => {
  const random = seeded(17);
  const found: string[] = [];
  for (let round = 0; round < MOMENTS.any; round++) {
    // Each round in its own part of the time, so that all of the run is tried.
    const delay = ((round + random.next()) / MOMENTS.any) * took;
    const killed = await runAndKill((kill) => setTimeout(kill, delay));
    found.push(killed ? checkAndRestore() : `not killed, ${checkAndRestore()}`);
  }
  expect(found[0]).toBe('old');
}, 60_000);

test('killed while it saves, it leaves the old workbook or the new one', async () => {
  const random = seeded(18);
  let killed = 0;
  for (let round = 0; round < MOMENTS.writing; round++) {
    const delay = random.whole(0, 6);
    let stop = (): void => undefined;
    if (
      await runAndKill((kill) => {
        stop = onSecondFile(() => {
          stop();
          if (delay === 0) kill();
          else setTimeout(kill, delay);
        });
      })
    )
      killed++;
    stop();
    checkAndRestore();
  }
  expect(killed).toBeGreaterThan(0);
}, 60_000);
