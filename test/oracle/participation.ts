import Decimal from 'decimal.js';
import type { Day } from '../../src/book/days';
import type { InventoryModel } from '../../src/book/models';
import { Fraction } from './fraction';
import type { Transaction } from './objects';

const TAKES_PHYSICAL: readonly InventoryModel[] = ['FIFO', 'LIFO', 'LIFO date'];
const LOCKED_ONLY: readonly InventoryModel[] = ['Standard cost', 'Moving average'];

/** Invoiced or ended by the run date. */
export function isFinancial(transaction: Transaction, upTo: Day): boolean {
  return transaction.financialDay !== undefined && transaction.financialDay <= upTo;
}

/** Received or deducted by the run date, and not yet invoiced then, whatever is known today (A2). */
export function isPhysicalOnly(transaction: Transaction, upTo: Day): boolean {
  return !isFinancial(transaction, upTo) && transaction.physicalDay !== undefined && transaction.physicalDay <= upTo;
}

/** Whether the model of the item pairs anything at all (A15). */
export function isPaired(transaction: Transaction): boolean {
  return !LOCKED_ONLY.includes(transaction.item.model);
}

/** Who takes part in a run (A2). */
export function takesPart(transaction: Transaction, upTo: Day): boolean {
  if (!isPaired(transaction) || openQuantity(transaction).isZero()) return false;
  if (isFinancial(transaction, upTo)) return true;
  return (
    isPhysicalOnly(transaction, upTo) &&
    transaction.item.includePhysicalValue &&
    TAKES_PHYSICAL.includes(transaction.item.model)
  );
}

/** Quantity that no active settlement of an earlier run has taken (A1). */
export function openQuantity(transaction: Transaction): Decimal {
  return transaction.quantity.minus(transaction.settledQuantity);
}

/** The cost that was posted by the run date (A1). */
export function postedCost(transaction: Transaction, upTo: Day): Fraction {
  return isFinancial(transaction, upTo) ? transaction.financialCost : transaction.physicalCost;
}

/** Cost that no active settlement of an earlier run has taken (A1). */
export function openValue(transaction: Transaction, upTo: Day): Fraction {
  return postedCost(transaction, upTo).plus(transaction.adjusted).minus(transaction.settledValue);
}
