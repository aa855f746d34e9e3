/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { adjustOnHand } from '../../src/runs/adjust/on-hand';
import { close } from '../../src/runs/close';
import { history } from '../../src/runs/history';
import { dayOf } from '../../src/book/days';
import { openXlsx } from '../../src/workbook/file/file-port';
import { breaking } from '../support/breaking-port';
import { exportTable, bookOf, mappingSheet } from '../workbook/mapping/export-book';
import { mappedPort } from '../../src/workbook/mapping/mapped-port';
import { MemoryHost } from './memory-host';
import { openPane, press, violations } from './render';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };
const upTo = dayOf(2026, 1, 31)!;

/** A close of mapped data that was paused when half was done. */
async function paused(): Promise<MemoryHost> {
  const file = openXlsx(bookOf(exportTable(), mappingSheet('Export')), 'book.xlsx');
  const done = await close(mappedPort(file), { upTo }, { ...env, pause: ({ share }) => share >= 0.5 });
  if (!done.ok || !done.paused) throw new Error('It was to pause');
  return new MemoryHost(file.toBytes(new Date(0)));
}
const runsOf = async (host: MemoryHost) =>
  (await history(host.port())).runs.map(({ closing, status, adjustment }) => [closing, status, adjustment]);

/** Waits for a part of the page that took the place of what was pressed, and for the focus on it. */
async function focusOnPart(name: string) {
  const title = await screen.findByRole('heading', { level: 2, name });
  await waitFor(() => expect(document.activeElement).toBe(title));
}

/** The rows of a table, cell by cell. */
const tableOf = (name: string): string[][] =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('a paused run is the first thing shown, and is resumed to its end', async () => {
  const host = await paused();
  const { user } = openPane(host);
  await screen.findByRole('heading', { level: 2, name: 'Run IC-0001 did not end' });
  expect(screen.queryByRole('button', { name: /^Close up to/ })).toBeNull();
  expect(await violations()).toEqual([]);
  await press(user, 'button', /^Resume/);
  await focusOnPart('Resume IC-0001?');
  expect(await violations()).toEqual([]);
  // Nothing is written yet: the figures of the close, and what is still to be written for it.
  expect(tableOf('What is still to be written')).toContainEqual(['Closings', '0', '1']);
  // Fifteen of twenty go for 160.00: five at 12.00 are left.
  expect(screen.getByText('60.00 USD')).toBeTruthy();
  expect((await runsOf(host)).map(([, status]) => status)).toEqual(['Paused']);
  await press(user, 'button', 'Back');
  await screen.findByRole('heading', { level: 2, name: 'Run IC-0001 did not end' });
  await press(user, 'button', /^Resume/);
  await press(user, 'button', 'Resume now');
  await screen.findByText('Run IC-0001 has ended. Save the workbook.');
  await screen.findByRole('button', { name: /^Close up to Feb 28, 2026/ });
  // Fifteen at 165.00 cost 160.00.
  expect(await runsOf(host)).toEqual([['IC-0001', 'Completed', 5]]);
});

test('a run is paused while it computes, and goes on from Start', async () => {
  const host = new MemoryHost(bookOf(exportTable(), mappingSheet('Export')));
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  let runs = 0;
  const { user } = openPane(host, 'close', {
    settle: async (book, request, progress) => {
      const { settle } = await import('../../src/settle/run');
      if (++runs === 2) await held;
      await progress?.('Settling', 1, 2);
      return settle(book, request);
    },
  });
  await press(user, 'button', 'Preview without checking');
  await press(user, 'button', 'Close…');
  await press(user, 'button', 'Close up to Jan 31, 2026');
  await press(user, 'button', 'Pause');
  release();
  await screen.findByRole('heading', { level: 1, name: /^Run IC-0001 is paused at \d+%$/ });
  expect(await violations()).toEqual([]);
  expect((await runsOf(host)).map(([closing, status]) => [closing, status])).toEqual([['IC-0001', 'Paused']]);
  await press(user, 'button', 'Go to Start');
  await press(user, 'button', /^Resume/);
  await press(user, 'button', 'Resume now');
  await screen.findByText('Run IC-0001 has ended. Save the workbook.');
  expect(await runsOf(host)).toEqual([['IC-0001', 'Completed', 5]]);
});

