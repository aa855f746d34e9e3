import { LEG, NONE, type Book, type Closing, type EarlierSettlements, type Transactions } from '../../src/book/book';
import { NO_DAY, isoDay } from '../../src/book/days';
import { REASONS, accountsOf, type Adjustments, type Results } from '../../src/book/outcome';
import type { ProvisionalAdjustments } from '../../src/book/provisional';
import { TRANSACTION_TYPES } from '../../src/book/transaction-types';

/** What of an outcome changes the book. */
export type RunColumns = Pick<Results, 'request' | 'slices' | 'late' | 'transfers' | 'adjustments'>;

/** By these a receipt gets cost from issues, or has it expensed (A11). */
const FLOW_REASONS = ['Transfer', 'Return', 'Production', 'Expensed', 'Variance'];
const PROVISIONAL_REASONS = ['Physical value', 'Uncovered quantity'];

/**
 * The book as it stands after a run was written and the workbook read again: settlements, adjustments, provisional
 * rows, the legs of kept closing transfers, the numbers of locked rows (A3) and the list of closings. The input rows
 * are the same, so rows with later dates come into the next run by themselves.
 */
export function afterRun(book: Book, run: RunColumns): Book {
  const keepsLegs = run.request.type === 'Close';
  const closing: Closing = {
    id: `IC-${String(book.closings.length + 1).padStart(4, '0')}`,
    type: run.request.type,
    day: run.request.day,
    status: 'Completed',
    inputFingerprint: '',
    resultFingerprint: '',
  };
  const columns = keepsLegs ? withLegs(book, run, closing.id) : copyOf(book.transactions);
  const { slices, late, adjustments } = run;
  for (let row = 0; row < late.count; row++) {
    columns.settledValue[late.issue[row]] -= late.amount[row];
    columns.settledValue[late.receipt[row]] += late.amount[row];
  }
  for (let slice = 0; slice < slices.count; slice++) {
    if (slices.settles[slice] === 0) continue;
    const [issue, receipt] = [slices.issue[slice], slices.receipt[slice]];
    columns.settledQuantity[issue] -= slices.quantity[slice];
    columns.settledValue[issue] -= slices.amount[slice];
    columns.settledQuantity[receipt] += slices.quantity[slice];
    columns.settledValue[receipt] += slices.amount[slice];
  }
  for (let row = 0; row < adjustments.count; row++) {
    if (isProvisional(run, row)) continue;
    const transaction = adjustments.transaction[row];
    columns.adjusted[transaction] += adjustments.amount[row];
    if (REASONS[adjustments.reason[row]] === 'Transaction')
      columns.changedByHand[transaction] += adjustments.amount[row];
    if (REASONS[adjustments.reason[row]] === 'On-hand')
      columns.adjustedAtLastClose[transaction] += adjustments.amount[row];
    if (columns.leg[transaction] === LEG.none && FLOW_REASONS.includes(REASONS[adjustments.reason[row]])) {
      columns.got[transaction] += adjustments.amount[row] + adjustments.expensed[row];
    }
  }
  const provisional = provisionalAfter(book, run);
  if (keepsLegs) {
    lock(columns, run.request.day);
    columns.adjustedAtLastClose.set(columns.adjusted);
    columns.changedByHand.fill(0);
    provisional.transaction.forEach((row, index) => (columns.adjustedAtLastClose[row] += provisional.amount[index]));
  }
  const settlements = settlementsAfter(book, run);
  return { ...book, transactions: columns, provisional, settlements, closings: [...book.closings, closing] };
}

/** The provisional adjustment that a row takes back, or NONE: only the first rows are counter rows. */
export function takenBack({ takesBack }: Adjustments, row: number): number {
  return row < takesBack.length ? takesBack[row] : NONE;
}

/** The name of a leg in the tests: one transfer a run, cost key and day. */
export function legName(book: Book, key: number, day: number, side: 'issue' | 'receipt'): string {
  return `${side} leg of ${keyName(book, key)} on ${isoDay(day)}`;
}

