import fc from 'fast-check';
import { lastClose } from '../../../src/book/book';
import { adjustOnHand } from '../../../src/runs/adjust/on-hand';
import { adjustTransactions } from '../../../src/runs/adjust/transactions';
import type { AdjustedByHand } from '../../../src/runs/adjust/by-hand-run';
import { close } from '../../../src/runs/close';
import { load } from '../../../src/runs/load';
import { reverse } from '../../../src/runs/reverse';
import type { Refusal } from '../../../src/book/problem';
import type { Fill } from '../../../src/settle/by-hand/fill';
import { type FilePort, openXlsx } from '../../../src/workbook/file';
import { balances } from '../../support/by-hand';
import { violationsOf } from '../../support/invariants';
import { describeCase, randomCase, type RandomCase } from '../../support/random-book';
import { randomWorkbook } from '../../support/random-workbook';
import { ENV, NOW } from '../../support/workbooks';

/** Whole workbooks that are closed, adjusted by hand in both ways, closed again, and taken back to the first row. */
interface Life {
  readonly random: RandomCase;
  readonly fill: Fill;
  readonly value: number;
}

/** Without provisional adjustments, which a reversal leaves taken back (A19). */
const lives: fc.Arbitrary<Life> = fc.record({
  random: randomCase({
    flows: true,
    models: ['FIFO', 'LIFO', 'Weighted average'],
    physicalValue: false,
    maxRows: 14,
  })
    .filter(({ requests }) => requests.length > 1)
    .map((random) => ({
      ...random,
      parameters: { ...random.parameters, uncoveredQuantity: 'Keep estimate' as const },
    })),
  fill: fc.oneof(
    fc.integer({ min: 0, max: 50_000 }).map((units): Fill => ({ method: 'Unit cost', unitCost: units / 1000 })),
    fc.integer({ min: 1, max: 99_999 }).map((units): Fill => ({ method: 'Amount', amount: units / 100 })),
  ),
  value: fc.integer({ min: 0, max: 99_999 }).map((units) => units / 100),
});

test('the tables hold together after every run, and each reversal brings back the state before its run', async () => {
  let adjustments = 0;
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const port = openXlsx(randomWorkbook(life.random), 'book.xlsx');
      const states = [await stateOf(port)];
      for (const run of runsOf(life)) {
        const made = await run(port);
        if (!made.ok) {
          // Nothing on hand, nothing that changes, a stock that would be worth less than nothing: and nothing was written.
          expect(await stateOf(port)).toEqual(states.at(-1));
          continue;
        }
        if ('receipts' in made) adjustments += 1;
        states.push(await stateOf(port));
      }
      expect(await violationsOf(bytesOf(port))).toEqual([]);
      for (const before of states.slice(0, -1).reverse()) {
        expect(await reverse(port, { withLater: false, note: '', dryRun: false }, ENV)).toMatchObject({ ok: true });
        expect(await stateOf(port)).toEqual(before);
      }
    }),
    {
      numRuns: 6,
      seed: 25,
      // A run takes seconds: shrinking would take minutes.
      endOnFailure: true,
      reporter: (details) => {
        if (!details.failed) return;
        const [life] = details.counterexample as [Life];
        throw new Error(`${describeCase(life.random)}\n${JSON.stringify(life)}\n${String(details.errorInstance)}`);
      },
    },
  );
  // Most of them are possible.
  expect(adjustments).toBeGreaterThan(8);
}, 120_000);

type Run = (port: FilePort) => Promise<{ readonly ok: true } | AdjustedByHand | Refusal>;

/** Closes, and after each but the last an adjustment of the stock and one of a receipt that the next close finds invoiced. */
function runsOf({ random, fill, value }: Life): Run[] {
  return random.requests.flatMap(({ day }, at): Run[] => {
    const upTo: Run = (port) => close(port, { upTo: day }, ENV);
    const next = random.requests[at + 1];
    if (!next) return [upTo];
    const stock: Run = (port) => adjustOnHand(port, { selection: {}, fill, dryRun: false }, ENV);
    const receipt: Run = async (port) => {
      const { transactions } = (await loaded(port)).read.book;
      const fits = transactions.id.find(
        (_, row) =>
          row < transactions.inputCount &&
          transactions.quantity[row] > 0 &&
          transactions.financialDay[row] !== 0 &&
          transactions.financialDay[row] <= next.day,
      );
      return adjustTransactions(port, { values: [{ transaction: fits ?? '?', value }], dryRun: false }, ENV);
    };
    return [upTo, stock, receipt];
  });
}

/** What later runs compute from, and the balances of the accounts. */
async function stateOf(port: FilePort) {
  const { read } = await loaded(port);
  const { id, inputCount, settledQuantity, settledValue, adjusted, got, changedByHand } = read.book.transactions;
  return {
    transactions: id.map((one, t) =>
      [one, settledQuantity[t], settledValue[t], adjusted[t], changedByHand[t], t < inputCount ? got[t] : 0].join(' '),
    ),
    last: lastClose(read.book.closings)?.day,
    balances: await balances(bytesOf(port)),
  };
}

async function loaded(port: FilePort) {
  const found = await load(port, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n'));
  return found.value;
}

const bytesOf = (port: FilePort): Uint8Array => port.toBytes(new Date(NOW));
