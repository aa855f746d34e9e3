import { Workbook } from 'exceljs';
import type { CellValue } from '../../src/workbook/cells';
import { RESULT_TABLES } from '../../src/workbook/tables/results';
import { rowsOf } from './workbooks';

type Row = Record<string, CellValue>;

const TABLES = [
  'Transactions',
  'Closings',
  'Settlements',
  'Adjustments',
  'Ledger',
  'CloseLog',
  'InventoryValue',
  'ClosingTransfers',
];

/** What must hold in the written tables after any close; each violation is a line. All from the cells alone. */
export async function violationsOf(bytes: Uint8Array): Promise<string[]> {
  const tables = await Promise.all(TABLES.map(async (name) => [name, await rowsOf(bytes, name)] as const));
  return violationsIn(new Map(tables));
}

/** The same of tables that were read already: their rows by the name of the table. */
export function violationsIn(tables: ReadonlyMap<string, readonly Row[]>): string[] {
  const [transactions, closings, settlements, adjustments, ledger, log, values, legs] = TABLES.map(
    (name) => tables.get(name) ?? [],
  );
  return [
    // A run that never ended and was taken back has no figures.
    ...runs(
      closings.filter((run) => run['Result fingerprint'] !== null),
      { Settlements: settlements, Adjustments: adjustments, 'Log entries': log },
    ),
    ...closings.flatMap((run) => [
      ...same(`${id(run, 'Closing')}: sum of adjustments`, sum(of(adjustments, run), 'Adjustment'), [
        cents(run['Value after']) - cents(run['Value before']),
      ]),
      // A transaction adjustment lies in an open period: the next close tells of its value.
      // A recalculation writes no values, an archive changes none, and a reversal writes the opposite of those it takes back.
      ...(['Transaction adjustment', 'Recalculation', 'Reversal', 'Archive'].includes(String(run['Type']))
        ? []
        : same(`${id(run, 'Closing')}: inventory value`, sum(of(values, run), 'Closing value'), [
            cents(run['Value after']),
          ])),
    ]),
    ...[...new Set(ledger.map((line) => id(line, 'Voucher')))].flatMap((voucher) => {
      const lines = ledger.filter((line) => id(line, 'Voucher') === voucher);
      return same(`${voucher}: debit and credit`, sum(lines, 'Debit'), [sum(lines, 'Credit')]);
    }),
    ...values.flatMap((line) => same(`${id(line, 'Line')}: check`, cents(line['Check']), [0])),
    ...carriedForward(closings, values),
    ...sides(transactions, legs, settlements, settledAdjustments(closings, adjustments)),
  ];
}

/** What a cost key closes with is what it opens with in the next run that tells of it. */
function carriedForward(closings: readonly Row[], values: readonly Row[]): string[] {
  const isKept = (run: Row) =>
    run['Status'] === 'Completed' && ['Close', 'On-hand adjustment'].includes(String(run['Type']));
  const runs = closings.filter(isKept).map((run) => new Map(of(values, run).map((row) => [keyOf(row), row] as const)));
  return runs.slice(1).flatMap((run, at) =>
    [...new Set([...runs[at].keys(), ...run.keys()])].flatMap((key) => {
      const figure = (row: Row | undefined, name: string) => [
        quantityUnits(row?.[`${name} quantity`] ?? 0),
        cents(row?.[`${name} value`] ?? 0),
      ];
      const [closed, opened] = [figure(runs[at].get(key), 'Closing'), figure(run.get(key), 'Opening')];
      return closed.join() === opened.join()
        ? []
        : [`${key} closes with ${closed.join()}, and opens with ${opened.join()}`];
    }),
  );
}

/** Item and the values of its dimensions, which stand between it and the figures. */
function keyOf(row: Row): string {
  const columns = Object.keys(row);
  const key = columns.slice(columns.indexOf('Item'), columns.indexOf('Opening quantity')).map((name) => id(row, name));
  return key.join(' ').trim();
}

/**
 * The adjustments in force that settlements know of: not those of recalculations, and not what people changed since the last
 * close (A12).
 */
function settledAdjustments(closings: readonly Row[], adjustments: readonly Row[]): Row[] {
  const runs = new Map(closings.map((run, at) => [id(run, 'Closing'), { run, at }] as const));
  const last = closings.findLastIndex((run) => run['Type'] === 'Close' && run['Status'] === 'Completed');
  return adjustments.filter((row) => {
    const by = runs.get(id(row, 'Closing'));
    if (row['Status'] !== 'Active' || by?.run['Type'] === 'Recalculation') return false;
    return row['Reason'] !== 'Transaction' || (by?.at ?? 0) < last;
  });
}

