import { type Book, NONE } from '../../book/book';
import { exact } from '../../book/decimals';
import type { LogEntry } from '../../book/log';
import {
  accountNamed,
  type Adjustments,
  type AnyRequest,
  type ClosingTransfers,
  type InventoryValueRow,
  NO_LATE_COSTS,
  type Reason,
  type Results,
  type Slices,
} from '../../book/outcome';
import { reasonCode } from '../adjustments';
import { valueAtLastClose, worthOf } from '../inventory-value';
import { ledgerOfRows } from '../ledger';

/** One adjustment by hand: a receipt by its position, and the signed effect on its cost, scaled. */
export interface ByHandRow {
  readonly transaction: number;
  readonly amount: number;
}

/** What a person asked for, as the engine takes it. */
export interface ByHandRequest {
  readonly request: AnyRequest;
  readonly reason: Extract<Reason, 'On-hand' | 'Transaction'>;
  /** In the order in which they are written; none of zero. */
  readonly rows: readonly ByHandRow[];
  /** How many receipts were looked at, adjusted or not. */
  readonly looked: number;
  /** The account that the stock of a leg of a closing transfer is posted to, by item: a leg names none. */
  readonly legAccount: (item: number) => number;
  readonly log: readonly LogEntry[];
}

/**
 * What a run by hand writes (A20): the adjustments, their voucher against the adjustment account, and the log. Nothing is
 * paired. An on-hand adjustment changes what the last close said of its date, so it says the inventory value of that
 * date anew; a transaction adjustment lies in an open period, and the next close tells of it. Throws RangeOfFigures.
 */
export function byHand(book: Book, asked: ByHandRequest): Results {
  const { request, log } = asked;
  const adjustments = adjustmentsOf(book, asked);
  const onHand = asked.reason === 'On-hand';
  const values = onHand ? valuesOf(book, adjustments) : [];
  const valueBefore = onHand
    ? values.reduce((sum, row) => sum + row.openingValue, 0)
    : worthOf(book, request.day).reduce((sum, worth) => sum + worth, 0);
  const adjustment = adjustments.amount.reduce((sum, amount) => sum + amount, 0);
  return {
    request,
    slices: NO_SLICES,
    late: NO_LATE_COSTS,
    transfers: NO_TRANSFERS,
    adjustments,
    ledger: ledgerOfRows(book, adjustments, request.specification),
    log,
    inventoryValue: values,
    participants: asked.looked,
    valueBefore: exact(valueBefore, 'The inventory value'),
    adjustment: exact(adjustment, 'The adjustment of the run'),
    valueAfter: exact(valueBefore + adjustment, 'The inventory value'),
  };
}

function adjustmentsOf(book: Book, { request, reason, rows, legAccount }: ByHandRequest): Adjustments {
  const { item, inventoryAccount } = book.transactions;
  const cost = worthOf(book, request.day);
  const offset = accountNamed(book, book.parameters.adjustmentAccount);
  const accountOf = (row: number) => (inventoryAccount[row] === NONE ? legAccount(item[row]) : inventoryAccount[row]);
  const costBefore = rows.map(({ transaction, amount }) => {
    const before = cost[transaction];
    cost[transaction] = exact(before + amount, `The cost of ${book.transactions.id[transaction]}`);
    return before;
  });
  return {
    count: rows.length,
    transaction: Int32Array.from(rows, ({ transaction }) => transaction),
    reason: new Uint8Array(rows.length).fill(reasonCode(reason)),
    source: new Int32Array(rows.length).fill(NONE),
    amount: Float64Array.from(rows, ({ amount }) => amount),
    expensed: new Float64Array(rows.length),
    costBefore: Float64Array.from(costBefore),
    takesBack: new Int32Array(0),
    accounts: {
      inventory: Int32Array.from(rows, ({ transaction }) => accountOf(transaction)),
      offset: new Int32Array(rows.length).fill(offset),
    },
  };
}

/** Inventory value of each cost key at the last close, and what it is after the adjustments. */
function valuesOf(book: Book, { count, transaction, amount }: Adjustments): InventoryValueRow[] {
  const change = new Float64Array(book.keys.length);
  for (let i = 0; i < count; i++) change[book.transactions.key[transaction[i]]] += amount[i];
  return valueAtLastClose(book).map((row) => ({
    ...row,
    adjustment: change[row.key],
    closingValue: exact(row.openingValue + change[row.key], 'The inventory value'),
  }));
}

const NO_SLICES: Slices = {
  count: 0,
  issue: new Int32Array(0),
  receipt: new Int32Array(0),
  quantity: new Float64Array(0),
  amount: new Float64Array(0),
  ownShare: new Float64Array(0),
  principle: new Uint8Array(0),
  settles: new Uint8Array(0),
};

const NO_TRANSFERS: ClosingTransfers = {
  count: 0,
  key: new Int32Array(0),
  day: new Int32Array(0),
  quantity: new Float64Array(0),
  value: new Float64Array(0),
};
