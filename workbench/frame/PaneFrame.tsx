import { useEffect, useRef, useState } from 'react';
import type { OpenBook } from '../book/open-book';
import { offerSeat } from './seat';

interface Props {
  readonly opened: OpenBook;
  /** The query of the pane's address, with which buttons of the ribbon ask for a page. */
  readonly query: string;
  /** Counts how often the pane was closed and opened again. */
  readonly round: number;
}

/** The task pane, unchanged, beside the workbook that it works on. */
export function PaneFrame({ opened, query, round }: Props): React.JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null);
  const [source, setSource] = useState<string>();
  useEffect(() => {
    const leave = offerSeat(opened);
    setSource(`pane/taskpane.html${query}`);
    return () => {
      leave();
      setSource(undefined);
    };
  }, [opened, query, round]);
  return source === undefined ? (
    <div className="pane" />
  ) : (
    <iframe ref={frame} className="pane" title="Inventory Close" src={source} />
  );
}
