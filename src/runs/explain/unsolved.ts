import { lastClose } from '../../book/book';
import type { LogCode } from '../../book/log-codes';
import type { Outcome } from '../../book/outcome';
import { idKey } from '../../workbook/read/ids';
import type { Loaded } from '../load';

/** A circle that a cost is part of: its transactions, the one that is explained first, and whether it has a solution. */
export interface Circle {
  readonly members: readonly number[];
  readonly solved: boolean;
}

const LIMIT: LogCode = 'CIRCULAR_LIMIT';

/**
 * Circles that have no single solution (A14), each by the position of the transaction that the log names for it: those of
 * the previewed run, else of the last close in force and what came after it. Earlier ones were tried again since.
 */
export function unsolvedCircles({ read, tables }: Loaded, outcome: Outcome | undefined): number[] {
  if (outcome) return outcome.log.filter(({ code }) => code === LIMIT).map(({ transaction }) => transaction);
  const log = tables.get('CloseLog');
  if (!log) return [];
  const { closings } = read.book;
  const last = lastClose(closings);
  const since = closings.slice(last ? closings.indexOf(last) : 0);
  const runs = new Set(since.map(({ id }) => idKey(id)));
  const column = (name: string) => log.cells[log.headers.indexOf(name)] ?? [];
  const [ids, states, codes, runsOf] = ['Transaction', 'Status', 'Code', 'Closing'].map(column);
  return ids.flatMap((id, row) => {
    if (codes[row] !== LIMIT || states[row] !== 'Active' || !runs.has(idKey(String(runsOf[row])))) return [];
    return read.positions.get(idKey(String(id))) ?? [];
  });
}
