import { useMemo } from 'react';
import type { Refusal } from '../../src/book/problem';
import { refused } from './failure';
import { useWork, type WorkState } from './use-work';

/** A question to the workbook that writes nothing, and its answer: a refusal is a failure with its reasons. */
export function useAnswer<T extends { readonly ok: true }>() {
  const { state, start, reset } = useWork<T | Refusal>();
  const answer = useMemo((): WorkState<T> => {
    if (state.at !== 'done') return state;
    const { value } = state;
    return value.ok ? { at: 'done', value } : { at: 'failed', failure: refused(value.problems) };
  }, [state]);
  return { state: answer, ask: start, stop: reset };
}
