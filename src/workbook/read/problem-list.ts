import type { Problem } from '../../book/problem';
import { addressInBody, rowsOnSheet } from '../body-address';
import { columnLetters, contentOf, quoteSheet, type CellValue } from '../cells';
import type { TablePlace } from '../port';

/** What can be wrong with the cells of a workbook. Stable, for scripts. */
export type InputCode =
  | 'MISSING_TABLE'
  | 'MISSING_COLUMN'
  | 'DUPLICATE_HEADER'
  | 'RESERVED_HEADER'
  | 'CELLS_BELOW'
  | 'CELL_ERROR'
  | 'NOT_CALCULATED'
  | 'BLANK'
  | 'NOT_A_NUMBER'
  | 'AMBIGUOUS_NUMBER'
  | 'TOO_FINE'
  | 'TOO_LARGE'
  | 'OUT_OF_BOUNDS'
  | 'NOT_A_DATE'
  | 'AMBIGUOUS_DATE'
  | 'NOT_AN_ID'
  | 'NOT_A_CHOICE'
  | 'DUPLICATE_ID'
  | 'UNKNOWN_ID'
  | 'ZERO_QUANTITY'
  | 'NO_FINANCIAL_COST'
  | 'SIGN'
  | 'TYPE_SIGN'
  | 'MARK'
  | 'COST_SOURCE'
  | 'PERIOD'
  | 'UNKNOWN_PARAMETER'
  | 'RESULT_DAMAGED'
  | 'LOCKED_ADDED'
  | 'LOCKED_CHANGED'
  | 'LOCKED_DELETED';

/** A column of a table with its cells. */
export interface ColumnView {
  readonly table: TablePlace;
  /** The header as the contract names it. */
  readonly name: string;
  /** Place in the table, from 0. */
  readonly index: number;
  readonly cells: readonly CellValue[];
  /** Result tables are written by the program: whatever is wrong with their cells was done to them afterwards. */
  readonly result: boolean;
}

/** How many problems of one code are listed for one column; the rest is summed up in one line. */
export const LISTED = 200;

const RESULT_REMEDY =
  'Result tables are written by the program. Put the cell back as it was (or go back to an earlier copy of the workbook).';

/** The address of a cell in a column, by its body row from 0. */
export function addressIn(column: ColumnView, row: number): string {
  return addressInBody(column.table, row, column.index);
}

/** Gathers the problems of a workbook: all of them, but not a hundred thousand times the same. */
export class ProblemList {
  private readonly problems: Problem[] = [];
  private readonly counts = new Map<string, { problem: Problem; column: ColumnView; count: number }>();
  private errors = 0;

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  /** Adds a problem of a cell. In a result table it is damage, whatever is wrong. */
  at(
    column: ColumnView,
    row: number,
    code: InputCode,
    message: string,
    remedy: string,
    severity: Problem['severity'] = 'Error',
  ): void {
    if (severity === 'Error') this.errors += 1;
    const key = `${code} ${column.table.name} ${column.index}`;
    const seen = this.counts.get(key);
    if (seen && seen.count >= LISTED) {
      seen.count += 1;
      return;
    }
    const problem: Problem = {
      code: column.result ? 'RESULT_DAMAGED' : code,
      severity,
      cell: addressIn(column, row),
      content: contentOf(column.cells[row] ?? null),
      message,
      remedy: column.result ? RESULT_REMEDY : remedy,
    };
    this.problems.push(problem);
    if (seen) seen.count += 1;
    else this.counts.set(key, { problem, column, count: 1 });
  }

  /** Adds a problem that is no single cell's, as it is. */
  add(problem: Problem): void {
    if (problem.severity === 'Error') this.errors += 1;
    this.problems.push(problem);
  }

  /** Whether a cell of this column was found wrong. */
  touches(column: ColumnView): boolean {
    return [...this.counts.values()].some((seen) => seen.column === column && seen.problem.severity === 'Error');
  }

  /** All problems, in the order in which they were found; sums of those not listed come last. */
  list(): Problem[] {
    const rest: Problem[] = [];
    for (const { problem, column, count } of this.counts.values()) {
      if (count <= LISTED) continue;
      const more = count - LISTED;
      rest.push({
        ...problem,
        cell: columnRange(column),
        content: '',
        message: `${more} more ${more === 1 ? 'cell' : 'cells'} of ${column.table.name}[${column.name}] ${more === 1 ? 'has' : 'have'} this problem (${problem.code}); the first ${LISTED} are listed.`,
      });
    }
    return [...this.problems, ...rest];
  }
}

function columnRange(column: ColumnView): string {
  const { sheet, headerRow, firstColumn } = column.table;
  const letters = columnLetters(firstColumn + column.index);
  return `${quoteSheet(sheet)}!${letters}${headerRow + 1}:${letters}${headerRow + Math.max(rowsOnSheet(column.table), 1)}`;
}
