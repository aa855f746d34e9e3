import { areaAddress, type Area } from '../workbook/area';
import type { CellValue } from '../workbook/cells';
import { headerKey } from '../workbook/headers';
import { columnsOf, isMappingTable, readMapping } from '../workbook/mapping/read-mapping';
import type { TableMapping } from '../workbook/mapping/mapping';
import { findHeaderRow, HEADER_SEARCH, proposeColumns } from '../workbook/mapping/recognise';
import { headerText } from '../workbook/mapping/stand-in';
import type { TablePlace, WorkbookPort } from '../workbook/port';
import { INPUT_TABLES } from '../workbook/tables/input';
import { MAPPING } from '../workbook/tables/mapping';
import { RESULT_TABLES } from '../workbook/tables/results';
import { NewRows } from '../workbook/write/rows';
import type { Environment } from './environment';

/** Something that could stand for a table of ours: a table of the workbook, the filled cells of a sheet, a selection. */
export interface Candidate {
  readonly kind: 'table' | 'sheet' | 'selection';
  /** The name of the table or of the sheet; the address of a selection. */
  readonly name: string;
  readonly sheet: string;
  /** Header and rows. */
  readonly area: Area;
}

/** What of a workbook can be mapped, and what is. */
export interface Mappable {
  readonly candidates: readonly Candidate[];
  readonly mappings: readonly TableMapping[];
}

/** What there is to map. Reads the table Mapping and no other cells; a mapping that does not fit is no obstacle. */
export async function mappable(port: WorkbookPort): Promise<Mappable> {
  const facts = await port.facts();
  const { sheets, tables } = facts;
  const place = tables.find((table) => headerKey(table.name) === headerKey(MAPPING.name) && isMappingTable(table));
  const table = place && (await port.read([place.name])).get(place.name);
  const candidates = tables
    .filter(isForeign)
    .map((one): Candidate => ({ kind: 'table', name: one.mapped ?? one.name, sheet: one.sheet, area: areaOf(one) }));
  for (const sheet of sheets) {
    if (tables.some((one) => one.sheet === sheet && !isRange(one))) continue;
    const area = await port.usedArea(sheet);
    if (area && area.bottom > area.top) candidates.push({ kind: 'sheet', name: sheet, sheet, area });
  }
  return { candidates, mappings: table ? readMapping(table, facts).mappings : [] };
}

const OTHERS = new Set([MAPPING, ...RESULT_TABLES].map(({ name }) => headerKey(name)));

/** A table that is not ours: by its name, or because it lacks most of what a table of ours must have. */
function isForeign(table: TablePlace): boolean {
  const key = headerKey(table.name);
  if (table.mapped !== undefined) return key === headerKey(table.mapped);
  const spec = INPUT_TABLES.find(({ name }) => headerKey(name) === key);
  if (!spec) return !OTHERS.has(key);
  const headers = new Set(table.headers.map(headerKey));
  const needed = spec.columns.filter(({ required }) => required);
  return needed.filter(({ name }) => headers.has(headerKey(name))).length * 2 < needed.length;
}

const isRange = ({ mapped }: TablePlace): boolean => mapped?.includes('!') === true;

const areaOf = ({ headerRow, firstColumn, headers, rows }: TablePlace): Area => ({
  top: headerRow,
  left: firstColumn,
  bottom: headerRow + rows,
  right: firstColumn + headers.length - 1,
});

/** How a candidate could stand for a table of ours. */
export interface Proposal {
  /** What the mapping names: a table, or an address. */
  readonly source: string;
  /** The address of the header and all rows, as people are shown it. */
  readonly address: string;
  readonly headers: readonly string[];
  /** The first rows, row by row. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Our columns, in the order of the contract, and the header that is proposed for each; "" for none. */
  readonly columns: readonly { readonly column: string; readonly required: boolean; readonly header: string }[];
  /** Rows of data, blank ones included. */
  readonly rowCount: number;
  /** How the workbook counts days: dates among the first rows are numbers. */
  readonly date1904: boolean;
}

/** How many rows are looked at, and shown. */
const LOOKED_AT = 60;
const SHOWN_ROWS = 5;

/**
 * Reads the first rows of a candidate, finds its header (a sheet may begin with titles) and proposes a column for each of
 * ours. A range that reaches down to the last filled row grows with its sheet; one that does not stays as it is.
 */
export async function propose(port: WorkbookPort, table: string, candidate: Candidate): Promise<Proposal> {
  const { kind, sheet } = candidate;
  const bottom = Math.min(candidate.area.bottom, candidate.area.top + HEADER_SEARCH + LOOKED_AT);
  const cells = await port.readArea({ sheet, area: { ...candidate.area, bottom } });
  const grid = Array.from({ length: cells[0].length }, (_, row) => cells.map((column) => column[row]));
  const header = kind === 'table' ? 0 : findHeaderRow(table, grid);
  const area = { ...candidate.area, top: candidate.area.top + header };
  const headers = grid[header].map(headerText);
  const rows = grid.slice(header + 1, header + 1 + LOOKED_AT);
  const facts = await port.facts();
  const names = columnsOf(table, facts);
  const proposed = proposeColumns(table, names, { headers, rows });
  const spec = INPUT_TABLES.find(({ name }) => name === table);
  return {
    source: kind === 'table' ? candidate.name : await sourceOf(port, sheet, area),
    address: areaAddress(sheet, area),
    headers,
    rows: rows.slice(0, SHOWN_ROWS),
    columns: names.map((column) => ({
      column,
      required: spec?.columns.find(({ name }) => name === column)?.required ?? false,
      header: headers[proposed.get(column) ?? -1] ?? '',
    })),
    rowCount: area.bottom - area.top,
    date1904: facts.date1904,
  };
}

async function sourceOf(port: WorkbookPort, sheet: string, area: Area): Promise<string> {
  const used = await port.usedArea(sheet);
  const growing = used !== undefined && area.bottom >= used.bottom;
  return areaAddress(sheet, growing ? { ...area, bottom: area.top } : area);
}

/** Writes the table Mapping anew: these mappings and no others. Throws WorkbookRefusal where it can not be written. */
export async function saveMappings(
  port: WorkbookPort,
  mappings: readonly TableMapping[],
  env: Environment,
): Promise<void> {
  const rows = new NewRows(MAPPING, []);
  for (const { table, source, columns } of mappings) {
    for (const { column, header } of columns)
      rows.add({ Table: table, Column: column, Source: source, Header: header });
  }
  // Nothing but text is written: the figures of the formats are not used.
  const formats = { currency: '', amountDecimals: 2, quantityDecimals: 6 };
  await port.write([{ ...rows.toWrite(false), replace: true }], formats, env.progress);
}
