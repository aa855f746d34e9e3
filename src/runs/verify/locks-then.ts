import { idKey } from '../../workbook/read/ids';
import { LOCK_KINDS } from '../../workbook/tables/results';
import type { OutValue } from '../../workbook/port';
import { idAt, type RowTable, textAt } from './rows';

/** A row of LockedRows: what a run saw of a transaction, an item or a parameter. */
export interface LockRecord {
  /** Id of the row, "K-000012". */
  readonly id: string;
  readonly kind: (typeof LOCK_KINDS)[number];
  /** As typed: results write ids back so. */
  readonly key: string | number;
  readonly order: OutValue;
  readonly content: string;
}

/** The records in some rows of LockedRows; rows that are none are left out: comparing tells them. */
export function recordsIn(table: RowTable, rows: readonly number[]): LockRecord[] {
  return rows.flatMap((row) => {
    const kind = LOCK_KINDS.find((one) => one === textAt(table, 'Kind', row));
    const key = table.columns['Key'][row];
    if (kind === undefined || key === null) return [];
    const order = table.columns['Order'][row];
    return [{ id: idAt(table, row), kind, key, order, content: textAt(table, 'Content', row) }];
  });
}

function activeIn(table: RowTable): LockRecord[] {
  const statuses = table.columns['Status'];
  return recordsIn(
    table,
    Array.from(statuses.keys()).filter((row) => statuses[row] === 'Active'),
  );
}

/** What was in force of LockedRows, and what a run adds: the latest record of every kind and key. */
export class LocksThen {
  readonly transactions = new Map<string, LockRecord>();
  readonly items = new Map<string, LockRecord>();
  readonly parameters = new Map<string, LockRecord>();
  readonly later = new Map<string, LockRecord>();
  readonly archived = new Map<string, LockRecord>();

  /** For a close: what was in force before it, and its own records. It saw later rows anew, so that earlier ones do not count. */
  static ofClose(before: RowTable, own: readonly LockRecord[]): LocksThen {
    return new LocksThen([...activeIn(before).filter(({ kind }) => kind !== 'Later'), ...own]);
  }

  /**
   * As things stand between two closes. Of later rows only what the last close saw of them counts, not what those before it did:
   * nobody locked them, so that they may have been taken away since. Without its id they are left out.
   */
  static inForce(table: RowTable, lastClose = ''): LocksThen {
    const statuses = table.columns['Status'];
    const counts = (row: number): boolean =>
      textAt(table, 'Kind', row) !== 'Later' || idKey(textAt(table, 'Closing', row)) === idKey(lastClose);
    const active = Array.from(statuses.keys()).filter((row) => statuses[row] === 'Active');
    return new LocksThen(recordsIn(table, active.filter(counts)));
  }

  private constructor(records: readonly LockRecord[]) {
    for (const record of records) this.keep(record);
    for (const key of this.transactions.keys()) this.later.delete(key);
  }

  /** Whether something of the same kind and key is in force. */
  has({ kind, key }: Pick<LockRecord, 'kind' | 'key'>): boolean {
    return this.recordsOf(kind).has(idKey(String(key).trim()));
  }

  private keep(record: LockRecord): void {
    this.recordsOf(record.kind).set(idKey(String(record.key).trim()), record);
  }

  private recordsOf(kind: LockRecord['kind']): Map<string, LockRecord> {
    if (kind === 'Transaction') return this.transactions;
    if (kind === 'Item') return this.items;
    if (kind === 'Archived') return this.archived;
    return kind === 'Parameter' ? this.parameters : this.later;
  }
}
