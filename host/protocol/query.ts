import type { Guard } from './guard';
import type { Entity, Type, TypeTable } from './members';
import type { References } from './references';
import type { WireQuery } from './wire';

type Answer = Record<string, unknown>;

/** Answers load(): picks the selected properties of an object, or of the items of a collection. */
export class Queries {
  private readonly types: TypeTable;
  private readonly references: References;
  private readonly guard: Guard;

  constructor(types: TypeTable, references: References, guard: Guard) {
    this.types = types;
    this.references = references;
    this.guard = guard;
  }

  typeOf(entity: Entity): Type {
    const type = this.types.get(entity.type);
    if (!type) throw this.guard.notImplemented(entity.type, '(type)');
    return type;
  }

  /** What the library needs to address the object again: its id, or a reference id. */
  identity(entity: Entity, keep: boolean): Answer {
    const { spec } = this.typeOf(entity);
    const answer: Answer = {};
    if (spec.id) answer[spec.idName ?? 'Id'] = spec.id(entity.target);
    if (spec.keepable && (keep || this.references.isKept(entity))) answer._ReferenceId = this.references.keep(entity);
    return answer;
  }

  run(entity: Entity, query: WireQuery, keep: boolean): Answer {
    const paths = [...(query.Select ?? []), ...(query.Expand ?? [])];
    const { spec } = this.typeOf(entity);
    if (!spec.items) return this.select(entity, paths.length ? paths : ['*'], keep);
    return { ...this.identity(entity, keep), ...this.collection(entity, paths, query) };
  }

  /** The collection's own scalars (rows.count) come in the same list as the members of its items. */
  private collection(entity: Entity, paths: readonly string[], query: WireQuery): Answer {
    const type = this.typeOf(entity);
    const own: Answer = {};
    const rest: string[] = [];
    for (const path of paths) {
      const name = type.memberName(path);
      if (name !== null && type.spec.properties?.[name]) own[name] = this.read(type, entity, name);
      else rest.push(path.replace(/^items\//i, ''));
    }
    if (!rest.length && Object.keys(own).length) return own;
    const items = type.spec.items?.(entity.target) ?? [];
    const from = query.Skip ?? 0;
    const part = items.slice(from, query.Top === undefined ? undefined : from + query.Top);
    return { ...own, _Items: part.map((item) => this.select(item, rest.length ? rest : ['*'], false)) };
  }

  private select(entity: Entity, paths: readonly string[], keep: boolean): Answer {
    const answer = this.identity(entity, keep);
    for (const path of paths) this.pick(entity, path.split('/'), answer);
    return answer;
  }

  private pick(entity: Entity, path: readonly string[], answer: Answer): void {
    const type = this.typeOf(entity);
    const [head, ...rest] = path;
    if (head === '*' || head === '') {
      for (const name of Object.keys(type.spec.properties ?? {})) {
        if (this.isAvailable(type, name)) answer[name] = this.read(type, entity, name);
      }
      return;
    }
    const name = type.memberName(head);
    if (name === null) throw this.guard.notImplemented(type.name, head);
    if (type.spec.properties?.[name]) {
      answer[name] = this.read(type, entity, name);
      return;
    }
    this.guard.check(type.name, name);
    const child = type.spec.navigation?.[name](entity.target) ?? null;
    if (child === null) {
      answer[name] = null;
      return;
    }
    const inner = rest.length ? [rest.join('/')] : [];
    if (this.typeOf(child).spec.items) answer[name] = this.collection(child, inner, {});
    else {
      const present = (answer[name] ??= this.identity(child, false)) as Answer;
      this.pick(child, rest.length ? rest : ['*'], present);
    }
  }

  /** load('*') leaves out what the declared sets do not cover. */
  private isAvailable(type: Type, name: string): boolean {
    try {
      this.guard.check(type.name, name);
      return true;
    } catch {
      return false;
    }
  }

  private read(type: Type, entity: Entity, name: string): unknown {
    this.guard.check(type.name, name);
    return type.spec.properties?.[name].get(entity.target);
  }
}
