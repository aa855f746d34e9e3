/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { close } from '../../src/runs/close';
import { history } from '../../src/runs/history';
import { dayOf } from '../../src/book/days';
import { openXlsx } from '../../src/workbook/file/file-port';
import { tableSheet } from '../support/xlsx';
import { bookOf } from '../workbook/mapping/export-book';
import { MemoryHost } from './memory-host';
import { focusOn, openPane, press, violations } from './render';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

/**
 * Ten bolts at 10.00 and ten at 12.00; fifteen sold at an estimate of 165.00. Closed in January they cost 160.00, and five at
 * 12.00 are left: 60.00. Nuts are costed at a moving average: four at 2.00.
 */
const ROWS = [
  ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
  ['R1', 'BOLT', 10, 46027, 100],
  ['R2', 'BOLT', 10, 46030, 120],
  ['S1', 'BOLT', -15, 46036, -165],
  ['R3', 'BOLT', 2, 46060, 30],
  ['N1', 'NUT', 4, 46027, 8],
];
const BOOK = bookOf(
  tableSheet('Transactions', ROWS),
  tableSheet('Items', [
    ['Item', 'Item model group', 'Cost price'],
    ['BOLT', 'F', 13],
    ['NUT', 'M', null],
  ]),
  tableSheet('ItemModelGroups', [
    ['Item model group', 'Inventory model'],
    ['F', 'FIFO'],
    ['M', 'Moving average'],
  ]),
);

/** The book after its close of January. */
async function closed(): Promise<MemoryHost> {
  const port = openXlsx(BOOK, 'book.xlsx');
  const done = await close(port, { upTo: dayOf(2026, 1, 31)! }, env);
  if (!done.ok) throw new Error(done.problems[0].message);
  return new MemoryHost(port.toBytes(new Date(0)));
}

const runsOf = async (host: MemoryHost) =>
  (await history(host.port())).runs.map(({ closing, type, status, adjustment }) => [closing, type, status, adjustment]);

/** From the page More through preview and question to the end, with the keyboard. */
async function carryOut(user: ReturnType<typeof openPane>['user'], title: string) {
  await press(user, 'button', 'Preview');
  await screen.findByText('Nothing is written yet.');
  await focusOn(title);
  expect(await violations()).toEqual([]);
  await press(user, 'button', 'Go on…');
  await heading(`${title}?`);
  expect(await violations()).toEqual([]);
  await press(user, 'button', `${title} now`);
  await heading(`Done: ${title}`);
  expect(await violations()).toEqual([]);
}

test('before a close only what needs none can be run', async () => {
  const { user } = openPane(new MemoryHost(BOOK), 'more');
  const card = await screen.findByRole('button', { name: /^Adjust stock on hand/ });
  expect(card.getAttribute('aria-disabled')).toBe('true');
  expect(card.textContent).toContain('Needs a close first.');
  await user.click(card);
  await heading('What else can be run');
  expect(screen.getByRole('button', { name: /^Recalculate/ }).getAttribute('aria-disabled')).not.toBe('true');
  expect(await violations()).toEqual([]);
});

test('a recalculation adjusts the estimate, and the next one changes nothing', async () => {
  const host = new MemoryHost(BOOK);
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Recalculate/);
  expect(await screen.findByLabelText(/^Recalculate up to/)).toHaveProperty('value', '2026-01-31');
  await carryOut(user, 'Recalculate');
  await screen.findByText('Run IC-0001, voucher V-0001.');
  expect(screen.getByRole('button', { name: "Summary IC-0001: Go to 'Summary IC-0001'!A1" })).toBeTruthy();
  expect(await runsOf(host)).toEqual([['IC-0001', 'Recalculation', 'Completed', 5]]);

  await press(user, 'button', 'Something else');
  await press(user, 'button', /^Recalculate/);
  await user.type(screen.getByLabelText('Items'), 'bolt');
  await press(user, 'button', 'Preview');
  await screen.findByText(/^Nothing changes/);
});

test('a close is reversed from its card, with the adjustment that followed it', async () => {
  const host = await closed();
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Adjust stock on hand/);
  await user.type(await screen.findByLabelText('Items'), 'BOLT');
  await user.type(screen.getByLabelText(/^Unit cost/), '13,5');
  await carryOut(user, 'Adjust stock on hand');
  // Five at 12.00 become five at 13.50.
  expect((await runsOf(host))[0]).toEqual(['IC-0002', 'On-hand adjustment', 'Completed', 7.5]);

  await press(user, 'button', 'Show the log');
  await press(user, 'button', 'IC-0001: Reverse…');
  await heading('Reverse a run');
  expect(await screen.findByLabelText('Which run?')).toHaveProperty('value', 'IC-0001');
  await press(user, 'button', 'Preview');
  const list = await screen.findByRole('region', { name: '2 runs are reversed, in this order' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.slice(0, 7)),
  ).toEqual(['IC-0002', 'IC-0001']);
  await press(user, 'button', 'Go on…');
  await press(user, 'button', 'Reverse a run now');
  await screen.findByText('2 runs were reversed.');
  expect((await runsOf(host)).map(([closing, , status]) => [closing, status])).toEqual([
    ['IC-0004', 'Completed'],
    ['IC-0003', 'Completed'],
    ['IC-0002', 'Reversed'],
    ['IC-0001', 'Reversed'],
  ]);
});

