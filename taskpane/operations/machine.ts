import type { Failure } from '../work/failure';
import { beginWork, isWorkEvent, workAfter, type WorkEvent, type Working } from '../work/working';
import type { OperationName, OperationOptions } from './options';
import type { OperationResult } from './results';

export type OperationTask = 'preview' | 'run';

/** A state that waits for a person. Choose has the options that were given before, for who comes back. */
export type OperationResting =
  | { readonly at: 'list' }
  | {
      readonly at: 'choose';
      readonly name: OperationName;
      readonly options: OperationOptions | undefined;
      readonly stopped: boolean;
    }
  | { readonly at: 'preview' | 'confirm'; readonly options: OperationOptions; readonly previewed: OperationResult };

/** Where an operation is: list → choose → preview → confirm → run → done, with work in between that may fail. */
export type OperationState =
  | OperationResting
  | Working<OperationTask, OperationResting>
  | {
      readonly at: 'failed';
      readonly task: OperationTask;
      readonly failure: Failure;
      readonly before: OperationResting;
    }
  | { readonly at: 'done'; readonly options: OperationOptions; readonly finished: OperationResult };

export type OperationEvent =
  | { readonly type: 'open'; readonly name: OperationName; readonly options?: OperationOptions }
  | { readonly type: 'began'; readonly task: OperationTask; readonly options?: OperationOptions }
  | WorkEvent
  | { readonly type: 'stopped' }
  | { readonly type: 'previewed'; readonly previewed: OperationResult }
  | { readonly type: 'confirm' }
  | { readonly type: 'finished'; readonly finished: OperationResult }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'back' }
  | { readonly type: 'list' };

/** The options that a state rests on; undefined before any were given. */
export const optionsOf = (state: OperationResting): OperationOptions | undefined =>
  state.at === 'list' ? undefined : state.options;

/** The next state. An event that does not fit the state (a late answer, a second click) changes nothing. */
export function operationReducer(state: OperationState, event: OperationEvent): OperationState {
  if (isWorkEvent(event)) return state.at === 'working' ? workAfter(state, event) : state;
  switch (event.type) {
    case 'open':
      if (state.at === 'working') return state;
      return { at: 'choose', name: event.name, options: event.options, stopped: false };
    case 'began':
      return begin(state, event.task, event.options);
    case 'stopped':
      return state.at === 'working' ? stoppedAt(state.before) : state;
    case 'previewed': {
      const options = state.at === 'working' && state.task === 'preview' ? optionsOf(state.before) : undefined;
      return options ? { at: 'preview', options, previewed: event.previewed } : state;
    }
    case 'confirm':
      return state.at === 'preview' ? { ...state, at: 'confirm' } : state;
    case 'finished': {
      const options = state.at === 'working' && state.task === 'run' ? optionsOf(state.before) : undefined;
      return options ? { at: 'done', options, finished: event.finished } : state;
    }
    case 'failed':
      if (state.at !== 'working') return state;
      return { at: 'failed', task: state.task, failure: event.failure, before: state.before };
    case 'back':
      return back(state);
    case 'list':
      return state.at === 'working' ? state : { at: 'list' };
  }
}

function begin(state: OperationState, task: OperationTask, options: OperationOptions | undefined): OperationState {
  const resting = state.at === 'failed' ? state.before : state;
  if (task === 'run') return resting.at === 'confirm' ? beginWork(task, resting) : state;
  if (resting.at !== 'choose') return state;
  const given = options ?? resting.options;
  return given ? beginWork(task, { ...resting, options: given, stopped: false }) : state;
}

const stoppedAt = (before: OperationResting): OperationResting =>
  before.at === 'choose' ? { ...before, stopped: true } : before;

/** One page back. After a run that had begun to write there is no way back: the workbook is another one now. */
function back(state: OperationState): OperationState {
  switch (state.at) {
    case 'choose':
      return { at: 'list' };
    case 'preview':
      return { at: 'choose', name: state.options.name, options: state.options, stopped: false };
    case 'confirm':
      return { ...state, at: 'preview' };
    case 'failed':
      return state.failure.changed === 'nothing' ? state.before : state;
    default:
      return state;
  }
}
