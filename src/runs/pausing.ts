import type { Progress } from '../workbook/port';
import type { Environment } from './environment';
import { settleHere } from './preview';

/** Thrown inside a run that is to pause; caught by the run itself. */
export class Pausing extends Error {
  constructor(readonly share: number) {
    super('pausing');
    this.name = 'Pausing';
  }
}

/** "57 %: writing rows", as the row of a paused run says it. */
export function progressText(share: number): string {
  return `${Math.floor(share * 100)} %: ${share < COMPUTED ? 'computing' : 'writing rows'}`;
}

/** What is done once everything is computed. */
const COMPUTED = 0.5;

/** Asks a run now and then whether it is to pause, and stops it where it is (A18). */
export class Pauses {
  private step = 0;

  constructor(private readonly env: Environment) {}

  /** The environment to compute in: asks before, between the steps, and after. */
  computing(): Environment {
    const { env } = this;
    const settle = env.settle ?? settleHere;
    return {
      ...env,
      settle: async (book, request, progress) => {
        this.ask(0);
        const outcome = await settle(book, request, async (phase, done, total) => {
          await progress?.(phase, done, total);
          // The last step is told as done while its values are still to come.
          if (done > 0) this.ask(COMPUTED * share(Math.min(done, total - 1), total));
        });
        this.ask(COMPUTED);
        return outcome;
      },
    };
  }

  /** The progress of writing rows: asks after each piece that is written. */
  readonly writing: Progress = async (phase, done, total) => {
    await this.env.progress?.(phase, done, total);
    if (done > 0) this.ask(COMPUTED + (1 - COMPUTED) * share(done, total));
  };

  private ask(done: number): void {
    this.step++;
    if (this.env.pause?.({ step: this.step, share: done })) throw new Pausing(done);
  }
}

const share = (done: number, total: number): number => (total <= 0 ? 0 : Math.max(0, Math.min(1, done / total)));
