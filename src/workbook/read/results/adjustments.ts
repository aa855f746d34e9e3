import { lastClose, NONE } from '../../../book/book';
import { REASONS } from '../../../book/outcome';
import { NO_PROVISIONAL, type ProvisionalAdjustments } from '../../../book/provisional';
import type { Steps } from '../../../book/steps';
import type { TableCells } from '../../port';
import { ADJUSTMENTS } from '../../tables/results';
import { OPTIONAL, readChoices, readScaled, REQUIRED } from '../columns';
import { readIdCells, readNames } from '../id-columns';
import type { Names } from '../ids';
import type { ColumnView, ProblemList } from '../problem-list';
import type { EarlierAdjustments } from '../read-book';
import { columnsOf, inOrder, readClosingPlaces, readStatus, viewResults } from './result-table';
import { positionSteps, type StateContext } from './settlements';

/** Reasons that rest on no settlement, whatever run wrote them (A1). */
const PROVISIONAL_REASONS = ['Physical value', 'Uncovered quantity'].map((name) =>
  REASONS.findIndex((reason) => reason === name),
);

/** Reasons by which a receipt gets cost from issues (A11). */
const FLOW_REASONS = ['Transfer', 'Return', 'Production'].map((name) => REASONS.findIndex((reason) => reason === name));

/** By this people gave a receipt another cost (A20). */
const BY_HAND = REASONS.indexOf('Transaction');

/** What the table Adjustments says of earlier runs. */
export interface ReadAdjustments {
  readonly active: EarlierAdjustments;
  readonly provisional: ProvisionalAdjustments;
  /** By position: sum of the active adjustments that are not provisional. */
  readonly adjusted: Float64Array;
  /**
   * By position: sum of all rows, whatever their status, of the runs up to and including the last active close, and of
   * the on-hand adjustments in force that are dated at it.
   */
  readonly adjustedAtLastClose: Float64Array;
  /** By position: sum of the active adjustments by hand (Reason Transaction) of the runs after the last active close. */
  readonly changedByHand: Float64Array;
  /** By position: what closes brought a receipt that takes its cost from issues, and what they expensed for it (A11). */
  readonly got: Float64Array;
}

