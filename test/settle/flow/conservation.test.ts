import fc from 'fast-check';
import type { Book } from '../../../src/book/book';
import type { Outcome } from '../../../src/book/outcome';
import { linksOf, isOrder, isReturn } from '../../../src/settle/flow/links';
import { worthOf } from '../../../src/settle/inventory-value';
import { settle } from '../../../src/settle/run';
import { afterRun } from '../../support/book';
import { bookOf, describeCase, randomCase, type RandomBookOptions, type RandomCase } from '../../support/random-book';
import { costOf } from '../../support/readable';

const KINDS: readonly (RandomBookOptions & { readonly books: string })[] = [
  { books: 'flows of cost', flows: true, maxItems: 3, maxRows: 18 },
  { books: 'circles', flows: true, models: ['FIFO', 'Weighted average'], maxItems: 1, span: 6 },
  { books: 'flows to items that keep their cost', flows: true, models: ['FIFO', 'Standard cost'], maxItems: 3 },
  { books: 'recalculations between closes', flows: true, maxItems: 3, recalculations: true },
];

interface Run {
  readonly book: Book;
  readonly outcome: Outcome;
  readonly after: Book;
}

/** Over three runs and more, with slips, rows that come late and circles. */
describe.each(KINDS)('nothing is lost and nothing is made: $books', (options) => {
  test('adjustments = change of inventory value = what all other accounts give', () => {
    eachRun(options, ({ book, outcome, after }) => {
      const { day } = outcome.request;
      const adjusted = sum(outcome.adjustments.amount);
      expect(sum(worthOf(after, day)) - sum(worthOf(book, day))).toBe(adjusted);
      const inventory = ['Inventory', '1310'];
      const debit = (isInventory: boolean) =>
        outcome.ledger
          .filter(({ account }) => inventory.includes(account) === isInventory)
          .reduce((net, line) => net + line.debit - line.credit, 0);
      expect(debit(true)).toBe(adjusted);
      expect(0 - debit(false)).toBe(adjusted);
    });
  });

  test('settled value + open value = cost, and what is settled in full has no open value', () => {
    eachRun(options, ({ outcome, after }) => {
      const { count, quantity, settledQuantity } = after.transactions;
      const settled = settledValues(after);
      for (let row = 0; row < count; row++) {
        expect(after.transactions.settledValue[row]).toBe(settled[row]);
        const open = costOf(after, row, outcome.request.day) - settled[row];
        if (settledQuantity[row] === quantity[row])
          expect([after.transactions.id[row], open]).toEqual([after.transactions.id[row], 0]);
      }
    });
  });

  test('what leaves issues arrives at the receipts that make up the whole of them, or is expensed', () => {
    let groups = 0;
    eachRun(options, ({ book, outcome, after }) => {
      if (outcome.request.type !== 'Close' || outcome.log.some(({ code }) => code === 'CIRCULAR_LIMIT')) return;
      const { day } = outcome.request;
      const links = linksOf(book);
      for (let group = 0; group < links.groups; group++) {
        const sources = part(links.sources, group);
        const members = part(links.members, group);
        if (links.complete[group] === 0 || !members.every((row) => isBy(after, row, day))) continue;
        if (!isOrder(links, group) && members.some((row) => isReturn(book, links, row))) continue;
        groups++;
        // Uncovered quantities count as got only in the run itself: they are provisional.
        const provisional = provisionalOf(after, sources);
        const got = members.reduce((all, row) => all + after.transactions.got[row], 0);
        const changed = sources.reduce((all, row) => all + after.transactions.adjusted[row], 0);
        expect(got).toBe(0 - changed - provisional || 0);
      }
    });
    expect(groups).toBeGreaterThan(50);
  });
});

/** By position: the sum of the settlements of all runs, signed like the row. */
function settledValues({ settlements, transactions }: Book): number[] {
  const values = new Array<number>(transactions.count).fill(0);
  for (let j = 0; j < settlements.count; j++) {
    values[settlements.issue[j]] -= settlements.amount[j];
    values[settlements.receipt[j]] += settlements.amount[j];
  }
  return values;
}

function provisionalOf({ provisional }: Book, rows: readonly number[]): number {
  let all = 0;
  for (let i = 0; i < provisional.count; i++)
    if (rows.includes(provisional.transaction[i])) all += provisional.amount[i];
  return all;
}

function part({ starts, entries }: { starts: Int32Array; entries: Int32Array }, group: number): number[] {
  return Array.from(entries.subarray(starts[group], starts[group + 1]));
}

function isBy({ transactions }: Book, row: number, day: number): boolean {
  return transactions.financialDay[row] !== 0 && transactions.financialDay[row] <= day;
}

function sum(figures: Float64Array): number {
  return figures.reduce((all, one) => all + one, 0);
}

function eachRun(options: RandomBookOptions, check: (run: Run) => void): void {
  fc.assert(
    fc.property(randomCase(options), (random) => {
      let book = bookOf(random);
      for (const request of random.requests) {
        const outcome = settle(book, request);
        const after = afterRun(book, outcome);
        check({ book, outcome, after });
        book = after;
      }
    }),
    { numRuns: 150, seed: 24, reporter: report },
  );
}

function report(run: fc.RunDetails<[RandomCase]>): void {
  if (!run.failed || !run.counterexample) return;
  throw new Error(`${describeCase(run.counterexample[0])}\n${String(run.errorInstance)}`);
}
