import { serialOf } from '../book/days';
import type { Problem, Refusal } from '../book/problem';
import { cellAddress } from '../workbook/cells';
import type { WorkbookPort } from '../workbook/port';
import { CLOSINGS } from '../workbook/tables/results';
import { nextRun } from '../workbook/write/closing-row';
import type { RunIds } from '../workbook/write/result-rows';
import { listOfNames } from './chosen-items';
import type { Environment } from './environment';
import { columnOf } from './find-rows';
import type { Loaded } from './load';
import { changedMeanwhile } from './meanwhile';
import { tokenFor } from './own-run';
import { type Preview, previewRun } from './preview';
import type { RunPlan } from './request';
import { writeResults } from './write-results';

/** What a close or a recalculation wrote. */
export interface RunDone extends Preview {
  readonly ids: RunIds;
  /** Rows written, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Carries out a close or a recalculation: computes it, and writes the result tables. Refused, it changes nothing. */
export async function carryOut(port: WorkbookPort, plan: RunPlan, env: Environment): Promise<RunDone | Refusal> {
  const started = serialOf(env.now());
  const found = await previewRun(port, plan, env);
  if (!found.ok) return found;
  const changed = await changedMeanwhile(port, found.loaded, env);
  if (changed.length > 0) return { ok: false, problems: changed };
  const missing = missingColumns(found.loaded, plan);
  if (missing.length > 0) return { ok: false, problems: missing };
  const ids = nextRun(found.loaded.read);
  const { note = '' } = plan.options;
  const run = { started, version: env.version, note, ...textsOf(plan), ...tokenFor(port, env) };
  const notes: Problem[] = [];
  const rows = await writeResults(port, found.loaded, found.outcome, ids, run, env, notes);
  return { ...found, ids, rows, warnings: [...found.warnings, ...notes] };
}

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
