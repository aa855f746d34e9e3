import { NONE, type Item } from '../../book/book';
import type { Names } from './ids';
import type { Posting } from './posting';
import type { Lock } from './read-book';
import type { TransactionColumns } from './transactions';

/** The accounts of each row of Transactions, as numbers of the account names. */
export interface Accounts {
  readonly inventory: Int32Array;
  readonly offset: Int32Array;
  /** 1 where one of the two came from the parameters. */
  readonly byDefault: Uint8Array;
}

/**
 * The accounts that adjustments of each row are posted to (A21): those typed in the row; else, for a locked row, those
 * that it had when it was locked, never today's group; else those of Posting or the parameters.
 */
export function resolveAccounts(
  columns: TransactionColumns,
  items: readonly Item[],
  locks: readonly (Lock | undefined)[],
  posting: Posting,
  accounts: Names,
): Accounts {
  const count = columns.rows.length;
  const inventory = new Int32Array(count);
  const offset = new Int32Array(count);
  const byDefault = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const posted = posting(items[columns.item[i]]?.group ?? '', columns.type[i]);
    const kept = locks[i]?.postsTo;
    inventory[i] = pick(columns.inventoryAccount[i], kept?.[0], posted.inventory);
    offset[i] = pick(columns.offsetAccount[i], kept?.[1], posted.offset);
    // A kept account counts as the parameters' where it still is: nobody has named one since.
    const defaultInventory = columns.inventoryAccount[i] === NONE && posted.defaultInventory;
    const defaultOffset = columns.offsetAccount[i] === NONE && posted.defaultOffset;
    if ((defaultInventory && inventory[i] === posted.inventory) || (defaultOffset && offset[i] === posted.offset)) {
      byDefault[i] = 1;
    }
  }
  return { inventory, offset, byDefault };

  function pick(typed: number, kept: string | undefined, posted: number): number {
    if (typed !== NONE) return typed;
    // A lock without an account is one of a row that never had any: it is posted as Posting says.
    return kept === undefined || kept === '' ? posted : accounts.add(kept);
  }
}