test('a recalculation is paused too', async () => {
  const host = new MemoryHost(bookOf(exportTable(), mappingSheet('Export')));
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  let runs = 0;
  const { user } = openPane(host, 'more', {
    settle: async (book, request, progress) => {
      const { settle } = await import('../../src/settle/run');
      if (++runs === 2) await held;
      await progress?.('Settling', 1, 2);
      return settle(book, request);
    },
  });
  await press(user, 'button', /^Recalculate/);
  await press(user, 'button', 'Preview');
  await press(user, 'button', 'Go on…');
  await press(user, 'button', 'Recalculate now');
  await press(user, 'button', 'Pause');
  release();
  await screen.findByRole('heading', { level: 1, name: /^Run IC-0001 is paused at \d+%$/ });
  expect(await violations()).toEqual([]);
  await press(user, 'button', 'Go to Start');
  await press(user, 'button', /^Resume/);
  await press(user, 'button', 'Resume now');
  await screen.findByText('Run IC-0001 has ended. Save the workbook.');
  expect(await runsOf(host)).toEqual([['IC-0001', 'Completed', 5]]);
});

test('or is taken back', async () => {
  const host = await paused();
  const { user } = openPane(host);
  await press(user, 'button', /^Roll back/);
  await focusOnPart('Roll IC-0001 back?');
  expect(await violations()).toEqual([]);
  expect(tableOf('What would be written to take it back')).toContainEqual(['Closings', '0', '1']);
  await press(user, 'button', 'Roll back now');
  await screen.findByText('Taken back: IC-0001. Save the workbook.');
  await screen.findByRole('button', { name: /^Close up to Jan 31, 2026/ });
  expect((await runsOf(host)).map(([closing, status]) => [closing, status])).toEqual([['IC-0001', 'Reversed']]);
});

test('or is started over', async () => {
  const host = await paused();
  const { user } = openPane(host);
  await press(user, 'button', /^Start over/);
  await focusOnPart('Start IC-0001 over?');
  // The run anew in a row of its own, and the one that was paused marked.
  expect(tableOf('What would be written to take it back and run it anew')).toContainEqual(['Closings', '1', '1']);
  await press(user, 'button', 'Start over now');
  await screen.findByText('Run IC-0002 has ended. Save the workbook.');
  expect((await runsOf(host)).map(([closing, status]) => [closing, status])).toEqual([
    ['IC-0002', 'Completed'],
    ['IC-0001', 'Reversed'],
  ]);
});

test('an adjustment by hand that broke off is taken back: nothing offers to resume it', async () => {
  const file = openXlsx(bookOf(exportTable(), mappingSheet('Export')), 'book.xlsx');
  expect((await close(mappedPort(file), { upTo }, env)).ok).toBe(true);
  // The row of the run and its rows are written, its end is not.
  const more = { selection: {}, fill: { method: 'Percent', percent: 10 } as const, note: '', dryRun: false };
  await expect(adjustOnHand(mappedPort(breaking(file, 3)), more, env)).rejects.toThrow('gone');
  const host = new MemoryHost(file.toBytes(new Date(0)));
  const { user } = openPane(host);
  await screen.findByRole('heading', { level: 2, name: 'Run IC-0002 did not end' });
  await screen.findByText(/roll it back and enter it again/);
  for (const name of [/^Resume/, /^Start over/]) expect(screen.queryByRole('button', { name })).toBeNull();
  expect(await violations()).toEqual([]);
  await press(user, 'button', /^Roll back/);
  await press(user, 'button', 'Roll back now');
  await screen.findByText('Taken back: IC-0002. Save the workbook.');
  expect((await runsOf(host)).map(([closing, status]) => [closing, status])).toEqual([
    ['IC-0002', 'Reversed'],
    ['IC-0001', 'Completed'],
  ]);
});
