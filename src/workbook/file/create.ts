import { quoteSheet } from '../cells';
import type { Formats } from '../port';
import { noteBoxesVml, notesXml } from './create-notes';
import { pageSheet } from './create-page';
import { HEADER_ROW, type NewSheet } from './create-sheet';
import { SharedStrings } from './create-strings';
import { Styles, USUAL_FORMATS } from './create-styles';
import { tableSheet, tableXml } from './create-table-sheet';
import { validationNames } from './create-validation';
import { escapeAttribute, escapeText } from './xml';
import { pack, Packer, type PackedEntry, writePacked } from './zip';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A fresh .xlsx workbook: one sheet for each entry, in their order, as the bytes of the file. A table's sheet has its
 * title, one line about it, and the Excel table with header notes, number formats and validation; a table without rows
 * has one blank row. Nothing depends on the clock: the same sheets and date give the same bytes.
 */
export function createWorkbook(
  sheets: readonly NewSheet[],
  modified: Date,
  formats: Formats = USUAL_FORMATS,
): Uint8Array {
  const styles = new Styles(formats);
  const strings = new SharedStrings();
  const sheetParts = sheets.flatMap((sheet, index) => partsOf(sheet, index + 1, sheets, styles, strings));
  const part = (name: string, text: string): PackedEntry => pack(name, new TextEncoder().encode(text));
  return writePacked(
    [
      part('[Content_Types].xml', contentTypes(sheets)),
      part('_rels/.rels', packageRelationships()),
      part('docProps/app.xml', appProperties()),
      part('docProps/core.xml', coreProperties(modified)),
      part('xl/workbook.xml', workbookXml(sheets)),
      part('xl/_rels/workbook.xml.rels', workbookRelationships(sheets)),
      part('xl/styles.xml', styles.xml()),
      part('xl/sharedStrings.xml', strings.xml()),
      ...sheetParts,
    ],
    modified,
  );
}

const nameOf = (sheet: NewSheet): string => (sheet.kind === 'table' ? sheet.table.sheet : sheet.sheet);

/** The sheet and, for a table, what hangs on it. Parts of one sheet bear its number. */
function partsOf(
  sheet: NewSheet,
  number: number,
  sheets: readonly NewSheet[],
  styles: Styles,
  strings: SharedStrings,
): PackedEntry[] {
  const encoder = new TextEncoder();
  const name = `xl/worksheets/sheet${number}.xml`;
  if (sheet.kind === 'page') return [pack(name, encoder.encode(pageSheet(sheet, sheets, styles, strings)))];
  const packer = new Packer(name);
  for (const piece of tableSheet(sheet, sheets, styles, strings)) packer.push(encoder.encode(piece));
  return [
    packer.finish(),
    pack(`xl/worksheets/_rels/sheet${number}.xml.rels`, encoder.encode(sheetRelationships(number))),
    pack(`xl/tables/table${number}.xml`, encoder.encode(tableXml(sheet, number))),
    pack(`xl/comments${number}.xml`, encoder.encode(notesXml(sheet))),
    pack(`xl/drawings/vmlDrawing${number}.vml`, encoder.encode(noteBoxesVml(sheet, number))),
  ];
}

function contentTypes(sheets: readonly NewSheet[]): string {
  const override = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  const overrides = sheets.flatMap((sheet, index) => {
    const number = index + 1;
    const own = override(`/xl/worksheets/sheet${number}.xml`, `${CONTENT}.worksheet+xml`);
    if (sheet.kind === 'page') return [own];
    return [
      own,
      override(`/xl/tables/table${number}.xml`, `${CONTENT}.table+xml`),
      override(`/xl/comments${number}.xml`, `${CONTENT}.comments+xml`),
    ];
  });
  return (
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/xl/workbook.xml', `${CONTENT}.sheet.main+xml`) +
    overrides.join('') +
    override('/xl/styles.xml', `${CONTENT}.styles+xml`) +
    override('/xl/sharedStrings.xml', `${CONTENT}.sharedStrings+xml`) +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  );
}

const relationships = (entries: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${RELATIONSHIPS}">` +
  entries
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('') +
  '</Relationships>';

const packageRelationships = (): string =>
  relationships([
    [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
    [`${RELATIONSHIPS}/metadata/core-properties`, 'docProps/core.xml'],
    [`${OFFICE}/extended-properties`, 'docProps/app.xml'],
  ]);

/** Sheets first: rId1 is sheet 1, and so on. */
const workbookRelationships = (sheets: readonly NewSheet[]): string =>
  relationships([
    ...sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
    [`${OFFICE}/styles`, 'styles.xml'],
    [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
  ]);

/** The sheet names rId1 (the note boxes) and rId3 (the table). */
const sheetRelationships = (number: number): string =>
  relationships([
    [`${OFFICE}/vmlDrawing`, `../drawings/vmlDrawing${number}.vml`],
    [`${OFFICE}/comments`, `../comments${number}.xml`],
    [`${OFFICE}/table`, `../tables/table${number}.xml`],
  ]);

function workbookXml(sheets: readonly NewSheet[]): string {
  const elements = sheets.map(
    (sheet, index) => `<sheet name="${escapeAttribute(nameOf(sheet))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const lists = validationNames(sheets).map(
    ([name, formula]) => `<definedName name="${name}">${escapeText(formula)}</definedName>`,
  );
  const titles = sheets.flatMap((sheet, index) => {
    if (sheet.kind === 'page') return [];
    const rows = escapeText(`${quoteSheet(nameOf(sheet))}!$${HEADER_ROW}:$${HEADER_ROW}`);
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</definedName>`];
  });
  const names = [...titles, ...lists];
  return (
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    '<workbookPr/>' +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" tabRatio="850"/></bookViews>' +
    `<sheets>${elements.join('')}</sheets>` +
    (names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`) +
    '<calcPr calcId="191029"/></workbook>'
  );
}

const appProperties = (): string =>
  `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Inventory Close</Application></Properties>';

function coreProperties(modified: Date): string {
  const moment = `${modified.toISOString().slice(0, 19)}Z`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Inventory Close</dc:creator>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  );
}
