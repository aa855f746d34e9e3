import type { InventoryModel } from './models';

export const UNCOVERED_POLICIES = ['Keep estimate', 'Cost of covered part'] as const;
export type UncoveredPolicy = (typeof UNCOVERED_POLICIES)[number];

export const LIFO_ISSUE_ORDERS = ['Newest first', 'Oldest first'] as const;
export type LifoIssueOrder = (typeof LIFO_ISSUE_ORDERS)[number];

export const SPECIFICATIONS = ['Total', 'Item group', 'Item'] as const;
export type Specification = (typeof SPECIFICATIONS)[number];

export const TRACE_LINKS = ['Auto', 'Yes', 'No'] as const;
export type TraceLinks = (typeof TRACE_LINKS)[number];

/** The settings of a workbook: the table Parameters, or the defaults where it says nothing. Amounts are scaled. */
export interface Parameters {
  readonly currency: string;
  /** Decimals of the minor unit of amounts. */
  readonly amountDecimals: number;
  readonly quantityDecimals: number;
  readonly defaultModel: InventoryModel;
  readonly includePhysicalValue: boolean;
  readonly maximumThroughputs: number;
  readonly minimumThroughputAdjustment: number;
  readonly uncoveredQuantity: UncoveredPolicy;
  readonly lifoIssueOrder: LifoIssueOrder;
  readonly specification: Specification;
  readonly inventoryAccount: string;
  readonly offsetAccount: string;
  readonly workInProcessAccount: string;
  readonly adjustmentAccount: string;
  readonly roundingAccount: string;
  readonly varianceAccount: string;
  readonly traceLinks: TraceLinks;
  /** Whether each run gets a sheet of its own that sums it up. */
  readonly summarySheets: boolean;
}

/** What holds where the workbook has no table Parameters, or no row for a parameter. */
export const DEFAULT_PARAMETERS: Parameters = {
  currency: 'USD',
  amountDecimals: 2,
  quantityDecimals: 6,
  defaultModel: 'FIFO',
  includePhysicalValue: false,
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
  uncoveredQuantity: 'Keep estimate',
  lifoIssueOrder: 'Newest first',
  specification: 'Total',
  inventoryAccount: 'Inventory',
  offsetAccount: 'Cost of goods sold',
  workInProcessAccount: 'Work in process',
  adjustmentAccount: 'Inventory adjustment',
  roundingAccount: 'Inventory rounding',
  varianceAccount: 'Inventory variance',
  traceLinks: 'Auto',
  summarySheets: true,
};
