/** What an archive must have kept. */
import { contentOfArchived, parseArchived } from '../../workbook/archived';
import { idKey } from '../../workbook/read/ids';
import { CLOSINGS, LOCKED_ROWS } from '../../workbook/tables/results';
import type { ResultTable } from '../../workbook/tables/spec';
import { fingerprint } from '../../workbook/write/fingerprints';
import { changed, checkRun } from './checks';
import type { LocksThen } from './locks-then';
import type { ReplayTable } from './replay-port';
import type { Difference } from './result';
import { shownAt, type StoredTable } from './rows';
import type { RunFacts } from './run-facts';

/**
 * Gives the rows of an archive, from `start` on, the content that follows from what was locked then. The cells that no lock
 * says anything of stay as they are: the fingerprint of the run vouches for them. Returns the rows, counted from `start`,
 * whose transaction was not locked.
 */
export function asLockedThen({ columns, rows }: ReplayTable, start: number, locks: LocksThen): number[] {
  const lost: number[] = [];
  for (let row = start; row < rows; row++) {
    const lock = locks.transactions.get(idKey(String(columns['Key'][row]).trim()));
    if (!lock) {
      lost.push(row - start);
      continue;
    }
    const typed = parseArchived(String(columns['Content'][row]))?.typed ?? {};
    columns['Content'][row] = contentOfArchived(lock.content, typed);
    columns['Order'][row] = lock.order;
  }
  return lost;
}

/** What must hold of the row of an archive. `lost` are its rows whose transaction was not locked, `input` the fingerprint before. */
export function checkArchive(
  facts: RunFacts,
  find: (table: ResultTable) => StoredTable,
  lost: readonly number[],
  input: string,
): Difference[] {
  const stored = find(LOCKED_ROWS);
  const rows = stored.rowsOf(facts.id);
  const strange = lost.map((at) => changed(facts, stored, rows[at], 'Key', 'a transaction that was locked'));
  if (facts.row < 0) return strange;
  const closings = find(CLOSINGS);
  const own: readonly (readonly [string, string])[] = [
    ['Transactions', String(rows.length)],
    ['Input fingerprint', fingerprint(input, facts, [])],
  ];
  const differing = own.filter(([name, must]) => shownAt(closings, name, facts.row) !== must);
  return [
    ...strange,
    ...checkRun(facts, find),
    ...differing.map(([name, must]) => changed(facts, closings, facts.row, name, must)),
  ];
}
