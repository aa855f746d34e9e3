import { useEffect, useRef } from 'react';
import { LockClosed12Regular } from '@fluentui/react-icons';
import type { GridBook } from '../../host/view/grid';
import { OWN_KEYS } from './own-keys';

interface Props {
  readonly book: GridBook;
  readonly onActivate: (sheet: string) => void;
}

/** The sheets that can be seen, as tabs below the grid. */
export function SheetTabs({ book, onActivate }: Props): React.JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const sheets = book.sheets.filter(({ visibility }) => visibility === 'Visible');
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [book.active]);

  const move = (event: React.KeyboardEvent): void => {
    event.stopPropagation();
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = sheets[sheets.findIndex(({ id }) => id === book.active) + step];
    if (step === 0 || !next) return;
    onActivate(next.id);
    list.current?.querySelector<HTMLElement>(`[data-sheet="${CSS.escape(next.id)}"]`)?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label="Sheets" className="sheet-tabs" {...OWN_KEYS} onKeyDown={move}>
      {sheets.map(({ id, name, isProtected, tabColor }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-sheet={id}
          aria-selected={id === book.active}
          tabIndex={id === book.active ? 0 : -1}
          style={tabColor === '' ? undefined : { borderBottomColor: tabColor }}
          onClick={() => onActivate(id)}
        >
          {isProtected && <LockClosed12Regular aria-label="Protected" />}
          {name}
        </button>
      ))}
    </div>
  );
}
