import type { Contents } from '../../src/runs/survey';
import type { FlowState } from './machine';

/** What of a workbook decides whether a page still tells the truth: the last close in force, and the run that did not end. */
export interface Known {
  /** Ids; "" where there is none. */
  readonly lastClose: string;
  readonly unfinished: string;
}

export const knownOf = ({ lastClose, unfinished }: Contents): Known => ({
  lastClose: lastClose?.id ?? '',
  unfinished: unfinished?.id ?? '',
});

/**
 * Whether what a run shows is true no longer, by what the workbook says now and said before: the close that it made was reversed, or
 * another one followed; what it would do was computed before a close or a reversal; what it had left half done has ended.
 */
export function isOutdated(state: FlowState, now: Known, before: Known | undefined): boolean {
  switch (state.at) {
    case 'done': {
      const { closing } = state.finished.written ?? {};
      return state.options.name === 'close' && closing !== undefined && closing !== now.lastClose;
    }
    case 'check':
    case 'preview':
    case 'confirm':
      return before !== undefined && before.lastClose !== now.lastClose;
    case 'choose':
      // What was typed for another run than a close does not depend on the last one.
      return state.name === 'close' && before !== undefined && before.lastClose !== now.lastClose;
    case 'paused':
      return state.paused.closing !== now.unfinished;
    case 'failed':
      return before !== undefined && before.unfinished !== '' && now.unfinished === '';
    default:
      return false;
  }
}
