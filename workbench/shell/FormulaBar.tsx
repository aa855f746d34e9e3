import { useEffect, useRef, useState } from 'react';
import type { RemoteHost } from '../../host/transport/remote';
import type { GridBook } from '../../host/view/grid';
import { areaName } from '../sheet/places';
import { OWN_KEYS } from './own-keys';

interface Props {
  readonly host: RemoteHost;
  readonly book: GridBook;
  readonly onRefused: (reason: string) => void;
}

/** Where the selection stands, and what stands in its first cell: to read, to jump by and to type in. */
export function FormulaBar({ host, book, onRefused }: Props): React.JSX.Element {
  const { selection, active } = book;
  const content = useContent(host, book);
  const [typed, setTyped] = useState<string | null>(null);
  const cancelled = useRef(false);
  const [place, setPlace] = useState<string | null>(null);

  const begin = (): void => {
    setTyped(content);
    void host.edit(true);
  };
  const end = (keep: boolean): void => {
    if (typed === null) return;
    setTyped(null);
    // Both are sent at once: who sees the new content finds Excel out of its edit mode.
    if (keep && typed !== content) {
      host.type(active, selection.row, selection.column, typed).catch((error: Error) => onRefused(error.message));
    }
    void host.edit(false);
  };
  const jump = async (text: string): Promise<void> => {
    const sheet = book.sheets.find(({ id }) => id === active);
    const found =
      (await host.follow(`#'${(sheet?.name ?? '').replaceAll("'", "''")}'!${text}`).catch(() => false)) ||
      (await host.follow(`#${text}`).catch(() => false));
    if (!found) onRefused(`There is no cell, table or name "${text}".`);
  };

  return (
    <div className="formula-bar" {...OWN_KEYS}>
      <input
        aria-label="Name box"
        className="name-box"
        value={place ?? areaName(selection)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setPlace(event.target.value)}
        onBlur={() => setPlace(null)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          void jump(event.currentTarget.value);
          event.currentTarget.blur();
        }}
      />
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <input
        aria-label="Formula bar"
        className="formula"
        spellCheck={false}
        value={typed ?? content}
        onFocus={begin}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          end(!cancelled.current);
          cancelled.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            cancelled.current = true;
            event.currentTarget.blur();
          }
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </div>
  );
}

/** The content of the selected cell, read again when anything changes. */
function useContent(host: RemoteHost, { active, selection }: GridBook): string {
  const [content, setContent] = useState('');
  const { row, column } = selection;
  useEffect(() => {
    let left = false;
    let timer: number | undefined;
    const read = async (): Promise<void> => {
      timer = undefined;
      const [[cell] = []] = await host.cells(active, { row, column, rows: 1, columns: 1 }).catch(() => [[null]]);
      if (!left) setContent(cell?.formula ?? cell?.text ?? '');
    };
    void read();
    const leave = host.onChange(({ what }) => {
      if (what !== 'selection') timer ??= window.setTimeout(() => void read(), 100);
    });
    return () => {
      left = true;
      window.clearTimeout(timer);
      leave();
    };
  }, [host, active, row, column]);
  return content;
}
