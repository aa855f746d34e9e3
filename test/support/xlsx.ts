import { strToU8, unzipSync, zipSync, strFromU8 } from 'fflate';
import { columnLetters } from '../../src/workbook/cells';

/** Small .xlsx packages for tests, made by hand here so that they do not come from the code under test. */

export type CellInput =
  | string
  | number
  | boolean
  | null
  | { readonly formula: string; readonly value?: string | number }
  | { readonly error: string }
  /** The whole element as it stands in the sheet, with R for the reference: '<c r="R" t="d"><v>2026-01-31</v></c>'. */
  | { readonly xml: string };

export interface TableInput {
  readonly name: string;
  readonly ref: string;
  /** Default: the header cells. */
  readonly columns?: readonly string[];
  readonly headerRowCount?: number;
  readonly totalsRowCount?: number;
  /** Formulas of calculated columns, by header. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly id?: number;
}

export interface SheetInput {
  readonly name: string;
  /** From A1 on. */
  readonly rows: readonly (readonly CellInput[])[];
  readonly tables?: readonly TableInput[];
  /** XML between the dimension and the rows: views, columns. */
  readonly before?: string;
  /** XML between the rows and the tables: protection, merged cells, conditional formats, drawing. */
  readonly after?: string;
  /** Further relationships of the sheet. */
  readonly relationships?: string;
}

export interface BookInput {
  readonly sheets: readonly SheetInput[];
  readonly date1904?: boolean;
  /** Texts as shared strings (the default, as Excel does) or inline. */
  readonly strings?: 'shared' | 'inline';
  /** XML of <definedName> elements. */
  readonly definedNames?: string;
  /** XML in the workbook part before the sheets. */
  readonly workbookBefore?: string;
  readonly contentType?: string;
  /** Further parts, and relationships and content types that lead to them. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly relationships?: string;
  readonly contentTypes?: string;
  /** A namespace prefix for all elements of the sheets, tables and the workbook, as some writers have it. */
  readonly prefix?: string;
}

export type Parts = Record<string, string | Uint8Array>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OOXML = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

export function makeXlsx(book: BookInput): Uint8Array {
  return zipOf(makeParts(book));
}

/** A sheet whose only content is a table, from A1 on. */
export function tableSheet(
  name: string,
  rows: readonly (readonly CellInput[])[],
  more: Partial<TableInput> = {},
): SheetInput {
  return { name, rows, tables: [{ name, ref: `A1:${columnLetters(rows[0].length)}${rows.length}`, ...more }] };
}

export function zipOf(parts: Parts): Uint8Array {
  const files = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(files), { mtime: new Date('2025-06-30T10:00:00') });
}

