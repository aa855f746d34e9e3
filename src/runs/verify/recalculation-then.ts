/** What the input of a recalculation may have been: no close had locked it yet. */
import { idKey } from '../../workbook/read/ids';
import type { RowOrder } from './input-then';
import { type LockRecord, LocksThen } from './locks-then';
import { contentToday } from './prove-locks';
import type { RowTable } from './rows';
import type { Today } from './today';

export interface InputGuess {
  readonly locks: LocksThen;
  readonly rows: RowOrder;
}

/**
 * The rows that were locked then, and for the others what the next close kept of them, or what stands there today; once
 * with what was changed of locked rows and settings since (an invoice, a parameter), once without. The fingerprint of the
 * run's input says which it was, if any.
 */
export function* inputsOfRecalculation(
  locked: RowTable,
  next: readonly LockRecord[],
  today: Today,
): Generator<InputGuess> {
  const inForce = LocksThen.inForce(locked);
  const kept = next.map((one) => (one.kind === 'Later' ? { ...one, kind: 'Transaction' as const } : one));
  const known = new Set(kept.filter(({ kind }) => kind === 'Transaction').map(({ key }) => idKey(String(key))));
  const rows = [...kept, ...rowsToday(today, inForce, known, kept)];
  // Without a later close nothing has kept what was changed since.
  const changes = next.length > 0 ? [] : changesToday(inForce, today);
  const guesses = [
    LocksThen.ofClose(locked, [...changes, ...rows]),
    LocksThen.ofClose(
      locked,
      rows.filter((one) => !inForce.has(one)),
    ),
  ];
  for (const locks of guesses) for (const order of ['today', 'locked'] as const) yield { locks, rows: order };
}

/** Rows of today that neither a close before nor the next one has kept, in their order behind all that are. */
function rowsToday(
  today: Today,
  inForce: LocksThen,
  known: ReadonlySet<string>,
  kept: readonly LockRecord[],
): LockRecord[] {
  if (!today.read) return [];
  const { book, idCells } = today.read;
  const { id, order, inputCount } = book.transactions;
  const orders = [...inForce.transactions.values(), ...kept].map((one) => Number(one.order));
  const first = orders.reduce((most, one) => Math.max(most, one + 1), 0);
  return Array.from({ length: inputCount }, (_, row) => row)
    .filter((row) => !inForce.transactions.has(idKey(id[row])) && !known.has(idKey(id[row])))
    .sort((a, b) => order[a] - order[b])
    .map((row, at) => {
      const content = today.contentOf(idCells[row]) ?? '';
      return { id: '', kind: 'Transaction', key: idCells[row], order: first + at, content };
    });
}

/** Locked rows, items and parameters as they stand today; items and parameters that no close has locked too. */
function changesToday(inForce: LocksThen, today: Today): LockRecord[] {
  const locked = [inForce.transactions, inForce.items, inForce.parameters].flatMap((records) => [...records.values()]);
  const changed = locked.flatMap((record) => {
    const content = contentToday(record, today);
    return content === undefined || content === record.content ? [] : [{ ...record, content }];
  });
  return [...changed, ...settingsToday(inForce, today)];
}

function settingsToday(inForce: LocksThen, today: Today): LockRecord[] {
  if (!today.read) return [];
  const { book, itemCells, parameterTexts } = today.read;
  const items = book.items.map((_, item) => ({ kind: 'Item' as const, key: itemCells[item] }));
  const parameters = [...parameterTexts.keys()].map((key) => ({ kind: 'Parameter' as const, key }));
  return [...items, ...parameters]
    .map((one) => ({ ...one, id: '', order: null, content: '' }))
    .filter((one) => !inForce.has(one))
    .map((one) => ({ ...one, content: contentToday(one, today) ?? '' }));
}
