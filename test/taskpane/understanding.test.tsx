/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { dayOf } from '../../src/book/days';
import { close } from '../../src/runs/close';
import { openXlsx } from '../../src/workbook/file/file-port';
import { grid, workbookOf } from '../support/workbooks';
import { MemoryHost } from './memory-host';
import { openPane, press, sample, violations } from './render';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };
let january: Uint8Array;
beforeAll(async () => {
  const port = openXlsx(sample(), 'sample.xlsx');
  await close(port, { upTo: dayOf(2026, 1, 31)! }, env);
  january = port.toBytes(new Date(env.now()));
}, 60_000);

/** "FIFO-3 ← FIFO-1 +5.00 HAND-FIFO · 10 · FIFO", a line for each row that is shown. */
const items = () => within(screen.getByRole('main')).getAllByRole('listitem');
const rows = () => items().map((item) => item.textContent);

describe('Settlements', () => {
  test('filters the rows of a run, shows both sides of one, and leads to its cells', async () => {
    const host = new MemoryHost(january);
    const { user } = openPane(host, 'history');
    await press(user, 'button', 'Settlements, row by row');
    await user.type(await screen.findByLabelText('Item or transaction'), 'fifo-');
    // FIFO-3 takes 10 of FIFO-1 and 2 of FIFO-2, FIFO-5 takes 6 of FIFO-2: as samples/trading-company/by-hand.ts has it.
    expect(rows()).toEqual([
      'FIFO-3 ← FIFO-1+5.00HAND-FIFO · 10 · FIFO',
      'FIFO-3 ← FIFO-2−1.00HAND-FIFO · 2 · FIFO',
      'FIFO-5 ← FIFO-2+0.92HAND-FIFO · 6 · FIFO',
    ]);
    await user.type(screen.getByLabelText('Adjusted by at least'), '1');
    await user.click(screen.getByLabelText('Largest first'));
    expect(rows()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'FIFO-3 ← FIFO-2' }));
    const [, second] = items();
    expect(within(second).getByText('Cost taken from the receipt').nextSibling?.textContent).toBe('10.00');
    expect(within(second).getByText('Posted for this quantity').nextSibling?.textContent).toBe('9.00');
    expect(within(second).getByText('Purchase · PO2626 · 1/8/26 · 10 posted at 50.00')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await user.click(within(second).getByRole('button', { name: 'Show in the sheet: FIFO-2' }));
    await user.click(within(second).getByRole('button', { name: /^This row in its table/ }));
    await screen.findByRole('status');
    expect(host.visited).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Transactions!A/), expect.stringMatching(/^Settlements!A/)]),
    );
    await user.click(within(second).getByRole('button', { name: 'Explain FIFO-3' }));
    await screen.findByRole('heading', { name: 'Why FIFO-3 costs what it costs' });
  });

  test('has adjustments that are no settlements too, by their reason', async () => {
    const { user } = openPane(new MemoryHost(january), 'settlements');
    await user.selectOptions(await screen.findByLabelText('Reason'), 'Physical value');
    await user.type(screen.getByLabelText('Item or transaction'), 'grinder-4');
    expect(rows()).toEqual(['GRINDER-4 ← GRINDER-3−10.00C-305 · Physical value']);
  });

  test('says that there is nothing before the first close', async () => {
    openPane(new MemoryHost(sample()), 'settlements');
    await screen.findByText(/^No run is in force/);
    expect(await violations()).toEqual([]);
  });
});

test('compares the inventory models of chosen items over the period that is due, and writes that as a sheet', async () => {
  const host = new MemoryHost(sample());
  const { user } = openPane(host, 'explain');
  await press(user, 'button', 'Compare inventory models');
  expect(await screen.findByLabelText('From')).toHaveProperty('value', '2026-01-01');
  await user.type(screen.getByLabelText('Items'), 'HAND-FIFO{Enter}');
  const table = await screen.findByRole('table', { name: 'Cost of sales and closing value (USD)' });
  const figures = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  // 10 at 4.00, 10 at 5.00, 5 at 6.20; 12 and then 6 are sold. The average of 25 for 121.00 is 4.84.
  expect(figures.slice(0, 3)).toEqual(['As set80.0041.00', 'FIFO80.0041.00', 'LIFO93.0028.00']);
  expect(figures[4]).toBe('Weighted average87.1233.88');
  const chart = screen.getByRole('list', { name: /^How much more or less/ });
  // LIFO date: 10 at 5.00 and 2 at 4.00 on the 12th, 5 at 6.20 and 1 at 4.00 on the 27th: 93.00 too.
  const bars = within(chart)
    .getAllByRole('listitem')
    .map((bar) => bar.textContent);
  expect(bars.slice(0, 4)).toEqual(['FIFO0.00', 'LIFO+13.00', 'LIFO date+13.00', 'Weighted average+7.12']);
  await user.selectOptions(screen.getByLabelText('Inventory model'), 'LIFO');
  const lines = screen.getByRole('table', { name: 'LIFO (USD)' });
  expect(within(lines).getByRole('row', { name: /^Opening value/ }).textContent).toBe('Opening value40.00');
  expect(within(lines).getByRole('row', { name: /^Sales/ }).textContent).toBe('Sales−93.00');
  expect(await violations()).toEqual([]);
  await press(user, 'button', 'Write as sheet');
  await user.click(await screen.findByRole('button', { name: 'Model comparison' }));
  await waitFor(() => expect(host.visited).toEqual(["'Model comparison'!A1"]));
  expect(await violations()).toEqual([]);
});

describe('Running averages', () => {
  // 100 for 100.00, 200 sold at 1.00, 101 for 202.00: the one that is left has 102.00, and cost 2.00.
  const spoilt = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item | Quantity | Financial date | Financial cost
      PO1         | BOLT | 100      | 2026-01-02     | 100.00
      SO1         | BOLT | -200     | 2026-01-05     | -200.00
      PO2         | BOLT | 101      | 2026-01-08     | 202.00
      SO2         | BOLT | -1       | 2026-01-10     | -102.00
    `,
    ),
  ]);

  test('lists issues at a spoilt average, with the rows that started and covered it', async () => {
    const { user } = openPane(new MemoryHost(spoilt), 'explain');
    await press(user, 'button', 'Check running averages');
    await screen.findByText('Posted at a spoilt average');
    expect(rows()).toHaveLength(1);
    expect(screen.getByText('+100.00')).toBeTruthy();
    expect(screen.getByText('Started by').nextSibling?.textContent).toMatch(/^SO1/);
    expect(screen.getByText('Covered by').nextSibling?.textContent).toMatch(/^PO2/);
    expect(await violations()).toEqual([]);
  });

  test('says that all is well', async () => {
    openPane(new MemoryHost(sample()), 'averages');
    await screen.findByText(/^No issue was posted at a running average/);
  });
});
