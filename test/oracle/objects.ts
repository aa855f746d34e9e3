import Decimal from 'decimal.js';
import { LEG, NONE, type Book, type Item } from '../../src/book/book';
import { NO_DAY, type Day } from '../../src/book/days';
import { PRINCIPLES, type Principle } from '../../src/book/models';
import { REASONS, type Reason } from '../../src/book/outcome';
import { TRANSACTION_TYPES, type TransactionType } from '../../src/book/transaction-types';
import { Fraction } from './fraction';

/**
 * A transaction as an object. Quantities are sizes, and costs are turned so that what an issue usually costs is
 * positive, too: so both sides of a pair speak of the same thing. Signs come back when the result is written.
 */
export interface Transaction {
  readonly position: number;
  readonly id: string;
  readonly item: Item;
  readonly key: number;
  readonly kind: 'issue' | 'receipt';
  readonly quantity: Decimal;
  readonly financialDay: Day | undefined;
  readonly physicalDay: Day | undefined;
  readonly financialCost: Fraction;
  readonly physicalCost: Fraction;
  readonly type: TransactionType;
  /** Number inside a date (A3). */
  readonly order: number;
  readonly isLeg: boolean;
  readonly reference: string | undefined;
  readonly inventoryAccount: string;
  readonly offsetAccount: string;
  /** By active settlements of earlier runs. */
  readonly settledQuantity: Decimal;
  readonly settledValue: Fraction;
  /** By active adjustments of earlier runs that are not provisional (A1). */
  readonly adjusted: Fraction;
  /** What closes have brought a receipt by A11, and what they expensed for it. */
  readonly got: Fraction;
  /** The part of `adjusted` that a receipt got by hand since the last close (A20). */
  readonly changedByHand: Fraction;
  markedTo: Transaction | undefined;
  costSource: Transaction | undefined;
}

/** An active provisional adjustment of an earlier run, signed as in the workbook. */
export interface ProvisionalRow {
  readonly index: number;
  readonly transaction: number;
  readonly reason: Reason;
  readonly source: number;
  readonly amount: Fraction;
  readonly expensed: Fraction;
  readonly inventoryAccount: string;
  readonly offsetAccount: string;
}

/** An active settlement of an earlier close; those of late cost have no quantity and are left out. */
export interface Settlement {
  readonly issue: Transaction;
  readonly receipt: Transaction;
  readonly quantity: Decimal;
  readonly principle: Principle;
}

/** The columns of a book as objects. */
export function transactionsOf(book: Book): Transaction[] {
  const columns = book.transactions;
  const account = (index: number): string => (index === NONE ? '' : book.accounts[index]);
  const all = columns.id.map((id, position): Transaction => {
    const kind = columns.quantity[position] < 0 ? 'issue' : 'receipt';
    const turned = (units: number): Fraction => Fraction.of(kind === 'issue' ? -units : units);
    return {
      position,
      id,
      kind,
      item: book.items[columns.item[position]],
      key: columns.key[position],
      quantity: new Decimal(columns.quantity[position]).abs(),
      financialDay: dayOf(columns.financialDay[position]),
      physicalDay: dayOf(columns.physicalDay[position]),
      financialCost: turned(columns.financialCost[position]),
      physicalCost: turned(columns.physicalCost[position]),
      type: TRANSACTION_TYPES[columns.type[position]],
      order: columns.order[position],
      isLeg: columns.leg[position] !== LEG.none,
      reference: columns.reference[position] === NONE ? undefined : book.references[columns.reference[position]],
      inventoryAccount: account(columns.inventoryAccount[position]),
      offsetAccount: account(columns.offsetAccount[position]),
      settledQuantity: new Decimal(columns.settledQuantity[position]).abs(),
      settledValue: turned(columns.settledValue[position]),
      adjusted: turned(columns.adjusted[position]),
      got: turned(columns.got[position]),
      changedByHand: turned(columns.changedByHand[position]),
      markedTo: undefined,
      costSource: undefined,
    };
  });
  for (const transaction of all) {
    transaction.markedTo = all[columns.markedTo[transaction.position]];
    transaction.costSource = all[columns.costSource[transaction.position]];
  }
  return all;
}

/** Earlier settlements in the order of the runs and of their pairing. */
export function settlementsOf({ settlements }: Book, transactions: readonly Transaction[]): Settlement[] {
  return Array.from({ length: settlements.count }, (_, at) => ({
    issue: transactions[settlements.issue[at]],
    receipt: transactions[settlements.receipt[at]],
    quantity: new Decimal(settlements.quantity[at]),
    principle: PRINCIPLES[settlements.principle[at]],
  })).filter((settlement) => settlement.quantity.gt(0));
}

export function provisionalOf(book: Book): ProvisionalRow[] {
  const columns = book.provisional;
  return Array.from({ length: columns.count }, (_, index) => ({
    index,
    transaction: columns.transaction[index],
    reason: REASONS[columns.reason[index]],
    source: columns.source[index],
    amount: Fraction.of(columns.amount[index]),
    expensed: Fraction.of(columns.expensed[index]),
    inventoryAccount: book.accounts[columns.inventoryAccount[index]] ?? '',
    offsetAccount: book.accounts[columns.offsetAccount[index]] ?? '',
  }));
}

/** The signed amount of the workbook: what makes an issue dearer makes its amount, and the stock, smaller. */
export function signed(transaction: Transaction, turned: Fraction): Fraction {
  return transaction.kind === 'issue' ? turned.negated() : turned;
}

function dayOf(day: Day): Day | undefined {
  return day === NO_DAY ? undefined : day;
}
