import type { Steps } from '../../book/steps';
import type { Audit } from './audit';
import type { CheckLine, CheckSection } from './check-line';
import { existingRows, settledQuantities } from './row-checks';
import { is, number, plus, type Live } from './live';

/** A check of the whole workbook: each walks whole columns, and only when it is asked for its figures. */
type Whole = Omit<CheckLine, 'run'>;

/** By this check it is seen for how many runs the sheet was written. */
export const RUNS_IN_SHEET = 'Runs in this sheet';

/** Tie-outs over all rows of the tables: reversed rows and those that counter them cancel out. */
export function* wholeWorkbook(audit: Audit): Steps<CheckSection> {
  const { live } = audit;
  const adjustments = (): Live => live.amount('Adjustments', 'Adjustment');
  const active = is('Status', 'Active');
  const lines: Whole[] = [
    {
      what: RUNS_IN_SHEET,
      kind: 'count',
      mark: '#',
      how: 'Rows of Closings, and the runs that this sheet was written for.',
      figures: () => ({ expected: live.filled('Closings', 'Closing'), found: number(audit.closings.length) }),
    },
    {
      what: 'Unfinished runs',
      kind: 'count',
      mark: '#',
      how: 'Runs with status Running or Paused: none.',
      figures: () => ({
        expected: number(0),
        found: plus(live.count('Closings', is('Status', 'Running')), live.count('Closings', is('Status', 'Paused'))),
      }),
    },
    {
      what: 'Value before + adjustment = value after',
      kind: 'amount',
      mark: 'Σ',
      how: 'The columns of Closings.',
      figures: () => ({
        expected: live.amount('Closings', 'Value after'),
        found: plus(live.amount('Closings', 'Value before'), live.amount('Closings', 'Adjustment')),
      }),
    },
    {
      what: 'Adjustments of all runs',
      kind: 'amount',
      mark: 'Σ',
      how: 'Adjustment in Closings, and in Adjustments.',
      figures: () => ({ expected: live.amount('Closings', 'Adjustment'), found: adjustments() }),
    },
    {
      what: 'Cost before + adjustment = cost after',
      kind: 'amount',
      mark: 'Σ',
      how: 'The columns of Adjustments.',
      figures: () => ({
        expected: live.amount('Adjustments', 'Cost after'),
        found: plus(live.amount('Adjustments', 'Cost before'), adjustments()),
      }),
    },
    {
      what: 'Adjustments in force',
      kind: 'amount',
      mark: 'Σ',
      how: 'All rows of Adjustments, and the active ones: what was reversed cancels out.',
      figures: () => ({ expected: adjustments(), found: live.amount('Adjustments', 'Adjustment', active) }),
    },
    {
      what: 'Settlements in force',
      kind: 'amount',
      mark: 'Σ',
      how: 'Amount in all rows of Settlements, and in the active ones.',
      figures: () => ({
        expected: live.amount('Settlements', 'Amount'),
        found: live.amount('Settlements', 'Amount', active),
      }),
    },
    {
      what: 'Vouchers balance',
      kind: 'amount',
      mark: '↔',
      how: 'Debit and Credit in Ledger.',
      figures: () => ({ expected: live.amount('Ledger', 'Debit'), found: live.amount('Ledger', 'Credit') }),
    },
    {
      what: 'Closing transfers: value of both legs',
      kind: 'amount',
      mark: 'Σ',
      how: 'Financial cost in ClosingTransfers: zero.',
      figures: () => ({ expected: number(0), found: live.amount('ClosingTransfers', 'Financial cost') }),
    },
    {
      what: 'Closing transfers: quantity of both legs',
      kind: 'quantity',
      mark: 'Σ',
      how: 'Quantity in ClosingTransfers: zero.',
      figures: () => ({ expected: number(0), found: live.quantity('ClosingTransfers', 'Quantity') }),
    },
    {
      what: 'Opening + receipts + issues + adjustment = closing',
      kind: 'amount',
      mark: 'Σ',
      how: 'The value columns of InventoryValue.',
      figures: () => ({
        expected: live.amount('InventoryValue', 'Closing value'),
        found: plus(...VALUES.map((column) => live.amount('InventoryValue', column))),
      }),
    },
    {
      what: 'Opening + receipts + issues = on hand',
      kind: 'quantity',
      mark: 'Σ',
      how: 'The quantity columns of InventoryValue.',
      figures: () => ({
        expected: live.quantity('InventoryValue', 'Closing quantity'),
        found: plus(...QUANTITIES.map((column) => live.quantity('InventoryValue', column))),
      }),
    },
  ];
  const sums = lines.map((line): CheckLine => ({ ...line, run: '' }));
  const settled = settledQuantities(audit);
  yield;
  return { title: 'The whole workbook', lines: [...sums, ...settled, ...existingRows(audit)] };
}

const VALUES = ['Opening value', 'Receipt value', 'Issue value', 'Adjustment'] as const;
const QUANTITIES = ['Opening quantity', 'Receipt quantity', 'Issue quantity'] as const;
