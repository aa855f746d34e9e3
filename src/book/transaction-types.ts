/** The kinds of transaction, named as the workbook names them. */
export const TRANSACTION_TYPES = [
  'Purchase',
  'Sale',
  'Transfer',
  'Production',
  'Production line',
  'Movement',
  'Counting',
  'Profit/loss',
  'Customer return',
  'Vendor return',
] as const;
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

export const DEFAULT_TRANSACTION_TYPE: TransactionType = 'Movement';

/** Production types have work in process as their offset where nothing else is said. */
export function isProduction(type: TransactionType): boolean {
  return type === 'Production' || type === 'Production line';
}
