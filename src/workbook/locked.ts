/**
 * The content of locked rows: every value that affects costing, as one canonical text. It is JSON with a fixed order
 * of keys and values as a person reads them, so that an auditor can check it by eye and a run by comparing texts.
 */
import { NONE, type Book, type Item } from '../book/book';
import { isoDay, parseIsoDay, type Day } from '../book/days';
import { plain, short } from '../book/decimals';
import { INVENTORY_MODELS } from '../book/models';
import { TRANSACTION_TYPES } from '../book/transaction-types';
import type { ReadBook } from './read/read-book';

/** What a transaction's content is made from. */
export type ContentSource = Pick<ReadBook, 'book' | 'typed'>;

/** Content of a transaction, parsed. Blank values are left out. */
export interface LockedTransaction {
  readonly values: Readonly<Record<string, string>>;
  /** Values of the item's financial dimensions. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Inventory and offset account that its adjustments are posted to: kept, never compared. */
  readonly postsTo: readonly [string, string];
  /** Inventory model that applied: kept, never compared. */
  readonly model: string;
}

/** Columns of Transactions that the content has, in its order; dimensions stand before the accounts. */
const VALUES = [
  'Item',
  'Quantity',
  'Financial date',
  'Financial cost',
  'Physical date',
  'Physical cost',
  'Type',
  'Reference',
  'Marked to',
  'Cost source',
  'Inventory account',
  'Offset account',
] as const;

const TAIL = ',"Posts to":';

/** The canonical content of a transaction, by its position. */
export function contentOfTransaction({ book, typed }: ContentSource, p: number): string {
  const { transactions: t, parameters } = book;
  const { amountDecimals, quantityDecimals } = parameters;
  const words = wordsOf(book);
  let text = `{"Item":${words.items[t.item[p]]}`;
  const add = (name: string, value: string) => {
    if (value !== '') text += `,"${name}":${JSON.stringify(value)}`;
  };
  const cost = (value: number) => (Number.isNaN(value) ? '' : plain(value, amountDecimals));
  const idOf = (position: number) => (position === NONE ? '' : t.id[position]);
  const account = (index: number) => (index === NONE ? '' : book.accounts[index]);
  add('Quantity', short(t.quantity[p], quantityDecimals));
  add('Financial date', words.day(t.financialDay[p]));
  add('Financial cost', cost(typed.financialCost[p]));
  add('Physical date', words.day(t.physicalDay[p]));
  add('Physical cost', cost(typed.physicalCost[p]));
  add('Type', TRANSACTION_TYPES[t.type[p]]);
  add('Reference', t.reference[p] === NONE ? '' : book.references[t.reference[p]]);
  add('Marked to', idOf(t.markedTo[p]));
  add('Cost source', idOf(t.costSource[p]));
  text += words.dimensions[t.key[p]];
  add('Inventory account', account(typed.inventoryAccount[p]));
  add('Offset account', account(typed.offsetAccount[p]));
  const postsTo = `${words.accounts[t.inventoryAccount[p]]},${words.accounts[t.offsetAccount[p]]}`;
  return `${text}${TAIL}[${postsTo}],"Model":"${book.items[t.item[p]].model}"}`;
}

/** Texts that many rows share, as JSON. A book never changes, so they are made once for each. */
interface Words {
  readonly items: readonly string[];
  readonly accounts: readonly string[];
  /** By cost key, with the comma before it; "" where all values are blank. */
  readonly dimensions: readonly string[];
  day(day: Day): string;
}

const wordsOfBooks = new WeakMap<Book, Words>();

function wordsOf(book: Book): Words {
  const known = wordsOfBooks.get(book);
  if (known) return known;
  const days = new Map<Day, string>();
  const words: Words = {
    items: book.items.map((item) => JSON.stringify(item.id)),
    accounts: book.accounts.map((account) => JSON.stringify(account)),
    dimensions: book.keys.map(({ item, values }) => dimensionText(book.items[item], values)),
    day: (day) => {
      const text = days.get(day) ?? isoDay(day);
      days.set(day, text);
      return text;
    },
  };
  wordsOfBooks.set(book, words);
  return words;
}

function dimensionText(item: Item, values: readonly string[]): string {
  const parts = values.flatMap((value, d) =>
    value === '' ? [] : [`${JSON.stringify(item.financialDimensions[d])}:${JSON.stringify(value)}`],
  );
  return parts.length === 0 ? '' : `,"Dimensions":{${parts.join(',')}}`;
}

