import type { Book } from '../book/book';
import type { Outcome, RunRequest } from '../book/outcome';
import type { Progress } from '../workbook/port';

/** What a run takes from the world around it. With the same clock and version the same input gives the same result. */
export interface Environment {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly version: string;
  /** Who runs it, where that is known: a summary sheet says so. */
  readonly by?: string;
  readonly progress?: Progress;
  /** A text that no other run has: where others may work on the same workbook, a run marks its row with it. */
  readonly token?: () => string;
  /** Computes elsewhere, in a worker say. Without it the engine runs here, step by step. */
  readonly settle?: (book: Book, request: RunRequest, progress: Progress | undefined) => Promise<Outcome>;
}
