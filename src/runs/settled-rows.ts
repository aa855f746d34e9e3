import { NONE } from '../book/book';
import { type Principle, PRINCIPLES } from '../book/models';
import { type Reason, REASONS } from '../book/outcome';
import type { Refusal } from '../book/problem';
import type { WorkbookPort } from '../workbook/port';
import { ADJUSTMENTS, SETTLEMENTS } from '../workbook/tables/results';
import type { Environment } from './environment';
import { adjustmentRows } from './explain/adjustment-rows';
import { addressOf } from './find-rows';
import { type Loaded, load } from './load';

/**
 * What a run in force did to transactions, a row each: pairs of issue and receipt, and adjustments that no pair tells of
 * (of a recalculation all of them). Positions; figures scaled.
 */
export interface SettledRow {
  /** Place of the row in its table, from 0. */
  readonly row: number;
  readonly table: 'Settlements' | 'Adjustments';
  readonly run: number;
  readonly reason: Reason;
  /** Undefined for an adjustment. */
  readonly principle: Principle | undefined;
  readonly item: number;
  /** The issue of a pair; the transaction of an adjustment. */
  readonly issue: number;
  /** The receipt of a pair; the source of an adjustment, or NONE. */
  readonly receipt: number;
  readonly quantity: number;
  readonly amount: number;
  readonly adjustment: number;
}

/** The rows of every run in force, and the workbook that they were read from. */
export interface SettledRows {
  readonly ok: true;
  readonly loaded: Loaded;
  readonly rows: readonly SettledRow[];
}

/** Reads what all runs in force have settled and adjusted. A reversed run has no rows in force. */
export async function settledRows(port: WorkbookPort, env: Environment): Promise<SettledRows | Refusal> {
  const found = await load(port, env);
  return found.ok ? { ok: true, loaded: found.value, rows: rowsOf(found.value) } : found;
}

function rowsOf({ read: { book, earlier } }: Loaded): SettledRow[] {
  const { settlements, transactions } = book;
  const rows: SettledRow[] = [];
  for (let i = 0; i < settlements.count; i++) {
    const quantity = settlements.quantity[i];
    rows.push({
      row: settlements.row[i],
      table: 'Settlements',
      run: settlements.closing[i],
      reason: quantity === 0 ? 'Late cost' : 'Settlement',
      principle: PRINCIPLES[settlements.principle[i]],
      item: transactions.item[settlements.issue[i]],
      issue: settlements.issue[i],
      receipt: settlements.receipt[i],
      quantity,
      amount: settlements.amount[i],
      adjustment: settlements.adjustment[i],
    });
  }
  const others = adjustmentRows(book, earlier.adjustments, undefined);
  others.transaction.forEach((transaction, i) => {
    rows.push({
      row: others.row[i],
      table: 'Adjustments',
      run: others.run[i],
      reason: REASONS[others.reason[i]],
      principle: undefined,
      item: transactions.item[transaction],
      issue: transaction,
      receipt: others.source[i],
      quantity: 0,
      amount: others.expensed[i],
      adjustment: others.amount[i],
    });
  });
  return rows;
}

/** What a person looks for; blank and undefined say nothing. */
export interface SettledFilter {
  /** Index into Book.closings. */
  readonly run: number;
  /** A part of the item number, or of the id of either side. */
  readonly text: string;
  readonly principle: string;
  readonly reason: string;
  /** Smallest adjustment, without its sign; scaled. */
  readonly least: number;
  readonly largestFirst: boolean;
}

/** The rows that fit, in the order of their tables or the largest adjustment first. */
export function filterSettled(
  { loaded, rows }: Pick<SettledRows, 'loaded' | 'rows'>,
  { run, text, principle, reason, least, largestFirst }: SettledFilter,
): SettledRow[] {
  const { items, transactions } = loaded.read.book;
  const wanted = text.trim().toLowerCase();
  const has = (name: string) => name.toLowerCase().includes(wanted);
  const found = rows.filter(
    (row) =>
      row.run === run &&
      (principle === '' || row.principle === principle) &&
      (reason === '' || row.reason === reason) &&
      Math.abs(row.adjustment) >= least &&
      (wanted === '' ||
        has(items[row.item].id) ||
        has(transactions.id[row.issue]) ||
        (row.receipt !== NONE && has(transactions.id[row.receipt]))),
  );
  return largestFirst ? found.sort((a, b) => Math.abs(b.adjustment) - Math.abs(a.adjustment)) : found;
}

/** Where the row stood when the workbook was read. */
export function addressOfSettled({ tables }: Loaded, { table, row }: SettledRow): string | undefined {
  const { name, columns } = table === 'Settlements' ? SETTLEMENTS : ADJUSTMENTS;
  const found = [...tables.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
  return found && addressOf(found, row, columns[0].name);
}
