import type { Problem } from '../../book/problem';
import { cellAddress, contentOf, type CellValue } from '../cells';
import { headerKey } from '../headers';
import type { TableCells, WorkbookFacts } from '../port';
import { MAPPING } from '../tables/mapping';
import { MAPPABLE, type MappedColumn, type TableMapping } from './mapping';

/** What the table Mapping says, and what of it can not be meant. */
export interface MappingRead {
  readonly mappings: readonly TableMapping[];
  readonly problems: readonly Problem[];
}

/** Whether a table named Mapping is ours: people may have one of their own. */
export function isMappingTable({ headers }: { readonly headers: readonly string[] }): boolean {
  const keys = new Set(headers.map(headerKey));
  return MAPPING.columns.every(({ name }) => keys.has(headerKey(name)));
}

/** A problem of a mapping. All have one code: whatever is wrong, the mapping is to be corrected or removed. */
export const mappingProblem = (cell: string, content: string, message: string): Problem => ({
  code: 'MAPPING',
  severity: 'Error',
  cell,
  content,
  message,
  remedy: 'Correct the table Mapping, or map your data anew in the pane (Start > Map your own data).',
});

/** Reads the rows of the table Mapping: one mapping for each table of ours that it names. Blank rows are skipped. */
export function readMapping(table: TableCells, facts: WorkbookFacts): MappingRead {
  const problems: Problem[] = [];
  const found = new Map<string, { source: string; columns: MappedColumn[] }>();
  const [tableAt, columnAt, sourceAt, headerAt] = MAPPING.columns.map(({ name }) =>
    table.headers.findIndex((header) => headerKey(header) === headerKey(name)),
  );
  for (let row = 0; row < table.rows; row++) {
    const text = (at: number): string => textOf(table.cells[at][row]);
    const places = [tableAt, columnAt, sourceAt, headerAt];
    if (places.every((at) => text(at) === '')) continue;
    const wrong = (at: number, message: string) => {
      const cell = cellAddress(table.sheet, table.headerRow + 1 + row, table.firstColumn + at);
      problems.push(mappingProblem(cell, contentOf(table.cells[at][row]), message));
    };
    const blank = places.find((at) => text(at) === '');
    if (blank !== undefined) {
      wrong(blank, `The mapping has no ${table.headers[blank]} in this row.`);
      continue;
    }
    const spec = MAPPABLE.find(({ name }) => headerKey(name) === headerKey(text(tableAt)));
    if (!spec) {
      wrong(tableAt, `"${text(tableAt)}" is no table that another one can stand for.`);
      continue;
    }
    const column = columnsOf(spec.name, facts).find((name) => headerKey(name) === headerKey(text(columnAt)));
    if (column === undefined) {
      wrong(columnAt, `${spec.name} has no column "${text(columnAt)}", and DimensionGroups no such dimension.`);
      continue;
    }
    const mapping = found.get(spec.name) ?? { source: text(sourceAt), columns: [] };
    found.set(spec.name, mapping);
    const header = text(headerAt);
    if (headerKey(mapping.source) !== headerKey(text(sourceAt))) {
      wrong(sourceAt, `${spec.name} is read from ${mapping.source} already: only one table or range can stand for it.`);
    } else if (mapping.columns.some((one) => one.column === column)) {
      wrong(columnAt, `The column ${column} of ${spec.name} is mapped twice.`);
    } else if (mapping.columns.some((one) => headerKey(one.header) === headerKey(header))) {
      wrong(headerAt, `The column "${header}" stands for two columns of ${spec.name}.`);
    } else mapping.columns.push({ column, header });
  }
  return { mappings: [...found].map(([name, mapping]) => ({ table: name, ...mapping })), problems };
}

/** The columns that a table of ours can have: those of the contract and, in Transactions, the workbook's dimensions. */
export function columnsOf(table: string, facts: Pick<WorkbookFacts, 'tables'>): string[] {
  const spec = MAPPABLE.find(({ name }) => name === table);
  const columns = spec?.columns.map(({ name }) => name) ?? [];
  if (!spec?.dimensions) return columns;
  const groups = facts.tables.find(({ name }) => headerKey(name) === 'dimensiongroups');
  const dimensions = (groups?.headers ?? []).filter((header) => headerKey(header) !== 'dimension group');
  return [...columns, ...dimensions.filter((name) => name.trim() !== '')];
}

/** A cell as text; a cell that holds no text and no number reads as blank and is told so. */
function textOf(cell: CellValue): string {
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
}
