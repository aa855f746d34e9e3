import { type Book, lastClose, LEG } from '../../book/book';
import { type Day, isoDay, NO_DAY } from '../../book/days';
import { settles } from '../../book/models';
import { listOf } from '../../book/names';
import type { Problem, Refusal } from '../../book/problem';
import type { OpenPart } from '../../settle/by-hand/open-parts';
import type { WorkbookPort } from '../../workbook/port';
import { idKey } from '../../workbook/read/ids';
import type { Environment } from '../environment';
import { load, type Loaded } from '../load';
import { about, notLater } from '../obstacles';
import { type AdjustedByHand, type ByHandOptions, type Found, obstaclesByHand, runByHand } from './by-hand-run';
import { amountOf } from './figures';
import { cellOf } from './listing';

/** A receipt by its id, and the value that it is to have as a whole: amount units, not scaled. */
export interface NewValue {
  readonly transaction: string;
  readonly value: number;
}

export interface TransactionsOptions extends ByHandOptions {
  readonly values: readonly NewValue[];
  /** The date of the run, after the last close. By default the first on which all receipts can be adjusted. */
  readonly date?: Day;
}

/**
 * Gives receipts other values (A20). What belongs to quantity that earlier closes settled reaches the issues in the next
 * run (A12). Returns what was written, or with `dryRun` would be; or why not.
 */
export async function adjustTransactions(
  port: WorkbookPort,
  options: TransactionsOptions,
  env: Environment,
): Promise<AdjustedByHand | Refusal> {
  const loaded = await load(port, env);
  if (!loaded.ok) return loaded;
  const problems = obstaclesByHand(loaded.value);
  if (problems.length > 0) return { ok: false, problems };
  return runByHand(port, loaded.value, () => find(loaded.value, options), options, env);
}

function find(loaded: Loaded, { values, date }: TransactionsOptions): Found | Refusal {
  const { read } = loaded;
  const { book } = read;
  const { id, quantity, financialDay, financialCost, adjusted } = book.transactions;
  const problems: Problem[] = [];
  const parts: OpenPart[] = [];
  const amounts: number[] = [];
  for (const { transaction, value } of values) {
    const position = read.positions.get(idKey(transaction.trim()));
    if (position === undefined) {
      problems.push(about('NOT_CHOSEN', { what: `transaction "${transaction.trim()}"` }));
      continue;
    }
    if (parts.some((part) => part.transaction === position)) {
      problems.push(about('CHOSEN_TWICE', { transaction: id[position] }, cellOf(loaded, position)));
      continue;
    }
    problems.push(...notAdjustable(loaded, position));
    const after = amountOf(value, `The value of ${id[position]},`, book.parameters);
    if (typeof after !== 'number') problems.push(after);
    const before = financialCost[position] + adjusted[position];
    parts.push({ transaction: position, quantity: quantity[position], value: before });
    amounts.push(typeof after === 'number' ? after - before : 0);
  }
  if (problems.length > 0) return { ok: false, problems };
  const day = date ?? firstDay(book, parts);
  problems.push(
    ...notLater(book.closings, day),
    ...parts
      .filter(({ transaction }) => financialDay[transaction] > day)
      .map(({ transaction }) =>
        about('NOT_INVOICED', { transaction: id[transaction], date: isoDay(day) }, cellOf(loaded, transaction)),
      ),
  );
  if (problems.length > 0) return { ok: false, problems };
  const what = listOf(
    parts.map(({ transaction }, at) => `${id[transaction]} to a value of ${values[at].value}`),
    6,
  );
  return { type: 'Transaction adjustment', day, parts, amounts, what, warnings: [] };
}

/** Only receipts of the table Transactions with an invoice, of items whose model is settled. */
function notAdjustable(loaded: Loaded, position: number): Problem[] {
  const { book } = loaded.read;
  const { id, quantity, leg, item, financialDay } = book.transactions;
  const cell = cellOf(loaded, position);
  const isLeg = leg[position] !== LEG.none;
  if (isLeg || quantity[position] < 0) {
    const what = isLeg ? 'a leg of a closing transfer' : 'an issue';
    return [about('NOT_A_RECEIPT', { transaction: id[position], what }, cell)];
  }
  const { model, id: itemId } = book.items[item[position]];
  if (!settles(model)) {
    return [about('NOT_ADJUSTABLE', { item: itemId, model, command: 'a transaction adjustment' }, cell)];
  }
  if (financialDay[position] !== NO_DAY) return [];
  return [about('NOT_INVOICED', { transaction: id[position], date: 'now' }, cell)];
}

/** The day after the last close; the date of the latest receipt where that is later. */
function firstDay(book: Book, parts: readonly OpenPart[]): Day {
  const open = (lastClose(book.closings)?.day ?? NO_DAY - 1) + 1;
  return parts.reduce((day, { transaction }) => Math.max(day, book.transactions.financialDay[transaction]), open);
}
