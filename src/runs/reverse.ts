import { type Closing, type ClosingType, lastClose } from '../book/book';
import { isoDay, serialOf } from '../book/days';
import { listOf } from '../book/names';
import type { RunRequest } from '../book/outcome';
import { inTurns } from '../book/steps';
import type { Problem, Refusal } from '../book/problem';
import { worthAsClosed, worthOf } from '../settle/inventory-value';
import type { OutValue, WorkbookPort } from '../workbook/port';
import { idKey } from '../workbook/read/ids';
import { findLockedChanges } from '../workbook/read/locked-changes';
import type { ReadBook } from '../workbook/read/read-book';
import { LEDGER } from '../workbook/tables/results';
import { nextRun, runningRow } from '../workbook/write/closing-row';
import { counterRows, type Countered, stayingPostings } from '../workbook/write/counter-rows';
import type { RunIds } from '../workbook/write/outcome-rows';
import { fingerprint } from '../workbook/write/fingerprints';
import { Figures } from '../workbook/write/rows';
import { goneOf } from './archive/archive';
import { type BegunRun, idsOf } from './begun';
import { type Environment, madeBy } from './environment';
import { load, type Loaded } from './load';
import { changedMeanwhile } from './meanwhile';
import { about, periodOf, unfinishedRuns } from './obstacles';
import { tokenFor } from './own-run';
import { digestSteps } from './run-input';
import { writeRun } from './write-run';

export interface ReverseOptions {
  /** Id of the run; the newest in force where it is not given. */
  readonly closing?: string;
  /** Reverse all that follow it too, newest first. */
  readonly withLater: boolean;
  readonly note: string;
  /** Say what would be reversed, and write nothing. */
  readonly dryRun: boolean;
}

/** One run that was reversed (or would be), and the run that reverses it. */
export interface ReversedRun {
  readonly reversed: string;
  readonly type: ClosingType;
  /** Its date, as ISO text. */
  readonly upTo: string;
  readonly by: string;
  /** Rows marked Reversed, and counter rows added. */
  readonly marked: number;
  readonly added: number;
  /** What was in the way of the sheets for auditors; the reversal itself is complete. */
  readonly warnings: readonly Problem[];
  /** The sheets for auditors that were written. */
  readonly sheets: readonly string[];
}

export interface Reversed {
  readonly ok: true;
  readonly runs: readonly ReversedRun[];
  /** What was added, changed or deleted of rows that are still locked (A16): no obstacle here, but one of every other run. */
  readonly changes: readonly Problem[];
}

/**
 * Reverses the newest run in force, or an older one with all that follow it, newest first (A19): counter rows with a
 * reversing voucher, originals marked Reversed. Afterwards the period is open to the day after the close before.
 */
export async function reverse(
  port: WorkbookPort,
  options: ReverseOptions,
  env: Environment,
): Promise<Reversed | Refusal> {
  const first = await load(port, env);
  if (!first.ok) return first;
  const chosen = chooseRuns(first.value, options);
  if ('problems' in chosen) return chosen;
  const runs: ReversedRun[] = [];
  for (const run of chosen.runs) {
    const loaded = runs.length === 0 || options.dryRun ? first : await load(port, env);
    if (!loaded.ok) return loaded;
    const changed = options.dryRun ? [] : await changedMeanwhile(port, loaded.value, env);
    if (changed.length > 0) return { ok: false, problems: changed };
    // Found again: each reversal is computed from the workbook as the one before left it.
    const now = loaded.value.read.book.closings.find(({ id }) => id === run.id)!;
    runs.push(await reverseOne(port, loaded.value, now, options, env));
  }
  return { ok: true, runs, changes: await changesLeft(port, first.value, options, env) };
}

/** Changes of locked rows do not keep a run from being reversed: for some it is the remedy. What is left of them is told. */
async function changesLeft(
  port: WorkbookPort,
  first: Loaded,
  { dryRun }: ReverseOptions,
  env: Environment,
): Promise<readonly Problem[]> {
  const before = findLockedChanges(first.read);
  if (dryRun || before.length === 0) return before;
  const now = await load(port, env);
  return now.ok ? findLockedChanges(now.value.read) : now.problems;
}

function chooseRuns(loaded: Loaded, { closing, withLater }: ReverseOptions): { runs: Closing[] } | Refusal {
  const { read } = loaded;
  const { closings } = read.book;
  const unfinished = unfinishedRuns(closings);
  if (unfinished.length > 0) return { ok: false, problems: unfinished };
  const active = closings.filter(({ type, status }) => type !== 'Reversal' && status === 'Completed').reverse();
  const refused = (problem: Problem): Refusal => ({ ok: false, problems: [problem] });
  if (active.length === 0) return refused(about('NOTHING_TO_REVERSE', {}));
  const at = closing === undefined ? 0 : active.findIndex(({ id }) => idKey(id) === idKey(closing.trim()));
  if (at < 0) return refused(about('NOT_IN_FORCE', { closing: closing ?? '' }));
  if (at > 0 && !withLater) {
    const later = active.slice(0, at).map(({ id }) => id);
    return refused(about('LATER_RUNS', { closing: active[at].id, later: later.join(', ') }));
  }
  const runs = active.slice(0, at + 1);
  const problems = runs.flatMap((run) => whatKeeps(loaded, run));
  return problems.length > 0 ? { ok: false, problems } : { runs };
}

