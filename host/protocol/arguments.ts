import { invalidArgument } from '../errors';
import type { Entity } from './members';

/** The arguments of a call, read with the types that the member needs; what does not fit is an InvalidArgument. */
export class Arguments {
  private readonly list: readonly unknown[];

  constructor(list: readonly unknown[]) {
    this.list = list;
  }

  at(index: number): unknown {
    return this.list[index] ?? null;
  }

  has(index: number): boolean {
    return this.at(index) !== null;
  }

  text(index: number): string {
    const value = this.at(index);
    if (typeof value !== 'string') throw invalidArgument();
    return value;
  }

  optionalText(index: number): string | null {
    return this.has(index) ? this.text(index) : null;
  }

  /** A whole number. */
  count(index: number): number {
    const value = this.at(index);
    if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }

  optionalCount(index: number): number | null {
    return this.has(index) ? this.count(index) : null;
  }

  flag(index: number): boolean {
    const value = this.at(index);
    if (value !== null && typeof value !== 'boolean') throw invalidArgument();
    return value === true;
  }

  record(index: number): Record<string, unknown> {
    const value = this.at(index);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
    return value as Record<string, unknown>;
  }

  optionalRecord(index: number): Record<string, unknown> {
    return this.has(index) ? this.record(index) : {};
  }

  /** An object that was passed as an argument; null for a plain value. */
  entity(index: number): Entity | null {
    const value = this.at(index);
    return isEntity(value) ? value : null;
  }
}

export const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && 'type' in value && 'target' in value;
