import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../src/book/problem';
import type { Environment } from '../../src/runs/environment';
import type { WorkbookPort } from '../../src/workbook/port';
import { usePane } from '../app/context';
import { type Failure, failureOf, refused } from './failure';
import { nextPhase, type PhaseProgress } from './time-left';
import { startWork, Stopped, type Work } from './work';

/** A question to the workbook that writes nothing, and its answer. */
export type AnswerState<T> =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly progress: PhaseProgress | undefined; readonly cellEdit: boolean }
  | { readonly at: 'found'; readonly answer: T }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Asks one question at a time: a new one ends the one before. Leaving the page ends it too. */
export function useAnswer<T extends { readonly ok: true }>() {
  const { host, machinery } = usePane();
  const [state, setState] = useState<AnswerState<T>>({ at: 'idle' });
  const work = useRef<Work<T | Refusal> | undefined>(undefined);
  const ask = useCallback(
    (question: (port: WorkbookPort, env: Environment) => Promise<T | Refusal>) => {
      work.current?.stop();
      setState({ at: 'working', progress: undefined, cellEdit: false });
      const change = (next: (before: AnswerState<T> & { at: 'working' }) => AnswerState<T>) =>
        setState((before) => (before.at === 'working' && work.current === started ? next(before) : before));
      const watch = {
        progress: (phase: string, done: number, total: number) =>
          change((before) => ({
            ...before,
            progress: nextPhase(before.progress, phase, done, total, machinery.now()),
          })),
        writing: () => undefined,
        cellEdit: (cellEdit: boolean) => change((before) => ({ ...before, cellEdit })),
      };
      const started = startWork(host, machinery, watch, question);
      work.current = started;
      const answer = (next: AnswerState<T>) => {
        if (work.current === started) setState(next);
      };
      started.result.then(
        (found) =>
          answer(found.ok ? { at: 'found', answer: found } : { at: 'failed', failure: refused(found.problems) }),
        (error: unknown) =>
          answer(error instanceof Stopped ? { at: 'idle' } : { at: 'failed', failure: failureOf(error, 0) }),
      );
    },
    [host, machinery],
  );
  const stop = useCallback(() => work.current?.stop(), []);
  useEffect(() => () => work.current?.stop(), []);
  return { state, ask, stop };
}
