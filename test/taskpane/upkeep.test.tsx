/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { dayOf } from '../../src/book/days';
import { close } from '../../src/runs/close';
import { cellAddress } from '../../src/workbook/cells';
import type { CellValue } from '../../src/workbook/cells';
import { openXlsx } from '../../src/workbook/file/file-port';
import type { TableCells, WorkbookPort } from '../../src/workbook/port';
import { tableSheet } from '../support/xlsx';
import { bookOf } from '../workbook/mapping/export-book';
import { MemoryHost } from './memory-host';
import { focusOn, openPane, press, violations } from './render';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };

/** Ten bolts at 10.00, sold six at an estimate of 66.00: closed in January they cost 60.00. */
const bookWith = (january: string, february: string) =>
  bookOf(
    tableSheet('Transactions', [
      ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
      ['R1', 'BOLT', 10, 46027, 100],
      ['S1', 'BOLT', -6, 46036, -66],
      ['R2', 'BOLT', 5, 46060, 55],
    ]),
    tableSheet('Periods', [
      ['Period', 'From', 'To', 'Status'],
      ['January', 46023, 46053, january],
      ['February', 46054, 46081, february],
    ]),
  );
const BOOK = bookWith('Closed', 'Open');
const OPEN_BOOK = bookWith('Open', 'On hold');

/** The workbook after its close of January, and what somebody did to some of its cells then. */
async function closed(edits: readonly Edit[] = [], language = 'en-US'): Promise<MemoryHost> {
  const port = openXlsx(OPEN_BOOK, 'book.xlsx');
  const done = await close(port, { upTo: dayOf(2026, 1, 31)! }, env);
  if (!done.ok) throw new Error(done.problems[0].message);
  return new MemoryHost(port.toBytes(new Date(0)), language, false, (inner) => edited(inner, edits));
}

/** A cell of a table by its header and body row, from 0, and what stands in it now. */
interface Edit {
  readonly table: string;
  readonly column: string;
  readonly row: number;
  readonly value: CellValue;
}

/** The workbook as somebody has changed it. */
function edited(port: WorkbookPort, edits: readonly Edit[]): WorkbookPort {
  const withEdits = (table: TableCells): TableCells => ({
    ...table,
    cells: table.cells.map((cells, at) =>
      cells.map((cell, row) => {
        const edit = edits.find(
          (one) => one.table === table.name && one.column === table.headers[at] && one.row === row,
        );
        return edit ? edit.value : cell;
      }),
    ),
  });
  return {
    isShared: port.isShared,
    facts: () => port.facts(),
    usedArea: (sheet) => port.usedArea(sheet),
    readArea: (place, told) => port.readArea(place, told),
    write: (writes, formats, told) => port.write(writes, formats, told),
    read: async (names, told) =>
      new Map([...(await port.read(names, told))].map(([name, table]) => [name, withEdits(table)])),
  };
}

/** The address of a cell of a result table. */
async function cellOf(host: MemoryHost, table: string, column: string, row: number): Promise<string> {
  const found = (await host.port().read([table])).get(table)!;
  return cellAddress(found.sheet, found.headerRow + 1 + row, found.firstColumn + found.headers.indexOf(column));
}

