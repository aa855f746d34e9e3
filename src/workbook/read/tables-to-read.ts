import type { WorkbookFacts } from '../port';
import { INPUT_TABLES } from '../tables/input';
import { ADJUSTMENTS, CLOSING_TRANSFERS, CLOSINGS, LOCKED_ROWS, RESULT_TABLES, SETTLEMENTS } from '../tables/results';
import type { TableCells } from '../port';
import { highestNumber } from './results/result-table';

/** The result tables that hold state; of the others only the places are needed. */
const STATE_TABLES = [CLOSINGS, SETTLEMENTS, ADJUSTMENTS, CLOSING_TRANSFERS, LOCKED_ROWS];

/** What readBook asks of a port: every input table, and the result tables that hold state. */
export const TABLES_TO_READ: readonly string[] = [...INPUT_TABLES, ...STATE_TABLES].map((table) => table.name);

/** Finds tables whatever the case of their names. */
export function tableFinder(tables: ReadonlyMap<string, TableCells>): (name: string) => TableCells | undefined {
  const byKey = new Map([...tables].map(([name, table]) => [name.toLowerCase(), table] as const));
  return (name) => byKey.get(name.toLowerCase());
}

/** Row counts and highest numbers of the result tables that the workbook has. */
export function countResults(
  facts: WorkbookFacts,
  find: (name: string) => TableCells | undefined,
): { rows: Map<string, number>; highest: Map<string, number> } {
  const rows = new Map<string, number>();
  const highest = new Map<string, number>();
  for (const spec of RESULT_TABLES) {
    const place = facts.tables.find((table) => table.name.toLowerCase() === spec.name.toLowerCase());
    if (!place) continue;
    rows.set(spec.name, place.rows);
    const cells = find(spec.name);
    highest.set(spec.name, cells ? highestNumber(cells, spec.columns[0].name) : place.rows);
  }
  return { rows, highest };
}
