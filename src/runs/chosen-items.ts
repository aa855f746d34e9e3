import type { Book } from '../book/book';
import type { Problem } from '../book/problem';
import { idKey } from '../workbook/read/ids';
import { about } from './obstacles';

/** What a recalculation is of: items and item groups, together; all where both are blank (A17). */
export interface Chosen {
  readonly items?: readonly string[];
  readonly itemGroups?: readonly string[];
}

/** Indices into Book.items of what was chosen, ascending; undefined for all. Unknown names are problems. */
export function itemsOf(book: Book, chosen: Chosen): { items: readonly number[] | undefined; problems: Problem[] } {
  const { items = [], itemGroups = [] } = chosen;
  if (items.length + itemGroups.length === 0) return { items: undefined, problems: [] };
  const problems: Problem[] = [];
  const found = new Set<number>();
  const byItem = new Map(book.items.map(({ id }, at) => [idKey(id), at] as const));
  for (const item of items) {
    const at = byItem.get(idKey(item.trim()));
    if (at === undefined) problems.push(about('UNKNOWN_ITEM', { item }, '', item));
    else found.add(at);
  }
  for (const group of itemGroups) {
    const members = [...book.items.keys()].filter((at) => idKey(book.items[at].group) === idKey(group.trim()));
    if (members.length === 0) problems.push(about('UNKNOWN_ITEM_GROUP', { group }, '', group));
    members.forEach((at) => found.add(at));
  }
  return { items: [...found].sort((a, b) => a - b), problems };
}

/** Names as one text: "A, B"; a name with a comma, a quote or a space at its end in quotes, as in a CSV file. */
export function listOfNames(names: readonly string[]): string {
  return names.map((name) => (/[",]|^\s|\s$/.test(name) ? `"${name.replace(/"/g, '""')}"` : name)).join(', ');
}

/** The names of such a text. Undefined where its quotes do not close. */
export function namesOfList(text: string): string[] | undefined {
  const names: string[] = [];
  const name = /\s*(?:"((?:[^"]|"")*)"\s*|([^",]*))(,|$)/y;
  let comma = ',';
  while (comma === ',') {
    const found = name.exec(text);
    if (!found) return undefined;
    const one = found[1] === undefined ? found[2].trim() : found[1].replace(/""/g, '"');
    if (one !== '') names.push(one);
    comma = found[3];
  }
  return names;
}
