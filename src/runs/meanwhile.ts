import { messageOf, remedyOf } from '../book/log';
import type { Problem } from '../book/problem';
import { inTurns, type Steps } from '../book/steps';
import { cellAddress, contentOf, isFault, type CellValue } from '../workbook/cells';
import type { TableCells, WorkbookPort } from '../workbook/port';
import type { Environment } from './environment';
import type { Loaded } from './load';

/** So many changes are told one by one: whoever made them knows the others. */
const MOST_TOLD = 20;

/**
 * What others have changed in the tables of a run since they were read, cell by cell. Looks only where others may do so; reads
 * everything again, because Excel keeps no version that one could ask for.
 */
export async function changedMeanwhile(
  port: WorkbookPort,
  { tables }: Pick<Loaded, 'tables'>,
  env: Environment,
): Promise<readonly Problem[]> {
  if (!port.isShared) return [];
  const now = await port.read([...tables.keys()], env.progress);
  const problems: Problem[] = [];
  for (const [name, before] of tables) {
    if (problems.length >= MOST_TOLD) break;
    const after = now.get(name);
    if (after) problems.push(...(await inTurns(differences(before, after), env.turn)));
    else problems.push(changed(`The table ${name}`, '', 'there', 'gone'));
  }
  for (const [name, { sheet }] of now) {
    if (!tables.has(name)) problems.push(changed(`The table ${name}`, '', 'not there', `on the sheet "${sheet}"`));
  }
  return problems.slice(0, MOST_TOLD);
}

function* differences(before: TableCells, after: TableCells): Steps<Problem[]> {
  const headers = (table: TableCells): string => table.headers.join(', ');
  if (headers(before) !== headers(after)) {
    return [changed(`The header of the table ${before.name}`, '', headers(before), headers(after))];
  }
  const place = (table: TableCells): string => cellAddress(table.sheet, table.headerRow, table.firstColumn);
  if (place(before) !== place(after)) {
    return [changed(`The place of the table ${before.name}`, place(after), place(before), place(after))];
  }
  const found: Problem[] = [];
  for (const [at, column] of before.cells.entries()) {
    yield;
    const rows = Math.min(before.rows, after.rows);
    for (let row = 0; row < rows && found.length < MOST_TOLD; row++) {
      const [old, fresh] = [column[row], after.cells[at][row]];
      if (old === fresh || contentOf(old) === contentOf(fresh)) continue;
      const cell = cellAddress(after.sheet, after.headerRow + 1 + row, after.firstColumn + at);
      found.push({ ...changed(cell, cell, contentOf(old), contentOf(fresh)), content: textOf(fresh) });
    }
  }
  if (before.rows !== after.rows) {
    const rows = ({ rows: count }: TableCells): string => `${count} rows`;
    found.push(changed(`The table ${before.name}`, place(after), rows(before), rows(after)));
  }
  return found;
}

function changed(what: string, cell: string, before: string, after: string): Problem {
  return {
    code: 'CHANGED_MEANWHILE',
    severity: 'Error',
    cell,
    content: '',
    message: messageOf('CHANGED_MEANWHILE', { what, before, after }),
    remedy: remedyOf('CHANGED_MEANWHILE'),
  };
}

const textOf = (value: CellValue): string => (isFault(value) ? value.text : String(value ?? ''));
