import fc from 'fast-check';
import { LEG, type Book } from '../../../src/book/book';
import { settles } from '../../../src/book/models';
import type { Results, RunRequest } from '../../../src/book/outcome';
import { openPartOf } from '../../../src/settle/aside/open-part';
import { byHand, type ByHandRequest, type ByHandRow } from '../../../src/settle/by-hand/by-hand';
import { type Fill, fillOf } from '../../../src/settle/by-hand/fill';
import { type OpenPart, openParts } from '../../../src/settle/by-hand/open-parts';
import { worthOf } from '../../../src/settle/inventory-value';
import { settle } from '../../../src/settle/run';
import { asColumns } from '../../oracle/columns';
import { runOracle } from '../../oracle/run';
import { afterRun } from '../../support/book';
import { bookOf, describeCase, randomCase, type RandomBookOptions, type RandomCase } from '../../support/random-book';
import { costOf, readable } from '../../support/readable';

/** Random books that are closed, adjusted by hand in both ways, and closed again. */
interface Life {
  readonly random: RandomCase;
  /** After each close: how stock is filled, and which receipts get which change. */
  readonly fills: readonly Fill[];
  readonly changes: readonly { readonly receipt: number; readonly amount: number }[];
}

const fill: fc.Arbitrary<Fill> = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }).map((units): Fill => ({ method: 'Unit cost', unitCost: units / 1000 })),
  fc.integer({ min: 0, max: 100_000 }).map((value): Fill => ({ method: 'Total value', value })),
  fc.integer({ min: -100, max: 300 }).map((percent): Fill => ({ method: 'Percent', percent })),
  fc.integer({ min: 1, max: 9_999 }).map((amount): Fill => ({ method: 'Amount', amount })),
);
const change = fc.record({ receipt: fc.nat(30), amount: fc.integer({ min: 1, max: 5_000 }) });

function lives(options: RandomBookOptions): fc.Arbitrary<Life> {
  return fc.record({
    random: randomCase(options),
    fills: fc.array(fill, { minLength: 3, maxLength: 3 }),
    changes: fc.array(change, { minLength: 2, maxLength: 6 }),
  });
}

const KINDS: readonly (RandomBookOptions & { readonly books: string })[] = [
  { books: 'FIFO and LIFO', models: ['FIFO', 'LIFO', 'LIFO date'] },
  { books: 'averages', models: ['Weighted average', 'Weighted average date'] },
  { books: 'flows of cost', flows: true, models: ['FIFO', 'Weighted average', 'Standard cost'], maxRows: 16 },
  { books: 'many circles', flows: true, models: ['FIFO'], maxItems: 1, span: 6 },
];

test.each(KINDS)('$books: closes after adjustments by hand come out as the oracle says', ({ books: _, ...options }) => {
  eachLife(options, 200, ({ book, outcome, after, request }) => {
    const oracle = runOracle(book, request);
    const columns = asColumns(oracle);
    expect(readable(book, outcome, outcome.ledger, after)).toEqual(
      readable(book, columns, oracle.ledger, afterRun(book, columns)),
    );
  });
});

test.each(KINDS)('$books: a close after them needs only what is open and new', ({ books: _, ...options }) => {
  eachLife(options, 100, ({ book, outcome, after, request }) => {
    const part = openPartOf(book);
    const found = part.inWhole(settle(part.book, request));
    expect(readable(book, found, found.ledger, afterRun(book, found))).toEqual(
      readable(book, outcome, outcome.ledger, after),
    );
  });
});

test('after each close no value is left on what has no open quantity, whatever was adjusted before', () => {
  eachLife({ flows: true, maxItems: 3 }, 200, ({ after, request }) => {
    const { count, quantity, settledQuantity, settledValue, changedByHand } = after.transactions;
    for (let row = 0; row < count; row++) {
      expect(changedByHand[row]).toBe(0);
      if (quantity[row] === settledQuantity[row]) expect(costOf(after, row, request.day)).toBe(settledValue[row]);
    }
  });
});

test('each adjustment by hand is what its voucher says, and the change of inventory value', () => {
  eachLife(
    { maxItems: 3 },
    200,
    () => undefined,
    (book, outcome, after) => {
      const sum = outcome.adjustments.amount.reduce((total, amount) => total + amount, 0);
      const net = (isOffset: boolean): number =>
        outcome.ledger
          .filter(({ account }) => (account === 'Inventory adjustment') === isOffset)
          .reduce((total, { debit, credit }) => total + debit - credit, 0);
      expect([net(false), net(true) + sum]).toEqual([sum, 0]);
      expect(outcome.valueAfter - outcome.valueBefore).toBe(sum);
      const worth = (of: Book) => worthOf(of, outcome.request.day).reduce((total, value) => total + value, 0);
      expect(worth(after) - worth(book)).toBe(sum);
      for (const row of outcome.inventoryValue) expect(row.openingValue + row.adjustment).toBe(row.closingValue);
    },
  );
});

