/** What holds in a workbook at every moment of its life. */
import { isoDay } from '../../../src/book/days';
import { verify } from '../../../src/runs/verify';
import { REPORTS, RESULT_TABLES } from '../../../src/workbook/tables/results';
import { violationsIn } from '../../support/invariants';
import type { MemoryPort } from '../../support/memory-port';
import { ENV } from '../../support/workbooks';
import { cents, postingsOf, type Row, runsIn, sumOf } from './state';

/** Statuses that may follow one another. A run that is rolled back gives back what it had marked. */
const ALLOWED = new Set([
  'Active Reversed',
  'Reversed Active',
  'Reversal Reversed',
  'Running Completed',
  'Running Paused',
  'Running Reversed',
  'Paused Running',
  'Paused Completed',
  'Paused Reversed',
  'Completed Reversed',
  'Reversed Completed',
]);

/** What a run that is not complete yet still gets, in its row. */
const OPEN = ['Running', 'Paused'];

/** Rows that are gone, or that changed in a way in which none may. */
export function lostBetween(before: MemoryPort, after: MemoryPort): string[] {
  return RESULT_TABLES.filter((table) => !REPORTS.includes(table)).flatMap(({ name, columns }) => {
    const id = columns[0].name;
    const now = new Map(after.records(name).map((row) => [row[id], row] as const));
    return before.records(name).flatMap((old) => {
      const row = now.get(old[id]);
      if (!row) return [`${name} ${String(old[id])} is gone`];
      return Object.keys(old).flatMap((column) => {
        const [was, is] = [old[column], row[column]];
        if (was === is) return [];
        const change = `${String(was)} ${String(is)}`;
        if (column === 'Status' ? ALLOWED.has(change) : OPEN.includes(String(old['Status']))) return [];
        if (name === 'Closings' && row['Status'] === 'Reversed' && /fingerprint$/.test(column)) return [];
        // Half a row, where the power went.
        if (was === null) return [];
        return [`${name} ${String(old[id])} ${column}: ${change}`];
      });
    });
  });
}

/** Sums, balances and values that do not agree, from the cells alone. */
export function disagreements(port: MemoryPort): string[] {
  const tables = new Map<string, readonly Row[]>(port.names().map((name) => [name, port.records(name)] as const));
  tables.set('Closings', runsIn(port));
  const ledger = tables.get('Ledger') ?? [];
  const adjustments = tables.get('Adjustments') ?? [];
  const all = JSON.stringify(sumOf(ledger));
  const active = JSON.stringify(postingsOf(adjustments.filter((row) => row['Status'] === 'Active')));
  return [
    ...violationsIn(tables),
    ...(all === active ? [] : [`the ledger has ${all}, the adjustments in force ${active}`]),
    ...countered(tables),
    ...valuesOfLastClose(tables),
    ...settledAndAdjusted(tables),
  ];
}

/** The sum over all rows of a figure is that over the active ones. */
function countered(tables: ReadonlyMap<string, readonly Row[]>): string[] {
  return RESULT_TABLES.filter((table) => table.name !== 'Closings' && !REPORTS.includes(table)).flatMap((table) =>
    table.columns
      .filter(({ kind, name }) => (kind === 'amount' || kind === 'quantity') && !/^(Cost|Opening|Closing)/.test(name))
      .flatMap(({ name }) => {
        const rows = tables.get(table.name) ?? [];
        const sum = (some: readonly Row[]) => some.reduce((total, row) => total + millionths(row[name]), 0);
        const [all, active] = [sum(rows), sum(rows.filter((row) => row['Status'] === 'Active'))];
        return all === active ? [] : [`${table.name}[${name}]: ${all} over all rows, ${active} over the active ones`];
      }),
  );
}

