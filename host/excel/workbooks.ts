import { getLocale } from 'numfmt';
import { accessDenied, invalidArgument, itemNotFound, notImplemented } from '../errors';
import { cell } from '../model/address';
import { shortDate } from '../model/coercion';
import type { CalculationMode, Workbook } from '../model/workbook';
import type { Arguments } from '../protocol/arguments';
import type { Property } from '../protocol/members';
import { insertSheets } from '../xlsx/insert';
import * as kept from './kept';
import { rangeOf } from './ranges';
import { rangeOfEvent } from './events';
import { of, ofNullable, type Specs } from './targets';

const MODES: readonly CalculationMode[] = ['Automatic', 'AutomaticExceptTables', 'Manual'];

const group = (workbook: Workbook): string => separators(workbook).group;
const decimal = (workbook: Workbook): string => separators(workbook).decimal;

/** How the workbook's language separates thousands and decimals. */
function separators({ locale }: Workbook): { readonly group: string; readonly decimal: string } {
  const known = getLocale(locale);
  return { group: known?.group ?? ',', decimal: known?.decimal ?? '.' };
}

const dateSeparator = (workbook: Workbook): string => /[^dmy]/.exec(shortDate(workbook.locale))?.[0] ?? '/';

const property = (name: string): Property<Workbook> =>
  kept.text(
    ({ properties }) => properties.get(name) ?? '',
    ({ properties }, value) => properties.set(name, value),
  );

const POSITIONS = ['None', 'Before', 'After', 'Beginning', 'End'] as const;

/** Sheets of another file, at the end unless it is said where. Options that say nothing or contradict are refused. */
function insertWorksheets(workbook: Workbook, args: Arguments): string[] {
  const options = args.optionalRecord(1);
  const position = POSITIONS.find((one) => one === (options.positionType ?? 'End'));
  const names = options.sheetNamesToInsert ?? [];
  if (!position || !Array.isArray(names) || names.some((name) => typeof name !== 'string')) throw invalidArgument();
  const beside = options.relativeTo ?? null;
  if (beside !== null && typeof beside !== 'string')
    throw notImplemented('InsertWorksheetOptions.relativeTo as an object');
  const relativeTo = beside === null ? null : workbook.findSheet(beside);
  if (beside !== null && !relativeTo) throw itemNotFound();
  const added = insertSheets(workbook, bytesOf(args.text(0)), {
    names: names as string[],
    position: position === 'None' ? 'End' : position,
    relativeTo,
  });
  return added.map(({ id }) => id);
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw invalidArgument();
  }
}

export const WORKBOOKS: Specs<
  | 'Workbook'
  | 'Application'
  | 'CultureInfo'
  | 'NumberFormatInfo'
  | 'DatetimeFormatInfo'
  | 'Runtime'
  | 'DocumentProperties'
  | 'WorkbookProtection'
