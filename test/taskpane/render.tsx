/** The pane in jsdom, with what a browser has and jsdom has not. Files that use it begin with @jest-environment jsdom. */
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { TextDecoder, TextEncoder } from 'node:util';
import { sampleWorkbook } from '../../samples';
import { dayOf } from '../../src/book/days';
import { preview } from '../../src/runs/preview';
import { type Summary, summaryOf } from '../../src/runs/summary';
import { openXlsx } from '../../src/workbook/file/file-port';
import { App } from '../../taskpane/app/App';
import type { PageName } from '../../taskpane/app/pages';
import { languageIn } from '../support/languages';
import type { Machinery } from '../../taskpane/work/work';
import { MemoryHost } from './memory-host';

const CLOCK = Date.UTC(2026, 1, 3, 9);

Object.assign(globalThis, { TextEncoder, TextDecoder });
window.matchMedia = (media: string) =>
  ({ matches: false, media, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;
// Nothing is laid out here; but what helps the keyboard along in Fluent UI passes over what is not shown anywhere.
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  get(this: HTMLElement) {
    return this.parentElement;
  },
});
document.body.getBoundingClientRect = () => new DOMRect(0, 0, 320, 720);
// axe asks for a canvas to measure icon fonts, and does without.
HTMLCanvasElement.prototype.getContext = () => null;
window.ResizeObserver = class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};
// Whether something is hidden is computed from all styles, which takes seconds here: a browser tells that better.
// Reading and closing the sample takes a second or two beside other tests.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
jest.setTimeout(60_000);
afterEach(cleanup);

export const sample = () => sampleWorkbook('trading-company', new Date(CLOCK));

/** What a close of the sample up to the end of January comes to, computed without the pane. */
export async function sampleSummary(): Promise<Summary> {
  const port = openXlsx(sample(), 'sample.xlsx');
  const found = await preview(port, { upTo: dayOf(2026, 1, 31)! }, { now: () => CLOCK, version: '1.2.3' });
  if (!found.ok) throw new Error('The sample can not be closed');
  return summaryOf(found);
}

/** Shows the pane on a host. The clock stands still, so that the same figures come out every time. */
export function openPane(host: MemoryHost, page: PageName = 'start', machinery: Partial<Machinery> = {}) {
  const user = userEvent.setup();
  const all: Machinery = { now: () => CLOCK, version: '1.2.3', ...machinery };
  const pane = render(<App host={host} machinery={all} language={languageIn(host.language)} page={page} />);
  return { user, ...pane };
}

/** Presses Tab until the element with this role and name has the focus, then Enter. Fails where Tab does not get there. */
export async function press(user: ReturnType<typeof userEvent.setup>, role: string, name: string | RegExp) {
  const wanted = await screen.findByRole(role, { name });
  for (let steps = 0; steps < 60 && document.activeElement !== wanted; steps++) await user.tab();
  expect(document.activeElement).toBe(wanted);
  await user.keyboard('{Enter}');
}

/** Waits for the heading of a page and for the focus on it: there the keyboard and a screen reader go on. */
export async function focusOn(name: string | RegExp) {
  const title = await screen.findByRole('heading', { level: 1, name });
  await waitFor(() => expect(document.activeElement).toBe(title));
}

/** What axe finds wrong with the page. Colours need a real browser: they are checked there. */
export async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
