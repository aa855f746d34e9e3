import type { ClosingType } from '../book/book';
import { DAYS_1904, type Day, NO_DAY, serialOf } from '../book/days';
import { SPECIFICATIONS } from '../book/parameters';
import type { Checked, Problem, Refusal } from '../book/problem';
import type { TableCells, WorkbookPort } from '../workbook/port';
import { idKey } from '../workbook/read/ids';
import { CLOSINGS } from '../workbook/tables/results';
import { View } from '../workbook/write/counter-rows';
import { archivableIn } from './archive/archivable';
import { archive, type Archived, writeArchive } from './archive/archive';
import { BegunRun } from './begun';
import { carryOut, perform, type RunDone } from './carry-out';
import { namesOfList } from './chosen-items';
import { followUp, type Closed } from './close';
import type { Environment } from './environment';
import { bookOf, type Loaded, readTables } from './load';
import { about } from './obstacles';
import type { PausedRun } from './pause-run';
import type { RunOptions, RunPlan } from './request';
import { reverse, reverseOne, type ReversedRun } from './reverse';
import { rollback } from './rollback';
import { changedSince, digestOf } from './run-input';
import { tableOf, type UnfinishedRun, unfinishedIn } from './unfinished';

export interface ResumeOptions {
  /** Take the run back and do it anew, with the options that it had. */
  readonly startOver?: boolean;
  /** A recalculation up to today follows a close. */
  readonly recalculateAfter?: boolean;
}

/** A run that was brought to its end. */
export interface Resumed {
  readonly ok: true;
  readonly paused: false;
  readonly closing: string;
  readonly type: ClosingType;
  /** The run that was taken back to start over. */
  readonly instead?: string;
  /** Of a close or a recalculation what it did, for summaryOf. */
  readonly run?: Closed;
  /** Of a reversal. */
  readonly reversed?: ReversedRun;
  /** Of an archive. */
  readonly archived?: Archived;
}

/**
 * Goes on with a run that was paused or interrupted, from the workbook alone, and ends with the rows of a run that never
 * stopped (A18): it is computed again, and what is missing is written. Where the input was changed meanwhile it says which
 * cells, and does nothing; the run can then be started over.
 */
export async function resume(
  port: WorkbookPort,
  options: ResumeOptions,
  env: Environment,
): Promise<Resumed | PausedRun | Refusal> {
  const { facts, tables } = await readTables(port, env);
  const unfinished = unfinishedIn(tables);
  if (unfinished.length === 0) return refused(about('NOTHING_UNFINISHED', {}));
  const [run, second] = unfinished;
  if (second) return notResumable(run, `${second.closing} is unfinished too`);
  const row = rowOf(tableOf(tables, CLOSINGS.name)!, run, facts.date1904);
  if (!isPlanless(run) && !row.plan.ok) return row.plan;
  if (options.startOver) return startOver(port, run, row, options, env);

  const begun = new BegunRun(run, facts, tables);
  if (begun.isTakenBack) return refused(about('ROLLBACK_BEGUN', { closing: run.closing }));
  const changes = digestOf(tables) === row.input ? [] : changesOf(tables, run);
  if (changes.length > 0) return { ok: false, problems: changes };
  const before = await bookOf(begun.before, env);
  if (!before.ok) return before;
  if (run.type === 'Reversal') return resumeReversal(port, before.value, begun, row, env);
  if (run.type === 'Archive') return resumeArchive(port, before.value, begun, row, env);
  if (!row.plan.ok) return row.plan;
  const plan = withFollowing(row.plan.value, options);
  const job = { plan, loaded: before.value, doubts: before.warnings, started: row.started, begun };
  return ended(port, plan, await perform(port, job, env), env);
}

/** What follows the end of a run that was taken up again. */
async function ended(
  port: WorkbookPort,
  plan: RunPlan,
  done: RunDone | PausedRun | Refusal,
  env: Environment,
  instead?: string,
): Promise<Resumed | PausedRun | Refusal> {
  if (!done.ok || done.paused) return done;
  const run = plan.type === 'Close' ? await followUp(port, done, plan.options, env) : done;
  const closing = done.ids.closing;
  return { ok: true, paused: false, closing, type: plan.type, run, ...(instead === undefined ? {} : { instead }) };
}

async function resumeReversal(
  port: WorkbookPort,
  loaded: Loaded,
  begun: BegunRun,
  { note }: Row,
  env: Environment,
): Promise<Resumed | Refusal> {
  const { closing, reverses } = begun.run;
  const reversed = loaded.read.book.closings.find(({ id }) => idKey(id) === idKey(reverses));
  if (!reversed) return notResumable(begun.run, `the run ${reverses} that it reverses is gone`);
  const run = await reverseOne(port, loaded, reversed, { note, dryRun: false }, env, begun);
  return { ok: true, paused: false, closing, type: 'Reversal', reversed: run };
}

