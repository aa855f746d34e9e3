import { CLOSING_STATUSES, CLOSING_TYPES } from '../../book/book';
import { PRINCIPLES } from '../../book/models';
import { type Reason, REASONS } from '../../book/outcome';
import { MOVING_AVERAGE_KINDS } from '../../book/reports';
import type { Column, ResultTable, TieOut } from './spec';

const column = (
  name: string,
  kind: Column['kind'],
  width: number,
  note: string,
  choices?: readonly string[],
): Column => ({ name, kind, width, note, ...(choices ? { choices } : {}) });

const later = (...values: Parameters<typeof column>): Column => ({ ...column(...values), later: true });

const closing = column('Closing', 'id', 10, 'The run that wrote the row.');
const date = column('Date', 'date', 12, 'The date of the run.');
const item = column('Item', 'id', 14, 'The item number.');
const status = column(
  'Status',
  'choice',
  10,
  'Active rows are the present state. A reversal marks rows Reversed and adds counter rows with Reversal.',
  ['Active', 'Reversed', 'Reversal'],
);

/** "Table[Column]" or "−Table[Column]" to its parts. */
function term(text: string): { sign: 1 | -1; table: string; column: string } {
  const [, minus, table, column] = /^(−?)(\w+)\[(.+)\]$/.exec(text)!;
  return { sign: minus ? -1 : 1, table, column };
}

function sumFormula(terms: readonly string[]): string {
  return terms
    .map((text, i) => `${text.startsWith('−') ? '-' : i > 0 ? '+' : ''}SUM(${text.replace('−', '')})`)
    .join('');
}

/** A sum that must be zero. */
const check = (label: string, ...terms: string[]): TieOut => ({
  label,
  formula: `ROUND(${sumFormula(terms)},6)`,
  kind: 'check',
  source: { sums: terms.map(term) },
});
const sum = (label: string, of: string, kind: TieOut['kind'] = 'amount'): TieOut => ({
  label,
  formula: sumFormula([of]),
  kind,
  source: { sums: [term(of)] },
});
const count = (label: string, table: string, where: Record<string, string>): TieOut => ({
  label,
  formula: `COUNTIFS(${Object.entries(where)
    .map(([column, text]) => `${table}[${column}],"${text}"`)
    .join(',')})`,
  kind: 'count',
  source: { count: { table, where } },
});

export const CLOSINGS: ResultTable = {
  name: 'Closings',
  sheet: 'Closings',
  about: 'Every run, oldest first. Value before + Adjustment = Value after.',
  dimensions: false,
  columns: [
    column('Closing', 'id', 10, 'The number of the run.'),
    column('Type', 'choice', 16, 'What was run.', CLOSING_TYPES),
    column('Date', 'date', 12, 'Everything up to this date took part.'),
    column('Status', 'choice', 11, 'Completed runs that are not reversed are in force.', CLOSING_STATUSES),
    column('Reverses', 'id', 10, 'The run that a reversal takes back.'),
    column('Started', 'moment', 17, 'When the run began (UTC).'),
    column('Finished', 'moment', 17, 'When the run ended (UTC).'),
    column('Specification', 'text', 13, 'How the voucher is summed.'),
    column('Maximum throughputs', 'count', 12, 'Bound on passes for costs that go in a circle.'),
    column('Minimum throughput adjustment', 'amount', 14, 'Smaller amounts are expensed, not passed on.'),
    column('Transactions', 'count', 13, 'Rows that took part.'),
    column('Settlements', 'count', 12, 'Rows written to Settlements.'),
    column('Adjustments', 'count', 13, 'Rows written to Adjustments.'),
    column('Value before', 'amount', 16, 'Inventory value at the date, before the run.'),
    column('Adjustment', 'amount', 14, 'Sum of the adjustments of the run.'),
    column('Value after', 'amount', 16, 'Inventory value at the date, after the run.'),
    column('Log entries', 'count', 11, 'Rows written to CloseLog.'),
    column('Input fingerprint', 'text', 20, 'SHA-256 over what the run computed from and the closing before it.'),
    column('Result fingerprint', 'text', 20, 'SHA-256 over the rows that the run wrote and the closing before it.'),
    column('Version', 'text', 9, 'Version of the program.'),
    column('Note', 'text', 30, 'Your own note.'),
    later('Items', 'text', 16, 'The items that a recalculation was asked for; blank for all.'),
    later('Item groups', 'text', 16, 'The item groups that a recalculation was asked for; blank for all.'),
    later('Progress', 'text', 24, 'How far a paused run is.'),
  ],
  links: [{ column: 'Reverses', target: 'closing' }],
  tieOuts: [
    sum('Adjustment of all runs', 'Closings[Adjustment]'),
    check(
      'Value before + Adjustment − Value after',
      'Closings[Value before]',
      'Closings[Adjustment]',
      '−Closings[Value after]',
    ),
    check('Adjustment − sum of Adjustments', 'Closings[Adjustment]', '−Adjustments[Adjustment]'),
  ],
};

