import type { Problem, Refusal } from '../../src/book/problem';
import { type AdjustedByHand } from '../../src/runs/adjust/by-hand-run';
import type { AdjustedReceipt } from '../../src/runs/adjust/listing';
import { adjustOnHand } from '../../src/runs/adjust/on-hand';
import { revalue } from '../../src/runs/adjust/revalue';
import { adjustTransactions } from '../../src/runs/adjust/transactions';
import type { Unpaused } from '../../src/runs/environment';
import { about } from '../../src/runs/obstacles';
import { plannedRows, type PlannedRows } from '../../src/runs/planned-rows';
import { previewRecalculation, recalculate } from '../../src/runs/recalculate';
import { reverse, type Reversed, type ReversedRun } from '../../src/runs/reverse';
import { type Summary, summaryOf } from '../../src/runs/summary';
import type { WorkbookPort } from '../../src/workbook/port';
import { plain } from '../../src/book/decimals';
import type { OperationOptions } from './options';

/** What an operation would do, or has done, as the pages show it. */
export type OperationResult =
  | {
      readonly kind: 'run';
      readonly summary: Summary;
      readonly rows: readonly PlannedRows[];
      readonly warnings: readonly Problem[];
      /** Once it was written. */
      readonly closing: string;
    }
  | { readonly kind: 'reversal'; readonly runs: readonly ReversedRun[] }
  | {
      readonly kind: 'by hand';
      readonly receipts: readonly AdjustedReceipt[];
      readonly totals: Totals;
      readonly warnings: readonly Problem[];
      readonly closing: string;
    };

/** Of all receipts that were chosen, as exact decimal texts. */
export interface Totals {
  readonly currency: string;
  readonly adjustment: string;
  readonly inventoryBefore: string;
  readonly inventoryAfter: string;
}

/** Computes an operation; or, given what was shown of it, carries it out: the same figures either way (A22). */
export function operate(
  port: WorkbookPort,
  options: OperationOptions,
  shown: OperationResult | undefined,
  env: Unpaused,
): Promise<OperationResult | Refusal> {
  const dryRun = shown === undefined;
  switch (options.name) {
    case 'recalculate':
      return recalculation(port, options, dryRun, env);
    case 'reverse':
      return reversal(port, options, shown, env);
    case 'on-hand':
      return byHand(adjustOnHand(port, { ...options, dryRun }, env));
    case 'receipts':
      return byHand(adjustTransactions(port, { ...options, dryRun }, env));
    case 'revalue':
      return byHand(revalue(port, { ...options, dryRun }, env));
  }
}

async function recalculation(
  port: WorkbookPort,
  { upTo, selection, note }: Extract<OperationOptions, { name: 'recalculate' }>,
  dryRun: boolean,
  env: Unpaused,
): Promise<OperationResult | Refusal> {
  const options = { upTo, note, ...selection };
  if (dryRun) {
    const found = await previewRecalculation(port, options, env);
    if (!found.ok) return found;
    return {
      ...{ kind: 'run', summary: summaryOf(found), rows: plannedRows(found), closing: '' },
      warnings: found.warnings,
    };
  }
  const done = await recalculate(port, options, env);
  if (!done.ok) return done;
  const rows = plannedRows(done).map((one) => ({ ...one, rows: done.rows[one.table] ?? one.rows }));
  return { ...{ kind: 'run', summary: summaryOf(done), rows, closing: done.ids.closing }, warnings: done.warnings };
}

/** Reverses a run with all that follow it; but only those that were shown. */
async function reversal(
  port: WorkbookPort,
  { closing, note }: Extract<OperationOptions, { name: 'reverse' }>,
  shown: OperationResult | undefined,
  env: Unpaused,
): Promise<OperationResult | Refusal> {
  const options = { closing, withLater: true, note };
  const planned = await reverse(port, { ...options, dryRun: true }, env);
  if (!planned.ok || shown === undefined) return reversed(planned);
  const listOf = (runs: readonly ReversedRun[]) => runs.map((run) => run.reversed).join(', ');
  const before = shown.kind === 'reversal' ? listOf(shown.runs) : '';
  const after = listOf(planned.runs);
  if (before !== after) {
    return { ok: false, problems: [about('CHANGED_MEANWHILE', { what: 'The list of runs', before, after })] };
  }
  return reversed(await reverse(port, { ...options, dryRun: false }, env));
}

const reversed = (done: Reversed | Refusal): OperationResult | Refusal =>
  done.ok ? { kind: 'reversal', runs: done.runs } : done;

async function byHand(work: Promise<AdjustedByHand | Refusal>): Promise<OperationResult | Refusal> {
  const done = await work;
  if (!done.ok) return done;
  const { outcome, receipts, warnings, written, loaded } = done;
  const { currency, amountDecimals } = loaded.read.book.parameters;
  const amount = (units: number) => plain(units, amountDecimals);
  const totals = {
    currency,
    adjustment: amount(outcome.adjustment),
    inventoryBefore: amount(outcome.valueBefore),
    inventoryAfter: amount(outcome.valueAfter),
  };
  return { kind: 'by hand', receipts, totals, warnings, closing: written?.ids.closing ?? '' };
}
