import fc from 'fast-check';
import type { Book } from '../../src/book/book';
import { parseIsoDay } from '../../src/book/days';
import { plain } from '../../src/book/decimals';
import type { InventoryModel } from '../../src/book/models';
import { type Outcome, REASONS, type RunRequest } from '../../src/book/outcome';
import { settle } from '../../src/settle/run';
import { afterRun, makeBook, type Row } from '../support/book';
import { bookOf, describeCase, randomCase, type RandomCase } from '../support/random-book';

test.each([
  { books: 'all models', options: { maxItems: 4 } },
  { books: 'flows of cost', options: { flows: true, maxItems: 3 } },
  { books: 'circles', options: { flows: true, models: ['FIFO'] as const, maxItems: 1, span: 6 } },
])('a recalculation right after a close writes nothing, whatever the minimum: $books', ({ options }) => {
  fc.assert(
    fc.property(randomCase(options), (random) => {
      let book = bookOf(random);
      for (const request of random.requests) {
        book = afterRun(book, settle(book, request));
        for (const minimumThroughputAdjustment of [0, request.minimumThroughputAdjustment, 50]) {
          const { adjustments } = settle(book, { ...request, type: 'Recalculation', minimumThroughputAdjustment });
          expect(adjustments.count).toBe(0);
        }
      }
    }),
    { numRuns: 200, seed: 20260331, reporter: report },
  );
});

describe('a recalculation keeps no closing transfer: its adjustments name the receipts that were gathered', () => {
  test('by quantity, each part rounded from what is left', () => {
    // 3 for 30.00 and 7 for 91.01: 121.01 / 10 = 12.101 a piece; 5 of them are 60.51 (60.505), posted at 50.00.
    // Of the 10.51 R1 has 3/10 = 3.15 (3.153), and R2 the rest.
    expect(named([row('R1', 3, '30.00'), row('R2', 7, '91.01'), row('I', -5, '-50.00')])).toEqual([
      'I -3.15 from R1',
      'I -7.36 from R2',
    ]);
  });

  test('through a leg that was gathered again', () => {
    // Day 2 gathers 4 and 4; 5 of the 8 stay, half of each. Day 4 gathers these 5 and 5 of R3: 2.5, 2.5 and 5 of 10.
    // Day 2: 8 for 96.00 at 12.00, 3 posted at 30.00: +6.00, half from each. Day 4: 60.00 + 40.00, 10.00 a piece: 4 for
    // 40.00, posted at 20.00. These 20.00 are from R1, R2 and R3 as their pieces are.
    const rows = [
      row('R1', 4, '40.00', '2026-01-01'),
      row('R2', 4, '56.00', '2026-01-02'),
      row('I1', -3, '-30.00', '2026-01-02'),
      row('R3', 5, '40.00', '2026-01-04'),
      row('I2', -4, '-20.00', '2026-01-04'),
    ];
    expect(named(rows, 'Weighted average date', 0)).toEqual([
      'I1 -3.00 from R1',
      'I1 -3.00 from R2',
      'I2 -10.00 from R3',
      'I2 -5.00 from R1',
      'I2 -5.00 from R2',
    ]);
  });

  test('of more than ten the ten largest', () => {
    // Twelve receipts of 1 to 12 pieces, 78 in all, at 1.00 each; one issue of 1 piece posted at 8.50: 7.50 too much.
    // R1 and R2 are left out. The other 75 pieces bear 0.10 each.
    const receipts = Array.from({ length: 12 }, (_, i) => row(`R${i + 1}`, i + 1, `${i + 1}.00`));
    expect(named([...receipts, row('I', -1, '-8.50')])).toEqual(
      Array.from({ length: 10 }, (_, i) => `I +${((i + 3) / 10).toFixed(2)} from R${i + 3}`).sort(),
    );
  });

  test('none whose part would be nothing, or below the minimum', () => {
    // 1 piece and 99 pieces at 1.00; an issue of 1 posted at 1.40 gets +0.40: R1 would have 0.00.
    const pool = [row('R1', 1, '1.00'), row('R2', 99, '99.00')];
    expect(named([...pool, row('I', -1, '-1.40')])).toEqual(['I +0.40 from R2']);
    // 40 and 60 pieces: 0.16 and 0.24, of which only the second reaches a minimum of 0.20.
    const halves = [row('R1', 40, '40.00'), row('R2', 60, '60.00'), row('I', -1, '-1.40')];
    expect(named(halves)).toEqual(['I +0.16 from R1', 'I +0.24 from R2']);
    expect(named(halves, 'Weighted average', 20)).toEqual(['I +0.40 from R2']);
    expect(named(halves, 'Weighted average', 41)).toEqual([]);
  });

  test('and a second recalculation writes nothing', () => {
    const book = makeBook({
      items: [{ id: 'A', model: 'Weighted average' }],
      rows: [row('R1', 3, '30.00'), row('R2', 7, '91.01'), row('I', -5, '-50.00')],
    });
    const after = afterRun(book, settle(book, RECALCULATION));
    expect(settle(after, RECALCULATION).adjustments.count).toBe(0);
  });
});

