import { unscale } from '../../book/decimals';
import type { OutValue, TableWrite } from '../port';
import { type ResultTable, rowColumn } from '../tables/spec';

/** New rows of one result table, gathered column by column. */
export class NewRows {
  readonly columns: Record<string, OutValue[]> = {};
  count = 0;

  constructor(
    readonly table: ResultTable,
    readonly dimensions: readonly string[],
  ) {
    for (const { name } of table.columns) this.columns[name] = [];
    for (const name of table.dimensions ? dimensions : []) this.columns[name] = [];
    for (const { column } of table.links) this.columns[rowColumn(column)] = [];
  }

  /** Adds a row; a column that is not named stays blank. */
  add(values: Readonly<Record<string, OutValue | undefined>>): void {
    for (const name in this.columns) this.columns[name].push(values[name] ?? null);
    this.count += 1;
  }

  /** The rows as a port takes them. */
  toWrite(links: boolean): TableWrite {
    return {
      table: this.table,
      dimensions: this.table.dimensions ? this.dimensions : [],
      rows: this.count,
      columns: this.columns,
      changes: [],
      replace: false,
      tieOuts: {},
      links,
    };
  }
}

/** "S-000123" and so on: a prefix and a number that goes on from the highest in the table. */
export function numbering(prefix: string, highest: number, digits = 6): () => string {
  let next = highest;
  return () => `${prefix}-${String(++next).padStart(digits, '0')}`;
}

/** Scaled figures to what cells hold. */
export class Figures {
  constructor(
    private readonly amountDecimals: number,
    private readonly quantityDecimals: number,
  ) {}

  amount(units: number): number {
    return unscale(units, this.amountDecimals);
  }

  quantity(units: number): number {
    return unscale(units, this.quantityDecimals);
  }
}
