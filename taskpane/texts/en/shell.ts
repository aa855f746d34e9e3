import type { Counted } from '../../format';
import { many } from '../many';

/** What the pane says around all pages, in English. */
export const shell = {
  name: 'Inventory Close',
  outside: 'This page belongs into Excel: open a workbook there and choose Inventory close on the Data tab.',
  pages: { label: 'Pages', start: 'Start', close: 'Close', explain: 'Explain', history: 'History', more: 'More' },

  common: {
    back: 'Back',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    goTo: (address: string) => `Go to ${address}`,
    showMore: (more: Counted) => `Show ${more.text} more`,
    details: 'Details',
    loading: 'Reading the workbook',
    opening: 'Opening the page',
    notThere: (address: string) => `${address} could not be selected. The sheet may have been renamed or deleted.`,
    dismiss: 'Dismiss',
    none: 'none',
    of: (done: string, total: string) => `${done} of ${total}`,
    content: 'There is',
    readOnly: 'The workbook is open for reading only: nothing can be written.',
  },

  work: {
    titles: {
      check: 'Checking',
      preview: 'Computing the preview',
      run: 'Closing inventory',
      reports: 'Writing the two lists',
    },
    phases: {
      Verifying: 'Computing the runs again',
      Reading: 'Reading the tables',
      Settling: 'Settling issues with receipts',
      Writing: 'Writing the results',
    },
    begins: 'Beginning',
    left: (time: string) => `About ${time} left`,
    seconds: (seconds: Counted) => many(seconds, 'second', 'seconds'),
    minutes: (minutes: Counted) => many(minutes, 'minute', 'minutes'),
    progress: 'Progress',
    cellEdit: 'A cell is being edited. Finish it with Enter or Esc, so that the work can go on.',
    pause: 'Pause',
    pausing: 'Pausing',
    stopping: 'Stopping',
    notWritten: 'Nothing is written yet. You can cancel without leaving a trace.',
    writing: 'The results are being written. This is not interrupted, so that the workbook stays whole.',
    working: 'You can look at the other pages meanwhile. Do not edit the tables.',
  },

  failure: {
    titles: {
      check: 'The check could not finish',
      preview: 'The preview could not be computed',
      run: 'The close did not finish',
      reports: 'The lists could not be written',
      survey: 'The workbook could not be read',
      explain: 'This can not be explained',
      history: 'The history could not be read',
      insert: 'The sheets could not be inserted',
      page: 'The page could not be opened',
    },
    notLoaded:
      'A part of the program could not be fetched. Check the network and try again; if that does not help, close the pane and open it again.',
    nothingChanged: 'Nothing in the workbook was changed.',
    begun:
      'Writing had begun. Your own tables are not changed, but the sheet Closings may have a run with status Running, and other sheets rows of it. Start offers to resume the run or to take it back.',
    reportsBegun:
      'Writing had begun: the two lists may be there in part. Nothing else was changed; you can write them again.',
    fault: 'Something went wrong inside the program. It is not your data’s fault.',
    faultRemedy: 'Try again. If it happens again, send the details below to whoever looks after the add-in.',
    copy: 'Copy details',
    copied: 'Copied',
    copyFailed: 'Select the text below and copy it.',
    noData: 'The details name cells and their contents, no other data.',
  },
};
