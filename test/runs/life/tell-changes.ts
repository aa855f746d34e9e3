/** What a command did to the result tables, in lines that a person can check by hand. */
import { isoDay } from '../../../src/book/days';
import { verify } from '../../../src/runs/verify';
import type { CellValue } from '../../../src/workbook/cells';
import { openXlsx } from '../../../src/workbook/file';
import { balances } from '../../support/by-hand';
import { ENV, gridsOf } from '../../support/workbooks';

type Row = Readonly<Record<string, CellValue>>;

/** The tables that are told, and what of a row. */
const SHORT: readonly (readonly [table: string, line: (row: Row) => string])[] = [
  [
    'Closings',
    (row) =>
      `${text(row, 'Type')} of ${date(row)}, ${text(row, 'Status')}: value ${sum(row, 'Value before')} ${signed(row, 'Adjustment')} = ${sum(row, 'Value after')}`,
  ],
  [
    'Settlements',
    (row) =>
      `${text(row, 'Issue')} takes ${text(row, 'Quantity')} of ${text(row, 'Receipt')} for ${sum(row, 'Amount')}, adjusted ${signed(row, 'Adjustment')}, by ${text(row, 'Principle')}`,
  ],
  [
    'Adjustments',
    (row) =>
      `${text(row, 'Transaction')}: ${sum(row, 'Cost before')} ${signed(row, 'Adjustment')} = ${sum(row, 'Cost after')}, ${text(row, 'Reason')} from ${text(row, 'Source') || 'a person'}`,
  ],
  [
    'ClosingTransfers',
    (row) =>
      `${text(row, 'Item')} ${text(row, 'Quantity')} for ${sum(row, 'Financial cost')} on ${date(row, 'Financial date')}`,
  ],
  [
    'Ledger',
    (row) =>
      `${text(row, 'Account')}: ${row['Debit'] === null ? `credit ${sum(row, 'Credit')}` : `debit ${sum(row, 'Debit')}`}`,
  ],
  [
    'InventoryValue',
    (row) =>
      `${[text(row, 'Item'), text(row, 'Site')].join(' ').trim()}: ${text(row, 'Opening quantity')} for ${sum(row, 'Opening value')}, then ${text(row, 'Closing quantity')} for ${sum(row, 'Closing value')}`,
  ],
  [
    'CloseLog',
    (row) => `${text(row, 'Code')} ${text(row, 'Transaction')} ${text(row, 'Message')}`.replace(/ {2,}/g, ' '),
  ],
];

/** Of so many locks only the number is told. */
const LOCKS = 'LockedRows';

/** New rows, changed statuses, balances of the accounts, and what verification says. */
export async function changesBetween(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const [old, now] = [await tablesOf(before), await tablesOf(after)];
  const lines: string[] = [];
  for (const [name, line] of SHORT) {
    const known = new Map((old.get(name) ?? []).map((row) => [idOf(row), row] as const));
    for (const row of now.get(name) ?? []) {
      const was = known.get(idOf(row));
      const counter = row['Status'] === 'Reversal' ? ' (counter row)' : '';
      if (!was) lines.push(`  + ${name} ${idOf(row)} ${line(row)}${counter}`);
    }
    lines.push(...statuses(name, known, now.get(name) ?? []));
  }
  const locks = (now.get(LOCKS) ?? []).length - (old.get(LOCKS) ?? []).length;
  if (locks > 0) lines.push(`  + ${LOCKS}: ${locks} rows`);
  lines.push(...statuses(LOCKS, new Map((old.get(LOCKS) ?? []).map((row) => [idOf(row), row])), now.get(LOCKS) ?? []));
  const accounts = Object.entries(await balances(after)).sort();
  lines.push(
    `  balances: ${accounts.map(([account, amount]) => `${account} ${amount.toFixed(2)}`).join('; ') || 'none'}`,
  );
  lines.push(`  verify: ${await verified(after)}`);
  return lines;
}

/** "S-000001 to S-000004: Active → Reversed": rows beside each other in one line. */
function statuses(name: string, known: ReadonlyMap<string, Row>, rows: readonly Row[]): string[] {
  const changes = rows.flatMap((row) => {
    const was = known.get(idOf(row))?.['Status'];
    return was === undefined || was === row['Status']
      ? []
      : [{ id: idOf(row), change: `${String(was)} → ${String(row['Status'])}` }];
  });
  const ways = [...new Set(changes.map(({ change }) => change))];
  return ways.map((way) => {
    const ids = changes.filter(({ change }) => change === way).map(({ id }) => id);
    const told = ids.length > 8 ? `${ids[0]} to ${ids.at(-1)} (${ids.length} rows)` : ids.join(', ');
    return `  ~ ${name} ${told}: ${way}`;
  });
}

async function verified(bytes: Uint8Array): Promise<string> {
  const found = await verify(openXlsx(bytes, 'book.xlsx'), ENV);
  if (!found.ok) return found.problems.map(({ message }) => message).join(' ');
  const runs = found.runs.map(({ closing, manner }) => `${closing} ${manner}`).join(', ');
  const wrong = [
    ...found.differences.map(({ cell }) => cell),
    ...found.problems.map(({ cell, code }) => `${cell} ${code}`),
  ];
  return found.verified ? `OK (${runs})` : `not verified: ${wrong.join(', ')}`;
}

async function tablesOf(bytes: Uint8Array): Promise<Map<string, Row[]>> {
  const rows = (await gridsOf(bytes)).map(({ name, headers, rows: cells }) => {
    const filled = cells.filter((row) => row.some((cell) => cell !== null && cell !== ''));
    return [name, filled.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at]])))] as const;
  });
  return new Map(rows);
}

const idOf = (row: Row): string => String(Object.values(row)[0]);
const text = (row: Row, name: string): string => String(row[name] ?? '');
const sum = (row: Row, name: string): string => (row[name] === null ? '?' : Number(row[name]).toFixed(2));
const signed = (row: Row, name: string): string =>
  `${Number(row[name] ?? 0) < 0 ? '-' : '+'} ${Math.abs(Number(row[name] ?? 0)).toFixed(2)}`;
const date = (row: Row, name = 'Date'): string => isoDay(Number(row[name]));
