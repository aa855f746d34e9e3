import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram, run } from '../support/program';
import { grid, rowsOf, workbookOf } from '../support/workbooks';

let folder: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => (folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-report-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const cli = (...args: readonly string[]) => run(folder, 'report', 'moving-average', 'book.xlsx', ...args);

/** S1 was posted at 12.00 where the average was 10.00; the invoice of P2 is 4.00 dearer, and half of it is sold. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item  | Quantity | Physical date | Physical cost | Financial date | Financial cost
    P1          | GLASS | 2        |               |               | 2026-01-02     | 20
    S1          | GLASS | -1       |               |               | 2026-01-05     | -12
    P2          | CUP   | 2        | 2026-01-03    | 20            | 2026-02-06     | 24
    S2          | CUP   | -1       |               |               | 2026-01-08     | -10`,
  ),
  grid('Parameters', 'Parameter | Value\nDefault inventory model | Moving average'),
]);
beforeEach(() => fs.writeFileSync(at('book.xlsx'), SHOP));

test('lists what was posted off the average', () => {
  const { status, stdout, stderr } = cli();
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`2 items with moving average; 2 postings at another cost than the average gives.

  Transaction  Item   Date        Kind     Quantity   Posted  At average  Difference  On hand  Expensed
  -----------  -----  ----------  -------  --------  -------  ----------  ----------  -------  --------
  S1           GLASS  2026-01-05  Issue          -1  (12.00)     (10.00)      (2.00)
  P2           CUP    2026-02-06  Invoice         2    4.00        0.00        4.00     2.00      2.00
`);
  expect(Buffer.from(fs.readFileSync(at('book.xlsx'))).equals(Buffer.from(SHOP))).toBe(true);
});

test('days and a minimum cut the list; --json tells the cause', () => {
  const january = JSON.parse(cli('--up-to', '2026-01-31', '--json').stdout);
  expect(january).toMatchObject({
    file: null,
    items: 2,
    postings: [
      {
        transaction: 'S1',
        average: 10,
        difference: '-2.00',
        onHandPart: null,
        cause: '1 issued at 12.00; at the average it is 10.00.',
      },
    ],
  });
  const rest = JSON.parse(cli('--from', '2026-01-06', '--json').stdout);
  expect(rest.postings).toMatchObject([
    {
      transaction: 'P2',
      onHandPart: '2.00',
      expensedPart: '2.00',
      cause: 'The invoice is 4.00 more than the slip: 2.00 belongs to what was still on hand, 2.00 to what was gone.',
    },
  ]);
  expect(JSON.parse(cli('--minimum', '4.01', '--json').stdout).postings).toEqual([]);
});

test('goes into the workbook where that is asked for, and a second report takes its place', async () => {
  expect(cli('--write-reports').status).toBe(0);
  const first = await rowsOf(fs.readFileSync(at('book.xlsx')), 'MovingAverage');
  expect(first).toMatchObject([
    {
      Line: 'M-0001',
      Transaction: 'S1',
      Kind: 'Issue',
      Backdated: 'No',
      Average: 10,
      'Posted cost': -12,
      'On hand part': null,
    },
    { Line: 'M-0002', Transaction: 'P2', Kind: 'Invoice', Difference: 4, 'On hand part': 2, 'Expensed part': 2 },
  ]);
  expect(cli('--minimum', '3', '--write-reports').status).toBe(0);
  expect(await rowsOf(fs.readFileSync(at('book.xlsx')), 'MovingAverage')).toHaveLength(1);
  // A close makes its own tables beside it.
  expect(run(folder, 'close', 'book.xlsx', '--up-to', '2026-02-28').status).toBe(0);
  expect(cli('--json').status).toBe(0);
});
