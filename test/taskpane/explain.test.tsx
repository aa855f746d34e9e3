/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { dayOf } from '../../src/book/days';
import { close } from '../../src/runs/close';
import { openXlsx } from '../../src/workbook/file/file-port';
import { MemoryHost } from './memory-host';
import { openPane, press, sample, violations } from './render';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };
let january: Uint8Array;
beforeAll(async () => {
  const port = openXlsx(sample(), 'sample.xlsx');
  await close(port, { upTo: dayOf(2026, 1, 31)! }, env);
  january = port.toBytes(new Date(env.now()));
}, 60_000);

const row = (id: string) => ({ address: 'Transactions!A9', text: id, row: { Transaction: id }, column: 'Transaction' });

/** The lines of a tree that are shown, one a node, without what can be done with it. */
function lines(name: string): string[] {
  const tree = screen.getByRole('tree', { name });
  return within(tree)
    .getAllByRole('treeitem')
    .map((item) => item.querySelector('[class*="fui-TreeItemLayout__main"]')?.textContent ?? '')
    .map((text) => text.replace(/Show in the sheet.*/, ''));
}

async function explained(id: string, host = new MemoryHost(january)) {
  const pane = openPane(host, 'explain');
  await pane.user.type(await screen.findByLabelText('Transaction'), `${id}{Enter}`);
  await screen.findByRole('heading', { name: `Why ${id} costs what it costs` });
  return { ...pane, host };
}

// FIFO-3 took 10 of FIFO-1 for 40.00 and 2 of FIFO-2 for 10.00, as samples/trading-company/by-hand.ts has it.
const FIFO_3 = [
  'FIFO-3 Sale50.0012 · SO7345 · 1/12/26',
  'FIFO-1 Movement40.0010 · FIFO · IC-0001 · OPENING · 12/31/25',
  'FIFO-2 Purchase10.002 · FIFO · IC-0001 · PO2626 · 1/8/26',
];

test('shows where a cost comes from and where it went, with amounts that add up', async () => {
  await explained('FIFO-3');
  expect(lines('Where its cost comes from')).toEqual(FIFO_3);
  expect(lines('Where its cost went')).toEqual([
    'FIFO-3 Sale50.0012 · SO7345 · 1/12/26',
    'Left the inventory50.0012 · Sale',
  ]);
  expect(await violations()).toEqual([]);
});

test('the tree is opened with the keyboard, and each node leads to its cell', async () => {
  const { user, host } = await explained('AVG-3');
  const tree = 'Where its cost comes from';
  expect(lines(tree)).toHaveLength(2);
  const [root] = within(screen.getByRole('tree', { name: tree })).getAllByRole('treeitem');
  act(() => root.focus());
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(lines(tree).slice(2)).toEqual([
    expect.stringMatching(/^AVG-1 Movement10\.001 · gathered · IC-0001/),
    expect.stringMatching(/^AVG-2 Purchase18\.001\.5 · gathered · IC-0001/),
    expect.stringMatching(/^AVG-4 Purchase33\.502\.5 · gathered · IC-0001/),
  ]);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toMatch(/^AVG-2/);
  await press(user, 'button', 'Show in the sheet: AVG-2');
  expect(await screen.findByRole('article')).toBeTruthy();
  expect(host.visited).toEqual([expect.stringMatching(/^Transactions!A\d+$/)]);
  expect(await violations()).toEqual([]);
});

test('follows the selection in the sheet, but not its own steps, and not while it is held', async () => {
  const { user, host } = await explained('FIFO-3');
  act(() => host.select(row('LIFO-5')));
  await screen.findByRole('heading', { name: 'Why LIFO-5 costs what it costs' });

  await user.click(screen.getByRole('button', { name: 'Show in the sheet: LIFO-5' }));
  act(() => host.select(row('LIFO-5')));
  act(() => host.select({ address: 'Sheet1!A1' }));
  await user.click(screen.getByRole('switch', { name: 'Follow the selection in the sheet' }));
  act(() => host.select(row('FIFO-3')));
  expect(await screen.findByRole('button', { name: 'Use FIFO-3 from the selected row' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Why LIFO-5 costs what it costs' })).toBeTruthy();
});

test('goes on from a node, and reads the workbook once for all of them', async () => {
  let reads = 0;
  const host = new MemoryHost(january, 'en-US', false, (port) => ({
    ...port,
    isShared: false,
    facts: () => port.facts(),
    read: (names, progress) => {
      if (names.length > 2) reads += 1;
      return port.read(names, progress);
    },
    write: () => Promise.reject(new Error('written')),
  }));
  const { user } = await explained('FIFO-3', host);
  const before = reads;
  const items = within(screen.getByRole('tree', { name: 'Where its cost comes from' })).getAllByRole('treeitem');
  act(() => items[2].focus());
  await press(user, 'button', 'Explain FIFO-2');
  await screen.findByRole('heading', { name: 'Why FIFO-2 costs what it costs' });
  expect(lines('Where its cost went').slice(1)).toEqual([
    expect.stringMatching(/^FIFO-3 Sale10\.00/),
    expect.stringMatching(/^FIFO-5 Sale30\.00/),
    expect.stringMatching(/^In stock still10\.002/),
  ]);
  expect(reads).toBe(before);
});

test('what was explained from a preview is explained from what was written once that is closed', async () => {
  const { user } = await explained('FIFO-3', new MemoryHost(sample()));
  await screen.findByText('From a preview up to Jan 31, 2026. Nothing was written.');
  await press(user, 'button', 'Close');
  await press(user, 'button', 'Preview without checking');
  await press(user, 'button', 'Close…');
  await press(user, 'button', 'Close up to Jan 31, 2026');
  await screen.findByRole('heading', { level: 1, name: 'Closed up to Jan 31, 2026' });
  await press(user, 'button', 'Explain');
  await screen.findByRole('heading', { name: 'Why FIFO-3 costs what it costs' });
  expect(lines('Where its cost comes from')).toEqual(FIFO_3);
  expect(screen.getByRole('checkbox', { name: 'As a close would make it' })).toHaveProperty('checked', false);
  // The next transaction is asked for without touching the form.
  await user.type(screen.getByLabelText('Transaction'), '{Control>}a{/Control}LIFO-5{Enter}');
  await screen.findByRole('heading', { name: 'Why LIFO-5 costs what it costs' });
});
