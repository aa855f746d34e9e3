/// <reference types="office-js" />
import type { Area } from '../area';
import { refuseDoubleHeaders } from '../headers';
import type { TablePlace, WorkbookFacts } from '../port';
import { refuse } from '../refusal';
import type { DefinedName } from '../write/result-body';
import type { Session } from './session';

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
}

export interface TableState {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly sheetId: string;
  readonly area: Area;
  /** 0 or 1. */
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly { readonly name: string }[];
}

/** What the workbook is made of, at one moment. */
export interface Snapshot {
  readonly name: string;
  readonly date1904: boolean;
  readonly structureLocked: boolean;
  /** Whether Excel calculates only when it is told to, and whether it is calculating now. */
  readonly manual: boolean;
  readonly isCalculating: boolean;
  /** Whether the add-in is told of changes. */
  readonly events: boolean;
  readonly sheets: readonly SheetState[];
  readonly tables: readonly TableState[];
  readonly definedNames: readonly DefinedName[];
}

/** Asks Excel for all sheets and tables with their places. Two round trips, however many there are. */
export async function takeSnapshot(session: Session): Promise<Snapshot> {
  const snapshot = await session.run(async (context): Promise<Snapshot> => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load('items/id,items/name');
    const tables = workbook.tables.load('items/id,items/name,items/showHeaders,items/showTotals');
    const names = workbook.names.load('items/name,items/formula');
    const protection = workbook.protection.load('protected');
    const application = workbook.application.load('calculationMode,calculationState');
    // There is no member that tells the date system; but the first day of 1904 is 0 in the one and 1,462 in the other.
    const origin = workbook.functions.date(1904, 1, 1).load('value,error');
    const runtime = context.runtime.load('enableEvents');
    workbook.load('name');
    await context.sync();

    const sheetProtections = sheets.items.map((sheet) => sheet.protection.load('protected'));
    const places = tables.items.map((table) => ({
      table,
      sheet: table.worksheet.load('id,name'),
      range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
      columns: table.columns.load('items/name'),
    }));
    await context.sync();
    return {
      name: workbook.name,
      date1904: isDate1904(origin.value, origin.error),
      structureLocked: protection.protected,
      events: runtime.enableEvents,
      manual: application.calculationMode !== 'Automatic',
      isCalculating: application.calculationState === 'Calculating',
      sheets: sheets.items.map(({ id, name }, at) => ({ id, name, isProtected: sheetProtections[at].protected })),
      tables: places.map(({ table, sheet, range, columns }) => ({
        id: table.id,
        name: table.name,
        sheet: sheet.name,
        sheetId: sheet.id,
        area: {
          top: range.rowIndex + 1,
          left: range.columnIndex + 1,
          bottom: range.rowIndex + range.rowCount,
          right: range.columnIndex + range.columnCount,
        },
        headerRows: table.showHeaders ? 1 : 0,
        totalsRows: table.showTotals ? 1 : 0,
        columns: columns.items.map(({ name }) => ({ name })),
      })),
      definedNames: names.items.map(({ name, formula }) => ({ name, formula: String(formula).replace(/^=/, '') })),
    };
  });
  for (const { name, sheet, columns } of snapshot.tables) {
    refuseDoubleHeaders(
      name,
      sheet,
      columns.map((column) => column.name),
    );
  }
  return snapshot;
}

function isDate1904(origin: unknown, error: unknown): boolean {
  if (origin === 0 && !error) return true;
  if (origin === 1462) return false;
  throw refuse(
    'DATE_SYSTEM_UNKNOWN',
    `Excel does not tell how the workbook counts days: DATE(1904,1,1) results in ${String(origin)}. Nothing was changed.`,
    'Close the workbook, open it again, and start once more.',
  );
}

/** First and last row of a table's body; with no row of data the last stands before the first. */
export function bodyOf({ area, headerRows, totalsRows }: TableState): Area {
  return { ...area, top: area.top + headerRows, bottom: area.bottom - totalsRows };
}

export function factsOf(snapshot: Snapshot): WorkbookFacts {
  return {
    date1904: snapshot.date1904,
    sheets: snapshot.sheets.map(({ name }) => name),
    tables: inOrderOfSheets(snapshot).map(placeOf),
  };
}

/** Excel lists tables in the order in which they were made. */
function inOrderOfSheets({ sheets, tables }: Snapshot): TableState[] {
  const places = new Map(sheets.map(({ id }, index) => [id, index] as const));
  const at = ({ sheetId }: TableState): number => places.get(sheetId) ?? 0;
  return [...tables].sort((a, b) => at(a) - at(b));
}

export function placeOf(table: TableState): TablePlace {
  const body = bodyOf(table);
  return {
    name: table.name,
    sheet: table.sheet,
    headerRow: table.area.top,
    firstColumn: table.area.left,
    headers: table.columns.map(({ name }) => name),
    rows: Math.max(0, body.bottom - body.top + 1),
  };
}
