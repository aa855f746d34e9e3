import type { Counted } from '../../format';
import { many } from '../many';

/** What the pane says on the pages Verify, Period check, Archive and Refresh links, in English. */
export const upkeep = {
  upkeep: {
    title: 'Check and look after',
  },
  verify: {
    card: 'Verify',
    why: 'Compute every run again, and compare each cell of the results with it. Nothing is written.',
    title: 'Verify the results',
    intro:
      'Every run is computed again, oldest first, from the rows as they were locked. Each row, total and fingerprint is compared with what stands in the workbook. Nothing is written.',
    start: 'Verify now',
    again: 'Verify again',
    failed: 'The results could not be verified',
    none: 'There is no run in this workbook, so there is nothing to verify.',
    verified: 'Verified',
    notVerified: 'Not verified',
    sound: (runs: Counted) => `${many(runs, 'run', 'runs')}, no difference.`,
    differ: (differences: Counted) => `${many(differences, 'difference', 'differences')}. They are listed below.`,
    unfinished: 'A run is unfinished, and says nothing yet that could be verified. Start offers to resume it.',
    notComputed:
      'Adjustments by hand, and recalculations that no close followed, rest on rows that are not locked. Of these the sums, accounts, vouchers and fingerprints were compared.',
    runs: 'Runs',
    manners: {
      computed: 'computed again',
      checked: 'sums and fingerprint compared',
      'taken back': 'never ended, and taken back',
      unfinished: 'unfinished, not verified',
    },
    noDifference: 'no difference',
    differences: (differences: Counted) => many(differences, 'difference', 'differences'),
    cells: 'What differs in the results',
    changed: (column: string, row: string) => `${column} of ${row}`,
    missing: (row: string) => `${row} is missing`,
    added: (row: string) => `${row} was not written by the run`,
    expected: 'Must be',
    found: 'Is',
    input: 'The input is not what was closed',
    copy: 'Copy the findings',
  },
  periods: {
    card: 'Period check',
    why: 'Find rows that were added, changed or deleted on or before the last close, and see which periods are closed.',
    title: 'Period check',
    intro: 'What was done since to rows dated on or before the last close, and which periods are closed.',
    failed: 'The periods could not be checked',
    neverClosed: 'There is no close in force, so nothing is locked.',
    locked: (day: string, closing: string) => `Everything dated up to ${day} is locked by ${closing}.`,
    sound: 'No locked row was changed or deleted, and none was added.',
    changed: (changes: Counted) =>
      `${many(changes, 'change', 'changes')} to what is locked. No run can begin before ${changes.value === 1 ? 'it is' : 'they are'} put right.`,
    periods: 'Periods',
    noPeriods: 'There is no table Periods: a run may have any date after the last close.',
    unread: 'The table Periods is told once the rows above are put right.',
    period: 'Period',
    status: 'Status',
    closing: 'Locked by',
    range: (from: string, to: string) => `${from} to ${to}`,
    statuses: { Open: 'open', 'On hold': 'on hold', Closed: 'closed' },
    statusHint: 'A run needs a date in an open period. The status is yours to set in the table Periods.',
    again: 'Check again',
  },
  archive: {
    card: 'Archive',
    why: 'See which rows are closed in full, and keep them so that you can move them out of the table Transactions.',
    title: 'Archive rows that are closed in full',
    intro:
      'A row is closed in full when it is invoiced and settled in full, and nothing that it hangs together with is open. Nothing is written yet.',
    writes:
      'The rows are kept in the table LockedRows, as a run that can be reversed. Your own tables stay as they are.',
    failed: 'The rows could not be looked at',
    notArchived: 'The rows were not archived',
    again: 'Look again',
    neverClosed: 'There is no close in force, so nothing is closed in full.',
    count: (rows: Counted, day: string) => `${many(rows, 'row', 'rows')} of Transactions up to ${day} can be archived.`,
    byItem: 'By item',
    item: 'Item',
    dates: 'Dates',
    rows: 'Rows',
    range: (from: string, to: string) => `${from} to ${to}`,
    list: 'Rows',
    more: (rows: Counted) => `and ${many(rows, 'more row', 'more rows')}`,
    others: 'The other rows',
    staying: {
      later: (rows: Counted) => `${many(rows, 'row', 'rows')} not invoiced by the last close`,
      unsettled: (rows: Counted) =>
        `${many(rows, 'row', 'rows')} of items whose inventory model settles nothing (standard cost, moving average)`,
      open: (rows: Counted) => `${many(rows, 'row', 'rows')} not settled in full`,
      changing: (rows: Counted) =>
        `${many(rows, 'row', 'rows')} settled with what is still open, so that the cost may change`,
      needed: (rows: Counted) =>
        `${many(rows, 'row', 'rows')} marked to, in one production order with, or a source of cost for what is still open`,
      kept: (rows: Counted) => `${many(rows, 'row', 'rows')} closed in full, and dated later`,
    },
    before: (rows: Counted, left: Counted) =>
      `${many(rows, 'row', 'rows')} archived by earlier runs, ${left.text} of them still in the table`,
    start: (rows: Counted) => `Archive ${many(rows, 'row', 'rows')}`,
    confirm: (rows: Counted) => `Archive ${many(rows, 'row', 'rows')}?`,
    now: 'Archive now',
    back: 'Back',
    doing: 'The rows are archived',
    done: 'Archived',
    doneIntro: (rows: Counted, closing: string) =>
      `${many(rows, 'row', 'rows')} archived as ${closing}. Save the workbook.`,
    afterwards:
      'Then you can delete them in the table Transactions, best after copying them to a workbook of their own: closing, verifying and explaining go on as if they were there. To reverse the archive, or a run before it, put them back first.',
    toVerify: 'Go to Verify',
  },
  links: {
    card: 'Refresh links',
    why: 'Make the links between tables fast and right again after sorting rows or renaming a sheet.',
    title: 'Refresh links',
    intro:
      'Each row of a result table remembers where the rows that it refers to stand. After sorting, inserting or renaming a sheet its links still lead to the right row, but have to search for it. This makes them fast again.',
    writes: 'Only the link columns of result tables are written. Your own tables and all figures stay as they are.',
    start: 'Refresh links',
    doing: 'The links are looked at',
    failed: 'The links could not be refreshed',
    begun: 'Some links may be refreshed and others not. Nothing else was changed; you can do it again.',
    done: 'Links refreshed',
    none: 'No table of this workbook has links.',
    doneIntro: (links: Counted, moved: Counted) =>
      `${many(links, 'link', 'links')} looked at, ${moved.text} of them led elsewhere. Save the workbook.`,
    table: 'Table',
    links: 'Links',
    moved: 'Moved',
    lost: 'Lost',
    lostHint: 'Lost are links to rows that are not in the tables any more. Verify tells whether that is damage.',
    toVerify: 'Go to Verify',
  },
};
