import Decimal from 'decimal.js';
import type { Book } from '../../src/book/book';
import type { Day } from '../../src/book/days';
import type { Principle } from '../../src/book/models';
import { pairMarked } from './marking';
import { pairByModel } from './models';
import type { Transaction } from './objects';
import { inOrder } from './order';
import { openQuantity, takesPart } from './participation';
import { isNonFinancialTransfer } from './transfers';

/** Which issue takes how much from which receipt. */
export interface Pair {
  readonly issue: Transaction;
  readonly receipt: Transaction;
  readonly quantity: Decimal;
  readonly principle: Principle;
}

/** A closing transfer of this run: all that is free of the pool goes through it (A8). */
export interface ClosingTransfer {
  readonly key: number;
  readonly day: Day;
  readonly issueLeg: Transaction;
  readonly receiptLeg: Transaction;
  readonly quantity: Decimal;
}

/** The first step of a run: quantities, dates and marks alone. */
export class Pairing {
  readonly pairs: Pair[] = [];
  readonly transfers: ClosingTransfer[] = [];
  /** Those of this run that are kept back for a marked counterpart that takes no part (A5). */
  readonly reserved = new Map<Transaction, Decimal>();
  /** In the order of A3. */
  readonly participants: readonly Transaction[];
  private readonly leftOf = new Map<Transaction, Decimal>();

  constructor(
    readonly book: Book,
    readonly upTo: Day,
    readonly transactions: readonly Transaction[],
  ) {
    this.participants = transactions.filter((row) => takesPart(row, upTo)).sort(inOrder(upTo));
    pairMarked(this);
    for (let key = 0; key < book.keys.length; key++) {
      this.pairNonFinancialTransfers(key);
      pairByModel(this, key);
    }
  }

  /** What is neither paired nor reserved. */
  left(transaction: Transaction): Decimal {
    return this.leftOf.get(transaction) ?? openQuantity(transaction);
  }

  /** The rows of one cost key that take part and have something left, in the order of A3. */
  free(key: number, kind: Transaction['kind']): Transaction[] {
    return this.participants.filter((row) => row.key === key && row.kind === kind && this.left(row).gt(0));
  }

  /** Takes min of what both have left off both sides, and returns it. */
  take(issue: Transaction, receipt: Transaction): Decimal {
    const quantity = Decimal.min(this.left(issue), this.left(receipt));
    this.leftOf.set(issue, this.left(issue).minus(quantity));
    this.leftOf.set(receipt, this.left(receipt).minus(quantity));
    return quantity;
  }

  pair(issue: Transaction, receipt: Transaction, principle: Principle): void {
    const quantity = this.take(issue, receipt);
    if (quantity.gt(0)) this.pairs.push({ issue, receipt, quantity, principle });
  }

  reserve(transaction: Transaction, quantity: Decimal): void {
    this.reserved.set(transaction, quantity.plus(this.reserved.get(transaction) ?? 0));
  }

  /** A6: issue then receipt, among what marking left. */
  private pairNonFinancialTransfers(key: number): void {
    for (const issue of this.free(key, 'issue')) {
      for (const receipt of this.free(key, 'receipt')) {
        if (isNonFinancialTransfer(receipt) && receipt.costSource === issue) this.pair(issue, receipt, 'Transfer');
      }
    }
  }
}
