import type { Book } from '../../book/book';
import { settles } from '../../book/models';
import type { Problem } from '../../book/problem';
import { idKey, idText } from '../../workbook/read/ids';
import type { ReadBook } from '../../workbook/read/read-book';
import { about } from '../obstacles';

/**
 * What of the stock is chosen: items by their numbers, item groups, and values of dimensions. Where several kinds are
 * given all of them must hold; a kind that is not given chooses everything.
 */
export interface Selection {
  readonly items?: readonly string[];
  readonly itemGroups?: readonly string[];
  /** Value by the name of its dimension: those of the transactions, whether they are tracked financially or not. */
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** Which items a command is for: those that are settled, or those with moving average. */
export type Kind = 'settled' | 'Moving average';

/** What was chosen, as tests; or what of it the workbook does not have. */
export interface Chosen {
  readonly hasItem: (item: number) => boolean;
  /** Whether a transaction has the values of the dimensions that were chosen. */
  readonly hasDimensions: (position: number) => boolean;
  readonly problems: readonly Problem[];
}

/** Items that are named must be of the kind of the command; by their group, items of other kinds are left out. */
export function choose(read: ReadBook, selection: Selection, kind: Kind): Chosen {
  const { book } = read;
  const items = keysOf(selection.items);
  const groups = keysOf(selection.itemGroups);
  const wanted = Object.entries(selection.dimensions ?? {}).map(([name, value]) => ({
    name,
    at: read.dimensions.findIndex((dimension) => idKey(dimension) === idKey(name.trim())),
    value: idKey(value.trim()),
  }));
  const fits = (item: number): boolean => {
    const { model } = book.items[item];
    return kind === 'settled' ? settles(model) : model === kind;
  };
  return {
    hasItem: (item) =>
      fits(item) &&
      (items === undefined || items.has(idKey(book.items[item].id))) &&
      (groups === undefined || groups.has(idKey(book.items[item].group))),
    hasDimensions: (position) =>
      wanted.every(({ at, value }) => idKey(idText(read.dimensionValues[at][position])) === value),
    problems: [
      ...unknown(
        items,
        book.items.map(({ id }) => id),
        'item',
        selection.items,
      ),
      ...unknown(
        groups,
        book.items.map(({ group }) => group),
        'item group',
        selection.itemGroups,
      ),
      ...wanted.filter(({ at }) => at < 0).map(({ name }) => about('NOT_CHOSEN', { what: `dimension "${name}"` })),
      ...otherModels(book, items, fits, kind),
    ],
  };
}

function keysOf(texts: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return texts && texts.length > 0 ? new Set(texts.map((text) => idKey(text.trim()))) : undefined;
}

function unknown(
  keys: ReadonlySet<string> | undefined,
  known: readonly string[],
  what: string,
  typed: readonly string[] = [],
): Problem[] {
  if (keys === undefined) return [];
  const all = new Set(known.map(idKey));
  return typed
    .filter((text) => !all.has(idKey(text.trim())))
    .map((text) => about('NOT_CHOSEN', { what: `${what} "${text.trim()}"` }));
}

function otherModels(
  { items }: Book,
  named: ReadonlySet<string> | undefined,
  fits: (item: number) => boolean,
  kind: Kind,
): Problem[] {
  if (named === undefined) return [];
  const command = kind === 'settled' ? 'an on-hand adjustment' : 'a revaluation';
  return items.flatMap(({ id, model }, item) =>
    named.has(idKey(id)) && !fits(item) ? [about('NOT_ADJUSTABLE', { item: id, model, command })] : [],
  );
}