export const SETTLEMENTS: ResultTable = {
  name: 'Settlements',
  sheet: 'Settlements',
  about:
    'Which issue took which quantity and cost from which receipt. A positive adjustment makes the issue cheaper and the stock worth more.',
  dimensions: true,
  columns: [
    column('Settlement', 'id', 13, 'The number of the row.'),
    closing,
    date,
    item,
    column('Issue', 'id', 14, 'The issue: a transaction, or the issue leg of a closing transfer.'),
    column('Receipt', 'id', 14, 'The receipt: a transaction, or the receipt leg of a closing transfer.'),
    column('Quantity', 'quantity', 12, 'Positive; 0 for late cost; negative in counter rows.'),
    column('Amount', 'amount', 14, 'Cost taken from the receipt.'),
    column('Adjustment', 'amount', 14, 'Effect on the signed amount of the issue.'),
    column('Principle', 'choice', 20, 'The rule that paired the two.', PRINCIPLES),
    status,
  ],
  links: [
    { column: 'Issue', target: 'transaction' },
    { column: 'Receipt', target: 'transaction' },
    { column: 'Closing', target: 'closing' },
  ],
  tieOuts: [
    sum('Quantity settled', 'Settlements[Quantity]', 'quantity'),
    sum('Amount settled', 'Settlements[Amount]'),
    sum('Adjustment of the issues', 'Settlements[Adjustment]'),
  ],
};

export const ADJUSTMENTS: ResultTable = {
  name: 'Adjustments',
  sheet: 'Adjustments',
  about:
    'What each transaction was adjusted by, and why. Amounts are signed: their sum is the change of inventory value.',
  dimensions: true,
  columns: [
    column('Adjustment no.', 'id', 13, 'The number of the row.'),
    closing,
    date,
    column('Transaction', 'id', 14, 'The transaction whose cost changed.'),
    item,
    column('Cost before', 'amount', 14, 'Signed cost of the transaction before this row.'),
    column('Adjustment', 'amount', 14, 'Change of the signed cost.'),
    column('Cost after', 'amount', 14, 'Signed cost of the transaction after this row.'),
    column('Expensed', 'amount', 12, 'Amount that counts as passed on but was expensed.'),
    column('Reason', 'choice', 18, 'Why.', REASONS),
    column('Source', 'id', 14, 'The receipt, issue or production order that caused it.'),
    column('Inventory account', 'text', 26, 'Debited by a positive adjustment.'),
    column('Offset account', 'text', 30, 'Credited by a positive adjustment.'),
    column('Voucher', 'id', 12, 'The voucher in the ledger.'),
    status,
  ],
  links: [
    { column: 'Transaction', target: 'transaction' },
    { column: 'Source', target: 'transaction' },
    { column: 'Voucher', target: 'voucher' },
    { column: 'Closing', target: 'closing' },
  ],
  tieOuts: [
    sum('Change of inventory value', 'Adjustments[Adjustment]'),
    check(
      'Cost before + Adjustment − Cost after',
      'Adjustments[Cost before]',
      'Adjustments[Adjustment]',
      '−Adjustments[Cost after]',
    ),
    check('Adjustment − sum of Closings', 'Adjustments[Adjustment]', '−Closings[Adjustment]'),
  ],
};

export const CLOSE_LOG: ResultTable = {
  name: 'CloseLog',
  sheet: 'Close log',
  about: 'What the runs noticed: what could not be settled and why, and what to do about it.',
  dimensions: true,
  columns: [
    column('Entry', 'id', 13, 'The number of the row.'),
    closing,
    column('Severity', 'choice', 10, 'Info, Warning or Error.', ['Info', 'Warning', 'Error']),
    column('Code', 'text', 20, 'What kind of entry it is.'),
    item,
    column('Transaction', 'id', 14, 'The transaction that the entry is about.'),
    column('Quantity', 'quantity', 12, 'The quantity that the entry is about, signed like the transaction.'),
    column('Amount', 'amount', 14, 'The amount that the entry is about.'),
    column('Message', 'text', 70, 'What happened.'),
    column('Remedy', 'text', 60, 'What to do.'),
    status,
  ],
  links: [
    { column: 'Transaction', target: 'transaction' },
    { column: 'Closing', target: 'closing' },
  ],
  tieOuts: [
    count('Warnings in force', 'CloseLog', { Severity: 'Warning', Status: 'Active' }),
    count('Entries in force', 'CloseLog', { Status: 'Active' }),
  ],
};

