import { escapeAttribute, escapeText } from '../../src/workbook/file/xml';
import { writeZip } from '../../src/workbook/file/zip';
import { areaText } from '../model/address';
import type { Table } from '../model/table';
import type { Workbook } from '../model/workbook';
import { formulaForFile } from './formula-text';
import { sheetXml } from './write-sheet';
import { StyleTable } from './write-styles';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The workbook as an .xlsx file. Charts and the like that it was opened with are not in it: see readXlsx. */
export function writeXlsx(workbook: Workbook, modified = new Date()): Uint8Array {
  const styles = new StyleTable();
  const parts = new Map<string, string>();
  const tables = new Map(workbook.tables.map((table, index) => [table, index + 1]));
  workbook.sheets.forEach((sheet, index) => {
    const own = workbook.tables.filter((table) => table.sheet === sheet);
    const ids = own.map((_table, position) => `rId${position + 1}`);
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, styles, sheet === workbook.active, ids));
    const targets = own.map((table) => ['table', `../tables/table${tables.get(table)}.xml`] as const);
    if (own.length) parts.set(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationships(targets));
  });
  for (const [table, number] of tables) parts.set(`xl/tables/table${number}.xml`, tableXml(table, number));
  parts.set('xl/styles.xml', styles.xml());
  parts.set('xl/workbook.xml', workbookXml(workbook));
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...workbook.sheets.map((_sheet, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  );
  parts.set('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  const encoder = new TextEncoder();
  const entries = [['[Content_Types].xml', contentTypes([...parts.keys()])] as const, ...parts];
  return writeZip(
    entries.map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
    modified,
  );
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, 'sheet.main+xml'],
  [/^xl\/styles\.xml$/, 'styles+xml'],
  [/^xl\/worksheets\/sheet\d+\.xml$/, 'worksheet+xml'],
  [/^xl\/tables\/table\d+\.xml$/, 'table+xml'],
];

function contentTypes(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const type = TYPES.find(([pattern]) => pattern.test(name));
    return type ? [`<Override PartName="/${name}" ContentType="${SHEETML}.${type[1]}"/>`] : [];
  });
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

const STATES = { Visible: '', Hidden: ' state="hidden"', VeryHidden: ' state="veryHidden"' } as const;

function workbookXml(workbook: Workbook): string {
  const sheets = workbook.sheets.map(
    ({ name, visibility }, index) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${STATES[visibility]} r:id="rId${index + 1}"/>`,
  );
  const names = workbook.names.map(({ name, sheet, formula }) => {
    const local = sheet ? ` localSheetId="${workbook.sheets.indexOf(sheet)}"` : '';
    return `<definedName name="${escapeAttribute(name)}"${local}>${escapeText(formula.slice(1))}</definedName>`;
  });
  const active = workbook.sheets.indexOf(workbook.active);
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    `<workbookPr${workbook.date1904 ? ' date1904="1"' : ''}/>` +
    `<bookViews><workbookView activeTab="${active}"/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>` +
    (names.length ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '<calcPr fullCalcOnLoad="1"/></workbook>'
  );
}

function tableXml(table: Table, number: number): string {
  const ref = areaText(table.area);
  const filtered = { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
  const columns = table.columns.map((column, index) => {
    const start = `<tableColumn id="${index + 1}" name="${escapeAttribute(column.name)}"`;
    if (column.calculated === null) return `${start}/>`;
    return `${start}><calculatedColumnFormula>${escapeText(formulaForFile(column.calculated, table))}</calculatedColumnFormula></tableColumn>`;
  });
  const flag = (value: boolean): string => (value ? '1' : '0');
  return (
    `${HEAD}<table xmlns="${MAIN}" id="${number}" name="${escapeAttribute(table.name)}" displayName="${escapeAttribute(table.name)}" ref="${ref}"` +
    `${table.showHeaders ? '' : ' headerRowCount="0"'}${table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>` +
    (table.showHeaders ? `<autoFilter ref="${areaText(filtered)}"/>` : '') +
    `<tableColumns count="${table.columns.length}">${columns.join('')}</tableColumns>` +
    (table.style
      ? `<tableStyleInfo name="${escapeAttribute(table.style)}" showFirstColumn="${flag(table.highlightFirstColumn)}" showLastColumn="${flag(table.highlightLastColumn)}" showRowStripes="${flag(table.showBandedRows)}" showColumnStripes="${flag(table.showBandedColumns)}"/>`
      : '') +
    '</table>'
  );
}
