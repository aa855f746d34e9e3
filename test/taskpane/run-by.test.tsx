/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { history } from '../../src/runs/history';
import { rememberRunBy } from '../../taskpane/work/run-by';
import { tableSheet } from '../support/xlsx';
import { bookOf } from '../workbook/mapping/export-book';
import { MemoryHost } from './memory-host';
import { openPane, press } from './render';

/** Ten bolts at 10.00, six of them sold at an estimate of 66.00. */
const BOOK = bookOf(
  tableSheet('Transactions', [
    ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
    ['R1', 'BOLT', 10, 46027, 100],
    ['S1', 'BOLT', -6, 46036, -66],
  ]),
);

beforeEach(() => rememberRunBy(''));

const namesOf = async (host: MemoryHost) => (await history(host.port())).runs.map(({ by }) => by);

async function recalculate(user: ReturnType<typeof openPane>['user'], told: string | RegExp) {
  await press(user, 'button', 'Preview');
  await press(user, 'button', 'Go on…');
  await screen.findByText(told);
  await press(user, 'button', 'Recalculate now');
  await screen.findByText(/^Run IC-0001/);
}

test('a run bears the name that was typed, which is remembered for the next', async () => {
  const host = new MemoryHost(BOOK);
  const { user, unmount } = openPane(host, 'more');
  await press(user, 'button', /^Recalculate/);
  await user.type(await screen.findByLabelText('Run by'), 'Ada Byron');
  await recalculate(user, 'The run is recorded as run by Ada Byron.');
  expect(await namesOf(host)).toEqual(['Ada Byron']);
  await press(user, 'button', 'Show the log');
  await screen.findByText(/^Finished .*, run by Ada Byron/);
  await user.click(screen.getByRole('button', { name: 'IC-0001: Summary' }));
  expect(host.visited).toEqual(["'Summary IC-0001'!A1"]);
  unmount();
  openPane(new MemoryHost(BOOK), 'more');
  await press(user, 'button', /^Recalculate/);
  expect(await screen.findByLabelText('Run by')).toHaveProperty('value', 'Ada Byron');
});

test('nobody is named who was not typed, and the last question says so', async () => {
  const host = new MemoryHost(BOOK);
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Recalculate/);
  expect(await screen.findByLabelText('Run by')).toHaveProperty('value', '');
  await recalculate(user, /^The run is recorded without a name/);
  expect(await namesOf(host)).toEqual(['']);
});

test('a browser that keeps nothing is no obstacle', async () => {
  const blocked = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const read = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const host = new MemoryHost(BOOK);
  const { user } = openPane(host, 'more');
  await press(user, 'button', /^Recalculate/);
  await user.type(await screen.findByLabelText('Run by'), 'Ada');
  await recalculate(user, 'The run is recorded as run by Ada.');
  expect(await namesOf(host)).toEqual(['Ada']);
  await press(user, 'button', 'Something else');
  await press(user, 'button', /^Recalculate/);
  await user.clear(await screen.findByLabelText('Run by'));
  blocked.mockRestore();
  read.mockRestore();
});
