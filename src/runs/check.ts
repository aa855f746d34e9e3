import { type Day, NO_DAY } from '../book/days';
import type { Problem, Refusal } from '../book/problem';
import { inTurns } from '../book/steps';
import type { CostDeviation, OpenQuantity } from '../book/reports';
import { costPriceSteps, type CostPriceOptions } from '../settle/reports/cost-prices';
import { openQuantities } from '../settle/reports/open-quantities';
import type { WorkbookPort } from '../workbook/port';
import type { Environment } from './environment';
import { type Loaded, load } from './load';
import { obstacleSteps, unfinishedRuns } from './obstacles';
import { proposedFor } from './survey';
import { reportRows } from '../workbook/write/report-rows';
import { formatsOf } from './write-formats';

export interface CheckOptions {
  /** Not given: the date that the next close is proposed for. */
  readonly upTo?: Day;
  readonly showReceipts: boolean;
  readonly costPrices: CostPriceOptions;
}

/** What there is to look at before a close. */
export interface Checked {
  readonly ok: true;
  readonly loaded: Loaded;
  /** The date that was checked for; NO_DAY where no transaction has a date, so that no close is due. */
  readonly upTo: Day;
  /** What refuses the close, and what it would tell of. */
  readonly obstacles: readonly Problem[];
  readonly openQuantities: readonly OpenQuantity[];
  readonly costPrices: readonly CostDeviation[];
}

/** Everything that can be known before a close up to a day; or all that is wrong with the cells. Writes nothing. */
export async function check(port: WorkbookPort, options: CheckOptions, env: Environment): Promise<Checked | Refusal> {
  const found = await load(port, env);
  if (!found.ok) return found;
  const { read } = found.value;
  const upTo = options.upTo ?? proposedFor(read.book);
  const obstacles =
    upTo === NO_DAY
      ? unfinishedRuns(read.book.closings)
      : await inTurns(obstacleSteps(read, { type: 'Close', day: upTo }), env.turn);
  await env.turn?.();
  const open = openQuantities(read.book, upTo, options.showReceipts);
  await env.turn?.();
  const costPrices = await inTurns(costPriceSteps(read.book, upTo, options.costPrices), env.turn);
  return {
    ...{ ok: true, loaded: found.value, upTo, openQuantities: open, costPrices },
    obstacles: [...found.warnings, ...obstacles],
  };
}

/** Writes the two reports of a check as the tables OpenQuantities and CostPriceCheck, in place of what they held. */
export async function writeReports(port: WorkbookPort, checked: Checked, day: Day, env: Environment): Promise<void> {
  const writes = reportRows(checked.loaded.read, day, checked.openQuantities, checked.costPrices);
  await port.write(writes, formatsOf(checked.loaded.read), env.progress);
}
