/** An event on its way to the add-in, as the library takes it. */
export interface Message {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
  readonly isRemoteOverride: boolean;
}

/** The body of the answer, or the number with which the whole request failed. */
export type Answer = { readonly body: string } | { readonly failure: number };

/**
 * The host as a transport sees it: texts in, texts out, later. The same for a host in the page and one in a worker.
 */
export interface Endpoint {
  execute(body: string, flags: number): Promise<Answer>;
  onMessages(listener: (messages: readonly Message[]) => void): () => void;
}

/** Numbers of office.js for requests that fail as a whole. */
export const Failure = {
  cellEditMode: 5004,
  busy: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
} as const;

/** The flag by which a request says that it waits while somebody types (Excel.run's delayForCellEdit). */
export const DELAY_FOR_CELL_EDIT = 64;