test('the page of a close that was reversed begins a new one', async () => {
  const host = new MemoryHost(BOOK);
  const { user } = openPane(host, 'close');
  await press(user, 'button', 'Preview without checking');
  await press(user, 'button', 'Close…');
  await press(user, 'button', 'Close up to Jan 31, 2026');
  await heading('Closed up to Jan 31, 2026');
  await press(user, 'button', 'Show the log');
  await press(user, 'button', 'IC-0001: Reverse…');
  await carryOut(user, 'Reverse a run');
  await press(user, 'button', 'Close');
  await heading('Up to which date?');
  expect(screen.getByLabelText(/^Close up to/)).toHaveProperty('value', '2026-01-31');
});

test('only the runs that were shown are reversed', async () => {
  const host = await closed();
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Reverse a run/);
  await screen.findByLabelText('Which run?');
  await press(user, 'button', 'Preview');
  await press(user, 'button', 'Go on…');
  const other = await close(host.port(), { upTo: dayOf(2026, 2, 28)! }, env);
  expect(other.ok).toBe(true);
  await press(user, 'button', 'Reverse a run now');
  await screen.findByText('The reversal did not finish');
  await screen.findByText(/IC-0002, IC-0001/);
  expect((await runsOf(host)).every(([, , status]) => status === 'Completed')).toBe(true);
});

test('receipts get new values, one of them from the selected row', async () => {
  const host = await closed();
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Adjust receipts/);
  host.select({ address: 'Transactions!A5', text: 'R3', row: { Transaction: 'R3' }, column: 'Transaction' });
  await user.click(await screen.findByRole('button', { name: 'Take R3 from the selected row' }));
  await user.type(screen.getByLabelText('New value of receipt 1'), '28');
  await carryOut(user, 'Adjust receipts');
  expect((await runsOf(host))[0]).toEqual(['IC-0002', 'Transaction adjustment', 'Completed', -2]);
});

test('moving average stock is revalued', async () => {
  const host = await closed();
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Revalue moving average/);
  await user.type(await screen.findByLabelText('Items'), 'NUT');
  await user.type(screen.getByLabelText(/^New unit cost/), '2.25');
  await carryOut(user, 'Revalue moving average');
  // Four at 2.00 become four at 2.25.
  expect((await runsOf(host))[0]).toEqual(['IC-0002', 'On-hand adjustment', 'Completed', 1]);
});

test('wrong fields say what they need, and a refusal says why and keeps what was typed', async () => {
  const host = await closed();
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Adjust stock on hand/);
  await press(user, 'button', 'Preview');
  await screen.findByText('Say which: items, item groups or dimensions.');
  expect(screen.getByText('Enter a number.')).toBeTruthy();
  expect(await violations()).toEqual([]);
  await user.type(screen.getByLabelText('Items'), 'SCREW');
  await user.type(screen.getByLabelText(/^Unit cost/), '1');
  await press(user, 'button', 'Preview');
  await screen.findByText('The preview could not be computed');
  expect(screen.getByText('Nothing in the workbook was changed.')).toBeTruthy();
  await press(user, 'button', 'Back');
  expect(await screen.findByLabelText('Items')).toHaveProperty('value', 'SCREW');
  expect(await runsOf(host)).toHaveLength(1);
});

test('speaks German', async () => {
  const port = openXlsx(BOOK, 'book.xlsx');
  const { user } = openPane(new MemoryHost(port.toBytes(new Date(0)), 'de-DE'), 'more');
  await press(user, 'button', /^Neu berechnen/);
  await press(user, 'button', 'Vorschau');
  await heading('Neu berechnen');
  await screen.findByText('Noch ist nichts geschrieben.');
  await press(user, 'button', 'Zurück');
  await user.type(screen.getByLabelText('Artikel'), 'SCREW');
  await press(user, 'button', 'Vorschau');
  await screen.findByText('In dieser Arbeitsmappe gibt es keinen Artikel „SCREW“.');
  expect(screen.getByText(/^Prüfen Sie die Artikelnummer/)).toBeTruthy();
});