describe('Verify', () => {
  test('computes the runs again and finds no difference', async () => {
    const { user } = openPane(await closed(), 'more');
    await press(user, 'button', /^Verify/);
    await screen.findByText(/^Every run is computed again, oldest first/);
    expect(await violations()).toEqual([]);
    await press(user, 'button', 'Verify now');
    expect((await screen.findByText('Verified')).parentElement?.textContent).toBe('Verified: 1 run, no difference.');
    await focusOn('Verify the results');
    const runs = screen.getByRole('region', { name: /^Runs/ });
    expect(within(runs).getByRole('listitem').textContent).toBe(
      'IC-0001no differenceClose up to Jan 31, 2026 · computed again',
    );
    expect(await violations()).toEqual([]);
  });

  test('names each cell that was changed, with what must stand there, and leads to it', async () => {
    const host = await closed([{ table: 'Adjustments', column: 'Adjustment', row: 0, value: 7 }]);
    const { user } = openPane(host, 'verify');
    await press(user, 'button', 'Verify now');
    await screen.findByText('Not verified');
    const cells = screen.getByRole('region', { name: /^What differs in the results/ });
    const address = await cellOf(host, 'Adjustments', 'Adjustment', 0);
    const [first] = within(cells).getAllByRole('listitem');
    // Six of ten at 100.00 cost 60.00 and were posted at 66.00.
    expect(within(first).getByText('Must be').nextSibling?.textContent).toBe('6');
    expect(within(first).getByText('Is').nextSibling?.textContent).toBe('7');
    expect(await violations()).toEqual([]);
    await user.click(within(first).getByRole('button', { name: `Go to ${address}` }));
    expect(host.visited).toEqual([address]);
    await user.click(screen.getByRole('button', { name: 'Copy the findings' }));
    await screen.findByText('Copied');
    expect(await navigator.clipboard.readText()).toContain(`${address}\tIC-0001\tAdjustment of`);
  });

  test('names what was done to the closed rows of the input', async () => {
    const host = await closed([{ table: 'Transactions', column: 'Financial cost', row: 1, value: -60 }]);
    const { user } = openPane(host, 'verify');
    await press(user, 'button', 'Verify now');
    const input = await screen.findByRole('region', { name: /^The input is not what was closed/ });
    expect(input.textContent).toMatch(/Transaction S1 was locked by IC-0001, and its Financial cost was changed/);
  });

  test('has nothing to say of a workbook without runs', async () => {
    const { user } = openPane(new MemoryHost(BOOK), 'verify');
    await press(user, 'button', 'Verify now');
    await screen.findByText(/^There is no run in this workbook/);
    expect(await violations()).toEqual([]);
  });
});

describe('Period check', () => {
  test('tells what is locked and which periods are closed', async () => {
    const { user } = openPane(await closed(), 'more');
    await press(user, 'button', /^Period check/);
    await screen.findByText('Everything dated up to Jan 31, 2026 is locked by IC-0001.');
    await focusOn('Period check');
    expect(screen.getByText(/^No locked row was changed or deleted/)).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Periods' })).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'PeriodStatusLocked by',
      'January1/1/26 to 1/31/26openIC-0001',
      'February2/1/26 to 2/28/26on hold',
    ]);
    expect(await violations()).toEqual([]);
  });

  test('lists rows that were changed, and rows that were added by their date, with their cells', async () => {
    const host = await closed([
      { table: 'Transactions', column: 'Financial cost', row: 1, value: -60 },
      { table: 'Transactions', column: 'Financial date', row: 2, value: 46050 },
    ]);
    const { user } = openPane(host, 'periods');
    await screen.findByText(/^2 changes to what is locked/);
    const changed = screen.getByText(/^Transaction S1 was locked by IC-0001/);
    expect(changed.textContent).toMatch(/changed from -66(\.00)? to -60(\.00)?/);
    await user.click(screen.getByRole('button', { name: 'Go to Transactions!E3' }));
    await user.click(screen.getByRole('button', { name: 'Go to Transactions!D4' }));
    expect(host.visited).toEqual(['Transactions!E3', 'Transactions!D4']);
    expect(await violations()).toEqual([]);
  });

  test('says that nothing is locked before the first close', async () => {
    openPane(new MemoryHost(BOOK), 'periods');
    await screen.findByText(/^There is no close in force/);
    expect(within(screen.getByRole('table', { name: 'Periods' })).getByRole('row', { name: /^January/ })).toBeTruthy();
  });
});

