import { useEffect, useState } from 'react';
import { usePane } from '../app/context';
import { selectedId } from './selected-id';

/** The transaction of the row that is selected in the sheet; "" for none. Follows the selection. */
export function useSelectedId(): string {
  const { host } = usePane();
  const [id, setId] = useState('');
  useEffect(() => {
    let gone = false;
    const look = () => {
      host.selection().then(
        (selection) => {
          if (!gone) setId(selectedId(selection));
        },
        () => {
          if (!gone) setId('');
        },
      );
    };
    look();
    const end = host.onSelectionChanged(look);
    return () => {
      gone = true;
      end();
    };
  }, [host]);
  return id;
}
