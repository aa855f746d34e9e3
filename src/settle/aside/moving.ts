import { type Book, LEG, NONE } from '../../book/book';
import { type Day, isBy } from '../../book/days';
import { exact } from '../../book/decimals';
import { dueOf } from '../flow/due';
import { type Grouping, groupBy, groupEdges } from '../flow/grouping';
import { isReturn, type Links, postedCost } from '../flow/links';
import { Workspace } from '../workspace';

/**
 * For each row 1 where a run may change its cost. A change can begin with an issue that is paired, with a receipt that
 * people changed, that is due something, or that takes cost for the first time; from there it goes along everything that
 * cost flows along (A11, A12).
 *
 * @param live 1 for each row that is open, or not invoiced by the last close
 */
export function movingRows(book: Book, links: Links, live: Uint8Array, lastDay: Day): Uint8Array {
  const { count, quantity, leg, changedByHand } = book.transactions;
  const { settlements } = book;
  const settled = settledBy(book);
  const groups = groupsOfSources(book, links);
  const moving = new Uint8Array(count);
  const next: number[] = [];
  const move = (row: number) => {
    if (moving[row] === 1) return;
    moving[row] = 1;
    next.push(row);
  };
  for (let row = 0; row < count; row++) {
    if (quantity[row] < 0 ? live[row] === 1 : changedByHand[row] !== 0) move(row);
  }
  takersInMotion(book, links, lastDay).forEach(move);
  const seen = new Uint8Array(links.groups);
  for (let row = next.pop(); row !== undefined; row = next.pop()) {
    if (quantity[row] > 0) {
      for (let at = settled.starts[row]; at < settled.starts[row + 1]; at++)
        move(settlements.issue[settled.entries[at]]);
      continue;
    }
    if (leg[row] === LEG.issue) move(row + 1);
    for (let at = groups.starts[row]; at < groups.starts[row + 1]; at++) {
      const group = groups.entries[at];
      if (seen[group] === 1) continue;
      seen[group] = 1;
      for (let place = links.members.starts[group]; place < links.members.starts[group + 1]; place++) {
        move(links.members.entries[place]);
      }
    }
  }
  return moving;
}

/** The settlements of earlier runs that have a quantity, by receipt. */
function settledBy({ transactions, settlements }: Book): Grouping {
  const of = settlements.receipt.map((row, j) => (settlements.quantity[j] > 0 ? row : NONE));
  return groupBy(transactions.count, of, new Workspace());
}

/** By issue the groups whose cost it is a part of. */
function groupsOfSources(book: Book, { groups, sources }: Links): Grouping {
  const to: number[] = [];
  for (let group = 0; group < groups; group++) {
    for (let at = sources.starts[group]; at < sources.starts[group + 1]; at++) to.push(group);
  }
  return groupEdges(book.transactions.count, [{ from: sources.entries, to }], new Workspace());
}

/** The receipts that get cost even where no issue changes: what they have got is not what they should have by now. */
function takersInMotion(book: Book, links: Links, lastDay: Day): number[] {
  const { adjusted, financialDay } = book.transactions;
  const { sources, members } = links;
  const found: number[] = [];
  for (let group = 0; group < links.groups; group++) {
    let whole = 0;
    let posted = 0;
    for (let at = sources.starts[group]; at < sources.starts[group + 1]; at++) {
      whole -= adjusted[sources.entries[at]];
      posted -= postedCost(book, lastDay, sources.entries[at]);
    }
    for (let place = members.starts[group]; place < members.starts[group + 1]; place++) {
      const row = members.entries[place];
      const returned = isReturn(book, links, row);
      const all = exact(returned ? whole + posted : whole, 'A cost that is passed on');
      const isNew = !isBy(financialDay[row], lastDay);
      if (isNew || dueOf(book, links, row, all, returned ? postedCost(book, lastDay, row) : 0) !== 0) found.push(row);
    }
  }
  return found;
}
