import { columnLetters, quoteSheet } from '../cells';
import type { NewPage, NewSheet, PageLine } from './create-sheet';
import type { SharedStrings } from './create-strings';
import type { Styles, StyleName } from './create-styles';
import { escapeAttribute } from './xml';

/** Widths of the three columns that lines of a page are laid out in. */
const WIDTHS = [24, 18, 96];
/** At least so many letters fit on a line of the last column, and of the whole page. */
const LETTERS = 108;
const LETTERS_ACROSS = 150;

/** A page of text: xl/worksheets/sheetN.xml. Paragraphs run across the page, rows of cells keep to the columns. */
export function pageSheet(page: NewPage, sheets: readonly NewSheet[], styles: Styles, strings: SharedStrings): string {
  const rows: string[] = [];
  const merges: string[] = [];
  const links: string[] = [];
  const cell = (row: number, column: number, text: string, style: StyleName): string =>
    `<c r="${columnLetters(column)}${row}" s="${styles.number(style)}"` +
    (text === '' ? '/>' : ` t="s"><v>${strings.of(text)}</v></c>`);
  const across = (row: number, text: string, style: StyleName): string => {
    merges.push(`A${row}:C${row}`);
    return [text, '', ''].map((part, index) => cell(row, index + 1, part, style)).join('');
  };
  const rowElement = (row: number, height: number, cells: string): void => {
    rows.push(`<row r="${row}" ht="${height}" customHeight="1">${cells}</row>`);
  };

  rowElement(1, 30, cell(1, 1, page.title, 'title'));
  page.lines.forEach((line, index) => {
    const row = index + 2;
    if ('blank' in line) rowElement(row, 9, '');
    else if ('heading' in line) rowElement(row, 24, cell(row, 1, line.heading, 'page heading'));
    else if ('text' in line) rowElement(row, heightOf(line.text, LETTERS_ACROSS), across(row, line.text, 'page text'));
    else if ('command' in line) rowElement(row, 17.25, across(row, line.command, 'page command'));
    else {
      const style: StyleName = line.bold ? 'page bold' : 'page text';
      const cells = line.cells.map((text, at) =>
        cell(row, at + 1, text, at === 0 && line.link !== undefined ? 'page link' : style),
      );
      rowElement(row, heightOf(line.cells[2] ?? '', LETTERS), cells.join(''));
      if (line.link !== undefined) links.push(linkElement(row, line, line.link));
    }
  });

  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<sheetPr><tabColor rgb="FF1F3B4D"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:C${page.lines.length + 1}"/>` +
    `<sheetViews><sheetView showGridLines="0" ${sheets[0] === page ? 'tabSelected="1" ' : ''}workbookViewId="0"/></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${WIDTHS.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 0.7109375}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    (merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`) +
    (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape"/></worksheet>'
  );
}

/** Points: as many lines as the text needs. Merged cells do not grow by themselves. */
function heightOf(text: string, lettersALine: number): number {
  return 15 * Math.max(1, Math.ceil(text.length / lettersALine)) + 1.5;
}

function linkElement(row: number, line: PageLine & { cells: readonly string[] }, sheet: string): string {
  const location = escapeAttribute(`${quoteSheet(sheet)}!A1`);
  return `<hyperlink ref="A${row}" location="${location}" display="${escapeAttribute(line.cells[0])}"/>`;
}
