import type { Archive } from '../../src/workbook/file/archive';
import { readRelationships } from '../../src/workbook/file/opc';
import { addContentTypes, addRelationships, removePart } from '../../src/workbook/file/relationships';
import { editTable } from '../../src/workbook/file/table-edits';
import { escapeAttribute, escapeText } from '../../src/workbook/file/xml';
import { areaText, sameArea } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { formulaForFile } from './formula-text';
import { partOf } from './origins';
import type { SheetFrame } from './sheet-frame';
import { freePart } from './write-charts';
import { listXml } from './write-settings';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/**
 * Writes the tables of a sheet: those that it had are changed in their parts, so that what the stand-in does not know of (styles,
 * totals, sort orders) stays; new ones come after them. `part` is the part of the sheet, `ids` the largest number of a table.
 */
export function putTables(
  archive: Archive,
  part: string,
  frame: SheetFrame,
  before: Sheet,
  now: Sheet,
  ids: { last: number },
): void {
  const tablesOf = (sheet: Sheet): Table[] => sheet.workbook.tables.filter((table) => table.sheet === sheet);
  const there = new Map(tablesOf(before).map((table) => [partOf(table), table]));
  const own = tablesOf(now);
  for (const table of own) {
    const name = partOf(table);
    const old = there.get(name);
    if (name === undefined || !old) continue;
    there.delete(name);
    const xml = archive.text(name);
    const text = changedTable(xml, old, table);
    if (text !== xml) archive.setText(name, text);
  }
  const elements = frame.text('tableParts').match(/<tablePart\s[^>]*\/>/g) ?? [];
  const gone = [...there.keys()].flatMap((name) => (name === undefined ? [] : [name]));
  const fresh = own.filter((table) => partOf(table) === undefined);
  if (gone.length === 0 && fresh.length === 0) return;
  const kept = elements.filter(
    (element) => !relationshipIds(archive, part, gone).some((id) => element.includes(`:id="${id}"`)),
  );
  for (const name of gone) removePart(archive, part, name);
  const parts = fresh.map((table) => {
    const name = freePart(archive, 'xl/tables/table');
    archive.setText(name, tableXml(table, ++ids.last));
    return name;
  });
  addContentTypes(
    archive,
    parts.map((name) => ({ part: name, type: TABLE_TYPE })),
  );
  const added = addRelationships(
    archive,
    part,
    parts.map((name) => ({ type: 'table', part: name })),
  ).map((id) => `<tablePart${frame.relationships} r:id="${id}"/>`);
  frame.put('tableParts', listXml('tableParts', [...kept, ...added]));
}

function relationshipIds(archive: Archive, part: string, targets: readonly string[]): string[] {
  return readRelationships(archive, part)
    .filter((one) => targets.includes(one.part))
    .map(({ id }) => id);
}

/** The part of a table as it is now: edited where it has its columns still, else made anew under its number. */
function changedTable(xml: string, before: Table, now: Table): string {
  const shape = ({ name, showHeaders, showTotals, columns }: Table): string =>
    JSON.stringify([name, showHeaders, showTotals, columns.map((column) => column.name)]);
  if (shape(before) !== shape(now)) return tableXml(now, Number(/\sid="(\d+)"/.exec(xml)?.[1]));
  const formulas = new Map(
    now.columns.flatMap(({ calculated }, at) =>
      calculated === null || calculated === before.columns[at].calculated
        ? []
        : [[at, formulaForFile(calculated, now)] as const],
    ),
  );
  if (sameArea(before.area, now.area) && formulas.size === 0) return xml;
  const { row, column, rows, columns } = now.area;
  return editTable(xml, { top: row + 1, left: column + 1, bottom: row + rows, right: column + columns }, formulas);
}

function tableXml(table: Table, id: number): string {
  const ref = areaText(table.area);
  const filtered = { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
  const columns = table.columns.map((column, index) => {
    const start = `<tableColumn id="${index + 1}" name="${escapeAttribute(column.name)}"`;
    if (column.calculated === null) return `${start}/>`;
    return `${start}><calculatedColumnFormula>${escapeText(formulaForFile(column.calculated, table))}</calculatedColumnFormula></tableColumn>`;
  });
  const flag = (value: boolean): string => (value ? '1' : '0');
  const name = escapeAttribute(table.name);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}"` +
    `${table.showHeaders ? '' : ' headerRowCount="0"'}${table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>` +
    (table.showHeaders ? `<autoFilter ref="${areaText(filtered)}"/>` : '') +
    `<tableColumns count="${table.columns.length}">${columns.join('')}</tableColumns>` +
    (table.style
      ? `<tableStyleInfo name="${escapeAttribute(table.style)}" showFirstColumn="${flag(table.highlightFirstColumn)}" showLastColumn="${flag(table.highlightLastColumn)}" showRowStripes="${flag(table.showBandedRows)}" showColumnStripes="${flag(table.showBandedColumns)}"/>`
      : '') +
    '</table>'
  );
}
