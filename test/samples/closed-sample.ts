import { sampleWorkbook, type SampleName } from '../../samples';
import { parseIsoDay } from '../../src/book/days';
import { close, type Closed } from '../../src/runs/close';
import type { Unpaused } from '../../src/runs/environment';
import { type Loaded, load } from '../../src/runs/load';
import { openXlsx, type FilePort } from '../../src/workbook/file';

const MODIFIED = new Date('2026-04-01T08:00:00Z');
export const ENVIRONMENT: Unpaused = { now: () => MODIFIED.getTime(), version: 'test' };

/** A sample as a person has it: the bytes of its file, opened. */
export function openSample(name: SampleName): FilePort {
  return openXlsx(sampleWorkbook(name, MODIFIED), `${name}.xlsx`);
}

/** The workbook, written to a file and opened again. */
export function reopened(port: FilePort): FilePort {
  return openXlsx(port.toBytes(MODIFIED), 'reopened.xlsx');
}

/** Closes up to a day, "2026-01-31". Fails the test where the close is refused. */
export async function closeUpTo(port: FilePort, date: string): Promise<Closed> {
  const closed = await close(port, { upTo: parseIsoDay(date)! }, ENVIRONMENT);
  if (!closed.ok) throw new Error(closed.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n'));
  return closed;
}

/** What a workbook says now. */
export async function loadSample(port: FilePort): Promise<Loaded> {
  const loaded = await load(port, ENVIRONMENT);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n'));
  return loaded.value;
}

/** The rows of a table as records; a table that is not there fails the test. */
export async function rowsOf(port: FilePort, table: string): Promise<Record<string, unknown>[]> {
  const found = (await port.read([table])).get(table);
  if (!found) throw new Error(`no table ${table}`);
  const count = found.cells[0]?.length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(found.headers.map((header, column) => [header, found.cells[column][row]])),
  );
}
