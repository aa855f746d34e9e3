import fc from 'fast-check';
import { LEG, NONE, type Book } from '../../src/book/book';
import { settles } from '../../src/book/models';
import type { Outcome } from '../../src/book/outcome';
import { settle } from '../../src/settle/run';
import { transactionsOf } from '../oracle/objects';
import { takesPart } from '../oracle/participation';
import { afterRun } from '../support/book';
import { bookOf, randomCase, type RandomBookOptions, type RandomCase } from '../support/random-book';
import { costOf, readable } from '../support/readable';

/** What always holds, whatever the book; each case is one run of a book that may have been closed before. */
describe('every close', () => {
  test('takes off each side exactly what it books: open value before less slices is open value after', () => {
    eachRun({}, ({ book, outcome, after }) => {
      const { slices } = outcome;
      const taken = new Float64Array(after.transactions.count);
      for (let at = 0; at < slices.count; at++) {
        if (slices.settles[at] === 0) continue;
        taken[slices.issue[at]] -= slices.ownShare[at];
        taken[slices.receipt[at]] += slices.amount[at];
      }
      for (let row = 0; row < book.transactions.count; row++) {
        const before = costOf(book, row, outcome.request.day) - book.transactions.settledValue[row];
        expect(openValue(after, row, outcome)).toBe(before - taken[row]);
      }
    });
  });

  test('leaves no value on what has no quantity, and no quantity below nothing', () => {
    eachRun({}, ({ outcome, after }) => {
      const { count, quantity, settledQuantity } = after.transactions;
      for (let row = 0; row < count; row++) {
        const open = (quantity[row] - settledQuantity[row]) * Math.sign(quantity[row]);
        expect(open).toBeGreaterThanOrEqual(0);
        expect(settledQuantity[row] * Math.sign(quantity[row])).toBeGreaterThanOrEqual(0);
        if (open === 0) expect(openValue(after, row, outcome)).toBe(0);
      }
    });
  });

  test('pairs an issue with a receipt of its own cost key, of items whose model is settled', () => {
    eachRun({ maxItems: 4 }, ({ outcome, after }) => {
      const { slices } = outcome;
      const { key, item, quantity } = after.transactions;
      for (let at = 0; at < slices.count; at++) {
        expect(key[slices.issue[at]]).toBe(key[slices.receipt[at]]);
        expect(quantity[slices.issue[at]]).toBeLessThan(0);
        expect(quantity[slices.receipt[at]]).toBeGreaterThan(0);
        expect(settles(after.items[item[slices.issue[at]]].model)).toBe(true);
      }
    });
  });

  test('settles only what is invoiced by the run date', () => {
    eachRun({ models: ['FIFO', 'LIFO', 'LIFO date'] }, ({ outcome, after }) => {
      const { count, financialDay, settledQuantity } = after.transactions;
      for (let row = 0; row < count; row++) {
        const invoiced = financialDay[row] !== 0 && financialDay[row] <= outcome.request.day;
        if (!invoiced) expect(settledQuantity[row]).toBe(0);
      }
    });
  });

  test('writes a voucher that balances and is the change of inventory value', () => {
    eachRun({ maxItems: 4 }, ({ outcome }) => {
      const net = (isInventory: boolean): number =>
        outcome.ledger
          .filter((line) => ['Inventory', '1310'].includes(line.account) === isInventory)
          .reduce((sum, line) => sum + line.debit - line.credit, 0);
      const adjusted = outcome.adjustments.amount.reduce((sum, amount) => sum + amount, 0);
      expect(net(true)).toBe(adjusted);
      expect(net(false) + adjusted).toBe(0);
      expect(outcome.adjustment).toBe(adjusted);
      expect(outcome.valueAfter - outcome.valueBefore).toBe(adjusted);
      for (const line of outcome.ledger) {
        expect(Math.min(line.debit, line.credit)).toBe(0);
        expect(Math.max(line.debit, line.credit)).toBeGreaterThan(0);
      }
    });
  });

  test('rolls the inventory value of each cost key forward without a gap', () => {
    eachRun({ maxItems: 4 }, ({ outcome }) => {
      for (const row of outcome.inventoryValue) {
        expect(row.openingQuantity + row.receiptQuantity + row.issueQuantity).toBe(row.closingQuantity);
        expect(row.openingValue + row.receiptValue + row.issueValue + row.adjustment).toBe(row.closingValue);
      }
      const total = outcome.inventoryValue.reduce((sum, row) => sum + row.closingValue, 0);
      expect(total).toBe(outcome.valueAfter);
    });
  });

  test('tells the cost before each adjustment, provisional ones of earlier runs included', () => {
    eachRun({}, ({ book, outcome }) => {
      const { adjustments, request } = outcome;
      const cost = Array.from(book.transactions.id, (_, row) => costOf(book, row, request.day));
      book.provisional.transaction.forEach((row, at) => (cost[row] += book.provisional.amount[at]));
      for (let at = 0; at < adjustments.count; at++) {
        expect(adjustments.costBefore[at]).toBe(cost[adjustments.transaction[at]]);
        cost[adjustments.transaction[at]] += adjustments.amount[at];
      }
    });
  });

  test('keeps what is marked: paired with its counterpart, or left open for it', () => {
    eachRun({}, ({ book, outcome }) => {
      const rows = transactionsOf(book);
      const { markedTo } = book.transactions;
      rows.forEach((row) => {
        const other = rows[markedTo[row.position]];
        const isAlone = (at: number): boolean =>
          rows.every(
            (mate) => [row.position, other?.position].includes(mate.position) || markedTo[mate.position] !== at,
          );
        if (other === undefined || !isAlone(row.position) || !isAlone(other.position)) return;
        const sides = [row, other].map((side) => ({
          part: takesPart(side, outcome.request.day),
          open: side.quantity.minus(side.settledQuantity).toNumber(),
          used: usedQuantity(outcome, side.position),
          together: usedQuantity(outcome, side.position, side === row ? other.position : row.position),
        }));
        const marked = Math.min(...sides.map((side) => side.open));
        const both = sides.every((side) => side.part);
        for (const side of sides.filter(({ part }) => part)) {
          if (both) expect(side.together).toBe(marked);
          else expect(side.open - side.used).toBeGreaterThanOrEqual(marked);
        }
      });
    });
  });

  test('changes nothing in the book that it was given', () => {
    fc.assert(
      fc.property(randomCase(), (random) => {
        const book = bookOf(random);
        const before = structuredClone(book);
        settle(book, random.requests[0]);
        expect(book).toEqual(before);
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});

describe('a close', () => {
  test('does not depend on the order of items', () => {
    fc.assert(
      fc.property(randomCase({ maxItems: 4 }), (random) => {
        const byItem = [...random.rows].sort((a, b) =>
          (a.item ?? '') < (b.item ?? '') ? 1 : a.item === b.item ? 0 : -1,
        );
        const other = { ...random, rows: byItem, items: [...random.items].reverse() };
        expect(throughAll(other)).toEqual(throughAll(random));
      }),
      { numRuns: 300, seed: 9 },
    );
  });

  test('right after a close finds nothing, where no slips are valued', () => {
    fc.assert(
      fc.property(randomCase({ physicalValue: false }), (random) => {
        const [request] = random.requests;
        const nextDay = request.day + 1;
        const book = bookOf(random);
        const { financialDay, physicalDay } = book.transactions;
        fc.pre(!financialDay.includes(nextDay) && !physicalDay.includes(nextDay));
        const after = afterRun(book, settle(book, request));
        const again = settle(after, { ...request, day: nextDay });
        expect([again.slices.count, again.transfers.count, again.adjustments.count]).toEqual([0, 0, 0]);
        expect(again.ledger).toEqual([]);
      }),
      { numRuns: 300, seed: 10 },
    );
  });

  test('makes value neutral closing transfers', () => {
    eachRun({ models: ['Weighted average', 'Weighted average date'] }, ({ book, outcome, after }) => {
      for (let row = book.transactions.count; row < after.transactions.count; row += 2) {
        expect(after.transactions.leg[row]).toBe(LEG.issue);
        expect(after.transactions.financialCost[row]).toBe(-after.transactions.financialCost[row + 1] || 0);
        expect(after.transactions.quantity[row]).toBe(after.transactions.settledQuantity[row]);
        expect(openValue(after, row, outcome)).toBe(0);
      }
      for (const row of outcome.adjustments.transaction) expect(book.transactions.leg[row]).toBe(LEG.none);
    });
  });
});

interface Run {
  readonly book: Book;
  readonly outcome: Outcome;
  readonly after: Book;
}

function eachRun(options: RandomBookOptions, check: (run: Run) => void): void {
  fc.assert(
    fc.property(randomCase(options), (random) => runsOf(random).forEach(check)),
    { numRuns: 200, seed: 7 },
  );
}

function runsOf(random: RandomCase): Run[] {
  const runs: Run[] = [];
  let book = bookOf(random);
  for (const request of random.requests) {
    const outcome = settle(book, request);
    const after = afterRun(book, outcome);
    runs.push({ book, outcome, after });
    book = after;
  }
  return runs;
}

function throughAll(random: RandomCase) {
  return runsOf(random).map(({ book, outcome, after }) => readable(book, outcome, outcome.ledger, after));
}

function openValue(book: Book, row: number, { request }: Outcome): number {
  return costOf(book, row, request.day) - book.transactions.settledValue[row];
}

/** What a run paired of a row, with anybody or with one counterpart. */
function usedQuantity({ slices }: Outcome, row: number, counterpart = NONE): number {
  let used = 0;
  for (let at = 0; at < slices.count; at++) {
    const sides = [slices.issue[at], slices.receipt[at]];
    if (sides.includes(row) && (counterpart === NONE || sides.includes(counterpart))) used += slices.quantity[at];
  }
  return used;
}
