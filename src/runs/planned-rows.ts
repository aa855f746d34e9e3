import { finish, type Steps } from '../book/steps';
import {
  ADJUSTMENTS,
  CLOSE_LOG,
  CLOSING_TRANSFERS,
  CLOSINGS,
  INVENTORY_VALUE,
  LEDGER,
  LOCKED_ROWS,
  SETTLEMENTS,
} from '../workbook/tables/results';
import type { ResultTable } from '../workbook/tables/spec';
import { nextRun } from '../workbook/write/closing-row';
import { lockedRowSteps } from '../workbook/write/locked-rows';
import type { Preview } from './preview';

/** Rows that a close would add to a table, and the sheet that they go to. */
export interface PlannedRows {
  readonly table: string;
  /** The sheet that the table stands on, or that would be made for it. */
  readonly sheet: string;
  readonly rows: number;
  readonly isNew: boolean;
}

/** What the run of a preview would write, table by table: the same numbers that the run itself returns. */
export function plannedRows(preview: Preview): PlannedRows[] {
  return finish(plannedRowSteps(preview));
}

/** The same in steps. */
export function* plannedRowSteps({ loaded, outcome }: Preview): Steps<PlannedRows[]> {
  const { slices, late, transfers, adjustments, ledger, log, inventoryValue } = outcome;
  const settlements = late.count + slices.settles.reduce((sum, one) => sum + one, 0);
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
      [LOCKED_ROWS, (yield* lockedRowSteps(loaded.read, outcome, nextRun(loaded.read))).count],
    );
  }
  return rows.map(([{ name, sheet }, count]) => {
    const there = [...loaded.tables.values()].find((table) => table.name.toLowerCase() === name.toLowerCase());
    return { table: name, sheet: there?.sheet ?? sheet, rows: count, isNew: there === undefined };
  });
}
