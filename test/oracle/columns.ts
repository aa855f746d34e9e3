import { NONE } from '../../src/book/book';
import { REASONS } from '../../src/book/outcome';
import { PRINCIPLES } from '../../src/book/models';
import type { RunColumns } from '../support/after-run';
import type { OracleResult } from './run';

/** The result as the columns that an outcome has, so that the same helpers read both. */
export function asColumns(result: OracleResult): RunColumns {
  const { slices, lateCosts, transfers, adjustments } = result;
  const counterRows = adjustments.filter((row) => row.takesBack !== undefined);
  return {
    request: result.request,
    slices: {
      count: slices.length,
      issue: Int32Array.from(slices, (slice) => slice.issue.position),
      receipt: Int32Array.from(slices, (slice) => slice.receipt.position),
      quantity: Float64Array.from(slices, (slice) => slice.quantity.toNumber()),
      amount: Float64Array.from(slices, (slice) => slice.amount.toUnits()),
      ownShare: Float64Array.from(slices, (slice) => slice.ownShare.toUnits()),
      principle: Uint8Array.from(slices, (slice) => PRINCIPLES.indexOf(slice.principle)),
      settles: Uint8Array.from(slices, (slice) => (slice.settles ? 1 : 0)),
    },
    late: {
      count: lateCosts.length,
      issue: Int32Array.from(lateCosts, (late) => late.settlement.issue.position),
      receipt: Int32Array.from(lateCosts, (late) => late.settlement.receipt.position),
      amount: Float64Array.from(lateCosts, (late) => late.amount.toUnits()),
      principle: Uint8Array.from(lateCosts, (late) => PRINCIPLES.indexOf(late.settlement.principle)),
    },
    transfers: {
      count: transfers.length,
      key: Int32Array.from(transfers, (transfer) => transfer.key),
      day: Int32Array.from(transfers, (transfer) => transfer.day),
      quantity: Float64Array.from(transfers, (transfer) => transfer.quantity.toNumber()),
      value: Float64Array.from(transfers, (transfer) => transfer.value.toUnits()),
    },
    adjustments: {
      count: adjustments.length,
      transaction: Int32Array.from(adjustments, (row) => row.transaction),
      reason: Uint8Array.from(adjustments, (row) => REASONS.indexOf(row.reason)),
      source: Int32Array.from(adjustments, (row) => row.source),
      amount: Float64Array.from(adjustments, (row) => row.amount.toUnits()),
      expensed: Float64Array.from(adjustments, (row) => row.expensed.toUnits()),
      costBefore: new Float64Array(adjustments.length),
      takesBack: Int32Array.from(counterRows, (row) => row.takesBack ?? NONE),
    },
  };
}
