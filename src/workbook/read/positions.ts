/** Positions and cost keys of all transactions of a book: the input rows first, then the legs. */
import { NONE, type Item } from '../../book/book';
import { ROWS_A_STEP, type Steps } from '../../book/steps';
import { CostKeys } from './cost-keys';
import { duplicate } from './id-columns';
import { idKey, idText, type IdCell } from './ids';
import type { ProblemList } from './problem-list';
import type { Legs } from './results/legs';
import type { TransactionColumns } from './transactions';

/** Position of each id by its key. A transaction with the id of a leg is a problem: settlements name both. */
export function* positionsOf(
  columns: TransactionColumns,
  legs: Legs,
  problems: ProblemList,
): Steps<ReadonlyMap<string, number>> {
  if (legs.idCells.length === 0) return columns.places;
  const positions = new Map<string, number>();
  for (const [key, place] of columns.places) {
    if (positions.size % ROWS_A_STEP === 0) yield;
    positions.set(key, place);
  }
  legs.idCells.forEach((cell, leg) => {
    const key = idKey(idText(cell));
    const other = positions.get(key);
    if (other === undefined) positions.set(key, columns.rows.length + leg);
    else if (other < columns.rows.length) duplicate(columns.idColumn, columns.rows[other], legs.cells[leg], problems);
    else duplicate(legs.idColumn, legs.rows[leg], legs.cells[other - columns.rows.length], problems);
  });
  return positions;
}

/** The cost key of each position; NONE where the item could not be read. */
export function keyColumn(
  columns: TransactionColumns,
  legs: Legs,
  items: readonly Item[],
): { readonly key: Int32Array; readonly keys: CostKeys } {
  const keys = new CostKeys(items, columns.dimensions);
  const inputCount = columns.rows.length;
  const key = new Int32Array(inputCount + legs.count);
  // One function for all rows: a closure for each would cost more than the look-up.
  let row = 0;
  const inputValue = (dimension: number) => columns.dimensions[dimension].values[row];
  const legValue = (dimension: number) => legs.dimensionValues[dimension][row];
  for (row = 0; row < inputCount; row += 1) {
    key[row] = columns.item[row] < 0 ? NONE : keys.keyOf(columns.item[row], inputValue);
  }
  for (row = 0; row < legs.count; row += 1) {
    key[inputCount + row] = legs.item[row] < 0 ? NONE : keys.keyOf(legs.item[row], legValue);
  }
  return { key, keys };
}

/** Values of each dimension by position, as typed; "" where blank. */
export function dimensionValues(columns: TransactionColumns, legs: Legs): IdCell[][] {
  return columns.dimensions.map(({ cells, names }, d) => [
    ...cells,
    ...Array.from(legs.dimensionValues[d], (value) => (value === NONE ? '' : names.cells[value])),
  ]);
}

/** The items that some transaction or leg is of. */
export function usedItems(columns: TransactionColumns, legs: Legs, items: readonly Item[]): Item[] {
  const used = new Uint8Array(items.length);
  for (const item of columns.item) if (item >= 0) used[item] = 1;
  for (const item of legs.item) if (item >= 0) used[item] = 1;
  return items.filter((_, i) => used[i] === 1);
}
