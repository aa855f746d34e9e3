import { exact } from '../../book/decimals';
import type { SliceBuffer } from '../slices';
import type { Sides } from '../sides';

/** Closing transfers as pairing knows them: quantities only. Transfer t has the sides sides.count + 2t and + 2t + 1. */
export class TransferBuffer {
  readonly key: number[] = [];
  readonly day: number[] = [];
  readonly quantity: number[] = [];

  constructor(private readonly firstLeg: number) {}

  /** Adds a transfer and returns the side of its issue leg; the receipt leg is the one after it. */
  add(key: number, day: number, quantity: number): number {
    this.key.push(key);
    this.day.push(day);
    this.quantity.push(exact(quantity, 'The quantity of a closing transfer'));
    return this.firstLeg + 2 * (this.key.length - 1);
  }
}

/** What a model works on: the sides from start to end, all of one cost key, and what of each is still free to pair. */
export interface KeySides {
  readonly sides: Sides;
  key: number;
  start: number;
  end: number;
  /** Per side, positive: neither paired nor reserved. Models take from it. */
  readonly free: Float64Array;
  readonly runDay: number;
  readonly transfers: TransferBuffer;
}

/**
 * An inventory model: a function from the free sides of one cost key to slices. It looks at quantities and dates only;
 * marking, physical value, rounding and reservation are around it.
 */
export type Model = (on: KeySides, slices: SliceBuffer) => void;
