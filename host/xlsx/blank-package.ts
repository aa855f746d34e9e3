import { Archive } from '../../src/workbook/file/archive';
import { LEAST_STYLES } from '../../src/workbook/file/style-book';
import type { WorkbookParts } from '../../src/workbook/file/workbook-parts';
import { writeZip } from '../../src/workbook/file/zip';

/** Where the parts of a blank package are. */
export const BLANK_PARTS: WorkbookParts = {
  part: 'xl/workbook.xml',
  date1904: false,
  structureLocked: false,
  sheets: [],
  tables: [],
  definedNames: [],
  sharedStrings: undefined,
  styles: 'xl/styles.xml',
  calcChain: undefined,
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The package of a workbook that has no sheets yet: what one that was made in the stand-in is saved into. */
export function blankPackage(date1904: boolean): Archive {
  const relationships = (targets: readonly (readonly [string, string])[]): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
      .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/>` +
      '<bookViews><workbookView/></bookViews><sheets></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([['styles', 'styles.xml']]),
    'xl/styles.xml': LEAST_STYLES,
  };
  const encoder = new TextEncoder();
  const entries = Object.entries(parts).map(([name, text]) => ({ name, bytes: encoder.encode(text) }));
  // The time is that of the writing: see writePacked.
  return Archive.open(writeZip(entries, new Date(0)), 'Book1.xlsx');
}
