import { useCallback, useEffect, useReducer, useRef } from 'react';
import { inTurns } from '../../src/book/steps';
import { check, writeReports } from '../../src/runs/check';
import { close } from '../../src/runs/close';
import { plannedRowSteps } from '../../src/runs/planned-rows';
import { preview } from '../../src/runs/preview';
import type { RunOptions } from '../../src/runs/request';
import { summaryOf } from '../../src/runs/summary';
import type { Environment, Unpaused } from '../../src/runs/environment';
import type { WorkbookPort } from '../../src/workbook/port';
import type { PaneHost } from '../host';
import { failureOf, refused } from '../work/failure';
import { type Machinery, startWork, Stopped, type Work } from '../work/work';
import { type CloseEvent, type CloseOptions, closeReducer, type CloseState, type Resting, type Task } from './machine';

/** The close as the pages see it. */
export interface CloseFlow {
  readonly state: CloseState;
  readonly send: (event: CloseEvent) => void;
  /** Begins a piece of work; what comes of it changes the state. */
  readonly begin: (task: Task, options?: CloseOptions) => void;
  readonly stop: () => void;
  /** Asks the run to pause at its next step. */
  readonly pause: () => void;
}

/** Keeps the state of a close and does its work. It lives above the pages, so that a run goes on while others show. */
export function useClose(host: PaneHost, machinery: Machinery, onWorkbookChanged: () => void): CloseFlow {
  const [state, send] = useReducer(closeReducer, { at: 'read' });
  const work = useRef<Work<CloseEvent> | undefined>(undefined);
  const begin = useCallback(
    (task: Task, options?: CloseOptions) => {
      const event: CloseEvent = { type: 'began', task, ...(options ? { options } : {}) };
      const began = closeReducer(state, event);
      if (began === state || began.at !== 'working') return;
      send(event);
      const { before } = began;
      const watch = {
        progress: (phase: string, done: number, total: number) =>
          send({ type: 'progress', phase, done, total, now: machinery.now() }),
        writing: () => send({ type: 'writing' }),
        cellEdit: (editing: boolean) => send({ type: 'cell edit', editing }),
      };
      const started = startWork(host, machinery, watch, (port, env, pausable) =>
        RUNS[task](port, before, env, pausable),
      );
      work.current = started;
      void started.result
        .catch((error: unknown): CloseEvent =>
          error instanceof Stopped
            ? { type: 'stopped' }
            : { type: 'failed', failure: failureOf(error, started.writes()) },
        )
        .then((event) => {
          if (work.current === started) send(event);
          if (started.writes() > 0) onWorkbookChanged();
        });
    },
    [state, host, machinery, onWorkbookChanged],
  );
  const stop = useCallback(() => {
    send({ type: 'stop' });
    work.current?.stop();
  }, []);
  const pause = useCallback(() => {
    send({ type: 'pause' });
    work.current?.pause();
  }, []);
  useEffect(() => () => work.current?.stop(), []);
  return { state, send, begin, stop, pause };
}

type Run = (port: WorkbookPort, before: Resting, env: Unpaused, pausable: Environment) => Promise<CloseEvent>;

/** Each task ends in the event that tells of it. */
const RUNS: Readonly<Record<Task, Run>> = {
  check: async (port, { options }, env) => {
    const checked = await check(port, options, env);
    return checked.ok ? { type: 'checked', checked } : { type: 'failed', failure: refused(checked.problems) };
  },
  reports: async (port, before, env) => {
    if (before.at === 'check') await writeReports(port, before.checked, before.options.upTo, env);
    return { type: 'reports written' };
  },
  preview: async (port, { options }, env) => {
    const found = await preview(port, runOptions(options), env);
    if (!found.ok) return { type: 'failed', failure: refused(found.problems) };
    const rows = await inTurns(plannedRowSteps(found), env.turn);
    const rowsInAll = rows.reduce((sum, one) => sum + one.rows, 0);
    return { type: 'previewed', previewed: { preview: found, summary: summaryOf(found), rows, rowsInAll } };
  },
  run: async (port, { options }, _, pausable) => {
    const closed = await close(port, runOptions(options), pausable);
    if (!closed.ok) return { type: 'failed', failure: refused(closed.problems) };
    if (closed.paused) return { type: 'paused', paused: closed };
    return { type: 'closed', finished: { closed, summary: summaryOf(closed) } };
  },
};

function runOptions(options: CloseOptions): RunOptions {
  const { upTo, specification, maximumThroughputs, minimumThroughputAdjustment, note } = options;
  return { upTo, specification, maximumThroughputs, minimumThroughputAdjustment, note };
}
