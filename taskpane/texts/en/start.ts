import type { Counted } from '../../format';
import { many } from '../many';

/** What the pane says on the page Start, in English. */
export const start = {
  start: {
    title: 'This workbook',
    reading: 'Looking at what is in the workbook',
    readAgain: 'Read again',
    transactions: 'Transactions',
    items: 'Items',
    dates: 'Dates',
    dateRange: (first: string, last: string) => `${first} to ${last}`,
    noDates: 'no dates',
    lastClose: 'Last close',
    neverClosed: 'not closed yet',
    closedUpTo: (day: string, closing: string) => `${day} (${closing})`,
    next: 'Next',
    closeUpTo: (day: string) => `Close up to ${day}`,
    closeWhy: 'Check first, look at the preview, then write.',
    table: 'Table',
    inputTables: 'Your tables',
    resultTables: 'Results of earlier runs',
    problems: (errors: Counted) => `${many(errors, 'cell', 'cells')} to correct before anything can run`,
    unfinishedTitle: (closing: string) => `Run ${closing} did not end`,
    resume: 'Resume',
    resumeWhy: 'Go on where it stopped, to the same rows as if it had never stopped.',
    rollBack: 'Roll back',
    rollBackWhy: 'Take back what it wrote: rows are marked and countered, nothing is deleted.',
    startOver: 'Start over',
    startOverWhy: 'Take it back and run it anew with the same options. For when the tables were changed since.',
    ahead: {
      resume: {
        title: (closing: string) => `Resume ${closing}?`,
        changes: 'What is still to be written',
        confirm: 'Resume now',
      },
      rollBack: {
        title: (closing: string) => `Roll ${closing} back?`,
        changes: 'What would be written to take it back',
        confirm: 'Roll back now',
      },
      startOver: {
        title: (closing: string) => `Start ${closing} over?`,
        changes: 'What would be written to take it back and run it anew',
        confirm: 'Start over now',
      },
    },
    added: 'New rows',
    marked: 'Changed rows',
    markedWhy: 'Of changed rows only the status changes, and of the run its own row.',
    resumed: (closing: string) => `Run ${closing} has ended. Save the workbook.`,
    rolledBack: (closings: string) => `Taken back: ${closings}. Save the workbook.`,
    notGoneOn: 'The run could not be brought to an end',
    unfinished: (closing: string, status: string) =>
      `Run ${closing} is ${status.toLowerCase()}. While it is unfinished, nothing else can run.`,
    unfinishedByHand:
      'What was entered stands in the workbook only once it has ended, so it can not be resumed: roll it back and enter it again.',
    emptyTitle: 'No table named Transactions',
    empty:
      'Inventory Close reads Excel tables by their names. It needs one named Transactions, with a row for every receipt and every issue.',
    begin: 'How do you want to begin?',
    sample: 'Try a sample',
    sampleWhy: 'Three months of a trading company, with all inventory models, ready to close.',
    template: 'Insert the template',
    templateWhy: 'Empty tables with a note on each column, to fill in or to paste an export into.',
    ownData: 'Use your own data',
    ownDataWhy:
      'Or name your table Transactions (Table Design, Table Name) and its columns Transaction, Item, Quantity, Financial date and Financial cost. Then read again.',
    insertNote: 'New sheets are added. Nothing that is in the workbook is changed.',
    inserting: 'Inserting the sheets',
    readOnly: 'This workbook is open for reading only: you can check, preview and explain, but not close.',
  },
};
