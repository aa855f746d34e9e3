import { messageOf, remedyOf } from '../book/log';
import { idKey, idText, isBlank } from '../workbook/read/ids';
import { isFault, type CellValue } from '../workbook/cells';
import type { Formats, TableCells, WorkbookPort } from '../workbook/port';
import { refuse, type WorkbookRefusal } from '../workbook/refusal';
import { headerKey } from '../workbook/headers';
import { CLOSINGS } from '../workbook/tables/results';
import { NewRows } from '../workbook/write/rows';
import type { Environment } from './environment';

/** The row of a run in Closings, as it is found again. */
interface RunRow {
  /** Body row, from 0. */
  readonly row: number;
  readonly closing: string;
  readonly status: string;
  readonly token: string;
}

/** The mark of a run, where others may begin one in the same workbook. */
export interface Token {
  readonly token?: string;
}

export function tokenFor(port: WorkbookPort, env: Environment): Token {
  const token = port.isShared ? env.token?.() : undefined;
  return token === undefined ? {} : { token };
}

/**
 * Makes sure that the run with this token is the only one that has begun, by the row that it wrote: of two that began at
 * the same moment the one whose row stands first goes on. The other takes its row back and is refused; it has written
 * nothing else.
 */
export async function refuseSecond(
  port: WorkbookPort,
  closing: string,
  { token }: Token,
  formats: Formats,
): Promise<void> {
  if (token === undefined) return;
  const runs = await runRows(port);
  const own = runs.find((run) => run.token === token);
  const other = runs.find((run) => run.status === 'Running' && run.token !== token);
  if (!own) throw other ? otherRun(other) : gone(closing);
  if (!other || other.row > own.row) return;
  const id = `${own.closing}-${runs.filter((run) => run.closing.startsWith(`${own.closing}-`)).length + 2}`;
  const values = { Closing: id, Note: `Taken back: ${other.closing} had begun before.`, 'Result fingerprint': null };
  const changes = Object.entries({ ...values, Status: 'Reversed' }).map(([column, value]) => {
    return { row: own.row, column, value };
  });
  await port.write([{ ...new NewRows(CLOSINGS, []).toWrite(false), changes }], formats);
  throw otherRun(other);
}

/** After a run was taken up again: of two who did so at the same moment the one whose mark is in the row goes on. */
export async function claimAgain(port: WorkbookPort, closing: string, { token }: Token): Promise<void> {
  if (token === undefined) return;
  const runs = await runRows(port);
  if (runs.some((run) => run.token === token)) return;
  const other = runs.find((run) => idKey(run.closing) === idKey(closing));
  throw other ? otherRun(other) : gone(closing);
}

/**
 * Where the row of the run stands now, and that of the run that it reverses: people may have sorted the table since, where
 * others are in it. Throws WorkbookRefusal where one of them is gone.
 */
export async function ownRows<Rows extends { readonly own: number; readonly reversed?: number }>(
  port: WorkbookPort,
  { token }: Token,
  known: Rows,
  closing: string,
  reversed?: string,
): Promise<Rows> {
  if (token === undefined) return known;
  const runs = await runRows(port);
  const own = runs.find((run) => run.token === token);
  if (!own) throw gone(closing);
  if (reversed === undefined) return { ...known, own: own.row };
  const other = runs.find((run) => idKey(run.closing) === idKey(reversed));
  if (!other) throw gone(reversed);
  return { ...known, own: own.row, reversed: other.row };
}

async function runRows(port: WorkbookPort): Promise<RunRow[]> {
  const table = (await port.read([CLOSINGS.name])).get(CLOSINGS.name);
  if (!table) return [];
  const columns = ['Closing', 'Status', 'Result fingerprint'].map((name) => columnOf(table, name));
  return Array.from({ length: table.rows }, (_, row) => {
    const [closing, status, token] = columns.map((cells) => textOf(cells[row]));
    return { row, closing, status, token };
  });
}

const columnOf = (table: TableCells, name: string): readonly CellValue[] =>
  table.cells[table.headers.findIndex((header) => headerKey(header) === headerKey(name))] ?? [];

function textOf(cell: CellValue): string {
  if (isBlank(cell) || isFault(cell) || typeof cell === 'boolean') return '';
  return idText(cell);
}

function otherRun({ closing, status }: RunRow): WorkbookRefusal {
  const words = { closing, status: status.toLowerCase() };
  return refuse('OTHER_RUN', messageOf('OTHER_RUN', words), remedyOf('OTHER_RUN'));
}

const gone = (closing: string): WorkbookRefusal =>
  refuse(
    'RUN_GONE',
    `The row of the run ${closing} in the table Closings is gone: somebody deleted or overwrote it. The run stopped; the rows that it wrote until then stay in the result tables.`,
    'Undo the deletion and take the unfinished run back; or restore the workbook from before the run.',
  );
