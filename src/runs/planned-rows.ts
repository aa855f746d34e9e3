import type { Steps } from '../book/steps';
import {
  ADJUSTMENTS,
  CLOSE_LOG,
  CLOSING_TRANSFERS,
  CLOSINGS,
  INVENTORY_VALUE,
  LEDGER,
  LOCKED_ROWS,
  RESULT_TABLES,
  SETTLEMENTS,
} from '../workbook/tables/results';
import { CHECKS } from '../workbook/sheets/checks';
import { summaryMark } from '../workbook/sheets/summary';
import type { ResultTable } from '../workbook/tables/spec';
import { nextRun } from '../workbook/write/closing-row';
import { lockedCountSteps } from '../workbook/write/locked-rows';
import { settledCount } from '../workbook/write/settlement-rows';
import type { RunDone } from './carry-out';
import type { Preview } from './preview';

/** Rows that a close would add to a table, and the sheet that they go to. */
export interface PlannedRows {
  readonly table: string;
  /** The sheet that the table stands on, or that would be made for it. */
  readonly sheet: string;
  readonly rows: number;
  readonly isNew: boolean;
}

/** What a run wrote, table by table. */
export function writtenRows({ loaded, rows }: RunDone): PlannedRows[] {
  return RESULT_TABLES.filter((table) => table === CLOSINGS || Object.hasOwn(rows, table.name)).map((table) => ({
    ...placeOf(table, loaded),
    rows: table === CLOSINGS ? 1 : rows[table.name],
  }));
}

/** The sheets for auditors that the run of a preview would write. */
export function plannedSheets({ loaded: { read } }: Preview): string[] {
  const summary = read.book.parameters.summarySheets ? [summaryMark(nextRun(read).closing).sheet] : [];
  return [CHECKS.sheet, ...summary];
}

/** What the run of a preview would write, table by table and in steps: the same numbers that the run itself returns. */
export function* plannedRowSteps({ loaded, outcome }: Preview): Steps<PlannedRows[]> {
  const { slices, late, transfers, adjustments, ledger, log, inventoryValue } = outcome;
  const settlements = late.count + settledCount(slices);
  const rows: [ResultTable, number][] = [
    [CLOSINGS, 1],
    [SETTLEMENTS, settlements],
    [ADJUSTMENTS, adjustments.count],
    [LEDGER, ledger.length],
    [CLOSE_LOG, log.length],
  ];
  if (outcome.request.type === 'Close') {
    rows.push(
      [INVENTORY_VALUE, inventoryValue.length],
      [CLOSING_TRANSFERS, 2 * transfers.count],
      [LOCKED_ROWS, yield* lockedCountSteps(loaded.read, outcome)],
    );
  }
  return rows.map(([table, count]) => ({ ...placeOf(table, loaded), rows: count }));
}

function placeOf({ name, sheet }: ResultTable, { tables }: Preview['loaded']): Omit<PlannedRows, 'rows'> {
  const there = [...tables.values()].find((table) => table.name.toLowerCase() === name.toLowerCase());
  return { table: name, sheet: there?.sheet ?? sheet, isNew: there === undefined };
}
