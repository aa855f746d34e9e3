import { type Book, lastClose, NONE } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import { exact } from '../book/decimals';
import type { LogEntry } from '../book/log';
import type { Adjustments, ClosingTransfers, Outcome, RunRequest, Slices } from '../book/outcome';
import { AdjustmentBuffer, reasonCode, type Replaced, replaceProvisional } from './adjustments';
import { inventoryValue, rollForward } from './inventory-value';
import { ledgerOf } from './ledger';
import { logAccounts, logLocked, logOrderLines, logReplaced } from './notices';
import { pair, type Pairing } from './pairing';
import { type Sides, sidesOf, statesOf } from './sides';
import { revalueUncovered } from './uncovered';
import { logUnsettled, logWaiting } from './unsettled';
import { postedInRun, value, type Values } from './values';

/** How far a run is: sides paired, of how many. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/** Runs to the end at once. Throws RangeOfFigures where a sum leaves the exact range. */
export function settle(book: Book, request: RunRequest): Outcome {
  const steps = settleSteps(book, request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * A run over a book, step by step: who takes part and in which order, which issue is paired with which receipt, what
 * each pair is worth, what follows for each transaction, and what the ledger and the log say of it.
 */
export function* settleSteps(book: Book, request: RunRequest): Generator<Step, Outcome> {
  const state = statesOf(book, request);
  const sides = sidesOf(book, state);
  const pairing = yield* progress(pair(book, request, sides), sides.count);
  const values = value(book, sides, pairing);

  const found = adjustmentsOf(book, sides, pairing, values);
  revalueUncovered(book, sides, pairing, values, found);
  const replaced = replaceProvisional(book, found, request.type === 'Recalculation');
  const adjustments = withCosts(book, request.day, replaced);

  const perRow = new Float64Array(book.transactions.count);
  let total = 0;
  for (let i = 0; i < adjustments.count; i++) {
    perRow[adjustments.transaction[i]] += adjustments.amount[i];
    total += adjustments.amount[i];
  }
  const valueBefore = inventoryValue(book, request.day);
  const log: LogEntry[] = [
    ...logUnsettled(book, request, state, sides, pairing),
    ...logWaiting(book, request, pairing.waiting),
    ...logReplaced(replaced.takenBack),
    ...logAccounts(book, adjustments),
    ...logLocked(book, request.day),
    ...logOrderLines(book),
  ];
  return {
    request,
    slices: slicesOf(book, request, sides, pairing, values),
    transfers: transfersOf(pairing, values),
    adjustments,
    ledger: ledgerOf(book, adjustments, request.specification),
    log,
    inventoryValue: rollForward(book, request.day, lastClose(book.closings)?.day ?? NO_DAY, perRow),
    participants: sides.count,
    valueBefore,
    adjustment: exact(total, 'The adjustment of the run'),
    valueAfter: exact(valueBefore + total, 'The inventory value'),
  };
}

function* progress(pairing: Generator<number, Pairing>, total: number): Generator<Step, Pairing> {
  for (;;) {
    const step = pairing.next();
    if (step.done) return step.value;
    yield { done: step.value, total };
  }
}

const SETTLEMENT = reasonCode('Settlement');
const PHYSICAL = reasonCode('Physical value');

/** One adjustment for each slice in which the receipt's amount differs from the issue's own share (A4, A9). */
function adjustmentsOf(book: Book, sides: Sides, { slices }: Pairing, values: Values): AdjustmentBuffer {
  const { count, issue, receipt } = slices;
  const { amount, ownShare } = values;
  const rows = new AdjustmentBuffer(count);
  for (let s = 0; s < count; s++) {
    const adjustment = ownShare[s] - amount[s];
    if (adjustment === 0) continue;
    const physical = sides.physical[issue[s]] === 1 || sides.physical[receipt[s]] === 1;
    const source = positionOf(book, sides, receipt[s]);
    rows.add(sides.row[issue[s]], physical ? PHYSICAL : SETTLEMENT, source, adjustment);
  }
  return rows;
}

/** A side as a position of the outcome: the transaction, or the leg behind the last of them. */
function positionOf(book: Book, sides: Sides, side: number): number {
  return side < sides.count ? sides.row[side] : book.transactions.count + side - sides.count;
}

/** Adds the accounts of each row, and the transaction's cost before it, which moves on from row to row. */
function withCosts(book: Book, day: Day, { rows, takesBack }: Replaced): Adjustments {
  const { inventoryAccount, offsetAccount, adjusted } = book.transactions;
  const { provisional } = book;
  const { count, transaction, amount } = rows;
  const cost = new Float64Array(book.transactions.count);
  const known = new Uint8Array(book.transactions.count);
  const provisionally = new Map<number, number>();
  for (let i = 0; i < provisional.count; i++) {
    const row = provisional.transaction[i];
    provisionally.set(row, (provisionally.get(row) ?? 0) + provisional.amount[i]);
  }
  const costBefore = new Float64Array(count);
  const inventory = new Int32Array(count);
  const offset = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const row = transaction[i];
    if (known[row] === 0) {
      known[row] = 1;
      cost[row] = postedInRun(book, row, day) + adjusted[row] + (provisionally.get(row) ?? 0);
    }
    costBefore[i] = cost[row];
    cost[row] += amount[i];
    const back = takesBack[i];
    inventory[i] = back === NONE ? inventoryAccount[row] : provisional.inventoryAccount[back];
    offset[i] = back === NONE ? offsetAccount[row] : provisional.offsetAccount[back];
  }
  return {
    count,
    transaction: transaction.subarray(0, count),
    reason: rows.reason.subarray(0, count),
    source: rows.source.subarray(0, count),
    amount: amount.subarray(0, count),
    expensed: rows.expensed.subarray(0, count),
    inventoryAccount: inventory,
    offsetAccount: offset,
    costBefore,
    takesBack,
  };
}

function slicesOf(book: Book, request: RunRequest, sides: Sides, { slices }: Pairing, values: Values): Slices {
  const { count } = slices;
  const issue = new Int32Array(count);
  const receipt = new Int32Array(count);
  const settles = new Uint8Array(count);
  for (let s = 0; s < count; s++) {
    issue[s] = positionOf(book, sides, slices.issue[s]);
    receipt[s] = positionOf(book, sides, slices.receipt[s]);
    const physical = sides.physical[slices.issue[s]] === 1 || sides.physical[slices.receipt[s]] === 1;
    settles[s] = request.type === 'Close' && !physical ? 1 : 0;
  }
  return {
    count,
    issue,
    receipt,
    quantity: slices.quantity.subarray(0, count),
    amount: values.amount,
    ownShare: values.ownShare,
    principle: slices.principle.subarray(0, count),
    settles,
  };
}

function transfersOf({ transfers }: Pairing, values: Values): ClosingTransfers {
  return {
    count: transfers.key.length,
    key: Int32Array.from(transfers.key),
    day: Int32Array.from(transfers.day),
    quantity: Float64Array.from(transfers.quantity),
    value: values.transferValue,
  };
}
