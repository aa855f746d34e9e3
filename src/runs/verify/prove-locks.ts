/** Whether LockedRows says of a run what the run wrote; and if not, what it must have said. */
import type { Day } from '../../book/days';
import { isDatedBy } from '../../settle/notices';
import { contentOfItem, sameContent } from '../../workbook/locked';
import { idKey, trailingNumber } from '../../workbook/read/ids';
import { PARAMETER_SPECS } from '../../workbook/tables/parameters';
import { LOCKED_ROWS } from '../../workbook/tables/results';
import { fingerprint } from '../../workbook/write/fingerprints';
import { numbering } from '../../workbook/write/rows';
import { LocksThen, type LockRecord } from './locks-then';
import { withTheirKeys } from './renamed-keys';
import type { RowTable } from './rows';
import type { Today } from './today';

/** What the fingerprint of a run's input is made of, beside the records. */
export interface InputFacts {
  readonly closing: string;
  readonly type: string;
  readonly day: Day;
  /** The input fingerprint of the close before. */
  readonly before: string;
  /** That of the run, as its row in Closings has it. */
  readonly input: string;
}

export interface Proof {
  readonly records: readonly LockRecord[];
  /** Whether the records are those that the run wrote: their fingerprint is that of the run. */
  readonly proven: boolean;
}

/** So many single changes are tried one by one. */
const MOST_TRIED = 60;

/**
 * The records of a run. Where their fingerprint is not that of the run somebody changed them: then what stands in the
 * input today is tried in their place, and where the fingerprint agrees with that, it is what the run wrote.
 */
export function proveLocks(facts: InputFacts, stored: readonly LockRecord[], before: RowTable, today: Today): Proof {
  const fits = (records: readonly LockRecord[]) => fingerprintOf(facts, records) === facts.input;
  if (fits(stored)) return { records: stored, proven: true };
  for (const records of attempts(facts, stored, before, today)) if (fits(records)) return { records, proven: true };
  return { records: stored, proven: false };
}

export function fingerprintOf({ closing, type, day, before }: InputFacts, records: readonly LockRecord[]): string {
  const columns = {
    Lock: records.map(({ id }) => id),
    Closing: records.map(() => closing),
    Kind: records.map(({ kind }) => kind),
    Key: records.map(({ key }) => key),
    Order: records.map(({ order }) => order),
    Content: records.map(({ content }) => content),
  };
  return fingerprint(before, { type, day }, [{ table: LOCKED_ROWS, dimensions: [], columns, count: records.length }]);
}

function* attempts(
  facts: InputFacts,
  stored: readonly LockRecord[],
  before: RowTable,
  today: Today,
): Generator<readonly LockRecord[]> {
  const earlier = LocksThen.ofClose(before, []);
  const orders = ordersToday(today, earlier);
  const changed = new Map<LockRecord, LockRecord>();
  for (const record of stored) {
    const content = contentToday(record, today);
    if (content !== undefined && content !== record.content) changed.set(record, { ...record, content });
  }
  const right = (one: LockRecord) => changed.get(one) ?? one;
  const ordered = (one: LockRecord) => {
    const order = orders.get(idKey(String(one.key)));
    return one.kind !== 'Transaction' || order === undefined ? one : { ...one, order };
  };
  // One cell alone, then all together; the order by itself and with the contents.
  for (const one of [...changed.keys()].slice(0, MOST_TRIED)) {
    yield stored.map((record) => (record === one ? right(record) : record));
  }
  yield stored.map(right);
  yield stored.map(ordered);
  yield stored.map((record) => ordered(right(record)));

  const lost = candidates(facts, stored, earlier, today, orders);
  yield* withTheirKeys(stored, lost, today);

  const known = (record: LockRecord) => record.kind !== 'Transaction' || today.rowOf(record.key) >= 0;
  if (!stored.every(known)) yield stored.filter(known);
  for (const one of stored.slice(-MOST_TRIED)) yield stored.filter((record) => record !== one);

  const highest = Math.max(0, ...Array.from(before.columns['Lock'], (id) => trailingNumber(String(id))));
  yield* withLost(stored, lost, highest);
}

