/** Adjustments by hand in tests: on a workbook in memory, told in lines that a person can read. */
import type { AdjustedByHand, ByHandOptions } from '../../src/runs/adjust/by-hand-run';
import { adjustOnHand, type OnHandOptions } from '../../src/runs/adjust/on-hand';
import { revalue, type RevalueOptions } from '../../src/runs/adjust/revalue';
import { adjustTransactions, type TransactionsOptions } from '../../src/runs/adjust/transactions';
import type { Environment } from '../../src/runs/environment';
import { reverse } from '../../src/runs/reverse';
import type { Refusal } from '../../src/book/problem';
import { openXlsx } from '../../src/workbook/file';
import type { WorkbookPort } from '../../src/workbook/port';
import { ENV, gridsOf, NOW, rowsOf } from './workbooks';

type Adjust = (port: WorkbookPort, env: Environment) => Promise<AdjustedByHand | Refusal>;

/** Options of which only the wish for a dry run need be told. */
type Wanted<Options extends ByHandOptions> = Omit<Options, 'dryRun'> & { readonly dryRun?: boolean };

export const onHand =
  (options: Wanted<OnHandOptions>): Adjust =>
  (port, env) =>
    adjustOnHand(port, { dryRun: false, ...options }, env);
export const receipts =
  (options: Wanted<TransactionsOptions>): Adjust =>
  (port, env) =>
    adjustTransactions(port, { dryRun: false, ...options }, env);
export const movingAverage =
  (options: Wanted<RevalueOptions>): Adjust =>
  (port, env) =>
    revalue(port, { dryRun: false, ...options }, env);

/** Carries one out. A refusal fails the test with its words. */
export async function adjusted(
  bytes: Uint8Array,
  adjust: Adjust,
): Promise<{ readonly found: AdjustedByHand; readonly bytes: Uint8Array }> {
  const port = openXlsx(bytes, 'book.xlsx');
  const found = await adjust(port, ENV);
  if (!found.ok) throw new Error(problemLines(found).join('\n'));
  return { found, bytes: port.toBytes(new Date(NOW)) };
}

/** Why one is refused: "cell CODE: message" in a line each. The workbook must be as it was. */
export async function refused(bytes: Uint8Array, adjust: Adjust): Promise<string[]> {
  const port = openXlsx(bytes, 'book.xlsx');
  const before = port.toBytes(new Date(NOW));
  const found = await adjust(port, ENV);
  if (found.ok) throw new Error('it was not refused');
  expect(port.toBytes(new Date(NOW))).toEqual(before);
  return problemLines(found);
}

const problemLines = ({ problems }: Refusal): string[] =>
  problems.map(({ cell, code, message }) => `${cell} ${code}: ${message}`.trim());

/** Takes the newest run back. */
export async function reversed(bytes: Uint8Array): Promise<Uint8Array> {
  const port = openXlsx(bytes, 'book.xlsx');
  const found = await reverse(port, { withLater: false, note: '', dryRun: false }, ENV);
  if (!found.ok) throw new Error(problemLines(found).join('\n'));
  return port.toBytes(new Date(NOW));
}

/** "PO1 1 10.00 +5.00 15.00": receipt, quantity, value before, adjustment, value after. */
export function lines({ receipts: rows }: AdjustedByHand): string[] {
  return rows.map((row) => {
    const sign = row.adjustment.startsWith('-') ? '' : '+';
    return `${row.transaction} ${row.quantity} ${row.valueBefore} ${sign}${row.adjustment} ${row.valueAfter}`;
  });
}

/** Balances of the accounts over all rows of the ledger, debit positive; those of zero are left out. None before the first run. */
export async function balances(bytes: Uint8Array): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  const hasLedger = (await gridsOf(bytes)).some(({ name }) => name === 'Ledger');
  for (const row of hasLedger ? await rowsOf(bytes, 'Ledger') : []) {
    const cents = Math.round(100 * (Number(row['Debit'] ?? 0) - Number(row['Credit'] ?? 0)));
    sums[String(row['Account'])] = (sums[String(row['Account'])] ?? 0) + cents;
  }
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, sum]) => sum !== 0)
      .map(([account, sum]) => [account, sum / 100]),
  );
}

/** Cost of a transaction as the cells tell it: as posted, and all active adjustments. */
export async function costOf(bytes: Uint8Array, id: string): Promise<number> {
  const posted = (await rowsOf(bytes, 'Transactions')).find((row) => row['Transaction'] === id);
  const rows = (await rowsOf(bytes, 'Adjustments')).filter(
    (row) => row['Transaction'] === id && row['Status'] === 'Active',
  );
  const cents = rows.reduce((sum, row) => sum + Math.round(100 * Number(row['Adjustment'])), 0);
  return (Math.round(100 * Number(posted?.['Financial cost'])) + cents) / 100;
}
