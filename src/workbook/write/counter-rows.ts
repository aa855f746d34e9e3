import { DAYS_1904 } from '../../book/days';
import { type CellValue, isFault } from '../cells';
import type { CellChange, OutValue, TableCells } from '../port';
import { idKey } from '../read/ids';
import type { ReadBook } from '../read/read-book';
import {
  ADJUSTMENTS,
  CLOSE_LOG,
  CLOSING_TRANSFERS,
  INVENTORY_VALUE,
  LEDGER,
  LOCKED_ROWS,
  SETTLEMENTS,
} from '../tables/results';
import { type Column, type ResultTable, rowColumn } from '../tables/spec';
import type { RunIds } from './outcome-rows';
import { NewRows, numbering } from './rows';

/** Stands behind the id of a row in the id of the row that counters it, where a run was rolled back. */
export const ROLLED_BACK = '-R';

/** What a reversal does to one table: the rows of the run in force are marked, and rows that undo them are added (A19). */
export interface Countered {
  readonly rows: NewRows;
  readonly changes: readonly CellChange[];
}

/** The tables with rows of runs, and the letter that their ids begin with. */
const COUNTERED: readonly (readonly [ResultTable, string])[] = [
  [SETTLEMENTS, 'S'],
  [ADJUSTMENTS, 'A'],
  [LEDGER, 'G'],
  [CLOSE_LOG, 'L'],
  [INVENTORY_VALUE, 'N'],
  [CLOSING_TRANSFERS, ''],
  [LOCKED_ROWS, 'K'],
];

/** Counter rows and marks for everything in force that a run wrote, table by table. `run` is its id. */
export function counterRows(
  read: ReadBook,
  tables: ReadonlyMap<string, TableCells>,
  run: string,
  ids: RunIds,
  date1904: boolean,
): Countered[] {
  return COUNTERED.map(([table, prefix]) => {
    const rows = new NewRows(table, read.dimensions);
    const changes: CellChange[] = [];
    const cells = tables.get(table.name);
    if (!cells) return { rows, changes };
    const view = new View(cells, date1904);
    const number = numbering(prefix, read.existing.highest.get(table.name) ?? 0);
    for (let row = 0; row < cells.rows; row++) {
      if (view.text(row, 'Status') !== 'Active' || idKey(view.text(row, 'Closing')) !== idKey(run)) continue;
      changes.push({ row, column: 'Status', value: 'Reversed' });
      const counter = counterOf(table, read.dimensions, view, row);
      if (!counter) continue;
      const id = prefix === '' ? `${view.text(row, 'Transaction')} (${ids.closing})` : number();
      rows.add({
        ...counter,
        ...('Voucher' in counter ? { Voucher: ids.voucher } : {}),
        ...(table === LEDGER ? { Text: `Reversal of ${run} by ${ids.closing}` } : {}),
        [table.columns[0].name]: id,
        Closing: ids.closing,
        [rowColumn('Closing')]: ids.closingRow,
        Status: 'Reversal',
      });
    }
    return { rows, changes };
  });
}

/**
 * What stays of a run's voucher when the run is reversed, summed by account, as rows of the ledger: what it had taken back of
 * earlier runs, and what later runs have taken back of it. Neither gets a counter row in Adjustments, as both stay so, but
 * the voucher had them.
 */
export function stayingPostings(
  adjustments: TableCells | undefined,
  run: string,
  highest: number,
): Record<string, OutValue>[] {
  const sums = new Map<string, number>();
  const post = (account: string, units: number) => sums.set(account, (sums.get(account) ?? 0) + units);
  const view = adjustments && new View(adjustments, false);
  for (let row = 0; view && row < adjustments.rows; row++) {
    if (view.text(row, 'Status') === 'Active' || idKey(view.text(row, 'Closing')) !== idKey(run)) continue;
    // Whole units of a millionth: sums of cents in doubles would drift.
    const units = Math.round((Number(view.at(row, 'Adjustment')) + Number(view.at(row, 'Expensed'))) * 1e6);
    post(view.text(row, 'Inventory account'), units);
    post(view.text(row, 'Offset account'), -units);
  }
  const number = numbering('G', highest);
  return [...sums]
    .filter(([, units]) => units !== 0)
    .map(([account, units]) => ({
      Line: number(),
      Account: account,
      Debit: units > 0 ? units / 1e6 : null,
      Credit: units < 0 ? -units / 1e6 : null,
    }));
}

/** A row with opposite quantities and amounts, in the days of the book; undefined where the row has nothing to add up: a lock, most log entries. */
export function counterOf(
  table: ResultTable,
  dimensions: readonly string[],
  view: View,
  row: number,
): Record<string, OutValue> | undefined {
  const values: Record<string, OutValue> = {};
  let figures = 0;
  for (const column of table.columns) {
    const value = view.value(row, column);
    const opposite = isFigure(column) && typeof value === 'number';
    values[column.name] = opposite ? 0 - value : value;
    if (opposite) figures++;
  }
  if (figures === 0) return undefined;
  if (table === ADJUSTMENTS) {
    // The way back: from the cost after to the cost before.
    values['Cost before'] = view.value(row, named(table, 'Cost after'));
    values['Cost after'] = view.value(row, named(table, 'Cost before'));
  }
  for (const name of dimensions) values[name] = view.at(row, name);
  for (const { column } of table.links) values[rowColumn(column)] = view.at(row, rowColumn(column));
  return values;
}

const isFigure = ({ kind }: Column): boolean => kind === 'amount' || kind === 'quantity';
const named = (table: ResultTable, name: string): Column => table.columns.find((column) => column.name === name)!;

/** The cells of a result table by header, dates in the days of the book. */
export class View {
  private readonly places = new Map<string, readonly CellValue[]>();

  constructor(
    cells: TableCells,
    private readonly date1904: boolean,
  ) {
    cells.headers.forEach((header, at) => this.places.set(header.trim().toLowerCase(), cells.cells[at]));
  }

  at(row: number, name: string): OutValue {
    const value = this.places.get(name.toLowerCase())?.[row] ?? null;
    return isFault(value) || typeof value === 'boolean' ? null : value;
  }

  text(row: number, name: string): string {
    return String(this.at(row, name) ?? '');
  }

  value(row: number, { name, kind }: Column): OutValue {
    const value = this.at(row, name);
    return typeof value === 'number' && kind === 'date' && this.date1904 ? value + DAYS_1904 : value;
  }
}