/**
 * Why a run can not be reversed. An archive posts nothing, so that its period may be closed; but while its rows are gone from
 * their table, taking it back would make them rows that somebody deleted.
 */
export function whatKeeps(loaded: Loaded, { id, type, day }: Closing): Problem[] {
  if (type !== 'Archive') return periodOf(loaded.read.book, day);
  const gone = goneOf(loaded, id);
  if (gone.length === 0) return [];
  return [
    about('ARCHIVED_GONE', { closing: id, count: String(gone.length), transactions: listOf(gone.map(String), 6) }),
  ];
}

/** Reverses one run, or goes on with that. */
export async function reverseOne(
  port: WorkbookPort,
  loaded: Loaded,
  run: Closing,
  options: Pick<ReverseOptions, 'note' | 'dryRun'>,
  env: Environment,
  begun?: BegunRun,
): Promise<ReversedRun> {
  const { read, tables } = loaded;
  const started = serialOf(env.now());
  const ids = begun ? idsOf(begun) : nextRun(read);
  const { date1904 } = await port.facts();
  const countered = counterRows(read, tables, run.id, ids, date1904);
  keepTakenBack(read, tables, run, ids, countered);
  const result: ReversedRun = {
    reversed: run.id,
    type: run.type,
    upTo: isoDay(run.day),
    by: ids.closing,
    marked: countered.reduce((sum, { changes }) => sum + changes.length, 0),
    added: countered.reduce((sum, { rows }) => sum + rows.count, 0),
    warnings: [],
    sheets: [],
  };
  if (options.dryRun) return result;

  const request: Omit<RunRequest, 'type'> & { type: 'Reversal' } = {
    type: 'Reversal',
    day: run.day,
    specification: read.book.parameters.specification,
    maximumThroughputs: read.book.parameters.maximumThroughputs,
    minimumThroughputAdjustment: 0,
  };
  const token = tokenFor(port, env);
  const input = await inTurns(digestSteps(tables), env.turn);
  const facts = { started, ...madeBy(env), note: options.note, input, ...token };
  const running = runningRow(read, request, ids, facts);
  running.columns.Reverses = [run.id];
  const reverses = { closing: run.id, row: read.existing.closingRows[read.book.closings.indexOf(run)] };
  const completed = figuresOf(read, countered, run, request);
  const writing = env.progress;
  const toWrite = { ids, token, running, parts: countered, completed, reverses, writing, begun };
  const { sheets, notes } = await writeRun(port, loaded, toWrite, env);
  return { ...result, warnings: notes, sheets };
}

/**
 * What the run had taken back of earlier provisional adjustments stays taken back (A19), and so does what later runs took
 * back of it. Its voucher, which is reversed as a whole, had both: so they are posted anew.
 */
function keepTakenBack(
  read: ReadBook,
  tables: Loaded['tables'],
  run: Closing,
  ids: RunIds,
  countered: readonly Countered[],
): void {
  const ledger = countered.find(({ rows }) => rows.table === LEDGER)!.rows;
  const highest = (read.existing.highest.get(LEDGER.name) ?? 0) + ledger.count;
  for (const values of stayingPostings(tables.get('Adjustments'), run.id, highest)) {
    ledger.add({
      ...values,
      Voucher: ids.voucher,
      Closing: ids.closing,
      Date: run.day,
      Text: `Provisional adjustments of ${run.id}, and that it took back, which stay taken back`,
      Status: 'Active',
    });
  }
}

/** The figures in the row of a reversal: inventory value before and after, and what was written. */
function figuresOf(
  read: ReadBook,
  countered: readonly Countered[],
  run: Closing,
  request: { readonly type: string; readonly day: number },
): Record<string, OutValue> {
  const { book, earlier } = read;
  const { amountDecimals, quantityDecimals } = book.parameters;
  const figures = new Figures(amountDecimals, quantityDecimals);
  const at = book.closings.indexOf(run);
  const { adjustments } = earlier;
  let adjustment = 0;
  for (let a = 0; a < adjustments.count; a++) if (adjustments.closing[a] === at) adjustment -= adjustments.amount[a];
  const worth = run.type === 'Close' ? worthAsClosed(book, run.day) : worthOf(book, run.day);
  const before = worth.reduce((sum, one) => sum + one, 0);
  const count = (table: string) => countered.find(({ rows }) => rows.table.name === table)?.rows.count ?? 0;
  const last = lastClose(book.closings);
  const rows = countered.map((one) => one.rows);
  return {
    Settlements: count('Settlements'),
    Adjustments: count('Adjustments'),
    'Value before': figures.amount(before),
    Adjustment: figures.amount(adjustment),
    'Value after': figures.amount(before + adjustment),
    'Log entries': count('CloseLog'),
    'Input fingerprint': last?.inputFingerprint ?? '',
    'Result fingerprint': fingerprint(last?.resultFingerprint ?? '', request, rows),
  };
}
