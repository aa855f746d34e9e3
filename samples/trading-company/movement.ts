import type { TransactionType } from '../../src/book/transaction-types';
import type { Day } from '../../src/book/days';
import { NO_DAY, parseIsoDay } from '../../src/book/days';

/**
 * A movement of stock as the company planned it, before anyone knows what it cost. Quantities are in hundredths of a
 * unit, prices in ten-thousandths of a dollar: whole numbers, so that nothing depends on rounding in binary.
 */
export interface Movement {
  /** Its transaction id; without one it is numbered by its place in the sheet. */
  readonly id?: string;
  readonly item: string;
  readonly type: TransactionType;
  /** Signed: receipts positive, issues negative. */
  readonly quantity: number;
  readonly place: Place;
  readonly batch?: string;
  /** Date of the slip; NO_DAY together with the invoice for an order line. */
  readonly slip: Day;
  /** Date of the invoice; NO_DAY while there is none. */
  readonly invoice: Day;
  /** Unit price of a receipt. Without one the movement is posted at an estimate. */
  readonly price?: number;
  /** Unit price on the invoice, where it is not that of the slip. */
  readonly invoicePrice?: number;
  readonly reference: string;
  /** Id of the counterpart. With 'cost of mark' the mark was there before posting, so it was posted at that cost. */
  readonly markedTo?: string;
  readonly costOfMark?: boolean;
  /** Id of the issue that a transfer receipt belongs to, or of the sale that a customer sends back. */
  readonly costSource?: string;
  /** Labour of a unit of the main product of a production order: it costs its components and the labour. */
  readonly labour?: number;
  readonly sequence?: number;
}

export interface Place {
  readonly site: string;
  readonly warehouse: string;
}

/** Hundredths of a unit. */
export const units = (quantity: number): number => Math.round(quantity * 100);
/** Ten-thousandths of a dollar. */
export const price = (dollars: number): number => Math.round(dollars * 10000);

/** "01-15" to the day in 2026, "2025-12-31" to that day. A sample with a wrong date is a bug. */
export function on(date: string): Day {
  const day = parseIsoDay(date.length === 5 ? `2026-${date}` : date);
  if (day === undefined) throw new Error(`${date} is no date`);
  return day;
}

/** The date that a movement stands at in the sheet: its slip, else its invoice; order lines stand last. */
export function firstDay(movement: Movement): Day {
  if (movement.slip !== NO_DAY) return movement.slip;
  return movement.invoice !== NO_DAY ? movement.invoice : Number.MAX_SAFE_INTEGER;
}
