import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { PaneHost } from '../host';
import { failureOf } from '../work/failure';
import { type Machinery, startWork, Stopped, type Work } from '../work/work';
import { type FlowEvent, flowReducer, type FlowState, type Task } from './machine';
import type { FlowOptions } from './options';

/** A run as the pages see it. */
export interface Flow {
  readonly state: FlowState;
  readonly send: (event: FlowEvent) => void;
  /** Begins a piece of work; what comes of it changes the state. */
  readonly begin: (task: Task, options?: FlowOptions) => void;
  readonly stop: () => void;
  /** Asks the run to pause at its next step. */
  readonly pause: () => void;
}

/** Keeps the state of a run and does its work. It lives above the pages, so that a run goes on while others show. */
export function useFlow(host: PaneHost, machinery: Machinery, onWorkbookChanged: () => void): Flow {
  const [state, send] = useReducer(flowReducer, { at: 'idle' });
  const work = useRef<Work<FlowEvent> | undefined>(undefined);
  const begin = useCallback(
    (task: Task, options?: FlowOptions) => {
      const event: FlowEvent = { type: 'began', task, ...(options ? { options } : {}) };
      const began = flowReducer(state, event);
      if (began === state || began.at !== 'working') return;
      send(event);
      const { before } = began;
      const watch = {
        progress: (phase: string, done: number, total: number) =>
          send({ type: 'progress', phase, done, total, now: machinery.now() }),
        writing: () => send({ type: 'writing' }),
        cellEdit: (editing: boolean) => send({ type: 'cell edit', editing }),
      };
      const started = startWork(host, machinery, watch, async (port, env, pausable) => {
        // What computes and writes runs is fetched when the first one begins.
        const { TASKS } = await import('./tasks');
        return TASKS[task](port, before, env, pausable);
      });
      work.current = started;
      void started.result
        .catch((error: unknown): FlowEvent =>
          error instanceof Stopped
            ? { type: 'stopped' }
            : { type: 'failed', failure: failureOf(error, started.writes()) },
        )
        .then((next) => {
          if (work.current === started) send(next);
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
