import type { ClosingType } from '../../book/book';
import type { Results, RunRequest } from '../../book/outcome';
import type { CellChange, OutValue } from '../port';
import type { ReadBook } from '../read/read-book';
import { CLOSINGS } from '../tables/results';
import { Figures, NewRows } from './rows';
import type { RunIds } from './outcome-rows';
import { bodyRows } from './places';

/** The numbers of the next run: "IC-0007" with voucher "V-0007". */
export function nextRun(read: ReadBook): RunIds {
  const number = String((read.existing.highest.get('Closings') ?? 0) + 1).padStart(4, '0');
  return { closing: `IC-${number}`, voucher: `V-${number}`, closingRow: bodyRows(read, 'Closings') + 1 };
}

/** The row that a run begins with: nothing but the request, and Status Running. */
export function runningRow(
  read: ReadBook,
  request: Omit<RunRequest, 'type'> & { readonly type: ClosingType },
  ids: RunIds,
  run: RunFacts,
): NewRows {
  const rows = new NewRows(CLOSINGS, []);
  const { amountDecimals, quantityDecimals } = read.book.parameters;
  const figures = new Figures(amountDecimals, quantityDecimals);
  rows.add({
    Closing: ids.closing,
    Type: request.type,
    Date: request.day,
    Status: 'Running',
    Started: run.started,
    Specification: request.specification,
    'Maximum throughputs': request.maximumThroughputs,
    'Minimum throughput adjustment': figures.amount(request.minimumThroughputAdjustment),
    // Until the fingerprints are known: what it computes from, to see whether that was changed when it goes on.
    'Input fingerprint': run.input ?? null,
    // Until the fingerprint is known, the mark by which the run finds its own row again.
    'Result fingerprint': run.token ?? null,
    Version: run.version,
    Note: run.note === '' ? null : run.note,
    Items: run.items ?? null,
    'Item groups': run.itemGroups ?? null,
    'Run by': run.by ?? null,
  });
  return rows;
}

/** What a run knows of itself. Moments are day serials with a fraction, UTC. */
export interface RunFacts {
  readonly started: number;
  readonly version: string;
  readonly note: string;
  /** Who runs it, where that is known. */
  readonly by?: string;
  /** What a recalculation was asked for, as one text each; undefined for all. */
  readonly items?: string;
  readonly itemGroups?: string;
  /** A digest of the input. */
  readonly input?: string;
  /** Tells the run from others that others begin in the same workbook. */
  readonly token?: string;
}

/** The figures of a run, known before its rows are written. */
export interface Completion {
  readonly settlements: number;
  readonly adjustments: number;
  readonly logEntries: number;
  readonly inputFingerprint: string;
  readonly resultFingerprint: string;
}

/** The figures in the row of a run, by column. It is complete when it has Finished and Status Completed too. */
export function completedValues(read: ReadBook, outcome: Results, done: Completion): Record<string, OutValue> {
  const { amountDecimals, quantityDecimals } = read.book.parameters;
  const figures = new Figures(amountDecimals, quantityDecimals);
  return {
    Transactions: outcome.participants,
    Settlements: done.settlements,
    Adjustments: done.adjustments,
    'Value before': figures.amount(outcome.valueBefore),
    Adjustment: figures.amount(outcome.adjustment),
    'Value after': figures.amount(outcome.valueAfter),
    'Log entries': done.logEntries,
    'Input fingerprint': done.inputFingerprint,
    'Result fingerprint': done.resultFingerprint,
  };
}

/** The same as changes of the run's row (from 0). */
export function changesOf(row: number, values: Readonly<Record<string, OutValue>>): CellChange[] {
  return Object.entries(values).map(([column, value]) => ({ row, column, value }));
}
