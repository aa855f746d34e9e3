import type { Closing } from '../../book/book';
import { DAYS_1904, isoDay } from '../../book/days';
import type { Formats } from '../port';
import type { TableColumns } from '../write/table-columns';
import { type Live, LiveTables } from './live';

/** A workbook as the sheets for auditors see it: its tables and runs as they are once the run has ended. */
export interface AuditState {
  readonly tables: TableColumns;
  /** All runs, oldest first. */
  readonly closings: readonly Closing[];
  readonly formats: Formats;
  readonly date1904: boolean;
}

/** The same with figures that can be asked of it. */
export class Audit {
  readonly live: LiveTables;
  readonly tables: TableColumns;
  readonly closings: readonly Closing[];
  readonly formats: Formats;

  constructor(private readonly state: AuditState) {
    this.tables = state.tables;
    this.closings = state.closings;
    this.formats = state.formats;
    this.live = new LiveTables(state.tables, state.formats);
  }

  /** Runs that are in force, oldest first. A reversal takes back, and is not in force itself. */
  inForce(): Closing[] {
    return this.closings.filter(({ type, status }) => type !== 'Reversal' && status === 'Completed');
  }

  /** A day as a formula that is right in both date systems, and as a serial of this workbook. */
  day({ day }: Closing): Live {
    return {
      formula: `DATE(${isoDay(day).split('-').map(Number).join(',')})`,
      value: this.state.date1904 ? day - DAYS_1904 : day,
    };
  }

  /** The texts of a column, blanks left out. */
  texts(table: string, column: string): string[] {
    return this.tables
      .parts(table, column)
      .flatMap((part) => part.filter((cell) => cell !== null && cell !== '').map(String));
  }

  /** Rows of a table, blank ones included. */
  rows(table: string, column: string): number {
    return this.tables.parts(table, column).reduce((sum, part) => sum + part.length, 0);
  }
}
