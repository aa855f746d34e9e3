import { SingleBar } from 'cli-progress';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../book/problem';
import type { Environment } from '../runs/environment';

/** Exit codes, the same for every command. */
export const EXIT = { done: 0, refused: 1, usage: 2, fault: 3 } as const;

/** Thrown by a command that was refused; the reasons are printed, and nothing was changed. */
export class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('refused');
  }
}

/** The version of the program, from the package. */
export function version(): string {
  const file = join(__dirname, '..', '..', '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

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
      if (!bar || Date.now() - began < 1000) return;
      if (!showing) bar.start(total, done, { phase: phase.padEnd(10) });
      else {
        bar.setTotal(total);
        bar.update(done, { phase: phase.padEnd(10) });
      }
      showing = true;
    },
    finish: () => {
      if (showing) bar?.stop();
    },
  };
}

/** Problems as a person reads them: where, what, and what to do. */
export function problemText({ cell, message, remedy }: Problem): string {
  return `  ${cell === '' ? '' : `${cell}: `}${message}\n      ${remedy}`;
}
