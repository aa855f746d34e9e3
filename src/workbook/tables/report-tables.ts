import { MOVING_AVERAGE_KINDS } from '../../book/reports';
import { column, count, date, item, status, sum } from './result-parts';
import type { ResultTable } from './spec';

/** What the rows of every report begin with. */
const lineOfReport = [
  column('Line', 'id', 10, 'The number of the row.'),
  column('Closing', 'id', 10, 'Blank: a report is no run.'),
];

export const OPEN_QUANTITIES: ResultTable = {
  name: 'OpenQuantities',
  sheet: 'Open quantities',
  about: 'Issues that the receipts invoiced by the date do not cover, and what could cover them. Run before a close.',
  dimensions: true,
  columns: [
    ...lineOfReport,
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
    ...lineOfReport,
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
    ...lineOfReport,
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
