import type { InflatedIssue } from '../book/reports';
import type { Refusal } from '../book/problem';
import type { Revaluation } from '../settle/reports/postings';
import { checkRunningAverages, type RunningAverageOptions } from '../settle/reports/running-average';
import type { WorkbookPort } from '../workbook/port';
import type { ReadBook } from '../workbook/read/read-book';
import type { Environment } from './environment';
import { type Loaded, load } from './load';

/** Issues that were posted at spoilt running averages, the largest excess first. */
export interface RunningAverageReport {
  readonly ok: true;
  readonly loaded: Loaded;
  readonly issues: readonly InflatedIssue[];
}

/** Looks at all postings of a workbook for issues that negative stock has made too dear, or too cheap. Writes nothing. */
export async function reportRunningAverages(
  port: WorkbookPort,
  options: RunningAverageOptions,
  env: Environment,
): Promise<RunningAverageReport | Refusal> {
  const found = await load(port, env);
  if (!found.ok) return found;
  const { read } = found.value;
  const issues = checkRunningAverages(read.book, revaluationsOf(read), options);
  const bySize = [...issues].sort((a, b) => Math.abs(b.excess) - Math.abs(a.excess) || a.transaction - b.transaction);
  return { ok: true, loaded: found.value, issues: bySize };
}

/** What the runs in force have changed of the value on hand of each cost key, on the day of each. */
export function revaluationsOf({ book, earlier: { adjustments } }: ReadBook): Revaluation[] {
  const sums = new Map<string, Revaluation>();
  for (let i = 0; i < adjustments.count; i++) {
    const { day } = book.closings[adjustments.closing[i]];
    const key = book.transactions.key[adjustments.transaction[i]];
    const name = `${day} ${key}`;
    sums.set(name, { day, key, amount: (sums.get(name)?.amount ?? 0) + adjustments.amount[i] });
  }
  return [...sums.values()];
}
