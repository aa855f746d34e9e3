/// <reference types="office-js" />
import type { TableWrite } from '../port';
import { agreementTexts } from '../write/agreements';
import { goTo, resultColumns } from '../write/result-columns';
import { headerRowOf } from '../write/result-layout';
import { goToLabel, TAB_COLOR } from './make-sheet';
import type { Grid } from './read-grids';
import type { Session } from './session';
import type { SheetState, Snapshot } from './snapshot';

/**
 * Sheets of our names without our table that a run began to make and could not finish, by table name in lower case: they
 * have our tab colour, and hold nothing but texts that we put there before there is a row. Every other sheet is
 * somebody's, and refused.
 */
export async function findUnfinished(
  session: Session,
  { sheets, tables }: Snapshot,
  toMake: readonly TableWrite[],
): Promise<Map<string, SheetState>> {
  const suspects = toMake.flatMap((write) => {
    const sheet = sheets.find(({ name }) => name.toLowerCase() === write.table.sheet.toLowerCase());
    if (!sheet || sheet.isProtected) return [];
    const width = resultColumns(write.table, write.dimensions, true).length;
    const others = tables.filter(({ sheetId }) => sheetId === sheet.id);
    // The table may be there without its name, with one row.
    const isHalf = others.every(({ area }) => area.right <= width && area.bottom <= area.top + 1);
    return isHalf ? [{ write, sheet }] : [];
  });
  const unfinished = new Map<string, SheetState>();
  if (suspects.length === 0) return unfinished;
  const looks = await session.run(async (context) => {
    const asked = suspects.map(({ sheet: { id } }) => {
      const sheet = context.workbook.worksheets.getItem(id).load('tabColor');
      return { sheet, used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount,cellCount') };
    });
    await context.sync();
    const bare = asked.map(
      ({ sheet, used }) =>
        sheet.tabColor.toUpperCase() === TAB_COLOR && (used.isNullObject || used.cellCount <= MOST_CELLS),
    );
    asked.forEach(({ used }, at) => {
      if (bare[at] && !used.isNullObject) used.load('formulas');
    });
    await context.sync();
    return asked.map(({ used }, at) => {
      if (!bare[at]) return undefined;
      return used.isNullObject
        ? { last: 0, cells: [] }
        : { last: used.rowIndex + used.rowCount, cells: used.formulas as Grid };
    });
  });
  suspects.forEach(({ write, sheet }, at) => {
    const look = looks[at];
    if (!look || look.last > headerRowOf(write.table, true)) return;
    const ours = ownTexts(write);
    const isOurs = look.cells.every((row) => row.every((cell) => cell === '' || ours.has(cell)));
    if (isOurs) unfinished.set(write.table.name.toLowerCase(), sheet);
  });
  return unfinished;
}

/** A sheet without rows has fewer: some ten rows of some forty columns. */
const MOST_CELLS = 2_000;

/** All that stands on a sheet before it has formulas and rows. */
function ownTexts({ table, dimensions }: TableWrite): Set<unknown> {
  const link = goTo(table);
  return new Set<unknown>([
    table.sheet,
    table.about,
    ...table.tieOuts.map(({ label }) => label),
    ...agreementTexts(table),
    ...(link ? [goToLabel(link.target)] : []),
    ...resultColumns(table, dimensions, true).map(({ header }) => header),
  ]);
}
