import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { pageIn } from './app/pages';
import type { PaneHost } from './host';
import type { Machinery } from './work/work';

/** Shows the pane in the element of the page that is meant for it. */
export function mount(host: PaneHost, machinery: Machinery): void {
  const element = document.getElementById('pane');
  if (!element) throw new Error('The page has no element for the pane');
  createRoot(element).render(
    <StrictMode>
      <App host={host} machinery={machinery} page={pageIn(window.location.search)} />
    </StrictMode>,
  );
}
