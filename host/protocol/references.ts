import type { Entity } from './members';

/** Objects that the add-in holds on to between requests, by the ids that it knows them by. */
export class References {
  private readonly objects = new Map<string, Entity>();
  private readonly ids = new WeakMap<Entity, string>();
  private next = 1;

  /** How many are held: an add-in that cleans up comes back to 0. */
  get size(): number {
    return this.objects.size;
  }

  keep(entity: Entity): string {
    const known = this.ids.get(entity);
    if (known !== undefined && this.objects.has(known)) return known;
    const id = `ref${this.next++}`;
    this.ids.set(entity, id);
    this.objects.set(id, entity);
    return id;
  }

  isKept(entity: Entity): boolean {
    const id = this.ids.get(entity);
    return id !== undefined && this.objects.has(id);
  }

  find(id: string): Entity | null {
    return this.objects.get(id) ?? null;
  }

  release(id: string): void {
    this.objects.delete(id);
  }

  all(): IterableIterator<Entity> {
    return this.objects.values();
  }
}
