import { type Book, lastClose } from '../book/book';
import { NO_DAY } from '../book/days';
import { exact } from '../book/decimals';
import type { LogEntry } from '../book/log';
import {
  type Adjustments,
  type ClosingTransfers,
  NO_LATE_COSTS,
  type Outcome,
  type RunRequest,
  type Slices,
} from '../book/outcome';
import { AdjustmentBuffer, type Replaced, replaceProvisional } from './adjustments';
import { Bound } from './bound';
import { flow } from './flow/flow';
import { hasFlow } from './flow/links';
import { logLinks } from './flow/notices';
import { addFlowAdjustments, lateCostsOf, logMinimum, mostArrivals, valuesOf } from './flow/results';
import { rollForward, worthOf } from './inventory-value';
import { ledgerOf } from './ledger';
import { logAccounts, logLocked, logOrderLines, logReplaced } from './notices';
import { pair, type Pairing } from './pairing';
import { type Sides, sidesOf, statesOf } from './sides';
import { addSliceAdjustments, positionOf } from './slice-adjustments';
import { revalueUncovered } from './uncovered';
import { logUnsettled, logWaiting } from './unsettled';
import { value, type Values } from './values';
import { Workspace } from './workspace';

/** How far a run is: sides paired, of how many. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/** Runs to the end at once. Throws RangeOfFigures where a sum leaves the exact range. */
export function settle(book: Book, request: RunRequest, workspace?: Workspace): Outcome {
  const steps = settleSteps(book, request, workspace);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A run over a book, step by step. An outcome in a workspace that was handed in holds until its next run. */
export function* settleSteps(book: Book, request: RunRequest, workspace = new Workspace()): Generator<Step, Outcome> {
  const working = workspace.begin();
  try {
    return yield* settling(book, request, working);
  } finally {
    working.end();
  }
}

/**
 * Who takes part and in which order, which issue is paired with which receipt, what each pair is worth, what follows for
 * each transaction, and what the ledger and the log say of it.
 */
function* settling(book: Book, request: RunRequest, workspace: Workspace): Generator<Step, Outcome> {
  const state = statesOf(book, request, workspace);
  const sides = sidesOf(book, state, workspace);
  const pairing = yield* progress(pair(book, request, sides, workspace), sides.count);
  const flowing = hasFlow(book) ? flow(book, request, sides, pairing, workspace) : undefined;
  const values = flowing ? valuesOf(flowing) : value(sides, pairing, workspace);

  const most = pairing.slices.count + (flowing ? mostArrivals(flowing) : 0);
  const found = new AdjustmentBuffer(most, workspace);
  const bound = new Bound(book, request);
  addSliceAdjustments(book, request, sides, pairing, values, found, bound, flowing?.valuation);
  if (flowing) addFlowAdjustments(flowing, found);
  else revalueUncovered(book, sides, pairing, values, found, bound);
  const replaced = replaceProvisional(book, found, request);
  const before = worthOf(book, request.day, workspace);
  const worth = workspace.figures(before.length);
  worth.set(before);
  const adjustments = withCosts(replaced, worth, workspace);
  const valueAside = book.aside?.value.reduce((total, one) => total + one, 0) ?? 0;
  const valueBefore = sum(before, 'The inventory value', valueAside);
  const log: LogEntry[] = [
    ...logUnsettled(book, request, state, sides, pairing),
    ...logWaiting(book, request, pairing.waiting),
    ...(flowing ? [...flowing.log, ...logMinimum(book, request, flowing), ...logLinks(book, request)] : []),
    ...logReplaced(adjustments.takesBack.length),
    ...logAccounts(book, adjustments),
    ...(request.type === 'Close' ? logLocked(book, request.day) : []),
    ...logOrderLines(book),
  ];
  return {
    request,
    slices: slicesOf(book, request, sides, pairing, values, workspace),
    late: flowing ? lateCostsOf(flowing, request) : NO_LATE_COSTS,
    transfers: transfersOf(pairing, values),
    adjustments,
    ledger: ledgerOf(book, before, worth, adjustments, request.specification),
    log,
    inventoryValue: rollForward(book, request.day, lastClose(book.closings)?.day ?? NO_DAY, worth),
    participants: sides.count,
    valueBefore,
    adjustment: sum(adjustments.amount, 'The adjustment of the run'),
    valueAfter: sum(worth, 'The inventory value', valueAside),
  };
}

function* progress(pairing: Generator<number, Pairing>, total: number): Generator<Step, Pairing> {
  for (;;) {
    const step = pairing.next();
    if (step.done) return step.value;
    yield { done: step.value, total };
  }
}

/** Adds the transaction's cost before each row; moves `worth` on from row to row. */
function withCosts({ rows, takesBack }: Replaced, worth: Float64Array, workspace: Workspace): Adjustments {
  const { count, transaction, amount } = rows;
  const costBefore = workspace.figures(count);
  for (let i = 0; i < count; i++) {
    const row = transaction[i];
    costBefore[i] = worth[row];
    worth[row] += amount[i];
  }
  return {
    count,
    transaction: transaction.subarray(0, count),
    reason: rows.reason.subarray(0, count),
    source: rows.source.subarray(0, count),
    amount: amount.subarray(0, count),
    expensed: rows.expensed.subarray(0, count),
    costBefore,
    takesBack,
  };
}

/** The slices with positions in place of sides: the buffer's own columns are turned over, nothing else needs them. */
function slicesOf(
  book: Book,
  request: RunRequest,
  sides: Sides,
  { slices }: Pairing,
  values: Values,
  workspace: Workspace,
): Slices {
  const { count, issue, receipt } = slices;
  const settles = workspace.bytes(count);
  const close = request.type === 'Close';
  for (let s = 0; s < count; s++) {
    const physical = sides.physical[issue[s]] === 1 || sides.physical[receipt[s]] === 1;
    settles[s] = close && !physical ? 1 : 0;
    issue[s] = positionOf(book, sides, issue[s]);
    receipt[s] = positionOf(book, sides, receipt[s]);
  }
  return {
    count,
    issue: issue.subarray(0, count),
    receipt: receipt.subarray(0, count),
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
    key: new Int32Array(transfers.key),
    day: new Int32Array(transfers.day),
    quantity: new Float64Array(transfers.quantity),
    value: values.transferValue,
  };
}

function sum(figures: Float64Array, what: string, rest = 0): number {
  let total = rest;
  for (let i = 0; i < figures.length; i++) total += figures[i];
  return exact(total, what);
}
