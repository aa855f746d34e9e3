import type { Day } from '../../src/book/days';
import type { Fill } from '../../src/settle/by-hand/fill';
import type { Selection } from '../../src/runs/adjust/selection';
import type { NewValue } from '../../src/runs/adjust/transactions';

/** What can be run besides a close, in the order in which it is offered. */
export const OPERATIONS = ['recalculate', 'reverse', 'on-hand', 'receipts', 'revalue'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** What a person has chosen, by operation. */
export type OperationOptions =
  | { readonly name: 'recalculate'; readonly upTo: Day; readonly selection: Selection; readonly note: string }
  | { readonly name: 'reverse'; readonly closing: string; readonly note: string }
  | { readonly name: 'on-hand'; readonly selection: Selection; readonly fill: Fill; readonly note: string }
  | { readonly name: 'receipts'; readonly values: readonly NewValue[]; readonly note: string }
  | { readonly name: 'revalue'; readonly selection: Selection; readonly unitCost: number; readonly note: string };
