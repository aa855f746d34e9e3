import type { Closing } from '../book/book';
import type { Problem } from '../book/problem';
import type { WorkbookPort } from '../workbook/port';
import { WorkbookRefusal } from '../workbook/refusal';
import { checksPage, CHECKS } from '../workbook/sheets/checks';
import type { InputFacts } from '../workbook/sheets/input-checks';
import type { NewRows } from '../workbook/write/rows';
import { TableColumns } from '../workbook/write/table-columns';
import type { Loaded } from './load';
import { formatsOf } from './write-results';

/** What a run leaves behind, for the sheets that an auditor checks it by. */
export interface RunLeft {
  /** All runs as they are once this one has ended, oldest first. */
  readonly closings: readonly Closing[];
  /** The tables as they were read, with changed cells, and the rows that were added. */
  readonly tables: Loaded['tables'];
  readonly added: readonly NewRows[];
}

/** Refuses, before a run writes anything, sheets that have the name of one of ours and are not ours. */
export async function refuseForeignSheets(port: WorkbookPort): Promise<void> {
  await port.pages?.refuseForeign([CHECKS]);
}

/**
 * Writes the sheets for auditors anew, when the run is complete: they can be written again at any time, and no run fails by
 * them. What could not be written is returned as a warning.
 */
export async function writeAuditSheets(port: WorkbookPort, { read }: Loaded, left: RunLeft): Promise<Problem[]> {
  if (!port.pages) return [];
  const { date1904 } = await port.facts();
  const formats = formatsOf(read);
  const tables = new TableColumns(left.tables, left.added);
  const page = checksPage({ tables, closings: left.closings, formats, date1904 }, inputFacts(read.book.items));
  try {
    await port.pages.write([page], formats);
    return [];
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    return error.problems.map((problem) => ({
      ...problem,
      severity: 'Warning',
      message: `${AFTER} ${problem.message}`,
    }));
  }
}

const AFTER = 'The run is complete, but its sheets for auditors could not be written.';

function inputFacts(items: Loaded['read']['book']['items']): InputFacts {
  const slips = items.filter(({ includePhysicalValue }) => includePhysicalValue).length;
  return { slips: slips === 0 ? 'none' : slips === items.length ? 'all' : 'some' };
}
