import { Archive } from '../../src/workbook/file/archive';
import { readSharedStrings } from '../../src/workbook/file/shared-strings';
import type { TablePart } from '../../src/workbook/file/table-part';
import { readWorkbookParts } from '../../src/workbook/file/workbook-parts';
import { unescapeXstring } from '../../src/workbook/file/xml';
import { MAX_COLUMNS, MAX_ROWS, parseArea, splitAddress } from '../model/address';
import type { Sheet } from '../model/sheet';
import { Table } from '../model/table';
import { Workbook, type WorkbookOptions } from '../model/workbook';
import { formulaFromFile } from './formula-text';
import { comesFrom } from './origins';
import { readSheet } from './read-sheet';
import { readStyles } from './read-styles';

/**
 * Opens an .xlsx file as a workbook of the stand-in: what it shows and calculates, not everything that a file may hold
 * (charts, pivot tables, comments and the like are not seen here; saving keeps them, see writeXlsx). Throws WorkbookRefusal for
 * what is no such file.
 */
export function readXlsx(bytes: Uint8Array, name: string, options: WorkbookOptions = {}): Workbook {
  return readArchive(Archive.open(bytes, name), name, options);
}

/** The same of a package that is open already, which stays as it is. */
export function readArchive(archive: Archive, name: string, options: WorkbookOptions = {}): Workbook {
  const parts = readWorkbookParts(archive);
  const workbook = new Workbook({ ...options, name, date1904: parts.date1904 });
  comesFrom.workbook(workbook, archive);
  const [first] = workbook.sheets;
  workbook.sheets = parts.sheets.map((part, index) => {
    const sheet = index === 0 ? first : workbook.newSheet(part.name);
    sheet.name = part.name;
    comesFrom.sheet(sheet, { archive, index });
    return sheet;
  });
  parts.sheets.forEach((part, index) => {
    for (const table of part.tables) workbook.tables.push(tableOf(table, workbook.sheets[index]));
  });
  const shared = { strings: readSharedStrings(archive, parts.sharedStrings), looks: readStyles(archive, parts.styles) };
  parts.sheets.forEach((part, index) => {
    if (part.part !== '') readSheet(archive, part.part, workbook.sheets[index], shared);
  });
  readBook(archive, parts.part, workbook);
  workbook.aboutToChange();
  workbook.isDirty = false;
  return workbook;
}

function tableOf(part: TablePart, sheet: Sheet): Table {
  const { area } = part;
  const place = {
    row: area.top - 1,
    column: area.left - 1,
    rows: area.bottom - area.top + 1,
    columns: area.right - area.left + 1,
  };
  const columns = part.columns.map(({ name, formula }, index) => ({
    id: index + 1,
    name,
    calculated: formula === '' ? null : formulaFromFile(formula, part.name),
    filter: null,
  }));
  const table = new Table(sheet.workbook.takeId(), sheet, part.name, place, columns);
  table.showHeaders = part.headerRows > 0;
  table.showTotals = part.totalsRows > 0;
  comesFrom.table(table, part.part);
  return table;
}

/** Names, hidden sheets, and the sheet that the file opens on. */
function readBook(archive: Archive, part: string, workbook: Workbook): void {
  let position = -1;
  let active = 0;
  let named: { readonly name: string; readonly sheet: Sheet | null } | null = null;
  archive.walk(part, {
    open(element) {
      if (element.name === 'workbookView') active = Number(element.get('activeTab') ?? 0);
      if (element.name === 'sheet') {
        const sheet = workbook.sheets[++position];
        const state = element.get('state');
        if (sheet && state === 'hidden') sheet.visibility = 'Hidden';
        if (sheet && state === 'veryHidden') sheet.visibility = 'VeryHidden';
      }
      if (element.name === 'definedName') {
        const local = element.get('localSheetId');
        const home = local === undefined ? null : (workbook.sheets[Number(local)] ?? null);
        named = { name: unescapeXstring(element.get('name') ?? ''), sheet: home };
      }
    },
    close(element, text) {
      if (element.name !== 'definedName' || !named) return;
      const { sheet: home } = named;
      const item = { ...named, formula: `=${unescapeXstring(text)}`, comment: '', visible: true };
      if (item.name.startsWith('_xlnm.')) readPrinted(item.name, home, text);
      else workbook.names.push(item);
      named = null;
    },
  });
  const shown = workbook.sheets[active]?.visibility === 'Visible' ? workbook.sheets[active] : undefined;
  workbook.active = shown ?? workbook.sheets.find((sheet) => sheet.visibility === 'Visible') ?? workbook.sheets[0];
}

/** What of a sheet is printed, and repeated on each page, as names that Excel gives a meaning of their own. */
function readPrinted(name: string, sheet: Sheet | null, text: string): void {
  const areas = text.split(',').map((part) => parseArea(splitAddress(part)[1]));
  if (!sheet || areas.includes(null)) return;
  for (const area of areas) {
    if (name === '_xlnm.Print_Area' && areas.length === 1) sheet.page.printArea = area;
    if (name !== '_xlnm.Print_Titles') continue;
    if (area?.columns === MAX_COLUMNS) sheet.page.titleRows = area;
    else if (area?.rows === MAX_ROWS) sheet.page.titleColumns = area;
  }
}
