import type { InventoryModel } from '../../../src/book/models';
import type { UncoveredPolicy } from '../../../src/book/parameters';

/**
 * A worked example, as an accountant would write it down. Tables are text: a header, then a row a line, columns apart
 * by two spaces or more, · for a blank cell. Days count from 1 January 2026 = 1. Quantities and amounts are signed
 * as in the workbook: issues negative; an adjustment is its effect on the value of the stock. The legs of a closing
 * transfer are called out@day and in@day.
 */
export interface Example {
  readonly name: string;
  /** Where the source of the example contradicts itself, and how we read it. */
  readonly note?: string;
  readonly model: InventoryModel;
  readonly includePhysicalValue?: boolean;
  readonly uncoveredQuantity?: UncoveredPolicy;
  /** Minimum throughput adjustment; 0.00 if not given. */
  readonly minimum?: string;
  /**
   * transaction, day, quantity, cost, update (invoiced or slip); also item, warehouse, slip cost, type, marked to, cost source,
   * reference, adjusted.
   */
  readonly before: string;
  readonly closes: readonly ExampleClose[];
}

/** One close of an example, and what is expected of it. */
export interface ExampleClose {
  readonly upTo: number;
  /** issue, receipt, quantity, amount (cost taken), principle, as (settled or adjusted only). */
  readonly pairs: string;
  /** transaction, amount, reason, source. */
  readonly adjusted: string;
  /** What stays open of invoiced transactions: transaction, quantity, value. */
  readonly open: string;
  /** Quantity and value on hand after the close; slips count where physical value is included. */
  readonly stock: string;
  /** Issue and quantity for which no receipt was found. */
  readonly unsettled: readonly string[];
}

/** The rows of a text table by column name; blank cells are undefined. */
export function tableOf(text: string): Record<string, string | undefined>[] {
  const [header, ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/ {2,}/));
  return lines.map((cells) =>
    Object.fromEntries(header.map((name, column) => [name, cells[column] === '·' ? undefined : cells[column]])),
  );
}

/** The rows of a text table as lines without alignment, so that they compare with what a run said. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, ' | '))
    .filter((line) => line !== '')
    .slice(1);
}
