/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { close } from '../../src/runs/close';
import { dayOf } from '../../src/book/days';
import { openXlsx } from '../../src/workbook/file/file-port';
import { MemoryHost } from './memory-host';
import { formatIn } from '../../taskpane/format';
import { openPane, press, sample, sampleSummary, violations } from './render';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };

/** The sample after its first close. */
async function closedSample(): Promise<Uint8Array> {
  const port = openXlsx(sample(), 'sample.xlsx');
  await close(port, { upTo: dayOf(2026, 1, 31)! }, env);
  return port.toBytes(new Date(env.now()));
}

describe('Start', () => {
  test('says what is in the workbook, and leads to its tables', async () => {
    const host = new MemoryHost(sample());
    const { user } = openPane(host);
    await screen.findByText('not closed yet');
    expect(screen.getByText('Dec 31, 2025 to Mar 31, 2026')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Items: Go to Items!/ }));
    expect(host.visited).toEqual([expect.stringMatching(/^Items!A\d+$/)]);
    expect(await violations()).toEqual([]);
  });

  test('helps to begin in an empty workbook: inserts the sample and finds it', async () => {
    const { user } = openPane(new MemoryHost(undefined));
    await screen.findByRole('heading', { name: 'No table named Transactions' });
    expect(await violations()).toEqual([]);
    await press(user, 'button', /^Try a sample/);
    await screen.findByRole('button', { name: /^Close up to Jan 31, 2026/ });
  });

  test('inserts the template, which has nothing to close yet', async () => {
    const { user } = openPane(new MemoryHost(undefined));
    await press(user, 'button', /^Insert the template/);
    await screen.findByText('Your tables');
    expect(screen.queryByRole('button', { name: /^Close up to/ })).toBeNull();
  });

  test('names a cell that is not there any more', async () => {
    const host = new MemoryHost(sample());
    host.goTo = () => Promise.reject(new Error('ItemNotFound'));
    const { user } = openPane(host);
    await user.click(await screen.findByRole('button', { name: /^Items: Go to/ }));
    await screen.findByText(/^Items!A\d+ could not be selected\./);
  });
});

describe('Explain', () => {
  test('takes the transaction of the selected row', async () => {
    const host = new MemoryHost(await closedSample());
    const { user } = openPane(host, 'explain');
    await screen.findByText(/^Select a row of a table/);
    act(() => host.select({ address: 'Transactions!C9', text: '5', row: { Transaction: 'TAMPER-4' }, column: 'Item' }));
    await press(user, 'button', 'Use TAMPER-4 from the selected row');
    const answer = await screen.findByRole('article');
    expect(within(answer).getByRole('heading', { name: 'Why TAMPER-4 costs what it costs' })).toBeTruthy();
    expect(within(answer).getByText(/^TAMPER-4 is a sale/)).toBeTruthy();
    expect(within(answer).getByText('Where its cost comes from')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await user.click(within(answer).getByRole('button', { name: 'Show in the sheet: TAMPER-4' }));
    expect(await screen.findByRole('article')).toBeTruthy();
    expect(host.visited).toEqual([expect.stringMatching(/^Transactions!A\d+$/)]);
  });

  test('explains from a preview before the first close', async () => {
    const { user } = openPane(new MemoryHost(sample()), 'explain');
    expect(await screen.findByLabelText('Up to')).toHaveProperty('value', '2026-01-31');
    await user.type(screen.getByLabelText('Transaction'), 'tamper-4{Enter}');
    await screen.findByText('From a preview up to Jan 31, 2026. Nothing was written.');
  });

  test('says that there is no such transaction', async () => {
    const { user } = openPane(new MemoryHost(await closedSample()), 'explain');
    await user.type(await screen.findByLabelText('Transaction'), 'nobody{Enter}');
    await screen.findByText(/^There is no transaction "nobody"/);
    expect(await violations()).toEqual([]);
  });

  test('wants an id', async () => {
    const { user } = openPane(new MemoryHost(sample()), 'explain');
    await user.type(await screen.findByLabelText('Transaction'), '{Enter}');
    await screen.findByText('Enter the id of a transaction, or select its row in the sheet.');
  });
});

describe('History', () => {
  test('lists runs and their log, filters it, and leads to the rows', async () => {
    const host = new MemoryHost(await closedSample());
    const { user } = openPane(host, 'history');
    const run = await screen.findByRole('article', { name: 'IC-0001' });
    expect(within(run).getByText('Completed')).toBeTruthy();
    const { adjustment, log } = await sampleSummary();
    expect(within(run).getByText(formatIn('en-US').change(adjustment))).toBeTruthy();
    expect(await violations()).toEqual([]);
    await user.click(within(run).getByRole('button', { name: 'IC-0001: Ledger' }));
    expect(await screen.findByText(`${log.length} of ${log.length} entries`)).toBeTruthy();
    expect(host.visited).toEqual([expect.stringMatching(/^Ledger!A\d+:[A-Z]+\d+$/)]);

    await user.selectOptions(screen.getByLabelText('Severity'), 'Warning');
    const warnings = log.filter(({ severity }) => severity === 'Warning').length;
    expect(screen.getByText(`${warnings} of ${log.length} entries`)).toBeTruthy();
    await user.type(screen.getByLabelText('Search'), 'headset');
    expect(screen.getByText(/^\d of \d+ entries$/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Explain HEADSET-3' }));
    await screen.findByRole('heading', { name: 'Why HEADSET-3 costs what it costs' });
  });

  test('says that there were no runs', async () => {
    openPane(new MemoryHost(sample()), 'history');
    await screen.findByText(/^There are no runs/);
    expect(await violations()).toEqual([]);
  });
});

test('speaks German', async () => {
  const { user } = openPane(new MemoryHost(sample(), 'de-DE'));
  await screen.findByText('noch nicht abgeschlossen');
  expect(document.documentElement.lang).toBe('de-DE');
  await press(user, 'button', /^Abschließen bis 31\.01\.2026/);
  await press(user, 'button', 'Vorschau ohne Prüfung');
  const total = await screen.findByRole('table', { name: 'Buchungsbeleg (USD)' });
  const amount = formatIn('de-DE').amount((await sampleSummary()).voucherTotal);
  expect(within(total).getByRole('row', { name: /^Summe/ }).textContent).toBe(`Summe${amount}${amount}`);
  expect(await violations()).toEqual([]);
});

test('the tabs lead to the pages, and work goes on while another page shows', async () => {
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  const { user } = openPane(new MemoryHost(sample()), 'close', {
    settle: async (book, request, progress) => {
      await progress?.('Settling', 1, 2);
      await held;
      const { settle } = await import('../../src/settle/run');
      return settle(book, request);
    },
  });
  await press(user, 'button', 'Preview without checking');
  await screen.findByText('Settling issues with receipts');
  await user.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByText('not closed yet');
  release();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await screen.findByRole('heading', { name: /^Preview of the close/ });
});
