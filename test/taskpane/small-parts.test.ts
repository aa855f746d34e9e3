/** The small pure parts of the pane: figures, time left, the selected id, the filter of the log, addresses, colours. */
import { dayOf } from '../../src/book/days';
import type { PastEntry } from '../../src/runs/history';
import { typedOptions, typedToOptions } from '../../taskpane/close/typed-options';
import type { CloseOptions } from '../../taskpane/flow/options';
import { selectedId } from '../../taskpane/explain/selected-id';
import { formatIn } from '../../taskpane/format';
import { filterLog } from '../../taskpane/history/filter';
import { isDark } from '../../taskpane/office/colors';
import { splitAddress } from '../../src/workbook/area';
import { failureOf } from '../../taskpane/work/failure';
import { nextPhase, timeLeft } from '../../taskpane/work/time-left';
import { ExcelFailure } from '../../src/workbook/excel/failures';
import { refuse } from '../../src/workbook/refusal';

describe('figures', () => {
  const [en, de] = [formatIn('en-US'), formatIn('de-DE')];
  test.each([
    ['an amount', en.amount('-1234567.5'), '−1,234,567.5'],
    ['an amount in German', de.amount('1234.50'), '1.234,50'],
    ['more digits than a double has', en.amount('90071992547409931.25'), '90,071,992,547,409,931.25'],
    ['a change up', en.change('2.50'), '+2.50'],
    ['a change down', en.change('-2.50'), '−2.50'],
    ['no change', en.change('0.00'), '0.00'],
    ['an amount of a cell', en.cellAmount(762.3, 2), '762.30'],
    ['a quantity', de.quantity('-0.125'), '−0,125'],
    ['a percentage', en.percent(900), '900%'],
    ['a date', en.day(dayOf(2026, 1, 31)!), 'Jan 31, 2026'],
    ['a date in German', de.day(dayOf(2026, 1, 31)!), '31.01.2026'],
    ['no date', en.day(0), ''],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('time left', () => {
  const at = (now: number, done: number, total = 100) => timeLeft({ phase: 'Writing', done, total, began: 0, now });
  test.each([
    ['too early to say', at(1000, 50), undefined],
    ['too little done to say', at(60_000, 4), undefined],
    ['half is done', at(3000, 50), 3000],
    ['a quarter is done', at(3000, 25), 9000],
    ['all is done', at(3000, 100), undefined],
    ['nothing to do', at(3000, 0, 0), undefined],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  test('a new phase, and the next writing of as many other rows, begin their own clock', () => {
    const reading = nextPhase(undefined, 'Reading', 1, 10, 100);
    const on = nextPhase(reading, 'Reading', 2, 10, 900);
    expect(on).toEqual({ phase: 'Reading', done: 2, total: 10, began: 100, now: 900 });
    expect(nextPhase(on, 'Settling', 0, 10, 1000).began).toBe(1000);
    expect(nextPhase(on, 'Reading', 0, 99, 1000).began).toBe(1000);
  });
});

describe('the transaction of a selected cell', () => {
  const row = { Transaction: 'P1', Item: 'A', 'Marked to': 'S9' };
  const settled = { Settlement: 'S-1', Issue: 'S1', Receipt: 'P1' };
  test.each([
    ['any column of a transaction', { text: '10', column: 'Item', row }, 'P1'],
    ['a cell that names another one', { text: 'S9', column: 'Marked to', row }, 'S9'],
    ['the same where it is blank', { text: ' ', column: 'Marked to', row }, 'P1'],
    ['a receipt in a settlement', { text: 'P1', column: 'Receipt', row: settled }, 'P1'],
    ['elsewhere in a settlement: its issue', { text: '3', column: 'Quantity', row: settled }, 'S1'],
    ['headers with other case and space', { text: '', column: 'x', row: { ' TRANSACTION ': 'P2' } }, 'P2'],
    ['a row about no transaction', { text: 'Cash', column: 'Account', row: { Account: 'Cash' } }, ''],
    ['outside of tables', { text: 'P1', column: '', row: undefined }, ''],
  ])('%s', (_, selection, expected) => {
    expect(selectedId({ address: 'Sheet!A1', ...selection })).toBe(expected);
  });
});

describe('the filter of the log', () => {
  const entry = (closing: string, severity: string, transaction: string, message: string) =>
    ({ closing, severity, transaction, item: 'A100', code: 'NOT_SETTLED', message }) as PastEntry;
  const log = [
    entry('IC-0001', 'Warning', 'S1', 'could not be settled'),
    entry('IC-0001', 'Info', '', 'locked'),
    entry('IC-0002', 'Warning', 'S2', 'could not be settled'),
  ];
  test.each([
    ['nothing', { closing: '', severity: '', text: ' ' }, [0, 1, 2]],
    ['a run', { closing: 'IC-0001', severity: '', text: '' }, [0, 1]],
    ['a severity', { closing: '', severity: 'Warning', text: '' }, [0, 2]],
    ['words, in any case and order', { closing: '', severity: '', text: 'SETTLED s2' }, [2]],
    ['an item', { closing: '', severity: '', text: 'a100' }, [0, 1, 2]],
    ['what is nowhere', { closing: '', severity: '', text: 'xyz' }, []],
  ])('by %s', (_, filter, expected) => {
    expect(filterLog(log, filter)).toEqual(expected.map((at) => log[at]));
  });
});

describe('addresses and colours', () => {
  test.each([
    ['Transactions!A15', 'Transactions', 'A15'],
    ["'Close log'!A3:K3", 'Close log', 'A3:K3'],
    ["'Bob''s!sheet'!B2", "Bob's!sheet", 'B2'],
  ])('%s', (address, sheet, range) => {
    expect(splitAddress(address)).toEqual({ sheet, range });
  });

  test.each([
    ['#FFFFFF', false],
    ['#252423', true],
    ['0078d4', true],
    [undefined, undefined],
    ['white', undefined],
  ])('%s dark: %s', (color, expected) => {
    expect(isDark(color)).toBe(expected);
  });
});

describe('what is typed', () => {
  const options: CloseOptions = {
    name: 'close',
    upTo: dayOf(2026, 1, 31)!,
    specification: 'Total',
    minimumThroughputAdjustment: 0.5,
    maximumThroughputs: 100,
    note: '',
    showReceipts: false,
    costPrices: { base: 'Median', maximumDeviation: 30, minimumDeviation: 0, ignoreProduction: false },
  };
  const typed = typedOptions(options);

  test('and taken back is what it was', () => {
    expect(typedToOptions(typed, options)).toEqual({ options });
  });
  test('with a decimal comma is understood', () => {
    expect(typedToOptions({ ...typed, minimum: '1,25' }, options)).toMatchObject({
      options: { minimumThroughputAdjustment: 1.25 },
    });
  });
  test('and wrong is named field by field', () => {
    const wrong = { ...typed, upTo: '2026-02-30', minimum: '-1', maximumDeviation: '', minimumDeviation: 'x' };
    expect(typedToOptions(wrong, options)).toEqual({
      wrong: ['upTo', 'minimum', 'maximumDeviation', 'minimumDeviation'],
    });
  });
});

describe('failures', () => {
  const answer = Object.assign(new Error('busy'), { code: 'GeneralException', debugInfo: { statement: 'x.y' } });
  const excel = new ExcelFailure(answer, 'Start again.');
  const refusal = refuse('OCCUPIED', 'Cells are occupied.', 'Clear them.', 'Closings!A1');
  test.each([
    ['a refusal of the first write', failureOf(refusal, 1), 'nothing', 1],
    ['a refusal later', failureOf(refusal, 2), 'begun', 1],
    ['what Excel refused while writing', failureOf(excel, 1), 'begun', 1],
    ['a fault before anything was written', failureOf(new Error('boom'), 0), 'nothing', 0],
    ['a fault while writing', failureOf(new Error('boom'), 1), 'begun', 0],
  ])('%s', (_, failure, changed, problems) => {
    expect(failure.changed).toBe(changed);
    expect(failure.problems).toHaveLength(problems);
  });

  test('keep for the details what is of no use on the page', () => {
    expect(failureOf(excel, 0)).toMatchObject({ fault: 'x.y', problems: [{ code: 'GeneralException' }] });
    expect(failureOf(new Error('boom'), 0).fault).toMatch(/^Error: boom\n/);
  });
});
