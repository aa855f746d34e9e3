import { cellAddress } from '../workbook/cells';
import type { WorkbookPort } from '../workbook/port';
import { refuse } from '../workbook/refusal';
import { INPUT_TABLES } from '../workbook/tables/input';
import { MAPPING } from '../workbook/tables/mapping';
import { RESULT_TABLES } from '../workbook/tables/results';

const OURS = [...INPUT_TABLES, MAPPING, ...RESULT_TABLES].map(({ name }) => name.toLowerCase());

/**
 * Refuses to put sheets with tables of ours into a workbook that has one already: Excel would give the second one another
 * name, under which it is not found. Refuses a workbook that counts days from 1904 too: the dates would move by four years.
 */
export async function refuseInsertion(port: WorkbookPort): Promise<void> {
  const { tables, date1904 } = await port.facts();
  const table = tables.find(({ name }) => OURS.includes(name.toLowerCase()));
  if (table) {
    const cell = cellAddress(table.sheet, table.headerRow, table.firstColumn);
    throw refuse(
      'TABLE_EXISTS',
      `The workbook has a table ${table.name} on the sheet "${table.sheet}" already. Nothing was changed.`,
      'Use a new workbook; or rename that table (Table Design > Table Name), and start again.',
      cell,
    );
  }
  if (!date1904) return;
  throw refuse(
    'DATE_SYSTEM',
    'The workbook counts days from 1904 on, and the sheets to be inserted from 1900. Nothing was changed.',
    'Use a new workbook; or turn that setting off (File > Options > Advanced > Use 1904 date system) while the workbook has no dates.',
  );
}

/** Makes sure that the tables of inserted sheets are there under their own names. Throws WorkbookRefusal where not. */
export async function confirmInsertion(port: WorkbookPort): Promise<void> {
  const { tables } = await port.facts();
  if (tables.some(({ name }) => name.toLowerCase() === 'transactions')) return;
  throw refuse(
    'TABLE_RENAMED',
    'The sheets were inserted, but Excel gave their tables other names: something else in the workbook has the name Transactions. Nothing else was changed.',
    'Delete the inserted sheets, rename what has that name (Formulas > Name Manager), and insert again.',
  );
}
