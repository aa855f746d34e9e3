import type { LogEntry } from '../../book/log';
import { NONE } from '../../book/book';
import { type Day, serialOf } from '../../book/days';
import { plain, RangeOfFigures } from '../../book/decimals';
import type { AnyRequest, Results } from '../../book/outcome';
import type { Specification } from '../../book/parameters';
import type { Problem, Refusal } from '../../book/problem';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { byHand, type ByHandRow } from '../../settle/by-hand/by-hand';
import type { OpenPart } from '../../settle/by-hand/open-parts';
import type { WorkbookPort } from '../../workbook/port';
import { findLockedChanges } from '../../workbook/read/locked-changes';
import { nextRun } from '../../workbook/write/closing-row';
import type { RunIds } from '../../workbook/write/outcome-rows';
import type { Environment } from '../environment';
import type { Loaded } from '../load';
import { changedMeanwhile } from '../meanwhile';
import { about, periodOf, unfinishedRuns } from '../obstacles';
import { tokenFor } from '../own-run';
import { type Left, writeResults } from '../write-results';
import { type AdjustedReceipt, cellOf, listingOf } from './listing';

/** What all adjustments by hand can be given. */
export interface ByHandOptions {
  readonly specification?: Specification;
  readonly note?: string;
  /** Compute and show, and write nothing (A22). */
  readonly dryRun: boolean;
}

/** An adjustment by hand that was made, or would be. */
export interface AdjustedByHand {
  readonly ok: true;
  readonly loaded: Loaded;
  readonly outcome: Results;
  /** The receipts that were chosen, in the order of the adjustments: those that nothing changes are among them. */
  readonly receipts: readonly AdjustedReceipt[];
  readonly warnings: readonly Problem[];
  /** What was written; undefined in a dry run. */
  readonly written: (Pick<Left, 'rows' | 'sheets'> & { readonly ids: RunIds }) | undefined;
}

/** What one kind of adjustment has found out: the parts that were chosen, and by how much each changes. */
export interface Found {
  readonly type: Extract<AnyRequest['type'], 'On-hand adjustment' | 'Transaction adjustment'>;
  readonly day: Day;
  readonly parts: readonly OpenPart[];
  /** One for each part, scaled and signed. */
  readonly amounts: readonly number[];
  /** What was asked for, in words: it is kept in the log. */
  readonly what: string;
  readonly warnings: readonly Problem[];
}

/** What keeps a workbook from being adjusted by hand, whatever is to be adjusted; empty where nothing does. */
export function obstaclesByHand({ read }: Loaded): Problem[] {
  return [...unfinishedRuns(read.book.closings), ...findLockedChanges(read)];
}

/** Shows or writes what was found: the same rows either way, written as those of a close are. */
export async function runByHand(
  port: WorkbookPort,
  loaded: Loaded,
  find: () => Found | Refusal,
  options: ByHandOptions,
  env: Environment,
): Promise<AdjustedByHand | Refusal> {
  const started = serialOf(env.now());
  const computed = compute(loaded, find, options);
  if ('problems' in computed) return computed;
  const { found, outcome } = computed;
  const receipts = listingOf(loaded, found);
  const result = { ok: true as const, loaded, outcome, receipts, warnings: found.warnings };
  if (options.dryRun) return { ...result, written: undefined };
  const changed = await changedMeanwhile(port, loaded, env);
  if (changed.length > 0) return { ok: false, problems: changed };
  const ids = nextRun(loaded.read);
  const run = { started, version: env.version, note: options.note ?? '', ...tokenFor(port, env) };
  const { rows, sheets, notes } = await writeResults(port, loaded, outcome, ids, run, env);
  return { ...result, warnings: [...result.warnings, ...notes], written: { ids, rows, sheets } };
}

function compute(
  loaded: Loaded,
  find: () => Found | Refusal,
  options: ByHandOptions,
): { found: Found; outcome: Results } | Refusal {
  try {
    const found = find();
    if ('problems' in found) return found;
    const problems = [...periodOf(loaded.read.book, found.day), ...belowZero(loaded, found)];
    if (found.amounts.every((amount) => amount === 0)) problems.push(about('NOTHING_CHANGES', {}));
    if (problems.length > 0) return { ok: false, problems };
    return { found, outcome: outcomeOf(loaded, found, options) };
  } catch (error) {
    // A figure that leaves the exact range is a refusal, not a fault.
    if (!(error instanceof RangeOfFigures)) throw error;
    return { ok: false, problems: [about('OUT_OF_RANGE', { what: error.what })] };
  }
}

/** No part of the stock may come to be worth less than nothing; what is so already may come nearer to it. */
function belowZero(loaded: Loaded, { parts, amounts }: Found): Problem[] {
  const { book } = loaded.read;
  const amount = (units: number) => plain(units, book.parameters.amountDecimals);
  return parts.flatMap(({ transaction, value }, at) => {
    const after = value + amounts[at];
    if (after >= 0 || amounts[at] >= 0) return [];
    const words = { transaction: book.transactions.id[transaction], value: amount(value), after: amount(after) };
    return [about('BELOW_ZERO', words, cellOf(loaded, transaction))];
  });
}

function outcomeOf({ read }: Loaded, { type, day, parts, amounts, what }: Found, options: ByHandOptions): Results {
  const { book } = read;
  const rows: ByHandRow[] = parts
    .map(({ transaction }, at) => ({ transaction, amount: amounts[at] }))
    .filter(({ amount }) => amount !== 0);
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  const words = { count: String(rows.length), amount: plain(total, book.parameters.amountDecimals), what };
  const entry: LogEntry = { code: 'ADJUSTED_BY_HAND', item: NONE, key: NONE, transaction: NONE, amount: total, words };
  return byHand(book, {
    request: {
      type,
      day,
      specification: options.specification ?? book.parameters.specification,
      maximumThroughputs: book.parameters.maximumThroughputs,
      minimumThroughputAdjustment: 0,
    },
    reason: type === 'On-hand adjustment' ? 'On-hand' : 'Transaction',
    rows,
    looked: parts.length,
    legAccount: (item) => read.posting(book.items[item].group, TRANSFER).inventory,
    log: [entry],
  });
}

const TRANSFER = TRANSACTION_TYPES.indexOf('Transfer');
