import type { Day } from '../../src/book/days';
import { NO_DAY } from '../../src/book/days';
import { mulDiv } from '../../src/book/muldiv';
import { DIMENSION_GROUPS, MODEL_GROUPS } from './company';
import type { SampleItem } from './items';
import type { Movement } from './movement';
import { price } from './movement';

/** What the ERP system posted for a movement, in signed cents; undefined where it was not posted. */
export interface Posted {
  readonly physical: number | undefined;
  readonly financial: number | undefined;
}

/** On hand for one cost key, as the ERP system knew it while it posted. Quantities in hundredths, values in cents. */
interface OnHand {
  financialQuantity: number;
  financialValue: number;
  physicalQuantity: number;
  physicalValue: number;
  /** The last average that could be computed, as value and quantity. */
  last: readonly [number, number] | undefined;
}

interface Update {
  readonly day: Day;
  readonly sequence: number;
  readonly row: number;
  readonly financial: boolean;
}

/**
 * Posts the movements, given in the order of the sheet, one update after the other, and estimates what has no price at
 * the running average of its cost key: on-hand value / on-hand quantity before the posting; where one of them is not
 * positive, the last average; where there is none yet, the cost price of the item.
 */
export function post(movements: readonly Movement[], items: ReadonlyMap<string, SampleItem>): Posted[] {
  return new Poster(movements, items).run();
}

class Poster {
  readonly #physical: (number | undefined)[] = [];
  readonly #financial: (number | undefined)[] = [];
  readonly #onHand = new Map<string, OnHand>();
  readonly #rowOf = new Map<string, number>();

  constructor(
    readonly movements: readonly Movement[],
    readonly items: ReadonlyMap<string, SampleItem>,
  ) {
    movements.forEach((movement, row) => movement.id !== undefined && this.#rowOf.set(movement.id, row));
  }

  run(): Posted[] {
    for (const update of updatesOf(this.movements)) {
      if (update.financial) this.#invoice(update.row);
      else this.#slip(update.row);
    }
    return this.movements.map((_, row) => ({ physical: this.#physical[row], financial: this.#financial[row] }));
  }

  #slip(row: number): void {
    const movement = this.movements[row];
    const onHand = this.#keyOf(movement);
    const cost = this.#cost(movement, movement.price, onHand);
    this.#physical[row] = cost;
    onHand.physicalQuantity += movement.quantity;
    onHand.physicalValue += cost;
  }

  #invoice(row: number): void {
    const movement = this.movements[row];
    const onHand = this.#keyOf(movement);
    const slip = this.#physical[row];
    if (slip !== undefined) {
      onHand.physicalQuantity -= movement.quantity;
      onHand.physicalValue -= slip;
    }
    const cost = this.#cost(movement, movement.invoicePrice ?? movement.price, onHand);
    this.#financial[row] = cost;
    onHand.financialQuantity += movement.quantity;
    onHand.financialValue += cost;
  }

  #cost(movement: Movement, unitPrice: number | undefined, onHand: OnHand): number {
    const item = this.#itemOf(movement);
    if (item.modelGroup === 'STANDARD') return times(movement.quantity, price(item.costPrice));
    if (unitPrice !== undefined) return times(movement.quantity, unitPrice);
    if (movement.labour !== undefined) return this.#made(movement, movement.labour);
    if (movement.costSource !== undefined) return this.#taken(movement, this.#row(movement.costSource));
    const marked = movement.costOfMark && movement.markedTo !== undefined ? this.#row(movement.markedTo) : undefined;
    const cost = marked === undefined ? undefined : (this.#financial[marked] ?? this.#physical[marked]);
    if (marked !== undefined && cost !== undefined) {
      return mulDiv(cost, movement.quantity, this.movements[marked].quantity);
    }
    return this.#estimate(movement, item, onHand);
  }

  /** What goes on from an issue, or comes back of it: the posted cost, in proportion of quantity. */
  #taken(movement: Movement, source: number): number {
    return mulDiv(-(this.#financial[source] ?? 0), movement.quantity, -this.movements[source].quantity);
  }

  /** A product costs what its order has used by now, and its labour, less what is received of it at a price of its own. */
  #made({ reference, quantity }: Movement, labour: number): number {
    let cost = times(quantity, labour);
    this.movements.forEach((other, row) => {
      if (other.reference !== reference || other.labour !== undefined) return;
      cost -= other.price === undefined ? (this.#financial[row] ?? 0) : times(other.quantity, other.price);
    });
    return cost;
  }

  #estimate(movement: Movement, item: SampleItem, onHand: OnHand): number {
    const slips = MODEL_GROUPS.some((group) => group.id === item.modelGroup && group.includePhysical);
    const value = onHand.financialValue + (slips ? onHand.physicalValue : 0);
    const quantity = onHand.financialQuantity + (slips ? onHand.physicalQuantity : 0);
    if (value > 0 && quantity > 0) onHand.last = [value, quantity];
    const [lastValue, lastQuantity] = onHand.last ?? [price(item.costPrice), 10000];
    return mulDiv(lastValue, movement.quantity, lastQuantity);
  }

  #keyOf(movement: Movement): OnHand {
    const dimensions = DIMENSION_GROUPS[this.#itemOf(movement).dimensionGroup];
    const values = [movement.place.site, movement.place.warehouse, movement.batch ?? ''];
    const tracked = ['Site', 'Warehouse', 'Batch'].map((name, i) => (dimensions.includes(name) ? values[i] : ''));
    const key = [movement.item, ...tracked].join('|');
    let onHand = this.#onHand.get(key);
    if (!onHand) {
      onHand = { financialQuantity: 0, financialValue: 0, physicalQuantity: 0, physicalValue: 0, last: undefined };
      this.#onHand.set(key, onHand);
    }
    return onHand;
  }

  #itemOf(movement: Movement): SampleItem {
    const item = this.items.get(movement.item);
    if (!item) throw new Error(`${movement.item} is not an item of the sample`);
    return item;
  }

  #row(id: string): number {
    const row = this.#rowOf.get(id);
    if (row === undefined) throw new Error(`${id} is not a movement of the sample`);
    return row;
  }
}

/** Slips that have their own date, and invoices, in the order of posting: day, Sequence, row. */
function updatesOf(movements: readonly Movement[]): Update[] {
  const updates: Update[] = [];
  movements.forEach(({ slip, invoice, sequence = 0 }, row) => {
    if (slip !== NO_DAY && slip !== invoice) updates.push({ day: slip, sequence, row, financial: false });
    if (invoice !== NO_DAY) updates.push({ day: invoice, sequence, row, financial: true });
  });
  return updates.sort((a, b) => a.day - b.day || a.sequence - b.sequence || a.row - b.row);
}

/** Hundredths of a unit x ten-thousandths of a dollar, in cents, half away from zero. */
function times(quantity: number, unitPrice: number): number {
  return mulDiv(quantity, unitPrice, 10000);
}