/** Reads the table Adjustments, in steps; active rows that name unknown transactions go to misfits, as in Settlements. */
export function* readAdjustments(
  table: TableCells | undefined,
  context: StateContext,
  accounts: Names,
  problems: ProblemList,
  misfits: ProblemList,
): Steps<ReadAdjustments> {
  const { amountDecimals, closings, positions, quantity } = context;
  const adjusted = new Float64Array(quantity.length);
  const adjustedAtLastClose = new Float64Array(quantity.length);
  const changedByHand = new Float64Array(quantity.length);
  const got = new Float64Array(quantity.length);
  const sums = { adjusted, adjustedAtLastClose, changedByHand, got };
  const none = { active: NO_ADJUSTMENTS, provisional: NO_PROVISIONAL, ...sums };
  if (!table) return none;
  const view = viewResults(table, ADJUSTMENTS, [], problems);
  const needed = ['Adjustment no.', 'Closing', 'Transaction', 'Adjustment', 'Expensed', 'Reason', 'Source', 'Status'];
  const columns = columnsOf(view, [...needed, 'Inventory account', 'Offset account']);
  if (!columns) return none;
  const [id, closing, transaction, adjustment, expensed, reason, source, status, inventory, offset] = columns;

  // Rows of every status: a row that is reversed by now may still be part of what stood at the last close.
  yield;
  const all = inOrder(view.rows, id);
  yield;
  const statuses = readStatus(all, status, problems);
  yield;
  const runs = readClosingPlaces(closing, all, closings.places, problems);
  yield;
  const transactions = yield* positionSteps(readIdCells(transaction, all, REQUIRED, problems), positions);
  yield;
  const amounts = readScaled(adjustment, all, amountDecimals, REQUIRED, problems);
  yield;
  const last = lastClose(closings.closings);
  const until = last ? closings.closings.indexOf(last) : NONE;
  const opens = closings.closings.map(
    ({ type, status }, run) => run <= until || (type === 'On-hand adjustment' && status === 'Completed'),
  );
  all.forEach((_, i) => {
    if (opens[runs[i]] && transactions[i] >= 0) adjustedAtLastClose[transactions[i]] += amounts[i];
  });

  const places = Int32Array.from(all.keys()).filter((i) => statuses[i] === 0);
  const rows = places.map((i) => all[i]);
  yield;
  const sources = readIdCells(source, rows, OPTIONAL, problems);
  const sourcePositions = yield* positionSteps(sources, positions);
  yield;
  const reasons = readChoices(reason, rows, REASONS, REQUIRED, problems);
  yield;
  const expensedAmounts = blanksAsZero(readScaled(expensed, rows, amountDecimals, OPTIONAL, problems));
  yield;
  const active: EarlierAdjustments = {
    count: places.length,
    closing: places.map((i) => runs[i]),
    transaction: places.map((i) => transactions[i]),
    reason: reasons,
    source: sourcePositions,
    amount: Float64Array.from(places, (i) => amounts[i]),
    expensed: expensedAmounts,
    row: rows,
  };
  const isProvisional = (i: number) =>
    closings.closings[active.closing[i]]?.type === 'Recalculation' || PROVISIONAL_REASONS.includes(active.reason[i]);
  active.transaction.forEach((position, i) => {
    if (position === NONE) {
      misfits.at(transaction, rows[i], 'RESULT_DAMAGED', 'There is no transaction of this id.', '');
    } else if (!isProvisional(i)) {
      adjusted[position] += active.amount[i];
      if (FLOW_REASONS.includes(active.reason[i])) got[position] += active.amount[i];
      if (active.reason[i] === BY_HAND && active.closing[i] > until) changedByHand[position] += active.amount[i];
      got[position] += active.expensed[i];
    }
  });
  yield;
  const provisionalPlaces = Int32Array.from(rows.keys()).filter((i) => active.transaction[i] >= 0 && isProvisional(i));
  const provisionalRows = provisionalPlaces.map((i) => rows[i]);
  const provisionalOf = provisionalPlaces.map((i) => active.transaction[i]);
  // Late cost that a recalculation finds passes through legs, which have no accounts.
  const posted = Int32Array.from(provisionalOf.keys()).filter((i) => provisionalOf[i] < context.inputCount);
  const readAccounts = (column: ColumnView | undefined): Int32Array => {
    const found = new Int32Array(provisionalOf.length).fill(NONE);
    const rowsOfPosted = posted.map((i) => provisionalRows[i]);
    readNames(column, rowsOfPosted, accounts, REQUIRED, problems).forEach((account, at) => {
      found[posted[at]] = account;
    });
    return found;
  };
  const provisional: ProvisionalAdjustments = {
    count: provisionalPlaces.length,
    transaction: provisionalOf,
    reason: Uint8Array.from(provisionalPlaces, (i) => Math.max(active.reason[i], 0)),
    source: provisionalPlaces.map((i) => active.source[i]),
    sourceId: Array.from(provisionalPlaces, (i) => sources[i]),
    amount: Float64Array.from(provisionalPlaces, (i) => active.amount[i]),
    expensed: Float64Array.from(provisionalPlaces, (i) => active.expensed[i]),
    inventoryAccount: readAccounts(inventory),
    offsetAccount: readAccounts(offset),
    row: provisionalRows,
  };
  return { active, provisional, ...sums };
}

function blanksAsZero(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}

/** A workbook without runs. */
export const NO_ADJUSTMENTS: EarlierAdjustments = {
  count: 0,
  closing: new Int32Array(0),
  transaction: new Int32Array(0),
  reason: new Int16Array(0),
  source: new Int32Array(0),
  amount: new Float64Array(0),
  expensed: new Float64Array(0),
  row: new Int32Array(0),
};
