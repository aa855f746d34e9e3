import type { Day } from '../book/days';
import type { Problem, Refusal } from '../book/problem';
import type { CostDeviation, OpenQuantity } from '../book/reports';
import { checkCostPrices, type CostPriceOptions } from '../settle/reports/cost-prices';
import { openQuantities } from '../settle/reports/open-quantities';
import type { WorkbookPort } from '../workbook/port';
import type { Environment } from './environment';
import { type Loaded, load } from './load';
import { obstaclesToClose } from './obstacles';
import { reportRows } from '../workbook/write/report-rows';
import { formatsOf } from './write-formats';

export interface CheckOptions {
  readonly upTo: Day;
  readonly showReceipts: boolean;
  readonly costPrices: CostPriceOptions;
}

/** What there is to look at before a close. */
export interface Checked {
  readonly ok: true;
  readonly loaded: Loaded;
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
  return {
    ok: true,
    loaded: found.value,
    obstacles: [...found.warnings, ...obstaclesToClose(read, options.upTo)],
    openQuantities: openQuantities(read.book, options.upTo, options.showReceipts),
    costPrices: checkCostPrices(read.book, options.upTo, options.costPrices),
  };
}

/** Writes the two reports of a check as the tables OpenQuantities and CostPriceCheck, in place of what they held. */
export async function writeReports(port: WorkbookPort, checked: Checked, day: Day, env: Environment): Promise<void> {
  const writes = reportRows(checked.loaded.read, day, checked.openQuantities, checked.costPrices);
  await port.write(writes, formatsOf(checked.loaded.read), env.progress);
}
