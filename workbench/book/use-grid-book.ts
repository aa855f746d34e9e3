import { useEffect, useState } from 'react';
import type { RemoteHost } from '../../host/transport/remote';
import type { GridBook } from '../../host/view/grid';

/** How long changes are gathered before the sheets are asked for again. A close makes thousands of them. */
const GATHERING = 120;

/** The sheets of the workbook, and what is selected in it, as they are now; null until they were read first. */
export function useGridBook(host: RemoteHost | null): GridBook | null {
  const [book, setBook] = useState<GridBook | null>(null);
  useEffect(() => {
    setBook(null);
    if (!host) return undefined;
    let timer: number | undefined;
    let left = false;
    const read = async (): Promise<void> => {
      timer = undefined;
      const read = await host.book();
      if (!left) setBook(read);
    };
    const leave = host.onChange(({ what }) => {
      if (what === 'selection') window.clearTimeout(timer);
      if (what === 'selection') void read();
      else timer ??= window.setTimeout(() => void read(), GATHERING);
    });
    void read();
    return () => {
      left = true;
      window.clearTimeout(timer);
      leave();
    };
  }, [host]);
  return book;
}
