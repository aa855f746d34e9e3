import { beforeRuns, tracesOf, unfinishedIn } from '../../src/runs/unfinished';
import { openXlsx } from '../../src/workbook/file';
import { grid, workbookOf } from '../support/workbooks';

/** The result tables of a workbook in which a run is unfinished, as far as they tell. */
async function read(closings: string, adjustments: string, settlements = 'Settlement | Closing | Status') {
  const port = openXlsx(
    workbookOf([grid('Closings', closings), grid('Adjustments', adjustments), grid('Settlements', settlements)]),
    'book.xlsx',
  );
  const facts = await port.facts();
  return { facts, tables: await port.read(['Closings', 'Adjustments', 'Settlements']) };
}

const ADJUSTMENTS =
  'Adjustment no. | Closing | Transaction | Item | Adjustment | Expensed | Reason | Source | Inventory account | Offset account | Status';
const row = (no: string, closing: string, transaction: string, adjustment: string, status: string): string =>
  `${no} | ${closing} | ${transaction} | BOLT | ${adjustment} | 0 | Settlement | P1 | Stock | Sales | ${status}`;

describe('what an unfinished run has marked', () => {
  // S1 and S2: of the first recalculation. The second took both back and wrote S1 anew, the same; the third, which did not
  // end, has taken S1 back again, and S3 before its counter row was there.
  const closings = `
    Closing | Type          | Status    | Reverses
    IC-0001 | Recalculation | Completed |
    IC-0002 | Recalculation | Completed |
    IC-0003 | Recalculation | Running   |
    `;
  const adjustments = [
    ADJUSTMENTS,
    row('A-1', 'IC-0001', 'S1', '4', 'Reversed'),
    row('A-2', 'IC-0001', 'S2', '2.5', 'Reversed'),
    row('A-3', 'IC-0001', 'S3', '7', 'Reversed'),
    row('A-4', 'IC-0002', 'S1', '-4', 'Reversal'),
    row('A-5', 'IC-0002', 'S2', '-2.5', 'Reversal'),
    row('A-6', 'IC-0002', 'S1', '4', 'Reversed'),
    row('A-7', 'IC-0003', 'S1', '-4', 'Reversal'),
  ].join('\n');

  test('are the rows that no finished run has countered', async () => {
    const { tables } = await read(closings, adjustments);
    const { own, marked } = tracesOf(tables, unfinishedIn(tables));
    // Of the two for S1 it is the later one; which makes no difference for the sums.
    expect(marked.get('Adjustments')).toEqual([2, 5]);
    expect(own.get('Adjustments')).toEqual([6]);
    expect(own.get('Closings')).toEqual([2]);
  });

  test('is in force in the workbook as it was before, which has none of its rows', async () => {
    const { facts, tables } = await read(closings, adjustments);
    const before = beforeRuns(facts, tables, tracesOf(tables, unfinishedIn(tables)), false);
    const table = before.tables.get('Adjustments')!;
    const column = (name: string) => table.cells[table.headers.indexOf(name)];
    expect(column('Adjustment no.').map((no, at) => `${String(no)} ${String(column('Status')[at])}`)).toEqual([
      'A-1 Reversed',
      'A-2 Reversed',
      'A-3 Active',
      'A-4 Reversal',
      'A-5 Reversal',
      'A-6 Active',
    ]);
    expect(before.tables.get('Closings')?.rows).toBe(2);
    expect(before.facts.tables.find(({ name }) => name === 'Adjustments')?.rows).toBe(6);
  });

  test('by a reversal is all of the run that it reverses, but for what later runs had taken back of it', async () => {
    const { tables } = await read(
      `
      Closing | Type          | Status    | Reverses
      IC-0001 | Recalculation | Completed |
      IC-0002 | Close         | Reversed  |
      IC-0003 | Reversal      | Completed | IC-0002
      IC-0004 | Reversal      | Running   | IC-0001
      `,
      [
        ADJUSTMENTS,
        row('A-1', 'IC-0001', 'S1', '4', 'Reversed'),
        row('A-2', 'IC-0001', 'S2', '2.5', 'Reversed'),
        row('A-3', 'IC-0002', 'S1', '-4', 'Reversal'),
        row('A-4', 'IC-0004', 'S2', '-2.5', 'Reversal'),
      ].join('\n'),
      `
      Settlement | Closing | Status
      S-1        | IC-0001 | Reversed
      S-2        | IC-0002 | Reversed
      S-3        | IC-0003 | Reversal
      `,
    );
    const { marked } = tracesOf(tables, unfinishedIn(tables));
    expect(marked.get('Adjustments')).toEqual([1]);
    expect(marked.get('Settlements')).toEqual([0]);
  });
});

test('the rows that stay know where they stand, also where somebody has sorted the table', async () => {
  const { facts, tables } = await read(
    `
    Closing | Type  | Status    | Reverses
    IC-0002 | Close | Paused    |
    IC-0001 | Close | Completed |
    `,
    [ADJUSTMENTS, row('A-9', 'IC-0002', 'S1', '1', 'Active'), row('A-1', 'IC-0001', 'S1', '4', 'Active')].join('\n'),
  );
  const before = beforeRuns(facts, tables, tracesOf(tables, unfinishedIn(tables)), false);
  expect(before.place('Adjustments', 0)).toBe(1);
  expect(before.place('Settlements', 0)).toBe(0);
});
