import { principleCode, type SliceBuffer } from '../slices';
import { pairInTurn } from './in-turn';
import type { KeySides } from './model';

const FIFO = principleCode('FIFO');

/** FIFO (A7): issues oldest first, each with the oldest open receipt, one later than the issue included. */
export function fifo(on: KeySides, slices: SliceBuffer): void {
  pairInTurn(on, 'Oldest first', 'Oldest first', slices, FIFO);
}
