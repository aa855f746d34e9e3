import { useEffect, useState } from 'react';
import { type History, history } from '../../src/runs/history';
import type { PaneHost } from '../host';
import { type Failure, failureOf } from '../work/failure';

export type HistoryState =
  | { readonly at: 'reading' }
  | { readonly at: 'found'; readonly history: History }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Reads the runs of the workbook whenever the page opens. */
export function useHistory(host: PaneHost): HistoryState {
  const [state, setState] = useState<HistoryState>({ at: 'reading' });
  useEffect(() => {
    let gone = false;
    history(host.port()).then(
      (found) => {
        if (!gone) setState({ at: 'found', history: found });
      },
      (error: unknown) => {
        if (!gone) setState({ at: 'failed', failure: failureOf(error, 0) });
      },
    );
    return () => {
      gone = true;
    };
  }, [host]);
  return state;
}
