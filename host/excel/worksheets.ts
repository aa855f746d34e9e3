import { cell, covers, type Area, MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from '../model/address';
import { invalidOperation, itemNotFound } from '../errors';
import { protectSheet, unprotectSheet } from '../model/protect';
import type { Sheet } from '../model/sheet';
import { activateSheet, addSheet, copySheet, deleteSheet, moveSheet, renameSheet, showSheet } from '../model/sheets';
import type { Workbook } from '../model/workbook';
import type { Arguments } from '../protocol/arguments';
import type { Entity, Property } from '../protocol/members';
import * as kept from './kept';
import { areaOf, rangeArgument, rangeOf, rangeOrNull, resolveAddress } from './ranges';
import { of, ofNullable, type Specs } from './targets';

const shown = (workbook: Workbook, visibleOnly: boolean): Sheet[] =>
  workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible');

/** The sheet before or after this one; null at the end. */
function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean): Sheet | null {
  const sheets = sheet.workbook.sheets;
  for (let index = sheets.indexOf(sheet) + step; index >= 0 && index < sheets.length; index += step) {
    if (!visibleOnly || sheets[index].visibility === 'Visible') return sheets[index];
  }
  return null;
}

/** A setting of a sheet that is told to everybody who watches. */
function setting<T>(
  get: (sheet: Sheet) => T,
  set: (sheet: Sheet, value: T) => void,
  check: (value: unknown) => T,
): Property<Sheet> {
  return {
    get: (sheet) => get(alive(sheet)),
    set: (sheet, value) => {
      set(alive(sheet), check(value));
      sheet.workbook.changes.report({ kind: 'sheet settings', sheet });
    },
  };
}

/** Throws where the sheet was deleted. */
function alive(sheet: Sheet): Sheet {
  if (sheet.deleted) throw itemNotFound();
  return sheet;
}

const existing = (sheet: Sheet | null): Entity => {
  if (!sheet) throw itemNotFound();
  return of('Worksheet', sheet);
};

function freeze(sheet: Sheet, frozen: { readonly rows: number; readonly columns: number } | null): null {
  sheet.frozen = frozen;
  sheet.workbook.changes.report({ kind: 'sheet settings', sheet });
  return null;
}

function freezeAt(sheet: Sheet, args: Arguments): null {
  const area = areaOf(rangeArgument(args, 0, sheet));
  const rows = area.rows === MAX_ROWS ? 0 : area.row + area.rows;
  const columns = area.columns === MAX_COLUMNS ? 0 : area.column + area.columns;
  return freeze(sheet, { rows, columns });
}

function frozenArea({ frozen }: Sheet): Area | null {
  if (!frozen || (!frozen.rows && !frozen.columns)) return null;
  return { row: 0, column: 0, rows: frozen.rows || MAX_ROWS, columns: frozen.columns || MAX_COLUMNS };
}

