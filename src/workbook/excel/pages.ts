/// <reference types="office-js" />
import type { Formats, Pages } from '../port';
import { refuse } from '../refusal';
import type { Page, PageCell, PageMark, PageRow } from '../sheets/page';
import { pageNotOurs } from '../write/refusals';
import { addChart } from './charts';
import { ExcelFailure, isOfficeError, telling } from './failures';
import { forRuns, pageLook } from './looks';
import { pointsOf, setUpPrinting, TAB_COLOR } from './make-sheet';
import { contentOf, formatOf } from './page-cells';
import { textFor } from './out-values';
import { cellsOf } from './ranges';
import type { Session } from './session';
import { takeSnapshot, type SheetState } from './snapshot';

/** Sheets of ours without a table, in Excel. */
export function excelPages(session: Session): Pages {
  return {
    refuseForeign: async (marks) => {
      await telling(
        () => 'Nothing was changed.',
        () => find(session, marks),
      );
    },
    write: async (pages, formats) => {
      try {
        return await telling(
          () => 'All tables of the run are complete.',
          () => writePages(session, pages, formats),
        );
      } catch (error) {
        // They can be written again at any time: no reason to call a run failed that is complete.
        if (!(error instanceof ExcelFailure)) throw error;
        throw refuse('SHEETS_NOT_WRITTEN', error.message, 'They are written again with the next run.');
      }
    },
  };
}

/** The sheets that are there for some pages, by title. Throws WorkbookRefusal where one is not ours. */
async function find(session: Session, marks: readonly PageMark[]): Promise<Map<string, SheetState>> {
  const { sheets, tables } = await takeSnapshot(session);
  const there = marks.flatMap((mark) => {
    const sheet = sheets.find(({ name }) => name.toLowerCase() === mark.sheet.toLowerCase());
    return sheet ? [{ mark, sheet }] : [];
  });
  if (there.length === 0) return new Map();
  const looks = await session.run(async (context) => {
    const asked = there.map(({ sheet: { id } }) => {
      const sheet = context.workbook.worksheets.getItem(id).load('tabColor');
      const used = sheet.getUsedRangeOrNullObject(true).load('address');
      return { sheet, used, head: cellsOf(sheet, { top: 1, bottom: 2, left: 1, right: 1 }).load('values') };
    });
    await context.sync();
    return asked.map(({ sheet, used, head }) => ({
      isBlank: used.isNullObject && sheet.tabColor.toUpperCase() === TAB_COLOR,
      texts: (head.values as unknown[][]).flat(),
    }));
  });
  there.forEach(({ mark, sheet }, at) => {
    const { isBlank, texts } = looks[at];
    const isOurs = texts[0] === mark.sheet && texts[1] === mark.about;
    // One that was broken off at its first cell has our colour and nothing else.
    if (!(isOurs || isBlank) || tables.some(({ sheetId }) => sheetId === sheet.id)) throw pageNotOurs(sheet.name);
  });
  return new Map(there.map(({ mark, sheet }) => [mark.sheet, sheet]));
}

async function writePages(session: Session, pages: readonly Page[], formats: Formats): Promise<string[]> {
  const there = await find(session, pages);
  const { structureLocked } = await takeSnapshot(session);
  const written: string[] = [];
  const made: { readonly sheetId: string; readonly titleRow: number | undefined }[] = [];
  for (const page of pages) {
    const old = there.get(page.sheet);
    if (old ? !page.renews || old.isProtected : structureLocked) continue;
    const sheetId = await writePage(session, page, old, formats);
    written.push(page.sheet);
    if (!old) made.push({ sheetId, titleRow: page.headerRow });
  }
  try {
    if (made.length > 0) await setUpPrinting(session, made);
  } catch (error) {
    // A computer without a printer.
    if (!isOfficeError(error)) throw error;
  }
  return written;
}

/** Rows that go into one request: some hundred kilobytes. */
const ROWS_A_REQUEST = 500;

/** Writes all cells of a page, on its sheet or a new one. Returns the id of the sheet. */
async function writePage(session: Session, page: Page, old: SheetState | undefined, formats: Formats): Promise<string> {
  const sheetId = await session.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = old ? worksheets.getItem(old.id) : worksheets.add(page.sheet);
    sheet.tabColor = TAB_COLOR;
    context.application.suspendApiCalculationUntilNextSync();
    if (old) sheet.getRange().clear();
    sheet.getCell(0, 0).values = [[textFor(page.sheet, 'General')]];
    sheet.getCell(1, 0).values = [[textFor(page.about, 'General')]];
    if (!old) {
      page.widths.forEach((width, at) => {
        cellsOf(sheet, { top: 1, bottom: 1, left: at + 1, right: at + 1 }).format.columnWidth = pointsOf(width);
      });
      sheet.showGridlines = false;
      if (page.headerRow !== undefined) sheet.freezePanes.freezeRows(page.headerRow);
    }
    sheet.load('id');
    await context.sync();
    return sheet.id;
  });
  for (let first = 0; first < page.rows.length; first += ROWS_A_REQUEST) {
    const rows = page.rows.slice(first, first + ROWS_A_REQUEST);
    await session.run(async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      const sheet = context.workbook.worksheets.getItem(sheetId);
      writeRows(sheet, rows, first + 1, page.widths.length, formats);
      await context.sync();
    });
  }
  const { charts = [] } = page;
  if (!old && charts.length > 0) {
    await session.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      for (const chart of charts) addChart(sheet, chart);
      await context.sync();
    });
  }
  return sheetId;
}

function writeRows(
  sheet: Excel.Worksheet,
  rows: readonly PageRow[],
  top: number,
  width: number,
  formats: Formats,
): void {
  const area = { top, bottom: top + rows.length - 1, left: 1, right: width };
  const grid = rows.map(({ cells }) => {
    const row = new Array<PageCell | undefined>(width).fill(undefined);
    for (const cell of cells) row[cell.column - 1] = cell;
    return row;
  });
  const range = cellsOf(sheet, area);
  range.numberFormat = grid.map((row) => row.map((cell) => formatOf(cell, formats)));
  range.formulas = grid.map((row) => row.map((cell) => contentOf(cell, formats)));
  const looksOf = (row: (typeof grid)[number]): string => row.map((cell) => cell?.look ?? '').join();
  forRuns(grid, looksOf, (_, first, last) => {
    forRuns(
      grid[first],
      (cell) => cell?.look,
      (look, left, right) => {
        if (look === undefined) return;
        const run = { top: top + first, bottom: top + last, left: left + 1, right: right + 1 };
        pageLook(cellsOf(sheet, run), look, last > first);
      },
    );
  });
  rows.forEach(({ height }, at) => {
    if (height !== undefined) sheet.getCell(top + at - 1, 0).format.rowHeight = height;
  });
}
