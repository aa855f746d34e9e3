import { columnLetters } from '../cells';
import type { TableWrite } from '../port';
import { goToFormula, type LinkPlace } from '../write/link-formula';
import { goTo, type ResultColumn } from '../write/result-columns';
import type { BodyColumn } from '../write/result-body';
import {
  agreementsRow,
  FIRST_TIE_OUT_ROW,
  figureColumn,
  headerHeight,
  headerPlace,
  headerRowOf,
  HEIGHTS,
  PALETTE,
  TABLE_STYLE,
  TIE_OUT_VERDICTS,
  verdictFormula,
} from '../write/result-layout';
import { labelColumn, printLayout } from '../write/print-layout';
import type { PageCell } from '../sheets/page';
import { agreementCells, agreementHeaders } from '../write/agreements';
import { BodyWriter, formulaCell, valueCell } from './body-writer';
import { cellOf } from './page-cell';
import type { Looks } from './looks';
import { escapeText } from './xml';
import { NS } from './xml-walk';

const ROWS_A_PIECE = 2000;

/**
 * How our sheets are printed: landscape, as wide as a page or as two that follow each other, with file, sheet, date and page numbers on
 * each.
 */
export const printSetup = (pagesWide: number): string =>
  '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  `<pageSetup ${pagesWide > 1 ? `pageOrder="overThenDown" orientation="landscape" fitToWidth="${pagesWide}"` : 'orientation="landscape"'} fitToHeight="0"/>` +
  '<headerFooter><oddHeader>&amp;L&amp;9&amp;F&amp;R&amp;9&amp;A</oddHeader><oddFooter>&amp;L&amp;9&amp;D&amp;R&amp;9Page &amp;P of &amp;N</oddFooter></headerFooter>';

/** A result sheet that is to be made. */
export interface NewResultSheet {
  readonly write: TableWrite;
  readonly columns: readonly ResultColumn[];
  readonly body: readonly BodyColumn[];
  readonly looks: Looks;
  readonly date1904: boolean;
  /** Where typed ids are looked for, on a sheet without link columns. */
  readonly search: LinkPlace | undefined;
}

/** The part xl/worksheets/sheetN.xml in pieces, its elements in the order that Excel demands. `tableId` is a relationship. */
export function* resultSheet(sheet: NewResultSheet, tableId: string): Generator<string, void> {
  const { columns, write, search } = sheet;
  const header = headerRowOf(write.table, search !== undefined);
  const last = columnLetters(columns.length);
  const rows = Math.max(write.rows, 1);
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${NS.main}" xmlns:r="${NS.relationships}">` +
    `<sheetPr><tabColor rgb="FF${PALETTE.tab}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${last}${header + rows}"/>` +
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">' +
    `<pane xSplit="1" ySplit="${header}" topLeftCell="B${header + 1}" activePane="bottomRight" state="frozen"/>` +
    `<selection pane="topRight" activeCell="B1" sqref="B1"/><selection pane="bottomLeft" activeCell="A${header + 1}" sqref="A${header + 1}"/>` +
    `<selection pane="bottomRight" activeCell="B${header + 1}" sqref="B${header + 1}"/></sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 0.7109375}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${topRows(sheet)}`
  );
  yield* bodyRows(sheet, header, rows);
  yield (
    '</sheetData>' +
    printSetup(printLayout(columns).pagesWide) +
    // Ids like 00123 are text on purpose: no green corners, however far the table grows.
    `<ignoredErrors><ignoredError sqref="A${header + 1}:${last}1048576" numberStoredAsText="1"/></ignoredErrors>` +
    `<tableParts count="1"><tablePart r:id="${tableId}"/></tableParts></worksheet>`
  );
}

