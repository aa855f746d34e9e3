import { LOG_CODES } from '../../../src/book/log-codes';
import type { Spoken } from '../sayings';

/** The runs speak English. What they say of the command line is said of the pane here. */
export const SPOKEN: Spoken = {
  sentences: {
    'Make the rows an Excel table (Ctrl+T) and name it Transactions, or start from the template: inventory-close template.':
      'Make the rows an Excel table (Ctrl+T) and name it Transactions, or insert the template on the page Start.',
    'Turn the protection off (Review > Unprotect Sheet). The command verify finds what was changed in results.':
      'Turn the protection off (Review > Unprotect Sheet). The page Verify finds what was changed in results.',
    [LOG_CODES.LATER_RUNS.remedy]: 'Reverse the later runs first, or all of them together.',
  },
  fragments: {},
};
