import { ExcelError, accessDenied } from '../errors';
import { Arguments, isEntity } from './arguments';
import type { Guard } from './guard';
import type { Entity, TypeTable } from './members';
import { Queries } from './query';
import type { References } from './references';
import {
  ActionType,
  type ArgumentInfo,
  PathType,
  type WireAction,
  type WirePath,
  type WireRequest,
  type WireResponse,
} from './wire';

/** What a registration asks for: events of a type, to a target. */
export type Register = (eventType: number, target: string, wanted: boolean) => void;

/** A fault that was asked for: the action before which it strikes; beyond the last one, all were done. */
export interface Stop {
  readonly before: number;
  readonly error: ExcelError;
}

/** Services of the library itself (telemetry and the like), which no workbook is asked for. */
const SERVICE = '$service';

/** Does the actions of a request, one after the other, on the objects that its paths lead to. Knows nothing of Excel. */
export class Processor {
  private readonly root: Entity;
  private readonly queries: Queries;
  private readonly references: References;
  private readonly guard: Guard;
  private readonly register: Register;

  constructor(root: Entity, types: TypeTable, references: References, guard: Guard, register: Register) {
    this.root = root;
    this.references = references;
    this.guard = guard;
    this.register = register;
    this.queries = new Queries(types, references, guard);
  }

  /** Does the actions up to the first that fails. What was done before stays done, as in Excel. */
  process(request: WireRequest, stop?: Stop): WireResponse {
    const paths = new Paths(request, this);
    const { length } = request.Actions;
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let index = 0;
    try {
      for (; index < length; index++) {
        if (stop && index >= stop.before) throw stop.error;
        const action = request.Actions[index];
        if (action.ActionType === ActionType.trace) traces.push(action.Id);
        const value = this.act(action, paths, request.AutoKeepReference === true);
        results.push({ ActionId: action.Id, Value: value ?? null });
      }
      if (stop) throw stop.error;
    } catch (error) {
      const failed = Math.min(index, length - 1);
      return {
        Results: results,
        TraceIds: traces,
        Error: this.answerOf(error, failed, request.Actions[failed], request),
      };
    }
    return { Results: results, TraceIds: traces };
  }

  private answerOf(error: unknown, index: number, action: WireAction, request: WireRequest) {
    const known =
      error instanceof ExcelError
        ? error
        : new ExcelError(
            'GeneralException',
            `The stand-in failed: ${error instanceof Error ? error.stack : String(error)}`,
            500,
          );
    const path = request.ObjectPaths[action.ObjectPathId] as WirePath | undefined;
    const location = known.location || [path?.Name, action.Name].filter(Boolean).join('.');
    return {
      Code: known.code,
      Message: known.message,
      Location: location,
      ActionIndex: index,
      HttpStatusCode: known.status,
    };
  }

