import type { Day } from '../../src/book/days';
import type { Specification } from '../../src/book/parameters';
import type { Checked } from '../../src/runs/check';
import type { Closed } from '../../src/runs/close';
import type { PausedRun } from '../../src/runs/pause-run';
import type { PlannedRows } from '../../src/runs/planned-rows';
import type { Preview } from '../../src/runs/preview';
import type { Summary } from '../../src/runs/summary';
import type { CostPriceOptions } from '../../src/settle/reports/cost-prices';
import type { Failure } from '../work/failure';
import { beginWork, isWorkEvent, workAfter, type WorkEvent, type Working as WorkingOn } from '../work/working';

/** What a person chooses before a close. A workbook's parameters fill it in first. */
export interface CloseOptions {
  readonly upTo: Day;
  readonly specification: Specification;
  /** Amount units as typed; its text is checked where it is typed. */
  readonly minimumThroughputAdjustment: number;
  readonly maximumThroughputs: number;
  readonly note: string;
  readonly showReceipts: boolean;
  readonly costPrices: CostPriceOptions;
}

/** A preview with what the page shows of it. */
export interface Previewed {
  readonly preview: Preview;
  readonly summary: Summary;
  readonly rows: readonly PlannedRows[];
  /** Of all sheets together. */
  readonly rowsInAll: number;
}

export interface Finished {
  readonly closed: Closed;
  readonly summary: Summary;
}

/** The kinds of work of a close; each has its own page while it goes on. */
export type Task = 'check' | 'preview' | 'run' | 'reports';

/** A state that waits for a person: what a cancelled or failed piece of work goes back to. */
export type Resting =
  | { readonly at: 'choose'; readonly options: CloseOptions; readonly stopped: boolean }
  | { readonly at: 'check'; readonly options: CloseOptions; readonly checked: Checked; readonly reports: ReportsState }
  | { readonly at: 'preview' | 'confirm'; readonly options: CloseOptions; readonly previewed: Previewed };

/** Where a close is: read → choose → check → preview → confirm → run → done, with work in between that may fail. */
export type CloseState =
  | { readonly at: 'read' }
  | Resting
  | { readonly at: 'paused'; readonly options: CloseOptions; readonly paused: PausedRun }
  | { readonly at: 'done'; readonly options: CloseOptions; readonly finished: Finished }
  | Working
  | { readonly at: 'failed'; readonly task: Task; readonly failure: Failure; readonly before: Resting };

/** Whether the two reports of a check were written into the workbook. */
export type ReportsState = 'not written' | 'written';

export type Working = WorkingOn<Task, Resting>;

export type CloseEvent =
  | { readonly type: 'survey'; readonly options: CloseOptions }
  | { readonly type: 'began'; readonly task: Task; readonly options?: CloseOptions }
  | WorkEvent
  | { readonly type: 'stopped' }
  | { readonly type: 'checked'; readonly checked: Checked }
  | { readonly type: 'reports written' }
  | { readonly type: 'previewed'; readonly previewed: Previewed }
  | { readonly type: 'confirm' }
  | { readonly type: 'paused'; readonly paused: PausedRun }
  | { readonly type: 'closed'; readonly finished: Finished }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'back' }
  | { readonly type: 'again'; readonly options: CloseOptions };

/** From which states a piece of work may begin. */
const MAY_BEGIN: Readonly<Record<Task, readonly Resting['at'][]>> = {
  check: ['choose', 'check'],
  reports: ['check'],
  preview: ['choose', 'check'],
  run: ['confirm'],
};

/** The next state. An event that does not fit the state (a late answer, a second click) changes nothing. */
export function closeReducer(state: CloseState, event: CloseEvent): CloseState {
  if (isWorkEvent(event)) return state.at === 'working' ? workAfter(state, event) : state;
  switch (event.type) {
    case 'survey':
      return state.at === 'read' ? { at: 'choose', options: event.options, stopped: false } : state;
    case 'began':
      return begin(state, event.task, event.options);
    case 'stopped':
      return state.at === 'working' ? stoppedAt(state.before) : state;
    case 'checked':
      return finish(state, 'check', ({ options }) => ({
        at: 'check',
        options,
        checked: event.checked,
        reports: 'not written',
      }));
    case 'reports written':
      return finish(state, 'reports', (before) => (before.at === 'check' ? { ...before, reports: 'written' } : before));
    case 'previewed':
      return finish(state, 'preview', ({ options }) => ({ at: 'preview', options, previewed: event.previewed }));
    case 'confirm':
      return state.at === 'preview' ? { ...state, at: 'confirm' } : state;
    case 'paused':
      return finish(state, 'run', ({ options }) => ({ at: 'paused', options, paused: event.paused }));
    case 'closed':
      return finish(state, 'run', ({ options }) => ({ at: 'done', options, finished: event.finished }));
    case 'failed':
      return state.at === 'working'
        ? { at: 'failed', task: state.task, failure: event.failure, before: state.before }
        : state;
    case 'back':
      return back(state);
    case 'again':
      return state.at === 'working' ? state : { at: 'choose', options: event.options, stopped: false };
  }
}

/** Options are given where they were just typed: they go back into the fields when the work is cancelled. */
function begin(state: CloseState, task: Task, options: CloseOptions | undefined): CloseState {
  const resting = state.at === 'failed' ? state.before : state;
  if (!isResting(resting) || !MAY_BEGIN[task].includes(resting.at)) return state;
  const before: Resting =
    resting.at === 'choose' ? { at: 'choose', options: options ?? resting.options, stopped: false } : resting;
  return beginWork(task, before);
}

function finish(state: CloseState, task: Task, next: (before: Resting) => CloseState): CloseState {
  return state.at === 'working' && state.task === task ? next(state.before) : state;
}

const stoppedAt = (before: Resting): CloseState => (before.at === 'choose' ? { ...before, stopped: true } : before);

/** One page back. After a run that had begun to write there is no way back: the workbook is another one now. */
function back(state: CloseState): CloseState {
  switch (state.at) {
    case 'check':
    case 'preview':
      return { at: 'choose', options: state.options, stopped: false };
    case 'confirm':
      return { ...state, at: 'preview' };
    case 'failed':
      return state.failure.changed === 'nothing' ? state.before : state;
    default:
      return state;
  }
}

function isResting(state: CloseState): state is Resting {
  return state.at === 'choose' || state.at === 'check' || state.at === 'preview' || state.at === 'confirm';
}
