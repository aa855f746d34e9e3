import { isFault, type CellValue } from '../workbook/cells';
import type { CellChange, TableCells, WorkbookPort } from '../workbook/port';
import { idKey, idText } from '../workbook/read/ids';
import { readParameters } from '../workbook/read/parameters';
import { ProblemList } from '../workbook/read/problem-list';
import { RESULT_TABLES } from '../workbook/tables/results';
import { type Link, type LinkTarget, type ResultTable, linkColumn, rowColumn } from '../workbook/tables/spec';
import { LINK_COLUMNS } from '../workbook/write/link-formula';
import { NewRows } from '../workbook/write/rows';
import type { Environment } from './environment';
import { columnOf } from './find-rows';

/** What was found of the links of one table. */
export interface RefreshedTable {
  readonly table: string;
  /** Rows that remember where their reference stands. */
  readonly links: number;
  /** Those that stood elsewhere, and remember the right row now. */
  readonly moved: number;
  /** Those whose reference is gone: left as they were. */
  readonly lost: number;
}

type Tables = ReadonlyMap<string, TableCells>;

/**
 * Makes the links of all result tables fast and right again after rows were sorted, inserted or deleted, or a sheet was renamed: each
 * row remembers the place where its reference stands now, and link formulas that name an old sheet are written anew. Nothing else is
 * changed; references themselves are the ids in their columns. Can be done again at any time.
 */
export async function refreshLinks(port: WorkbookPort, env: Environment): Promise<RefreshedTable[]> {
  const names = ['Parameters', 'DimensionGroups', 'Transactions', ...RESULT_TABLES.map(({ name }) => name)];
  const tables = await port.read(names, env.progress);
  const dimensions = tables.get('DimensionGroups')?.headers.slice(1) ?? [];
  const places = new Map<LinkTarget, ReadonlyMap<string, number>>();
  const placesOf = (target: LinkTarget): ReadonlyMap<string, number> => {
    const known = places.get(target) ?? rowsByIds(tables, target);
    places.set(target, known);
    return known;
  };
  const linked = RESULT_TABLES.flatMap((table) => {
    const found = tables.get(table.name);
    const links = found ? table.links.filter(({ column }) => columnOf(found, linkColumn(column)) >= 0) : [];
    return found && links.length > 0 ? [refreshTable(table, found, links, placesOf)] : [];
  });
  // A table without a change is named too: its formulas are looked at.
  const writes = linked.map(({ table, changes }) => ({
    ...new NewRows(table, table.dimensions ? dimensions : []).toWrite(true),
    changes,
  }));
  const { parameters } = readParameters(tables.get('Parameters'), {}, new ProblemList());
  if (writes.length > 0) await port.write(writes, parameters, env.progress);
  return linked.map(({ table, links, lost, changes }) => ({
    table: table.name,
    links,
    moved: changes.length,
    lost,
  }));
}

function refreshTable(
  table: ResultTable,
  found: TableCells,
  links: readonly Link[],
  placesOf: (target: LinkTarget) => ReadonlyMap<string, number>,
) {
  const changes: CellChange[] = [];
  let count = 0;
  let lost = 0;
  for (const { column, target } of links) {
    const ids = found.cells[columnOf(found, column)];
    const rows = found.cells[columnOf(found, rowColumn(column))];
    if (!ids || !rows) continue;
    rows.forEach((remembered, row) => {
      // A blank row says that there is no row to go to: the source of a product is its order, say.
      const key = typeof remembered === 'number' ? keyOf(ids[row]) : undefined;
      if (key === undefined) return;
      count += 1;
      const place = placesOf(target).get(key);
      if (place === undefined) lost += 1;
      else if (place !== remembered) changes.push({ row, column: rowColumn(column), value: place });
    });
  }
  return { table, changes, links: count, lost };
}

/** The rows that links to a target remember, by id: from 1 in the first table, from -1 downwards in the second. */
function rowsByIds(tables: Tables, target: LinkTarget): Map<string, number> {
  const rows = new Map<string, number>();
  LINK_COLUMNS[target].forEach(({ table, column }, at) => {
    const found = tables.get(table);
    const ids = found?.cells[columnOf(found, column)] ?? [];
    ids.forEach((id, row) => {
      const key = keyOf(id);
      if (key !== undefined && !rows.has(key)) rows.set(key, at === 0 ? row + 1 : -(row + 1));
    });
  });
  return rows;
}

function keyOf(cell: CellValue | undefined): string | undefined {
  if (cell === null || cell === undefined || isFault(cell) || typeof cell === 'boolean') return undefined;
  const text = idText(cell);
  return text === '' ? undefined : idKey(text);
}
