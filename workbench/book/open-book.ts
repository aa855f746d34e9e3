import { Caller, type Port } from '../../host/transport/channel';
import { RemoteHost } from '../../host/transport/remote';
import type { Opening, Ports } from '../worker/control';

/** A workbook that is open in the workbench, with the Excel that it is open in. */
export interface OpenBook {
  readonly host: RemoteHost;
  readonly opening: Opening;
  /** The requirement sets that this Excel declares. */
  readonly sets: Readonly<Record<string, string>>;
  protect(sheet: string, on: boolean): Promise<void>;
  /** Ends the Excel of this workbook. What was not saved is lost. */
  close(): void;
}

/** Opens a workbook in a worker of its own. Rejects with what is wrong with the file. */
export async function openBook(opening: Opening): Promise<OpenBook> {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { name: 'excel' });
  const requests = new MessageChannel();
  const orders = new MessageChannel();
  const ports: Ports = { host: requests.port2, control: orders.port2 };
  worker.postMessage(ports, [requests.port2, orders.port2]);
  const control = new Caller(asPort(orders.port1));
  let sets: OpenBook['sets'];
  try {
    sets = (await Promise.race([control.call('open', opening), failureOf(worker)])) as OpenBook['sets'];
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    host: new RemoteHost(asPort(requests.port1)),
    opening,
    sets,
    async protect(sheet, on) {
      await control.call('protect', sheet, on);
    },
    close: () => worker.terminate(),
  };
}

/** Rejects where the worker itself can not be started. */
const failureOf = (worker: Worker): Promise<never> =>
  new Promise((_resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The worker could not be started.')));
  });

const asPort = (port: MessagePort): Port => port as unknown as Port;