async function resumeArchive(
  port: WorkbookPort,
  loaded: Loaded,
  begun: BegunRun,
  { day, started, note }: Row,
  env: Environment,
): Promise<Resumed | Refusal> {
  const found = archivableIn(loaded, { upTo: day });
  if (!found.ok) return found;
  const archived = await writeArchive(port, found, { started, note }, env, begun);
  return archived.ok ? archiveEnded(archived) : archived;
}

function archiveEnded(archived: Archived, instead?: string): Resumed {
  const closing = archived.ids.closing;
  return { ok: true, paused: false, closing, type: 'Archive', archived, ...(instead === undefined ? {} : { instead }) };
}

/** A reversal and an archive say in their row all that they need: the run to be reversed, the day. */
const isPlanless = ({ type }: UnfinishedRun): boolean => type === 'Reversal' || type === 'Archive';

async function startOver(
  port: WorkbookPort,
  run: UnfinishedRun,
  row: Row,
  options: ResumeOptions,
  env: Environment,
): Promise<Resumed | PausedRun | Refusal> {
  const isReversal = run.type === 'Reversal';
  await rollback(port, env);
  const instead = run.closing;
  if (isReversal) {
    const done = await reverse(port, { closing: run.reverses, withLater: false, note: row.note, dryRun: false }, env);
    if (!done.ok) return done;
    const [reversed] = done.runs;
    return { ok: true, paused: false, closing: reversed.by, type: 'Reversal', reversed, instead };
  }
  if (run.type === 'Archive') {
    const archived = await archive(port, { upTo: row.day, note: row.note }, env);
    return archived.ok ? archiveEnded(archived, instead) : archived;
  }
  if (!row.plan.ok) return row.plan;
  const plan = withFollowing(row.plan.value, options);
  return ended(port, plan, await carryOut(port, plan, env), env, instead);
}

const refused = (problem: Problem): Refusal => ({ ok: false, problems: [problem] });
const notResumable = ({ closing }: UnfinishedRun, cause: string): Refusal =>
  refused(about('NOT_RESUMABLE', { closing, cause }));

const withFollowing = (plan: RunPlan, { recalculateAfter = false }: ResumeOptions): RunPlan =>
  plan.type === 'Close' ? { ...plan, options: { ...plan.options, recalculateAfter } } : plan;

/** What was changed since the run stopped. One that was not paused has not kept its input: then it is known only that. */
function changesOf(tables: ReadonlyMap<string, TableCells>, { closing }: UnfinishedRun): readonly Problem[] {
  const changes = changedSince(tables, closing);
  if (changes && changes.length > 0) return changes;
  const words = { what: 'The input', closing, before: 'what the run computed from', after: 'something else' };
  return [about('INPUT_CHANGED', words)];
}

/** What the row of a run in Closings says of what was asked for. */
interface Row {
  readonly plan: Checked<RunPlan>;
  readonly day: Day;
  readonly started: number;
  readonly note: string;
  readonly input: string;
}

function rowOf(closings: TableCells, run: UnfinishedRun, date1904: boolean): Row {
  const view = new View(closings, date1904);
  const text = (name: string): string => view.text(run.row, name).trim();
  const number = (name: string): number | undefined => {
    const value = view.at(run.row, name);
    return typeof value === 'number' ? value : undefined;
  };
  const shift = date1904 ? DAYS_1904 : 0;
  const started = number('Started');
  const note = text('Note');
  return {
    plan: planOf(run, text, number, shift),
    day: (number('Date') ?? NO_DAY - shift) + shift,
    started: started === undefined ? serialOf(0) : started + shift,
    note,
    input: text('Input fingerprint'),
  };
}

function planOf(
  run: UnfinishedRun,
  text: (name: string) => string,
  number: (name: string) => number | undefined,
  shift: number,
): Checked<RunPlan> {
  const specification = SPECIFICATIONS.find((one) => one === text('Specification'));
  const [day, most, least] = ['Date', 'Maximum throughputs', 'Minimum throughput adjustment'].map(number);
  const [items, itemGroups] = ['Items', 'Item groups'].map((name) => namesOfList(text(name)));
  const { type } = run;
  if (type !== 'Close' && type !== 'Recalculation') {
    return notResumable(run, `a run of the type ${type} is not taken up again`);
  }
  if (!specification || day === undefined || most === undefined || least === undefined || !items || !itemGroups) {
    return notResumable(run, 'its row in the table Closings no longer says what was asked for');
  }
  const options: RunOptions = {
    upTo: day + shift,
    specification,
    maximumThroughputs: most,
    minimumThroughputAdjustment: least,
    note: text('Note'),
  };
  const chosen = {
    ...(items.length > 0 ? { items } : {}),
    ...(itemGroups.length > 0 ? { itemGroups } : {}),
  };
  const plan: RunPlan = type === 'Close' ? { type, options } : { type, options: { ...options, ...chosen } };
  return { ok: true, value: plan, warnings: [] };
}
