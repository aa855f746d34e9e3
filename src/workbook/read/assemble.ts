/** Puts the columns of a book together: the input rows first, then the legs of earlier closing transfers. */
import { LEG, NONE, type Transactions } from '../../book/book';
import { type Day, isBy } from '../../book/days';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { parseTransaction } from '../locked';
import type { Accounts } from './accounts';
import { idText } from './ids';
import type { Lock } from './read-book';
import type { ReadAdjustments } from './results/adjustments';
import type { Legs } from './results/legs';
import type { Settled } from './results/settlements';
import type { TransactionColumns } from './transactions';

/** Everything that was found out about the transactions, by position. */
export interface Parts {
  readonly columns: TransactionColumns;
  readonly legs: Legs;
  /** By position, legs included. */
  readonly key: Int32Array;
  readonly order: Int32Array;
  readonly settled: Settled;
  readonly adjustments: ReadAdjustments;
  /** By input position. */
  readonly marks: Int32Array;
  readonly costSources: Int32Array;
  readonly accounts: Accounts;
  readonly locks: readonly (Lock | undefined)[];
  /** The date of the last close, NO_DAY before the first. */
  readonly lastClose: Day;
}

/** The columns of the book. */
export function assembleTransactions(parts: Parts): Transactions {
  const { columns, legs, key, order, settled, adjustments, marks, costSources, accounts, locks, lastClose } = parts;
  const inputCount = columns.rows.length;
  const count = inputCount + legs.count;
  const financialCost = columns.financialCost.map(blankAsZero);
  const physicalCost = columns.physicalCost.map((cost, i) => (Number.isNaN(cost) ? financialCost[i] : cost));
  const none = new Int32Array(legs.count).fill(NONE);
  return {
    count,
    inputCount,
    id: [...columns.ids, ...legs.idCells.map(idText)],
    item: join(columns.item, legs.item),
    key,
    quantity: joinFigures(columns.quantity, legs.quantity),
    financialDay: join(columns.financialDay, legs.day),
    physicalDay: join(columns.physicalDay, legs.day),
    financialCost: joinFigures(financialCost, legs.cost),
    physicalCost: joinFigures(physicalCost, legs.cost),
    type: withLegs(columns.type, count, TRANSACTION_TYPES.indexOf('Transfer')),
    order,
    markedTo: join(marks, none),
    costSource: join(costSources, none),
    reference: join(columns.reference, none),
    inventoryAccount: join(accounts.inventory, none),
    offsetAccount: join(accounts.offset, none),
    defaultAccount: withLegs(accounts.byDefault, count, 0),
    leg: legColumn(legs, inputCount),
    settledQuantity: settled.quantity,
    settledValue: settled.value,
    adjusted: adjustments.adjusted,
    adjustedAtLastClose: adjustments.adjustedAtLastClose,
    costlessAtLastClose: withLegs(costless(columns, locks, lastClose), count, 0),
    changedByHand: adjustments.changedByHand,
    got: adjustments.got,
  };
}

/**
 * Rows that were locked without a cost of any kind, and have an invoice now. A blank physical cost is the financial cost, so
 * that only the lock tells what they were worth then.
 */
function costless(columns: TransactionColumns, locks: Parts['locks'], lastClose: Day): Uint8Array {
  const { financialDay, financialCost, physicalCost } = columns;
  return Uint8Array.from(locks, (lock, row) => {
    // Of rows that were invoiced by then, most of them, no lock need be read.
    if (!lock || isBy(financialDay[row], lastClose)) return 0;
    if (!Number.isNaN(physicalCost[row]) || Number.isNaN(financialCost[row])) return 0;
    const { values } = parseTransaction(lock.content) ?? {};
    return values && !('Financial cost' in values) && !('Physical cost' in values) ? 1 : 0;
  });
}

function blankAsZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function join(input: Int32Array, legs: Int32Array): Int32Array {
  const out = new Int32Array(input.length + legs.length);
  out.set(input);
  out.set(legs, input.length);
  return out;
}

function joinFigures(input: Float64Array, legs: Float64Array): Float64Array {
  const out = new Float64Array(input.length + legs.length);
  out.set(input);
  out.set(legs, input.length);
  return out;
}

function withLegs(input: Uint8Array, count: number, ofLegs: number): Uint8Array {
  const out = new Uint8Array(count).fill(ofLegs);
  out.set(input);
  return out;
}

function legColumn(legs: Legs, inputCount: number): Uint8Array {
  const out = new Uint8Array(inputCount + legs.count);
  legs.quantity.forEach((quantity, leg) => {
    out[inputCount + leg] = quantity < 0 ? LEG.issue : LEG.receipt;
  });
  return out;
}
