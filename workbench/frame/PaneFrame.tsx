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
  /** Counts the seats that were offered: each pane begins in one of its own. */
  const [seats, setSeats] = useState(0);
  useEffect(() => {
    const leave = offerSeat(opened);
    setSeats((count) => count + 1);
    return leave;
  }, [opened, query, round]);
  useEffect(() => {
    const toPane = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      frame.current?.contentWindow?.focus();
    };
    window.addEventListener('keydown', toPane, true);
    return () => window.removeEventListener('keydown', toPane, true);
  }, []);
  if (seats === 0) return <div className="pane" />;
  return (
    <iframe
      key={seats}
      ref={frame}
      className="pane"
      title="Inventory Close"
      src={`pane/taskpane.html${query}`}
      onLoad={(event) => leaveByF6(event.currentTarget.contentWindow)}
    />
  );
}

/** F6 goes around between pane and sheet, as in Excel. */
function leaveByF6(pane: Window | null): void {
  pane?.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('.sheet-tabs [aria-selected=true]')?.focus();
  });
}
