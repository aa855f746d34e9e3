import type { Formats, Progress, StandIn, TableWrite } from '../port';
import type { Archive } from './archive';
import { removeFromCalcChain } from './calc-chain';
import { Looks } from './looks';
import { relationshipsPart } from './opc';
import { announce, freePart, type AddedSheet } from './package-edits';
import {
  knownStandIn,
  missingLinkNames,
  newBody,
  oldBody,
  refuseUnready,
  type BodyColumn,
  type DefinedName,
  type KnownTable,
} from '../write/result-body';
import { printLayout } from '../write/print-layout';
import { appendRows } from './result-append';
import { headerRowOf } from '../write/result-layout';
import { resultSheet, resultTable, type NewResultSheet } from './result-sheet';
import { readSharedStrings } from './shared-strings';
import { SheetRows } from './sheet-rows';
import { LEAST_STYLES, StyleBook } from './style-book';
import { editTable } from './table-edits';
import { readTablePart, type TablePart } from './table-part';
import { refreshTieOuts, renewAgreements } from './tie-outs';
import { freeStyles, readWorkbookParts, type WorkbookParts } from './workbook-parts';
import { NS } from './xml-walk';
import { Packer } from './zip';

/**
 * Writes result tables into an archive, in the order given: sheets that are missing are made, tables that are there
 * are added to. Throws WorkbookRefusal where something is in the way; the caller then drops the archive.
 */
export async function writeTables(
  archive: Archive,
  writes: readonly TableWrite[],
  formats: Formats,
  progress?: Progress,
  standIns: readonly StandIn[] = [],
): Promise<void> {
  const parts = readWorkbookParts(archive);
  refuseUnready(archive.file, parts, writes);
  const stylesPart = parts.styles ?? freeStyles(parts);
  const book = new StyleBook(archive.has(stylesPart) ? archive.text(stylesPart) : LEAST_STYLES, archive.file);
  const writer = new TableWriter(archive, parts, writes, standIns, new Looks(book, formats), progress);
  for (const write of writes) await writer.write(write);
  const styles = book.done();
  const isNew = !archive.has(stylesPart);
  if (isNew || styles !== archive.text(stylesPart)) archive.setText(stylesPart, styles);
  announce(archive, parts, writer.added, isNew ? stylesPart : undefined, writer.names);
}

/** A table of the workbook with its parts, or one that is about to be made. */
interface PlacedTable extends KnownTable {
  /** Undefined while it is still to be made. */
  readonly part: TablePart | undefined;
  readonly sheetPart: string;
}

/** The tables of the workbook, and those of the writes that are still to be made, by name in lower case. */
function placesOf(
  parts: WorkbookParts,
  writes: readonly TableWrite[],
  standIns: readonly StandIn[],
): Map<string, PlacedTable> {
  const known = new Map<string, PlacedTable>();
  for (const { table } of writes) {
    const { name, sheet, columns } = table;
    known.set(name.toLowerCase(), { sheet, name, columns, part: undefined, sheetPart: '' });
  }
  for (const sheet of parts.sheets) {
    for (const part of sheet.tables) {
      const { name, columns } = part;
      known.set(name.toLowerCase(), { sheet: sheet.name, name, columns, part, sheetPart: sheet.part });
    }
  }
  for (const standIn of standIns) {
    const key = standIn.table.toLowerCase();
    const old = known.get(key) ?? { part: undefined, sheetPart: '' };
    known.set(key, { ...old, ...knownStandIn(standIn) });
  }
  return known;
}

class TableWriter {
  readonly added: AddedSheet[] = [];
  /** Names of links that are missing, or lead to where nothing is any more. */
  readonly names: DefinedName[] = [];
  /** All tables by name in lower case, with their places as they are after each write. */
  private readonly tables: Map<string, PlacedTable>;
  private tableId: number;
  private done = 0;
  private readonly total: number;
  private strings: readonly string[] | undefined;

  constructor(
    private readonly archive: Archive,
    private readonly parts: WorkbookParts,
    writes: readonly TableWrite[],
    standIns: readonly StandIn[],
    private readonly looks: Looks,
    private readonly progress: Progress | undefined,
  ) {
    this.tables = placesOf(parts, writes, standIns);
    this.tableId = Math.max(0, ...parts.tables.map((table) => table.id));
    this.total = writes.reduce((sum, write) => sum + write.rows, 0);
  }

