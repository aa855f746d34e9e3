import type { EngineMessage } from '../src/worker/messages';
import type { EngineWorker } from '../src/worker/settle-in-worker';

/** Starts the engine's worker: a file of its own beside the page, so that a strict content-security policy allows it. */
export function startEngine(): EngineWorker {
  const worker = new Worker(/* webpackChunkName: "engine" */ new URL('./engine.worker.ts', import.meta.url));
  return {
    post: (message) => worker.postMessage(message),
    listen: (message, gone) => {
      worker.onmessage = ({ data }: MessageEvent<EngineMessage>) => message(data);
      worker.onerror = (event) => gone(event.message || 'The engine could not be loaded.');
      worker.onmessageerror = () => gone('The answer of the engine could not be read.');
    },
    end: () => worker.terminate(),
  };
}