describe('Refresh links', () => {
  test('tells how many links led elsewhere', async () => {
    const host = await closed();
    const { user } = openPane(host, 'more');
    await press(user, 'button', /^Refresh links/);
    await press(user, 'button', 'Refresh links');
    await focusOn('Links refreshed');
    expect(screen.getByText(/ links looked at, 0 of them led elsewhere/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Settlements/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test('writes nothing where the workbook is open for reading only', async () => {
    const { user } = openPane(new MemoryHost(BOOK, 'en-US', true), 'links');
    const button = await screen.findByRole('button', { name: 'Refresh links' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    expect(screen.getByText('The workbook is open for reading only: nothing can be written.')).toBeTruthy();
  });
});

describe('Archive', () => {
  /** Ten bought and ten sold in January, closed; of what was bought in February five are there. */
  async function soldOut(language = 'en-US', readOnly = false): Promise<MemoryHost> {
    const book = bookOf(
      tableSheet('Transactions', [
        ['Transaction', 'Item', 'Quantity', 'Financial date', 'Financial cost'],
        ['R1', 'BOLT', 10, 46027, 100],
        ['S1', 'BOLT', -10, 46036, -110],
        ['R2', 'BOLT', 5, 46040, 55],
      ]),
    );
    const port = openXlsx(book, 'book.xlsx');
    const done = await close(port, { upTo: dayOf(2026, 1, 31)! }, env);
    if (!done.ok) throw new Error(done.problems[0].message);
    return new MemoryHost(port.toBytes(new Date(0)), language, readOnly);
  }

  test('shows the rows, asks once more, and says what to do with them', async () => {
    const host = await soldOut();
    const { user } = openPane(host, 'more');
    await press(user, 'button', /^Archive/);
    await screen.findByText(/^2 rows of Transactions up to .*2026 can be archived\.$/);
    expect(screen.getByRole('row', { name: /^BOLT .* 2$/ })).toBeTruthy();
    expect(screen.getByText('1 row not settled in full')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'R1: Go to Transactions!A2' }));
    expect(host.visited).toEqual(['Transactions!A2']);
    expect(await violations()).toEqual([]);
    await press(user, 'button', 'Archive 2 rows');
    await focusOn('Archive 2 rows?');
    await press(user, 'button', 'Back');
    await press(user, 'button', 'Archive 2 rows');
    expect(await violations()).toEqual([]);
    await press(user, 'button', 'Archive now');
    await focusOn('Archived');
    expect(screen.getByText('2 rows archived as IC-0002. Save the workbook.')).toBeTruthy();
    expect(screen.getByText(/^Then you can delete them in the table Transactions/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    await press(user, 'button', 'Go to Verify');
    await press(user, 'button', 'Verify now');
    expect((await screen.findByText('Verified')).parentElement?.textContent).toBe('Verified: 2 runs, no difference.');
  });

  test('has nothing before the first close', async () => {
    openPane(new MemoryHost(BOOK), 'archive');
    await screen.findByText('There is no close in force, so nothing is closed in full.');
    expect(screen.queryByRole('button', { name: /^Archive \d/ })).toBeNull();
  });

  test('offers no archive in a workbook that is open for reading only', async () => {
    const { user } = openPane(await soldOut('en-US', true), 'archive');
    const button = await screen.findByRole('button', { name: 'Archive 2 rows' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    expect(screen.queryByText('Archive 2 rows?')).toBeNull();
  });

  test('speaks German', async () => {
    openPane(await soldOut('de-DE'), 'archive');
    await screen.findByRole('button', { name: '2 Zeilen archivieren' });
    expect(screen.getByText('1 Zeile, nicht ganz ausgeglichen')).toBeTruthy();
  });
});

test('all of them speak German', async () => {
  const { user } = openPane(await closed([], 'de-DE'), 'more');
  await press(user, 'button', /^Perioden prüfen/);
  await screen.findByText('Alles bis 31.01.2026 ist durch IC-0001 gesperrt.');
  await press(user, 'button', 'Mehr');
  await press(user, 'button', /^Nachprüfen/);
  await press(user, 'button', 'Jetzt nachprüfen');
  expect((await screen.findByText('Bestätigt')).parentElement?.textContent).toBe(
    'Bestätigt: 1 Lauf, kein Unterschied.',
  );
});
