import { LEG } from '../../book/book';
import { compareRows } from '../../settle/order';
import { type Grouping, groupBy } from '../../settle/flow/grouping';
import { Workspace } from '../../settle/workspace';
import type { Evidence, PairedWith } from './evidence';
import type { Names } from './names';
import { PREVIEW } from './pair-rows';
import type { Phrases } from './phrases';

/** Says why a rule chose the receipt of a pair: what it looks for, and what became of the one that came before it. */
export class Choices {
  private byKey: Grouping | undefined;
  private readonly queues = new Map<string, readonly number[]>();

  constructor(
    private readonly evidence: Evidence,
    private readonly names: Names,
    private readonly phrases: Phrases,
  ) {}

  why(pair: PairedWith): string {
    const { why } = this.phrases;
    const fromPool = this.evidence.legOf(pair.receipt) === LEG.receipt;
    const later = this.names.day(pair.receipt) > this.names.day(pair.issue);
    switch (pair.principle) {
      case 'Marking':
        return why.marked;
      case 'Transfer':
        return why.transfer;
      case 'Weighted average':
        return fromPool ? why.average : why.onlyOpen;
      case 'Weighted average date':
        return fromPool ? why.averageOfDay(this.names.dayText(pair.receipt)) : why.onlyOpen;
      case 'FIFO':
        return this.inTurn(pair, -1) + (later ? why.later : '');
      case 'LIFO':
        return this.inTurn(pair, 1);
      case 'LIFO date':
        return later ? why.nearestAfter : this.inTurn(pair, 1);
    }
  }

  /** The end of the queue that the rule begins at, and who used up the receipt that stood before this one. */
  private inTurn(pair: PairedWith, step: 1 | -1): string {
    const { why } = this.phrases;
    const rule = { FIFO: why.oldest, LIFO: why.newest, 'LIFO date': why.newestBefore }[pair.principle as string];
    const receipts = this.receiptsOfKey(pair);
    const before = receipts[receipts.indexOf(pair.receipt) + step];
    if (before === undefined) return step === -1 ? why.first : (rule ?? '');
    const users = this.evidence.pairsOfReceipt(before).filter(({ run, quantity }) => run <= pair.run && quantity > 0);
    const used = users.reduce((sum, { quantity }) => sum + quantity, 0);
    // Kept back for its mark, or cut: nothing is said of it where it was not used up.
    if (used < this.evidence.quantityOf(before)) return rule ?? '';
    const last = users[users.length - 1];
    const told =
      last.issue === pair.issue
        ? why.usedUpByItself(this.names.id(before))
        : why.usedUp(this.names.id(before), this.names.id(last.issue));
    return `${rule}${told}`;
  }

  /** The receipts of the pair's cost key that its run could choose from, oldest first (A3). */
  private receiptsOfKey({ receipt, issue, run, principle }: PairedWith): readonly number[] {
    const { book } = this.evidence;
    const { key, quantity, financialDay, physicalDay } = book.transactions;
    this.byKey ??= groupBy(book.keys.length, key, new Workspace());
    const { starts, entries } = this.byKey;
    const of = this.names.keyOf(receipt);
    const until = run === PREVIEW ? (this.evidence.day ?? Infinity) : book.closings[run].day;
    const limit = principle === 'LIFO date' ? Math.min(until, this.names.day(issue)) : until;
    const day = (row: number) =>
      (financialDay[row] > 0 && financialDay[row] <= until ? financialDay : physicalDay)[row];
    const name = `${of} ${until} ${limit}`;
    const known = this.queues.get(name);
    if (known) return known;
    const rows = [...entries.subarray(starts[of], starts[of + 1])]
      .filter((row) => quantity[row] > 0 && day(row) > 0 && day(row) <= limit && this.evidence.hasPairs(row))
      .sort((a, b) => compareRows(a, b, day, book.transactions));
    this.queues.set(name, rows);
    return rows;
  }
}
