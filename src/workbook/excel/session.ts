/// <reference types="office-js" />
import { isCellEdit } from './failures';
import type { ExcelPortOptions } from './options';

/** How long a cell may be edited before people are told, and how often Excel is asked meanwhile. */
const NOTICE_AFTER = 1000;
const ASK_EVERY = 250;

/** A batch of requests to Excel. One that writes has one sync only: after an edited cell it is done again from its start. */
export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * Carries out batches one after the other, and waits while somebody types into a cell.
 *
 * Excel could be told to wait by itself (delayForCellEdit). But then a request lies with Excel that nobody can take back:
 * after a Cancel it would still be carried out as soon as the cell is left. So Excel is asked to refuse, which leaves
 * nothing behind, and is asked again.
 */
export class Session {
  constructor(private readonly options: ExcelPortOptions) {}

  /** The results of a batch. Rejects with the reason of the signal where it was aborted before Excel took the batch. */
  async run<T>(batch: Batch<T>): Promise<T> {
    let waited = 0;
    try {
      for (;;) {
        this.options.signal?.throwIfAborted();
        try {
          return await Excel.run(batch);
        } catch (error) {
          if (!isCellEdit(error)) throw error;
        }
        if (waited === NOTICE_AFTER) this.options.onCellEdit?.(true);
        await this.pause(ASK_EVERY);
        waited += ASK_EVERY;
      }
    } finally {
      if (waited > NOTICE_AFTER) this.options.onCellEdit?.(false);
    }
  }

  /** Settles after some time, or rejects at once when the work is aborted. */
  private pause(milliseconds: number): Promise<void> {
    const { signal, pause } = this.options;
    const over = pause ? pause(milliseconds) : new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    if (!signal) return over;
    return new Promise<void>((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', stop, { once: true });
      void over.then(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
    });
  }

  /** Settles after some time: for what Excel is still busy with. */
  wait(milliseconds: number): Promise<void> {
    return this.pause(milliseconds);
  }
}
