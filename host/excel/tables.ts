import { invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { addTable, deleteTable, renameTable, resizeTable, showHeaders, showTotals, tablesOf } from '../model/tables';
import { applyFilters, sortFieldsOf, sortRows } from '../model/sort';
import type { Table } from '../model/table';
import type { Arguments } from '../protocol/arguments';
import type { Property } from '../protocol/members';
import * as kept from './kept';
import { areaOf, rangeArgument, rangeOf, resolveAddress } from './ranges';
import { of, ofNullable, type Scope, type Specs } from './targets';

/** Throws where the table was deleted. */
export function alive(table: Table): Table {
  if (table.deleted) throw itemNotFound();
  return table;
}

function find({ workbook, sheet }: Scope, key: unknown): Table | null {
  const table = typeof key === 'string' || typeof key === 'number' ? workbook.findTable(String(key)) : null;
  return table && (sheet === null || table.sheet === sheet) ? table : null;
}

function add({ workbook, sheet }: Scope, args: Arguments): Table {
  const home = sheet ?? workbook.active;
  const range = args.entity(0) ? rangeArgument(args, 0, home) : resolveAddress(workbook, args.text(0), home);
  if (sheet && range.sheet !== sheet) throw invalidArgument();
  return addTable(range.sheet, areaOf(range), args.flag(1));
}

type Flag =
  'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn';

function look(name: Flag): Property<Table> {
  return kept.flag(
    (table) => alive(table)[name],
    (table, value) => {
      alive(table)[name] = value;
      table.sheet.workbook.changes.report({ kind: 'table changed', sheet: table.sheet, table });
    },
  );
}

function clearFilters(table: Table): null {
  for (const column of alive(table).columns) column.filter = null;
  applyFilters(table);
  return null;
}

function sort(table: Table, args: Arguments): null {
  const fields = sortFieldsOf(args.at(0), alive(table).area.columns);
  sortRows(table.sheet, table.body, fields);
  table.sortFields = args.at(0) as Record<string, unknown>[];
  table.sortMatchCase = args.flag(1);
  return null;
}

export const TABLES: Specs<'TableCollection' | 'Table' | 'TableSort'> = {
  TableCollection: {
    items: ({ workbook, sheet }) => tablesOf(workbook, sheet).map((table) => of('Table', table)),
    item: (scope, key) => {
      const table = find(scope, key);
      if (!table) throw itemNotFound();
      return of('Table', table);
    },
    eventTarget: ({ sheet }) => sheet?.id ?? 'Workbook',
    events: { DataChanged: 101, Added: 102, Deleted: 103 },
    properties: { Count: { get: ({ workbook, sheet }) => tablesOf(workbook, sheet).length } },
    methods: {
      Add: (scope, args) => of('Table', add(scope, args)),
      GetCount: ({ workbook, sheet }) => tablesOf(workbook, sheet).length,
      GetItemAt: ({ workbook, sheet }, args) => {
        const table = tablesOf(workbook, sheet)[args.count(0)];
        if (!table) throw itemNotFound();
        return of('Table', table);
      },
      GetItemOrNullObject: (scope, args) => ofNullable('Table', find(scope, args.at(0))),
    },
  },
  Table: {
    id: (table) => String(table.id),
    eventTarget: (table) => String(table.id),
    events: { DataChanged: 101, SelectionChanged: 100 },
    properties: {
      Id: { get: (table) => String(alive(table).id) },
      LegacyId: { get: (table) => String(alive(table).id) },
      Name: { get: (table) => alive(table).name, set: (table, value) => renameTable(alive(table), value) },
      ShowHeaders: kept.flag(
        (table) => alive(table).showHeaders,
        (table, value) => showHeaders(alive(table), value),
      ),
      ShowTotals: kept.flag(
        (table) => alive(table).showTotals,
        (table, value) => showTotals(alive(table), value),
      ),
      Style: kept.text(
        (table) => alive(table).style,
        (table, value) => {
          alive(table).style = value;
          table.sheet.workbook.changes.report({ kind: 'table changed', sheet: table.sheet, table });
        },
      ),
      ShowBandedRows: look('showBandedRows'),
      ShowBandedColumns: look('showBandedColumns'),
      ShowFilterButton: look('showFilterButton'),
      HighlightFirstColumn: look('highlightFirstColumn'),
      HighlightLastColumn: look('highlightLastColumn'),
    },
    navigation: {
      Columns: (table) => of('TableColumnCollection', alive(table)),
      Rows: (table) => of('TableRowCollection', alive(table)),
      Worksheet: (table) => of('Worksheet', alive(table).sheet),
      Sort: (table) => of('TableSort', alive(table)),
      AutoFilter: (table) => of('AutoFilter', alive(table)),
    },
    methods: {
      GetRange: (table) => rangeOf(table.sheet, alive(table).area),
      GetDataBodyRange: (table) => rangeOf(table.sheet, alive(table).body),
      GetHeaderRowRange: (table) => {
        const { header } = alive(table);
        if (!header) throw invalidOperation('The table does not show its header row.');
        return rangeOf(table.sheet, header);
      },
      GetTotalRowRange: (table) => {
        const { totals } = alive(table);
        if (!totals) throw invalidOperation('The table does not show a totals row.');
        return rangeOf(table.sheet, totals);
      },
      Resize: (table, args) => {
        const range = rangeArgument(args, 0, alive(table).sheet);
        if (range.sheet !== table.sheet) throw invalidArgument();
        resizeTable(table, areaOf(range));
        return null;
      },
      Delete: (table) => {
        deleteTable(alive(table), false);
        return null;
      },
      ConvertToRange: (table) => {
        deleteTable(alive(table), true);
        return rangeOf(table.sheet, table.area);
      },
      ClearFilters: clearFilters,
      ReapplyFilters: (table) => {
        applyFilters(alive(table));
        return null;
      },
    },
  },
  TableSort: {
    properties: {
      Fields: { get: (table) => alive(table).sortFields },
      MatchCase: { get: (table) => alive(table).sortMatchCase },
      Method: { get: () => 'PinYin' },
    },
    methods: {
      Apply: sort,
      Clear: (table) => {
        alive(table).sortFields = [];
        return null;
      },
    },
  },
};