/** All parts of a package as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

export function makeParts(book: BookInput): Parts {
  const strings: string[] = [];
  const parts: Parts = {};
  const overrides: string[] = [];
  const override = (name: string, type: string): void => {
    overrides.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
  };
  override('xl/workbook.xml', book.contentType ?? `${OOXML}sheet.main+xml`);
  let tableCount = 0;
  book.sheets.forEach((sheet, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    override(name, `${OOXML}worksheet+xml`);
    const relationships: string[] = [];
    const tableParts: string[] = [];
    for (const table of sheet.tables ?? []) {
      tableCount++;
      const part = `xl/tables/table${tableCount}.xml`;
      parts[part] = HEAD + prefixed(book, tableXml(table, sheet, table.id ?? tableCount));
      override(part, `${OOXML}table+xml`);
      relationships.push(
        `<Relationship Id="rId${tableParts.length + 1}" Type="${REL}/table" Target="../tables/table${tableCount}.xml"/>`,
      );
      tableParts.push(`<tablePart r:id="rId${tableParts.length + 1}"/>`);
    }
    if (sheet.relationships) relationships.push(sheet.relationships);
    parts[name] = HEAD + prefixed(book, sheetXml(sheet, tableParts, book.strings === 'inline' ? undefined : strings));
    if (relationships.length > 0)
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = HEAD + relationshipsXml(relationships.join(''));
  });
  const sheets = book.sheets.map(
    (sheet, index) => `<sheet name="${escape(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  parts['xl/workbook.xml'] =
    HEAD +
    prefixed(
      book,
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${book.date1904 ? ' date1904="1"' : ''} defaultThemeVersion="124226"/>` +
        `${book.workbookBefore ?? ''}<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000"/></bookViews>` +
        `<sheets>${sheets.join('')}</sheets>${book.definedNames ? `<definedNames>${book.definedNames}</definedNames>` : ''}<calcPr calcId="191029"/></workbook>`,
    );
  override('xl/styles.xml', `${OOXML}styles+xml`);
  parts['xl/styles.xml'] = HEAD + prefixed(book, STYLES);
  let relationships = book.sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('');
  relationships += `<Relationship Id="rId900" Type="${REL}/styles" Target="styles.xml"/>`;
  if (strings.length > 0) {
    override('xl/sharedStrings.xml', `${OOXML}sharedStrings+xml`);
    relationships += `<Relationship Id="rId901" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/>`;
    parts['xl/sharedStrings.xml'] =
      `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`;
  }
  parts['xl/_rels/workbook.xml.rels'] = HEAD + relationshipsXml(relationships + (book.relationships ?? ''));
  parts['_rels/.rels'] =
    HEAD + relationshipsXml(`<Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`);
  Object.assign(parts, book.parts);
  return {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${book.contentTypes ?? ''}${overrides.join('')}</Types>`,
    ...parts,
  };
}

/** What Excel writes for a new workbook, shortened. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>';

function sheetXml(sheet: SheetInput, tableParts: readonly string[], strings: string[] | undefined): string {
  const rows = sheet.rows.map((cells, row) => {
    const inner = cells
      .map((cell, column) => cellXml(cell, `${columnLetters(column + 1)}${row + 1}`, strings))
      .join('');
    return inner === '' ? '' : `<row r="${row + 1}">${inner}</row>`;
  });
  const width = Math.max(1, ...sheet.rows.map((cells) => cells.length));
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><dimension ref="A1:${columnLetters(width)}${Math.max(1, sheet.rows.length)}"/>${sheet.before ?? ''}` +
    `<sheetData>${rows.join('')}</sheetData>${sheet.after ?? ''}` +
    `${tableParts.length > 0 ? `<tableParts count="${tableParts.length}">${tableParts.join('')}</tableParts>` : ''}</worksheet>`
  );
}

function cellXml(cell: CellInput, reference: string, strings: string[] | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    const text = `<t xml:space="preserve">${escape(cell)}</t>`;
    if (!strings) return `<c r="${reference}" t="inlineStr"><is>${text}</is></c>`;
    const known = strings.indexOf(text);
    return `<c r="${reference}" t="s"><v>${known >= 0 ? known : strings.push(text) - 1}</v></c>`;
  }
  if ('xml' in cell) return cell.xml.replace('R', reference);
  if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`;
  const value = cell.value === undefined ? '' : `<v>${escape(String(cell.value))}</v>`;
  return `<c r="${reference}"${typeof cell.value === 'string' ? ' t="str"' : ''}><f>${escape(cell.formula)}</f>${value}</c>`;
}

function tableXml(table: TableInput, sheet: SheetInput, id: number): string {
  const headers = table.columns ?? headersOf(table.ref, sheet);
  const columns = headers.map((header, index) => {
    const formula = table.formulas?.[header];
    const open = `<tableColumn id="${index + 1}" name="${escape(header).replace(/\n/g, '_x000a_')}"`;
    return formula === undefined
      ? `${open}/>`
      : `${open}><calculatedColumnFormula>${escape(formula)}</calculatedColumnFormula></tableColumn>`;
  });
  const counts = `${table.headerRowCount === undefined ? '' : ` headerRowCount="${table.headerRowCount}"`}${table.totalsRowCount ? ` totalsRowCount="${table.totalsRowCount}"` : ' totalsRowShown="0"'}`;
  return (
    `<table xmlns="${MAIN}" id="${id}" name="${table.name}" displayName="${table.name}" ref="${table.ref}"${counts}>` +
    `${table.headerRowCount === 0 ? '' : `<autoFilter ref="${table.ref}"/>`}<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

function headersOf(ref: string, sheet: SheetInput): string[] {
  const [, left, top, right] = /^([A-Z]+)(\d+):([A-Z]+)/.exec(ref) ?? [];
  const number = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return sheet.rows[Number(top) - 1].slice(number(left) - 1, number(right)).map(String);
}

function relationshipsXml(relationships: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`;
}

function prefixed(book: BookInput, xml: string): string {
  if (book.prefix === undefined) return xml;
  return xml
    .replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${book.prefix}:`)
    .replace(`xmlns="${MAIN}"`, `xmlns:${book.prefix}="${MAIN}"`);
}

export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
