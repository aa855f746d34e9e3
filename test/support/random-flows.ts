import Decimal from 'decimal.js';
import fc from 'fast-check';
import type { Row } from './book';

/** What a random row does with the cost of others; what does not fit the row is left out. */
export interface RandomFlow {
  readonly kind: 'none' | 'transfer' | 'return' | 'production';
  /** Chooses among the fitting issues, or orders. */
  readonly pick: number;
  /** The receipt takes all that others left of its issue. */
  readonly takesRest: boolean;
}

export const flowArbitrary: fc.Arbitrary<RandomFlow> = fc.noBias(
  fc.record({
    kind: fc.constantFrom<RandomFlow['kind']>('none', 'none', 'transfer', 'return', 'production', 'production'),
    pick: fc.nat(9),
    takesRest: fc.boolean(),
  }),
);

const ORDERS = ['W1', 'W2'];

/**
 * The rows with flows of cost: transfers (inside a cost key, too) and returns name an issue of their item and do not
 * exceed it together; receipts and components of production join by reference, so that a product may well end up in
 * its own component.
 */
export function withFlows(rows: readonly Row[], flows: readonly RandomFlow[]): Row[] {
  const leftOf = new Map(rows.map((row) => [row.id, new Decimal(row.qty).abs()]));
  return rows.map((row, index): Row => {
    const flow = flows[index];
    if (flow === undefined || flow.kind === 'none' || row.costSource !== undefined) return row;
    const isIssue = new Decimal(row.qty).isNegative();
    if (flow.kind === 'production') {
      const reference = ORDERS[flow.pick % ORDERS.length];
      return { ...row, type: isIssue ? 'Production line' : 'Production', reference };
    }
    const issues = rows.filter((other) => other.item === row.item && new Decimal(other.qty).isNegative());
    const elsewhere = issues.filter((other) => other.dims?.['Site'] !== row.dims?.['Site']);
    const sources = flow.kind === 'transfer' && elsewhere.length > 0 ? elsewhere : issues;
    const source = sources[flow.pick % Math.max(sources.length, 1)];
    const left = leftOf.get(source?.id ?? '');
    if (isIssue || source === undefined || left === undefined || left.isZero()) return row;
    const quantity = flow.takesRest ? left : Decimal.min(left, row.qty);
    leftOf.set(source.id, left.minus(quantity));
    const type = flow.kind === 'transfer' ? 'Transfer' : 'Customer return';
    return { ...row, qty: quantity.toFixed(), type, costSource: source.id };
  });
}
