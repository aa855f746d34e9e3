/** What an archive must have kept. */
import { contentOfArchived, parseArchived } from '../../workbook/archived';
import { idKey } from '../../workbook/read/ids';
import type { LocksThen } from './locks-then';
import type { ReplayTable } from './replay-port';

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
