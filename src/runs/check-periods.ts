import { type Closing, lastClose, type Period } from '../book/book';
import type { Problem, Refusal } from '../book/problem';
import type { WorkbookPort } from '../workbook/port';
import { findLockedChanges } from '../workbook/read/locked-changes';
import type { Environment } from './environment';
import { load } from './load';

/** A period of the table Periods, and the close in force that has locked all of it. */
export interface CheckedPeriod extends Period {
  readonly closing: string | undefined;
}

/** What is closed, and what was done to it since. */
export interface PeriodCheck {
  readonly ok: true;
  /** Rows, items and parameters that are not as they were locked (A16). Until they are put right no run can begin. */
  readonly changes: readonly Problem[];
  /** Undefined where rows that were changed leave no book to be read. */
  readonly found: { readonly lastClose: Closing | undefined; readonly periods: readonly CheckedPeriod[] } | undefined;
}

const LOCK_CODES: readonly string[] = ['LOCKED_ADDED', 'LOCKED_CHANGED', 'LOCKED_DELETED'];

/**
 * Looks for rows that were added, changed or deleted on or before the last close, and tells which periods are closed. Reads
 * only. Refused where cells are wrong in other ways: what can not be read can not be compared.
 */
export async function checkPeriods(port: WorkbookPort, env: Environment): Promise<PeriodCheck | Refusal> {
  const loaded = await load(port, env);
  if (!loaded.ok) {
    const changes = loaded.problems.filter(({ code }) => LOCK_CODES.includes(code));
    return changes.length < loaded.problems.length ? loaded : { ok: true, changes, found: undefined };
  }
  const { read } = loaded.value;
  const { closings, periods } = read.book;
  const closes = closings.filter(({ type, status }) => type === 'Close' && status === 'Completed');
  return {
    ok: true,
    changes: findLockedChanges(read),
    found: {
      lastClose: lastClose(closings),
      periods: periods.map((period) => ({ ...period, closing: closes.find(({ day }) => day >= period.to)?.id })),
    },
  };
}
