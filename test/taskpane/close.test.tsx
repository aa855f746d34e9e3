/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import type { WorkbookPort } from '../../src/workbook/port';
import { refuse } from '../../src/workbook/refusal';
import { MemoryHost } from './memory-host';
import { formatIn } from '../../taskpane/format';
import { focusOn, openPane, press, sample, sampleSummary, violations } from './render';

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

test('a check, a preview and two closes of the sample, with the keyboard alone', async () => {
  const host = new MemoryHost(sample());
  const { user } = openPane(host);
  await press(user, 'button', /^Close up to Jan 31, 2026/);

  for (const [day, run] of [
    ['Jan 31, 2026', 'IC-0001'],
    ['Feb 28, 2026', 'IC-0002'],
  ]) {
    const date = await screen.findByLabelText(/^Close up to/);
    expect(date).toHaveProperty('value', run === 'IC-0001' ? '2026-01-31' : '2026-02-28');
    await press(user, 'button', 'Check');
    await focusOn(`Check up to ${day}`);
    await press(user, 'button', 'Preview');
    await focusOn(`Preview of the close up to ${day}`);
    await press(user, 'button', 'Close…');
    await focusOn(`Close inventory up to ${day}?`);
    await press(user, 'button', `Close up to ${day}`);
    await heading(`Closed up to ${day}`);
    await screen.findByText(`Run ${run}, voucher ${run.replace('IC', 'V')}.`);
    if (run === 'IC-0001') await press(user, 'button', 'Next close');
  }

  await press(user, 'button', 'Show the log');
  await heading('Runs');
  const runs = await screen.findAllByRole('article');
  expect(runs.map((run) => run.getAttribute('aria-label'))).toEqual(['IC-0002', 'IC-0001']);
});

test('the check lists what is open and what costs too much, with the cells', async () => {
  const host = new MemoryHost(sample());
  const { user } = openPane(host, 'close');
  await press(user, 'button', 'Check');
  await screen.findByText(/^A close can run\. Look at \d+ points below first\.$/);
  const open = screen.getByRole('region', { name: /^Open quantities/ });
  expect(within(open).getAllByText(/^\d+ of \d+ open$/).length).toBeGreaterThan(1);
  const prices = screen.getByRole('region', { name: /^Cost prices/ });
  await user.click(within(prices).getByRole('button', { name: /^TAMPER-3: Go to Transactions!/ }));
  expect(host.visited).toEqual([expect.stringMatching(/^Transactions!A\d+$/)]);
  expect(await violations()).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Write both lists into the workbook' }));
  await screen.findByText('Written to the sheets Open quantities and Cost price check.');
  const { tables } = await host.port().facts();
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['OpenQuantities', 'CostPriceCheck']));
});