const OPTION_DEFAULTS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export const WORKSHEETS: Specs<'WorksheetCollection' | 'Worksheet' | 'WorksheetProtection' | 'WorksheetFreezePanes'> = {
  WorksheetCollection: {
    items: (workbook) => workbook.sheets.map((sheet) => of('Worksheet', sheet)),
    item: (workbook, key) => existing(typeof key === 'string' ? workbook.findSheet(key) : null),
    eventTarget: () => 'Workbook',
    events: {
      Activated: 11,
      Deactivated: 12,
      Added: 13,
      Deleted: 15,
      DataChanged: 10,
      SelectionChanged: 14,
      Calculated: 16,
      FormatChanged: 18,
    },
    methods: {
      Add: (workbook, args) => of('Worksheet', addSheet(workbook, args.at(0))),
      GetActiveWorksheet: (workbook) => of('Worksheet', workbook.active),
      GetCount: (workbook, args) => shown(workbook, args.flag(0)).length,
      GetFirst: (workbook, args) => existing(shown(workbook, args.flag(0))[0]),
      GetLast: (workbook, args) => existing(shown(workbook, args.flag(0)).at(-1) ?? null),
      GetItemOrNullObject: (workbook, args) => ofNullable('Worksheet', workbook.findSheet(args.text(0))),
    },
  },
  Worksheet: {
    id: (sheet) => sheet.id,
    eventTarget: (sheet) => sheet.id,
    events: {
      Activated: 11,
      Deactivated: 12,
      DataChanged: 10,
      SelectionChanged: 14,
      Calculated: 16,
      FormatChanged: 18,
    },
    properties: {
      Id: { get: (sheet) => alive(sheet).id },
      Name: { get: (sheet) => alive(sheet).name, set: (sheet, value) => renameSheet(alive(sheet), value) },
      Position: {
        get: (sheet) => sheet.workbook.sheets.indexOf(alive(sheet)),
        set: (sheet, value) => moveSheet(alive(sheet), value),
      },
      Visibility: {
        get: (sheet) => alive(sheet).visibility,
        set: (sheet, value) => showSheet(alive(sheet), value),
      },
      TabColor: setting(
        (sheet) => sheet.tabColor,
        (sheet, value) => (sheet.tabColor = value),
        kept.asText,
      ),
      ShowGridlines: setting(
        (sheet) => sheet.gridlines,
        (sheet, value) => (sheet.gridlines = value),
        kept.asFlag,
      ),
      ShowHeadings: setting(
        (sheet) => sheet.headings,
        (sheet, value) => (sheet.headings = value),
        kept.asFlag,
      ),
      EnableCalculation: setting(
        (sheet) => sheet.calculates,
        (sheet, value) => (sheet.calculates = value),
        kept.asFlag,
      ),
      StandardWidth: setting(
        (sheet) => sheet.standardWidth,
        (sheet, value) => (sheet.standardWidth = value),
        kept.asNumber,
      ),
      StandardHeight: { get: () => 15 },
    },
    writtenAs: { Gridlines: 'ShowGridlines', Headings: 'ShowHeadings' },
    navigation: {
      Tables: (sheet) => of('TableCollection', { workbook: sheet.workbook, sheet: alive(sheet) }),
      Names: (sheet) => of('NamedItemCollection', { workbook: sheet.workbook, sheet: alive(sheet) }),
      Protection: (sheet) => of('WorksheetProtection', alive(sheet)),
      FreezePanes: (sheet) => of('WorksheetFreezePanes', alive(sheet)),
      PageLayout: (sheet) => of('PageLayout', alive(sheet)),
      AutoFilter: (sheet) => of('AutoFilter', alive(sheet)),
      Charts: (sheet) => of('ChartCollection', alive(sheet)),
    },
    methods: {
      Activate: (sheet) => {
        activateSheet(alive(sheet));
        return null;
      },
      Calculate: (sheet) => {
        sheet.workbook.calculator.recalculate();
        return null;
      },
      Copy: (sheet) => of('Worksheet', copySheet(alive(sheet))),
      Delete: (sheet) => {
        deleteSheet(alive(sheet));
        return null;
      },
      GetCell: (sheet, args) => rangeOf(alive(sheet), cell(args.count(0), args.count(1))),
      GetRange: (sheet, args) => {
        if (!args.has(0)) return rangeOf(alive(sheet), WHOLE_SHEET);
        const found = resolveAddress(sheet.workbook, args.text(0), alive(sheet));
        return rangeOf(found.sheet, areaOf(found));
      },
      GetRangeByIndexes: (sheet, args) =>
        rangeOf(alive(sheet), {
          row: args.count(0),
          column: args.count(1),
          rows: args.count(2),
          columns: args.count(3),
        }),
      GetUsedRange: (sheet, args) => rangeOf(alive(sheet), sheet.usedArea(args.flag(0)) ?? cell(0, 0)),
      GetUsedRangeOrNullObject: (sheet, args) => rangeOrNull(alive(sheet), sheet.usedArea(args.flag(0))),
      GetNext: (sheet, args) => existing(neighbour(alive(sheet), 1, args.flag(0))),
      GetNextOrNullObject: (sheet, args) => ofNullable('Worksheet', neighbour(alive(sheet), 1, args.flag(0))),
      GetPrevious: (sheet, args) => existing(neighbour(alive(sheet), -1, args.flag(0))),
      GetPreviousOrNullObject: (sheet, args) => ofNullable('Worksheet', neighbour(alive(sheet), -1, args.flag(0))),
    },
  },
  WorksheetProtection: {
    properties: {
      Protected: { get: (sheet) => sheet.protection !== null },
      Options: { get: (sheet) => (sheet.protection ? { ...OPTION_DEFAULTS, ...sheet.protection.options } : null) },
    },
    methods: {
      Protect: (sheet, args) => {
        protectSheet(sheet, args.optionalRecord(0) as Record<string, boolean>, args.optionalText(1) ?? '');
        return null;
      },
      Unprotect: (sheet, args) => {
        unprotectSheet(sheet, args.optionalText(0) ?? '');
        return null;
      },
    },
  },
  WorksheetFreezePanes: {
    methods: {
      FreezeRows: (sheet, args) => freeze(sheet, { rows: args.optionalCount(0) ?? 1, columns: 0 }),
      FreezeColumns: (sheet, args) => freeze(sheet, { rows: 0, columns: args.optionalCount(0) ?? 1 }),
      FreezeAt: freezeAt,
      Unfreeze: (sheet) => freeze(sheet, null),
      GetLocation: (sheet) => {
        const area = frozenArea(sheet);
        if (!area) throw invalidOperation('There are no frozen panes.');
        return rangeOf(sheet, covers(WHOLE_SHEET, area) ? area : WHOLE_SHEET);
      },
      GetLocationOrNullObject: (sheet) => rangeOrNull(sheet, frozenArea(sheet)),
    },
  },
};
