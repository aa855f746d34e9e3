import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePane } from '../app/context';

/** Milliseconds. What comes sooner needs no word: a spinner that flashes up is worse than a moment of nothing. */
const PATIENCE = 300;

/** Says that a page is on its way, where that takes long enough to be noticed. */
export function QuietSpinner() {
  const { texts } = usePane();
  const [shows, setShows] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShows(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return <div aria-busy="true">{shows && <Spinner size="small" label={texts.common.opening} />}</div>;
}
