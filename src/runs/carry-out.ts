import { serialOf } from '../book/days';
import type { Problem, Refusal } from '../book/problem';
import { cellAddress } from '../workbook/cells';
import type { WorkbookPort } from '../workbook/port';
import { INPUT_TABLES } from '../workbook/tables/input';
import { CLOSINGS } from '../workbook/tables/results';
import { nextRun, type RunFacts } from '../workbook/write/closing-row';
import type { RunIds } from '../workbook/write/outcome-rows';
import { type BegunRun, idsOf } from './begun';
import { listOfNames } from './chosen-items';
import type { Environment } from './environment';
import { columnOf } from './find-rows';
import { load, type Loaded } from './load';
import { changedMeanwhile } from './meanwhile';
import { tokenFor } from './own-run';
import { type PausedRun, pauseRun } from './pause-run';
import { Pauses, Pausing } from './pausing';
import { type Preview, previewOf } from './preview';
import type { RunPlan } from './request';
import { digestOf } from './run-input';
import { writeResults } from './write-results';

/** What a close or a recalculation wrote. */
export interface RunDone extends Preview {
  readonly paused: false;
  readonly ids: RunIds;
  /** Rows of the run, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The sheets for auditors that were written: Checks, and the summary of the run. */
  readonly sheets: readonly string[];
}

/** Carries out a close or a recalculation: computes it, and writes the result tables. Refused, it changes nothing. */
export async function carryOut(
  port: WorkbookPort,
  plan: RunPlan,
  env: Environment,
): Promise<RunDone | PausedRun | Refusal> {
  const started = serialOf(env.now());
  const found = await load(port, env);
  if (!found.ok) return found;
  return perform(port, { plan, loaded: found.value, doubts: found.warnings, started }, env);
}

/** A run with what it begins from; `begun` where it goes on, and `loaded` is then the workbook as it was before it. */
export interface Job {
  readonly plan: RunPlan;
  readonly loaded: Loaded;
  readonly doubts: readonly Problem[];
  readonly started: number;
  readonly begun?: BegunRun;
}

/** Computes and writes a run, until it is done or asked to pause. */
export async function perform(port: WorkbookPort, job: Job, env: Environment): Promise<RunDone | PausedRun | Refusal> {
  const { plan, loaded, begun } = job;
  const ids = begun ? idsOf(begun) : nextRun(loaded.read);
  const facts = factsOf(port, job, env);
  const pauses = new Pauses(env);
  let found: Preview | Refusal;
  try {
    found = await previewOf(loaded, job.doubts, plan, pauses.computing());
  } catch (error) {
    if (!(error instanceof Pausing)) throw error;
    const problems = await whatRefuses(port, job, env);
    if (problems.length > 0) return { ok: false, problems };
    return pauseRun(
      port,
      { plan, loaded, ids, facts, isWritten: begun !== undefined, row: rowOf(job, ids) },
      error,
      env,
    );
  }
  if (!found.ok) return found;
  const problems = await whatRefuses(port, job, env);
  if (problems.length > 0) return { ok: false, problems };
  try {
    const { writing } = pauses;
    const left = await writeResults(port, loaded, found.outcome, ids, facts, env, { writing, begun });
    const { rows, sheets, notes } = left;
    return { ...found, paused: false, ids, rows, sheets, warnings: [...found.warnings, ...notes] };
  } catch (error) {
    if (!(error instanceof Pausing)) throw error;
    return pauseRun(port, { plan, loaded, ids, facts, isWritten: true, row: rowOf(job, ids) }, error, env);
  }
}

const rowOf = ({ begun }: Job, ids: RunIds): number => begun?.run.row ?? ids.closingRow - 1;

function factsOf(port: WorkbookPort, { plan, loaded, started }: Job, env: Environment): RunFacts {
  const { note = '' } = plan.options;
  const input = digestOf(loaded.tables);
  return { started, version: env.version, note, input, ...textsOf(plan), ...tokenFor(port, env) };
}

/** What was found since the workbook was read, and before anything is written. */
async function whatRefuses(
  port: WorkbookPort,
  { plan, loaded, begun }: Job,
  env: Environment,
): Promise<readonly Problem[]> {
  const missing = missingColumns(loaded, plan);
  if (missing.length > 0) return missing;
  // Of a run that goes on the result tables were read as they were before it began.
  const inputs = [...loaded.tables].filter(([name]) => !begun || INPUT_NAMES.has(name));
  return changedMeanwhile(port, { tables: new Map(inputs) }, env);
}

const INPUT_NAMES: ReadonlySet<string> = new Set(INPUT_TABLES.map(({ name }) => name));

/** What was chosen, as the row of the run keeps it. */
function textsOf(plan: RunPlan): { items?: string; itemGroups?: string } {
  const { items = [], itemGroups = [] } = plan.type === 'Recalculation' ? plan.options : {};
  return {
    ...(items.length > 0 ? { items: listOfNames(items) } : {}),
    ...(itemGroups.length > 0 ? { itemGroups: listOfNames(itemGroups) } : {}),
  };
}

/** What was chosen must be readable from the run's row, or a run that was interrupted could not be resumed. */
function missingColumns({ tables }: Loaded, plan: RunPlan): Problem[] {
  const closings = tables.get(CLOSINGS.name);
  if (!closings) return [];
  return Object.keys(textsOf(plan))
    .map((name) => (name === 'items' ? 'Items' : 'Item groups'))
    .filter((name) => columnOf(closings, name) < 0)
    .map((name) => ({
      code: 'RESULT_DAMAGED',
      severity: 'Error',
      cell: cellAddress(closings.sheet, closings.headerRow, closings.firstColumn),
      content: '',
      message: `The table Closings has no column ${name}, which came with a later version of this program.`,
      remedy: `Insert a column named ${name} into the table Closings; its old rows stay blank.`,
    }));
}
