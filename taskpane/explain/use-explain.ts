import { useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '../../src/book/days';
import { explain, type Explanation } from '../../src/runs/explain/explain';
import type { PaneHost } from '../host';
import { type Failure, failureOf, refused } from '../work/failure';
import { nextPhase, type PhaseProgress } from '../work/time-left';
import { type Machinery, startWork, Stopped, type Work } from '../work/work';

/** What is asked: a transaction, and up to which day a close is assumed; undefined explains what was written. */
export interface Question {
  readonly id: string;
  readonly upTo: Day | undefined;
}

export type ExplainState =
  | { readonly at: 'idle' }
  | {
      readonly at: 'working';
      readonly question: Question;
      readonly progress: PhaseProgress | undefined;
      readonly cellEdit: boolean;
    }
  | { readonly at: 'found'; readonly question: Question; readonly explanation: Explanation }
  | { readonly at: 'failed'; readonly question: Question; readonly failure: Failure };

export interface ExplainFlow {
  readonly state: ExplainState;
  readonly ask: (question: Question) => void;
  readonly stop: () => void;
}

/** Asks for explanations, one at a time: a new question ends the one before. */
export function useExplain(host: PaneHost, machinery: Machinery): ExplainFlow {
  const [state, setState] = useState<ExplainState>({ at: 'idle' });
  const work = useRef<Work<unknown> | undefined>(undefined);
  const ask = useCallback(
    (question: Question) => {
      work.current?.stop();
      setState({ at: 'working', question, progress: undefined, cellEdit: false });
      const watch = {
        progress: (phase: string, done: number, total: number) =>
          setState((before) =>
            before.at === 'working' && before.question === question
              ? { ...before, progress: nextPhase(before.progress, phase, done, total, machinery.now()) }
              : before,
          ),
        writing: () => undefined,
        cellEdit: (cellEdit: boolean) =>
          setState((before) => (before.at === 'working' ? { ...before, cellEdit } : before)),
      };
      const started = startWork(host, machinery, watch, (port, env) => explain(port, question.id, question.upTo, env));
      work.current = started;
      const answer = (next: ExplainState) => {
        if (work.current === started) setState(next);
      };
      started.result.then(
        (found) =>
          answer(
            found.ok
              ? { at: 'found', question, explanation: found }
              : { at: 'failed', question, failure: refused(found.problems) },
          ),
        (error: unknown) =>
          answer(error instanceof Stopped ? { at: 'idle' } : { at: 'failed', question, failure: failureOf(error, 0) }),
      );
    },
    [host, machinery],
  );
  const stop = useCallback(() => work.current?.stop(), []);
  useEffect(() => () => work.current?.stop(), []);
  return { state, ask, stop };
}
