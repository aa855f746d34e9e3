import type { Book } from '../book/book';
import { accountsOf, isFromOrder, REASONS, type Reason, type RunRequest } from '../book/outcome';
import { coveredItems } from './covered';
import { copyInto } from './slices';
import { Workspace } from './workspace';

const CODES = new Map<Reason, number>(REASONS.map((reason, code) => [reason, code]));

export function reasonCode(reason: Reason): number {
  return CODES.get(reason)!;
}

/** Adjustments as growing columns: see Adjustments in book/outcome. */
export class AdjustmentBuffer {
  count = 0;
  transaction: Int32Array;
  reason: Uint8Array;
  source: Int32Array;
  amount: Float64Array;
  expensed: Float64Array;

  constructor(
    capacity: number,
    private readonly workspace = new Workspace(),
  ) {
    this.transaction = workspace.integers(capacity);
    this.reason = workspace.bytes(capacity);
    this.source = workspace.integers(capacity);
    this.amount = workspace.figures(capacity);
    this.expensed = workspace.figures(capacity);
  }

  add(transaction: number, reason: number, source: number, amount: number, expensed = 0): void {
    const at = this.count;
    if (at === this.transaction.length) this.grow();
    this.transaction[at] = transaction;
    this.reason[at] = reason;
    this.source[at] = source;
    this.amount[at] = amount;
    this.expensed[at] = expensed;
    this.count = at + 1;
  }

  private grow(): void {
    const { workspace } = this;
    const capacity = this.transaction.length + (this.transaction.length >> 1) + 16;
    this.transaction = copyInto(workspace.integers(capacity), this.transaction);
    this.reason = copyInto(workspace.bytes(capacity), this.reason);
    this.source = copyInto(workspace.integers(capacity), this.source);
    this.amount = copyInto(workspace.figures(capacity), this.amount);
    this.expensed = copyInto(workspace.figures(capacity), this.expensed);
  }
}

/** Whether adjustments of this reason rest on no settlement, so that later runs replace them (A1). */
export function isProvisional(reason: number, recalculation: boolean): boolean {
  return recalculation || reason === PHYSICAL || reason === UNCOVERED;
}

const PHYSICAL = reasonCode('Physical value');
const UNCOVERED = reasonCode('Uncovered quantity');

/** What the run writes: counter rows of provisional adjustments that no longer hold, then the new rows. */
export interface Replaced {
  readonly rows: AdjustmentBuffer;
  /** The provisional adjustments that the first rows take back, by their index. */
  readonly takesBack: Int32Array;
}

/**
 * Replaces the provisional adjustments of earlier runs (A1): one that comes out the same - transaction, reason, source,
 * amount and accounts - stays and is not written again; one that does not is taken back. Those of items that the run does
 * not cover stay as they are.
 */
export function replaceProvisional(book: Book, found: AdjustmentBuffer, request: RunRequest): Replaced {
  const recalculation = request.type === 'Recalculation';
  const covered = coveredItems(book, request);
  const old = book.provisional;
  if (old.count === 0) return { rows: found, takesBack: new Int32Array(0) };
  const same = new Map<string, number[]>();
  const name = (transaction: number, reason: number, source: number, amount: number, expensed: number) =>
    `${transaction} ${reason} ${isFromOrder(book, transaction, reason) ? '' : source} ${amount} ${expensed}`;
  for (let i = 0; i < found.count; i++) {
    if (!isProvisional(found.reason[i], recalculation)) continue;
    const key = name(found.transaction[i], found.reason[i], found.source[i], found.amount[i], found.expensed[i]);
    const list = same.get(key);
    if (list) list.push(i);
    else same.set(key, [i]);
  }
  const stays = new Uint8Array(found.count);
  const rows = new AdjustmentBuffer(found.count + old.count);
  const takesBack: number[] = [];
  const sameAccounts = (i: number, now: number) => {
    const { inventory, offset } = accountsOf(book, { ...found, takesBack: new Int32Array(0) }, now);
    return old.inventoryAccount[i] === inventory && old.offsetAccount[i] === offset;
  };
  for (let i = 0; i < old.count; i++) {
    const row = old.transaction[i];
    if (covered[book.transactions.item[row]] === 0) continue;
    const again = same.get(name(row, old.reason[i], old.source[i], old.amount[i], old.expensed[i]));
    if (again && again.length > 0 && sameAccounts(i, again[0])) {
      stays[again.shift()!] = 1;
    } else {
      rows.add(row, old.reason[i], old.source[i], 0 - old.amount[i], 0 - old.expensed[i]);
      takesBack.push(i);
    }
  }
  for (let i = 0; i < found.count; i++) {
    if (stays[i] === 1) continue;
    rows.add(found.transaction[i], found.reason[i], found.source[i], found.amount[i], found.expensed[i]);
  }
  return { rows, takesBack: Int32Array.from(takesBack) };
}
