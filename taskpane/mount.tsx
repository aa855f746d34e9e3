import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { pageIn } from './app/pages';
import type { PaneHost } from './host';
import { textsIn } from './texts';
import type { Machinery } from './work/work';

/** Shows the pane in the element of the page that is meant for it. */
export function mount(host: PaneHost, machinery: Machinery): void {
  createRoot(element()).render(
    <StrictMode>
      <App host={host} machinery={machinery} page={pageIn(window.location.search)} />
    </StrictMode>,
  );
}

/** Says that this page belongs into Excel. */
export function mountOutside(language: string): void {
  element().textContent = textsIn(language).outside;
}

function element(): HTMLElement {
  const found = document.getElementById('pane');
  if (!found) throw new Error('The page has no element for the pane');
  return found;
}
