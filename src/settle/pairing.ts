import { type Book, NONE } from '../book/book';
import type { RunRequest } from '../book/outcome';
import { TRANSACTION_TYPES } from '../book/transaction-types';
import { type Pair, type Waiting, walkMarks } from './marking';
import { modelFor } from './models';
import { type KeySides, TransferBuffer } from './models/model';
import { sideOfRows, type Sides } from './sides';
import { principleCode, SliceBuffer } from './slices';
import { Workspace } from './workspace';

/** The first step of a run: which issue takes how much from which receipt. No cost has a say in it. */
export interface Pairing {
  readonly slices: SliceBuffer;
  readonly transfers: TransferBuffer;
  /** Per side, positive: what is neither paired nor reserved. */
  readonly free: Float64Array;
  readonly waiting: readonly Waiting[];
}

const MARKING = principleCode('Marking');
const TRANSFER = principleCode('Transfer');
const TRANSFER_TYPE = TRANSACTION_TYPES.indexOf('Transfer');

/** How many sides are paired between two reports of progress. */
const STEP = 20_000;

/**
 * Pairs cost key by cost key: marked pairs (A5), then non-financial transfers (A6), then the item's model (A7, A8).
 * Yields the number of sides done.
 */
export function* pair(
  book: Book,
  request: RunRequest,
  sides: Sides,
  workspace = new Workspace(),
): Generator<number, Pairing> {
  // A slice takes the last of its issue or of its receipt, so that only legs and reservations can make it more.
  const slices = new SliceBuffer(sides.count, workspace);
  const transfers = new TransferBuffer(sides.count);
  const free = allFree(sides, workspace);
  let sideOf: Int32Array | undefined;
  const lookUp = () => (sideOf ??= sideOfRows(book, sides));

  const marked = walkMarks(book, lookUp, request.day);
  for (const [side, quantity] of marked.reserved) free[side] -= quantity;
  const markedByKey = groupByKey(book, sides, marked.pairs);
  const transfersByKey = groupByKey(book, sides, nonFinancialTransfers(book, lookUp));

  const on: KeySides = { sides, key: 0, start: 0, end: 0, free, runDay: request.day, transfers };
  let reported = 0;
  for (let k = 0; k < sides.keys.length; k++) {
    const key = sides.keys[k];
    on.key = key;
    on.start = sides.starts[k];
    on.end = sides.starts[k + 1];
    for (const { issue, receipt, quantity } of markedByKey.get(key) ?? []) {
      slices.add(issue, receipt, quantity, MARKING);
      free[issue] -= quantity;
      free[receipt] -= quantity;
    }
    for (const { issue, receipt } of transfersByKey.get(key) ?? []) {
      const quantity = Math.min(free[issue], free[receipt]);
      if (quantity === 0) continue;
      slices.add(issue, receipt, quantity, TRANSFER);
      free[issue] -= quantity;
      free[receipt] -= quantity;
    }
    const model = modelFor(book.items[book.keys[key].item].model, book.parameters);
    model?.(on, slices);
    if (on.end - reported >= STEP) {
      reported = on.end;
      yield reported;
    }
  }
  return { slices, transfers, free, waiting: marked.waiting };
}

/** Before anything is paired or reserved, all that is open is free. */
function allFree({ count, open }: Sides, workspace: Workspace): Float64Array {
  const free = workspace.figures(count);
  for (let side = 0; side < count; side++) free[side] = Math.abs(open[side]);
  return free;
}

/** Transfer receipts whose cost source is an issue of the same cost key, both in the run (A6). */
function nonFinancialTransfers(book: Book, lookUp: () => Int32Array): Omit<Pair, 'quantity'>[] {
  const { inputCount, type, costSource, key, quantity } = book.transactions;
  const pairs: Omit<Pair, 'quantity'>[] = [];
  for (let row = 0; row < inputCount; row++) {
    const source = costSource[row];
    if (source === NONE || type[row] !== TRANSFER_TYPE || key[source] !== key[row] || quantity[row] < 0) continue;
    const issue = lookUp()[source];
    const receipt = lookUp()[row];
    if (issue !== NONE && receipt !== NONE) pairs.push({ issue, receipt });
  }
  return pairs.sort((a, b) => a.issue - b.issue || a.receipt - b.receipt);
}

function groupByKey<T extends { readonly issue: number }>(book: Book, sides: Sides, pairs: readonly T[]) {
  const groups = new Map<number, T[]>();
  for (const pair of pairs) {
    const key = book.transactions.key[sides.row[pair.issue]];
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return groups;
}
