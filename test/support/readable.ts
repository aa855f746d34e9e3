import { LEG, type Book } from '../../src/book/book';
import { isoDay } from '../../src/book/days';
import { plain, short } from '../../src/book/decimals';
import { PRINCIPLES } from '../../src/book/models';
import { REASONS, accountsOf, type LedgerLine } from '../../src/book/outcome';
import { keyName, legName, takenBack, type RunColumns } from './after-run';

/** A run as lines of text by id, so that two runs can be compared and a difference be read. */
export interface Readable {
  /** By cost key, in the order of pairing. */
  readonly slices: readonly string[];
  /** Settlements without quantity (A12). */
  readonly late: readonly string[];
  readonly transfers: readonly string[];
  readonly adjustments: readonly string[];
  readonly ledger: readonly string[];
  /** Open quantity, open value and cost of each transaction after the run. */
  readonly open: readonly string[];
}

/** The readable form of a run; `after` is the book that it leaves behind. */
export function readable(book: Book, run: RunColumns, ledger: readonly LedgerLine[], after: Book): Readable {
  const { slices, late, transfers, adjustments } = run;
  const { parameters } = book;
  const amount = (units: number): string => plain(units, parameters.amountDecimals);
  const quantity = (units: number): string => short(units, parameters.quantityDecimals);
  const name = (position: number): string => nameOf(book, run, position);
  const bySlice = range(slices.count).map((at) => ({
    key: keyName(
      book,
      book.transactions.key[slices.receipt[at]] ?? transfers.key[(slices.receipt[at] - book.transactions.count) >> 1],
    ),
    text: [
      `${name(slices.issue[at])} takes ${quantity(slices.quantity[at])} of ${name(slices.receipt[at])}`,
      `for ${amount(slices.amount[at])} instead of ${amount(slices.ownShare[at])}`,
      `by ${PRINCIPLES[slices.principle[at]]}, ${slices.settles[at] === 1 ? 'settled' : 'adjusted only'}`,
    ].join(' '),
  }));
  return {
    slices: bySlice.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1)).map((slice) => slice.text),
    late: range(late.count)
      .map((at) => {
        const principle = PRINCIPLES[late.principle[at]];
        return `${name(late.issue[at])} takes ${amount(late.amount[at])} of ${name(late.receipt[at])} by ${principle}`;
      })
      .sort(),
    transfers: range(transfers.count)
      .map((at) => {
        const where = keyName(book, transfers.key[at]);
        return `${where} on ${isoDay(transfers.day[at])}: ${quantity(transfers.quantity[at])} for ${amount(transfers.value[at])}`;
      })
      .sort(),
    adjustments: range(adjustments.count)
      .map((at) => {
        const accounts = accountsOf(book, adjustments, at);
        return [
          `${name(adjustments.transaction[at])} ${amount(adjustments.amount[at])} ${REASONS[adjustments.reason[at]]}`,
          `from ${name(adjustments.source[at])}, expensed ${amount(adjustments.expensed[at])}`,
          `${book.accounts[accounts.inventory] ?? ''} / ${book.accounts[accounts.offset] ?? ''}`,
          takenBack(adjustments, at) >= 0 ? 'taken back' : 'new',
        ].join(', ');
      })
      .sort(),
    ledger: ledger
      .map((line) => `${line.account}|${line.itemGroup}|${line.item}: ${amount(line.debit)} / ${amount(line.credit)}`)
      .sort(),
    open: openOf(after, run.request.day),
  };
}

/** Open quantity, open value and cost of the first transactions of a book at a date, from the columns (A1). */
export function openOf(book: Book, day: number, count = book.transactions.count): string[] {
  const { id, quantity, settledQuantity, settledValue } = book.transactions;
  return range(count)
    .map((row) => {
      const cost = costOf(book, row, day);
      const open = short(quantity[row] - settledQuantity[row], book.parameters.quantityDecimals);
      return `${id[row]}: ${open} for ${cost - settledValue[row]} of ${cost}`;
    })
    .sort();
}

/** Signed cost of a transaction at a date, provisional adjustments not counted (A1), scaled. */
export function costOf({ transactions }: Book, row: number, day: number): number {
  const { financialDay, financialCost, physicalCost, adjusted } = transactions;
  const isFinancial = financialDay[row] !== 0 && financialDay[row] <= day;
  return (isFinancial ? financialCost[row] : physicalCost[row]) + adjusted[row];
}

/** The id of a transaction; a leg of this run by cost key, day and side, for its number may differ. */
function nameOf(book: Book, { transfers }: RunColumns, position: number): string {
  const { count, id, leg } = book.transactions;
  if (position < 0) return 'nothing';
  if (position < count) return leg[position] === LEG.none ? id[position] : `leg ${id[position]}`;
  const transfer = (position - count) >> 1;
  const side = (position - count) % 2 === 0 ? 'issue' : 'receipt';
  return `new ${legName(book, transfers.key[transfer], transfers.day[transfer], side)}`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
