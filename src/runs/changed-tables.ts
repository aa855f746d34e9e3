import { headerKey } from '../workbook/headers';
import type { CellChange, TableCells } from '../workbook/port';
import type { Loaded } from './load';

/** The tables as they are once cells of them are changed: nothing is read again. */
export function changedTables(
  tables: Loaded['tables'],
  changed: readonly { readonly table: string; readonly changes: readonly CellChange[] }[],
): Loaded['tables'] {
  const now = new Map(tables);
  for (const { table: name, changes } of changed) {
    const table = now.get(name);
    if (table && changes.length > 0) now.set(name, withChanges(table, changes));
  }
  return now;
}

function withChanges(table: TableCells, changes: readonly CellChange[]): TableCells {
  const cells = [...table.cells];
  const copied = new Map<number, TableCells['cells'][number][number][]>();
  for (const { row, column, value } of changes) {
    const at = table.headers.findIndex((header) => headerKey(header) === headerKey(column));
    const copy = copied.get(at) ?? [...cells[at]];
    copy[row] = value;
    copied.set(at, copy);
  }
  for (const [at, copy] of copied) cells[at] = copy;
  return { ...table, cells };
}