> = {
  Workbook: {
    properties: {
      Name: { get: (workbook) => workbook.name },
      ReadOnly: { get: ({ readOnly }) => readOnly },
      AutoSave: { get: () => false },
      IsDirty: kept.flag(
        (workbook) => workbook.isDirty,
        (workbook, value) => (workbook.isDirty = value),
      ),
      CalculationEngineVersion: { get: () => 191029 },
    },
    navigation: {
      Worksheets: (workbook) => of('WorksheetCollection', workbook),
      Tables: (workbook) => of('TableCollection', { workbook, sheet: null }),
      Names: (workbook) => of('NamedItemCollection', { workbook, sheet: null }),
      Settings: (workbook) => of('SettingCollection', workbook),
      Application: (workbook) => of('Application', workbook),
      Properties: (workbook) => of('DocumentProperties', workbook),
      Protection: (workbook) => of('WorkbookProtection', workbook),
      Functions: (workbook) => of('Functions', workbook),
      _Runtime: (workbook) => of('Runtime', workbook),
    },
    methods: {
      GetSelectedRange: (workbook) => rangeOf(workbook.active, workbook.selection),
      GetActiveCell: (workbook) => rangeOf(workbook.active, cell(workbook.selection.row, workbook.selection.column)),
      _GetRangeForEventByReferenceId: (workbook, args) => {
        const range = rangeOfEvent(workbook, args.text(0));
        if (!range) throw itemNotFound();
        return of('Range', range);
      },
      _GetRangeOrNullObjectForEventByReferenceId: (workbook, args) =>
        ofNullable('Range', rangeOfEvent(workbook, args.text(0))),
      InsertWorksheetsFromBase64: (workbook, args) => insertWorksheets(workbook, args),
      Save: (workbook) => {
        workbook.count('save');
        workbook.isDirty = false;
        return null;
      },
    },
  },
  Application: {
    properties: {
      CalculationMode: kept.choice(
        MODES,
        (workbook) => workbook.calculationMode,
        (workbook, value) => {
          workbook.aboutToChange();
          workbook.calculationMode = MODES.find((mode) => mode === value) ?? 'Automatic';
          if (workbook.calculationMode !== 'Manual') workbook.calculator.recalculate();
        },
      ),
      CalculationState: { get: () => 'Done' },
      CalculationEngineVersion: { get: () => 191029 },
      DecimalSeparator: { get: decimal },
      ThousandsSeparator: { get: group },
      UseSystemSeparators: { get: () => true },
    },
    navigation: { CultureInfo: (workbook) => of('CultureInfo', workbook) },
    methods: {
      Calculate: (workbook, args) => {
        kept.oneOf(['Recalculate', 'Full', 'FullRebuild'], args.at(0));
        workbook.count('calculate');
        workbook.calculator.recalculate();
        for (const sheet of workbook.sheets) workbook.changes.report({ kind: 'calculated', sheet });
        return null;
      },
      SuspendApiCalculationUntilNextSync: (workbook) => {
        workbook.count('suspendApiCalculation');
        return null;
      },
      SuspendScreenUpdatingUntilNextSync: (workbook) => {
        workbook.count('suspendScreenUpdating');
        return null;
      },
    },
  },
  CultureInfo: {
    properties: { Name: { get: (workbook) => workbook.locale } },
    navigation: {
      NumberFormat: (workbook) => of('NumberFormatInfo', workbook),
      DatetimeFormat: (workbook) => of('DatetimeFormatInfo', workbook),
    },
  },
  NumberFormatInfo: {
    properties: { NumberDecimalSeparator: { get: decimal }, NumberGroupSeparator: { get: group } },
  },
  DatetimeFormatInfo: {
    properties: {
      DateSeparator: { get: dateSeparator },
      TimeSeparator: { get: () => ':' },
      ShortDatePattern: { get: (workbook) => shortDate(workbook.locale).replace(/m/g, 'M') },
    },
  },
  Runtime: {
    properties: {
      EnableEvents: kept.flag(
        (workbook) => workbook.addinEvents,
        (workbook, value) => (workbook.addinEvents = value),
      ),
    },
  },
  DocumentProperties: {
    properties: {
      Title: property('title'),
      Subject: property('subject'),
      Author: property('author'),
      Keywords: property('keywords'),
      Comments: property('comments'),
      Category: property('category'),
      Company: property('company'),
    },
  },
  WorkbookProtection: {
    properties: { Protected: { get: (workbook) => workbook.protection !== null } },
    methods: {
      Protect: (workbook, args) => {
        if (workbook.protection) throw accessDenied();
        workbook.protection = { password: args.optionalText(0) ?? '' };
        return null;
      },
      Unprotect: (workbook, args) => {
        if (workbook.protection && workbook.protection.password !== (args.optionalText(0) ?? ''))
          throw invalidArgument();
        workbook.protection = null;
        return null;
      },
    },
  },
};
