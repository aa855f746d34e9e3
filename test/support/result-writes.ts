import type { OutValue, TableWrite } from '../../src/workbook/port';
import { linkColumn, rowColumn, type ResultTable } from '../../src/workbook/tables/spec';
import { RESULT_TABLES } from '../../src/workbook/tables/results';

/** Writes of result tables for tests of ports: figures that look like results, without an engine behind them. */

export type Row = Readonly<Record<string, OutValue>>;

/** A write of one table from rows as a person would note them; what a row does not say is blank. */
export function writeOf(table: ResultTable, rows: readonly Row[], more: Partial<TableWrite> = {}): TableWrite {
  const dimensions = more.dimensions ?? [];
  const headers = [
    ...table.columns.map((column) => column.name),
    ...(table.dimensions ? dimensions : []),
    ...table.links.map((link) => rowColumn(link.column)),
  ];
  const columns = Object.fromEntries(headers.map((header) => [header, rows.map((row) => row[header] ?? null)]));
  const tieOuts = Object.fromEntries(table.tieOuts.map((tieOut) => [tieOut.label, 0]));
  return { table, rows: rows.length, columns, changes: [], replace: false, tieOuts, links: true, dimensions, ...more };
}

/** The first write of a workbook: all result tables, with the rows given by table name. */
export function allTables(
  rows: Readonly<Record<string, readonly Row[]>>,
  more: Partial<TableWrite> = {},
): TableWrite[] {
  return RESULT_TABLES.map((table) => writeOf(table, rows[table.name] ?? [], more));
}

export const tableNamed = (name: string): ResultTable => {
  const table = RESULT_TABLES.find((other) => other.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
};

export const link = linkColumn;
export const FORMATS = { currency: 'USD', amountDecimals: 2, quantityDecimals: 6 };
