import { ExcelError } from '../errors';
import type { Stop } from '../protocol/processor';

/** A fault on demand: what the n-th request from now answers instead of its results. */
export interface Fault {
  /** 1 is the next request. Requests that only give references back are not counted. */
  readonly sync: number;
  /** A code of Excel.ErrorCodes, answered for one action; or a number, with which the whole request fails (5102, 5012). */
  readonly code: string | number;
  /** Nothing is applied, everything is, or what comes before the action of this number (from 0). */
  readonly when: 'before' | 'after' | number;
  /** Every later request fails too and nothing is applied any more: the pane or Excel has gone. */
  readonly lasting?: boolean;
}

/** Counts requests, and says which of them is to fail. */
export class Faults {
  private armed: Fault[] = [];
  private count = 0;
  private gone: Fault | null = null;

  /** Requests so far. */
  get syncs(): number {
    return this.count;
  }

  /** Plans a fault, counted from now. */
  arm(fault: Fault): void {
    this.armed.push({ ...fault, sync: this.count + fault.sync });
  }

  /** Forgets all faults that were planned; a host that was gone is there again. */
  clear(): void {
    this.armed = [];
    this.gone = null;
  }

  /** Counts a request; the fault that strikes it, if there is one. */
  next(): Fault | null {
    this.count++;
    if (this.gone) return { ...this.gone, when: 'before' };
    const fault = this.armed.find(({ sync }) => sync === this.count) ?? null;
    if (fault?.lasting) this.gone = fault;
    return fault;
  }
}

/** Where a request is stopped by a fault. */
export function stopOf({ code, when }: Fault): Stop {
  const before = when === 'before' ? 0 : when === 'after' ? Infinity : when;
  return { before, error: new ExcelError(String(code), 'A fault that was asked for.', 500) };
}