export const LEDGER: ResultTable = {
  name: 'Ledger',
  sheet: 'Ledger',
  about: 'The vouchers to be posted: one balanced voucher a run, on the accounts of the original transactions.',
  dimensions: false,
  columns: [
    column('Line', 'id', 13, 'The number of the row.'),
    column('Voucher', 'id', 12, 'The voucher.'),
    closing,
    date,
    column('Account', 'text', 34, 'The ledger account.'),
    column('Item group', 'id', 14, 'Where the ledger specification asks for it.'),
    item,
    column('Debit', 'amount', 14, 'Debit amount.'),
    column('Credit', 'amount', 14, 'Credit amount.'),
    column('Text', 'text', 40, 'What the line is.'),
    status,
  ],
  links: [{ column: 'Closing', target: 'closing' }],
  tieOuts: [
    sum('Debit', 'Ledger[Debit]'),
    sum('Credit', 'Ledger[Credit]'),
    check('Debit − Credit', 'Ledger[Debit]', '−Ledger[Credit]'),
  ],
};

export const CLOSING_TRANSFERS: ResultTable = {
  name: 'ClosingTransfers',
  sheet: 'Closing transfers',
  about:
    'Weighted average: the receipts of a period are gathered into one, which the issues are settled with. The two legs are value neutral.',
  dimensions: true,
  columns: [
    column('Transaction', 'id', 18, 'The id of the leg, unique among the transactions too.'),
    item,
    column('Quantity', 'quantity', 12, 'Negative on the issue leg, positive on the receipt leg.'),
    column('Financial date', 'date', 13, 'The date of the transfer.'),
    column('Physical date', 'date', 13, 'The same date.'),
    column('Financial cost', 'amount', 14, 'The value of all that was gathered.'),
    column('Physical cost', 'amount', 14, 'The same value.'),
    column('Type', 'text', 12, 'Transfer.'),
    column('Reference', 'text', 14, 'The run.'),
    column('Marked to', 'id', 10, 'Always blank.'),
    column('Cost source', 'id', 18, 'On the receipt leg: the issue leg.'),
    column('Sequence', 'number', 10, 'Legs stand after the rows of their date, in this order.'),
    column('Inventory account', 'text', 18, 'Blank: legs have no ledger lines.'),
    column('Offset account', 'text', 18, 'Blank: legs have no ledger lines.'),
    closing,
    status,
  ],
  links: [{ column: 'Closing', target: 'closing' }],
  tieOuts: [
    sum('Value of both legs (zero)', 'ClosingTransfers[Financial cost]'),
    sum('Quantity of both legs (zero)', 'ClosingTransfers[Quantity]', 'quantity'),
  ],
};

export const LOCKED_ROWS: ResultTable = {
  name: 'LockedRows',
  sheet: 'Locked rows',
  about: 'What was locked by the closes, as it was then. Commands find rows that were added, changed or deleted since.',
  dimensions: false,
  columns: [
    column('Lock', 'id', 13, 'The number of the row.'),
    closing,
    column('Kind', 'choice', 12, 'What was locked.', ['Transaction', 'Item', 'Parameter']),
    column('Key', 'id', 16, 'Its id.'),
    column('Order', 'count', 10, 'Its place in the order inside a date.'),
    column('Content', 'text', 90, 'Every value that affects costing.'),
    status,
  ],
  links: [{ column: 'Closing', target: 'closing' }],
  tieOuts: [count('Rows in force', 'LockedRows', { Status: 'Active' })],
};

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
    column('Opening quantity', 'quantity', 13, 'On hand at the close before.'),
    column('Opening value', 'amount', 15, 'Its value.'),
    column('Receipt quantity', 'quantity', 13, 'Received since.'),
    column('Receipt value', 'amount', 15, 'Posted cost of the receipts, and what their invoices changed.'),
    column('Issue quantity', 'quantity', 13, 'Issued since.'),
    column('Issue value', 'amount', 15, 'Posted cost of the issues, and what their invoices changed.'),
    column('Adjustment', 'amount', 14, 'Adjustments since the close before, those of this run included.'),
    ...ADJUSTED_BY.map(({ name, note }) => ({ ...column(name, 'amount', 13, note), later: true as const })),
    column('Closing quantity', 'quantity', 13, 'On hand at this close.'),
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
};

export const OPEN_QUANTITIES: ResultTable = {
  name: 'OpenQuantities',
  sheet: 'Open quantities',
  about: 'Issues that the receipts invoiced by the date do not cover, and what could cover them. Run before a close.',
  dimensions: true,
  columns: [
    column('Line', 'id', 10, 'The number of the row.'),
    column('Closing', 'id', 10, 'Blank: a report is no run.'),
    date,
    item,
    column('Transaction', 'id', 14, 'The transaction.'),
    column('Kind', 'text', 12, 'Issue or Receipt.'),
    column('Updated', 'text', 12, 'Financial or Physical.'),
    column('Quantity', 'quantity', 12, 'Its quantity.'),
    column('Open quantity', 'quantity', 13, 'What would stay open.'),
    column('Cause', 'text', 60, 'Why.'),
    status,
  ],
  links: [{ column: 'Transaction', target: 'transaction' }],
  tieOuts: [sum('Open quantity', 'OpenQuantities[Open quantity]', 'quantity')],
};

