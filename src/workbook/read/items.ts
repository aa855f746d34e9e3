import type { Item } from '../../book/book';
import type { Parameters } from '../../book/parameters';
import type { TableCells } from '../port';
import { ITEMS } from '../tables/input';
import { OPTIONAL, readNumbers, REQUIRED } from './columns';
import type { DimensionGroups, ModelGroup } from './groups';
import { readIdCells, readTexts, uniqueIds } from './id-columns';
import { idKey, idText, type IdCell, type Names } from './ids';
import type { ColumnView, ProblemList } from './problem-list';
import { viewTable } from './table-view';

/** What items refer to. */
export interface ItemSettings {
  readonly parameters: Parameters;
  readonly modelGroups: ReadonlyMap<string, ModelGroup>;
  readonly dimensionGroups: DimensionGroups;
}

/**
 * Reads the table Items. The items get the numbers of names, from 0, in the order of the rows; items that only the
 * transactions name come after them (see defaultItem). A group that does not exist is a problem.
 */
export function readItems(
  table: TableCells | undefined,
  settings: ItemSettings,
  names: Names,
  problems: ProblemList,
): Item[] {
  if (!table) return [];
  const known = ITEMS.columns.map((one) => one.name);
  const { rows, column } = viewTable(table, 'input', known, ['Item'], problems);
  const idColumn = column('Item');
  if (!idColumn) return [];
  const ids = readIdCells(idColumn, rows, REQUIRED, problems);
  const titles = readTexts(column('Name'), rows, OPTIONAL, problems);
  const itemGroups = readTexts(column('Item group'), rows, OPTIONAL, problems);
  const modelGroups = readIdCells(column('Item model group'), rows, OPTIONAL, problems);
  const dimensionGroups = readIdCells(column('Dimension group'), rows, OPTIONAL, problems);
  const prices = readNumbers(column('Cost price'), rows, OPTIONAL, problems);

  const modelOf = lookup(column('Item model group'), settings.modelGroups, 'ItemModelGroups', problems);
  const flagsOf = lookup(column('Dimension group'), settings.dimensionGroups.groups, 'DimensionGroups', problems);
  const items: Item[] = [];
  for (const i of uniqueIds(idColumn, rows, ids, problems).values()) {
    const plain = defaultItem(idText(ids[i]), settings.parameters);
    const flags = flagsOf(dimensionGroups[i], rows[i]);
    names.add(ids[i]);
    items.push({
      ...plain,
      ...modelOf(modelGroups[i], rows[i]),
      name: titles[i],
      group: itemGroups[i],
      financialDimensions: flags ? settings.dimensionGroups.names.filter((_, d) => flags[d]) : [],
      costPrice: Number.isFinite(prices[i]) ? prices[i] : undefined,
    });
  }
  return items;
}

/** An item that the table Items does not have, or that names no group: the parameters say how it is costed (A2). */
export function defaultItem(id: string, parameters: Parameters): Item {
  return {
    id,
    name: '',
    group: '',
    model: parameters.defaultModel,
    includePhysicalValue: parameters.includePhysicalValue,
    allowsNegativePhysical: true,
    allowsNegativeFinancial: true,
    financialDimensions: [],
    costPrice: undefined,
  };
}

/** Finds groups by the ids in a column, and tells those that do not exist. */
function lookup<Group>(
  column: ColumnView | undefined,
  groups: ReadonlyMap<string, Group>,
  table: string,
  problems: ProblemList,
): (cell: IdCell, row: number) => Group | undefined {
  return (cell, row) => {
    if (cell === '' || !column) return undefined;
    const group = groups.get(idKey(idText(cell)));
    if (group === undefined) {
      const message = `There is no ${column.name} "${idText(cell)}" in the table ${table}.`;
      problems.at(column, row, 'UNKNOWN_ID', message, `Add it to ${table}, or correct the name.`);
    }
    return group;
  };
}
