import { MessageChannel } from 'node:worker_threads';
import type { Book } from '../../src/book/book';
import { RangeOfFigures } from '../../src/book/decimals';
import type { Outcome, RunRequest } from '../../src/book/outcome';
import { load } from '../../src/runs/load';
import { requestOf } from '../../src/runs/request';
import { settle } from '../../src/settle/run';
import { buffersOf, withoutViews } from '../../src/worker/columns';
import type { EngineMessage, RunMessage } from '../../src/worker/messages';
import { serve } from '../../src/worker/serve';
import { EngineFault, type EngineWorker, settleInWorker } from '../../src/worker/settle-in-worker';
import { openXlsx } from '../../src/workbook/file/file-port';
import { sampleWorkbook } from '../../samples';
import { parseIsoDay } from '../../src/book/days';

const DAY = parseIsoDay('2026-01-31')!;

async function sampleBook(): Promise<Book> {
  const port = openXlsx(sampleWorkbook('trading-company', new Date(0)), 'sample.xlsx');
  const found = await load(port, { now: () => 0, version: '0' });
  if (!found.ok) throw new Error('The sample has errors');
  return found.value.read.book;
}

/** A worker in this thread: its messages cross a real channel, so they are cloned as between threads. */
function channelWorker(seen: { ended: number }, run = serve): EngineWorker {
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (message: RunMessage) => {
    run(
      message,
      (answer, handOver) => port2.postMessage(answer, handOver),
      () => 0,
    );
  });
  return {
    post: (message) => port1.postMessage(message),
    listen: (message) => port1.on('message', (answer: EngineMessage) => message(answer)),
    end: () => {
      seen.ended += 1;
      port1.close();
    },
  };
}

describe('the engine behind a channel', () => {
  test('gives the same outcome as the engine here', async () => {
    const book = await sampleBook();
    const request = requestOf('Close', { upTo: DAY }, book.parameters);
    const here = settle(book, request);
    const seen = { ended: 0 };
    const there = await settleInWorker(() => channelWorker(seen))(book, request, undefined);
    expect(there).toEqual(withoutViews(here));
    expect(seen.ended).toBe(1);
  });

  test('leaves the book of the sender whole', async () => {
    const book = await sampleBook();
    const request = requestOf('Close', { upTo: DAY }, book.parameters);
    await settleInWorker(() => channelWorker({ ended: 0 }))(book, request, undefined);
    expect(book.transactions.quantity.length).toBe(book.transactions.count);
  });

  test('ends the worker when progress stops the run, before and while it works', async () => {
    const book = await sampleBook();
    const request = requestOf('Close', { upTo: DAY }, book.parameters);
    const seen = { ended: 0 };
    const stopAt = (limit: number) => {
      let calls = 0;
      return () => {
        if (++calls > limit) throw new Error('stopped');
      };
    };
    const slow = (message: RunMessage, post: (message: EngineMessage, buffers: ArrayBuffer[]) => void) =>
      post({ kind: 'progress', done: 1, total: message.book.transactions.count }, []);
    const run = (limit: number) =>
      settleInWorker(() => channelWorker(seen, slow))(book, request, stopAt(limit)).catch((error: Error) => error);
    expect(await run(0)).toEqual(new Error('stopped'));
    expect(await run(1)).toEqual(new Error('stopped'));
    expect(seen.ended).toBe(2);
  });

  test('tells a figure out of range as what it is, and anything else as a fault with its stack', async () => {
    const book = await sampleBook();
    const request = requestOf('Close', { upTo: DAY }, book.parameters);
    const far = Number.MAX_SAFE_INTEGER;
    const large = {
      ...book,
      transactions: { ...book.transactions, financialCost: book.transactions.financialCost.map(() => far) },
    };
    const failing = (wrong: Book) =>
      settleInWorker(() => channelWorker({ ended: 0 }))(wrong, request, undefined).catch((error: Error) => error);
    expect(await failing(large)).toBeInstanceOf(RangeOfFigures);
    const broken = await failing({ ...book, items: [] });
    expect(broken).toBeInstanceOf(EngineFault);
    expect((broken as EngineFault).stack).toContain('settle');
  });

  test('tells of a worker that could not be loaded', async () => {
    const book = await sampleBook();
    const absent: EngineWorker = {
      post: () => undefined,
      listen: (_message, gone) => gone('engine.js was not found'),
      end: () => undefined,
    };
    const request: RunRequest = requestOf('Close', { upTo: DAY }, book.parameters);
    await expect(settleInWorker(() => absent)(book, request, undefined)).rejects.toThrow('engine.js was not found');
  });
});

describe('columns', () => {
  const shared = new Float64Array([1, 2, 3, 4]);

  test('a view of a larger buffer is copied, a whole column is not', () => {
    const whole = new Int32Array([7]);
    const posted = withoutViews({
      part: shared.subarray(1, 3),
      whole,
      texts: ['a'],
      deeper: { part: shared.subarray(3) },
    });
    expect(posted.part).toEqual(new Float64Array([2, 3]));
    expect(posted.part.buffer.byteLength).toBe(16);
    expect(posted.whole).toBe(whole);
    expect(posted.deeper.part.buffer.byteLength).toBe(8);
  });

  test('each buffer is handed over once', () => {
    const outcome = { slices: { a: shared, b: shared.subarray(1) }, late: new Int32Array(2) } as unknown as Outcome;
    expect(buffersOf(outcome)).toHaveLength(2);
  });
});
