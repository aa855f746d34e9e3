/** Which row of the workbook is meant by which row that a run must have written. */
import type { ResultTable } from '../../workbook/tables/spec';
import {
  ADJUSTMENTS,
  CLOSE_LOG,
  CLOSING_TRANSFERS,
  INVENTORY_VALUE,
  LEDGER,
  LOCKED_ROWS,
  SETTLEMENTS,
} from '../../workbook/tables/results';
import { idAt, namesOf, type RowTable, textAt } from './rows';

/** Some rows of a table. */
export interface Rows {
  readonly table: RowTable;
  readonly rows: readonly number[];
}

export interface Matched {
  /** Expected row and stored row. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly missing: readonly number[];
  readonly added: readonly number[];
}

/** What a row is about: rows of one run that agree in these columns mean the same. */
const SUBJECTS = new Map<ResultTable, readonly string[]>([
  [SETTLEMENTS, ['Issue', 'Receipt', 'Principle']],
  [ADJUSTMENTS, ['Transaction', 'Reason', 'Source']],
  [LEDGER, ['Account', 'Item group', 'Item']],
  [CLOSE_LOG, ['Code', 'Item', 'Transaction']],
  [INVENTORY_VALUE, ['Item']],
  [CLOSING_TRANSFERS, ['Item', 'Financial date', 'Type']],
  [LOCKED_ROWS, ['Kind', 'Key']],
]);

/** Above so many pairs of rows the most similar ones are not looked for: whole rows are told then. */
const MOST_COMPARED = 250_000;

/**
 * Pairs rows of a run: those that are alike in all columns that count, then those that are about the same, then the most
 * similar. Ids of rows decide nothing but ties: a sheet that was sorted since gives other numbers to the same rows.
 */
export function matchRows(expected: Rows, stored: Rows, counts: (column: string, item: string) => boolean): Matched {
  const { spec } = expected.table;
  const pairs: (readonly [number, number])[] = [];
  let missing = [...expected.rows];
  let added = [...stored.rows];
  const byText = (text: (side: RowTable, row: number) => string): void => {
    const known = new Map<string, number[]>();
    for (const row of added) {
      const key = text(stored.table, row);
      const list = known.get(key);
      if (list) list.push(row);
      else known.set(key, [row]);
    }
    for (const list of known.values()) list.reverse();
    const gone = new Set<number>();
    missing = missing.filter((row) => {
      const found = known.get(text(expected.table, row))?.pop();
      if (found === undefined) return true;
      gone.add(found);
      pairs.push([row, found]);
      return false;
    });
    added = added.filter((row) => !gone.has(row));
  };
  const names = namesOf(expected.table);
  byText((side, row) => {
    const item = textAt(side, 'Item', row);
    let text = kindOf(side, row);
    for (const name of names) if (counts(name, item)) text += `\u001f${textAt(side, name, row)}`;
    return text;
  });
  const subject = SUBJECTS.get(spec) ?? [spec.columns[0].name];
  byText((side, row) => {
    const item = textAt(side, 'Item', row);
    const keys = expected.table.dimensions.filter((name) => counts(name, item));
    return [kindOf(side, row), ...[...subject, ...keys].map((name) => textAt(side, name, row))].join('\u001f');
  });
  if (missing.length * added.length <= MOST_COMPARED) {
    const similar = (one: number, other: number): number => {
      const item = textAt(expected.table, 'Item', one);
      const columns = names.filter((name) => counts(name, item));
      const same = columns.filter((name) => textAt(expected.table, name, one) === textAt(stored.table, name, other));
      const sameId = idAt(expected.table, one) === idAt(stored.table, other);
      return 2 * same.length > columns.length ? same.length + (sameId ? 1 : 0) : 0;
    };
    missing = missing.filter((one) => {
      const best = added.reduce((at, other) => (similar(one, other) > similar(one, at) ? other : at), added[0] ?? -1);
      if (best < 0 || similar(one, best) === 0) return true;
      pairs.push([one, best]);
      added = added.filter((row) => row !== best);
      return false;
    });
  }
  return { pairs, missing, added };
}

/** Counter rows, and the two legs of a transfer, are told apart by what does not change. */
function kindOf(table: RowTable, row: number): string {
  const counter = table.columns['Status'][row] === 'Reversal' ? 'counter' : '';
  return table.spec === CLOSING_TRANSFERS ? `${counter} ${Math.sign(Number(table.columns['Quantity'][row]))}` : counter;
}
