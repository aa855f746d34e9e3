import type { Book } from '../book/book';
import { RangeOfFigures } from '../book/decimals';
import type { Outcome, RunRequest } from '../book/outcome';
import type { Progress } from '../workbook/port';
import { withoutViews } from './columns';
import type { EngineMessage, RunMessage } from './messages';

/** A worker that runs serve(), as this file needs it: browsers and Node have it in different shapes. */
export interface EngineWorker {
  post(message: RunMessage): void;
  /** `gone` is called where the worker could not be loaded or died. */
  listen(message: (message: EngineMessage) => void, gone: (reason: string) => void): void;
  /** Ends the worker at once, whatever it does. */
  end(): void;
}

/** A fault of the engine, with what it said of itself. */
export class EngineFault extends Error {
  constructor(message: string, stack = '') {
    super(message);
    this.name = 'EngineFault';
    if (stack !== '') this.stack = stack;
  }
}

/**
 * Environment.settle for a worker: posts the book, passes progress on, resolves with the outcome. Where progress
 * throws or rejects, the worker is ended at once and the run with it. Each run has a worker of its own: nothing of
 * one run stays for the next, and 100 ms are little against a run.
 */
export function settleInWorker(start: () => EngineWorker) {
  return (book: Book, request: RunRequest, progress: Progress | undefined): Promise<Outcome> => {
    const worker = start();
    return new Promise<Outcome>((resolve, reject) => {
      worker.listen(
        (message) => {
          if (message.kind === 'done') resolve(message.outcome);
          else if (message.kind === 'failed') reject(faultOf(message));
          else told(progress, message).catch(reject);
        },
        (reason) => reject(new EngineFault(reason)),
      );
      // Before the first step is done there is nothing to tell, but somebody may have stopped the run already.
      told(progress, { done: 0, total: book.transactions.count })
        .then(() => worker.post({ kind: 'run', book: withoutViews(book), request }))
        .catch(reject);
    }).finally(() => worker.end());
  };
}

async function told(progress: Progress | undefined, { done, total }: { done: number; total: number }): Promise<void> {
  await progress?.('Settling', done, total);
}

function faultOf({ outOfRange, message, stack }: Extract<EngineMessage, { kind: 'failed' }>): Error {
  return outOfRange === undefined ? new EngineFault(message, stack) : new RangeOfFigures(outOfRange);
}
