import { invalidOperation, itemNotFound, notImplemented } from '../errors';
import { type Area, cell } from '../model/address';
import { addRows, deleteRows } from '../model/rows';
import type { Sheet } from '../model/sheet';
import { applyFilters, isFiltered } from '../model/sort';
import { Table } from '../model/table';
import { addColumn, deleteColumn } from '../model/tables';
import { writeCells } from '../model/write';
import { RANGE_VALUES } from './range-values';
import { rangeOf, rangeOrNull } from './ranges';
import { alive } from './tables';
import { type ColumnOf, of, type RowOf, type Specs } from './targets';

/** Position of the column in its table, from 0; throws where it was deleted. */
function indexOf({ table, id }: ColumnOf): number {
  const index = alive(table).columns.findIndex((column) => column.id === id);
  if (index < 0) throw itemNotFound();
  return index;
}

/** Header, body and totals of the column. */
function wholeColumn(column: ColumnOf): Area {
  const { area } = column.table;
  return { ...area, column: area.column + indexOf(column), columns: 1 };
}

const columnAt = (table: Table, index: number): ColumnOf => {
  const column = alive(table).columns[index];
  if (!column) throw itemNotFound();
  return { table, id: column.id };
};

/** By its id (a number) or its name. */
function findColumn(table: Table, key: unknown): ColumnOf | null {
  const byName = typeof key === 'string' ? alive(table).columnIndex(key) : -1;
  const index = typeof key === 'number' ? alive(table).columns.findIndex((column) => column.id === key) : byName;
  return index < 0 ? null : columnAt(table, index);
}

function rowArea({ table, index }: RowOf): Area {
  if (index < 0 || index >= alive(table).bodyRows) throw itemNotFound();
  return { ...table.body, row: table.body.row + index, rows: 1 };
}

const valuesOf = (sheet: Sheet, area: Area): unknown => RANGE_VALUES.Values.get({ sheet, area });

function setFilter(column: ColumnOf, criteria: Record<string, unknown> | null): null {
  const filterOn = criteria?.filterOn;
  if (criteria && filterOn !== 'Values' && filterOn !== 'Custom')
    throw notImplemented(`A filter on ${String(filterOn)}`);
  if (criteria?.criterion2 !== undefined) throw notImplemented('A filter with two conditions');
  column.table.columns[indexOf(column)].filter = criteria;
  applyFilters(column.table);
  return null;
}

/** The table that an autofilter belongs to; the filter of a sheet itself is not implemented. */
const filtered = (owner: Table | Sheet): Table => {
  if (owner instanceof Table) return alive(owner);
  throw notImplemented('The autofilter of a sheet outside of tables');
};

const part = (column: ColumnOf, area: Area | null, what: string): Area => {
  if (!area) throw invalidOperation(`The table does not show its ${what}.`);
  return { ...area, column: area.column + indexOf(column), columns: 1 };
};

export const TABLE_PARTS: Specs<
  'TableColumnCollection' | 'TableColumn' | 'TableRowCollection' | 'TableRow' | 'AutoFilter' | 'Filter'
