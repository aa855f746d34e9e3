import { useCallback, useEffect, useRef, useState } from 'react';
import type { Environment } from '../../src/runs/environment';
import type { WorkbookPort } from '../../src/workbook/port';
import { usePane } from '../app/context';
import { type Failure, failureOf } from './failure';
import { nextPhase, type PhaseProgress } from './time-left';
import { startWork, Stopped, type Work } from './work';

/** A piece of work that a page waits for. */
export type WorkState<T> =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly progress: PhaseProgress | undefined; readonly cellEdit: boolean }
  | { readonly at: 'done'; readonly value: T }
  | { readonly at: 'failed'; readonly failure: Failure };

export interface Waiting<T> {
  readonly state: WorkState<T>;
  /** Begins anew; an answer of the work before is not waited for any more. */
  readonly start: (run: (port: WorkbookPort, env: Environment) => Promise<T>) => void;
  readonly reset: () => void;
}

const BEGIN = { at: 'working', progress: undefined, cellEdit: false } as const;

/** Does one piece of work at a time for a page, and tells how far it is. It is stopped where the page goes. */
export function useWork<T>(): Waiting<T> {
  const { host, machinery } = usePane();
  const [state, setState] = useState<WorkState<T>>({ at: 'idle' });
  const work = useRef<Work<T> | undefined>(undefined);
  const reset = useCallback(() => {
    work.current?.stop();
    work.current = undefined;
    setState({ at: 'idle' });
  }, []);
  const start = useCallback(
    (run: (port: WorkbookPort, env: Environment) => Promise<T>) => {
      work.current?.stop();
      setState(BEGIN);
      const change = (next: (before: WorkState<T>) => WorkState<T>) =>
        setState((before) => (work.current === started ? next(before) : before));
      const watch = {
        progress: (phase: string, done: number, total: number) =>
          change((before) =>
            before.at === 'working'
              ? { ...before, progress: nextPhase(before.progress, phase, done, total, machinery.now()) }
              : before,
          ),
        writing: () => undefined,
        cellEdit: (cellEdit: boolean) =>
          change((before) => (before.at === 'working' ? { ...before, cellEdit } : before)),
      };
      const started: Work<T> = startWork(host, machinery, watch, run);
      work.current = started;
      started.result.then(
        (value) => change(() => ({ at: 'done', value })),
        (error: unknown) => {
          if (error instanceof Stopped) return;
          change(() => ({ at: 'failed', failure: failureOf(error, started.writes()) }));
        },
      );
    },
    [host, machinery],
  );
  useEffect(() => () => work.current?.stop(), []);
  return { state, start, reset };
}
