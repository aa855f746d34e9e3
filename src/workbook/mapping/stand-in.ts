import type { Problem } from '../../book/problem';
import type { Area } from '../area';
import { cellAddress, contentOf, type CellValue } from '../cells';
import { headerKey } from '../headers';
import type { LinkPlace, StandIn, TableCells, TablePlace, WorkbookFacts } from '../port';
import { parseSource, type Source, type TableMapping } from './mapping';
import { mappingProblem } from './read-mapping';

const wrong = (mapping: TableMapping, message: string, cell = '', content = ''): Problem =>
  mappingProblem(cell, content, `${mapping.table} is to be read from ${mapping.source}, but ${message}`);

/** Where the source of a mapping stands now: a table of the workbook, or a range with its header row. */
export type FoundSource = { readonly table: TablePlace } | FoundRange;

export interface FoundRange {
  readonly sheet: string;
  readonly area: Area;
  /** Whether all that is filled below the header belongs to it. */
  readonly toEnd: boolean;
}

/** Finds the source of a mapping; or the reason why there is none, or why it can not be meant. */
export function findSource(mapping: TableMapping, facts: WorkbookFacts): FoundSource | Problem {
  const source: Source | undefined = parseSource(mapping.source);
  if (!source) return wrong(mapping, 'that is no address of a range.');
  const own = facts.tables.find(({ name }) => headerKey(name) === headerKey(mapping.table));
  if ('name' in source) {
    const table = facts.tables.find(({ name }) => headerKey(name) === headerKey(source.name));
    if (!table) return wrong(mapping, 'the workbook has no table of that name.');
    if (own && own !== table) return wrong(mapping, TWO);
    return { table };
  }
  const sheet = facts.sheets.find((name) => headerKey(name) === headerKey(source.sheet));
  if (sheet === undefined) return wrong(mapping, `the workbook has no sheet "${source.sheet}".`);
  if (own) return wrong(mapping, TWO);
  return { sheet, area: source.area, toEnd: source.area.top === source.area.bottom };
}

const TWO = 'the workbook has a table of that name too: it is not clear which one counts.';

/** A range as a table: its first row is the header. `cells` are those of the range and of the row below it. */
export function tableOfRange(
  name: string,
  sheet: string,
  area: Area,
  cells: readonly (readonly CellValue[])[],
): TableCells {
  const rows = area.bottom - area.top;
  return {
    name,
    sheet,
    headerRow: area.top,
    firstColumn: area.left,
    headers: cells.map(([header]) => headerText(header)),
    rows,
    cells: cells.map((column) => column.slice(1, rows + 1)),
    below: cells.map((column) => column[rows + 1] ?? null),
  };
}

/** What stands in a header cell, as text; "" where it is blank or an error. */
export function headerText(cell: CellValue | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}

/** Headers of a source as the table of ours has them: mapped columns under our names, all others blank. */
export function renamed<Table extends TablePlace>(table: Table, mapping: TableMapping): Table {
  const names = new Map(mapping.columns.map(({ column, header }) => [headerKey(header), column] as const));
  return {
    ...table,
    name: mapping.table,
    headers: table.headers.map((header) => names.get(headerKey(header)) ?? ''),
    mapped: mapping.source,
    mappedHeaders: table.headers,
  };
}

/** The cells of a source under our headers. What is not mapped is no matter of ours and reads as blank. */
export function renamedCells(table: TableCells, mapping: TableMapping): TableCells {
  const place = renamed(table, mapping);
  const isOurs = (at: number): boolean => place.headers[at] !== '';
  return {
    ...place,
    cells: table.cells.map((column, at) => (isOurs(at) ? column : [])),
    below: table.below.map((cell, at) => (isOurs(at) ? cell : null)),
  };
}

/** What keeps a mapping from fitting the headers of its source: columns that are gone, or that stand there twice. */
export function headerProblems(table: TablePlace, mapping: TableMapping): Problem[] {
  return mapping.columns.flatMap(({ column, header }) => {
    const places = table.headers.flatMap((text, at) => (headerKey(text) === headerKey(header) ? [at] : []));
    const cellOf = (at: number) => cellAddress(table.sheet, table.headerRow, table.firstColumn + at);
    if (places.length === 1) return [];
    if (places.length === 0) {
      return [wrong(mapping, `there is no column "${header}" for ${column}.`, cellOf(0), contentOf(table.headers[0]))];
    }
    const cell = cellOf(places[1]);
    return [wrong(mapping, `the column "${header}" for ${column} stands there more than once.`, cell, `"${header}"`)];
  });
}

/** Where links lead that are meant for the table of ours. */
export function standInOf(source: FoundSource, place: TablePlace, mapping: TableMapping): StandIn {
  const { sheet, headerRow, firstColumn, headers } = place;
  const columns = new Map<string, LinkPlace>();
  for (const { column, header } of mapping.columns) {
    const at = headers.findIndex((text) => headerKey(text) === headerKey(header));
    if (at < 0) continue;
    columns.set(
      headerKey(column),
      'table' in source
        ? { sheet, table: source.table.name, column: headers[at] }
        : { sheet, headerRow, rangeColumn: firstColumn + at },
    );
  }
  return { table: mapping.table, columns };
}
