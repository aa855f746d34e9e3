import { SingleBar } from 'cli-progress';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../book/problem';
import type { Environment } from '../runs/environment';

/** Exit codes, the same for every command. */
export const EXIT = { done: 0, refused: 1, usage: 2, fault: 3 } as const;

export const UNCHANGED = 'The workbook was not changed.';

/** Thrown by a command that was refused; the reasons are printed. */
export class Refused extends Error {
  constructor(
    readonly problems: readonly Problem[],
    /** Whether the command has told of the reasons on the standard output in JSON already. */
    readonly told = false,
    /** What happened to the workbook. */
    readonly kept = UNCHANGED,
  ) {
    super('refused');
  }
}

/** Thrown by a command that has told of everything itself, and did not find what it should. */
export class Failed extends Error {
  constructor(readonly exit: number) {
    super('failed');
  }
}

/** The version of the program, from the package. */
export function version(): string {
  const file = join(__dirname, '..', '..', '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Writes a text and the end of its line to the standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** How long work takes before its progress is shown, in milliseconds. */
const PATIENCE = 1000;

/** Clock, version and progress of one command. The bar shows on a terminal, after a second of work. */
export function session(now: number | undefined): Environment & { readonly finish: () => void } {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: '{phase} {bar} {percentage} %',
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
      })
    : undefined;
  const began = Date.now();
  let showing = false;
  return {
    now: () => now ?? Date.now(),
    version: version(),
    progress: (phase, done, total) => {
      if (!bar || total === 0 || Date.now() - began < PATIENCE) return;
      const payload = { phase: phase.padEnd(8) };
      if (!showing) bar.start(total, done, payload);
      bar.setTotal(total);
      bar.update(done, payload);
      showing = true;
    },
    finish: () => {
      if (showing) bar?.stop();
      showing = false;
    },
  };
}
