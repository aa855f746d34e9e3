import type { Day } from '../../src/book/days';
import { endOfMonth } from '../../src/book/days';
import type { Random } from '../random';
import { EASTMERE, FIRST, LAST, NORTHPORT, OPENING } from './company';
import type { SampleItem, Trade } from './items';
import type { Movement, Place } from './movement';
import { price, units } from './movement';
import { afterwards, invoiceDay, workday, workdays } from './calendar';

/**
 * One item at one site, day by day: what is bought, moved to the shop, sold, returned and counted. The name makes the
 * provisional document names unique (see documents.ts).
 */
export function trade(item: SampleItem, plan: Trade, site: readonly Place[], random: Random, name: string): Movement[] {
  return new Trader(item, plan, site, random, name).run();
}

/** The sites at which an item is traded. */
export function sitesOf(plan: Trade): readonly (readonly Place[])[] {
  if (plan.sites === 'both') return [NORTHPORT, EASTMERE];
  return [plan.sites === 'Northport' ? NORTHPORT : EASTMERE];
}

/** What lies in one warehouse, of one batch where the item has batches. */
interface Shelf {
  readonly place: Place;
  readonly batch: string;
  quantity: number;
}

class Trader {
  readonly #movements: Movement[] = [];
  readonly #agenda = new Map<Day, (() => void)[]>();
  /** In the order in which the shelves were first filled: batches are sold oldest first. */
  readonly #shelves: Shelf[] = [];
  readonly #batches: boolean;
  readonly #separate: boolean;
  #today: Day = OPENING;
  #batch = 0;
  #documents = 0;

  constructor(
    readonly item: SampleItem,
    readonly plan: Trade,
    readonly site: readonly Place[],
    readonly random: Random,
    readonly name: string,
  ) {
    this.#batches = item.dimensionGroup === 'SITE-BATCH';
    // Costs are kept apart by warehouse: a transfer would carry cost from one to the other, so each is supplied directly.
    this.#separate = item.dimensionGroup === 'WAREHOUSE';
  }

