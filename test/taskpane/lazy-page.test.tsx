/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { ENGLISH_SPEECH } from '../../src/runs/explain/speech';
import { type Pane, PaneContext } from '../../taskpane/app/context';
import { lazyPage } from '../../taskpane/app/lazy-page';
import { formatIn } from '../../taskpane/format';
import { textsIn } from '../support/languages';
import { failureOf } from '../../taskpane/work/failure';
import { MemoryHost } from './memory-host';

const Page = ({ name }: { readonly name: string }) => <h1>{name}</h1>;
const gone = () => Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' });

function show(Lazy: ComponentType<{ readonly name: string }>, name: string) {
  const nothing = (): void => undefined;
  const pane: Pane = {
    host: new MemoryHost(undefined),
    machinery: { now: () => 0, version: '1.2.3' },
    texts: textsIn('en'),
    format: formatIn('en'),
    say: (text) => text,
    speech: ENGLISH_SPEECH,
    goTo: nothing,
    open: nothing,
    explain: nothing,
    settlements: nothing,
    operate: nothing,
    tell: nothing,
  };
  return render(
    <PaneContext.Provider value={pane}>
      <Lazy name={name} />
    </PaneContext.Provider>,
  );
}

test('a page is fetched once, and is there at once the next time', async () => {
  let fetched = 0;
  const Lazy = lazyPage(() => {
    fetched += 1;
    return Promise.resolve(Page);
  });
  const { unmount } = show(Lazy, 'History');
  expect(screen.queryByRole('heading')).toBeNull();
  await screen.findByRole('heading', { name: 'History' });
  unmount();
  show(Lazy, 'Explain');
  expect(screen.getByRole('heading', { name: 'Explain' })).toBeTruthy();
  expect(fetched).toBe(1);
});

test('what can not be fetched is told, and can be tried again', async () => {
  const answers = [() => Promise.reject(gone()), () => Promise.resolve(Page)];
  const Lazy = lazyPage(() => answers.shift()!());
  show(Lazy, 'Close');
  await screen.findByText('The page could not be opened');
  expect(screen.getByText('Nothing in the workbook was changed.')).toBeTruthy();
  expect(screen.getByText(/^A part of the program could not be fetched/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { name: 'Close' });
});

test('a run that could not be fetched is no fault of the program', () => {
  expect(failureOf(gone(), 0)).toMatchObject({ changed: 'nothing', notLoaded: true });
  expect(failureOf(new Error('x'), 0).notLoaded).toBeUndefined();
});
