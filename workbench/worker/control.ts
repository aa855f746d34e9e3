import type { HostOptions } from '../../host/host';

/** How a workbook is opened: the Excel that it is opened in. */
export interface Opening {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The language of Excel, as BCP 47: "de-DE". */
  readonly locale: string;
  readonly platform: NonNullable<HostOptions['platform']>;
  readonly readOnly: boolean;
}

/** What the page sends to a new worker, once: a port for the requests of office.js and the grid, one for the rest. */
export interface Ports {
  readonly host: MessagePort;
  readonly control: MessagePort;
}
