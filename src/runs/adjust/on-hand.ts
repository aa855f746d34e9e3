import type { Book, Closing } from '../../book/book';
import { isoDay } from '../../book/days';
import { listOf } from '../../book/names';
import type { Problem, Refusal } from '../../book/problem';
import { type Fill, fillOf } from '../../settle/by-hand/fill';
import { openParts, type OpenPart } from '../../settle/by-hand/open-parts';
import { onHandAt } from '../../settle/on-hand';
import type { WorkbookPort } from '../../workbook/port';
import type { Environment } from '../environment';
import type { Loaded } from '../load';
import { addressOf } from '../find-rows';
import { about } from '../obstacles';
import type { AdjustedByHand, ByHandOptions, Found } from './by-hand-run';
import { amountOf } from './figures';
import { adjustAtLastClose, notPositive } from './last-close';
import type { Chosen, Selection } from './selection';

/** Which stock, and what it is to be worth. Amounts are in amount units, not scaled; see Fill. */
export interface OnHandOptions extends ByHandOptions {
  readonly selection: Selection;
  readonly fill: Fill;
}

/**
 * Adjusts what is on hand as of the last close, dated at it (A20): the open parts of the open receipts of each chosen cost
 * key, where more than nothing of it is on hand. Returns what was written, or with `dryRun` would be; or why not.
 */
export function adjustOnHand(
  port: WorkbookPort,
  options: OnHandOptions,
  env: Environment,
): Promise<AdjustedByHand | Refusal> {
  const wrong = ({ read }: Loaded): Problem[] => {
    const fill = scaledFill(read.book, options.fill);
    return 'code' in fill ? [fill] : [];
  };
  const found = (loaded: Loaded, last: Closing, chosen: Chosen): Found | Refusal => {
    const fill = scaledFill(loaded.read.book, options.fill);
    return 'code' in fill ? { ok: false, problems: [fill] } : find(loaded, last, chosen, fill, options);
  };
  return adjustAtLastClose(port, options, { of: 'settled', find: found, wrong }, env);
}

function find(
  loaded: Loaded,
  last: Closing,
  chosen: Chosen,
  fill: Fill,
  { selection, fill: asked }: OnHandOptions,
): Found | Refusal {
  const { book } = loaded.read;
  const { key, item } = book.transactions;
  const onHand = onHandAt(book, last.day).financial;
  const all = openParts(book, last.day).filter(
    ({ transaction }) => chosen.hasItem(item[transaction]) && chosen.hasDimensions(transaction),
  );
  const parts = all.filter(({ transaction }) => onHand[key[transaction]] > 0);
  const problems = parts.length === 0 ? [about('NOTHING_ON_HAND', { date: isoDay(last.day) })] : [];
  if (fill.method === 'Item cost price') problems.push(...withoutCostPrice(loaded, parts));
  if (problems.length > 0) return { ok: false, problems };
  return {
    type: 'On-hand adjustment',
    day: last.day,
    parts,
    amounts: fillOf(book, parts, fill),
    what: `${fillText(asked)}; ${selectionText(selection)}`,
    warnings: leftOut(book, last, all, onHand),
  };
}

/** Cost keys with open receipts of which nothing, or less, is on hand: open issues stand against them. */
function leftOut(book: Book, last: Closing, parts: readonly OpenPart[], onHand: Float64Array): Problem[] {
  const keys = new Set(parts.map(({ transaction }) => book.transactions.key[transaction]));
  return [...keys].filter((key) => onHand[key] <= 0).map((key) => notPositive(book, key, onHand[key], last));
}

function withoutCostPrice({ read, tables }: Loaded, parts: readonly OpenPart[]): Problem[] {
  const { book } = read;
  const found = [...tables.values()].find(({ name }) => name.toLowerCase() === 'items');
  const items = new Set(parts.map(({ transaction }) => book.transactions.item[transaction]));
  return [...items]
    .filter((item) => book.items[item].costPrice === undefined)
    .map((item) => {
      const { id } = book.items[item];
      const ids = found?.cells[found.headers.findIndex((header) => header.trim().toLowerCase() === 'item')] ?? [];
      const row = ids.findIndex(
        (cell) =>
          String(cell ?? '')
            .trim()
            .toLowerCase() === id.toLowerCase(),
      );
      return about('NO_COST_PRICE', { item: id }, found && row >= 0 ? addressOf(found, row, 'Cost price') : '');
    });
}

function scaledFill({ parameters }: Book, fill: Fill): Fill | Problem {
  switch (fill.method) {
    case 'Total value': {
      const value = amountOf(fill.value, 'The value', parameters);
      return typeof value === 'number' ? { ...fill, value } : value;
    }
    case 'Amount': {
      const amount = amountOf(fill.amount, 'The amount', parameters);
      return typeof amount === 'number' ? { ...fill, amount } : amount;
    }
    default:
      return fill;
  }
}

/** What is asked for, in words. */
function fillText(fill: Fill): string {
  switch (fill.method) {
    case 'Item cost price':
      return 'to the cost price of the item';
    case 'Unit cost':
      return `to a unit cost of ${fill.unitCost}`;
    case 'Total value':
      return `to a value of ${fill.value}`;
    case 'Percent':
      return `by ${fill.percent} percent`;
    case 'Amount':
      return `by an amount of ${fill.amount}`;
  }
}

/** What is chosen, in words. */
export function selectionText({ items = [], itemGroups = [], dimensions = {} }: Selection): string {
  const parts = [
    items.length > 0 ? `items ${listOf(items, 12)}` : '',
    itemGroups.length > 0 ? `item groups ${listOf(itemGroups, 12)}` : '',
    ...Object.entries(dimensions).map(([name, value]) => `${name} ${value === '' ? '(blank)' : value}`),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'all items' : parts.join(', ');
}
