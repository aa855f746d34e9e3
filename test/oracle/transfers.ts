import type { Transaction } from './objects';

/** A Transfer receipt whose Cost source is an issue of the same cost key (A6). Legs are never one. */
export function isNonFinancialTransfer(receipt: Transaction): boolean {
  return (
    receipt.kind === 'receipt' &&
    receipt.type === 'Transfer' &&
    !receipt.isLeg &&
    receipt.costSource?.kind === 'issue' &&
    receipt.costSource.key === receipt.key
  );
}
