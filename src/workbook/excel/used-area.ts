/// <reference types="office-js" />
import type { Area } from '../area';
import type { Session } from './session';

/** The rectangle around all cells of a sheet that hold something; undefined where none does, or there is no such sheet. */
export function usedArea(session: Session, sheet: string): Promise<Area | undefined> {
  return session.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const found = sheets.items.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
    if (!found) return undefined;
    const used = found.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    if (used.isNullObject) return undefined;
    const { rowIndex, columnIndex, rowCount, columnCount } = used;
    return {
      top: rowIndex + 1,
      left: columnIndex + 1,
      bottom: rowIndex + rowCount,
      right: columnIndex + columnCount,
    };
  });
}
