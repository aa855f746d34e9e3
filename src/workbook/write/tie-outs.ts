import type { TableCells } from '../port';
import type { ResultTable, TieOut } from '../tables/spec';
import type { NewRows } from './rows';
import { TableColumns } from './table-columns';

/**
 * What the formulas above a table come to with the new rows, so that readers without a calculator see it too. Sums are
 * taken in whole units of a millionth, so that no float error shows.
 */
export class TieOuts {
  private readonly sums = new Map<string, number>();
  private readonly tables: TableColumns;

  /** The tables as they were read, by name, and the rows that are added. */
  constructor(before: ReadonlyMap<string, TableCells>, added: readonly NewRows[]) {
    this.tables = new TableColumns(before, added);
  }

  /** The value of each tie-out of a table, by its label. */
  of(table: ResultTable): Record<string, number> {
    return Object.fromEntries(table.tieOuts.map((tieOut) => [tieOut.label, this.value(tieOut)]));
  }

  private value({ source }: TieOut): number {
    if ('count' in source) return this.count(source.count.table, source.count.where);
    const total = source.sums.reduce((sum, { sign, table, column }) => sum + sign * this.sum(table, column), 0);
    return Number((total / 1e6).toPrecision(15));
  }

  private sum(table: string, column: string): number {
    const name = `${table}[${column}]`;
    const known = this.sums.get(name);
    if (known !== undefined) return known;
    let total = 0;
    for (const cells of this.tables.parts(table, column)) {
      for (const cell of cells) if (typeof cell === 'number') total += Math.round(cell * 1e6);
    }
    this.sums.set(name, total);
    return total;
  }

  private count(table: string, where: Readonly<Record<string, string>>): number {
    const names = Object.keys(where);
    const parts = names.map((name) => this.tables.parts(table, name));
    let rows = 0;
    for (let part = 0; part < parts[0].length; part++) {
      const length = parts[0][part].length;
      for (let row = 0; row < length; row++) {
        if (names.every((name, at) => parts[at][part][row] === where[name])) rows++;
      }
    }
    return rows;
  }
}
