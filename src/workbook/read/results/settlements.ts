import { type EarlierSettlements, NO_SETTLEMENTS, NONE } from '../../../book/book';
import { PRINCIPLES } from '../../../book/models';
import { ROWS_A_STEP, type Steps } from '../../../book/steps';
import type { TableCells } from '../../port';
import { SETTLEMENTS } from '../../tables/results';
import { readChoices, readScaled, REQUIRED } from '../columns';
import { readIdCells } from '../id-columns';
import { type IdCell, idKey, idText } from '../ids';
import type { ColumnView, ProblemList } from '../problem-list';
import type { ReadClosings } from './closings';
import { activeRows, columnsOf, inOrder, readClosingPlaces, viewResults } from './result-table';

/** Sums over settlements, by position and signed like the row. */
export interface Settled {
  readonly quantity: Float64Array;
  readonly value: Float64Array;
}

export interface ReadSettlements {
  readonly active: EarlierSettlements;
  readonly settled: Settled;
}

/** What the rows of results are read against. */
export interface StateContext {
  readonly amountDecimals: number;
  readonly quantityDecimals: number;
  readonly closings: ReadClosings;
  /** Position of each transaction and leg, by the key of its id. */
  readonly positions: ReadonlyMap<string, number>;
  /** Positions from here on are legs of closing transfers. */
  readonly inputCount: number;
  /** Quantity by position: the side that a row stands on. */
  readonly quantity: Float64Array;
}

/**
 * Reads the active rows of Settlements, in steps. What does not fit the transactions (an unknown id, a wrong side) goes to
 * misfits: where transactions were changed after they were locked, that is the better explanation. So does a
 * transaction of which more is settled than there is.
 */
export function* readSettlements(
  table: TableCells | undefined,
  context: StateContext,
  problems: ProblemList,
  misfits: ProblemList,
): Steps<ReadSettlements> {
  const none: ReadSettlements = { active: NO_SETTLEMENTS, settled: noneSettled(context) };
  if (!table) return none;
  const view = viewResults(table, SETTLEMENTS, [], problems);
  const needed = [
    'Settlement',
    'Closing',
    'Issue',
    'Receipt',
    'Quantity',
    'Amount',
    'Adjustment',
    'Principle',
    'Status',
  ];
  const columns = columnsOf(view, needed);
  if (!columns) return none;
  const [id, closing, issue, receipt, quantity, amount, adjustment, principle, status] = columns;
  yield;
  const active = activeRows(view.rows, status, problems);
  yield;
  const rows = inOrder(active, id);
  const { amountDecimals, quantityDecimals } = context;
  yield;
  const closings = readClosingPlaces(closing, rows, context.closings.places, problems);
  yield;
  const issues = yield* readPositions(issue, rows, context, problems, misfits);
  yield;
  const receipts = yield* readPositions(receipt, rows, context, problems, misfits);
  yield;
  const quantities = readScaled(quantity, rows, quantityDecimals, REQUIRED, problems);
  yield;
  const amounts = readScaled(amount, rows, amountDecimals, REQUIRED, problems);
  yield;
  const adjustments = readScaled(adjustment, rows, amountDecimals, REQUIRED, problems);
  yield;
  const principles = readChoices(principle, rows, PRINCIPLES, REQUIRED, problems);
  yield;
  const read: EarlierSettlements = {
    ...{ count: rows.length, closing: closings, issue: issues, receipt: receipts, row: rows },
    ...{ quantity: quantities, amount: amounts, adjustment: adjustments, principle: principles },
  };
  for (let i = 0; i < rows.length; i += 1) {
    if (context.quantity[read.issue[i]] > 0) wrongSide(issue, rows[i], 'an issue', misfits);
    if (context.quantity[read.receipt[i]] < 0) wrongSide(receipt, rows[i], 'a receipt', misfits);
    if (read.quantity[i] < 0) {
      problems.at(quantity, rows[i], 'RESULT_DAMAGED', 'Quantity of an active settlement is negative.', '');
    }
  }
  yield;
  const settled = sum(read, context, (i, name) => {
    const message = 'More is settled of this transaction than its quantity.';
    misfits.at(name === 'Issue' ? issue : receipt, rows[i], 'RESULT_DAMAGED', message, '');
  });
  return { active: read, settled };
}

function wrongSide(column: ColumnView, row: number, what: string, misfits: ProblemList): void {
  misfits.at(column, row, 'RESULT_DAMAGED', `${column.name} names a transaction that is not ${what}.`, '');
}

/** Positions of the transactions that the rows name; NONE and a misfit where there is none: the workbook is refused then. */
function* readPositions(
  column: ColumnView,
  rows: Int32Array,
  context: StateContext,
  problems: ProblemList,
  misfits: ProblemList,
): Steps<Int32Array> {
  const cells = readIdCells(column, rows, REQUIRED, problems);
  const positions = yield* positionSteps(cells, context.positions);
  for (let i = 0; i < rows.length; i += 1) {
    if (positions[i] !== NONE || cells[i] === '') continue;
    misfits.at(column, rows[i], 'RESULT_DAMAGED', `There is no transaction "${idText(cells[i])}".`, '');
  }
  return positions;
}

/** Positions of ids, NONE where a cell is blank or there is no transaction of that id. */
export function* positionSteps(cells: readonly IdCell[], positions: StateContext['positions']): Steps<Int32Array> {
  const found = new Int32Array(cells.length).fill(NONE);
  for (let i = 0; i < cells.length; i += 1) {
    if (i % (4 * ROWS_A_STEP) === 0) yield;
    if (cells[i] !== '') found[i] = positions.get(idKey(idText(cells[i]))) ?? NONE;
  }
  return found;
}

/** Adds the settlements up by transaction, and tells where more is settled than there is. */
function sum(
  { issue, receipt, quantity, amount, count }: EarlierSettlements,
  context: StateContext,
  tooMuch: (place: number, column: 'Issue' | 'Receipt') => void,
): Settled {
  const settled = noneSettled(context);
  const add = (position: number, sign: 1 | -1, i: number) => {
    if (position === NONE) return;
    const before = settled.quantity[position];
    settled.quantity[position] = before + sign * quantity[i];
    settled.value[position] += sign * amount[i];
    const whole = Math.abs(context.quantity[position]);
    if (Math.abs(settled.quantity[position]) > whole && Math.abs(before) <= whole) {
      tooMuch(i, sign < 0 ? 'Issue' : 'Receipt');
    }
  };
  for (let i = 0; i < count; i += 1) {
    // A cell that can not be read was told, and says nothing of the sum.
    if (!Number.isFinite(quantity[i])) continue;
    add(issue[i], -1, i);
    add(receipt[i], 1, i);
  }
  return settled;
}

function noneSettled({ quantity }: StateContext): Settled {
  return { quantity: new Float64Array(quantity.length), value: new Float64Array(quantity.length) };
}
