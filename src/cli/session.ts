import { SingleBar } from 'cli-progress';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../book/problem';
import type { Environment, RunPoint, Unpaused } from '../runs/environment';
import type { PauseAfter } from './options';

/** Exit codes, the same for every command. */
export const EXIT = { done: 0, refused: 1, usage: 2, fault: 3, interrupted: 130 } as const;

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

/** The environment of one command; `finish` ends what it shows and listens to. */
export interface Session extends Unpaused {
  readonly finish: () => void;
}

/** Clock, version and progress of one command. The bar shows on a terminal, after a second of work. */
export function session(now: number | undefined, by?: string): Session {
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
    ...(by === undefined ? {} : { by }),
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

/** A session whose run can be paused: as it was told beforehand, or by Ctrl-C. */
export interface PausableSession extends Environment {
  readonly finish: () => void;
  /** Whether Ctrl-C was pressed. */
  readonly isInterrupted: () => boolean;
}

/** The event loop gets its turn after so many milliseconds of work: else Ctrl-C would not be seen. */
const TURN = 50;

/**
 * The same for a run that can be paused. Ctrl-C once pauses it at its next step; pressed again it ends the program at once,
 * which has written nothing then: files are saved whole.
 */
export function pausableSession(now: number | undefined, after: PauseAfter | undefined, by?: string): PausableSession {
  const { finish, progress, ...rest } = session(now, by);
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) {
      process.stderr.write(`\nGiven up. ${UNCHANGED}\n`);
      process.exit(EXIT.interrupted);
    }
    interrupted = true;
    process.stderr.write('\nPausing at the next step. Press Ctrl-C again to give up; then nothing is written.\n');
  };
  process.on('SIGINT', interrupt);
  let turn = Date.now();
  return {
    ...rest,
    progress: async (phase, done, total) => {
      await progress?.(phase, done, total);
      if (Date.now() - turn < TURN) return;
      await new Promise((resolve) => setImmediate(resolve));
      turn = Date.now();
    },
    pause: (at) => interrupted || isReached(after, at),
    finish: () => {
      process.off('SIGINT', interrupt);
      finish();
    },
    isInterrupted: () => interrupted,
  };
}

function isReached(after: PauseAfter | undefined, { step, share }: RunPoint): boolean {
  if (!after) return false;
  return 'steps' in after ? step >= after.steps : share >= after.share;
}