/** Item and dimension values, "I0/1/b". */
export function keyName(book: Book, key: number): string {
  return [book.items[book.keys[key].item].id, ...book.keys[key].values].join('/');
}

/** Provisional (A1): everything of a recalculation, physical values and uncovered quantities, and what takes one back. */
function isProvisional(run: RunColumns, row: number): boolean {
  return (
    run.request.type === 'Recalculation' ||
    takenBack(run.adjustments, row) !== NONE ||
    PROVISIONAL_REASONS.includes(REASONS[run.adjustments.reason[row]])
  );
}

function provisionalAfter(book: Book, run: RunColumns): ProvisionalAdjustments {
  const { provisional } = book;
  const { adjustments } = run;
  const replaced = new Set(adjustments.takesBack);
  const old = range(provisional.count).filter((row) => !replaced.has(row));
  const made = range(adjustments.count).filter(
    (row) => isProvisional(run, row) && takenBack(adjustments, row) === NONE,
  );
  const accounts = range(adjustments.count).map((row) => accountsOf(book, adjustments, row));
  const nextRow = provisional.row.reduce((last, row) => Math.max(last, row + 1), 0);
  const join = (a: ArrayLike<number>, b: ArrayLike<number>) => [
    ...old.map((row) => a[row]),
    ...made.map((row) => b[row]),
  ];
  return {
    count: old.length + made.length,
    transaction: Int32Array.from(join(provisional.transaction, adjustments.transaction)),
    reason: Uint8Array.from(join(provisional.reason, adjustments.reason)),
    source: Int32Array.from(join(provisional.source, adjustments.source)),
    amount: Float64Array.from(join(provisional.amount, adjustments.amount)),
    expensed: Float64Array.from(join(provisional.expensed, adjustments.expensed)),
    inventoryAccount: Int32Array.from(
      join(
        provisional.inventoryAccount,
        accounts.map((pair) => pair.inventory),
      ),
    ),
    offsetAccount: Int32Array.from(
      join(
        provisional.offsetAccount,
        accounts.map((pair) => pair.offset),
      ),
    ),
    row: Int32Array.from([...old.map((row) => provisional.row[row]), ...made.map((_, index) => nextRow + index)]),
  };
}

/** Settlements in the order of the runs and of their pairing, those of late cost (quantity 0) after the slices. */
function settlementsAfter({ settlements: old, closings }: Book, { slices, late }: RunColumns): EarlierSettlements {
  const made = range(slices.count).filter((slice) => slices.settles[slice] === 1);
  const lateRows = range(late.count);
  const join = (a: ArrayLike<number>, b: ArrayLike<number>, c: ArrayLike<number>) => [
    ...Array.from(a),
    ...made.map((slice) => b[slice]),
    ...lateRows.map((row) => c[row]),
  ];
  const none = new Float64Array(late.count);
  const closing = new Int32Array(slices.count).fill(closings.length);
  return {
    count: old.count + made.length + late.count,
    closing: Int32Array.from(join(old.closing, closing, new Int32Array(late.count).fill(closings.length))),
    issue: Int32Array.from(join(old.issue, slices.issue, late.issue)),
    receipt: Int32Array.from(join(old.receipt, slices.receipt, late.receipt)),
    quantity: Float64Array.from(join(old.quantity, slices.quantity, none)),
    amount: Float64Array.from(join(old.amount, slices.amount, late.amount)),
    adjustment: Float64Array.from(
      join(
        old.adjustment,
        slices.ownShare.map((own, slice) => own - slices.amount[slice]),
        late.amount.map((amount) => -amount),
      ),
    ),
    principle: Int16Array.from(join(old.principle, slices.principle, late.principle)),
    row: Int32Array.from(range(old.count + made.length + late.count)),
  };
}

