import type { ResultTable } from './spec';

/**
 * Which foreign table or range stands for an input table, column by column. It is no result of a run: people may write
 * it by hand, and the pane writes it anew whenever a mapping is changed.
 */
export const MAPPING: ResultTable = {
  name: 'Mapping',
  sheet: 'Mapping',
  about:
    'Which table or range of yours is read in place of an input table: one row for each column. An address of one row is the header; all that is filled below it belongs to it.',
  dimensions: false,
  columns: [
    { name: 'Table', kind: 'text', width: 16, note: 'The table that is read: Transactions or Items.' },
    { name: 'Column', kind: 'text', width: 20, note: 'Its column.' },
    { name: 'Source', kind: 'text', width: 34, note: 'The name of your table, or the address of your range.' },
    { name: 'Header', kind: 'text', width: 30, note: 'The header of the column there.' },
  ],
  links: [],
  tieOuts: [],
};
