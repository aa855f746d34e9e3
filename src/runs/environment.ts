import type { Book } from '../book/book';
import type { Outcome, RunRequest } from '../book/outcome';
import type { Progress } from '../workbook/port';

/** Where a run is when it is asked whether to pause. */
export interface RunPoint {
  /** How often it was asked, this time included: from 1. */
  readonly step: number;
  /** How much is done, from 0 to 1: the first half is computing, the second half writing. */
  readonly share: number;
}

/** What a run takes from the world around it. With the same clock and version the same input gives the same result. */
export interface Environment {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly version: string;
  /** Who runs it, where a name was given: the row of the run and its summary sheet say so. Never found out by itself. */
  readonly by?: string;
  readonly progress?: Progress;
  /**
   * Asked between the steps of work that takes its time: lets others have their turn where it is time for it, and throws or
   * rejects to stop the work. Without it the work is done in one go.
   */
  readonly turn?: () => void | Promise<void>;
  /** Asked between the steps of a close or recalculation: true pauses it there (A18). Without it a run goes to its end. */
  readonly pause?: (at: RunPoint) => boolean;
  /** A text that no other run has: where others may work on the same workbook, a run marks its row with it. */
  readonly token?: () => string;
  /** Computes elsewhere, in a worker say. Without it the engine runs here, step by step. */
  readonly settle?: (book: Book, request: RunRequest, progress: Progress | undefined) => Promise<Outcome>;
}

/** An environment in which no run is asked to pause. */
export type Unpaused = Environment & { readonly pause?: never };

/** What a run says of who and what made it. */
export const madeBy = ({ version, by }: Environment): { readonly version: string; readonly by?: string } => ({
  version,
  ...(by === undefined ? {} : { by }),
});
