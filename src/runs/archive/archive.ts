import { lastClose } from '../../book/book';
import { serialOf } from '../../book/days';
import { exact } from '../../book/decimals';
import type { RunRequest } from '../../book/outcome';
import type { Problem, Refusal } from '../../book/problem';
import { worthOf } from '../../settle/inventory-value';
import { contentOfArchived, typedCellsOf } from '../../workbook/archived';
import type { WorkbookPort } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import { LOCKED_ROWS } from '../../workbook/tables/results';
import { rowColumn } from '../../workbook/tables/spec';
import { nextRun, runningRow } from '../../workbook/write/closing-row';
import { fingerprint } from '../../workbook/write/fingerprints';
import type { RunIds } from '../../workbook/write/outcome-rows';
import { Figures, NewRows, numbering } from '../../workbook/write/rows';
import { type BegunRun, idsOf } from '../begun';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { changedMeanwhile } from '../meanwhile';
import { tokenFor } from '../own-run';
import { digestOf } from '../run-input';
import { writeRun } from '../write-run';
import { type Archivable, archivableIn, type ArchivableOptions, isGone, nothingToArchive } from './archivable';

export interface ArchiveOptions extends ArchivableOptions {
  readonly note?: string;
}

/** What was archived: from now on these rows may leave the table Transactions. */
export interface Archived extends Archivable {
  readonly ids: RunIds;
  readonly warnings: readonly Problem[];
}

/**
 * Keeps the rows that are closed in full in LockedRows, as a run of the type Archive. The table Transactions is not touched:
 * people move the rows out of it, and everything goes on as if they were there. Refused where there is none.
 */
export async function archive(
  port: WorkbookPort,
  options: ArchiveOptions,
  env: Environment,
): Promise<Archived | Refusal> {
  const started = serialOf(env.now());
  const loaded = await load(port, env);
  if (!loaded.ok) return loaded;
  const found = archivableIn(loaded.value, options);
  if (!found.ok) return found;
  const changed = await changedMeanwhile(port, loaded.value, env);
  if (changed.length > 0) return { ok: false, problems: changed };
  return writeArchive(port, found, { started, note: options.note ?? '' }, env);
}

/** Writes the run, or what is missing of it where it has begun. */
export async function writeArchive(
  port: WorkbookPort,
  found: Archivable,
  { started, note }: { readonly started: number; readonly note: string },
  env: Environment,
  begun?: BegunRun,
): Promise<Archived | Refusal> {
  if (found.rows.length === 0) return { ok: false, problems: [nothingToArchive(found)] };
  const { loaded, upTo } = found;
  const { read } = loaded;
  const { book } = read;
  const ids = begun ? idsOf(begun) : nextRun(read);
  const request: Omit<RunRequest, 'type'> & { type: 'Archive' } = {
    type: 'Archive',
    day: upTo,
    specification: book.parameters.specification,
    maximumThroughputs: book.parameters.maximumThroughputs,
    minimumThroughputAdjustment: 0,
  };
  const token = tokenFor(port, env);
  const facts = { started, version: env.version, note, input: digestOf(loaded.tables), ...token };
  const rows = archivedRows(found, ids);
  const last = lastClose(book.closings);
  const figures = new Figures(book.parameters.amountDecimals, book.parameters.quantityDecimals);
  const value = worthOf(book, upTo).reduce((sum, worth) => sum + worth, 0);
  const worth = figures.amount(exact(value, 'The inventory value'));
  const completed = {
    ...{ Transactions: rows.count, Settlements: 0, Adjustments: 0 },
    ...{ 'Value before': worth, Adjustment: 0, 'Value after': worth, 'Log entries': 0 },
    'Input fingerprint': fingerprint(last?.inputFingerprint ?? '', request, []),
    'Result fingerprint': fingerprint(last?.resultFingerprint ?? '', request, [rows]),
  };
  const running = runningRow(read, request, ids, facts);
  const parts = [{ rows, changes: [] }];
  const run = { ids, token, running, parts, completed, writing: env.progress, begun };
  const { notes: warnings } = await writeRun(port, loaded, run, env);
  return { ...found, ids, warnings };
}

/** The rows of LockedRows that keep what is archived: each as it was locked, in the order of the sheet. */
function archivedRows({ loaded: { read }, rows }: Archivable, ids: RunIds): NewRows {
  const kept = new NewRows(LOCKED_ROWS, []);
  const number = numbering('K', read.existing.highest.get(LOCKED_ROWS.name) ?? 0);
  for (const row of rows) {
    const lock = read.locks.transactions.get(idKey(read.book.transactions.id[row]))!;
    kept.add({
      Lock: number(),
      Closing: ids.closing,
      [rowColumn('Closing')]: ids.closingRow,
      Kind: 'Archived',
      Key: read.idCells[row],
      Order: lock.order,
      Content: contentOfArchived(lock.content, typedCellsOf(read, row)),
      Status: 'Active',
    });
  }
  return kept;
}

/** The archived rows of a run that are gone from the table: while one is, the run can not be reversed. Ids as typed. */
export function goneOf({ read }: Loaded, closing: string): (string | number)[] {
  const there = new Set<string>();
  const { id } = read.book.transactions;
  read.inputRows.forEach((_, position) => {
    if (!isGone(read, position)) there.add(idKey(id[position]));
  });
  return [...read.locks.archived]
    .filter(([key, row]) => idKey(row.closing) === idKey(closing) && !there.has(key))
    .map(([, { key }]) => key);
}
