import { useCallback, useEffect, useRef, useState } from 'react';
import { type Survey, survey } from '../../src/runs/survey';
import type { PaneHost } from '../host';
import { type Failure, failureOf } from '../work/failure';
import { nextPhase, type PhaseProgress } from '../work/time-left';
import { type Machinery, startWork, Stopped, type Work } from '../work/work';

/** What the pane knows of the workbook. */
export type SurveyState =
  | { readonly at: 'reading'; readonly progress: PhaseProgress | undefined; readonly cellEdit: boolean }
  | { readonly at: 'found'; readonly survey: Survey }
  | { readonly at: 'failed'; readonly failure: Failure };

const BEGIN: SurveyState = { at: 'reading', progress: undefined, cellEdit: false };

/** Looks at the workbook when the pane opens, and again whenever it is asked to. */
export function useSurvey(host: PaneHost, machinery: Machinery) {
  const [state, setState] = useState<SurveyState>(BEGIN);
  const work = useRef<Work<Survey> | undefined>(undefined);
  const read = useCallback(() => {
    work.current?.stop();
    setState(BEGIN);
    const watch = {
      progress: (phase: string, done: number, total: number) =>
        setState((before) => {
          if (before.at !== 'reading' || work.current !== started) return before;
          return { ...before, progress: nextPhase(before.progress, phase, done, total, machinery.now()) };
        }),
      writing: () => undefined,
      cellEdit: (cellEdit: boolean) =>
        setState((before) => (before.at === 'reading' ? { ...before, cellEdit } : before)),
    };
    const started: Work<Survey> = startWork(host, machinery, watch, survey);
    work.current = started;
    const answer = (next: SurveyState) => {
      if (work.current === started) setState(next);
    };
    started.result.then(
      (found) => answer({ at: 'found', survey: found }),
      (error: unknown) => {
        if (!(error instanceof Stopped)) answer({ at: 'failed', failure: failureOf(error, 0) });
      },
    );
  }, [host, machinery]);
  useEffect(() => {
    read();
    return () => work.current?.stop();
  }, [read]);
  return { state, read };
}
