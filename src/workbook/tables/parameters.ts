/** The settings of a workbook as data: what the table Parameters may hold. The template lists them in this order. */
import { INVENTORY_MODELS } from '../../book/models';
import {
  DEFAULT_PARAMETERS,
  LIFO_ISSUE_ORDERS,
  SPECIFICATIONS,
  TRACE_LINKS,
  UNCOVERED_POLICIES,
  type Parameters,
} from '../../book/parameters';

interface Common {
  readonly name: string;
  readonly field: keyof Parameters;
  /** The default as a person would type it. */
  readonly defaultText: string;
  readonly note: string;
  /** Whether it affects costs, or where a run itself posts them: such a parameter is kept in LockedRows. */
  readonly costs: boolean;
}

/** A parameter: what its value may be. Amounts are scaled by the parameter Amount decimals. */
export type ParameterSpec = Common &
  (
    | { readonly kind: 'text'; readonly longest: number }
    | { readonly kind: 'whole'; readonly least: number; readonly most: number }
    | { readonly kind: 'amount' }
    | { readonly kind: 'yes/no' }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
  );

const D = DEFAULT_PARAMETERS;
const ACCOUNT = { kind: 'text', longest: 255, costs: false } as const;

export const PARAMETER_SPECS: readonly ParameterSpec[] = [
  {
    name: 'Currency',
    field: 'currency',
    kind: 'text',
    longest: 10,
    costs: false,
    defaultText: D.currency,
    note: 'Shown in the titles of the results.',
  },
  {
    name: 'Amount decimals',
    field: 'amountDecimals',
    kind: 'whole',
    least: 0,
    most: 4,
    costs: true,
    defaultText: String(D.amountDecimals),
    note: 'Decimals of the smallest unit of money. Fixed by the first close.',
  },
  {
    name: 'Quantity decimals',
    field: 'quantityDecimals',
    kind: 'whole',
    least: 0,
    most: 8,
    costs: true,
    defaultText: String(D.quantityDecimals),
    note: 'Decimals that a quantity may have. Fixed by the first close.',
  },
  {
    name: 'Default inventory model',
    field: 'defaultModel',
    kind: 'choice',
    choices: INVENTORY_MODELS,
    costs: true,
    defaultText: D.defaultModel,
    note: 'For items without an item model group.',
  },
  {
    name: 'Include physical value',
    field: 'includePhysicalValue',
    kind: 'yes/no',
    costs: true,
    defaultText: 'No',
    note: 'For items without an item model group: whether rows without an invoice adjust others.',
  },
  {
    name: 'Maximum throughputs',
    field: 'maximumThroughputs',
    kind: 'whole',
    least: 1,
    most: 1_000_000,
    costs: true,
    defaultText: String(D.maximumThroughputs),
    note: 'Bound on passes for costs that go in a circle.',
  },
  {
    name: 'Minimum throughput adjustment',
    field: 'minimumThroughputAdjustment',
    kind: 'amount',
    costs: true,
    defaultText: '0.00',
    note: 'Smaller amounts are expensed instead of passed on. 0.00 passes everything on.',
  },
  {
    name: 'Uncovered quantity',
    field: 'uncoveredQuantity',
    kind: 'choice',
    choices: UNCOVERED_POLICIES,
    costs: true,
    defaultText: D.uncoveredQuantity,
    note: 'What the uncovered part of a partly covered issue costs.',
  },
  {
    name: 'LIFO issue order',
    field: 'lifoIssueOrder',
    kind: 'choice',
    choices: LIFO_ISSUE_ORDERS,
    costs: true,
    defaultText: D.lifoIssueOrder,
    note: 'Which issue the model LIFO pairs first.',
  },
  {
    name: 'Ledger specification',
    field: 'specification',
    kind: 'choice',
    choices: SPECIFICATIONS,
    costs: false,
    defaultText: D.specification,
    note: 'How finely the voucher is split.',
  },
  {
    name: 'Inventory account',
    field: 'inventoryAccount',
    ...ACCOUNT,
    defaultText: D.inventoryAccount,
    note: 'Where neither the transaction nor Posting names one.',
  },
  {
    name: 'Offset account',
    field: 'offsetAccount',
    ...ACCOUNT,
    defaultText: D.offsetAccount,
    note: 'Where neither the transaction nor Posting names one.',
  },
  {
    name: 'Work in process account',
    field: 'workInProcessAccount',
    ...ACCOUNT,
    defaultText: D.workInProcessAccount,
    note: 'The offset of Production and Production line, where nothing else is said.',
  },
  {
    name: 'Adjustment account',
    field: 'adjustmentAccount',
    ...ACCOUNT,
    defaultText: D.adjustmentAccount,
    note: 'The offset of adjustments by hand.',
  },
  {
    name: 'Rounding account',
    field: 'roundingAccount',
    ...ACCOUNT,
    costs: true,
    defaultText: D.roundingAccount,
    note: 'For amounts that are expensed because they are too small to pass on.',
  },
  {
    name: 'Variance account',
    field: 'varianceAccount',
    ...ACCOUNT,
    costs: true,
    defaultText: D.varianceAccount,
    note: 'For changes that reach items with standard cost or moving average.',
  },
  {
    name: 'Trace links',
    field: 'traceLinks',
    kind: 'choice',
    choices: TRACE_LINKS,
    costs: false,
    defaultText: D.traceLinks,
    note: 'Whether result tables have columns that jump to the rows they name. Auto: up to 50,000 rows.',
  },
  {
    name: 'Summary sheets',
    field: 'summarySheets',
    kind: 'yes/no',
    costs: false,
    defaultText: 'Yes',
    note: 'Whether each run gets a sheet of its own that sums it up, with charts.',
  },
];

/** The parameters that must stay as they were at the first close: earlier results are counted in their units. */
export const FIXED_PARAMETERS = ['Amount decimals', 'Quantity decimals'] as const;
