import type { Endpoint } from '../../host/transport/endpoint';
import type { OpenBook } from '../book/open-book';

/** What the page of the pane finds in the page around it. */
export interface Seat {
  readonly endpoint: Endpoint;
  readonly locale: string;
  readonly sets: Readonly<Record<string, string>>;
  readonly documentUrl: string;
  readonly readOnly: boolean;
}

declare global {
  interface Window {
    /** Set before the pane loads, read by frame/enter.ts inside of it. */
    workbenchSeat?: Seat;
  }
}

/**
 * Lets the pane that loads next talk to the workbook. The result takes the place away again: a pane that was left must
 * not get the events of the next one.
 */
export function offerSeat({ host, opening, sets }: OpenBook): () => void {
  const leaving: (() => void)[] = [];
  window.workbenchSeat = {
    endpoint: {
      execute: (body, flags) => host.execute(body, flags),
      onMessages(listener) {
        const leave = host.onMessages(listener);
        leaving.push(leave);
        return leave;
      },
    },
    locale: opening.locale,
    sets,
    documentUrl: `C:\\Workbench\\${opening.name}`,
    readOnly: opening.readOnly,
  };
  return () => {
    for (const leave of leaving) leave();
    delete window.workbenchSeat;
  };
}
