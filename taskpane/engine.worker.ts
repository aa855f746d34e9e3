import type { RunMessage } from '../src/worker/messages';
import { serve } from '../src/worker/serve';

/** The engine's side of the worker. */
self.onmessage = ({ data }: MessageEvent<RunMessage>) => {
  serve(
    data,
    (message, handOver) => self.postMessage(message, { transfer: handOver }),
    () => performance.now(),
  );
};
