import { columnsOf, rowsOf, type Area } from '../area';
import type { CellValue } from '../cells';
import type {
  Formats,
  Pages,
  Progress,
  SheetArea,
  StandIn,
  TableCells,
  TablePlace,
  TableWrite,
  WorkbookFacts,
  WorkbookPort,
} from '../port';
import { sheetGone } from '../refusal';
import { Archive } from './archive';
import { AreaGrid, UsedGrid } from './area-grids';
import { refuseOtherKinds } from './file-kind';
import { LIMITS } from './limits';
import { tooLarge } from './refusals';
import { readSharedStrings } from './shared-strings';
import { readSheet } from './sheet-reader';
import { makeGrids } from './table-grid';
import { bodyRows, type TablePart } from './table-part';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts';
import { refuseForeignPages, writePages } from './write-pages';
import { writeTables } from './write-tables';
import { writePacked } from './zip';

/** A workbook in memory, from the bytes of an .xlsx or .xlsm file. Nothing touches the disk. */
export interface FilePort extends WorkbookPort {
  /** The workbook as a file. The same content and time give the same bytes. */
  toBytes(modified: Date): Uint8Array;
}

/**
 * Opens the bytes of a workbook; `name` is what messages call it. Only its directory and its tables' places are read
 * here. Throws WorkbookRefusal for everything that can not be read and written without loss.
 */
export function openXlsx(bytes: Uint8Array, name: string): FilePort {
  refuseOtherKinds(bytes, name);
  const archive = Archive.open(bytes, name);
  return new XlsxPort(archive, readWorkbookParts(archive));
}

class XlsxPort implements FilePort {
  /** The bytes are in memory: nobody else sees them. */
  readonly isShared = false;
  private strings: string[] | undefined;
  /** By the part of a sheet. Only sheets of results change, and these are forgotten then. */
  private used = new Map<string, Area | undefined>();

  constructor(
    private archive: Archive,
    private parts: WorkbookParts,
  ) {}

  facts(): Promise<WorkbookFacts> {
    return Promise.resolve({
      date1904: this.parts.date1904,
      sheets: this.parts.sheets.map((sheet) => sheet.name),
      tables: this.parts.tables.map(placeOf),
    });
  }

  async read(names: readonly string[], progress?: Progress): Promise<ReadonlyMap<string, TableCells>> {
    const wanted = new Map(names.map((name) => [name.toLowerCase(), name]));
    const found = new Map<string, TableCells>();
    const sheets = this.parts.sheets.filter((sheet) =>
      sheet.tables.some((table) => wanted.has(table.name.toLowerCase())),
    );
    let done = 0;
    for (const sheet of sheets) {
      await progress?.('Reading', done++, sheets.length);
      const tables = sheet.tables.filter((table) => wanted.has(table.name.toLowerCase()));
      const grids = makeGrids(tables, this.archive.file);
      readSheet(this.archive, sheet.part, grids, () => this.sharedStrings());
      for (const grid of grids) {
        const table = grid.finish();
        found.set(wanted.get(table.name.toLowerCase()) ?? table.name, table);
      }
    }
    await progress?.('Reading', sheets.length, sheets.length);
    return found;
  }

  usedArea(sheet: string): Promise<Area | undefined> {
    const part = this.parts.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase())?.part;
    if (!part) return Promise.resolve(undefined);
    if (!this.used.has(part)) {
      const grid = new UsedGrid();
      readSheet(this.archive, part, [grid], () => this.sharedStrings());
      this.used.set(part, grid.used);
    }
    return Promise.resolve(this.used.get(part));
  }

  async readArea({ sheet, area }: SheetArea, progress?: Progress): Promise<readonly (readonly CellValue[])[]> {
    const part = this.parts.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase())?.part;
    if (!part) throw sheetGone(sheet);
    if (rowsOf(area) * columnsOf(area) > LIMITS.cells) throw tooLarge(this.archive.file, `the sheet "${sheet}"`);
    await progress?.('Reading', 0, 1);
    const grid = new AreaGrid(area);
    readSheet(this.archive, part, [grid], () => this.sharedStrings());
    await progress?.('Reading', 1, 1);
    return grid.cells;
  }

  async write(
    writes: readonly TableWrite[],
    formats: Formats,
    progress?: Progress,
    standIns: readonly StandIn[] = [],
  ): Promise<void> {
    // All is made in a copy: a refusal or a stop on the way leaves this workbook as it was.
    const copy = this.archive.copy();
    await writeTables(copy, writes, formats, progress, standIns);
    this.parts = readWorkbookParts(copy);
    this.archive = copy;
    this.used = new Map();
  }

  readonly pages: Pages = {
    refuseForeign: async (marks) => {
      await Promise.resolve();
      refuseForeignPages(this.archive, this.parts, marks, () => this.sharedStrings());
    },
    write: async (pages, formats) => {
      await Promise.resolve();
      const copy = this.archive.copy();
      const written = writePages(copy, pages, formats, () => this.sharedStrings());
      this.parts = readWorkbookParts(copy);
      this.archive = copy;
      return written;
    },
  };

  toBytes(modified: Date): Uint8Array {
    return writePacked(this.archive.all(), modified);
  }

  /** Read when the first cell asks for one; our own writing never changes them. */
  private sharedStrings(): readonly string[] {
    return (this.strings ??= readSharedStrings(this.archive, this.parts.sharedStrings));
  }
}

function placeOf(table: TablePart): TablePlace {
  const { first, last } = bodyRows(table);
  return {
    name: table.name,
    sheet: table.sheet,
    headerRow: table.area.top,
    firstColumn: table.area.left,
    headers: table.columns.map((column) => column.name),
    rows: Math.max(0, last - first + 1),
  };
}
