import { principleCode, type SliceBuffer } from '../slices';
import { pairInTurn } from './in-turn';
import type { KeySides } from './model';

const LIFO = principleCode('LIFO');

/** LIFO (A7), newest issue first: each with the newest open receipt of the whole run. */
export function lifoNewestFirst(on: KeySides, slices: SliceBuffer): void {
  pairInTurn(on, 'Newest first', 'Newest first', slices, LIFO);
}

/** LIFO (A7), oldest issue first: each with the newest open receipt of the whole run. */
export function lifoOldestFirst(on: KeySides, slices: SliceBuffer): void {
  pairInTurn(on, 'Oldest first', 'Newest first', slices, LIFO);
}