/** No side is settled beyond its quantity, and what is settled in full has its whole cost in its settlements. */
function sides(
  transactions: readonly Row[],
  legs: readonly Row[],
  settlements: readonly Row[],
  adjustments: readonly Row[],
): string[] {
  const settled = new Map<string, { quantity: number; value: number }>();
  for (const row of settlements) {
    for (const [side, sign] of [
      ['Issue', -1],
      ['Receipt', 1],
    ] as const) {
      const known = settled.get(id(row, side)) ?? { quantity: 0, value: 0 };
      known.quantity += sign * quantityUnits(row['Quantity']);
      known.value += sign * cents(row['Amount']);
      settled.set(id(row, side), known);
    }
  }
  const adjusted = new Map<string, number>();
  for (const row of adjustments) {
    const key = id(row, 'Transaction');
    adjusted.set(key, (adjusted.get(key) ?? 0) + cents(row['Adjustment']));
  }
  return [...transactions, ...legs].flatMap((row) => {
    const key = id(row, 'Transaction');
    const { quantity, value } = settled.get(key) ?? { quantity: 0, value: 0 };
    const whole = quantityUnits(row['Quantity']);
    if (quantity === 0) return value === 0 ? [] : [`${key}: a value is settled without quantity`];
    if (Math.sign(quantity) !== Math.sign(whole) || Math.abs(quantity) > Math.abs(whole))
      return [`${key}: settled ${quantity} of ${whole}`];
    if (quantity !== whole) return [];
    return same(`${key}: settled value`, value, [cents(row['Financial cost']) + (adjusted.get(key) ?? 0)]);
  });
}

/** The run's row counts what was written. */
function runs(closings: readonly Row[], tables: Readonly<Record<string, readonly Row[]>>): string[] {
  return closings.flatMap((run) =>
    Object.entries(tables).flatMap(([column, rows]) =>
      same(`${id(run, 'Closing')}: ${column}`, of(rows, run).length, [Number(run[column])]),
    ),
  );
}

/** The formulas above the tables: what the file holds as their results, and what the cells come to. */
export async function tieOutsOf(
  bytes: Uint8Array,
): Promise<{ held: Record<string, unknown>; computed: Record<string, number> }> {
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const held: Record<string, unknown> = {};
  const computed: Record<string, number> = {};
  const cache = new Map<string, Row[]>();
  for (const { name } of RESULT_TABLES) cache.set(name, await rowsOf(bytes, name));
  for (const table of RESULT_TABLES) {
    const sheet = workbook.worksheets.find((one) => one.name === table.sheet)!;
    for (const { label, source } of table.tieOuts) {
      const name = `${table.name}: ${label}`;
      if ('count' in source) {
        const { where } = source.count;
        const rows = cache.get(source.count.table)!;
        computed[name] = rows.filter((row) =>
          Object.entries(where).every(([column, text]) => row[column] === text),
        ).length;
      } else {
        const total = source.sums.reduce(
          (all, { sign, table: of, column }) =>
            all + sign * cache.get(of)!.reduce((part, row) => part + quantityUnits(row[column]), 0),
          0,
        );
        computed[name] = total / QUANTITY_UNITS;
      }
      for (let row = 1; row < 12; row++) {
        for (let column = 1; column < 30; column++) {
          if (sheet.getCell(row, column).value !== label) continue;
          for (let right = column + 1; right < 30; right++) {
            const cell = sheet.getCell(row, right);
            if (cell.formula === undefined) continue;
            held[name] = cell.result ?? 0;
            break;
          }
        }
      }
    }
  }
  return { held, computed };
}

const id = (row: Row, column: string): string => String(row[column] ?? '').toLowerCase();
const cents = (cell: CellValue): number => Math.round(Number(cell ?? 0) * 100);
/** The finest quantities have eight decimals. */
const QUANTITY_UNITS = 1e8;
const quantityUnits = (cell: CellValue): number => Math.round(Number(cell ?? 0) * QUANTITY_UNITS);
const sum = (rows: readonly Row[], column: string): number => rows.reduce((all, row) => all + cents(row[column]), 0);
const of = (rows: readonly Row[], run: Row): Row[] => rows.filter((row) => id(row, 'Closing') === id(run, 'Closing'));
const same = (what: string, found: number, [wanted]: [number]): string[] =>
  found === wanted ? [] : [`${what} is ${found} and not ${wanted}`];
