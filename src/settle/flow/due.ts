import type { Book } from '../../book/book';
import { mulDiv } from '../../book/muldiv';
import type { Links } from './links';

/**
 * What a receipt is due that takes cost (A11): its part of the whole, less what it has got. A return takes the cost of the
 * sale itself, not the change of it, so that its own posted cost is taken off as well.
 */
export function dueOf({ transactions }: Book, links: Links, row: number, whole: number, ownCost: number): number {
  return shareOf(links, links.groupOf[row], links.placeOf[row], whole) - transactions.got[row] - ownCost;
}

/** A member's part of the whole, by itself; the last takes the rest where the members make up the whole (A11). */
export function shareOf(
  { members, weight, whole, complete }: Links,
  group: number,
  place: number,
  amount: number,
): number {
  const all = whole[group];
  const part = (one: number) => (all > 0 ? mulDiv(amount, weight[one], all) : mulDiv(amount, -weight[one], -all));
  if (complete[group] === 0 || place < members.starts[group + 1] - 1) return part(place);
  let rest = amount;
  for (let before = members.starts[group]; before < place; before++) rest -= part(before);
  return rest;
}