test('the preview shows totals that add up, and what would be written; nothing is', async () => {
  const expected = await sampleSummary();
  const format = formatIn('en-US');
  const host = new MemoryHost(sample());
  const { user } = openPane(host, 'close');
  await press(user, 'button', 'Preview without checking');
  await heading(/^Preview/);
  const cells = (name: RegExp, row: string) =>
    within(within(screen.getByRole('table', { name })).getByRole('row', { name: new RegExp(`^${row}`) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells(/^By inventory model/, 'Total')).toEqual([
    format.change(expected.adjustment),
    format.amount(expected.valueAfter),
  ]);
  const total = format.amount(expected.voucherTotal);
  expect(cells(/^Ledger voucher/, 'Total')).toEqual([total, total]);
  expect(cells(/^What would be written/, 'Settlements')).toEqual([String(expected.settlements)]);
  expect(await violations()).toEqual([]);
  const { tables } = await host.port().facts();
  expect(tables.map(({ name }) => name)).not.toContain('Closings');
});

test('a close that is refused says why, and leads to nothing worse', async () => {
  const { user } = openPane(new MemoryHost(sample()), 'close');
  const date = await screen.findByLabelText(/^Close up to/);
  await user.clear(date);
  await user.type(date, '2031-01-31');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('A close can not run: 1 error.');
  expect(screen.queryByRole('button', { name: 'Preview' })).toBeNull();
  expect(screen.getByText('2031-01-31 lies in none of the periods of the table Periods.')).toBeTruthy();
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByLabelText(/^Close up to/)).toHaveProperty('value', '2031-01-31');
});

test('wrong fields say what they need', async () => {
  const { user } = openPane(new MemoryHost(sample()), 'close');
  const date = await screen.findByLabelText(/^Close up to/);
  await user.clear(date);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Enter a date, for example the last day of a month.');
  expect(date.getAttribute('aria-invalid')).toBe('true');
});

test('a workbook that is open for reading only can be previewed and not closed', async () => {
  const { user } = openPane(new MemoryHost(sample(), 'en-US', true), 'close');
  await press(user, 'button', 'Preview without checking');
  await heading(/^Preview/);
  expect(screen.getByRole('button', { name: 'Close…' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Close…' }));
  await heading(/^Preview/);
});

describe('failures of a run', () => {
  /** Fails at the n-th call of write. */
  const failing = (at: number, error: Error) => {
    let writes = 0;
    return (port: WorkbookPort): WorkbookPort => ({
      isShared: port.isShared,
      facts: () => port.facts(),
      read: (names, progress) => port.read(names, progress),
      usedArea: (sheet) => port.usedArea(sheet),
      readArea: (place, progress) => port.readArea(place, progress),
      write: (tables, formats, progress) =>
        ++writes === at ? Promise.reject(error) : port.write(tables, formats, progress),
    });
  };
  const run = async (around: (port: WorkbookPort) => WorkbookPort) => {
    const host = new MemoryHost(sample(), 'en-US', false, around);
    const { user } = openPane(host, 'close');
    await press(user, 'button', 'Preview without checking');
    await press(user, 'button', 'Close…');
    await press(user, 'button', 'Close up to Jan 31, 2026');
    await screen.findByText('The close did not finish');
    return { host, user };
  };

  test('occupied cells: nothing was changed, and it can be tried again', async () => {
    const refusal = refuse('OCCUPIED', 'The cells Closings!A1:C4 are not empty.', 'Move them.', 'Closings!A1:C4');
    const { user } = await run(failing(1, refusal));
    expect(screen.getByText('Nothing in the workbook was changed.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Go to Closings!A1:C4' })).toBeTruthy();
    expect(await violations()).toEqual([]);
    await press(user, 'button', 'Try again');
    await heading('Closed up to Jan 31, 2026');
  });

  test('a fault while writing: the state is told, the details can be copied, and nothing is tried on top', async () => {
    const { host, user } = await run(failing(2, new Error('the connection is gone')));
    expect(screen.getByText(/^Writing had begun/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(await navigator.clipboard.readText()).toMatch(/Memory, 1\.2\.3[^]*the connection is gone/);
    // The workbook tells of it too, to whoever opens it next.
    openPane(host);
    await screen.findByText(/^Run IC-0001 is running\./);
  });
});

test('a run can be cancelled until it writes, and leaves nothing behind', async () => {
  const host = new MemoryHost(sample());
  let settle = () => undefined as void;
  const held = new Promise<void>((resolve) => (settle = resolve));
  const { user } = openPane(host, 'close', {
    settle: async (_book, _request, progress) => {
      await progress?.('Settling', 10, 100);
      await held;
      await progress?.('Settling', 20, 100);
      throw new Error('It should have been stopped');
    },
  });
  await press(user, 'button', 'Preview without checking');
  await screen.findByText('Settling issues with receipts');
  expect(screen.getByRole('progressbar', { name: 'Progress' }).getAttribute('aria-valuenow')).toBe('10');
  expect(await violations()).toEqual([]);
  await press(user, 'button', 'Cancel');
  settle();
  await screen.findByText('Cancelled. Nothing was changed.');
});
