/**
 * Calls over a MessagePort: the host in a worker, its pane and grid in the page. What crosses is plain data. Methods of
 * the served object are called by name; what its subscription tells is passed on.
 */

/** The part of a MessagePort (or a Worker) that is needed; a DOM port, a Node port and a worker all have it. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

interface Question {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

interface Notice {
  readonly notice: string;
  readonly data: unknown;
}

/** Functions that can be called from the other side. */
export type Served = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Answers the calls that come through a port. The result tells the other side of events, by name. */
export function serve(port: Port, functions: Served): (notice: string, data: unknown) => void {
  port.onmessage = ({ data }) => {
    const { id, name, args } = data as Question;
    const called = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const work = async (): Promise<Reply> => {
      if (!called) return { id, error: `There is no function ${name}.` };
      try {
        return { id, result: await called(...(args as never[])) };
      } catch (error) {
        return { id, error: error instanceof Error ? error.message : String(error) };
      }
    };
    void work().then((reply) => port.postMessage(reply));
  };
  return (notice, data) => port.postMessage({ notice, data } satisfies Notice);
}

/** Calls what the other side serves. */
export class Caller {
  private readonly port: Port;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private readonly listeners = new Map<string, Set<(data: unknown) => void>>();
  private next = 1;

  constructor(port: Port) {
    this.port = port;
    port.onmessage = ({ data }) => this.receive(data as Reply | Notice);
  }

  call(name: string, ...args: readonly unknown[]): Promise<unknown> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.port.postMessage({ id, name, args } satisfies Question);
    });
  }

  on(notice: string, listener: (data: unknown) => void): () => void {
    const listeners = this.listeners.get(notice) ?? new Set();
    this.listeners.set(notice, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  private receive(message: Reply | Notice): void {
    if ('notice' in message) {
      for (const listener of this.listeners.get(message.notice) ?? []) listener(message.data);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(message.error));
  }
}
