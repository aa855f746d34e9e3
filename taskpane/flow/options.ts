import type { Day } from '../../src/book/days';
import type { Specification } from '../../src/book/parameters';
import type { Selection } from '../../src/runs/adjust/selection';
import type { NewValue } from '../../src/runs/adjust/transactions';
import type { Fill } from '../../src/settle/by-hand/fill';
import type { CostPriceOptions } from '../../src/settle/reports/cost-prices';

/** What can be run besides a close, in the order in which it is offered. */
export const OPERATIONS = ['recalculate', 'reverse', 'on-hand', 'receipts', 'revalue'] as const;
export type OperationName = (typeof OPERATIONS)[number];
export type RunName = 'close' | OperationName;

/** What a person chooses before a close. A workbook's parameters fill it in first. */
export interface CloseOptions {
  readonly name: 'close';
  readonly upTo: Day;
  readonly specification: Specification;
  /** Amount units as typed; its text is checked where it is typed. */
  readonly minimumThroughputAdjustment: number;
  readonly maximumThroughputs: number;
  readonly note: string;
  readonly showReceipts: boolean;
  readonly costPrices: CostPriceOptions;
}

/** What a person has chosen for any other run. */
export type OperationOptions =
  | { readonly name: 'recalculate'; readonly upTo: Day; readonly selection: Selection; readonly note: string }
  | { readonly name: 'reverse'; readonly closing: string; readonly note: string }
  | { readonly name: 'on-hand'; readonly selection: Selection; readonly fill: Fill; readonly note: string }
  | { readonly name: 'receipts'; readonly values: readonly NewValue[]; readonly note: string }
  | { readonly name: 'revalue'; readonly selection: Selection; readonly unitCost: number; readonly note: string };

export type FlowOptions = CloseOptions | OperationOptions;
