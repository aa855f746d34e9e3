import { columnLetters } from '../cells';
import type { OutValue } from '../port';
import type { ColumnKind, InputColumn } from '../tables/spec';
import { columnsOf, HEADER_ROW, type NewSheet, type NewTable, widthOf } from './create-sheet';
import type { SharedStrings } from './create-strings';
import { headerStyle, type Styles, type StyleName } from './create-styles';
import { validations } from './create-validation';
import { escapeAttribute, escapeText } from './xml';

/** Rows of a sheet are handed over in pieces of this many, so that a large one never stands in memory twice. */
const ROWS_A_PIECE = 5000;

/** The sheet of a table: xl/worksheets/sheetN.xml in pieces, from top to bottom. Elements stand in the order that Excel demands. */
export function* tableSheet(
  sheet: NewTable,
  sheets: readonly NewSheet[],
  styles: Styles,
  strings: SharedStrings,
): Generator<string> {
  const columns = columnsOf(sheet);
  const last = columnLetters(columns.length);
  const lastRow = HEADER_ROW + Math.max(sheet.rows, 1);
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<sheetPr><tabColor rgb="FF5A7684"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${last}${lastRow}"/>` +
    `<sheetViews><sheetView ${sheets[0] === sheet ? 'tabSelected="1" ' : ''}workbookViewId="0">` +
    `<pane ySplit="${HEADER_ROW}" topLeftCell="A${HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A${HEADER_ROW + 1}" sqref="A${HEADER_ROW + 1}"/></sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.map((column, index) => columnElement(column, index, widthOf(column, sheet), styles)).join('')}</cols>` +
    '<sheetData>' +
    topRows(sheet, columns, styles, strings)
  );
  yield* bodyRows(sheet, columns, styles, strings);
  yield (
    '</sheetData>' +
    validations(sheet, sheets) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>${escapeText(footer(sheet.table.sheet))}</oddFooter></headerFooter>` +
    ignoredErrors(sheet, columns) +
    '<legacyDrawing r:id="rId1"/>' +
    '<tableParts count="1"><tablePart r:id="rId3"/></tableParts></worksheet>'
  );
}

/** Sheet name at the left, page at the right. A lone & would be read as a code. */
const footer = (name: string): string => `&L&9${name.replace(/&/g, '&&')}&R&9Page &P of &N`;

/** The style of the column serves the rows that people add below the table. */
function columnElement(column: InputColumn, index: number, width: number, styles: Styles): string {
  const style = styles.number(`${column.kind} column`);
  return `<col min="${index + 1}" max="${index + 1}" width="${width + 0.7109375}" style="${style}" customWidth="1"/>`;
}

function topRows(sheet: NewTable, columns: readonly InputColumn[], styles: Styles, strings: SharedStrings): string {
  const text = (row: number, column: number, value: string, style: StyleName): string =>
    `<c r="${columnLetters(column + 1)}${row}" s="${styles.number(style)}" t="s"><v>${strings.of(value)}</v></c>`;
  const headers = columns.map((column, index) =>
    text(HEADER_ROW, index, column.name, headerStyle(column.kind, column.required)),
  );
  return (
    `<row r="1" ht="26.25" customHeight="1">${text(1, 0, sheet.table.sheet, 'title')}</row>` +
    `<row r="2" ht="15.75" customHeight="1">${text(2, 0, sheet.table.about, 'about')}</row>` +
    '<row r="3" ht="7.5" customHeight="1"/>' +
    `<row r="${HEADER_ROW}" ht="30" customHeight="1">${headers.join('')}</row>`
  );
}

function* bodyRows(
  sheet: NewTable,
  columns: readonly InputColumn[],
  styles: Styles,
  strings: SharedStrings,
): Generator<string> {
  const writers = columns.map((column, index) => ({
    letters: columnLetters(index + 1),
    style: styles.number(`${column.kind} cell`),
    cells: sheet.cells[column.name] as readonly OutValue[] | undefined,
  }));
  // An Excel table has at least one row: that of an empty one is blank.
  const rows = Math.max(sheet.rows, 1);
  let piece: string[] = [];
  for (let row = 0; row < rows; row++) {
    const number = HEADER_ROW + 1 + row;
    piece.push(`<row r="${number}">`);
    for (const { letters, style, cells } of writers) {
      const value = row < sheet.rows ? (cells?.[row] ?? null) : null;
      if (value === null) piece.push(`<c r="${letters}${number}" s="${style}"/>`);
      else if (typeof value === 'number') piece.push(`<c r="${letters}${number}" s="${style}"><v>${value}</v></c>`);
      else piece.push(`<c r="${letters}${number}" s="${style}" t="s"><v>${strings.of(value)}</v></c>`);
    }
    piece.push('</row>');
    if ((row + 1) % ROWS_A_PIECE === 0) {
      yield piece.join('');
      piece = [];
    }
  }
  yield piece.join('');
}

/** Ids that look like numbers are meant to be text: no green corner for them. */
function ignoredErrors(sheet: NewTable, columns: readonly InputColumn[]): string {
  const lastRow = HEADER_ROW + Math.max(sheet.rows, 1) + (sheet.spareRows ?? 0);
  const isText = (kind: ColumnKind): boolean => kind === 'id' || kind === 'text';
  const ranges = columns.flatMap(({ kind }, index) => {
    const letters = columnLetters(index + 1);
    return isText(kind) ? [`${letters}${HEADER_ROW + 1}:${letters}${lastRow}`] : [];
  });
  return ranges.length === 0
    ? ''
    : `<ignoredErrors><ignoredError sqref="${ranges.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`;
}

/** The Excel table itself: the part xl/tables/tableN.xml. */
export function tableXml(sheet: NewTable, tableNumber: number): string {
  const columns = columnsOf(sheet);
  const ref = `A${HEADER_ROW}:${columnLetters(columns.length)}${HEADER_ROW + Math.max(sheet.rows, 1)}`;
  const name = escapeAttribute(sheet.table.name);
  const elements = columns.map(
    (column, index) => `<tableColumn id="${index + 1}" name="${escapeAttribute(column.name)}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    `id="${tableNumber}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${elements.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" ' +
    'showColumnStripes="0"/></table>'
  );
}
