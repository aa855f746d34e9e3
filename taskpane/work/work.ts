import type { Outcome, RunRequest } from '../../src/book/outcome';
import type { Book } from '../../src/book/book';
import { TURN } from '../../src/book/steps';
import type { Environment, Unpaused } from '../../src/runs/environment';
import type { Progress, WorkbookPort } from '../../src/workbook/port';
import type { PaneHost } from '../host';
import { runBy } from './run-by';

/** Thrown inside a run that a person has cancelled. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** What a piece of work tells of itself while it goes on. */
export interface Watch {
  readonly progress: (phase: string, done: number, total: number) => void;
  /** Called once, right before the first cell is written. From then on the work is not stopped any more. */
  readonly writing: () => void;
  /** A cell is being edited, and Excel does nothing else until it is left; or that is over. */
  readonly cellEdit: (editing: boolean) => void;
}

/** What the pane computes with: its clock, the version of the program, and the engine's worker. */
export interface Machinery {
  readonly now: () => number;
  readonly version: string;
  readonly settle?: (book: Book, request: RunRequest, progress: Progress | undefined) => Promise<Outcome>;
}

/** A piece of work that goes on. */
export interface Work<T> {
  readonly result: Promise<T>;
  /** Asks it to stop: it rejects with Stopped at its next report of progress, unless it writes already. */
  readonly stop: () => void;
  /** Asks a run that can be paused to do so at its next step, also while it writes (A18). */
  readonly pause: () => void;
  /** How often it has begun to write: a failure tells by it what may have changed. */
  readonly writes: () => number;
}

/** Starts a run over the host's workbook. It can be stopped until it begins to write. */
export function startWork<T>(
  host: Pick<PaneHost, 'port'>,
  machinery: Machinery,
  watch: Watch,
  run: (port: WorkbookPort, env: Unpaused, pausable: Environment) => Promise<T>,
): Work<T> {
  const stopper = new AbortController();
  const port = host.port({ signal: stopper.signal, onCellEdit: watch.cellEdit });
  let stopped = false;
  let pausing = false;
  let written = 0;
  let turn = machinery.now();
  const check = () => {
    if (stopped && written === 0) throw new Stopped();
  };
  const pause = async () => {
    if (machinery.now() - turn < TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    turn = machinery.now();
    check();
  };
  const progress: Progress = async (phase, done, total) => {
    check();
    watch.progress(phase, done, total);
    await pause();
  };
  const watched: WorkbookPort = {
    isShared: port.isShared,
    facts: () => port.facts(),
    read: (names, told) => port.read(names, told),
    usedArea: (sheet) => port.usedArea(sheet),
    readArea: (place, told) => port.readArea(place, told),
    write: (writes, formats, told) => {
      check();
      if (written === 0) watch.writing();
      written += 1;
      return port.write(writes, formats, told);
    },
    ...(port.pages ? { pages: port.pages } : {}),
  };
  const by = runBy();
  const env: Unpaused = {
    now: machinery.now,
    version: machinery.version,
    ...(by === '' ? {} : { by }),
    progress,
    turn: pause,
    ...(machinery.settle ? { settle: machinery.settle } : {}),
  };
  return {
    result: run(watched, env, { ...env, pause: () => pausing }).catch((error: unknown) => {
      throw stopped && written === 0 ? new Stopped() : error;
    }),
    stop: () => {
      stopped = true;
      // What writes already is not stopped any more: half a close would be worse than one that ends a moment later.
      if (written === 0) stopper.abort();
    },
    pause: () => {
      pausing = true;
    },
    writes: () => written,
  };
}
