import type { Transactions } from '../book/book';
import { LEG } from '../book/book';
import { NO_DAY } from '../book/days';

/**
 * The rows sorted by date and, inside a date, by order; legs of closing transfers stand after the rows of their date
 * (A3). Two stable counting passes.
 */
export function byDateAndOrder(rows: Int32Array, day: Int32Array, transactions: Transactions): Int32Array {
  return byDay(byOrder(rows, transactions), day);
}

/** Orders are different whole numbers, so that each row can be put straight into its place. Legs follow as they stand. */
function byOrder(rows: Int32Array, { order, leg }: Transactions): Int32Array {
  let highest = 0;
  for (let i = 0; i < rows.length; i++) if (order[rows[i]] > highest) highest = order[rows[i]];
  const place = new Int32Array(highest + 1).fill(-1);
  const sorted = new Int32Array(rows.length);
  const legs: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (leg[rows[i]] === LEG.none) place[order[rows[i]]] = rows[i];
    else legs.push(rows[i]);
  }
  let next = 0;
  for (let at = 0; at <= highest; at++) if (place[at] >= 0) sorted[next++] = place[at];
  for (const row of legs) sorted[next++] = row;
  return sorted;
}

function byDay(rows: Int32Array, day: Int32Array): Int32Array {
  if (rows.length === 0) return rows;
  let first = day[rows[0]];
  let last = first;
  for (let i = 1; i < rows.length; i++) {
    const d = day[rows[i]];
    if (d < first) first = d;
    if (d > last) last = d;
  }
  const next = new Int32Array(last - first + 2);
  for (let i = 0; i < rows.length; i++) next[day[rows[i]] - first + 1]++;
  for (let d = 1; d < next.length; d++) next[d] += next[d - 1];
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[next[day[rows[i]] - first]++] = rows[i];
  return sorted;
}

/** Compares any two rows, in the run or not, by date and order (A3); a row without a date in the run stands last. */
export function compareRows(a: number, b: number, day: (row: number) => number, transactions: Transactions): number {
  const dayA = day(a);
  const dayB = day(b);
  if (dayA !== dayB) return dayA === NO_DAY ? 1 : dayB === NO_DAY ? -1 : dayA - dayB;
  const legA = transactions.leg[a] === LEG.none ? 0 : 1;
  const legB = transactions.leg[b] === LEG.none ? 0 : 1;
  if (legA !== legB) return legA - legB;
  return legA === 1 ? a - b : transactions.order[a] - transactions.order[b];
}