/** Of each close in force: what the pairs that it settled adjust is what it adjusted by settlement. */
function settledAndAdjusted(tables: ReadonlyMap<string, readonly Row[]>): string[] {
  const closes = (tables.get('Closings') ?? []).filter(
    (row) => row['Type'] === 'Close' && row['Status'] === 'Completed',
  );
  return closes.flatMap(({ Closing: run }) => {
    const sum = (table: string, counts: (row: Row) => boolean) =>
      (tables.get(table) ?? [])
        .filter((row) => row['Closing'] === run && row['Status'] === 'Active' && counts(row))
        .reduce((total, row) => total + millionths(row['Adjustment']), 0);
    const settled = sum('Settlements', (row) => Number(row['Quantity']) !== 0);
    const adjusted = sum('Adjustments', (row) => row['Reason'] === 'Settlement');
    return settled === adjusted ? [] : [`${String(run)} settled ${settled} and adjusted ${adjusted} by settlement`];
  });
}

const millionths = (cell: unknown): number => Math.round(Number(cell ?? 0) * 1e6);

/** Of each item: posted cost of what was there at the last close, and the adjustments in force of the runs until then. */
function valuesOfLastClose(tables: ReadonlyMap<string, readonly Row[]>): string[] {
  const closings = tables.get('Closings') ?? [];
  const last = closings.at(-1);
  // Runs of other kinds change what is worth what since.
  if (last?.['Type'] !== 'Close' || last['Status'] !== 'Completed') return [];
  const day = Number(last['Date']);
  const values = new Map<string, number>();
  const add = (item: unknown, units: number) => values.set(String(item), (values.get(String(item)) ?? 0) + units);
  // Settings, and costs of slips, are those that the close saw.
  const seen = locked(tables);
  for (const row of tables.get('Transactions') ?? []) {
    const [financial, physical] = [Number(row['Financial date'] ?? NaN), Number(row['Physical date'] ?? NaN)];
    const withSlips = seen('Item', row['Item'])['Include physical value'] === 'Yes';
    if (financial <= day) add(row['Item'], cents(row['Financial cost']));
    else if (physical <= day && withSlips) {
      const slip = seen('Transaction', row['Transaction']);
      add(row['Item'], cents(Number(slip['Physical cost'] ?? slip['Financial cost'] ?? 0)));
    }
  }
  for (const row of tables.get('Adjustments') ?? []) {
    if (row['Status'] === 'Active') add(row['Item'], cents(row['Adjustment']));
  }
  for (const row of tables.get('InventoryValue') ?? []) {
    if (row['Closing'] === last['Closing']) add(row['Item'], -cents(row['Closing value']));
  }
  return [...values]
    .filter(([, units]) => units !== 0)
    .map(([item, units]) => `${item} at ${isoDay(day)} is worth ${units} cents more than the close says`);
}

/** What the rows in force of LockedRows say of an item or a transaction, the newest of them. */
function locked(tables: ReadonlyMap<string, readonly Row[]>): (kind: string, key: unknown) => Record<string, unknown> {
  const rows = (tables.get('LockedRows') ?? []).filter((row) => row['Status'] === 'Active');
  const byNumber = [...rows].sort((a, b) => (String(a['Lock']) < String(b['Lock']) ? -1 : 1));
  const contents = new Map(byNumber.map((row) => [`${row['Kind']} ${row['Key']}`, String(row['Content'])]));
  return (kind, key) => JSON.parse(contents.get(`${kind} ${String(key)}`) ?? '{}') as Record<string, unknown>;
}

/** What verification does not agree with; nothing where it verifies the workbook. */
export async function unverified(port: MemoryPort): Promise<string[]> {
  const found = await verify(port, ENV);
  if (!found.ok) return found.problems.map(({ cell, code, message }) => `${cell} ${code} ${message}`);
  return [
    ...found.differences.map(
      (one) =>
        `${one.closing} ${one.kind} ${one.cell} ${one.table} ${one.row} ${one.column}: ${one.found}, not ${one.expected}`,
    ),
    ...found.problems.map(({ cell, code, message }) => `${cell} ${code}: ${message}`),
  ];
}
