import fc from 'fast-check';
import type { Book } from '../../src/book/book';
import { isoDay } from '../../src/book/days';
import { INVENTORY_MODELS, type InventoryModel } from '../../src/book/models';
import type { RunRequest } from '../../src/book/outcome';
import { LIFO_ISSUE_ORDERS, SPECIFICATIONS, UNCOVERED_POLICIES, type Parameters } from '../../src/book/parameters';
import { makeBook, type ItemRow, type Row } from './book';
import { flowArbitrary, withFlows } from './random-flows';
import { START, rowArbitrary, rowsOf } from './random-rows';

/** A random book and the runs that it goes through, one after the other. */
export interface RandomCase {
  readonly items: readonly ItemRow[];
  readonly rows: readonly Row[];
  readonly parameters: Partial<Parameters>;
  readonly requests: readonly RunRequest[];
  /** The models of the items in each run, where they change from close to close. */
  readonly modelsByRun?: readonly (readonly InventoryModel[])[];
}

export interface RandomBookOptions {
  readonly models?: readonly InventoryModel[];
  readonly maxRows?: number;
  readonly maxItems?: number;
  /** False: slips take no part. */
  readonly physicalValue?: boolean;
  /** How many days the rows lie apart at most (40): few days put rows and legs on the same date. */
  readonly span?: number;
  /** Items get another model before each run. */
  readonly modelsChange?: true;
  /** Transfers between cost keys, returns and production orders (A11), and minimum throughput adjustments (A13). */
  readonly flows?: boolean;
  /** Runs are recalculations and closes, each with a minimum of its own, and more of them. */
  readonly recalculations?: true;
  /** Numbers with many digits, whose products leave 2^53. */
  readonly large?: boolean;
}

const MINIMUMS = [0, 0, 10, 300, 5000];

/** Random cases; without `flows` no cost passes from issues to receipts. Shrinks to few rows and plain numbers. */
export function randomCase(options: RandomBookOptions = {}): fc.Arbitrary<RandomCase> {
  const models = options.models ?? INVENTORY_MODELS;
  const span = options.span ?? 40;
  const row = fc.noBias(rowArbitrary(options, span));
  const change = fc.array(fc.constantFrom(...models), { minLength: 5, maxLength: 5 });
  return fc
    .record({
      items: fc.array(itemArbitrary(models, options), {
        minLength: 1,
        maxLength: options.maxItems ?? 2,
      }),
      rows: fc.array(row, { minLength: 3, maxLength: options.maxRows ?? 24, size: 'max' }),
      lifoIssueOrder: fc.constantFrom(...LIFO_ISSUE_ORDERS),
      uncoveredQuantity: fc.constantFrom(...UNCOVERED_POLICIES),
      days: fc.noBias(
        fc.uniqueArray(fc.integer({ min: span >> 3, max: span + 5 }), {
          minLength: options.recalculations ? 3 : 1,
          maxLength: options.recalculations ? 5 : 3,
          size: 'max',
        }),
      ),
      runs: fc.array(
        fc.tuple(fc.constantFrom('Recalculation', 'Recalculation', 'Close'), fc.constantFrom(...MINIMUMS)),
        {
          minLength: 5,
          maxLength: 5,
        },
      ),
      specification: fc.constantFrom(...SPECIFICATIONS),
      modelsByRun: fc.array(change, { minLength: 3, maxLength: 3 }),
      flows: options.flows ? fc.array(flowArbitrary, { minLength: 3, maxLength: 24, size: 'max' }) : fc.constant([]),
      minimum: options.flows ? fc.constantFrom(0, 0, 0, 10, 300) : fc.constant(0),
    })
    .map(({ items, rows, days, specification, modelsByRun, flows, minimum, runs, ...parameters }) => {
      const named = items.map((item, index): ItemRow => ({ ...item, id: `I${index}` }));
      return {
        items: named,
        rows: withFlows(rowsOf(rows, named), flows),
        parameters,
        ...(options.modelsChange ? { modelsByRun } : {}),
        requests: days
          .sort((a, b) => a - b)
          .map((day, run): RunRequest => ({
            type: options.recalculations ? runs[run][0] : 'Close',
            day: START + day,
            specification,
            maximumThroughputs: 100,
            minimumThroughputAdjustment: options.recalculations ? runs[run][1] : minimum,
          })),
      };
    });
}

export function bookOf(random: RandomCase): Book {
  return makeBook(random);
}

/** The book with the models that its items have in a run. */
export function withModelsOf(random: RandomCase, run: number, book: Book): Book {
  const models = random.modelsByRun?.[run];
  return models ? { ...book, items: book.items.map((item, index) => ({ ...item, model: models[index] })) } : book;
}

/** What a failing case looks like in the report: a table to be typed into a workbook. */
export function describeCase({ items, rows, parameters, requests, modelsByRun }: RandomCase): string {
  return [
    ...items.map((item) => JSON.stringify(item)),
    ...rows.map((row) => JSON.stringify(row)),
    JSON.stringify(parameters),
    ...requests.map(
      ({ type, day, minimumThroughputAdjustment: minimum }, run) =>
        `${type} ${isoDay(day)}, minimum ${minimum} ${modelsByRun?.[run].join(', ') ?? ''}`,
    ),
  ].join('\n');
}

function itemArbitrary(models: readonly InventoryModel[], { physicalValue = true, flows = false }: RandomBookOptions) {
  return fc.record({
    model: fc.constantFrom(...models),
    group: fc.constantFrom('', 'Parts', 'Goods'),
    includePhysicalValue: physicalValue ? fc.boolean() : fc.constant(false),
    financialDimensions: fc.constantFrom<string[]>([], flows ? ['Site'] : [], ['Site'], ['Site', 'Batch']),
  });
}
