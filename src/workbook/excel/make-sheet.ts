/// <reference types="office-js" />
import type { Area } from '../area';
import { columnLetters } from '../cells';
import type { Formats, TableWrite } from '../port';
import { resultFormat } from '../write/number-formats';
import { labelColumn, type PrintLayout } from '../write/print-layout';
import { goTo, resultColumns, type ResultColumn } from '../write/result-columns';
import { agreementHeaders } from '../write/agreements';
import {
  agreementsRow,
  FIRST_TIE_OUT_ROW,
  figureColumn,
  headerHeight,
  headerRowOf,
  HEIGHTS,
  PALETTE,
  TABLE_STYLE,
} from '../write/result-layout';
import * as looks from './looks';
import type { OpenTable } from './open-tables';
import { writeCells } from './page-cells';
import { textFor } from './out-values';
import { cellsOf, everywhere } from './ranges';
import type { Session } from './session';
import type { SheetState } from './snapshot';

/** Characters to points: a character of the standard font has 7 pixels, and a cell 5 for its edges. */
export const pointsOf = (characters: number): number => Math.round((characters + 0.7109375) * 7) * 0.75;

export const TAB_COLOR = `#${PALETTE.tab}`;

const cell = (sheet: Excel.Worksheet, row: number, column: number): Excel.Range => sheet.getCell(row - 1, column - 1);

/**
 * Makes the sheet of a result table with one blank row, in one request: title, labels, header, table. Formulas follow
 * when all tables are there. The table gets its name at the very end, when all else is done.
 */
export async function makeSheet(
  session: Session,
  write: TableWrite,
  unfinished: SheetState | undefined,
  formats: Formats,
): Promise<OpenTable> {
  const { table, dimensions, links } = write;
  const columns = resultColumns(table, dimensions, links);
  const header = headerRowOf(table, !links && goTo(table) !== undefined);
  const area: Area = { top: header, left: 1, bottom: header + 1, right: columns.length };
  const sheetId = await session.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = unfinished ? worksheets.getItem(unfinished.id) : worksheets.add(table.sheet);
    if (unfinished) await clear(context, sheet);
    // First of all: a sheet that is not finished is known by it.
    sheet.tabColor = TAB_COLOR;
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    head(sheet, write, columns, formats);
    columns.forEach(({ width }, at) => {
      cellsOf(sheet, { top: 1, bottom: 1, left: at + 1, right: at + 1 }).format.columnWidth = pointsOf(width);
    });
    const headers = cellsOf(sheet, { ...area, bottom: header });
    headers.values = [columns.map(({ header: text }) => textFor(text, 'General'))];
    looks.headerLook(sheet, header, columns);
    headers.format.rowHeight = headerHeight(columns);
    const body = { ...area, top: header + 1 };
    looks.forRuns(
      columns,
      ({ kind }) => resultFormat(kind, null, formats),
      (format, first, last) => {
        cellsOf(sheet, { ...body, left: first + 1, right: last + 1 }).numberFormat = everywhere(format);
      },
    );
    looks.bodyLook(sheet, body, columns);
    const made = sheet.tables.add(cellsOf(sheet, area), true);
    made.style = TABLE_STYLE;
    sheet.showGridlines = false;
    sheet.freezePanes.freezeAt(cellsOf(sheet, { top: 1, left: 1, bottom: header, right: 1 }));
    made.name = table.name;
    sheet.load('id');
    await context.sync();
    return sheet.id;
  });
  return {
    name: table.name,
    sheet: table.sheet,
    sheetId,
    columns: columns.map((column) => ({ name: column.header, formula: '' })),
    area,
    isBlank: true,
  };
}

/** Takes away what an interrupted run has left on a sheet. */
async function clear(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  const tables = sheet.tables.load('items/id');
  await context.sync();
  for (const table of tables.items) table.delete();
  sheet.getRange().clear();
}

/** Title, description, and the labels of the figures. */
function head(sheet: Excel.Worksheet, write: TableWrite, columns: readonly ResultColumn[], formats: Formats): void {
  const { table, links } = write;
  const rows: readonly (readonly [row: number, height: number])[] = [
    [1, HEIGHTS.title],
    [2, HEIGHTS.about],
    [3, HEIGHTS.gap],
  ];
  for (const [row, height] of rows) cell(sheet, row, 1).format.rowHeight = height;
  const left = labelColumn(columns);
  const title = cell(sheet, 1, left);
  title.values = [[table.sheet]];
  looks.titleLook(title);
  const about = cell(sheet, 2, left);
  about.values = [[table.about]];
  looks.aboutLook(about);

  const figures = figureColumn(table, columns);
  table.tieOuts.forEach(({ label, kind }, index) => {
    const row = FIRST_TIE_OUT_ROW + index;
    const text = cell(sheet, row, left);
    text.values = [[label]];
    looks.labelLook(text);
    const figure = cell(sheet, row, figures);
    figure.numberFormat = [[resultFormat(kind, null, formats)]];
    looks.figureLook(figure);
    if (kind === 'check') looks.verdictLook(cell(sheet, row, figures + 1));
  });
  const { agreements = [] } = table;
  const above = agreementsRow(table);
  if (agreements.length > 0) writeCells(sheet, above, agreementHeaders(left, figures), formats);
  agreements.forEach((value, at) => {
    writeCells(sheet, above + 1 + at, [{ column: left, look: 'label', value }], formats);
  });
  const link = links ? undefined : goTo(table);
  if (!link) return;
  const row = headerRowOf(table, true) - 2;
  const label = cell(sheet, row, left);
  label.values = [[goToLabel(link.target)]];
  looks.labelLook(label, true);
  label.format.rowHeight = HEIGHTS.goTo;
  const input = cell(sheet, row, figures);
  input.numberFormat = [['@']];
  looks.goToInputLook(input);
  looks.goToLinkLook(cell(sheet, row, figures + 1));
}

export const goToLabel = (target: string): string => `Go to ${target}`;

/**
 * How new sheets are printed. Excel needs a printer to answer some of it, so that this is asked last and by itself: what
 * it refuses here is no reason to stop.
 */
export async function setUpPrinting(
  session: Session,
  sheets: readonly {
    readonly sheetId: string;
    readonly titleRow: number | undefined;
    /** As wide as a page, with all columns, where it is left out. */
    readonly print?: PrintLayout;
  }[],
): Promise<void> {
  await session.run(async (context) => {
    for (const { sheetId, titleRow, print } of sheets) {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.zoom = { horizontalFitToPages: print?.pagesWide ?? 1 };
      Object.assign(pageLayout, { leftMargin: 36, rightMargin: 36, topMargin: 54, bottomMargin: 54 });
      if (titleRow !== undefined) pageLayout.setPrintTitleRows(sheet.getCell(titleRow - 1, 0).getEntireRow());
      if (print && print.pagesWide > 1) {
        pageLayout.printOrder = 'OverThenDown';
        pageLayout.setPrintTitleColumns('A:A');
      }
      if (print?.lastColumn !== undefined) pageLayout.setPrintArea(`A:${columnLetters(print.lastColumn)}`);
      const texts = pageLayout.headersFooters.defaultForAllPages;
      texts.leftHeader = '&9&F';
      texts.rightHeader = '&9&A';
      texts.leftFooter = '&9&D';
      texts.rightFooter = '&9Page &P of &N';
    }
    await context.sync();
  });
}
