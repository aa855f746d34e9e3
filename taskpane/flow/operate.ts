import { plain } from '../../src/book/decimals';
import type { Refusal } from '../../src/book/problem';
import { inTurns } from '../../src/book/steps';
import type { AdjustedByHand as Adjusted } from '../../src/runs/adjust/by-hand-run';
import { adjustOnHand } from '../../src/runs/adjust/on-hand';
import { revalue } from '../../src/runs/adjust/revalue';
import { adjustTransactions } from '../../src/runs/adjust/transactions';
import type { RunDone } from '../../src/runs/carry-out';
import { close } from '../../src/runs/close';
import type { Environment, Unpaused } from '../../src/runs/environment';
import { about } from '../../src/runs/obstacles';
import type { PausedRun } from '../../src/runs/pause-run';
import { plannedRowSteps, plannedSheets, writtenRows } from '../../src/runs/planned-rows';
import { preview, type Preview } from '../../src/runs/preview';
import { previewRecalculation, recalculate } from '../../src/runs/recalculate';
import type { RecalculationOptions, RunOptions } from '../../src/runs/request';
import { reverse, type Reversed, type ReversedRun } from '../../src/runs/reverse';
import { summaryOf } from '../../src/runs/summary';
import type { WorkbookPort } from '../../src/workbook/port';
import type { CloseOptions, FlowOptions, OperationOptions } from './options';
import type { AdjustedByHand, ComputedRun, FlowResult, ReversedRuns, Written } from './results';

type Options<Name extends FlowOptions['name']> = Extract<FlowOptions, { name: Name }>;

/** Computes a run and writes nothing (A22). */
export async function previewed(
  port: WorkbookPort,
  options: FlowOptions,
  env: Unpaused,
): Promise<FlowResult | Refusal> {
  switch (options.name) {
    case 'close':
      return computed(await preview(port, closeOptions(options), env), env);
    case 'recalculate':
      return computed(await previewRecalculation(port, recalculationOptions(options), env), env);
    case 'reverse':
      return reversed(await reverse(port, { ...reversalOptions(options), dryRun: true }, env), false);
    default:
      return byHand(await adjust(port, options, true, env));
  }
}

/** Carries out what was shown: the same figures, unless the workbook was changed meanwhile. */
export async function carriedOut(
  port: WorkbookPort,
  options: FlowOptions,
  shown: FlowResult,
  env: Unpaused,
  pausable: Environment,
): Promise<FlowResult | PausedRun | Refusal> {
  switch (options.name) {
    case 'close': {
      const done = await close(port, closeOptions(options), pausable);
      return done.ok && done.paused ? done : computed(done, env);
    }
    case 'recalculate': {
      const done = await recalculate(port, recalculationOptions(options), pausable);
      return done.ok && done.paused ? done : computed(done, env);
    }
    case 'reverse':
      return reversal(port, options, shown, env);
    default:
      return byHand(await adjust(port, options, false, env));
  }
}

function closeOptions(options: CloseOptions): RunOptions {
  const { upTo, specification, maximumThroughputs, minimumThroughputAdjustment, note } = options;
  return { upTo, specification, maximumThroughputs, minimumThroughputAdjustment, note };
}

const recalculationOptions = ({ upTo, note, selection }: Options<'recalculate'>): RecalculationOptions => ({
  upTo,
  note,
  ...selection,
});

const reversalOptions = ({ closing, note }: Options<'reverse'>) => ({ closing, note, withLater: true });

async function computed(done: Preview | RunDone | Refusal, env: Unpaused): Promise<ComputedRun | Refusal> {
  if (!done.ok) return done;
  const result = { kind: 'run', summary: summaryOf(done), warnings: done.warnings } as const;
  if ('ids' in done) {
    const { ids, sheets, outcome } = done;
    const voucher = outcome.ledger.length > 0 ? ids.voucher : '';
    return { ...result, rows: writtenRows(done), sheets, written: { closing: ids.closing, voucher, sheets } };
  }
  const rows = await inTurns(plannedRowSteps(done), env.turn);
  return { ...result, rows, sheets: plannedSheets(done), written: undefined };
}

/** Reverses a run with all that follow it; but only those that were shown. */
async function reversal(
  port: WorkbookPort,
  options: Options<'reverse'>,
  shown: FlowResult,
  env: Unpaused,
): Promise<ReversedRuns | Refusal> {
  const planned = await reverse(port, { ...reversalOptions(options), dryRun: true }, env);
  if (!planned.ok) return planned;
  const listOf = (runs: readonly ReversedRun[]) => runs.map((run) => run.reversed).join(', ');
  const before = shown.kind === 'reversal' ? listOf(shown.runs) : '';
  const after = listOf(planned.runs);
  if (before !== after) {
    return { ok: false, problems: [about('CHANGED_MEANWHILE', { what: 'The list of runs', before, after })] };
  }
  return reversed(await reverse(port, { ...reversalOptions(options), dryRun: false }, env), true);
}

function reversed(done: Reversed | Refusal, isWritten: boolean): ReversedRuns | Refusal {
  if (!done.ok) return done;
  const last = done.runs.at(-1);
  const written: Written | undefined =
    isWritten && last ? { closing: last.by, voucher: '', sheets: last.sheets } : undefined;
  const warnings = [...done.changes, ...done.runs.flatMap((run) => run.warnings)];
  return { kind: 'reversal', runs: done.runs, warnings, written };
}

function adjust(
  port: WorkbookPort,
  options: Exclude<OperationOptions, Options<'recalculate' | 'reverse'>>,
  dryRun: boolean,
  env: Unpaused,
): Promise<Adjusted | Refusal> {
  switch (options.name) {
    case 'on-hand':
      return adjustOnHand(port, { ...options, dryRun }, env);
    case 'receipts':
      return adjustTransactions(port, { ...options, dryRun }, env);
    case 'revalue':
      return revalue(port, { ...options, dryRun }, env);
  }
}

function byHand(done: Adjusted | Refusal): AdjustedByHand | Refusal {
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
  const left = written && { ...written.ids, sheets: written.sheets };
  return { kind: 'by hand', receipts, totals, warnings, written: left };
}
