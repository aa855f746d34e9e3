import { type Book, type Closing, lastClose } from '../../book/book';
import { isoDay } from '../../book/days';
import { short } from '../../book/decimals';
import { keyName } from '../../book/names';
import type { Problem, Refusal } from '../../book/problem';
import type { WorkbookPort } from '../../workbook/port';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { about } from '../obstacles';
import { type AdjustedByHand, type ByHandOptions, type Found, obstaclesByHand, runByHand } from './by-hand-run';
import { type Chosen, choose, type Selection } from './selection';

/** An adjustment of what is on hand (A20): of which items, and how that is found. */
export interface AtLastClose {
  /** Of items whose model settles, or of those with moving average. */
  readonly of: Parameters<typeof choose>[2];
  readonly find: (loaded: Loaded, last: Closing, chosen: Chosen) => Found | Refusal;
  /** What else is wrong with what was asked for; all is told at once. */
  readonly wrong?: (loaded: Loaded) => readonly Problem[];
}

/** Adjusts what is on hand as of the last close, dated at it (A20). Returns what was written or would be, or why not. */
export async function adjustAtLastClose(
  port: WorkbookPort,
  options: ByHandOptions & { readonly selection: Selection },
  { of, find, wrong }: AtLastClose,
  env: Environment,
): Promise<AdjustedByHand | Refusal> {
  const loaded = await load(port, env);
  if (!loaded.ok) return loaded;
  const { value } = loaded;
  const last = lastClose(value.read.book.closings);
  const chosen = choose(value.read, options.selection, of);
  const problems = [...obstaclesByHand(value), ...(last ? [] : [about('NO_CLOSE', {})]), ...chosen.problems];
  problems.push(...(wrong?.(value) ?? []));
  if (problems.length > 0 || !last) return { ok: false, problems };
  return runByHand(port, value, () => find(value, last, chosen), options, env);
}

/** A cost key that is left out: nothing of it is on hand, or less. */
export function notPositive(book: Book, key: number, quantity: number, last: Closing): Problem {
  const pieces = short(quantity, book.parameters.quantityDecimals);
  return about('NOT_POSITIVE', { key: keyName(book, key), quantity: pieces, date: isoDay(last.day) });
}
