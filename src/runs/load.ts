import type { Checked } from '../book/problem';
import type { TableCells, WorkbookPort } from '../workbook/port';
import { readBook, TABLES_TO_READ } from '../workbook/read/book';
import type { ReadBook } from '../workbook/read/read-book';
import { MAPPING } from '../workbook/tables/mapping';
import { RESULT_TABLES } from '../workbook/tables/results';
import type { Environment } from './environment';

/** A workbook as a run begins with it. */
export interface Loaded {
  readonly read: ReadBook;
  readonly tables: ReadonlyMap<string, TableCells>;
}

/** Reads all tables and makes the book of them; or all that is wrong with them, each with its cell. */
export async function load(port: WorkbookPort, env: Environment): Promise<Checked<Loaded>> {
  const facts = await port.facts();
  const names = new Set([...TABLES_TO_READ, MAPPING.name, ...RESULT_TABLES.map(({ name }) => name)]);
  const tables = await port.read([...names], env.progress);
  const read = readBook(facts, tables);
  return read.ok ? { ok: true, value: { read: read.value, tables }, warnings: read.warnings } : read;
}
