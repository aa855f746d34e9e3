import { type Book, LEG, NONE } from '../../book/book';
import { type Day, isBy } from '../../book/days';
import { settles } from '../../book/models';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { hasFlow, type Links, linksOf } from '../flow/links';
import { movingRows } from './moving';

/** Which rows a run needs itself (1), and of which it is enough to know what they amount to (0). */
export interface KeptRows {
  readonly kept: Uint8Array;
  /** 1 for each row whose cost the run may change. No column where no cost flows. */
  readonly moving: Uint8Array | undefined;
}

/**
 * A row is put aside that was invoiced by the last close, has nothing open (or an item that is not paired at all), and
 * whose cost can not change (A11, A12). Kept is also what says something about others: whatever shares a source of cost or
 * a production order with a kept row, both legs of a transfer, and rows that the log of every run names.
 */
export function keptRows(book: Book, lastDay: Day): KeptRows {
  const { count, inputCount, quantity, settledQuantity, financialDay, item, costSource, leg } = book.transactions;
  const pairs = Uint8Array.from(book.items, ({ model }) => (settles(model) ? 1 : 0));
  const live = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const isOpen = quantity[row] !== settledQuantity[row] && pairs[item[row]] === 1;
    if (isOpen || !isBy(financialDay[row], lastDay)) live[row] = 1;
  }
  const kept = live.slice();
  const { provisional } = book;
  for (let i = 0; i < provisional.count; i++) {
    kept[provisional.transaction[i]] = 1;
    if (provisional.source[i] !== NONE) kept[provisional.source[i]] = 1;
  }
  let moving: Uint8Array | undefined;
  if (hasFlow(book)) {
    const links = linksOf(book);
    moving = movingRows(book, links, live, lastDay);
    for (let row = 0; row < count; row++) {
      const waits = costSource[row] !== NONE && !isBy(financialDay[costSource[row]], lastDay);
      if (moving[row] === 1 || waits) kept[row] = 1;
    }
    keepGroups(links, kept);
    keepOrders(book, kept);
  }
  for (let row = inputCount; row < count; row++) {
    const other = leg[row] === LEG.issue ? row + 1 : row - 1;
    if (kept[other] === 1) kept[row] = 1;
  }
  return { kept, moving };
}

/** With a receipt that takes cost all that gives it, and all that shares in it. */
function keepGroups({ groups, sources, members }: Links, kept: Uint8Array): void {
  for (let group = 0; group < groups; group++) {
    const all = members.entries.subarray(members.starts[group], members.starts[group + 1]);
    if (!all.some((row) => kept[row] === 1)) continue;
    for (const row of all) kept[row] = 1;
    for (let at = sources.starts[group]; at < sources.starts[group + 1]; at++) kept[sources.entries[at]] = 1;
  }
}

/** Production orders as a whole; those with components or products alone are named by every run. */
function keepOrders(book: Book, kept: Uint8Array): void {
  const { inputCount, type, reference, quantity } = book.transactions;
  const found = new Uint8Array(book.references.length);
  const partOf = (row: number): number => {
    if (reference[row] === NONE) return 0;
    if (type[row] === LINE && quantity[row] < 0) return COMPONENT;
    return type[row] === PRODUCTION && quantity[row] > 0 ? PRODUCT : 0;
  };
  for (let row = 0; row < inputCount; row++) {
    const part = partOf(row);
    if (part !== 0) found[reference[row]] |= kept[row] === 1 ? part | KEPT : part;
  }
  for (let row = 0; row < inputCount; row++) {
    if (partOf(row) !== 0 && found[reference[row]] !== (COMPONENT | PRODUCT)) kept[row] = 1;
  }
}

const LINE = TRANSACTION_TYPES.indexOf('Production line');
const PRODUCTION = TRANSACTION_TYPES.indexOf('Production');
const COMPONENT = 1;
const PRODUCT = 2;
const KEPT = 4;