> = {
  TableColumnCollection: {
    items: (table) => alive(table).columns.map(({ id }) => of('TableColumn', { table, id })),
    item: (table, key) => {
      const column = findColumn(table, key);
      if (!column) throw itemNotFound();
      return of('TableColumn', column);
    },
    properties: { Count: { get: (table) => alive(table).columns.length } },
    methods: {
      GetCount: (table) => alive(table).columns.length,
      GetItemAt: (table, args) => of('TableColumn', columnAt(table, args.count(0))),
      GetItemOrNullObject: (table, args) => {
        const column = findColumn(table, args.at(0));
        return column && of('TableColumn', column);
      },
      Add: (table, args) => {
        const index = addColumn(alive(table), args.optionalCount(0), args.at(1), args.optionalText(2));
        return of('TableColumn', columnAt(table, index));
      },
    },
  },
  TableColumn: {
    id: ({ id }) => id,
    properties: {
      Id: { get: ({ id }) => id },
      Index: { get: indexOf },
      Name: {
        get: (column) => column.table.columns[indexOf(column)].name,
        set: (column, value) => {
          const { row, column: first } = column.table.area;
          writeCells(column.table.sheet, cell(row, first + indexOf(column)), value);
        },
      },
      Values: {
        get: (column) => valuesOf(column.table.sheet, wholeColumn(column)),
        set: (column, value) => writeCells(column.table.sheet, wholeColumn(column), value),
      },
    },
    navigation: { Filter: (column) => of('Filter', column) },
    methods: {
      Delete: (column) => {
        deleteColumn(column.table, indexOf(column));
        return null;
      },
      GetRange: (column) => rangeOf(column.table.sheet, wholeColumn(column)),
      GetDataBodyRange: (column) => rangeOf(column.table.sheet, column.table.columnBody(indexOf(column))),
      GetHeaderRowRange: (column) => rangeOf(column.table.sheet, part(column, column.table.header, 'header row')),
      GetTotalRowRange: (column) => rangeOf(column.table.sheet, part(column, column.table.totals, 'totals row')),
    },
  },
  TableRowCollection: {
    items: (table) => Array.from({ length: alive(table).bodyRows }, (_row, index) => of('TableRow', { table, index })),
    properties: { Count: { get: (table) => alive(table).bodyRows } },
    methods: {
      GetCount: (table) => alive(table).bodyRows,
      GetItemAt: (table, args) => {
        const row = { table: alive(table), index: args.count(0) };
        rowArea(row);
        return of('TableRow', row);
      },
      Add: (table, args) => of('TableRow', { table, index: addRows(alive(table), args.optionalCount(0), args.at(1)) }),
      DeleteRowsAt: (table, args) => {
        deleteRows(alive(table), args.count(0), args.optionalCount(1) ?? 1);
        return null;
      },
    },
  },
  TableRow: {
    properties: {
      Index: { get: ({ index }) => index },
      Values: {
        get: (row) => valuesOf(row.table.sheet, rowArea(row)),
        set: (row, value) => writeCells(row.table.sheet, rowArea(row), value),
      },
    },
    methods: {
      GetRange: (row) => rangeOf(row.table.sheet, rowArea(row)),
      Delete: (row) => {
        rowArea(row);
        deleteRows(row.table, row.index, 1);
        return null;
      },
    },
  },
  AutoFilter: {
    properties: {
      Enabled: { get: (owner) => owner instanceof Table && alive(owner).showFilterButton },
      IsDataFiltered: { get: (owner) => owner instanceof Table && isFiltered(alive(owner)) },
      Criteria: { get: (owner) => filtered(owner).columns.map(({ filter }) => filter ?? {}) },
    },
    methods: {
      ClearCriteria: (owner) => {
        for (const column of filtered(owner).columns) column.filter = null;
        applyFilters(filtered(owner));
        return null;
      },
      Reapply: (owner) => {
        applyFilters(filtered(owner));
        return null;
      },
      GetRangeOrNullObject: (owner) => (owner instanceof Table ? rangeOrNull(owner.sheet, alive(owner).area) : null),
    },
  },
  Filter: {
    properties: { Criteria: { get: (column) => column.table.columns[indexOf(column)].filter } },
    methods: {
      Apply: (column, args) => setFilter(column, args.record(0)),
      ApplyValuesFilter: (column, args) => setFilter(column, { filterOn: 'Values', values: args.at(0) }),
      ApplyCustomFilter: (column, args) => {
        if (args.has(1)) throw notImplemented('A filter with two conditions');
        return setFilter(column, { filterOn: 'Custom', criterion1: args.text(0) });
      },
      Clear: (column) => setFilter(column, null),
    },
  },
};
