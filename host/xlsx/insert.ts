import { invalidArgument, itemNotFound } from '../errors';
import { WHOLE_SHEET } from '../model/address';
import { checkStructure } from '../model/protect';
import type { Layer } from '../model/layer';
import type { Sheet } from '../model/sheet';
import { renameSheet } from '../model/sheets';
import { Table } from '../model/table';
import { renameTable } from '../model/tables';
import type { Workbook } from '../model/workbook';
import { comesFrom, originOf } from './origins';
import { readXlsx } from './read';

/** Where the sheets of another file come to stand, and which. */
export interface InsertOptions {
  /** Names of the sheets; empty for all. */
  readonly names: readonly string[];
  readonly position: 'Beginning' | 'End' | 'Before' | 'After';
  /** The sheet beside which they are put; needed with Before and After. */
  readonly relativeTo: Sheet | null;
}

/**
 * Puts sheets of another workbook (.xlsx) into this one, with their cells, looks and tables. A sheet whose name is taken
 * becomes "Name (2)". A table whose name is taken gets another one too; which, Excel does not document.
 */
export function insertSheets(workbook: Workbook, bytes: Uint8Array, options: InsertOptions): Sheet[] {
  checkStructure(workbook);
  const source = open(bytes, workbook);
  const wanted = chosen(source, options.names);
  const taken = (name: string): boolean => workbook.findSheet(name) !== null;
  for (const sheet of wanted) {
    let name = sheet.name;
    for (let number = 2; taken(name) || (name !== sheet.name && source.findSheet(name)); number++) {
      const ending = ` (${number})`;
      name = sheet.name.slice(0, LONGEST_NAME - ending.length) + ending;
    }
    renameSheet(sheet, name);
  }
  for (const table of source.tables.filter(({ sheet }) => wanted.includes(sheet))) {
    let number = 2;
    const isTaken = (name: string) => isNamed(workbook, name);
    if (!isTaken(table.name)) continue;
    while (isTaken(`${table.name}${number}`) || isNamed(source, `${table.name}${number}`)) number++;
    renameTable(table, `${table.name}${number}`);
  }
  workbook.aboutToChange();
  const copies = new Map(wanted.map((sheet) => [sheet, copyOf(sheet, workbook)] as const));
  const added = [...copies.values()];
  workbook.sheets.splice(placeIn(workbook, options), 0, ...added);
  for (const table of source.tables) {
    const sheet = copies.get(table.sheet);
    if (sheet) workbook.tables.push(copyTable(table, sheet));
  }
  for (const item of source.names) {
    const sheet = item.sheet ? copies.get(item.sheet) : null;
    if (sheet === undefined || (sheet === null && isNamed(workbook, item.name))) continue;
    workbook.names.push({ ...item, sheet });
  }
  for (const sheet of added) workbook.changes.report({ kind: 'sheet added', sheet });
  return added;
}

const LONGEST_NAME = 31;

const isNamed = (workbook: Workbook, name: string): boolean =>
  workbook.findTable(name) !== null || workbook.names.some((item) => item.name.toLowerCase() === name.toLowerCase());

function open(bytes: Uint8Array, { locale }: Workbook): Workbook {
  try {
    return readXlsx(bytes, 'inserted.xlsx', { locale });
  } catch {
    throw invalidArgument();
  }
}

function chosen(source: Workbook, names: readonly string[]): Sheet[] {
  if (names.length === 0) return source.sheets;
  return names.map((name) => {
    const sheet = source.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!sheet) throw itemNotFound();
    return sheet;
  });
}

function placeIn({ sheets }: Workbook, { position, relativeTo }: InsertOptions): number {
  if (position === 'Beginning') return 0;
  if (position === 'End') return sheets.length;
  if (!relativeTo) throw invalidArgument();
  return sheets.indexOf(relativeTo) + (position === 'After' ? 1 : 0);
}

function copyOf(sheet: Sheet, workbook: Workbook): Sheet {
  const copy = workbook.newSheet(sheet.name);
  const { visibility, tabColor, gridlines, frozen, protection } = sheet;
  Object.assign(copy, { visibility, tabColor, gridlines, frozen, protection });
  const layers = copy.layers as readonly Layer<unknown>[];
  sheet.layers.forEach((layer, at) =>
    layer.each(WHOLE_SHEET, (row, column, content) => layers[at].set(row, column, content)),
  );
  copy.merged = [...sheet.merged];
  for (const [column, width] of sheet.widths) copy.widths.set(column, width);
  for (const [row, height] of sheet.heights) copy.heights.set(row, height);
  for (const row of sheet.hiddenRows) copy.hiddenRows.add(row);
  for (const column of sheet.hiddenColumns) copy.hiddenColumns.add(column);
  Object.assign(copy.page, sheet.page);
  const origin = originOf(sheet);
  if (origin) comesFrom.sheet(copy, origin);
  return copy;
}

function copyTable(table: Table, sheet: Sheet): Table {
  const copy = new Table(sheet.workbook.takeId(), sheet, table.name, table.area, table.columns);
  copy.showHeaders = table.showHeaders;
  copy.showTotals = table.showTotals;
  return copy;
}
