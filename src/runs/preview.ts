import type { Book } from '../book/book';
import type { Outcome, RunRequest } from '../book/outcome';
import { RangeOfFigures } from '../book/decimals';
import { messageOf, remedyOf } from '../book/log';
import type { Problem, Refusal } from '../book/problem';
import { openPartOf } from '../settle/aside/open-part';
import { settleSteps } from '../settle/run';
import type { Progress, WorkbookPort } from '../workbook/port';
import type { ReadBook } from '../workbook/read/read-book';
import type { Environment } from './environment';
import { type Loaded, load } from './load';
import { itemsOf } from './chosen-items';
import { obstaclesTo, periodOf } from './obstacles';
import { dayOfFollowing, problemsOfOptions, requestOf, type RunOptions, type RunPlan } from './request';

/** What a close or a recalculation up to a day would do. Nothing is written. */
export interface Preview {
  readonly ok: true;
  readonly loaded: Loaded;
  readonly outcome: Outcome;
  readonly warnings: readonly Problem[];
}

/** Computes a close and writes nothing (A22): the same outcome as the close itself, or the reasons why there is none. */
export function preview(port: WorkbookPort, options: RunOptions, env: Environment): Promise<Preview | Refusal> {
  return previewRun(port, { type: 'Close', options }, env);
}

/** The same for any run that is computed. */
export async function previewRun(port: WorkbookPort, plan: RunPlan, env: Environment): Promise<Preview | Refusal> {
  const loaded = await load(port, env);
  return loaded.ok ? previewOf(loaded.value, loaded.warnings, plan, env) : loaded;
}

/** The same of a workbook that was read. */
export async function previewOf(
  loaded: Loaded,
  doubts: readonly Problem[],
  plan: RunPlan,
  env: Environment,
): Promise<Preview | Refusal> {
  const { read } = loaded;
  const { request, problems } = requestFor(read, plan);
  const found = obstaclesTo(read, request);
  const errors = [
    ...problemsOfOptions(plan.options, read.book.parameters),
    ...problemsOfFollowing(plan, read.book, env),
    ...problems,
    ...found.filter(({ severity }) => severity === 'Error'),
  ];
  if (errors.length > 0) return { ok: false, problems: errors };
  const outcome = await compute(read.book, request, env);
  if ('problems' in outcome) return outcome;
  // What the log of the run tells as well is not told twice.
  const told = new Set<string>(outcome.log.map(({ code }) => code));
  const warnings = [...doubts, ...found].filter(({ severity, code }) => severity === 'Warning' && !told.has(code));
  return { ok: true, loaded, outcome, warnings };
}

/** What the engine is asked for, and what of the choice is unknown. */
export function requestFor({ book }: ReadBook, plan: RunPlan): { request: RunRequest; problems: Problem[] } {
  const { items, problems } = itemsOf(book, plan.type === 'Recalculation' ? plan.options : {});
  return { request: requestOf(plan.type, plan.options, book.parameters, items), problems };
}

/** A recalculation that is to follow needs an open period too: that is known before the close. */
function problemsOfFollowing(plan: RunPlan, book: Book, env: Environment): Problem[] {
  if (plan.type !== 'Close' || !plan.options.recalculateAfter) return [];
  const following = dayOfFollowing(plan.options.upTo, env.now());
  return following === plan.options.upTo ? [] : periodOf(book, following);
}

/** Computes here or where the environment says. A figure that leaves the exact range is a refusal, not a fault. */
async function compute(book: Book, request: RunRequest, env: Environment): Promise<Outcome | Refusal> {
  try {
    const part = openPartOf(book);
    return part.inWhole(await (env.settle ?? settleHere)(part.book, request, env.progress));
  } catch (error) {
    if (!(error instanceof RangeOfFigures)) throw error;
    return {
      ok: false,
      problems: [
        {
          code: 'OUT_OF_RANGE',
          severity: 'Error',
          cell: '',
          content: '',
          message: messageOf('OUT_OF_RANGE', { what: error.what }),
          remedy: remedyOf('OUT_OF_RANGE'),
        },
      ],
    };
  }
}

/** Runs the engine step by step, so that progress is shown and the work can be stopped between the steps. */
export async function settleHere(book: Book, request: RunRequest, progress: Progress | undefined): Promise<Outcome> {
  const steps = settleSteps(book, request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await progress?.('Settling', step.value.done, step.value.total);
  }
}