/** What the content of an item says of it. */
export type LockedItem = Pick<Item, 'group' | 'model' | 'includePhysicalValue' | 'financialDimensions'>;

/** The canonical content of an item: what says how its transactions are costed, and where the voucher sums them. */
export function contentOfItem(item: LockedItem): string {
  return JSON.stringify({
    ...(item.group === '' ? {} : { 'Item group': item.group }),
    Model: item.model,
    'Include physical value': item.includePhysicalValue ? 'Yes' : 'No',
    Dimensions: item.financialDimensions,
  });
}

/** The financial dimensions that an item's content names; undefined where it is no such content. */
export function parseItemDimensions(content: string): readonly string[] | undefined {
  const { Dimensions: names } = parseObject(content) ?? {};
  return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : undefined;
}

/** The content of an item, parsed; undefined where the text is no such content. */
export function parseItem(content: string): LockedItem | undefined {
  const dimensions = parseItemDimensions(content);
  const found = parseObject(content);
  const model = INVENTORY_MODELS.find((one) => one === found?.Model);
  const group = found?.['Item group'] ?? '';
  if (!found || !dimensions || !model || typeof group !== 'string') return undefined;
  return {
    group,
    model,
    includePhysicalValue: found['Include physical value'] === 'Yes',
    financialDimensions: dimensions,
  };
}

/** The content of a transaction, parsed; undefined where the text is no such content. */
export function parseTransaction(content: string): LockedTransaction | undefined {
  const found = parseObject(content);
  const tail = parsePostsTo(content);
  if (!found || !tail || typeof found.Model !== 'string') return undefined;
  const values: Record<string, string> = {};
  for (const name of VALUES) {
    const value = found[name];
    if (typeof value === 'string') values[name] = value;
    else if (value !== undefined) return undefined;
  }
  const dimensions = found.Dimensions ?? {};
  if (!isTexts(dimensions)) return undefined;
  return { values, dimensions, postsTo: tail, model: found.Model };
}

/** The accounts that a locked transaction posts to, read from the end of the content only: there may be many. */
export function parsePostsTo(content: string): readonly [string, string] | undefined {
  const start = content.lastIndexOf(TAIL);
  const found = start < 0 ? undefined : parseObject(`{${content.slice(start + 1)}`)?.['Posts to'];
  if (!Array.isArray(found) || found.length !== 2) return undefined;
  const [inventory, offset] = found as unknown[];
  return typeof inventory === 'string' && typeof offset === 'string' ? [inventory, offset] : undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string')
  );
}

/** One value of a locked transaction that is not what it was. */
export interface Difference {
  /** The column of Transactions. */
  readonly column: string;
  /** "(blank)" where there was or is none. */
  readonly before: string;
  readonly after: string;
}

/** Whether two contents agree in all that is compared, letter by letter: the quick test before compareLocked. */
export function sameContent(now: string, locked: string): boolean {
  const end = now.lastIndexOf(TAIL);
  return end >= 0 && end === locked.lastIndexOf(TAIL) && locked.startsWith(now.slice(0, end));
}

/** What an invoice that comes after the close brings: none of it is a change of the locked row (A16). */
const BY_INVOICE = ['Financial date', 'Financial cost', 'Reference', 'Inventory account', 'Offset account'];

/**
 * What was changed in a locked transaction. Upper and lower case do not count. A Financial date after the last close,
 * with what comes with it, added to a row that had none, is no change. Dimensions are compared where asked for.
 */
export function compareLocked(
  now: LockedTransaction,
  locked: LockedTransaction,
  lastClose: Day,
  withDimensions = true,
): Difference[] {
  const invoiced = parseIsoDay(now.values['Financial date'] ?? '');
  const allowed = locked.values['Financial date'] === undefined && invoiced !== undefined && invoiced > lastClose;
  const differences: Difference[] = [];
  const compare = (column: string, after: string | undefined, before: string | undefined) => {
    if ((after ?? '').toLowerCase() === (before ?? '').toLowerCase()) return;
    differences.push({ column, before: before ?? '(blank)', after: after ?? '(blank)' });
  };
  for (const name of VALUES) {
    if (!(allowed && BY_INVOICE.includes(name))) compare(name, now.values[name], locked.values[name]);
  }
  if (withDimensions) {
    const names = new Set([...Object.keys(locked.dimensions), ...Object.keys(now.dimensions)]);
    for (const name of names) compare(name, now.dimensions[name], locked.dimensions[name]);
  }
  return differences;
}
