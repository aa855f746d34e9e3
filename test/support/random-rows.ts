import fc from 'fast-check';
import { isoDay } from '../../src/book/days';
import type { TransactionType } from '../../src/book/transaction-types';
import type { ItemRow, Row } from './book';
import type { RandomBookOptions } from './random-book';

/** The first day of the random books. */
export const START = 46023; // 2026-01-01

type Update = 'invoiced' | 'slip' | 'invoiced later' | 'order line' | 'invoice without slip';

/** A random row before it is made to fit the others. */
export interface RawRow {
  readonly item: number;
  readonly isIssue: boolean;
  readonly quantity: number;
  readonly cost: number;
  readonly physicalCost: number | undefined;
  readonly day: number;
  readonly later: number;
  readonly update: Update;
  readonly sequence: number | undefined;
  readonly site: string;
  /** Chooses a counterpart: 0 none; else one of the fitting rows, for marking or as the issue of a transfer. */
  readonly mark: number;
  readonly markedBy: 'one' | 'both';
  readonly transfer: number;
  readonly account: number;
}

export function rowArbitrary({ large = false, flows = false }: RandomBookOptions, span: number): fc.Arbitrary<RawRow> {
  const quantity = large
    ? fc.integer({ min: 1_000_000_001, max: 99_999_999_999 })
    : fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }).map((whole) => whole * 1_000_000) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 9_999_999 }) },
      );
  const cost = large
    ? fc.integer({ min: -9_999_999, max: 999_999_999_999 })
    : fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 5_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: -900, max: 10 }) },
      );
  return fc.record({
    item: fc.nat(2),
    isIssue: fc.boolean(),
    quantity,
    cost,
    physicalCost: fc.option(fc.integer({ min: -50, max: 5_000 }), { nil: undefined, freq: 2 }),
    day: fc.nat(span),
    later: fc.nat(15),
    update: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Update>('invoiced') },
      { weight: 2, arbitrary: fc.constant<Update>('invoiced later') },
      { weight: 1, arbitrary: fc.constantFrom<Update>('slip', 'order line', 'invoice without slip') },
    ),
    sequence: fc.option(fc.integer({ min: -2, max: 3 }), { nil: undefined, freq: 2 }),
    site: fc.constantFrom('1', '1', flows ? '2' : '1', '2'),
    mark: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
    markedBy: fc.constantFrom('one', 'both'),
    transfer: fc.oneof(
      { weight: 5, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
    ),
    account: fc.nat(5),
  });
}

const TYPES: readonly TransactionType[] = [
  'Purchase',
  'Sale',
  'Movement',
  'Counting',
  'Production line',
  'Vendor return',
];

/** Raw rows made into rows that a workbook would accept: marks and transfers inside one cost key, no contradictions. */
export function rowsOf(raw: readonly RawRow[], items: readonly ItemRow[]): Row[] {
  const marks = marksOf(raw, items);
  return raw.map((row, index): Row => {
    const item = items[row.item % items.length];
    const sign = row.isIssue ? -1 : 1;
    const source = transferSource(raw, items, index);
    const type = source !== undefined ? 'Transfer' : TYPES[(row.account + index) % TYPES.length];
    return {
      id: `${row.isIssue ? 'S' : 'P'}${index}`,
      item: item.id,
      qty: text(sign * row.quantity, 6),
      type,
      dims: { Site: row.site, Batch: row.site === '1' ? 'b' : '' },
      ...datesOf(row, sign),
      ...(row.sequence === undefined ? {} : { sequence: row.sequence }),
      ...(marks[index] === undefined ? {} : { markedTo: idOf(raw, marks[index]) }),
      ...(source === undefined ? {} : { costSource: idOf(raw, source) }),
      ...(row.account === 1 ? { inventoryAccount: '1310', offsetAccount: '5100' } : {}),
      ...(row.account === 2 ? { offsetAccount: '5200' } : {}),
    };
  });
}

function datesOf(row: RawRow, sign: number): Partial<Row> {
  const [first, second] = [isoDay(START + row.day), isoDay(START + row.day + row.later)];
  const physicalCost = row.physicalCost === undefined ? {} : { physicalCost: text(sign * row.physicalCost, 2) };
  const cost = text(sign * row.cost, 2);
  switch (row.update) {
    case 'invoiced':
      return { date: first, physicalDate: first, cost, ...physicalCost };
    case 'invoiced later':
      return { date: second, physicalDate: first, cost, ...physicalCost };
    case 'invoice without slip':
      return { date: first, cost };
    case 'slip':
      return { physicalDate: first, physicalCost: cost };
    case 'order line':
      return {};
  }
}

/**
 * Marks by position. A row that is named names nobody but, perhaps, the one that named it first: several issues may
 * name one receipt, several receipts one issue, and no two sides contradict each other.
 */
function marksOf(raw: readonly RawRow[], items: readonly ItemRow[]): (number | undefined)[] {
  const marks: (number | undefined)[] = raw.map(() => undefined);
  const named = new Set<number>();
  raw.forEach((row, index) => {
    if (row.mark === 0 || named.has(index)) return;
    const fitting = raw.map((_, other) => other).filter((other) => opposite(raw, items, index, other));
    const open = fitting.filter((other) => marks[other] === undefined);
    if (open.length === 0) return;
    const other = open[row.mark % open.length];
    marks[index] = other;
    if (row.markedBy === 'both' && !named.has(other)) marks[other] = index;
    named.add(other);
    named.add(index);
  });
  return marks;
}

/** The issue of the same cost key that a receipt is the other end of (A6), where the raw row asks for one. */
function transferSource(raw: readonly RawRow[], items: readonly ItemRow[], index: number): number | undefined {
  if (raw[index].isIssue || raw[index].transfer === 0) return undefined;
  const fitting = raw.map((_, other) => other).filter((other) => opposite(raw, items, index, other));
  return fitting[raw[index].transfer % Math.max(fitting.length, 1)];
}

function opposite(raw: readonly RawRow[], items: readonly ItemRow[], a: number, b: number): boolean {
  const itemOf = (index: number): ItemRow => items[raw[index].item % items.length];
  const bySite = (itemOf(a).financialDimensions ?? []).length > 0;
  return raw[a].isIssue !== raw[b].isIssue && itemOf(a) === itemOf(b) && (!bySite || raw[a].site === raw[b].site);
}

function idOf(raw: readonly RawRow[], index: number): string {
  return `${raw[index].isIssue ? 'S' : 'P'}${index}`;
}

/** Scaled units as decimal text. */
function text(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
