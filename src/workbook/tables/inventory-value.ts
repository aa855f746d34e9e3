import type { Reason } from '../../book/outcome';
import { check, closing, column, date, item, status } from './result-parts';
import type { ResultTable } from './spec';

/** Parts of the adjustment of a cost key, by the reasons that adjust; the last is what no reason of the run explains. */
export const ADJUSTED_BY: readonly {
  readonly name: string;
  readonly reasons: readonly Reason[];
  readonly note: string;
}[] = [
  {
    name: 'By settlement',
    reasons: ['Settlement', 'Late cost'],
    note: 'Of the adjustment: issues paired with receipts, and late cost of issues that were settled before.',
  },
  {
    name: 'By cost flow',
    reasons: ['Transfer', 'Return', 'Production'],
    note: 'Of the adjustment: cost that transfers, returns and production brought.',
  },
  {
    name: 'Provisional',
    reasons: ['Physical value', 'Uncovered quantity'],
    note: 'Of the adjustment: estimates that the next run replaces.',
  },
  {
    name: 'Other',
    reasons: [],
    note: 'Of the adjustment: by hand, and by other runs since the close before.',
  },
];

/** What its rows are compared with, as the labels above the table say it. */
export const TIES = {
  quantity: 'Closing quantity = Transactions by then',
  value: 'Closing value = Transactions and Adjustments',
  ledger: 'Adjustment = vouchers since the close before',
  balances: 'Closing value = LedgerBalances of the date',
} as const;

export const INVENTORY_VALUE: ResultTable = {
  name: 'InventoryValue',
  sheet: 'Inventory value',
  about: 'From the value at the close before to the value at this one, for each item and cost key.',
  dimensions: true,
  columns: [
    column('Line', 'id', 13, 'The number of the row.'),
    closing,
    date,
    item,
    column('Opening quantity', 'quantity', 15, 'On hand at the close before.'),
    column('Opening value', 'amount', 15, 'Its value.'),
    column('Receipt quantity', 'quantity', 15, 'Received since.'),
    column('Receipt value', 'amount', 15, 'Posted cost of the receipts, and what their invoices changed.'),
    column('Issue quantity', 'quantity', 15, 'Issued since.'),
    column('Issue value', 'amount', 15, 'Posted cost of the issues, and what their invoices changed.'),
    column('Adjustment', 'amount', 14, 'Adjustments since the close before, those of this run included.'),
    ...ADJUSTED_BY.map(({ name, note }) => ({ ...column(name, 'amount', 13, note), later: true as const })),
    column('Closing quantity', 'quantity', 15, 'On hand at this close.'),
    column('Closing value', 'amount', 15, 'Its value.'),
    column('Unit cost', 'unit cost', 13, 'Closing value per unit.'),
    column('Check', 'amount', 10, 'Opening + receipts + issues + adjustment − closing: zero.'),
    status,
  ],
  links: [{ column: 'Closing', target: 'closing' }],
  tieOuts: [
    check(
      'Opening + receipts + issues + adjustment − closing',
      'InventoryValue[Opening value]',
      'InventoryValue[Receipt value]',
      'InventoryValue[Issue value]',
      'InventoryValue[Adjustment]',
      '−InventoryValue[Closing value]',
    ),
    check(
      'Adjustment − its parts',
      'InventoryValue[Adjustment]',
      ...ADJUSTED_BY.map(({ name }) => `−InventoryValue[${name}]`),
    ),
    check(
      'Closing quantity − opening, receipts, issues',
      'InventoryValue[Closing quantity]',
      '−InventoryValue[Opening quantity]',
      '−InventoryValue[Receipt quantity]',
      '−InventoryValue[Issue quantity]',
    ),
  ],
  agreements: Object.values(TIES),
};