function topRows(sheet: NewResultSheet): string {
  const { write, looks, columns, search } = sheet;
  const { table } = write;
  const text = (row: number, column: number, value: string, style: number): string =>
    valueCell(`${columnLetters(column)}${row}`, style, value, table.sheet);
  const left = labelColumn(columns);
  const rows = [
    `<row r="1" ht="${HEIGHTS.title}" customHeight="1">${text(1, left, table.sheet, looks.of('title'))}</row>`,
    `<row r="2" ht="${HEIGHTS.about}" customHeight="1">${text(2, left, table.about, looks.of('about'))}</row>`,
    `<row r="3" ht="${HEIGHTS.gap}" customHeight="1"/>`,
  ];
  const label = goTo(table);
  const figures = figureColumn(table, columns);
  const letters = columnLetters(figures);
  const beside = columnLetters(figures + 1);
  table.tieOuts.forEach((tieOut, index) => {
    const row = FIRST_TIE_OUT_ROW + index;
    const value = write.tieOuts[tieOut.label];
    const verdict = value === undefined ? undefined : TIE_OUT_VERDICTS[value === 0 ? 0 : 1];
    rows.push(
      `<row r="${row}">${text(row, left, tieOut.label, looks.of('label'))}` +
        formulaCell(`${letters}${row}`, looks.figure(tieOut.kind, value ?? null), tieOut.formula, value) +
        (tieOut.kind === 'check'
          ? formulaCell(`${beside}${row}`, looks.of('verdict'), verdictFormula(`${letters}${row}`), verdict)
          : '') +
        '</row>',
    );
  });
  rows.push(...agreementRows(sheet, left, figures));
  const header = headerRowOf(write.table, search !== undefined);
  if (search && label) {
    const row = header - 2;
    rows.push(
      `<row r="${row}" ht="${HEIGHTS.goTo}" customHeight="1">${text(row, left, `Go to ${label.target}`, looks.of('go to label'))}` +
        `<c r="${letters}${row}" s="${looks.of('go to input')}"/>` +
        `${formulaCell(`${beside}${row}`, looks.of('go to link'), goToFormula(`${letters}${row}`, search), '')}</row>`,
    );
  }
  const headers = columns.map((column, index) =>
    text(header, index + 1, column.header, looks.of(headerPlace(column, index))),
  );
  rows.push(`<row r="${header}" ht="${headerHeight(columns)}" customHeight="1">${headers.join('')}</row>`);
  return rows.join('');
}

/** What is compared with other tables. */
function agreementRows({ write, looks }: NewResultSheet, left: number, figures: number): string[] {
  const { table, agreements = {} } = write;
  const title = agreementsRow(table);
  const row = (number: number, cells: readonly PageCell[]): string =>
    `<row r="${number}">${cells.map((cell) => cellOf(cell, number, table.sheet, looks)).join('')}</row>`;
  const labels = table.agreements ?? [];
  if (labels.length === 0) return [];
  const rows = labels.map((label, at) => {
    const agreement = agreements[label];
    const cells = agreement ? agreementCells(agreement, figures, title + 1 + at, looks.formats) : [];
    return row(title + 1 + at, [{ column: left, look: 'label', value: label }, ...cells]);
  });
  return [row(title, agreementHeaders(left, figures)), ...rows];
}

function* bodyRows(sheet: NewResultSheet, header: number, rows: number): Generator<string, void> {
  const writer = new BodyWriter(sheet.body, 1, sheet.looks, sheet.date1904, sheet.write.table.sheet);
  let piece = '';
  for (let index = 0; index < rows; index++) {
    const row = header + 1 + index;
    piece += `<row r="${row}"${writer.attributes(index)}>${writer.cells(row, index).join('')}</row>`;
    if ((index + 1) % ROWS_A_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

/** The table of the sheet: the part xl/tables/tableN.xml. */
export function resultTable(sheet: NewResultSheet, tableId: number): string {
  const header = headerRowOf(sheet.write.table, sheet.search !== undefined);
  const ref = `A${header}:${columnLetters(sheet.columns.length)}${header + Math.max(sheet.write.rows, 1)}`;
  const name = sheet.write.table.name;
  const columns = sheet.body.map(({ header: text, formula }, index) => {
    const open = `<tableColumn id="${index + 1}" name="${escapeText(text).replace(/"/g, '&quot;')}"`;
    return formula === ''
      ? `${open}/>`
      : `${open}><calculatedColumnFormula>${escapeText(formula)}</calculatedColumnFormula></tableColumn>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="${NS.main}" id="${tableId}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/>` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="${TABLE_STYLE}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}
