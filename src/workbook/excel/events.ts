/// <reference types="office-js" />
import { isOfficeError } from './failures';
import type { Session } from './session';

/** Keeps events of the add-in off while much is written, and on again afterwards, as they were. */
export class Events {
  /** Whether they are still to be turned on again: the last attempt could not reach Excel. */
  private owed = false;

  constructor(private readonly session: Session) {}

  /** Does some work without events; `areOn` says whether there are any now. */
  async off<T>(areOn: boolean, work: () => Promise<T>): Promise<T> {
    if (!areOn) return work();
    this.owed = true;
    await this.set(false);
    try {
      return await work();
    } finally {
      await this.restore();
    }
  }

  /** Turns events on again where that is still owed. Excel may be gone: the next request tries again. */
  async restore(): Promise<void> {
    if (!this.owed) return;
    try {
      await this.set(true);
      this.owed = false;
    } catch (error) {
      if (!isOfficeError(error) && !isAbort(error)) throw error;
    }
  }

  private set(on: boolean): Promise<void> {
    return this.session.run(async (context) => {
      context.runtime.enableEvents = on;
      await context.sync();
    });
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