/** What would be locked of a record's key today; the accounts that it is posted to stay: they are kept. */
export function contentToday({ kind, key, content }: LockRecord, today: Today): string | undefined {
  if (kind === 'Item') {
    const item = today.items.get(idKey(String(key)));
    return item && contentOfItem(item);
  }
  if (kind === 'Parameter') return today.read?.parameterTexts.get(String(key));
  const now = today.contentOf(key);
  if (now === undefined || sameContent(now, content)) return now;
  const tail = content.lastIndexOf(',"Posts to":');
  return tail < 0 ? now : now.slice(0, now.lastIndexOf(',"Posts to":')) + content.slice(tail);
}

/** The numbers that rows which no earlier close locked would get now, by the keys of their ids. */
function ordersToday({ read }: Today, earlier: LocksThen): Map<string, number> {
  if (!read) return new Map();
  const { id, order, inputCount } = read.book.transactions;
  let next = 1 + Math.max(-1, ...[...earlier.transactions.values()].map((record) => Number(record.order)));
  const free = Array.from({ length: inputCount }, (_, row) => row)
    .filter((row) => !earlier.transactions.has(idKey(id[row])))
    .sort((a, b) => order[a] - order[b]);
  return new Map(free.map((row) => [idKey(id[row]), next++] as const));
}

/** What the close must have locked, and has no record: in the order in which records are written. */
function candidates(
  { day }: InputFacts,
  stored: readonly LockRecord[],
  earlier: LocksThen,
  today: Today,
  orders: ReadonlyMap<string, number>,
): Omit<LockRecord, 'id'>[] {
  const { read } = today;
  if (!read) return [];
  const has = new Set(stored.map(({ kind, key }) => `${kind} ${idKey(String(key))}`));
  const { transactions, items } = read.book;
  const found: Omit<LockRecord, 'id'>[] = [];
  const used = new Set<number>();
  for (let row = 0; row < transactions.inputCount; row++) {
    if (!isDatedBy(transactions.financialDay[row], transactions.physicalDay[row], day)) continue;
    used.add(transactions.item[row]);
    const key = idKey(transactions.id[row]);
    if (has.has(`Transaction ${key}`) || earlier.transactions.has(key)) continue;
    const content = today.contentOf(transactions.id[row]) ?? '';
    found.push({ kind: 'Transaction', key: read.idCells[row], order: orders.get(key) ?? null, content });
  }
  for (const item of used) {
    const key = idKey(items[item].id);
    if (has.has(`Item ${key}`) || earlier.items.has(key)) continue;
    found.push({ kind: 'Item', key: read.itemCells[item], order: null, content: contentOfItem(items[item]) });
  }
  for (const { name } of PARAMETER_SPECS.filter(({ costs }) => costs)) {
    if (has.has(`Parameter ${idKey(name)}`) || earlier.parameters.has(idKey(name))) continue;
    found.push({ kind: 'Parameter', key: name, order: null, content: read.parameterTexts.get(name) ?? '' });
  }
  return found;
}

/** Records with lost ones put where numbers are missing: each by itself for one gap, all in turn for as many. */
function* withLost(
  stored: readonly LockRecord[],
  lost: readonly Omit<LockRecord, 'id'>[],
  highest: number,
): Generator<readonly LockRecord[]> {
  if (lost.length === 0) return;
  const taken = new Set(stored.map(({ id }) => trailingNumber(id)));
  const last = Math.max(highest, ...taken);
  const gaps: string[] = [];
  for (let number = highest + 1; number <= last; number++) {
    if (!taken.has(number)) gaps.push(numbering('K', number - 1)());
  }
  const behind = lost.slice(gaps.length).map((_, at) => numbering('K', last + at)());
  const sorted = (records: LockRecord[]) => records.sort((a, b) => trailingNumber(a.id) - trailingNumber(b.id));
  if (gaps.length <= 1) {
    const [id] = [...gaps, ...behind];
    for (const one of lost.slice(0, MOST_TRIED)) yield sorted([...stored, { ...one, id }]);
  }
  const ids = [...gaps, ...behind];
  yield sorted([...stored, ...lost.map((one, at) => ({ ...one, id: ids[at] }))]);
}
