import { close } from '../../../src/runs/close';
import { reverse } from '../../../src/runs/reverse';
import { openXlsx } from '../../../src/workbook/file';
import { openExcel } from '../excel/support';
import { cellsOf, computed, type Grid, held } from '../../support/pages';
import { partsOf } from '../../support/xlsx';
import { closed, day, ENV, grid, workbookOf } from '../../support/workbooks';

const MODIFIED = new Date('2026-04-01T08:00:00Z');
const SUMMARY = 'Summary IC-0001';

/** 10 at 10.00 and 10 at 12.00; sold 15 at an estimate of 11.00: FIFO makes them 160.00. A second item adds nothing. */
const BOOK = grid(
  'Transactions',
  `
  Transaction | Item | Quantity | Financial date | Financial cost
  P1          | A    | 10       | 2026-01-05     | 100.00
  P2          | A    | 10       | 2026-01-10     | 120.00
  S1          | A    | -15      | 2026-01-20     | -165.00
  Q1          | B*   | 2        | 2026-01-05     | 8.00
  Q2          | B*   | -1       | 2026-01-20     | -5.00
  `,
);

/** Rows from the one with a label on, as label and amount. */
function block(cells: Grid, label: string, rows: number): unknown[][] {
  const at = cells.findIndex((row) => row[0] === label);
  return cells.slice(at, at + rows).map((row) => [row[0], row[1]]);
}
const figure = (cells: Grid, label: string): unknown => cells.find((row) => row[0] === label)?.[1];

test('a close is summed up on a sheet of its own', async () => {
  const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31', { note: 'first close' });
  for (const cells of [held(bytes, SUMMARY), computed(bytes, SUMMARY)]) {
    expect(block(cells, 'Status', 11)).toEqual([
      ['Status', 'Completed'],
      ['Type', 'Close'],
      ['Date', 46053],
      ['Value before', 58],
      ['Adjustment', 6],
      ['Value after', 64],
      ['Transactions that took part', 5],
      ['Settlements', 3],
      ['Adjustments', 3],
      ['Log entries', 1],
      ['Ledger specification', 'Total'],
    ]);
    // 228.00 came in, 170.00 went out by estimates; on hand are 5 at 12.00 and 1 at 4.00.
    expect(block(cells, 'Opening value', 5)).toEqual([
      ['Opening value', 0],
      ['Receipts', 228],
      ['Issues', -170],
      ['Settlement', 6],
      ['Closing value', 64],
    ]);
    expect(block(cells, 'Item', 3)).toEqual([
      ['Item', 'Adjustment'],
      ['A', 5],
      ['B*', 1],
    ]);
    expect(figure(cells, 'FIFO')).toBe(64);
    expect(figure(cells, 'Default inventory model')).toBe('FIFO');
    expect(figure(cells, 'Note')).toBe('first close');
    expect(figure(cells, 'Result fingerprint')).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('the columns of the movement stand on each other, on either side of the axis', async () => {
  // Sold before anything was there: the value falls below zero and comes back.
  const negative = grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | A    | 10       | 2026-01-05     | 100.00
    S1          | A    | -30      | 2026-01-20     | -240.00
    `,
  );
  const { bytes } = await closed(workbookOf([negative]), '2026-01-31');
  const columns = (cells: Grid) => {
    const at = cells.findIndex((row) => row[0] === 'Opening value');
    return cells.slice(at, at + 5).map((row) => row.slice(0, 8));
  };
  // FIFO covers 10 of 30 at 10.00: 80.00 of the estimate become 100.00.
  const wanted = [
    ['Opening value', 0, 0, 0, 0, 0, 0, 0],
    ['Receipts', 100, 0, 0, 100, 0, 0, 0],
    ['Issues', -240, 0, 0, 0, 100, 0, -140],
    ['Settlement', -20, -140, 0, 0, 0, 0, -20],
    ['Closing value', -160, 0, -160, 0, 0, 0, 0],
  ];
  expect(columns(held(bytes, SUMMARY))).toEqual(wanted);
  expect(columns(computed(bytes, SUMMARY))).toEqual(wanted);
});

test('after a reversal it says so, and nothing else of it changes', async () => {
  const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31');
  const port = openXlsx(bytes, 'book.xlsx');
  const reversed = await reverse(port, { withLater: false, note: '', dryRun: false }, ENV);
  expect(reversed.ok).toBe(true);
  const cells = computed(port.toBytes(MODIFIED), SUMMARY);
  expect(figure(cells, 'Status')).toBe('Reversed');
  expect(cells.filter((row) => row[0] !== 'Status')).toEqual(
    computed(bytes, SUMMARY).filter((row) => row[0] !== 'Status'),
  );
});

test('charts are parts of the package, and show cells of the sheet', async () => {
  const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31');
  const parts = partsOf(bytes);
  expect(Object.keys(parts).filter((name) => /drawing|chart/.test(name))).toEqual([
    'xl/drawings/drawing1.xml',
    'xl/charts/chart1.xml',
    'xl/charts/chart2.xml',
    'xl/drawings/_rels/drawing1.xml.rels',
  ]);
  const names = [...parts['xl/charts/chart1.xml'].matchAll(/<c:cat>.*?<\/c:cat>/g)][0][0].match(/<c:v>[^<]*/g);
  expect(names).toEqual(
    ['Opening value', 'Receipts', 'Issues', 'Settlement', 'Closing value'].map((text) => `<c:v>${text}`),
  );
  expect(parts['xl/charts/chart2.xml']).toContain("<c:f>'Summary IC-0001'!$B$");
});

test('the parameter Summary sheets leaves them out', async () => {
  const none = grid('Parameters', 'Parameter | Value\nSummary sheets | No');
  const { bytes } = await closed(workbookOf([BOOK, none]), '2026-01-31');
  expect((await openXlsx(bytes, 'book.xlsx').facts()).sheets.filter((name) => name.startsWith('Summary'))).toEqual([]);
});

test('in Excel the sheet holds the same, with its charts', async () => {
  const file = openXlsx(workbookOf([BOOK]), 'book.xlsx');
  const excel = openExcel(workbookOf([BOOK]));
  for (const port of [file, excel.port]) expect((await close(port, { upTo: day('2026-01-31') }, ENV)).ok).toBe(true);
  const found = cellsOf(excel.host.workbook, SUMMARY);
  const wanted = held(file.toBytes(MODIFIED), SUMMARY);
  expect(found).toEqual(
    found.map((row, at) => Array.from({ length: row.length }, (_, column) => wanted[at]?.[column] ?? null)),
  );
  const { charts } = excel.host.workbook.sheets.find(({ name }) => name === SUMMARY)!;
  expect(charts.map(({ type, title, legendVisible }) => [type, title, legendVisible])).toEqual([
    ['ColumnStacked', 'Inventory value: from opening to closing (USD)', false],
    ['BarClustered', 'Largest adjustments by item (USD)', false],
  ]);
  expect(charts[0].series.map(({ fill }) => fill)).toEqual([
    null,
    '#1F3B4D',
    '#5B8C5A',
    '#B5533C',
    '#5B8C5A',
    '#B5533C',
  ]);
  const [{ categories }] = charts[0].series;
  expect(found[categories!.row][0]).toBe('Opening value');
  expect([...excel.host.missing.keys()]).toEqual([]);
});
