import { RangeOfFigures } from '../book/decimals';
import { settleSteps, type Step } from '../settle/run';
import { buffersOf, withoutViews } from './columns';
import type { EngineMessage, FailedMessage, RunMessage } from './messages';

/** Posts a message; the buffers are handed over with it. */
export type Post = (message: EngineMessage, handOver: ArrayBuffer[]) => void;

/** Not more often than this is progress told, in milliseconds. */
const PAUSE = 100;

/** Runs the engine to its end and posts what comes of it. Never throws: a failure is a message too. */
export function serve({ book, request }: RunMessage, post: Post, now: () => number): void {
  let told = now();
  const tell = ({ done, total }: Step) => {
    if (now() - told < PAUSE) return;
    told = now();
    post({ kind: 'progress', done, total }, []);
  };
  try {
    const steps = settleSteps(book, request);
    for (;;) {
      const step = steps.next();
      if (!step.done) {
        tell(step.value);
        continue;
      }
      const outcome = withoutViews(step.value);
      post({ kind: 'done', outcome }, buffersOf(outcome));
      return;
    }
  } catch (error) {
    post(failed(error), []);
  }
}

function failed(error: unknown): FailedMessage {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    kind: 'failed',
    message,
    stack: stack ?? '',
    ...(error instanceof RangeOfFigures ? { outOfRange: error.what } : {}),
  };
}