/** The columns with the two legs of each transfer behind them: position count + 2t the issue leg, then the receipt leg. */
function withLegs(book: Book, run: RunColumns, closing: string): Transactions {
  const old = book.transactions;
  const { transfers } = run;
  const legs = range(transfers.count * 2).map((index) => {
    const transfer = index >> 1;
    const side = index % 2 === 0 ? LEG.issue : LEG.receipt;
    return {
      side,
      sign: side === LEG.issue ? -1 : 1,
      key: transfers.key[transfer],
      day: transfers.day[transfer],
      quantity: transfers.quantity[transfer],
      value: transfers.value[transfer],
    };
  });
  const append = <T>(column: ArrayLike<T>, value: (leg: (typeof legs)[number], index: number) => T): T[] => [
    ...Array.from(column),
    ...legs.map(value),
  ];
  return {
    count: old.count + legs.length,
    inputCount: old.inputCount,
    id: append(
      old.id,
      (leg) => `${closing} ${legName(book, leg.key, leg.day, leg.side === LEG.issue ? 'issue' : 'receipt')}`,
    ),
    item: Int32Array.from(append(old.item, (leg) => book.keys[leg.key].item)),
    key: Int32Array.from(append(old.key, (leg) => leg.key)),
    quantity: Float64Array.from(append(old.quantity, (leg) => leg.sign * leg.quantity)),
    financialDay: Int32Array.from(append(old.financialDay, (leg) => leg.day)),
    physicalDay: Int32Array.from(append(old.physicalDay, (leg) => leg.day)),
    financialCost: Float64Array.from(append(old.financialCost, (leg) => leg.sign * leg.value || 0)),
    physicalCost: Float64Array.from(append(old.physicalCost, (leg) => leg.sign * leg.value || 0)),
    type: Uint8Array.from(append(old.type, () => TRANSACTION_TYPES.indexOf('Transfer'))),
    order: Int32Array.from(append(old.order, (_, index) => old.count + index)),
    markedTo: Int32Array.from(append(old.markedTo, () => NONE)),
    costSource: Int32Array.from(
      append(old.costSource, (leg, index) => (leg.side === LEG.receipt ? old.count + index - 1 : NONE)),
    ),
    reference: Int32Array.from(append(old.reference, () => NONE)),
    inventoryAccount: Int32Array.from(append(old.inventoryAccount, () => NONE)),
    offsetAccount: Int32Array.from(append(old.offsetAccount, () => NONE)),
    defaultAccount: Uint8Array.from(append(old.defaultAccount, () => 0)),
    leg: Uint8Array.from(append<number>(old.leg, (leg) => leg.side)),
    settledQuantity: Float64Array.from(append(old.settledQuantity, () => 0)),
    settledValue: Float64Array.from(append(old.settledValue, () => 0)),
    adjusted: Float64Array.from(append(old.adjusted, () => 0)),
    adjustedAtLastClose: Float64Array.from(append(old.adjustedAtLastClose, () => 0)),
    costlessAtLastClose: Uint8Array.from(append(old.costlessAtLastClose, () => 0)),
    changedByHand: Float64Array.from(append(old.changedByHand, () => 0)),
    got: Float64Array.from(append(old.got, () => 0)),
  };
}

function copyOf(old: Transactions): Transactions {
  return {
    ...old,
    order: old.order.slice(),
    settledQuantity: old.settledQuantity.slice(),
    settledValue: old.settledValue.slice(),
    adjusted: old.adjusted.slice(),
    adjustedAtLastClose: old.adjustedAtLastClose.slice(),
    costlessAtLastClose: old.costlessAtLastClose.slice(),
    changedByHand: old.changedByHand.slice(),
    got: old.got.slice(),
  };
}

/** Locked rows keep their numbers and come before the rest, which stay in the order of Sequence and row (A3). */
function lock(columns: Transactions, day: number): void {
  const isLocked = (row: number): boolean => {
    const financial = columns.financialDay[row];
    const physical = columns.physicalDay[row];
    return (financial !== NO_DAY && financial <= day) || (physical !== NO_DAY && physical <= day);
  };
  range(columns.count)
    .sort((a, b) => Number(isLocked(b)) - Number(isLocked(a)) || columns.order[a] - columns.order[b])
    .forEach((row, number) => (columns.order[row] = number));
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