export const COST_PRICE_CHECK: ResultTable = {
  name: 'CostPriceCheck',
  sheet: 'Cost price check',
  about: 'Receipts whose unit cost is far from what is expected. Run before a close.',
  dimensions: true,
  columns: [
    column('Line', 'id', 10, 'The number of the row.'),
    column('Closing', 'id', 10, 'Blank: a report is no run.'),
    date,
    item,
    column('Transaction', 'id', 14, 'The receipt.'),
    column('Quantity', 'quantity', 12, 'Its quantity.'),
    column('Cost', 'amount', 14, 'Its posted cost.'),
    column('Unit cost', 'unit cost', 13, 'Cost per unit.'),
    column('Base', 'unit cost', 13, 'What it is compared with.'),
    column('Base is', 'text', 18, 'Item cost price, or the median of the item’s receipts.'),
    column('Deviation', 'unit cost', 13, 'Unit cost − base.'),
    column('Deviation %', 'percent', 11, 'In percent of the base.'),
    status,
  ],
  links: [{ column: 'Transaction', target: 'transaction' }],
  tieOuts: [count('Receipts listed', 'CostPriceCheck', { Status: 'Active' })],
};

export const MOVING_AVERAGE: ResultTable = {
  name: 'MovingAverage',
  sheet: 'Moving average',
  about: 'Postings of moving average items at other costs than their average gave. Written only when it is asked for.',
  dimensions: true,
  columns: [
    column('Line', 'id', 10, 'The number of the row.'),
    column('Closing', 'id', 10, 'Blank: a report is no run.'),
    column('Date', 'date', 12, 'The date of the posting.'),
    item,
    column('Transaction', 'id', 14, 'The transaction.'),
    column('Kind', 'choice', 18, 'What made the difference.', MOVING_AVERAGE_KINDS),
    column('Backdated', 'yes/no', 11, 'Yes where a row with a later date was posted before it.'),
    column('Quantity', 'quantity', 12, 'Its quantity.'),
    column('On hand quantity', 'quantity', 13, 'On hand before the posting.'),
    column('On hand value', 'amount', 14, 'Its value.'),
    column('Average', 'unit cost', 13, 'The average at that moment.'),
    column('Posted cost', 'amount', 14, 'What was posted; of an invoice the difference to the slip.'),
    column('Cost at average', 'amount', 14, 'What the average gives.'),
    column('Difference', 'amount', 14, 'Posted cost − cost at average.'),
    column('On hand part', 'amount', 14, 'What of it belongs to stock.'),
    column('Expensed part', 'amount', 14, 'What of it is to be expensed.'),
    column('Cause', 'text', 60, 'Why.'),
    status,
  ],
  links: [{ column: 'Transaction', target: 'transaction' }],
  tieOuts: [
    sum('Difference', 'MovingAverage[Difference]'),
    sum('On hand part', 'MovingAverage[On hand part]'),
    sum('Expensed part', 'MovingAverage[Expensed part]'),
  ],
};

/** Tables whose rows are replaced each time: no run leaves anything in them. */
export const REPORTS: readonly ResultTable[] = [OPEN_QUANTITIES, COST_PRICE_CHECK, MOVING_AVERAGE];

/** The tables that runs write, in the order of their sheets. */
export const RESULT_TABLES: readonly ResultTable[] = [
  CLOSINGS,
  SETTLEMENTS,
  ADJUSTMENTS,
  LEDGER,
  CLOSE_LOG,
  INVENTORY_VALUE,
  CLOSING_TRANSFERS,
  LOCKED_ROWS,
  OPEN_QUANTITIES,
  COST_PRICE_CHECK,
];

/** What a paused run computes from. It is made by the first pause, and empty while no run is paused. */
export const RUN_INPUT: ResultTable = {
  name: 'RunInput',
  sheet: 'Run input',
  about:
    'What the paused run computes from, so that what is changed meanwhile can be told. Emptied when the run has ended.',
  dimensions: false,
  columns: [
    column('Line', 'id', 10, 'The number of the row.'),
    closing,
    column('Table', 'text', 18, 'The input table.'),
    column('Row', 'count', 8, 'The row among those of the table; 0 for its headers.'),
    column('Content', 'text', 90, 'The cells of the row that count.'),
    status,
  ],
  links: [],
  tieOuts: [],
};

/** All tables with results, those included that are made only when they are asked for. */
export const ALL_RESULT_TABLES: readonly ResultTable[] = [...RESULT_TABLES, MOVING_AVERAGE];
