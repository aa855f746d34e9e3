import type { Checked } from '../../src/runs/check';
import type { PausedRun } from '../../src/runs/pause-run';
import type { Failure } from '../work/failure';
import { beginWork, isWorkEvent, workAfter, type WorkEvent, type Working as WorkingOn } from '../work/working';
import type { FlowOptions, RunName } from './options';
import { isOutdated, type Known } from './outdated';
import type { FlowResult } from './results';

/** The kinds of work of a run; each is shown while it goes on. */
export type Task = 'check' | 'reports' | 'preview' | 'run';

/** A state that waits for a person: what a cancelled or failed piece of work goes back to. */
export type Resting =
  | { readonly at: 'idle' }
  | {
      readonly at: 'choose';
      readonly name: RunName;
      /** What the fields begin with, where that is known: for who comes back it is what was typed. */
      readonly options: FlowOptions | undefined;
      readonly stopped: boolean;
    }
  | {
      readonly at: 'check';
      readonly options: FlowOptions;
      readonly checked: Checked;
      /** Whether its two lists were written into the workbook. */
      readonly reports: 'not written' | 'written';
    }
  | { readonly at: 'preview' | 'confirm'; readonly options: FlowOptions; readonly previewed: FlowResult };

export type Working = WorkingOn<Task, Resting>;

/**
 * Where a run is, a close or any other: idle → choose → check → preview → confirm → run → done, with work in between that
 * may fail. Only a close is checked by itself.
 */
export type FlowState =
  | Resting
  | Working
  | { readonly at: 'paused'; readonly options: FlowOptions; readonly paused: PausedRun }
  | { readonly at: 'failed'; readonly task: Task; readonly failure: Failure; readonly before: Resting }
  | { readonly at: 'done'; readonly options: FlowOptions; readonly finished: FlowResult };

export type FlowEvent =
  /** A run was chosen, with what is known of its options. */
  | { readonly type: 'open'; readonly name: RunName; readonly options?: FlowOptions }
  /** The workbook was read (again): what is true no longer makes way for what is to be chosen, or for nothing. */
  | { readonly type: 'read'; readonly now: Known; readonly before: Known | undefined; readonly options?: FlowOptions }
  | { readonly type: 'began'; readonly task: Task; readonly options?: FlowOptions }
  | WorkEvent
  | { readonly type: 'stopped' }
  | { readonly type: 'checked'; readonly checked: Checked }
  | { readonly type: 'reports written' }
  | { readonly type: 'previewed'; readonly previewed: FlowResult }
  | { readonly type: 'confirm' }
  | { readonly type: 'paused'; readonly paused: PausedRun }
  | { readonly type: 'finished'; readonly finished: FlowResult }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'back' }
  | { readonly type: 'leave' };

/** From which states a piece of work may begin. */
const MAY_BEGIN: Readonly<Record<Task, readonly Resting['at'][]>> = {
  check: ['choose', 'check'],
  reports: ['check'],
  preview: ['choose', 'check'],
  run: ['confirm'],
};

/** The options that a state rests on; undefined before any were given. */
export const optionsOf = (state: Resting): FlowOptions | undefined => (state.at === 'idle' ? undefined : state.options);

/** The run that a state is about; undefined before one was chosen. */
export const nameOf = (state: Resting): RunName | undefined =>
  state.at === 'choose' ? state.name : optionsOf(state)?.name;

/** The next state. An event that does not fit the state (a late answer, a second click) changes nothing. */
export function flowReducer(state: FlowState, event: FlowEvent): FlowState {
  if (isWorkEvent(event)) return state.at === 'working' ? workAfter(state, event) : state;
  switch (event.type) {
    case 'open':
      if (state.at === 'working') return state;
      return { at: 'choose', name: event.name, options: event.options, stopped: false };
    case 'read':
      if (state.at !== 'idle' && !isOutdated(state, event.now, event.before)) return state;
      return event.options ? choose(event.options) : { at: 'idle' };
    case 'began':
      return begin(state, event.task, event.options);
    case 'stopped':
      return state.at === 'working' ? stoppedAt(state.before) : state;
    case 'checked':
      return finish(state, 'check', (options) => ({
        at: 'check',
        options,
        checked: event.checked,
        reports: 'not written',
      }));
    case 'reports written':
      return finish(state, 'reports', (_, before) =>
        before.at === 'check' ? { ...before, reports: 'written' } : before,
      );
    case 'previewed':
      return finish(state, 'preview', (options) => ({ at: 'preview', options, previewed: event.previewed }));
    case 'confirm':
      return state.at === 'preview' ? { ...state, at: 'confirm' } : state;
    case 'paused':
      return finish(state, 'run', (options) => ({ at: 'paused', options, paused: event.paused }));
    case 'finished':
      return finish(state, 'run', (options) => ({ at: 'done', options, finished: event.finished }));
    case 'failed':
      if (state.at !== 'working') return state;
      return { at: 'failed', task: state.task, failure: event.failure, before: state.before };
    case 'back':
      return back(state);
    case 'leave':
      return state.at === 'working' ? state : { at: 'idle' };
  }
}

const choose = (options: FlowOptions): Resting => ({ at: 'choose', name: options.name, options, stopped: false });

/** Options are given where they were just typed: they go back into the fields when the work is cancelled. */
function begin(state: FlowState, task: Task, options: FlowOptions | undefined): FlowState {
  const resting = state.at === 'failed' ? state.before : state;
  if (!isResting(resting) || !MAY_BEGIN[task].includes(resting.at)) return state;
  if (resting.at !== 'choose') return beginWork(task, resting);
  const given = options ?? resting.options;
  return given ? beginWork(task, choose(given)) : state;
}

function finish(state: FlowState, task: Task, next: (options: FlowOptions, before: Resting) => FlowState): FlowState {
  const options = state.at === 'working' && state.task === task ? optionsOf(state.before) : undefined;
  return state.at === 'working' && options ? next(options, state.before) : state;
}

const stoppedAt = (before: Resting): Resting => (before.at === 'choose' ? { ...before, stopped: true } : before);

/** One page back. After a run that had begun to write there is no way back: the workbook is another one now. */
function back(state: FlowState): FlowState {
  switch (state.at) {
    case 'choose':
      return { at: 'idle' };
    case 'check':
    case 'preview':
      return choose(state.options);
    case 'confirm':
      return { ...state, at: 'preview' };
    case 'failed':
      // The two lists of a check can be written again at any time: they are no run.
      return state.failure.changed === 'nothing' || state.task === 'reports' ? state.before : state;
    default:
      return state;
  }
}

const isResting = (state: FlowState): state is Resting =>
  ['idle', 'choose', 'check', 'preview', 'confirm'].includes(state.at);
