import type { Counted } from '../../format';
import { many } from '../many';

/** What the pane says on the page History, in English. */
export const history = {
  history: {
    title: 'Runs',
    none: 'There are no runs in this workbook yet. After the first close they are listed here.',
    log: 'Log',
    allRuns: 'All runs',
    filterRun: 'Run',
    filterSeverity: 'Severity',
    allSeverities: 'All',
    search: 'Search',
    searchHint: 'Transaction, item or words of the message',
    shown: (shown: Counted, all: Counted) => `${shown.text} of ${many(all, 'entry', 'entries')}`,
    noEntries: 'No entry fits.',
    upTo: (day: string) => `up to ${day}`,
    finished: (moment: string) => `Finished ${moment}`,
    begun: (moment: string) => `Begun ${moment}`,
    by: (name: string) => `run by ${name}`,
    summary: 'Summary',
    figures: (transactions: Counted, settlements: Counted, adjustments: Counted) =>
      `${many(transactions, 'transaction', 'transactions')}, ${many(settlements, 'settlement', 'settlements')}, ${many(adjustments, 'adjustment', 'adjustments')}`,
    entries: (entries: Counted) => many(entries, 'log entry', 'log entries'),
    rowsIn: 'Its rows',
    noRows: (sheet: string) => `The run has no rows in ${sheet}.`,
    notFound: (id: string) => `There is no transaction ${id} in the tables any more.`,
    reversed: (closing: string) => `Reverses ${closing}`,
    explain: (transaction: string) => `Explain ${transaction}`,
  },

  /** Words of the workbook that the pane shows in the reader's language. The sheets keep the words of the contract. */
};
