/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { bookOf, EXPORT_ROWS, exportRange, exportTable, mappingSheet } from '../workbook/mapping/export-book';
import { tableSheet } from '../support/xlsx';
import { mappingOf } from '../../taskpane/map/known-columns';
import { MemoryHost } from './memory-host';
import { focusOn, openPane, press, violations } from './render';

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

test('the export of another program is mapped and closed, with the keyboard alone', async () => {
  const host = new MemoryHost(bookOf(exportRange()));
  const { user } = openPane(host);
  await press(user, 'button', /^Map your own data/);
  expect(await screen.findByRole('radio', { name: "Sheet ERP export: 'ERP export'!A1:F7" })).toHaveProperty(
    'checked',
    true,
  );
  await focusOn('Use your own data');
  expect(await violations()).toEqual([]);

  await press(user, 'button', 'Match the columns');
  await screen.findByText("'ERP export'!A4:F7, 3 rows.");
  await screen.findByText(/^5 columns were recognised/);
  await focusOn('Which column is which?');
  expect(screen.getByLabelText(/^Quantity/)).toHaveProperty('value', 'Menge');
  expect(screen.getByText(/There: 10 · 10 · -15/)).toBeTruthy();
  expect(screen.getByText(/There: Jan 5, 2026 · Jan 8, 2026 · Jan 14, 2026/)).toBeTruthy();
  const rows = within(screen.getByRole('region', { name: 'The first rows' })).getAllByRole('row');
  expect(rows.map((row) => row.textContent).slice(1, 3)).toEqual([
    'TransactionFinancial dateItemnot usedQuantityFinancial cost',
    'E1Jan 5, 2026BOLTSchraube10100',
  ]);
  expect(await violations()).toEqual([]);

  await press(user, 'button', 'Use this data');
  await heading('This workbook');
  await screen.findByText("Transactions is read from 'ERP export'!A4:F4.");
  expect(await violations()).toEqual([]);
  await press(user, 'button', /^Close up to Jan 31, 2026/);
  await press(user, 'button', 'Preview without checking');
  await press(user, 'button', 'Close…');
  await press(user, 'button', 'Close up to Jan 31, 2026');
  await heading('Closed up to Jan 31, 2026');
  const { tables } = await host.port().facts();
  const names = tables.map(({ name }) => name);
  expect(names).toContain('Settlements');
  // The cells of the export are where they were, and nowhere else.
  expect(tables.filter(({ name }) => name === 'Transactions')).toMatchObject([{ sheet: 'ERP export', headerRow: 4 }]);
});

test('what is wrong in the mapping is told, and what was not recognised is chosen by hand', async () => {
  const [, ...body] = EXPORT_ROWS;
  const rows = [['Kennung X', 'Buchungsdatum', 'Artikelnummer', 'Text', 'Menge', 'Betrag'], ...body];
  const { user } = openPane(new MemoryHost(bookOf(exportTable(rows))));
  await press(user, 'button', /^Map your own data/);
  expect(await screen.findByRole('radio', { name: /^Table Export/ })).toHaveProperty('checked', true);
  await press(user, 'button', 'Match the columns');
  const id = await screen.findByLabelText(/^Transaction/);
  expect(id).toHaveProperty('value', '');
  await user.selectOptions(screen.getByLabelText(/^Item/), 'Menge');
  await press(user, 'button', 'Use this data');
  expect(screen.getByText('Choose the column that holds it.')).toBeTruthy();
  expect(screen.getByText('This column stands for another one already.')).toBeTruthy();
  expect(screen.getByText('2 columns above to choose or correct.')).toBeTruthy();
  expect(await violations()).toEqual([]);
  await user.selectOptions(id, 'Kennung X');
  await user.selectOptions(screen.getByLabelText(/^Item/), 'Artikelnummer');
  await press(user, 'button', 'Use this data');
  await screen.findByText('Transactions is read from Export.');
});

test('errors lead to the cells of the foreign data', async () => {
  const [header, first, ...rest] = EXPORT_ROWS;
  const rows = [header, [...first.slice(0, 4), 'zehn', first[5]], ...rest];
  const host = new MemoryHost(bookOf(exportTable(rows), mappingSheet('Export')));
  const { user } = openPane(host);
  await screen.findByText('1 cell to correct before anything can run');
  await user.click(screen.getByRole('button', { name: "Go to 'ERP export'!E2" }));
  expect(host.visited).toEqual(["'ERP export'!E2"]);
});

