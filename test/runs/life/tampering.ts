/** One cell of a workbook changed by somebody else: verification must find it. */
import { cellAddress, type CellValue } from '../../../src/workbook/cells';
import { verify } from '../../../src/runs/verify';
import { REPORTS, RESULT_TABLES } from '../../../src/workbook/tables/results';
import type { MemoryPort } from '../../support/memory-port';
import { ENV } from '../../support/workbooks';
import { runsIn } from './state';

/** Columns that no run computes: when it ran, who says what of it, what it was asked for. */
const FREE = [
  'Minimum throughput adjustment',
  'Started',
  'Finished',
  'Version',
  'Note',
  'Maximum throughputs',
  'Progress',
  'Items',
  'Item groups',
];

interface Place {
  readonly table: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly header: string;
}

/** Changes a filled cell of a result table, or of a locked transaction; what verification should have said and did not. */
export async function undetected(port: MemoryPort, pick: number): Promise<string[]> {
  const places = [...placesOfResults(port), ...placesOfLocked(port)];
  if (places.length === 0) return [];
  const { table, sheet, row, column, header } = places[pick % places.length];
  const copy = port.copy();
  const cells = copy.table(table)!.rows[row];
  const was = cells[column];
  cells[column] = other(was);
  const before = await verify(port, ENV);
  const found = await verify(copy, ENV);
  const cell = cellAddress(sheet, 4 + row, column + 1);
  const what = `${cell} ${header}: ${String(was)} became ${String(cells[column])}`;
  // What a recalculation or a person began from is not locked.
  const isLocked = table !== 'Closings' || cells[1] === 'Close';
  const run = String(cells[copy.table(table)!.headers.indexOf('Closing')] ?? '');
  const manner = before.ok ? before.runs.find(({ closing }) => closing === run)?.manner : undefined;
  // Of a run that was rolled back is known only that it comes to zero, and of one that can not be computed not what it began from.
  const isFree =
    (['Input fingerprint', 'Transactions'].includes(header) && table === 'Closings' && !isLocked) ||
    (manner === 'taken back' && typeof was !== 'number');
  if (found.ok && found.verified) return isFree ? [] : [`${what}, and it is verified`];
  const told = found.ok
    ? [...found.differences.map((one) => one.cell), ...found.problems.map((one) => one.cell)]
    : found.problems.map((one) => one.cell);
  // Of runs that rest on what people entered only sums and the fingerprint are known.
  if (table !== 'Transactions' && manner !== 'computed') return [];
  // Another number, run or key is another row: it is told as one that is gone, or one that was added. Of a date where a run has
  // only one more, nobody knows which of the two is right.
  // A number that keeps the order of the rows as it was changes nothing that is computed: only the fingerprint tells of it.
  if (header === 'Order') return [];
  if (table === 'Closings' && ['Date', 'Reverses', 'Value before'].includes(header)) return [];
  if (['Closing', 'Key', 'Date', RESULT_TABLES.find(({ name }) => name === table)?.columns[0].name].includes(header))
    return [];
  return told.includes(cell) ? [] : [`${what}, and told is ${told.join(', ')}`];
}

const other = (cell: CellValue): CellValue =>
  typeof cell === 'number' ? Math.round(cell * 100 + 100) / 100 : `${String(cell)}x`;

function placesOfResults(port: MemoryPort): Place[] {
  // Of a run that is unfinished nothing can be said yet.
  const open = new Set(
    runsIn(port)
      .filter((row) => row['Status'] === 'Running' || row['Status'] === 'Paused')
      .map((row) => row['Closing']),
  );
  return RESULT_TABLES.filter((table) => !REPORTS.includes(table)).flatMap(({ name: table }) => {
    const found = port.table(table);
    const closing = found?.headers.indexOf('Closing') ?? -1;
    return (found?.rows ?? []).flatMap((cells, row) =>
      (open.has(cells[closing]) ? [] : cells).flatMap((cell, column): Place[] => {
        const header = found!.headers[column];
        // A run without rows may have any number.
        const isNumber = table === 'Closings' && column === 0;
        return cell === null || isNumber || FREE.includes(header) ? [] : [{ table, sheet: table, row, column, header }];
      }),
    );
  });
}

function placesOfLocked(port: MemoryPort): Place[] {
  const locks = port.records('LockedRows').filter((row) => row['Status'] === 'Active' && row['Kind'] === 'Transaction');
  const locked = new Set(locks.map((row) => String(row['Key'])));
  const table = port.table('Transactions')!;
  const column = table.headers.indexOf('Financial cost');
  return table.rows.flatMap((cells, row): Place[] =>
    locked.has(String(cells[0])) && cells[column] !== null
      ? [{ table: 'Transactions', sheet: 'Transactions', row, column, header: 'Financial cost' }]
      : [],
  );
}
