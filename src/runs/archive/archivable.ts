import { lastClose } from '../../book/book';
import { type Day, isoDay, NO_DAY } from '../../book/days';
import type { Problem, Refusal } from '../../book/problem';
import { closedInFull, STAYS } from '../../settle/closed-in-full';
import { rowsOnSheet } from '../../workbook/body-address';
import type { WorkbookPort } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import { findLockedChanges } from '../../workbook/read/locked-changes';
import type { ReadBook } from '../../workbook/read/read-book';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { about, unfinishedRuns } from '../obstacles';

/** Why a row is not archived now, and how many there are. */
export interface Staying {
  /** A key of STAYS; 'kept' for rows that are closed in full and dated after the day that was asked for. */
  readonly why: Exclude<keyof typeof STAYS, 'no'> | 'kept';
  readonly rows: number;
}

/** What can be archived of an item: how many rows, and their first and last date. */
export interface ArchivableItem {
  readonly item: string;
  readonly rows: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** What of a workbook can be archived. */
export interface Archivable {
  readonly ok: true;
  readonly loaded: Loaded;
  /** Rows dated on or before it; that of the last close where nothing else was asked for. NO_DAY without a close. */
  readonly upTo: Day;
  /** Positions of the rows that can be archived, in the order of the sheet. */
  readonly rows: readonly number[];
  readonly items: readonly ArchivableItem[];
  /** The other rows of the table, by why they stay; reasons without rows are left out. */
  readonly staying: readonly Staying[];
  /** Rows that earlier runs archived: how many, and which of them stand on the sheet still. Positions. */
  readonly archived: { readonly rows: number; readonly onSheet: readonly number[] };
}

export interface ArchivableOptions {
  /** Rows that are dated later stay, though they may be closed in full. Not given: the day of the last close. */
  readonly upTo?: Day;
}

/**
 * Which rows of Transactions are closed in full, so that they can leave the table; and why the others can not. Refused while
 * a run is unfinished, and where closed rows are not what they were. Writes nothing.
 */
export async function archivable(
  port: WorkbookPort,
  options: ArchivableOptions,
  env: Environment,
): Promise<Archivable | Refusal> {
  const found = await load(port, env);
  return found.ok ? archivableIn(found.value, options) : found;
}

/** The same of a workbook that was read. */
export function archivableIn(loaded: Loaded, { upTo }: ArchivableOptions): Archivable | Refusal {
  const { read } = loaded;
  const problems = obstacles(read);
  if (problems.length > 0) return { ok: false, problems };
  const { financialDay, id, inputCount } = read.book.transactions;
  const last = lastClose(read.book.closings)?.day ?? NO_DAY;
  const day = Math.min(upTo ?? last, last);
  const stays = closedInFull(read.book, last);
  const rows: number[] = [];
  const onSheet: number[] = [];
  const counts = new Map<Staying['why'], number>();
  for (let row = 0; row < inputCount; row++) {
    if (isGone(read, row)) continue;
    const key = idKey(id[row]);
    if (read.locks.archived.has(key)) onSheet.push(row);
    else if (stays[row] === STAYS.no && financialDay[row] <= day && read.locks.transactions.has(key)) rows.push(row);
    else {
      const why = stays[row] === STAYS.no ? 'kept' : WHY[stays[row]];
      counts.set(why, (counts.get(why) ?? 0) + 1);
    }
  }
  return {
    ok: true,
    loaded,
    upTo: day,
    rows,
    items: itemsOf(read, rows),
    staying: [...WHY.slice(1), 'kept' as const].flatMap((why) => {
      const count = counts.get(why as Staying['why']);
      return count === undefined ? [] : [{ why: why as Staying['why'], rows: count }];
    }),
    archived: { rows: read.locks.archived.size, onSheet },
  };
}

/** Whether an archived row has left the table: it is known from LockedRows alone. */
export function isGone(read: ReadBook, position: number): boolean {
  return read.inputRows[position] >= rowsOnSheet(read.transactionsTable);
}

/** Names of the reasons, by their number. */
const WHY = Object.keys(STAYS) as Staying['why'][];

function obstacles(read: ReadBook): Problem[] {
  const unfinished = unfinishedRuns(read.book.closings);
  return unfinished.length > 0 ? unfinished : findLockedChanges(read);
}

function itemsOf({ book }: ReadBook, rows: readonly number[]): ArchivableItem[] {
  const { item, financialDay } = book.transactions;
  const items = new Map<number, { rows: number; firstDay: Day; lastDay: Day }>();
  for (const row of rows) {
    const day = financialDay[row];
    const known = items.get(item[row]) ?? { rows: 0, firstDay: day, lastDay: day };
    const { firstDay, lastDay } = known;
    items.set(item[row], {
      rows: known.rows + 1,
      firstDay: Math.min(firstDay, day),
      lastDay: Math.max(lastDay, day),
    });
  }
  return [...items]
    .sort(([one], [other]) => one - other)
    .map(([index, figures]) => ({ item: book.items[index].id, ...figures }));
}

/** Why nothing can be archived, as a refusal tells it. */
export function nothingToArchive({ upTo, staying, archived }: Archivable): Problem {
  if (upTo === NO_DAY) return about('NOTHING_TO_ARCHIVE', { why: 'no close is in force' });
  const counts = staying.map(({ why, rows }) => `${rows} ${STAY_WORDS[why]}`);
  if (archived.rows > 0) counts.unshift(`${archived.rows} archived already`);
  const rows = counts.length === 0 ? 'the table is empty' : `of its rows are ${counts.join('; ')}`;
  return about('NOTHING_TO_ARCHIVE', { why: `up to ${isoDay(upTo)}, ${rows}` });
}

/** Why rows stay, in words that follow their number. */
export const STAY_WORDS: Readonly<Record<Staying['why'], string>> = {
  later: 'not invoiced by the last close',
  unsettled: 'of items whose inventory model settles nothing (standard cost, moving average)',
  open: 'not settled in full',
  changing: 'settled with what is still open, so that their cost may change',
  needed: 'marked to, in one production order with, or a source of cost for what is still open',
  kept: 'closed in full, and dated later',
};
