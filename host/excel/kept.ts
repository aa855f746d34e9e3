import { invalidArgument } from '../errors';
import type { Property } from '../protocol/members';

type Of<T, V> = (target: T) => V;

/** Properties that are simply kept, each refusing a value of another kind. */
export function text<T>(get: Of<T, string>, set: (target: T, value: string) => void): Property<T> {
  return { get, set: (target, value) => set(target, asText(value)) };
}

export function flag<T>(get: Of<T, boolean>, set: (target: T, value: boolean) => void): Property<T> {
  return { get, set: (target, value) => set(target, asFlag(value)) };
}

export function number<T>(get: Of<T, unknown>, set: (target: T, value: number) => void): Property<T> {
  return { get, set: (target, value) => set(target, asNumber(value)) };
}

export function record<T>(get: Of<T, unknown>, set: (target: T, value: Record<string, unknown>) => void): Property<T> {
  return { get, set: (target, value) => set(target, asRecord(value)) };
}

/** A text that is one of a list, such as the values of an enumeration. */
export function choice<T>(
  values: readonly string[],
  get: Of<T, unknown>,
  set: (target: T, value: string) => void,
): Property<T> {
  return { get, set: (target, value) => set(target, oneOf(values, value)) };
}

export function oneOf(values: readonly string[], value: unknown): string {
  const wanted = asText(value).toLowerCase();
  const found = values.find((known) => known.toLowerCase() === wanted);
  if (found === undefined) throw invalidArgument();
  return found;
}

export function asText(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Record<string, unknown>;
}