  async write(write: TableWrite): Promise<void> {
    const known = this.tables.get(write.table.name.toLowerCase());
    if (!known) throw new Error(`${write.table.name} has no place`);
    if (known.part) await this.append(write, known.part, known.sheetPart);
    else await this.create(write);
    this.done += write.rows;
  }

  private async create(write: TableWrite): Promise<void> {
    const { archive, parts } = this;
    const { columns, body, search } = newBody(write, this.tables);
    this.nameLinks(write, { sheet: write.table.sheet, left: 1 }, body);
    const sheet: NewResultSheet = { write, columns, body, search, looks: this.looks, date1904: parts.date1904 };
    const part = freePart(archive, parts, 'worksheets/sheet');
    const tablePart = freePart(archive, parts, 'tables/table');
    const tableName = tablePart.slice(tablePart.lastIndexOf('/') + 1);
    await this.pack(part, resultSheet(sheet, 'rId1'), write.rows);
    archive.setText(tablePart, resultTable(sheet, ++this.tableId));
    archive.setText(
      relationshipsPart(part),
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<Relationships xmlns="${NS.package}"><Relationship Id="rId1" Type="${NS.relationships}/table" Target="../tables/${tableName}"/></Relationships>`,
    );
    this.added.push({
      name: write.table.sheet,
      part,
      tablePart,
      headerRow: headerRowOf(write.table, search !== undefined),
      print: printLayout(columns),
    });
    this.keep(readTablePart(archive, tablePart, write.table.sheet), part);
  }

  private async append(write: TableWrite, table: TablePart, sheetPart: string): Promise<void> {
    const { archive, parts } = this;
    const rows = new SheetRows(archive.text(sheetPart), table.sheet);
    const { body, repairs } = oldBody(write, table);
    this.nameLinks(write, { sheet: table.sheet, left: table.area.left }, body);
    const neighbours = [...this.tables.values()].flatMap(({ part, sheetPart: other }) =>
      part && part.id !== table.id && other === sheetPart ? [part] : [],
    );
    const { patch, area } = appendRows(
      { write, table, body, repairs, neighbours, looks: this.looks, date1904: parts.date1904 },
      rows,
    );
    const strings = (): readonly string[] => (this.strings ??= readSharedStrings(archive, parts.sharedStrings));
    refreshTieOuts(write, table, patch, strings);
    renewAgreements(write, table, patch, this.looks, strings);
    // A run names every table, to be refused before it begins; most sheets it leaves as they are.
    if (patch.isEmpty) return;
    await this.pack(sheetPart, patch.pieces(), write.rows);
    const sheet = parts.sheets.find((other) => other.part === sheetPart);
    if (sheet) removeFromCalcChain(archive, parts, sheet.sheetId, patch.formulasGone);
    const formulas = new Map([...repairs].map((index) => [index, body[index].formula]));
    archive.setText(table.part, editTable(archive.text(table.part), area, formulas));
    this.keep(readTablePart(archive, table.part, table.sheet), sheetPart);
  }

  private nameLinks(
    write: TableWrite,
    place: { readonly sheet: string; readonly left: number },
    body: readonly BodyColumn[],
  ): void {
    const there = [...this.parts.definedNames, ...this.names];
    this.names.push(...missingLinkNames(write, place, body, this.tables, there));
  }

  private keep(part: TablePart, sheetPart: string): void {
    this.tables.set(part.name.toLowerCase(), {
      sheet: part.sheet,
      name: part.name,
      columns: part.columns,
      part,
      sheetPart,
    });
  }

  /** Packs a part while its text is made, and reports how far it is. */
  private async pack(name: string, pieces: Iterable<string>, rows: number): Promise<void> {
    const packer = new Packer(name);
    const encoder = new TextEncoder();
    let written = 0;
    for (const piece of pieces) {
      await this.progress?.('Writing', Math.min(this.done + written, this.total), this.total);
      packer.push(encoder.encode(piece));
      written = Math.min(written + 1000, rows);
    }
    this.archive.set(packer.finish());
  }
}
