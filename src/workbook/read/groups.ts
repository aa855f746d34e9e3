/** The tables that items refer to: how they are costed, and which dimensions keep their costs apart. */
import { INVENTORY_MODELS, type InventoryModel } from '../../book/models';
import { cellAddress } from '../cells';
import type { TableCells } from '../port';
import { ALL_RESULT_TABLES } from '../tables/results';
import { linkColumn, rowColumn } from '../tables/spec';
import { ITEM_MODEL_GROUPS, TRANSACTIONS } from '../tables/input';
import { readChoices, readYesNo, REQUIRED } from './columns';
import { readIdCells, uniqueIds } from './id-columns';
import type { ProblemList } from './problem-list';
import { headerKey, viewTable, type TableView } from './table-view';

/** How the items of a group are costed. */
export interface ModelGroup {
  readonly model: InventoryModel;
  readonly includePhysicalValue: boolean;
  readonly allowsNegativePhysical: boolean;
  readonly allowsNegativeFinancial: boolean;
}

/** Reads ItemModelGroups, by the key of the group. Blank flags: no physical value, negative inventory allowed. */
export function readModelGroups(table: TableCells | undefined, problems: ProblemList): Map<string, ModelGroup> {
  const groups = new Map<string, ModelGroup>();
  if (!table) return groups;
  const names = ITEM_MODEL_GROUPS.columns.map((column) => column.name);
  const view = viewTable(table, 'input', names, ['Item model group', 'Inventory model'], problems);
  const ids = groupIds(view, 'Item model group', problems);
  const { rows, column } = view;
  const model = readChoices(column('Inventory model'), rows, INVENTORY_MODELS, REQUIRED, problems);
  const physicalValue = readYesNo(column('Include physical value'), rows, problems);
  const physical = readYesNo(column('Physical negative inventory'), rows, problems);
  const financial = readYesNo(column('Financial negative inventory'), rows, problems);
  for (const [key, i] of ids) {
    groups.set(key, {
      model: INVENTORY_MODELS[Math.max(model[i], 0)],
      includePhysicalValue: physicalValue[i] === 1,
      allowsNegativePhysical: physical[i] !== 0,
      allowsNegativeFinancial: financial[i] !== 0,
    });
  }
  return groups;
}

/** The dimensions that DimensionGroups names, and which of them each group tracks financially. */
export interface DimensionGroups {
  /** In the order of the columns. */
  readonly names: readonly string[];
  /** Addresses of their headers. */
  readonly headers: readonly string[];
  /** By the key of the group: one flag for each name. */
  readonly groups: ReadonlyMap<string, readonly boolean[]>;
}

const NO_DIMENSION_GROUPS: DimensionGroups = { names: [], headers: [], groups: new Map() };

/** Reads DimensionGroups: every column beside the group is a dimension. Blank: not tracked financially. */
export function readDimensionGroups(table: TableCells | undefined, problems: ProblemList): DimensionGroups {
  if (!table) return NO_DIMENSION_GROUPS;
  const own = headerKey('Dimension group');
  const indices = table.headers.flatMap((header, index) => {
    const key = headerKey(header);
    const first = table.headers.findIndex((other) => headerKey(other) === key);
    return key === own || key === '' || first !== index ? [] : [index];
  });
  const names = indices.map((index) => table.headers[index].trim());
  const headers = indices.map((index) => cellAddress(table.sheet, table.headerRow, table.firstColumn + index));
  names.forEach((name, d) => {
    if (RESERVED.has(headerKey(name))) reservedHeader(name, headers[d], problems);
  });
  const view = viewTable(table, 'input', ['Dimension group', ...names], ['Dimension group'], problems);
  const ids = groupIds(view, 'Dimension group', problems);
  const flags = names.map((name) => readYesNo(view.column(name), view.rows, problems));
  const groups = new Map([...ids].map(([key, i]) => [key, flags.map((flag) => flag[i] === 1)] as const));
  return { names, headers, groups };
}

function groupIds(view: TableView, name: string, problems: ProblemList): Map<string, number> {
  const column = view.column(name);
  if (!column) return new Map();
  return uniqueIds(column, view.rows, readIdCells(column, view.rows, REQUIRED, problems), problems);
}

/** Headers that a dimension can not have: columns of Transactions and of the result tables that show dimensions. */
const RESERVED: ReadonlySet<string> = new Set(
  [
    ...TRANSACTIONS.columns.map((column) => column.name),
    ...ALL_RESULT_TABLES.flatMap((table) => [
      ...(table.dimensions ? table.columns.map((column) => column.name) : []),
      ...table.links.flatMap((link) => [linkColumn(link.column), rowColumn(link.column)]),
    ]),
  ].map(headerKey),
);

function reservedHeader(name: string, cell: string, problems: ProblemList): void {
  problems.add({
    code: 'RESERVED_HEADER',
    severity: 'Error',
    cell,
    content: `"${name}"`,
    message: `The table DimensionGroups has a column ${name}, which can not be a dimension: other tables have a column of that name.`,
    remedy: 'Give the dimension another name here and in Transactions; or remove the column, if it is no dimension.',
  });
}
