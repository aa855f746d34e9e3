import { NONE, type CostKey, type Item } from '../../book/book';
import type { ProblemList } from './problem-list';
import type { DimensionGroups } from './groups';
import type { DimensionColumn } from './transactions';

/** More values than any column has rows, so that a pair of key and value is one number. */
const VALUES = 2 ** 24;

/** Gives every item with its values of the financial dimensions a number, in the order in which they are met. */
export class CostKeys {
  readonly keys: CostKey[] = [];
  /** Places of the item's financial dimensions in the dimension columns. */
  private readonly places: (readonly number[])[];
  /** A key is found value by value: (item, first value) leads to a step, (step, next value) to the next. */
  private readonly steps = new Map<number, number>();
  private readonly keyOfStep = new Map<number, number>();
  private stepCount: number;

  constructor(
    items: readonly Item[],
    private readonly dimensions: readonly DimensionColumn[],
  ) {
    const columns = new Map(dimensions.map((dimension, d) => [dimension.name, d] as const));
    this.places = items.map((item) => item.financialDimensions.map((name) => columns.get(name) ?? NONE));
    this.stepCount = items.length;
  }

  /** The number of a key; valueOf gives the number of a dimension's value, NONE where it is blank. */
  keyOf(item: number, valueOf: (dimension: number) => number): number {
    const places = this.places[item];
    let step = item;
    for (const place of places) {
      const pair = step * VALUES + (place === NONE ? NONE : valueOf(place)) + 1;
      let next = this.steps.get(pair);
      if (next === undefined) {
        next = this.stepCount;
        this.stepCount += 1;
        this.steps.set(pair, next);
      }
      step = next;
    }
    const known = this.keyOfStep.get(step);
    if (known !== undefined) return known;
    const values = places.map((place) => {
      const value = place === NONE ? NONE : valueOf(place);
      return value === NONE ? '' : this.dimensions[place].names.texts[value];
    });
    this.keys.push({ item, values });
    this.keyOfStep.set(step, this.keys.length - 1);
    return this.keys.length - 1;
  }
}

/** Tells the dimensions that an item in use keeps its costs apart by, though Transactions has no column for them. */
export function checkDimensions(
  groups: DimensionGroups,
  dimensions: readonly DimensionColumn[],
  usedItems: readonly Item[],
  problems: ProblemList,
): void {
  groups.names.forEach((name, d) => {
    if (dimensions.some((dimension) => dimension.name === name)) return;
    const item = usedItems.find((one) => one.financialDimensions.includes(name));
    if (!item) return;
    problems.add({
      code: 'MISSING_COLUMN',
      severity: 'Error',
      cell: groups.headers[d],
      content: `"${name}"`,
      message: `The table DimensionGroups tracks ${name} financially, for item ${item.id} among others, but Transactions has no column ${name}.`,
      remedy: `Add the column ${name} to Transactions, or set it to No in DimensionGroups.`,
    });
  });
}
