import type { Book } from '../book/book';
import type { Outcome, RunRequest } from '../book/outcome';

/** What the pane asks of the engine. One run at a time; who wants to stop it ends the worker. */
export interface RunMessage {
  readonly kind: 'run';
  readonly book: Book;
  readonly request: RunRequest;
}

/** What the engine answers: progress now and then, at last one of the other two. */
export type EngineMessage = ProgressMessage | DoneMessage | FailedMessage;

export interface ProgressMessage {
  readonly kind: 'progress';
  readonly done: number;
  readonly total: number;
}

export interface DoneMessage {
  readonly kind: 'done';
  readonly outcome: Outcome;
}

export interface FailedMessage {
  readonly kind: 'failed';
  /** What left the exact range of figures: a limit that is told to the user. Undefined where it is a bug. */
  readonly outOfRange?: string;
  readonly message: string;
  readonly stack: string;
}
