import fc from 'fast-check';
import { type Book } from '../../../src/book/book';
import { isoDay } from '../../../src/book/days';
import type { Outcome } from '../../../src/book/outcome';
import { settle } from '../../../src/settle/run';
import { Workspace } from '../../../src/settle/workspace';
import { afterRun } from '../../support/book';
import { bookOf, describeCase, randomCase, type RandomBookOptions, type RandomCase } from '../../support/random-book';
import { START } from '../../support/random-rows';
import { readable } from '../../support/readable';

const FLOWS: RandomBookOptions = { flows: true, maxItems: 3, maxRows: 18 };
const CIRCLES: RandomBookOptions = { flows: true, models: ['FIFO', 'Weighted average'], maxItems: 1, span: 6 };

/** What all runs of a case write, one text a run. */
function throughAll(random: RandomCase, workspace?: Workspace) {
  let book = bookOf(random);
  return random.requests.map((request) => {
    const outcome = settle(book, request, workspace);
    const after = afterRun(book, outcome);
    const found = readable(book, outcome, outcome.ledger, after);
    book = after;
    return found;
  });
}

/** The rows, slips and late invoices too, on days of their own in the order in which they stood; links and marks stay. */
function onDaysOfTheirOwn(random: RandomCase): RandomCase {
  const dayOf = (at: number) => isoDay(START + at);
  const rows = random.rows.map((row, at) => ({
    ...row,
    ...(row.physicalDate === undefined ? {} : { physicalDate: dayOf(2 * at) }),
    ...(row.date === undefined ? {} : { date: dayOf(2 * at + 1) }),
  }));
  const [request] = random.requests;
  return { ...random, rows, requests: [1, 2].map((half) => ({ ...request, day: START + half * rows.length })) };
}

describe('the order of the rows', () => {
  test.each([
    ['flows of cost', FLOWS],
    ['circles', CIRCLES],
  ])('says nothing where no two rows share a date: %s', (_, options) => {
    const shuffled = randomCase(options).chain((random) => {
      const apart = onDaysOfTheirOwn(random);
      return fc.tuple(
        fc.constant(apart),
        fc.shuffledSubarray([...apart.rows], { minLength: apart.rows.length, maxLength: apart.rows.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([random, rows]) => {
        expect(throughAll({ ...random, rows })).toEqual(throughAll(random));
      }),
      { numRuns: 200, seed: 21 },
    );
  });
});

describe('a second close right after a close', () => {
  test.each([
    ['flows of cost', FLOWS],
    ['circles', CIRCLES],
  ])('changes nothing, after each of up to three closes with slips and late rows: %s', (_, options) => {
    let closes = 0;
    fc.assert(
      fc.property(randomCase(options), (random) => {
        let book = bookOf(random);
        for (const request of random.requests) {
          book = afterRun(book, settle(book, request));
          if (hasRowsOn(book, request.day + 1)) continue;
          closes++;
          const again = settle(book, { ...request, day: request.day + 1 });
          expect(written(again)).toEqual({ adjustments: 0, late: 0, ledger: [], adjustment: 0 });
        }
      }),
      { numRuns: 200, seed: 22, reporter: report },
    );
    expect(closes).toBeGreaterThan(100);
  });
});

describe('a workspace', () => {
  test('leaves nothing of one run in the next', () => {
    const workspace = new Workspace();
    fc.assert(
      fc.property(randomCase(FLOWS), (random) => {
        expect(throughAll(random, workspace)).toEqual(throughAll(random));
      }),
      { numRuns: 200, seed: 23 },
    );
  });
});

function written({ adjustments, late, ledger, adjustment }: Outcome) {
  return { adjustments: adjustments.count, late: late.count, ledger, adjustment };
}

function hasRowsOn({ transactions }: Book, day: number): boolean {
  return transactions.financialDay.includes(day) || transactions.physicalDay.includes(day);
}

function report(details: fc.RunDetails<[RandomCase]>): void {
  if (!details.failed) return;
  const [random] = details.counterexample as [RandomCase];
  throw new Error(`${describeCase(random)}\n${String(details.errorInstance)}`);
}
