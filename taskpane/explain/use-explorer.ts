import { useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '../../src/book/days';
import type { Explorer } from '../../src/runs/explain/explorer';
import type { PaneHost } from '../host';
import { type Failure, failureOf, refused } from '../work/failure';
import { nextPhase, type PhaseProgress } from '../work/time-left';
import { type Machinery, startWork, Stopped, type Work } from '../work/work';

/** What is asked: a transaction, and up to which day a close is assumed; undefined explains what was written. */
export interface Question {
  readonly id: string;
  readonly upTo: Day | undefined;
}

export type ExplorerState =
  | { readonly at: 'idle' }
  | {
      readonly at: 'working';
      readonly question: Question;
      readonly progress: PhaseProgress | undefined;
      readonly cellEdit: boolean;
    }
  | { readonly at: 'open'; readonly question: Question; readonly explorer: Explorer }
  | { readonly at: 'failed'; readonly question: Question; readonly failure: Failure };

export interface ExplorerFlow {
  readonly state: ExplorerState;
  /** Asks for a transaction; reads the workbook only where it was not read for this date yet, or has changed since. */
  readonly ask: (question: Question) => void;
  /** Reads the workbook again and asks the same. */
  readonly readAgain: () => void;
  readonly stop: () => void;
}

/** What was read, for which question of date, and what was known of the workbook then. */
interface Opened {
  readonly explorer: Explorer;
  readonly upTo: Day | undefined;
  readonly version: unknown;
}

/**
 * Keeps a workbook that was read once, so that each further transaction is answered at once. `version` is something that
 * is another thing after each change that the pane itself made to the workbook; undefined while that is not known. `closedUpTo`
 * is the day of its last close: a preview up to that day has become what was written.
 */
export function useExplorer(
  host: PaneHost,
  machinery: Machinery,
  version: unknown,
  closedUpTo: Day | undefined,
): ExplorerFlow {
  const [state, setState] = useState<ExplorerState>({ at: 'idle' });
  const work = useRef<Work<unknown> | undefined>(undefined);
  const opened = useRef<Opened | undefined>(undefined);
  const asked = useRef<Question | undefined>(undefined);

  const read = useCallback(
    (question: Question) => {
      work.current?.stop();
      setState({ at: 'working', question, progress: undefined, cellEdit: false });
      const change = (next: (before: ExplorerState & { at: 'working' }) => ExplorerState) =>
        setState((before) => (before.at === 'working' && before.question === question ? next(before) : before));
      const watch = {
        progress: (phase: string, done: number, total: number) =>
          change((before) => ({
            ...before,
            progress: nextPhase(before.progress, phase, done, total, machinery.now()),
          })),
        writing: () => undefined,
        cellEdit: (cellEdit: boolean) => change((before) => ({ ...before, cellEdit })),
      };
      const started = startWork(host, machinery, watch, async (port, env) => {
        const { openExplorer } = await import('../../src/runs/explain/explorer');
        return openExplorer(port, question.upTo, env);
      });
      work.current = started;
      const answer = (next: ExplorerState) => {
        if (work.current === started) setState(next);
      };
      started.result.then(
        (found) => {
          if (!found.ok) return answer({ at: 'failed', question, failure: refused(found.problems) });
          if (work.current === started) opened.current = { explorer: found.explorer, upTo: question.upTo, version };
          answer({ at: 'open', question, explorer: found.explorer });
        },
        (error: unknown) =>
          answer(error instanceof Stopped ? { at: 'idle' } : { at: 'failed', question, failure: failureOf(error, 0) }),
      );
    },
    [host, machinery, version],
  );

  const ask = useCallback(
    (question: Question) => {
      asked.current = question;
      const known = opened.current;
      const isSame = known !== undefined && known.upTo === question.upTo;
      if (!isSame || (known.version !== version && known.version !== undefined)) return read(question);
      opened.current = { ...known, version };
      setState({ at: 'open', question, explorer: known.explorer });
    },
    [read, version],
  );
  const readAgain = useCallback(() => {
    if (asked.current) read(asked.current);
  }, [read]);
  const stop = useCallback(() => work.current?.stop(), []);

  useEffect(() => {
    const question = asked.current;
    if (version === undefined || !opened.current || !question) return;
    const isClosed = question.upTo !== undefined && closedUpTo !== undefined && question.upTo <= closedUpTo;
    ask(isClosed ? { ...question, upTo: undefined } : question);
  }, [version, closedUpTo, ask]);
  useEffect(() => () => work.current?.stop(), []);
  return { state, ask, readAgain, stop };
}
