import { Button } from '@fluentui/react-components';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { FailureReport } from '../parts/FailureReport';
import { QuietSpinner } from '../parts/QuietSpinner';
import { failureOf } from '../work/failure';
import { usePane } from './context';

/**
 * A page whose code is fetched, from where the pane came from, when the page first opens. What was fetched is kept; what could
 * not be fetched is told, and can be tried again.
 */
export function lazyPage<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  let kept: ComponentType<P> | undefined;
  return function LazyPage(props: P) {
    // In an object, or the state would call the page as if it made the next state.
    const [{ Page }, setPage] = useState({ Page: kept });
    const [failed, setFailed] = useState<unknown>();
    const load = useCallback(() => {
      setFailed(undefined);
      fetch().then((found) => {
        kept = found;
        setPage({ Page: found });
      }, setFailed);
    }, []);
    useEffect(() => {
      if (kept === undefined) load();
    }, [load]);
    if (Page) return <Page {...props} />;
    return failed === undefined ? <QuietSpinner /> : <NotLoaded error={failed} again={load} />;
  };
}

/** Mostly the network is gone, or a newer version of the pane has taken the place of this one. */
function NotLoaded({ error, again }: { error: unknown; again: () => void }) {
  const { texts } = usePane();
  return (
    <>
      <FailureReport title={texts.failure.titles.page} failure={{ ...failureOf(error, 0), notLoaded: true }} />
      <div>
        <Button appearance="primary" onClick={again}>
          {texts.common.tryAgain}
        </Button>
      </div>
    </>
  );
}