const RECALCULATION: RunRequest = {
  type: 'Recalculation',
  day: parseIsoDay('2026-01-31')!,
  specification: 'Total',
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
};

function row(id: string, qty: number, cost: string, date = '2026-01-05'): Row {
  return { id, qty, cost, date };
}

/** The adjustments of a recalculation of one item, as "I -3.15 from R1", sorted. */
function named(rows: readonly Row[], model: InventoryModel = 'Weighted average', minimum = 0): string[] {
  const book = makeBook({ items: [{ id: 'A', model }], rows });
  const { adjustments: a } = settle(book, { ...RECALCULATION, minimumThroughputAdjustment: minimum });
  const amount = (units: number) => (units > 0 ? '+' : '') + plain(units, 2);
  const id = (position: number) => book.transactions.id[position];
  return Array.from(
    { length: a.count },
    (_, i) => `${id(a.transaction[i])} ${amount(a.amount[i])} from ${id(a.source[i])}`,
  ).sort();
}

/** "transaction reason amount", sorted, of the rows of some items that are no counter rows. */
function made(book: Book, { adjustments }: Outcome, items: readonly number[]): string[] {
  const rows = Array.from({ length: adjustments.count }, (_, row) => row).slice(adjustments.takesBack.length);
  return rows
    .filter((row) => items.includes(book.transactions.item[adjustments.transaction[row]] ?? -1))
    .map((row) =>
      [
        book.transactions.id[adjustments.transaction[row]],
        REASONS[adjustments.reason[row]],
        adjustments.amount[row],
      ].join(' '),
    )
    .sort();
}

const allItems = (book: Book): number[] => [...book.items.keys()];

/** The even items of a book, then the odd ones. */
const halves = (book: Book): number[][] => [0, 1].map((rest) => allItems(book).filter((at) => at % 2 === rest));

const recalculation = (request: RunRequest, items?: readonly number[]): RunRequest => ({
  ...request,
  type: 'Recalculation',
  minimumThroughputAdjustment: 0,
  ...(items ? { items } : {}),
});

describe('a recalculation of chosen items', () => {
  test('gives them what one of all items does, where no cost passes between items; the others nothing', () => {
    fc.assert(
      fc.property(randomCase({ maxItems: 4 }), (random) => {
        const book = bookOf(random);
        for (const request of random.requests) {
          const all = settle(book, recalculation(request));
          for (const items of halves(book)) {
            const some = settle(book, recalculation(request, items));
            expect(made(book, some, items)).toEqual(made(book, all, items));
            expect(some.adjustments.count).toBe(made(book, some, items).length);
          }
        }
      }),
      { numRuns: 150, seed: 20260401, reporter: report },
    );
  });

  test('with flows of cost: done one after the other and again, the second round writes nothing; a close does not mind', () => {
    fc.assert(
      fc.property(randomCase({ flows: true, maxItems: 4 }), (random) => {
        let book = bookOf(random);
        for (const request of random.requests) {
          const close = { ...request, minimumThroughputAdjustment: 0 };
          const wanted = costs(afterRun(book, settle(book, close)));
          let tried = book;
          for (const items of halves(book)) tried = afterRun(tried, settle(tried, recalculation(request, items)));
          for (const items of halves(book)) {
            const again = settle(tried, recalculation(request, items));
            expect(again.adjustments.count).toBe(0);
            expect(again.ledger).toEqual([]);
          }
          book = afterRun(tried, settle(tried, close));
          expect(costs(book)).toEqual(wanted);
        }
      }),
      { numRuns: 150, seed: 20260402, reporter: report },
    );
  });
});

/** What every transaction is worth, its provisional adjustments included. */
function costs({ transactions, provisional }: Book): number[] {
  const sums = Array.from(transactions.adjusted);
  for (let i = 0; i < provisional.count; i++) sums[provisional.transaction[i]] += provisional.amount[i];
  return sums;
}

function report(run: fc.RunDetails<[RandomCase]>): void {
  if (!run.failed || !run.counterexample) return;
  throw new Error(`${describeCase(run.counterexample[0])}\n${String(run.errorInstance)}`);
}
