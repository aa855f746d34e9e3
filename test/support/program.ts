import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');
/** Inside node_modules, so that the program finds its packages, and no other tool looks. */
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'inventory-close');

/**
 * Path of bin/inventory-close.js of a build of the present sources. It is made once for each state of the sources, in a
 * folder of its own, and put in place whole: test files that run side by side share it.
 */
export function builtProgram(): string {
  const sources = ['src', 'samples'].flatMap((folder) => filesOf(path.join(ROOT, folder)));
  const texts = sources.map((file) => fs.readFileSync(file, 'utf8'));
  const hash = createHash('sha256');
  sources.forEach((file, index) => hash.update(`${path.relative(ROOT, file)}\0${texts[index]}\0`));
  const build = path.join(CACHE, hash.digest('hex').slice(0, 16));
  if (!fs.existsSync(build)) {
    const unfinished = `${build}.${process.pid}`;
    sources.forEach((file, index) => {
      const target = path.join(unfinished, 'dist', path.relative(ROOT, file).replace(/\.ts$/, '.js'));
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, compiled(texts[index]));
    });
    fs.cpSync(path.join(ROOT, 'bin'), path.join(unfinished, 'bin'), { recursive: true });
    fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(unfinished, 'package.json'));
    try {
      fs.renameSync(unfinished, build);
    } catch {
      // Another test file was quicker.
      fs.rmSync(unfinished, { recursive: true, force: true });
    }
    removeOldBuilds();
  }
  return path.join(build, 'bin', 'inventory-close.js');
}

/** As the build does, without looking at types: that is for the type check. */
function compiled(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  }).outputText;
}

function filesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.join(folder, name));
}

function removeOldBuilds(): void {
  const yesterday = Date.now() - 86_400_000;
  for (const name of fs.readdirSync(CACHE)) {
    const folder = path.join(CACHE, name);
    if ((fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? yesterday) < yesterday) {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Runs the program in a folder, as a person would. */
export function run(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return runWith({}, folder, ...args);
}

/** The same with variables of the environment. */
export function runWith(
  variables: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [builtProgram(), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], COLUMNS: '100', ...variables },
  });
}

/** What a command of the same program gives that runs here, and not in a process of its own: many of them are quick so. */
export async function runHere(
  folder: string,
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly output: string }> {
  const file = path.join(path.dirname(builtProgram()), '..', 'dist', 'src', 'cli', 'main.js');
  const { main } = (await import(file)) as { main: (args: readonly string[]) => Promise<void> };
  const [home, exitCode, listeners] = [process.cwd(), process.exitCode, process.stdout.listeners('error')];
  let output = '';
  const say = (text: string | Uint8Array): boolean => {
    output += String(text);
    return true;
  };
  const mouths = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(say));
  process.chdir(folder);
  process.exitCode = undefined;
  try {
    await main([process.execPath, 'inventory-close', ...args]);
    return { status: Number(process.exitCode ?? 0), output };
  } finally {
    mouths.forEach((mouth) => mouth.mockRestore());
    process.chdir(home);
    process.exitCode = exitCode;
    for (const one of process.stdout.listeners('error')) {
      if (!listeners.includes(one)) process.stdout.off('error', one as () => void);
    }
  }
}
