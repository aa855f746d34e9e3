import Decimal from 'decimal.js';
import type { Day } from '../../src/book/days';
import type { InventoryModel } from '../../src/book/models';
import { Fraction } from './fraction';
import type { Transaction } from './objects';
import { dateIn, inOrder } from './order';
import type { ClosingTransfer, Pairing } from './pairing';

/** Pairs what marking and non-financial transfers left of one cost key, by the item's model (A7, A8). */
export function pairByModel(pairing: Pairing, key: number): void {
  const model = pairing.book.items[pairing.book.keys[key].item].model;
  MODELS[model]?.(pairing, key);
}

/** Standard cost and Moving average are not paired (A15). */
const MODELS: Partial<Record<InventoryModel, (pairing: Pairing, key: number) => void>> = {
  FIFO: fifo,
  LIFO: lifo,
  'LIFO date': lifoDate,
  'Weighted average': (pairing, key) => average(pairing, key, pairing.upTo, 'Weighted average'),
  'Weighted average date': averageDate,
};

function fifo(pairing: Pairing, key: number): void {
  for (const issue of pairing.free(key, 'issue')) {
    for (const receipt of pairing.free(key, 'receipt')) pairing.pair(issue, receipt, 'FIFO');
  }
}

function lifo(pairing: Pairing, key: number): void {
  const issues = pairing.free(key, 'issue');
  if (pairing.book.parameters.lifoIssueOrder === 'Newest first') issues.reverse();
  for (const issue of issues) {
    for (const receipt of pairing.free(key, 'receipt').reverse()) pairing.pair(issue, receipt, 'LIFO');
  }
}

/** Dates ascending, the last issue of a date first; receipts up to its date newest first, then the nearest later. */
function lifoDate(pairing: Pairing, key: number): void {
  const { upTo } = pairing;
  const lastFirst = pairing.free(key, 'issue').reverse();
  const issues = lastFirst.sort((a, b) => dateIn(a, upTo) - dateIn(b, upTo));
  for (const issue of issues) {
    const receipts = pairing.free(key, 'receipt');
    const byThen = receipts.filter((receipt) => dateIn(receipt, upTo) <= dateIn(issue, upTo));
    const later = receipts.filter((receipt) => dateIn(receipt, upTo) > dateIn(issue, upTo));
    for (const receipt of [...byThen.reverse(), ...later]) pairing.pair(issue, receipt, 'LIFO date');
  }
}

/** The weighted average of all that is dated on or before a day (A8). */
function average(
  pairing: Pairing,
  key: number,
  day: Day,
  principle: 'Weighted average' | 'Weighted average date',
): void {
  const byThen = (row: Transaction): boolean => dateIn(row, pairing.upTo) <= day;
  const issues = pairing.free(key, 'issue').filter(byThen);
  const pool = [...pairing.free(key, 'receipt'), ...openLegs(pairing, key)].filter(byThen).sort(inOrder(pairing.upTo));
  if (issues.length === 0 || pool.length === 0) return;
  let source = pool[0];
  if (pool.length > 1) {
    const transfer = closingTransfer(pairing, key, day, pool);
    for (const receipt of pool) pairing.pair(transfer.issueLeg, receipt, principle);
    source = transfer.receiptLeg;
  }
  for (const issue of issues) pairing.pair(issue, source, principle);
}

function averageDate(pairing: Pairing, key: number): void {
  const rows = [...pairing.free(key, 'issue'), ...pairing.free(key, 'receipt')];
  const days = [...new Set(rows.map((row) => dateIn(row, pairing.upTo)))].sort((a, b) => a - b);
  for (const day of days) average(pairing, key, day, 'Weighted average date');
}

/** Receipt legs that this run itself made: they are among the receipts of later days. */
function openLegs(pairing: Pairing, key: number): Transaction[] {
  return pairing.transfers
    .map((transfer) => transfer.receiptLeg)
    .filter((leg) => leg.key === key && pairing.left(leg).gt(0));
}

/** Two legs of the same quantity, all that is free of the pool; what they are worth is known in the second step. */
function closingTransfer(pairing: Pairing, key: number, day: Day, pool: readonly Transaction[]): ClosingTransfer {
  const quantity = Decimal.sum(...pool.map((receipt) => pairing.left(receipt)));
  const position = pairing.transactions.length + 2 * pairing.transfers.length;
  const leg = (kind: Transaction['kind']): Transaction => ({
    position: kind === 'issue' ? position : position + 1,
    id: `${kind} leg of this run`,
    item: pairing.book.items[pairing.book.keys[key].item],
    key,
    kind,
    quantity,
    financialDay: day,
    physicalDay: day,
    financialCost: Fraction.ZERO,
    physicalCost: Fraction.ZERO,
    type: 'Transfer',
    order: position,
    isLeg: true,
    reference: undefined,
    inventoryAccount: '',
    offsetAccount: '',
    settledQuantity: new Decimal(0),
    settledValue: Fraction.ZERO,
    adjusted: Fraction.ZERO,
    got: Fraction.ZERO,
    changedByHand: Fraction.ZERO,
    markedTo: undefined,
    costSource: undefined,
  });
  const transfer = { key, day, quantity, issueLeg: leg('issue'), receiptLeg: leg('receipt') };
  pairing.transfers.push(transfer);
  return transfer;
}
