import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { pageIn } from './app/pages';
import type { PaneHost } from './host';
import { type Language, loadLanguage } from './texts';
import type { Machinery } from './work/work';

/** Shows the pane in the element of the page that is meant for it, in the language that the program around it is shown in. */
export async function mount(host: PaneHost, machinery: Machinery): Promise<void> {
  const language = await languageOf(host.language);
  if (!language) return;
  createRoot(element()).render(
    <StrictMode>
      <App host={host} machinery={machinery} language={language} page={pageIn(window.location.search)} />
    </StrictMode>,
  );
}

/** Says that this page belongs into Excel. */
export async function mountOutside(shown: string): Promise<void> {
  const language = await languageOf(shown);
  if (language) element().textContent = language.texts.outside;
}

/** Where not even the words can be fetched there are none to say so with, but these. */
async function languageOf(shown: string): Promise<Language | undefined> {
  try {
    return await loadLanguage(shown);
  } catch {
    element().textContent = 'Inventory Close could not be loaded. Check the network, close the pane and open it again.';
    return undefined;
  }
}

function element(): HTMLElement {
  const found = document.getElementById('pane');
  if (!found) throw new Error('The page has no element for the pane');
  return found;
}