  run(): Movement[] {
    for (const place of this.#separate ? this.site : this.site.slice(0, 1)) this.#open(place);
    this.#planMonths();
    for (this.#today = FIRST; this.#today <= LAST; this.#today++) {
      for (const act of this.#agenda.get(this.#today) ?? []) act();
    }
    return this.#movements;
  }

  #planMonths(): void {
    for (let first = FIRST; first <= LAST; first = endOfMonth(first) + 1) {
      const last = endOfMonth(first);
      for (const day of workdays(this.random, first, last, this.plan.buys)) this.#at(day, () => this.#buy());
      if (!this.#separate && this.random.chance(0.5))
        this.#at(workday(this.random, first + 3, first + 15), () => this.#toShop());
      for (const day of workdays(this.random, first + 1, last, this.plan.sells)) this.#at(day, () => this.#sell());
      if (this.random.chance(0.16)) this.#at(last, () => this.#count());
    }
  }

  #at(day: Day, act: () => void): void {
    if (day > LAST) return;
    const acts = this.#agenda.get(day);
    if (acts) acts.push(act);
    else this.#agenda.set(day, [act]);
  }

  #open(place: Place): void {
    const quantity = this.#steps(this.plan.lot * (0.5 + this.random.next() * 0.5));
    this.#put(place, quantity, {
      type: 'Movement',
      reference: 'OPENING',
      price: this.#price(0.94, 1),
      invoice: OPENING,
    });
  }

  #buy(): void {
    const quantity = this.#steps(this.plan.lot * (0.7 + this.random.next() * 0.6));
    const place = this.#separate ? this.random.pick(this.site) : this.site[0];
    // Suppliers raise their prices a little through the quarter.
    const rise = ((this.#today - FIRST) / (LAST - FIRST)) * 0.06;
    const agreed = this.#price(0.95 + rise, 1.06 + rise);
    const invoice = this.#invoiced(0.45, 9);
    const differs = invoice !== this.#today && this.random.chance(0.35);
    const reference = this.#document('PO');
    const batch = this.#put(place, quantity, {
      type: 'Purchase',
      reference,
      price: agreed,
      invoice,
      ...(differs ? { invoicePrice: Math.round((agreed * this.random.whole(975, 1030)) / 1000) } : {}),
    });
    if (this.random.chance(0.08)) {
      this.#at(afterwards(this.random, this.#today, 2, 6), () => this.#sendBack(place, batch, quantity, reference));
    }
  }

  #sell(): void {
    const shelf = this.#shelfToSell();
    if (!shelf) return;
    const usual = (this.plan.lot * this.plan.buys) / this.plan.sells;
    const wanted = this.#steps(usual * (0.4 + this.random.next() * 1.1));
    const quantity = Math.min(wanted, shelf.quantity);
    const reference = this.#document('SO');
    this.#take(shelf, quantity, { type: 'Sale', reference, invoice: this.#invoiced(0.25, 3) });
    if (this.random.chance(0.05)) {
      this.#at(afterwards(this.random, this.#today, 3, 10), () => {
        const back = this.#steps(Math.min(quantity, this.#step() * this.random.whole(1, 2)) / 100);
        this.#put(shelf.place, back, { type: 'Customer return', reference, invoice: this.#today }, shelf.batch);
      });
    }
  }

  #toShop(): void {
    const from = this.#shelves.find((shelf) => shelf.place === this.site[0] && shelf.quantity > 0);
    if (!from) return;
    const quantity = this.#steps((from.quantity * (0.3 + this.random.next() * 0.3)) / 100);
    if (quantity > from.quantity) return;
    const reference = this.#document('TO');
    const id = `${reference}/OUT`;
    this.#take(from, quantity, { id, type: 'Transfer', reference, invoice: this.#today });
    const into: Partial<Movement> = {
      id: `${reference}/IN`,
      type: 'Transfer',
      reference,
      invoice: this.#today,
      costSource: id,
    };
    this.#put(this.site[1], quantity, into, from.batch);
  }

  #sendBack(place: Place, batch: string, received: number, reference: string): void {
    const shelf = this.#shelves.find((one) => one.place === place && one.batch === batch);
    const quantity = this.#steps((received * 0.1) / 100);
    if (!shelf || shelf.quantity < quantity) return;
    this.#take(shelf, quantity, { type: 'Vendor return', reference, invoice: this.#invoiced(0.3, 4) });
  }

  #count(): void {
    const shelf = this.#shelves.findLast((one) => one.quantity > 2 * this.#step());
    if (!shelf) return;
    const quantity = this.#step() * this.random.whole(1, 2);
    const reference = this.#document('CNT');
    const found: Partial<Movement> = { type: 'Counting', reference, invoice: this.#today };
    if (this.random.chance(0.4)) this.#put(shelf.place, quantity, found, shelf.batch);
    else this.#take(shelf, quantity, found);
  }

  /** Receives on a shelf; a purchase of an item with batches opens a new one. Returns the batch. */
  #put(place: Place, quantity: number, more: Partial<Movement>, batch = this.#newBatch()): string {
    const shelf = this.#shelves.find((one) => one.place === place && one.batch === batch);
    if (shelf) shelf.quantity += quantity;
    else this.#shelves.push({ place, batch, quantity });
    this.#write(place, batch, quantity, more);
    return batch;
  }

  #take(shelf: Shelf, quantity: number, more: Partial<Movement>): void {
    shelf.quantity -= quantity;
    this.#write(shelf.place, shelf.batch, -quantity, more);
  }

  #write(place: Place, batch: string, quantity: number, more: Partial<Movement>): void {
    this.#movements.push({
      item: this.item.id,
      type: 'Movement',
      reference: '',
      quantity,
      place,
      slip: this.#today,
      invoice: this.#today,
      ...(batch === '' ? {} : { batch }),
      ...more,
    });
  }

  #newBatch(): string {
    if (!this.#batches) return '';
    this.#batch += 1;
    return `${this.item.id.slice(2)}-${String(this.#batch).padStart(2, '0')}`;
  }

  #document(kind: 'PO' | 'SO' | 'TO' | 'CNT'): string {
    this.#documents += 1;
    return `${kind}?${this.name}.${this.#documents}`;
  }

  #shelfToSell(): Shelf | undefined {
    const filled = this.#shelves.filter((shelf) => shelf.quantity > 0);
    if (filled.length === 0) return undefined;
    return this.#batches ? filled[0] : this.random.pick(filled);
  }

  /** Whole steps of a quantity given in units, at least one; in hundredths. */
  #steps(quantity: number): number {
    return Math.max(1, Math.round(units(quantity) / this.#step())) * this.#step();
  }

  #step(): number {
    return units(this.plan.step);
  }

  /** Somewhere between two multiples of the cost price, in whole cents. */
  #price(low: number, high: number): number {
    return Math.round(price(this.item.costPrice * (low + (high - low) * this.random.next())) / 100) * 100;
  }

  /** Items that may not be invoiced below zero are invoiced at once. */
  #invoiced(later: number, days: number): Day {
    const atOnce = this.item.modelGroup === 'STANDARD' || this.item.modelGroup === 'MOVING';
    return atOnce ? this.#today : invoiceDay(this.random, this.#today, later, days);
  }
}
