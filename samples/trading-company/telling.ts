import type { TransactionType } from '../../src/book/transaction-types';
import { NO_DAY } from '../../src/book/days';
import { NORTHPORT } from './company';
import type { Movement, Place } from './movement';
import { on, price, units } from './movement';

/** What is to be said of a row beyond its date and quantity. Other rows of the story are named by their numbers. */
export interface Told {
  /** Without one: the opening stock, a purchase, or a sale. */
  readonly type?: TransactionType;
  /** Dollars a unit, for receipts that have a price. */
  readonly at?: number;
  readonly invoicedAt?: number;
  /** Date of the invoice where it is not that of the slip; 'never' where there is none. */
  readonly invoiced?: string;
  readonly markedTo?: number;
  readonly costOfMark?: boolean;
  /** The issue whose cost a transfer receipt or a customer return takes. */
  readonly source?: number;
  /** The production order that a row belongs to, and dollars of labour a unit for its product. */
  readonly order?: string;
  readonly labour?: number;
  readonly place?: Place;
  readonly sequence?: number;
}

export type Row = readonly [date: string, quantity: number, told?: Told];

/** The rows of one item, named NAME-1, NAME-2 ... in the order told; in the main warehouse of Northport, if not elsewhere. */
export function story(name: string, item: string, rows: readonly Row[]): Movement[] {
  return rows.map(([date, quantity, told = {}], index) => {
    const type = told.type ?? (date === '2025-12-31' ? 'Movement' : quantity > 0 ? 'Purchase' : 'Sale');
    return {
      id: `${name}-${index + 1}`,
      item,
      type,
      quantity: units(quantity),
      place: told.place ?? NORTHPORT[0],
      slip: on(date),
      invoice: told.invoiced === 'never' ? NO_DAY : on(told.invoiced ?? date),
      reference: referenceOf(name, index + 1, type, told),
      ...(told.at === undefined ? {} : { price: price(told.at) }),
      ...(told.invoicedAt === undefined ? {} : { invoicePrice: price(told.invoicedAt) }),
      ...(told.labour === undefined ? {} : { labour: price(told.labour) }),
      ...(told.markedTo === undefined ? {} : { markedTo: `${name}-${told.markedTo}` }),
      ...(told.source === undefined ? {} : { costSource: `${name}-${told.source}` }),
      ...(told.costOfMark ? { costOfMark: true } : {}),
      ...(told.sequence === undefined ? {} : { sequence: told.sequence }),
    };
  });
}

/** Both sides of a transfer bear its number, a return that of the sale, all rows of a production order that of the order. */
function referenceOf(name: string, number: number, type: TransactionType, { source, order }: Told): string {
  if (order !== undefined) return `PR?${order}`;
  const own = `${name}-${source ?? number}`;
  if (type === 'Movement') return 'OPENING';
  if (type === 'Transfer') return `TO?${own}`;
  return `${type === 'Purchase' || type === 'Vendor return' ? 'PO' : 'SO'}?${own}`;
}
