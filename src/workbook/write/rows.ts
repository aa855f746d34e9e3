import { unscale } from '../../book/decimals';
import type { Steps } from '../../book/steps';
import type { OutValue, TableWrite } from '../port';
import { type ResultTable, rowColumn } from '../tables/spec';

/** Values of a row by column; one that is undefined is not named. */
export type RowValues = Readonly<Record<string, OutValue | undefined>>;

/** New rows of one result table, gathered column by column. */
export class NewRows {
  readonly columns: Record<string, OutValue[]> = {};
  count = 0;
  private readonly named: readonly (readonly [string, OutValue[]])[];

  constructor(
    readonly table: ResultTable,
    readonly dimensions: readonly string[],
  ) {
    for (const { name } of table.columns) this.columns[name] = [];
    for (const name of table.dimensions ? dimensions : []) this.columns[name] = [];
    for (const { column } of table.links) this.columns[rowColumn(column)] = [];
    this.named = Object.entries(this.columns);
  }

  /**
   * Makes room for rows that are to come, with a stop after each column. Lists that grow row by row are copied every now and
   * then, and those of all columns at the same row: much in one go.
   */
  *reserve(rows: number): Steps<void> {
    for (const [, cells] of this.named) {
      cells.length = this.count + rows;
      yield;
    }
  }

  /** Gives back the room that was reserved and is not needed. */
  trim(): void {
    for (const [, cells] of this.named) cells.length = this.count;
  }

  /** Adds a row; a column that is named neither here nor in the `others` stays blank. */
  add(values: RowValues, ...others: readonly RowValues[]): void {
    for (const [name, cells] of this.named) {
      let value = values[name];
      for (let at = 0; value === undefined && at < others.length; at++) value = others[at][name];
      cells[this.count] = value ?? null;
    }
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