test('stock is filled to what was asked for, to the minor unit', () => {
  eachLife(
    { maxItems: 3, models: ['FIFO', 'LIFO', 'Weighted average'] },
    200,
    () => undefined,
    undefined,
    (book, parts, asked) => {
      if (parts.length === 0) return;
      const amounts = fillOf(book, parts, asked);
      const before = parts.reduce((sum, { value }) => sum + value, 0);
      const change = amounts.reduce((sum, amount) => sum + amount, 0);
      if (asked.method === 'Amount') expect(change).toBe(asked.amount);
      if (asked.method === 'Total value') expect(before + change).toBe(asked.value);
      for (const key of new Set(parts.map(({ transaction }) => book.transactions.key[transaction]))) {
        const ofKey = parts.flatMap((part, at) =>
          book.transactions.key[part.transaction] === key ? [{ ...part, amount: amounts[at] }] : [],
        );
        const total = (figure: (part: (typeof ofKey)[number]) => number) =>
          ofKey.reduce((sum, part) => sum + figure(part), 0);
        const value = total((part) => part.value);
        // Six decimals of a piece, two of an amount: exact within doubles of this size, and half of a cent away from a tie.
        const wanted =
          asked.method === 'Unit cost'
            ? (asked.unitCost * total((part) => part.quantity)) / 1e4
            : asked.method === 'Percent'
              ? (value * (100 + asked.percent)) / 100
              : undefined;
        if (wanted !== undefined)
          expect(Math.abs(value + total((part) => part.amount) - wanted)).toBeLessThanOrEqual(0.5001);
      }
    },
  );
});

interface Close {
  readonly book: Book;
  readonly outcome: ReturnType<typeof settle>;
  readonly after: Book;
  readonly request: RunRequest;
}

function eachLife(
  options: RandomBookOptions,
  runs: number,
  onClose: (close: Close) => void,
  onAdjustment: (book: Book, outcome: Results, after: Book) => void = () => undefined,
  onFill: (book: Book, parts: readonly OpenPart[], asked: Fill) => void = () => undefined,
): void {
  fc.assert(
    fc.property(lives(options), ({ random, fills, changes }) => {
      let book = bookOf(random);
      random.requests.forEach((request, run) => {
        const outcome = settle(book, request);
        const after = afterRun(book, outcome);
        onClose({ book, outcome, after, request });
        book = after;
        const parts = openParts(book, request.day);
        onFill(book, parts, fills[run]);
        const next = random.requests[run + 1];
        if (!next) return;
        for (const asked of [stock(book, request, parts, fills[run]), receipts(book, next, changes)]) {
          if (asked.rows.length === 0) continue;
          const made = byHand(book, asked);
          const adjusted = afterRun(book, made);
          onAdjustment(book, made, adjusted);
          book = adjusted;
        }
      });
    }),
    {
      numRuns: runs,
      seed: 20260131,
      reporter: (details) => {
        if (!details.failed) return;
        const [life] = details.counterexample as [Life];
        const { fills, changes } = life;
        throw new Error(
          `${describeCase(life.random)}\n${JSON.stringify({ fills, changes })}\n${String(details.errorInstance)}`,
        );
      },
    },
  );
}

function stock(book: Book, request: RunRequest, parts: readonly OpenPart[], asked: Fill): ByHandRequest {
  const amounts = fillOf(book, parts, asked);
  const rows = parts.map(({ transaction }, at) => ({ transaction, amount: amounts[at] }));
  return { ...common(book, rows), request: { ...request, type: 'On-hand adjustment' }, reason: 'On-hand' };
}

/** Receipts that the next close finds invoiced: of those of items that are settled, the ones that are named. */
function receipts(book: Book, next: RunRequest, changes: Life['changes']): ByHandRequest {
  const { count, quantity, financialDay, item, leg } = book.transactions;
  const fit = Array.from({ length: count }, (_, row) => row).filter(
    (row) =>
      quantity[row] > 0 &&
      leg[row] === LEG.none &&
      settles(book.items[item[row]].model) &&
      financialDay[row] !== 0 &&
      financialDay[row] <= next.day,
  );
  const rows =
    fit.length === 0 ? [] : changes.map(({ receipt, amount }) => ({ transaction: fit[receipt % fit.length], amount }));
  return { ...common(book, rows), request: { ...next, type: 'Transaction adjustment' }, reason: 'Transaction' };
}

const common = (book: Book, rows: readonly ByHandRow[]) => ({
  rows: rows.filter(({ amount }) => amount !== 0),
  looked: rows.length,
  legAccount: () => book.accounts.indexOf('Inventory'),
  log: [],
});
