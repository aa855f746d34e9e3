/** What the row of a run in the table Closings must have said. */
import type { Closing } from '../../book/book';
import type { Day } from '../../book/days';
import { idKey } from '../../workbook/read/ids';
import { changed } from './checks';
import type { ReplayTable } from './replay-port';
import type { Difference } from './result';
import { shownAt, type StoredTable } from './rows';
import type { RunFacts } from './run-facts';

/** Columns that a run computes, and that are not compared elsewhere. */
export const FIGURES = [
  'Transactions',
  'Settlements',
  'Adjustments',
  'Value before',
  'Adjustment',
  'Value after',
] as const;

/** The run as one of another day. */
export const onDay = (facts: RunFacts, day: Day): RunFacts => (day === facts.day ? facts : { ...facts, day });

/** A reversal as it must have been: of the newest run in force, and dated as that (A19), whatever its row says. */
export function asReversal(facts: RunFacts, newest: Closing | undefined): RunFacts {
  if (!newest) return facts;
  return { ...onDay(facts, newest.day), reverses: newest.id };
}

/** Compares the cells of a run in Closings that can be known; `expected` has the run as its last row. */
export function compareClosing(
  facts: RunFacts,
  closings: StoredTable,
  expected: ReplayTable,
  figures: readonly string[],
  entries: number,
): Difference[] {
  const known: Readonly<Record<string, string>> = {
    Specification: facts.specification,
    Reverses: facts.type === 'Reversal' ? facts.reverses : '',
    'Log entries': String(entries),
  };
  const counted = figures.length > 0 ? [...figures, 'Log entries'] : [];
  return ['Type', 'Date', 'Reverses', 'Specification', ...counted].flatMap((name) => {
    const wanted = known[name] ?? shownAt(expected, name, expected.rows - 1);
    return idKey(wanted) === idKey(shownAt(closings, name, facts.row))
      ? []
      : [changed(facts, closings, facts.row, name, wanted)];
  });
}