  private act(action: WireAction, paths: Paths, keep: boolean): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const entity = paths.resolve(action.ObjectPathId);
    if (entity === null) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return entity.type === SERVICE ? {} : this.queries.identity(entity, keep);
      case ActionType.query:
        return entity.type === SERVICE ? {} : this.queries.run(entity, action.QueryInfo ?? {}, keep);
      case ActionType.method:
        return this.invoke(entity, action.Name, paths.argumentsOf(action.ArgumentInfo), keep);
      case ActionType.setProperty:
        this.set(entity, action.Name, paths.argumentsOf(action.ArgumentInfo).at(0));
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(entity, name, value);
        return null;
      default:
        throw this.guard.notImplemented('Action', String(action.ActionType));
    }
  }

  private invoke(entity: Entity, name: string, args: Arguments, keep: boolean): unknown {
    if (entity.type === SERVICE) return null;
    if (name === '_KeepReference') {
      this.references.keep(entity);
      return null;
    }
    if (name === '_RemoveReference') {
      this.references.release(args.text(0));
      return null;
    }
    const event = /^_(Register|Unregister)(.+)$/.exec(name);
    if (event) {
      const { spec } = this.queries.typeOf(entity);
      const eventType = spec.events?.[event[2].replace(/^Event|Event$/g, '')];
      if (eventType === undefined) throw this.guard.notImplemented(entity.type, name);
      this.guard.check(entity.type, `_Register${event[2]}`);
      this.register(eventType, spec.eventTarget?.(entity.target) ?? '', event[1] === 'Register');
      return null;
    }
    const result = this.step(entity, name, args);
    return isEntity(result) ? this.queries.identity(result, keep) : result;
  }

  private set(entity: Entity, name: string, value: unknown): void {
    const type = this.queries.typeOf(entity);
    const member = type.memberName(type.spec.writtenAs?.[name] ?? name);
    if (member === null) throw this.guard.notImplemented(type.name, name);
    this.guard.check(type.name, member);
    const property = type.spec.properties?.[member];
    if (property?.set) {
      property.set(entity.target, value);
      return;
    }
    // range.format.set({ font: { bold: true } }) comes as an object for a navigation property.
    const child = property ? null : type.spec.navigation?.[member](entity.target);
    if (!child || typeof value !== 'object' || value === null)
      throw accessDenied(`${type.name}.${member} is read-only.`);
    for (const [inner, part] of Object.entries(value)) this.set(child, inner, part);
  }

  private step(entity: Entity, name: string, args: Arguments): unknown {
    const type = this.queries.typeOf(entity);
    const method = type.spec.methods?.[name];
    if (!method) throw this.guard.notImplemented(type.name, name);
    this.guard.check(type.name, name);
    return method(entity.target, args);
  }

  /** The object that a path leads to from its parent; null for a null object. */
  follow(path: WirePath, parent: Entity | null, args: () => Arguments): Entity | null {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.root;
      case PathType.nullObject:
        return null;
      case PathType.newObject:
        return { type: SERVICE, target: path.Name };
      case PathType.reference: {
        const kept = this.references.find(path.Name);
        if (!kept) throw new ExcelError('InvalidReference', 'This reference is not valid for the current operation.');
        return kept;
      }
    }
    if (parent === null) return null;
    if (parent.type === SERVICE) return parent;
    const type = this.queries.typeOf(parent);
    if (path.ObjectPathType === PathType.indexer) {
      if (!type.spec.item) throw this.guard.notImplemented(type.name, 'getItem');
      return type.spec.item(parent.target, args().at(0));
    }
    if (path.ObjectPathType === PathType.property) {
      const navigate = type.spec.navigation?.[path.Name];
      if (!navigate) throw this.guard.notImplemented(type.name, path.Name);
      this.guard.check(type.name, path.Name);
      return navigate(parent.target);
    }
    const result = this.step(parent, path.Name, args());
    if (result !== null && !isEntity(result)) throw this.guard.notImplemented(type.name, path.Name);
    return result;
  }
}

/** The object paths of one request, each followed once. */
class Paths {
  private readonly request: WireRequest;
  private readonly processor: Processor;
  private readonly found = new Map<number, Entity | null>();

  constructor(request: WireRequest, processor: Processor) {
    this.request = request;
    this.processor = processor;
  }

  resolve(id: number): Entity | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[id] as WirePath | undefined;
    if (!path) throw new ExcelError('InvalidObjectPath', `There is no object path ${id}.`);
    const parent = path.ParentObjectPathId === undefined ? null : this.resolve(path.ParentObjectPathId);
    const entity = this.processor.follow(path, parent, () => this.argumentsOf(path.ArgumentInfo));
    this.found.set(id, entity);
    return entity;
  }

  argumentsOf(info: ArgumentInfo | undefined): Arguments {
    const references = info?.ReferencedObjectPathIds;
    const list = (info?.Arguments ?? []).map((value, index) => {
      const id = references?.[index];
      return typeof id === 'number' && id > 0 ? this.resolve(id) : value;
    });
    return new Arguments(list);
  }
}
