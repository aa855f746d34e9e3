import { useCallback, useEffect, useRef, useState } from 'react';
import { openBook, type OpenBook } from '../book/open-book';
import type { Opening } from '../worker/control';

export interface Opened {
  readonly opened: OpenBook | null;
  readonly busy: boolean;
  /** Opens a workbook in place of the one that is open; keeps that one where the new one can not be opened. */
  open(opening: Opening): Promise<void>;
}

/** The workbook that is open in the workbench. `onRefused` hears why a file could not be opened. */
export function useOpened(first: () => Promise<Opening>, onRefused: (reason: string) => void): Opened {
  const [opened, setOpened] = useState<OpenBook | null>(null);
  const [busy, setBusy] = useState(true);
  const current = useRef<OpenBook | null>(null);

  const open = useCallback(
    async (opening: Opening): Promise<void> => {
      setBusy(true);
      try {
        const next = await openBook(opening);
        current.current?.close();
        current.current = next;
        setOpened(next);
      } catch (error) {
        onRefused(`${opening.name} was not opened. ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        setBusy(false);
      }
    },
    [onRefused],
  );

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    first().then(open, (error: Error) => onRefused(error.message));
  }, [first, open, onRefused]);

  return { opened, busy, open };
}
