import { type Area, isOnSheet, parseArea, splitAddress } from '../model/address';
import { ExcelError, invalidArgument, itemNotFound } from '../errors';
import { referenceOf } from '../model/names';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import type { Arguments } from '../protocol/arguments';
import type { Entity } from '../protocol/members';
import { type CellRange, of } from './targets';

/** A range of a sheet, checked to lie on it. */
export function rangeOf(sheet: Sheet, area: Area): Entity {
  if (!isOnSheet(area)) throw invalidArgument();
  return of('Range', { sheet, area });
}

export const rangeOrNull = (sheet: Sheet, area: Area | null): Entity | null => (area ? rangeOf(sheet, area) : null);

/** Where the range stands now; throws where its sheet or cells were deleted. */
export function areaOf({ sheet, area }: CellRange): Area {
  if (sheet.deleted) throw itemNotFound();
  if (!area) throw new ExcelError('InvalidReference', 'This reference is not valid for the current operation.');
  return area;
}

/** The cells of "A1:B2", "Sheet1!A1", of a name, or of a table ("Sales", "Sales[#All]", "Sales[Amount]"). */
export function resolveAddress(workbook: Workbook, address: string, home: Sheet | null): CellRange {
  const [sheetName, reference] = splitAddress(address);
  const sheet = sheetName === null ? home : workbook.findSheet(sheetName);
  if (!sheet) throw invalidArgument();
  const area = parseArea(reference);
  if (area) return { sheet, area };
  const item = workbook.findName(reference, sheet);
  const named = item && referenceOf(workbook, item);
  if (named) return { sheet: named.sheet, area: named.area };
  const table = workbook.findTable(reference.replace(/\[.*$/s, ''));
  const found = table && workbook.calculator.referredTo(`=${reference}`, { sheet, row: 0, column: 0 });
  if (!found) throw invalidArgument();
  return { sheet: found.sheet, area: found.area };
}

/** A range that was given as an object or as an address. */
export function rangeArgument(args: Arguments, index: number, sheet: Sheet): CellRange {
  const entity = args.entity(index);
  if (!entity) return resolveAddress(sheet.workbook, args.text(index), sheet);
  if (entity.type !== 'Range') throw invalidArgument();
  return entity.target as CellRange;
}
