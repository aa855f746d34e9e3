import { columnLetters } from '../cells';
import type { Page, PageRow } from '../sheets/page';
import { PALETTE } from '../write/result-layout';
import type { Looks } from './looks';
import { cellOf } from './page-cell';
import { printSetup } from './result-sheet';
import { NS } from './xml-walk';

/** The part of a page that is made: all of xl/worksheets/sheetN.xml. `drawing` is a relationship, where it has charts. */
export function pageSheet(page: Page, looks: Looks, drawing: string | undefined): string {
  const header = page.headerRow;
  const last = columnLetters(page.widths.length);
  const frozen =
    header === undefined
      ? ''
      : `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>` +
        `<selection pane="bottomLeft" activeCell="A${header + 1}" sqref="A${header + 1}"/>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${NS.main}" xmlns:r="${NS.relationships}">` +
    `<sheetPr><tabColor rgb="FF${PALETTE.tab}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="${dimensionOf(page)}"/>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${page.widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width + 0.7109375}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${pageRows(page, looks)}</sheetData>` +
    printSetup(1) +
    `<ignoredErrors><ignoredError sqref="A1:${last}1048576" numberStoredAsText="1"/></ignoredErrors>` +
    `${drawing === undefined ? '' : `<drawing r:id="${drawing}"/>`}</worksheet>`
  );
}

/** "A1:I40", the area that the page's cells take up. */
export const dimensionOf = ({ widths, rows }: Page): string => `A1:${columnLetters(widths.length)}${rows.length}`;

/** What stands inside <sheetData>. */
export function pageRows({ sheet, rows }: Page, looks: Looks): string {
  return rows
    .map(({ cells, height }: PageRow, at) => {
      const row = at + 1;
      const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
      return `<row r="${row}"${size}>${cells.map((cell) => cellOf(cell, row, sheet, looks)).join('')}</row>`;
    })
    .join('');
}
