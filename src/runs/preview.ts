import type { Book } from '../book/book';
import type { Outcome, RunRequest } from '../book/outcome';
import { RangeOfFigures } from '../book/decimals';
import { messageOf, remedyOf } from '../book/log';
import type { Problem, Refusal } from '../book/problem';
import { settleSteps } from '../settle/run';
import type { Progress, WorkbookPort } from '../workbook/port';
import type { Environment } from './environment';
import { type Loaded, load } from './load';
import { obstaclesToClose } from './obstacles';
import { problemsOfOptions, requestOf, type RunOptions } from './request';

/** What a close up to a day would do. Nothing is written. */
export interface Preview {
  readonly ok: true;
  readonly loaded: Loaded;
  readonly outcome: Outcome;
  readonly warnings: readonly Problem[];
}

/** Computes a close and writes nothing (A22): the same outcome as the close itself, or the reasons why there is none. */
export async function preview(port: WorkbookPort, options: RunOptions, env: Environment): Promise<Preview | Refusal> {
  const loaded = await load(port, env);
  if (!loaded.ok) return loaded;
  const { read } = loaded.value;
  const found = obstaclesToClose(read, options.upTo);
  const errors = [
    ...problemsOfOptions(options, read.book.parameters),
    ...found.filter(({ severity }) => severity === 'Error'),
  ];
  if (errors.length > 0) return { ok: false, problems: errors };
  const outcome = await compute(loaded.value, options, env);
  if ('problems' in outcome) return outcome;
  // What the log of the run tells as well is not told twice.
  const told = new Set<string>(outcome.log.map(({ code }) => code));
  const warnings = [...loaded.warnings, ...found].filter(
    ({ severity, code }) => severity === 'Warning' && !told.has(code),
  );
  return { ok: true, loaded: loaded.value, outcome, warnings };
}

/** Computes here or where the environment says. A figure that leaves the exact range is a refusal, not a fault. */
async function compute({ read }: Loaded, options: RunOptions, env: Environment): Promise<Outcome | Refusal> {
  const request = requestOf('Close', options, read.book.parameters);
  try {
    return await (env.settle ?? settleHere)(read.book, request, env.progress);
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
