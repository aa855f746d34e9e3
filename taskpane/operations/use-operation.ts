import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { PaneHost } from '../host';
import { failureOf, refused } from '../work/failure';
import { type Machinery, startWork, Stopped, type Work } from '../work/work';
import { type OperationEvent, operationReducer, type OperationState, type OperationTask, optionsOf } from './machine';
import type { OperationOptions } from './options';
import { operate } from './results';

/** An operation as the pages see it. */
export interface OperationFlow {
  readonly state: OperationState;
  readonly send: (event: OperationEvent) => void;
  readonly begin: (task: OperationTask, options?: OperationOptions) => void;
  readonly stop: () => void;
}

/** Keeps the state of an operation and does its work. It lives above the pages, so that a run goes on while others show. */
export function useOperation(host: PaneHost, machinery: Machinery, onWorkbookChanged: () => void): OperationFlow {
  const [state, send] = useReducer(operationReducer, { at: 'list' });
  const work = useRef<Work<OperationEvent> | undefined>(undefined);
  const begin = useCallback(
    (task: OperationTask, options?: OperationOptions) => {
      const event: OperationEvent = { type: 'began', task, ...(options ? { options } : {}) };
      const began = operationReducer(state, event);
      if (began === state || began.at !== 'working') return;
      const { before } = began;
      const given = optionsOf(before);
      if (!given) return;
      const shown = task === 'run' && before.at === 'confirm' ? before.previewed : undefined;
      send(event);
      const watch = {
        progress: (phase: string, done: number, total: number) =>
          send({ type: 'progress', phase, done, total, now: machinery.now() }),
        writing: () => send({ type: 'writing' }),
        cellEdit: (editing: boolean) => send({ type: 'cell edit', editing }),
      };
      const started = startWork(host, machinery, watch, async (port, env): Promise<OperationEvent> => {
        const result = await operate(port, given, shown, env);
        if ('problems' in result) return { type: 'failed', failure: refused(result.problems) };
        return task === 'preview' ? { type: 'previewed', previewed: result } : { type: 'finished', finished: result };
      });
      work.current = started;
      void started.result
        .catch((error: unknown): OperationEvent =>
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
  useEffect(() => () => work.current?.stop(), []);
  return { state, send, begin, stop };
}
