import type { Day } from '../../src/book/days';
import type { Transaction } from './objects';
import { isFinancial } from './participation';

/** The date that counts in a run: the Financial date if financially updated in it, else the Physical date (A3). */
export function dateIn(transaction: Transaction, upTo: Day): Day {
  if (isFinancial(transaction, upTo)) return transaction.financialDay as Day;
  return transaction.physicalDay ?? Infinity;
}

/** Compares by date, then legs behind rows, then number (A3). Negative when a comes first. */
export function inOrder(upTo: Day): (a: Transaction, b: Transaction) => number {
  return (a, b) => {
    const [dateOfA, dateOfB] = [dateIn(a, upTo), dateIn(b, upTo)];
    if (dateOfA !== dateOfB) return dateOfA < dateOfB ? -1 : 1;
    if (a.isLeg !== b.isLeg) return a.isLeg ? 1 : -1;
    return a.order - b.order;
  };
}
