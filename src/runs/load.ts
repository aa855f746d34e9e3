import type { Checked } from '../book/problem';
import type { TableCells, WorkbookFacts, WorkbookPort } from '../workbook/port';
import { readBook, TABLES_TO_READ } from '../workbook/read/book';
import type { ReadBook } from '../workbook/read/read-book';
import { MAPPING } from '../workbook/tables/mapping';
import { RESULT_TABLES, RUN_INPUT } from '../workbook/tables/results';
import type { Environment } from './environment';
import { beforeRuns, tracesOf, unfinishedIn } from './unfinished';

/** A workbook as a run begins with it. */
export interface Loaded {
  readonly read: ReadBook;
  readonly tables: ReadonlyMap<string, TableCells>;
}

/** The tables that count for us, as a port gives them. */
export interface Contents {
  readonly facts: WorkbookFacts;
  readonly tables: ReadonlyMap<string, TableCells>;
}

/** Reads the cells of all our tables. */
export async function readTables(port: WorkbookPort, env: Environment): Promise<Contents> {
  const facts = await port.facts();
  const names = new Set([...TABLES_TO_READ, MAPPING.name, ...[...RESULT_TABLES, RUN_INPUT].map(({ name }) => name)]);
  return { facts, tables: await port.read([...names], env.progress) };
}

/** Makes the book of tables; or tells all that is wrong with them, each with its cell. */
export function bookOf({ facts, tables }: Contents): Checked<Loaded> {
  const read = readBook(facts, tables);
  return read.ok ? { ok: true, value: { read: read.value, tables }, warnings: read.warnings } : read;
}

/**
 * Reads all tables and makes the book of them; or tells all that is wrong with them, each with its cell. What an unfinished run
 * has written does not count: half of its rows would be told as damage. Its row in Closings is there, and says what it is.
 */
export async function load(port: WorkbookPort, env: Environment): Promise<Checked<Loaded>> {
  const contents = await readTables(port, env);
  const runs = unfinishedIn(contents.tables);
  if (runs.length === 0) return bookOf(contents);
  return bookOf(beforeRuns(contents.facts, contents.tables, tracesOf(contents.tables, runs), true));
}
