import { messageOf, remedyOf } from '../book/log';
import type { LogCode } from '../book/log-codes';
import type { CellChange, OutValue } from '../workbook/port';
import { refuse, type WorkbookRefusal } from '../workbook/refusal';
import { idKey } from '../workbook/read/ids';
import { View } from '../workbook/write/counter-rows';
import type { RunIds } from '../workbook/write/outcome-rows';
import { NewRows } from '../workbook/write/rows';
import { beforeRuns, type Before, tableOf, type Tables, textsOf, tracesOf, type UnfinishedRun } from './unfinished';
import type { WorkbookFacts } from '../workbook/port';

/** Rows that a run adds to a table, and marks that it sets there. */
export interface Part {
  readonly rows: NewRows;
  readonly changes: readonly CellChange[];
}

/** A run that has begun already: what it has written, so that only the rest is written when it goes on. */
export class BegunRun {
  /** The workbook as it was before it began. */
  readonly before: Before;
  private readonly own: ReadonlyMap<string, readonly number[]>;

  constructor(
    readonly run: UnfinishedRun,
    facts: WorkbookFacts,
    private readonly tables: Tables,
  ) {
    const traces = tracesOf(tables, [run]);
    this.own = traces.own;
    this.before = beforeRuns(facts, tables, traces, false);
    this.date1904 = facts.date1904;
  }

  private readonly date1904: boolean;

  /** Whether a taking back of it has begun, which marks its rows. */
  get isTakenBack(): boolean {
    return [...this.own].some(([name, rows]) => {
      const table = tableOf(this.tables, name);
      const statuses = table ? textsOf(table, 'Status') : [];
      return rows.some((row) => statuses[row] === 'Reversed');
    });
  }

  /**
   * What is still to be written of a part: rows that are not there, cells that are blank yet, and the marks, where the marked
   * rows stand now. Throws WorkbookRefusal where something else is there than the run writes.
   */
  restOf({ rows, changes }: Part): Part {
    const { name, columns: specs } = rows.table;
    const missing = new NewRows(rows.table, rows.dimensions);
    const marks = changes.map((change) => ({ ...change, row: this.before.place(name, change.row) }));
    const table = tableOf(this.tables, name);
    const there = this.rowsById(name, specs[0].name);
    const ids = rows.columns[specs[0].name];
    const fills: CellChange[] = [];
    const view = table && new View(table, this.date1904);
    for (let at = 0; at < rows.count; at++) {
      const id = String(ids[at]);
      const row = there.get(idKey(id));
      if (row === undefined || !view) {
        missing.add(Object.fromEntries(Object.entries(rows.columns).map(([column, cells]) => [column, cells[at]])));
        continue;
      }
      there.delete(idKey(id));
      for (const column of specs) {
        const [is, value] = [view.value(row, column), rows.columns[column.name][at]];
        if (isSame(is, value)) continue;
        if (is !== null) throw this.differs(`${column.name} of ${id} in the table ${name} is ${is}, not ${value}`);
        fills.push({ row, column: column.name, value });
      }
    }
    const [surplus] = there.keys();
    if (surplus !== undefined) throw this.differs(`the table ${name} has the row ${surplus} besides`);
    return { rows: missing, changes: [...fills, ...marks] };
  }

  private rowsById(name: string, idColumn: string): Map<string, number> {
    const table = tableOf(this.tables, name);
    const ids = table ? textsOf(table, idColumn) : [];
    return new Map((this.own.get(name) ?? []).map((row) => [idKey(ids[row]), row] as const));
  }

  private differs(what: string): WorkbookRefusal {
    return refusal('RUN_DIFFERS', { closing: this.run.closing, what });
  }
}

/** The numbers that a run has. */
export function idsOf({ run: { closing, row } }: BegunRun): RunIds {
  return { closing, voucher: closing.replace(/^IC/, 'V'), closingRow: row + 1 };
}

/** A refusal in the words of its code. */
export function refusal(code: LogCode, words: Readonly<Record<string, string>>): WorkbookRefusal {
  return refuse(code, messageOf(code, words), remedyOf(code));
}

/** Whether a cell holds what is written there: numbers are the same where their 15 digits are. */
function isSame(is: OutValue, value: OutValue): boolean {
  const text = (one: OutValue): string =>
    one === null ? '' : typeof one === 'number' ? String(Number(one.toPrecision(15))) : one;
  return is === value || text(is) === text(value);
}
