import type { Formats } from '../workbook/port';
import type { ReadBook } from '../workbook/read/read-book';

/** Above so many rows a table gets no link columns when it is made ("Trace links" = Auto). */
const MOST_LINKED_ROWS = 50_000;

/** Whether a table that gets so many new rows has link columns ("Trace links"). */
export function linksWanted({ book, existing }: ReadBook, table: string, added: number): boolean {
  const rows = (existing.rows.get(table) ?? 0) + added;
  if (book.parameters.traceLinks === 'Auto') return rows <= MOST_LINKED_ROWS;
  return book.parameters.traceLinks === 'Yes';
}

/** How the figures of this workbook are shown. */
export function formatsOf({ book }: ReadBook): Formats {
  const { currency, amountDecimals, quantityDecimals } = book.parameters;
  return { currency, amountDecimals, quantityDecimals };
}
