import { nextPhase, type PhaseProgress } from './time-left';

/** A piece of work of a flow, while it goes on: what is done, and what it goes back to when it is cancelled. */
export interface Working<Task, Before> {
  readonly at: 'working';
  readonly task: Task;
  readonly before: Before;
  readonly progress: PhaseProgress | undefined;
  /** Asked to stop, and not stopped yet. */
  readonly stopping: boolean;
  /** Asked to pause, and not paused yet. */
  readonly pausing: boolean;
  /** Cells are being written: it is not stopped any more. */
  readonly writing: boolean;
  /** Somebody is typing into a cell: nothing goes on until it is left. */
  readonly cellEdit: boolean;
}

/** What work tells of itself, and what a person may ask of it, whatever it does. */
export type WorkEvent =
  | {
      readonly type: 'progress';
      readonly phase: string;
      readonly done: number;
      readonly total: number;
      readonly now: number;
    }
  | { readonly type: 'writing' }
  | { readonly type: 'cell edit'; readonly editing: boolean }
  | { readonly type: 'stop' | 'pause' };

export function beginWork<Task, Before>(task: Task, before: Before): Working<Task, Before> {
  return {
    at: 'working',
    task,
    before,
    progress: undefined,
    stopping: false,
    pausing: false,
    writing: false,
    cellEdit: false,
  };
}

/** Whether an event is one of work, which changes nothing else. */
export const isWorkEvent = (event: { readonly type: string }): event is WorkEvent =>
  ['progress', 'writing', 'cell edit', 'stop', 'pause'].includes(event.type);

/** The work after an event. What writes already is not stopped any more. */
export function workAfter<Task, Before>(work: Working<Task, Before>, event: WorkEvent): Working<Task, Before> {
  switch (event.type) {
    case 'progress': {
      const { phase, done, total, now } = event;
      return { ...work, progress: nextPhase(work.progress, phase, done, total, now) };
    }
    case 'writing':
      return { ...work, writing: true, stopping: false };
    case 'cell edit':
      return { ...work, cellEdit: event.editing };
    case 'pause':
      return { ...work, pausing: true };
    case 'stop':
      return work.writing ? work : { ...work, stopping: true };
  }
}
