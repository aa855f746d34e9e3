import { CLOSING_STATUSES, CLOSING_TYPES } from '../../book/book';
import { PRINCIPLES } from '../../book/models';
import { REASONS } from '../../book/outcome';
import { check, closing, column, count, date, item, later, status, sum } from './result-parts';
import type { ResultTable } from './spec';

export const CLOSINGS: ResultTable = {
  name: 'Closings',
  sheet: 'Closings',
  about: 'Every run, oldest first. Value before + Adjustment = Value after.',
  dimensions: false,
  columns: [
    column('Closing', 'id', 10, 'The number of the run.'),
    column('Type', 'choice', 22, 'What was run.', CLOSING_TYPES),
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
    later('Run by', 'text', 20, 'Who ran it, where a name was given.'),
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
    column('Offset account', 'text', 34, 'Credited by a positive adjustment.'),
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
    column('Line', 'id', 15, 'The number of the row.'),
    column('Voucher', 'id', 14, 'The voucher.'),
    closing,
    date,
    column('Account', 'text', 34, 'The ledger account.'),
    column('Item group', 'id', 14, 'Where the ledger specification asks for it.'),
    item,
    column('Debit', 'amount', 14, 'Debit amount.'),
    column('Credit', 'amount', 14, 'Credit amount.'),
    column('Text', 'text', 46, 'What the line is.'),
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
