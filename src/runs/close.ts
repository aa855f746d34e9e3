import { serialOf } from '../book/days';
import type { Problem, Refusal } from '../book/problem';
import type { WorkbookPort } from '../workbook/port';
import { nextRun } from '../workbook/write/closing-row';
import type { RunIds } from '../workbook/write/result-rows';
import type { Environment } from './environment';
import { changedMeanwhile } from './meanwhile';
import { tokenFor } from './own-run';
import { type Preview, preview } from './preview';
import type { RunOptions } from './request';
import { writeResults } from './write-results';

/** What a close wrote. */
export interface Closed extends Preview {
  readonly ids: RunIds;
  /** Rows written, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Closes inventory up to a day and writes the result tables (A16), or says why not; then nothing is changed. */
export async function close(port: WorkbookPort, options: RunOptions, env: Environment): Promise<Closed | Refusal> {
  const started = serialOf(env.now());
  const found = await preview(port, options, env);
  if (!found.ok) return found;
  const changed = await changedMeanwhile(port, found.loaded, env);
  if (changed.length > 0) return { ok: false, problems: changed };
  const ids = nextRun(found.loaded.read);
  const run = { started, version: env.version, note: options.note ?? '', ...tokenFor(port, env) };
  const notes: Problem[] = [];
  const rows = await writeResults(port, found.loaded, found.outcome, ids, run, env, notes);
  return { ...found, ids, rows, warnings: [...found.warnings, ...notes] };
}
