import { defineCustomElements } from '@revolist/revogrid/loader';
import { useEffect, useRef } from 'react';
import type { RemoteHost } from '../../host/transport/remote';
import type { GridBook } from '../../host/view/grid';
import { type SheetActions, SheetView } from './sheet-view';

void defineCustomElements();

interface Props {
  readonly host: RemoteHost;
  readonly book: GridBook;
  /** Called with what could not be done, in Excel's words. */
  readonly onRefused: (reason: string) => void;
}

/** The active sheet of the workbook as a spreadsheet. */
export function SheetGrid({ host, book, onRefused }: Props): React.JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<SheetView>(undefined);
  const sheet = book.sheets.find(({ id }) => id === book.active);
  const active = useRef(book.active);
  active.current = book.active;

  useEffect(() => {
    const grid = document.createElement('revo-grid');
    Object.assign(grid, { range: true, resize: true, theme: 'default', useClipboard: true, applyOnClose: true });
    frame.current?.append(grid);
    const attempt = (work: Promise<unknown>): void => {
      work.catch((error: unknown) => {
        onRefused(error instanceof Error ? error.message : String(error));
        view.current?.restore();
      });
    };
    const actions: SheetActions = {
      select: (on, area) => attempt(host.select(on, area)),
      type: (on, row, column, text) => attempt(host.type(on, row, column, text)),
      paste: (on, row, column, texts) => attempt(host.paste(on, row, column, texts)),
      widen: (on, column, width) => attempt(host.widen(on, column, width)),
      clear: (on, area) => attempt(host.clear(on, area)),
      follow: (link) => (link.startsWith('#') ? attempt(host.follow(link)) : window.open(link, '_blank', 'noopener')),
      typing: (on) => attempt(host.edit(on)),
    };
    const shown = new SheetView(grid, host, actions);
    view.current = shown;
    const leave = host.onChange(({ what, sheet: changed }) => {
      if (what === 'cells' ? changed === active.current : what === 'sheets') shown.invalidate();
    });
    return () => {
      leave();
      shown.end();
      grid.remove();
    };
  }, [host, onRefused]);

  useEffect(() => {
    if (sheet) view.current?.show(sheet, book.defaults);
    void view.current?.select(book.selection);
  }, [host, sheet, book]);

  return <div ref={frame} className="sheet" onMouseDownCapture={(event) => takeKeys(event.currentTarget)} />;
}

/**
 * The grid keeps a click from moving the focus, so that keys would go on to the bar, a menu or the pane. It gets the focus
 * itself: one that nothing has would be taken back by a menu that is just closing.
 */
function takeKeys(sheet: HTMLElement): void {
  if (sheet.contains(document.activeElement)) return;
  sheet.querySelector<HTMLElement>('revo-grid')?.focus({ preventScroll: true });
}
