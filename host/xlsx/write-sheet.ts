import { columnLetters } from '../../src/workbook/cells';
import { escapeAttribute, escapeText } from '../../src/workbook/file/xml';
import { areaText, cell, WHOLE_SHEET } from '../model/address';
import type { Sheet } from '../model/sheet';
import { charactersFromPoints } from '../model/style';
import { ErrorValue, type CellContent } from '../model/values';
import { formulaForFile } from './formula-text';
import type { StyleTable } from './write-styles';

/** A sheet as its part: cells, widths, frozen panes, links and merged cells, and the relationships of its tables. */
export function sheetXml(sheet: Sheet, styles: StyleTable, isActive: boolean, tableIds: readonly string[]): string {
  const parts = [
    sheet.tabColor ? `<sheetPr><tabColor rgb="FF${sheet.tabColor.slice(1)}"/></sheetPr>` : '',
    viewXml(sheet, isActive),
    columnsXml(sheet),
    `<sheetData>${rowsXml(sheet, styles)}</sheetData>`,
    sheet.protection ? '<sheetProtection sheet="1"/>' : '',
    listXml(
      'mergeCells',
      sheet.merged.map((area) => `<mergeCell ref="${areaText(area)}"/>`),
    ),
    listXml('hyperlinks', linksXml(sheet)),
    listXml(
      'tableParts',
      tableIds.map((id) => `<tablePart r:id="${id}"/>`),
    ),
  ];
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `${parts.join('')}</worksheet>`
  );
}

const listXml = (name: string, items: readonly string[]): string =>
  items.length ? `<${name}${name === 'hyperlinks' ? '' : ` count="${items.length}"`}>${items.join('')}</${name}>` : '';

function viewXml({ frozen, gridlines }: Sheet, isActive: boolean): string {
  const view = `<sheetViews><sheetView${gridlines ? '' : ' showGridLines="0"'}${isActive ? ' tabSelected="1"' : ''} workbookViewId="0">`;
  if (!frozen || (!frozen.rows && !frozen.columns)) return `${view}</sheetView></sheetViews>`;
  const pane = frozen.rows && frozen.columns ? 'bottomRight' : frozen.rows ? 'bottomLeft' : 'topRight';
  const split = (frozen.columns ? ` xSplit="${frozen.columns}"` : '') + (frozen.rows ? ` ySplit="${frozen.rows}"` : '');
  const corner = areaText(cell(frozen.rows, frozen.columns));
  return `${view}<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

function columnsXml(sheet: Sheet): string {
  const columns = [...new Set([...sheet.widths.keys(), ...sheet.hiddenColumns])].sort((a, b) => a - b);
  const items = columns.map((column) => {
    const points = sheet.widths.get(column) ?? 48;
    const width = Math.round((charactersFromPoints(points) + 0.71) * 100) / 100;
    const hidden = sheet.hiddenColumns.has(column) ? ' hidden="1"' : '';
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"${hidden}/>`;
  });
  return items.length ? `<cols>${items.join('')}</cols>` : '';
}

function rowsXml(sheet: Sheet, styles: StyleTable): string {
  const rows: string[] = [];
  const used = sheet.usedArea(false);
  let last = used ? used.row + used.rows : 0;
  for (const row of sheet.heights.keys()) last = Math.max(last, row + 1);
  for (const row of sheet.hiddenRows) last = Math.max(last, row + 1);
  const width = used ? used.column + used.columns : 0;
  const letters = Array.from({ length: width }, (_column, column) => columnLetters(column + 1));
  for (let row = 0; row < last; row++) {
    let cells = '';
    for (let column = 0; column < width; column++) cells += cellXml(sheet, row, column, letters[column], styles);
    const height = sheet.heights.get(row);
    const attributes =
      (height === undefined ? '' : ` ht="${height}" customHeight="1"`) +
      (sheet.hiddenRows.has(row) ? ' hidden="1"' : '');
    if (cells || attributes) rows.push(`<row r="${row + 1}"${attributes}>${cells}</row>`);
  }
  return rows.join('');
}

function cellXml(sheet: Sheet, row: number, column: number, letters: string, styles: StyleTable): string {
  const formula = sheet.formulas.get(row, column);
  const content = sheet.workbook.calculator.value(sheet, row, column);
  const format = sheet.numberFormats.get(row, column);
  const style = sheet.styles.get(row, column);
  if (content === undefined && !formula && format === undefined && style === undefined) return '';
  const look = styles.numberOf(format, style);
  const start = `<c r="${letters}${row + 1}"${look ? ` s="${look}"` : ''}`;
  if (formula) {
    const text = escapeText(formulaForFile(formula.text, sheet.workbook.tableAt(sheet, row, column)));
    return `${start}${typeOf(content)}><f>${text}</f><v>${resultText(content)}</v></c>`;
  }
  if (content === undefined) return `${start}/>`;
  if (typeof content !== 'string') return `${start}${typeOf(content)}><v>${resultText(content)}</v></c>`;
  const space = content !== content.trim() || content.includes('\n') ? ' xml:space="preserve"' : '';
  return `${start} t="inlineStr"><is><t${space}>${escapeText(content)}</t></is></c>`;
}

function typeOf(content: CellContent): string {
  if (content instanceof ErrorValue) return ' t="e"';
  if (typeof content === 'boolean') return ' t="b"';
  return typeof content === 'string' ? ' t="str"' : '';
}

function resultText(content: CellContent): string {
  if (typeof content === 'boolean') return content ? '1' : '0';
  return escapeText(String(content ?? ''));
}

/** Links to places in the workbook; links out of it would need a relationship and are left out. */
function linksXml(sheet: Sheet): string[] {
  const links: string[] = [];
  sheet.links.each(WHOLE_SHEET, (row, column, { documentReference, screenTip }) => {
    if (documentReference === undefined) return;
    const tip = screenTip ? ` tooltip="${escapeAttribute(screenTip)}"` : '';
    links.push(
      `<hyperlink ref="${areaText(cell(row, column))}" location="${escapeAttribute(documentReference)}"${tip}/>`,
    );
  });
  return links;
}