test('selected cells can stand for the table, and follow the selection', async () => {
  const host = new MemoryHost(bookOf(exportRange()));
  const { user } = openPane(host);
  await press(user, 'button', /^Map your own data/);
  await heading('Use your own data');
  act(() => host.select({}, { sheet: 'ERP export', area: { top: 4, left: 1, bottom: 6, right: 6 } }));
  await user.click(await screen.findByRole('radio', { name: "The selected cells: 'ERP export'!A4:F6" }));
  await press(user, 'button', 'Match the columns');
  await screen.findByText("'ERP export'!A4:F6, 2 rows.");
});

test('a mapping is changed and removed from Start', async () => {
  const host = new MemoryHost(bookOf(exportTable(), mappingSheet('Export')));
  const { user } = openPane(host);
  await press(user, 'button', 'Change the mapping');
  await press(user, 'button', 'Match the columns');
  await press(user, 'button', 'More columns, where you have them');
  await user.selectOptions(await screen.findByLabelText(/^Reference/), 'Bezeichnung');
  await press(user, 'button', 'Use this data');
  await screen.findByText('Transactions is read from Export.');
  await press(user, 'button', 'Change the mapping');
  await press(user, 'button', 'Match the columns');
  expect(await screen.findByLabelText(/^Reference/)).toHaveProperty('value', 'Bezeichnung');
  await user.click(screen.getByRole('button', { name: 'Start' }));
  await press(user, 'button', 'Remove the mapping');
  await heading('No table named Transactions');
  await screen.findByText('The mapping was removed. Your data were not changed.');
});

test('it can be skipped, and a mapping that does not fit says why', async () => {
  const host = new MemoryHost(bookOf(exportTable(), mappingSheet('Gone')));
  const { user } = openPane(host);
  await screen.findByText('Your data can not be read as they were mapped');
  expect(
    screen.getByText(/^Transactions is to be read from Gone, but the workbook has no table of that name\./),
  ).toBeTruthy();
  expect(await violations()).toEqual([]);
  await press(user, 'button', /^Map your own data/);
  await press(user, 'button', 'Not now');
  await heading('No table named Transactions');
});

test('a workbook with nothing in it says what to do', async () => {
  const { user } = openPane(new MemoryHost(bookOf({ name: 'Sheet1', rows: [] })));
  await press(user, 'button', /^Map your own data/);
  await screen.findByText(/^There is no table and no filled sheet to map here\./);
});

test('items are mapped beside transactions of our own', async () => {
  const items = tableSheet('Artikelstamm', [
    ['Artikelnummer', 'Bezeichnung'],
    ['BOLT', 'Schraube'],
  ]);
  const host = new MemoryHost(bookOf(exportTable(), mappingSheet('Export'), items));
  const { user } = openPane(host);
  await press(user, 'button', 'Change the mapping');
  await user.selectOptions(await screen.findByLabelText('What it is'), 'Items');
  await user.click(screen.getByRole('radio', { name: /^Table Artikelstamm/ }));
  await press(user, 'button', 'Match the columns');
  expect(await screen.findByLabelText(/^Name/)).toHaveProperty('value', 'Bezeichnung');
  await press(user, 'button', 'Use this data');
  await screen.findByText('Items is read from Artikelstamm.');
  await screen.findByText('Transactions is read from Export.');
});

test('speaks German', async () => {
  const { user } = openPane(new MemoryHost(bookOf(exportTable()), 'de-DE'));
  await press(user, 'button', /^Eigene Daten zuordnen/);
  await press(user, 'button', 'Spalten zuordnen');
  expect(await screen.findByLabelText(/^Quantity/)).toHaveProperty('value', 'Menge');
  expect(await violations()).toEqual([]);
});

describe('which columns make a mapping', () => {
  const chosen = (columns: Record<string, string>) => mappingOf('Transactions', new Map(Object.entries(columns)));
  const least = { Transaction: 'a', Item: 'b', Quantity: 'c' };
  test.each<[string, Record<string, string>, Record<string, string> | undefined]>([
    ['with an invoice date and its cost', { ...least, 'Financial date': 'd', 'Financial cost': 'e' }, undefined],
    ['with a slip date only', { ...least, 'Physical date': 'd' }, undefined],
    ['without a date', least, { 'Financial date': 'missing' }],
    ['without the cost of invoices', { ...least, 'Financial date': 'd' }, { 'Financial cost': 'needs cost' }],
    ['without an item', { ...least, Item: '', 'Physical date': 'd' }, { Item: 'missing' }],
    ['with a column twice', { ...least, 'Physical date': 'c' }, { 'Physical date': 'twice' }],
  ])('%s', (_, columns, faults) => {
    const found = chosen(columns);
    expect('faults' in found ? Object.fromEntries(found.faults) : undefined).toEqual(faults);
  });
});
