import type { Arguments } from './arguments';

/** An object that the add-in holds a proxy of: the name of its type, and what it stands for in the model. */
export interface Entity {
  readonly type: string;
  readonly target: unknown;
}

export interface Property<T> {
  get(target: T): unknown;
  set?(target: T, value: unknown): void;
}

/** What a member leads to: another object, a null object, or (methods) a bare value. */
export type Step<T> = (target: T, args: Arguments) => unknown;

/** The members of one type of Excel's object model, by their names on the wire. */
export interface TypeSpec<T> {
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Names that the library writes a property by, where they are not those that it reads it by. */
  readonly writtenAs?: Readonly<Record<string, string>>;
  /** Properties that are objects. */
  readonly navigation?: Readonly<Record<string, (target: T) => Entity | null>>;
  readonly methods?: Readonly<Record<string, Step<T>>>;
  /** The items of a collection. */
  items?(target: T): Entity[];
  /** getItem by key. */
  item?(target: T, key: unknown): Entity;
  /** The id by which a collection finds the object again. */
  id?(target: T): string | number;
  /** The wire name of that id, "Id" for most. */
  readonly idName?: string;
  /** Objects without an id (ranges) live on by a reference id. */
  readonly keepable?: boolean;
  /** The names of the events that can be registered, as in _RegisterDataChangedEvent. */
  readonly events?: Readonly<Record<string, number>>;
  /** What events are addressed to: the id of the object, or "Workbook". */
  eventTarget?(target: T): string;
}

/** A type with its members found by name in any case, as queries spell them the way the add-in wrote them. */
export class Type {
  readonly name: string;
  readonly spec: TypeSpec<unknown>;
  private readonly byName = new Map<string, string>();

  constructor(name: string, spec: TypeSpec<unknown>) {
    this.name = name;
    this.spec = spec;
    for (const member of [...Object.keys(spec.properties ?? {}), ...Object.keys(spec.navigation ?? {})]) {
      this.byName.set(member.toLowerCase(), member);
    }
  }

  /** The wire name of a property or navigation property; null where the type has none of the name. */
  memberName(name: string): string | null {
    return this.byName.get(name.toLowerCase()) ?? null;
  }
}

export type TypeTable = ReadonlyMap<string, Type>;
