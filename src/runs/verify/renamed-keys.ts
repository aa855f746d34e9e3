/** Records of LockedRows whose key is none that the run can have written, with the key that they must have had. */
import { sameContent } from '../../workbook/locked';
import { idKey } from '../../workbook/read/ids';
import type { LockRecord } from './locks-then';
import type { Today } from './today';

/** So many records are put right one by one. */
const MOST_TRIED = 60;

/**
 * Attempts with other keys: a record that names nothing in the workbook, or what another record names too, belongs to what
 * must have been locked and has no record (`lost`). Content tells which, then the order, then that it is the only one.
 */
export function* withTheirKeys(
  stored: readonly LockRecord[],
  lost: readonly Omit<LockRecord, 'id'>[],
  today: Today,
): Generator<readonly LockRecord[]> {
  const free = new Set(lost);
  const right = new Map<LockRecord, LockRecord>();
  const doubtful = unknown(stored, today);
  const signs: ((record: LockRecord, one: Omit<LockRecord, 'id'>) => boolean)[] = [
    (record, { content }) => sameContent(content, record.content),
    (record, { order }) => order !== null && order === record.order,
    ({ kind }) => [...free].filter((one) => one.kind === kind).length === 1,
  ];
  for (const fits of signs) {
    for (const record of doubtful) {
      if (right.has(record)) continue;
      const owner = [...free].find((one) => one.kind === record.kind && fits(record, one));
      if (!owner) continue;
      free.delete(owner);
      right.set(record, { ...record, key: owner.key });
    }
  }
  if (right.size === 0) return;
  if (right.size > 1) {
    for (const one of [...right.keys()].slice(0, MOST_TRIED))
      yield stored.map((record) => (record === one ? right.get(one)! : record));
  }
  yield stored.map((record) => right.get(record) ?? record);
}

function unknown(stored: readonly LockRecord[], today: Today): LockRecord[] {
  const counts = new Map<string, number>();
  const nameOf = ({ kind, key }: LockRecord): string => `${kind} ${idKey(String(key).trim())}`;
  for (const record of stored) counts.set(nameOf(record), (counts.get(nameOf(record)) ?? 0) + 1);
  return stored.filter((record) => (counts.get(nameOf(record)) ?? 0) > 1 || !isKnown(record, today));
}

function isKnown({ kind, key }: LockRecord, today: Today): boolean {
  if (kind === 'Transaction') return today.rowOf(key) >= 0;
  if (kind === 'Item') return today.items.has(idKey(String(key)));
  return kind === 'Parameter' ? (today.read?.parameterTexts.has(String(key)) ?? true) : true;
}
